"""All rules, by number. A new one is a function in the file of its area, and a line here."""

from chartgen.checking.finding import Rule
from chartgen.checking.rules.access import grants_without_a_token
from chartgen.checking.rules.images import moving_tag
from chartgen.checking.rules.probes import liveness_equals_readiness
from chartgen.checking.rules.routes import unprinted_route_settings
from chartgen.checking.rules.scaling import autoscaler_without_requests
from chartgen.checking.rules.secrets import secret_in_the_open

RULES: tuple[Rule, ...] = (
    grants_without_a_token,
    moving_tag,
    liveness_equals_readiness,
    unprinted_route_settings,
    autoscaler_without_requests,
    secret_in_the_open,
)
