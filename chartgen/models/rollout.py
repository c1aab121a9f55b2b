"""How a new version replaces the old one."""

from typing import Annotated, Literal

from pydantic import Field

from chartgen.models.base import Model
from chartgen.models.types import Count, Percentage, Positive


class Rollout(Model):
    """By default a rolling update that never has fewer copies than it should.

    Source: https://kubernetes.io/docs/concepts/workloads/controllers/deployment/#strategy
    """

    strategy: Literal["RollingUpdate", "Recreate"] = "RollingUpdate"
    """``Recreate`` stops all old pods first: for a volume that only one pod may hold, at the price of a pause."""

    max_surge: Count | Percentage = "25%"
    """Copies too many meanwhile; rounds up, so one for up to four copies."""

    max_unavailable: Count | Percentage = 0
    """Copies missing meanwhile; rounds down."""

    min_ready_seconds: Count | None = None
    """Seconds that a new pod must stay ready before it counts."""

    progress_deadline_seconds: Positive | None = None
    """Seconds without progress after which the rollout counts as failed; Kubernetes' default is 600."""

    revision_history_limit: Annotated[int, Field(ge=1, le=2**31 - 1)] = 5
    """Old versions kept for a rollback."""
