"""What a service is: pydantic models, nothing else. What an author needs is named here, and again in ``chartgen``."""

from chartgen.models.account import ServiceAccount
from chartgen.models.config_maps import ConfigEntry, ConfigFile, ConfigMap, File
from chartgen.models.container import InitContainer, Sidecar
from chartgen.models.helm_tests import HelmTest, HttpCheck
from chartgen.models.identity import Identity
from chartgen.models.image import Image
from chartgen.models.kinds import ClaimTemplate, CronJob, DaemonSet, Hook, Job, StatefulSet
from chartgen.models.lifecycle import Handler, Lifecycle, Shutdown
from chartgen.models.metadata import Annotation, ConnectionTest, Label, Prometheus
from chartgen.models.monitoring import (
    Alert,
    AutoscalerAtMaximum,
    BudgetWithoutRoom,
    CpuThrottled,
    CrashLooping,
    JobFailed,
    MemoryNearLimit,
    Monitor,
    PodsNotReady,
    PrometheusRules,
    Recording,
    Relabeling,
    Scrape,
    ScrapeTls,
)
from chartgen.models.networking import Cidr, LabelRequirement, NetworkPolicy, Peer, PeerPort, Platform
from chartgen.models.ports import Port, ServiceSpec
from chartgen.models.probes import Grpc, HttpGet, LivenessProbe, Probes, ReadinessProbe, StartupProbe, TcpSocket
from chartgen.models.resources import Resources
from chartgen.models.rollout import Rollout
from chartgen.models.routes import Expose, HttpRoute, Ingress, Path, RateLimit, Route, Timeouts, Tls
from chartgen.models.scaling import Autoscaling, DisruptionBudget, ScaleDown, ScaleUp, ScalingPolicy
from chartgen.models.scheduling import Dns, DnsOption, NodeRequirement, PodAffinity, Spread, Toleration
from chartgen.models.secrets import (
    DataFrom,
    ExternalSecret,
    Find,
    RemoteRef,
    Rewrite,
    SealedSecret,
    SecretStoreRef,
    SecretTemplate,
)
from chartgen.models.security import PodSecurityContext, Seccomp, SecurityContext
from chartgen.models.service import Component, Overlay, Preset, Service, Spec
from chartgen.models.variables import ConfigMapKey, EnvFrom, EnvVar, FieldRef, Ref, ResourceField, SecretKey
from chartgen.models.volumes import ClaimVolume, ConfigMapVolume, EmptyDir, Item, Mount, SecretVolume, Tmp, Volume
from chartgen.models.waiver import Waiver

__all__ = [
    "Alert",
    "Annotation",
    "AutoscalerAtMaximum",
    "Autoscaling",
    "BudgetWithoutRoom",
    "Cidr",
    "ClaimTemplate",
    "ClaimVolume",
    "Component",
    "ConfigEntry",
    "ConfigFile",
    "ConfigMap",
    "ConfigMapKey",
    "ConfigMapVolume",
    "ConnectionTest",
    "CpuThrottled",
    "CrashLooping",
    "CronJob",
    "DaemonSet",
    "DataFrom",
    "DisruptionBudget",
    "Dns",
    "DnsOption",
    "EmptyDir",
    "EnvFrom",
    "EnvVar",
    "Expose",
    "ExternalSecret",
    "FieldRef",
    "File",
    "Find",
    "Grpc",
    "Handler",
    "HelmTest",
    "Hook",
    "HttpCheck",
    "HttpGet",
    "HttpRoute",
    "Identity",
    "Image",
    "Ingress",
    "InitContainer",
    "Item",
    "Job",
    "JobFailed",
    "Label",
    "LabelRequirement",
    "Lifecycle",
    "LivenessProbe",
    "MemoryNearLimit",
    "Monitor",
    "Mount",
    "NetworkPolicy",
    "NodeRequirement",
    "Overlay",
    "Path",
    "Peer",
    "PeerPort",
    "Platform",
    "PodAffinity",
    "PodSecurityContext",
    "PodsNotReady",
    "Port",
    "Preset",
    "Probes",
    "Prometheus",
    "PrometheusRules",
    "RateLimit",
    "ReadinessProbe",
    "Recording",
    "Ref",
    "Relabeling",
    "RemoteRef",
    "ResourceField",
    "Resources",
    "Rewrite",
    "Rollout",
    "Route",
    "ScaleDown",
    "ScaleUp",
    "ScalingPolicy",
    "Scrape",
    "ScrapeTls",
    "SealedSecret",
    "Seccomp",
    "SecretKey",
    "SecretStoreRef",
    "SecretTemplate",
    "SecretVolume",
    "SecurityContext",
    "Service",
    "ServiceAccount",
    "ServiceSpec",
    "Shutdown",
    "Sidecar",
    "Spec",
    "Spread",
    "StartupProbe",
    "StatefulSet",
    "TcpSocket",
    "Timeouts",
    "Tls",
    "Tmp",
    "Toleration",
    "Volume",
    "Waiver",
]
