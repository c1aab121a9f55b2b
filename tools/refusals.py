"""Fields that applications write and chartgen has no typed field for, on purpose: each with the reason."""

import re
from collections.abc import Sequence

_SECRET = "no values of Secrets in a chart: external_secrets, sealed_secrets or a Secret that exists"  # noqa: S105

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
    (r"Middleware\.traefik\.io", r"metadata\.name", "one of Traefik's many shapes: manifests, checked against its CRD"),
    (r"Namespace", r"spec\.finalizers\[\]", "the API server's own"),
    (r"Pod", r"spec\.serviceAccount", "the old name of serviceAccountName"),
    (r"Pod", r"spec\.activeDeadlineSeconds", "job.deadline_seconds counts for all pods of a Job"),
    (r"Pod", r"spec\.(BackoffLimit|affinity\.[A-Z].*)|spec\.volumes\[\]\.emptydir", "Kubernetes has no such field"),
    (r"Pod", r"spec\.containers\[\]\.resources\.timesSquare.*", "Kubernetes has no such field"),
)
"""Kind, path and reason; expressions that match the whole."""


def refusal(kind: str, path: str) -> str:
    """Why a field has no typed field; "" for those that nobody thought of."""
    for kinds, paths, reason in REFUSED:
        if re.fullmatch(kinds, kind) and re.fullmatch(paths, path):
            return reason
    return ""
