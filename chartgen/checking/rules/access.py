"""CG2: what pods may do with the Kubernetes API."""

from collections.abc import Iterator

from chartgen.checking.finding import rule
from chartgen.layering.problem import Problem
from chartgen.models.service import WorkloadSpec


@rule(
    "CG201",
    "grants without a token",
    why="The pods have no token, so every call of the API is one of nobody's, and what was granted is never used.",
)
def grants_without_a_token(spec: WorkloadSpec) -> Iterator[Problem]:
    """Something is granted, and the token that proves who asks is not mounted."""
    for field in ("grants", "bindings"):
        if getattr(spec, field) and spec.service_account.automount_token is False:
            text = f"is False, and there are {field}: the pods can't use them"
            hint = "take automount_token away; or waive CG201 where a volume brings the token"
            path = ("service_account", "automount_token")
            yield Problem(path, text, hint, also=((field,),))
            return
