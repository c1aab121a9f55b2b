"""All rules, by number. A new one is a function in the file of its area, and a line here."""

from chartgen.checking.finding import Rule
from chartgen.checking.rules.access import grants_without_a_token
from chartgen.checking.rules.images import moving_tag
from chartgen.checking.rules.namespaces import (
    everybody_may_call,
    no_limit_range,
    no_quota,
    privileged_pods,
)
from chartgen.checking.rules.probes import liveness_equals_readiness
from chartgen.checking.rules.routes import unprinted_route_settings
from chartgen.checking.rules.scaling import autoscaler_without_requests
from chartgen.checking.rules.secrets import secret_in_the_open
from chartgen.models.namespace import NamespaceSpec

RULES: tuple[Rule, ...] = (
    grants_without_a_token,
    moving_tag,
    liveness_equals_readiness,
    unprinted_route_settings,
    autoscaler_without_requests,
    secret_in_the_open,
)

NAMESPACE_RULES: tuple[Rule[NamespaceSpec], ...] = (
    no_quota,
    no_limit_range,
    everybody_may_call,
    privileged_pods,
)
"""Those of namespaces."""

NUMBERS: tuple[str, ...] = (*(one.id for one in RULES), *(one.id for one in NAMESPACE_RULES))
"""The numbers of both."""
