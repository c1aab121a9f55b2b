"""Fields that applications write and chartgen has no typed field for, on purpose: each with the reason."""

import re
from collections.abc import Sequence

_SECRET = "no values of Secrets in a chart: external_secrets, sealed_secrets or a Secret that exists"  # noqa: S105

_SINCE = "not of every supported Kubernetes: since"
_OWN_PODS = "the chart chooses its own pods, by identity.selector"
_CONTAINER = r"spec\.(initC|c)ontainers\[\]"
_REMOVED = (
    "awsElasticBlockStore|azureDisk|azureFile|cephfs|cinder|flexVolume|flocker|gcePersistentDisk|gitRepo|glusterfs|"
    "photonPersistentDisk|portworxVolume|quobyte|rbd|scaleIO|storageos|vsphereVolume"
)
"""Volumes that are deprecated or gone."""

REFUSED: Sequence[tuple[str, str, str]] = (
    (r".*", r"metadata\.namespace", "Helm puts the objects of a release into its namespace (helm --namespace)"),
    (r"Secret", r".*", _SECRET),
    (r"Pod|Job|CronJob", r"(spec\.(jobTemplate\.spec\.)?template\.)?metadata\.name", "the controller names its pods"),
    (r"CronJob", r"spec\.jobTemplate\.metadata\.name", "the controller names its Jobs"),
    (r"HorizontalPodAutoscaler", r"spec\.targetCPUUtilizationPercentage", "of autoscaling/v1; autoscaling.cpu"),
    (r"HorizontalPodAutoscaler", r".*targetAverageUtilization", "of autoscaling/v2beta1; autoscaling.cpu"),
    (r"StorageClass|PersistentVolume", r".*", "the cluster's, not a release's; who must brings it by manifests"),
    (r"CronJob", r"spec\.jobTemplate\.spec\.ttlSecondsAfterFinished", "the history limits tidy up"),
    (r"Pod", r".*\.(liveness|startup)Probe\.successThreshold", "Kubernetes takes 1 only, which is its default"),
    (r"Namespace", r"spec\.finalizers\[\]", "the API server's own"),
    (r"Pod", r"spec\.serviceAccount", "the old name of serviceAccountName"),
    (r"Pod", r"spec\.activeDeadlineSeconds", "job.deadline_seconds counts for all pods of a Job"),
    (r"Pod", r"spec\.(BackoffLimit|affinity\.[A-Z].*)|spec\.volumes\[\]\.emptydir", "Kubernetes has no such field"),
    (r"Pod", r"spec\.containers\[\]\.resources\.timesSquare.*", "Kubernetes has no such field"),
    (r"Pod", rf"{_CONTAINER}\.resources\.claims.*|spec\.resourceClaims.*", f"{_SINCE} 1.31 in its present shape"),
    (r"Pod", r"spec\.volumes\[\]\.image\..*|spec\.securityContext\.supplementalGroupsPolicy", f"{_SINCE} 1.31"),
    (r"Pod", r"spec\.resources\..*|spec\.securityContext\.seLinuxChangePolicy", f"{_SINCE} 1.32"),
    (r"Pod", r".*\.lifecycle\.stopSignal", f"{_SINCE} 1.33"),
    (r"HorizontalPodAutoscaler", r"spec\.behavior\..*\.tolerance", f"{_SINCE} 1.33"),
    (r"Pod", r".*\.(fileKeyRef|restartPolicyRules|podCertificate).*|spec\.hostnameOverride", f"{_SINCE} 1.34"),
    (r"Pod", rf"{_CONTAINER}\.restartPolicy", f"of a container that is no sidecar: {_SINCE} 1.34"),
    (r"Pod", r"spec\.(workloadRef|schedulingGroup).*", f"{_SINCE} 1.35"),
    (r"Pod|Job|CronJob", r"spec\.(jobTemplate\.spec\.)?(scheduling|evictionResponders)(\[\])?\..*", f"{_SINCE} 1.37"),
    (r"Pod", r"spec\.volumes.*\.(defaultUser|user)|.*\.bindMountOptions\[\]", f"{_SINCE} 1.37"),
    (r"Pod", r".*\.(httpGet\.protocol|grpc\.mode|emptyDir\.mode)", f"{_SINCE} 1.37"),
    (r"Pod", r".*\.(httpGet|tcpSocket)\.host", "the Pod Security Standard baseline refuses probes of other hosts"),
    (r"Pod", r".*\.lifecycle\..*\.tcpSocket.*", "Kubernetes runs no such hook"),
    (r"Pod", r".*\.procMount", "the Pod Security Standard baseline refuses it"),
    (r"Pod", r".*\.windowsOptions.*|spec\.os\.name", "chartgen's pods are for Linux"),
    (r"Pod", r"spec\.ephemeralContainers.*", "kubectl debug puts them into a running pod, no template"),
    (r"Pod", r"spec\.nodeName", "it passes the scheduler by: node_selector"),
    (r"Pod", r"spec\.(priority|preemptionPolicy)", "the PriorityClass says it"),
    (r"Pod", r"spec\.overhead.*", "the RuntimeClass says it"),
    (r"Pod", r"spec\.affinity\.nodeAffinity\..*\.matchFields.*", "it names single nodes: node_selector"),
    (r"Pod", r"spec\.topologySpreadConstraints\[\]\.labelSelector\.matchExpressions.*", _OWN_PODS),
    (r"Pod", rf"spec\.volumes\[\]\.({_REMOVED})\..*", "deprecated in Kubernetes or taken out: claim, or csi"),
    (r"Deployment|StatefulSet|DaemonSet|PodDisruptionBudget", r"spec\.selector\.matchExpressions.*", _OWN_PODS),
    (r"NetworkPolicy", r"spec\.podSelector\.matchExpressions.*", _OWN_PODS),
    (r"Job|CronJob", r"spec\.(jobTemplate\.spec\.)?(selector.*|manualSelector)", "the API server chooses the pods"),
    (r"Pod", r".*\.readinessProbe\.terminationGracePeriodSeconds", "a failure of this probe stops nothing"),
    (r"Pod", r".*\.env\[\]\.valueFrom\.resourceFieldRef\.containerName", "a variable tells of its own container"),
    (r"HorizontalPodAutoscaler", r".*\.(containerResource|resource)\.target\.value", "Kubernetes takes no such target"),
    (
        r"HorizontalPodAutoscaler",
        r".*\.(external|object|pods)\.target\.averageUtilization",
        "Kubernetes takes no such target",
    ),
    (r"HorizontalPodAutoscaler", r".*\.pods\.target\.value", "Kubernetes takes no such target"),
    (r"Role", r"rules\[\]\.nonResourceURLs.*", "of ClusterRoles alone: Grant(…, cluster=True)"),
    (r"ServiceAccount", r"imagePullSecrets.*", "the pods name them: image.pull_secrets"),
    (r"Deployment", r"spec\.paused", "a Deployment that rolls nothing out: kubectl rollout pause"),
    (r"Service", r"spec\.clusterIPs.*", "the API server's own; service.headless for none"),
    (r"ServiceAccount", r"secrets\[\].*", "tokens are not kept in Secrets since Kubernetes 1.24"),
    (r"Ingress", r"spec\..*\.resource\..*", "no controller that chartgen knows takes it"),
    (
        r"PersistentVolumeClaim|StatefulSet|Pod",
        r"spec\.(.*\.spec\.)?resources\.limits.*",
        "a disk has the size asked for",
    ),
    (r"StatefulSet", r"spec\.volumeClaimTemplates\[\]\.status.*", "the API server's own"),
)
"""Kind, path and reason; expressions that match the whole."""


def refusal(kind: str, path: str) -> str:
    """Why a field has no typed field; "" for those that nobody thought of."""
    for kinds, paths, reason in REFUSED:
        if re.fullmatch(kinds, kind) and re.fullmatch(paths, path):
            return reason
    return ""
