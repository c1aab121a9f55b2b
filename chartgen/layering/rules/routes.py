"""Routes: where they lead, what they become, and what two of them may not both say."""

import re
from collections.abc import Iterator, Mapping

from chartgen.layering.exposure import CONTROLLERS, carried, controller_of, expose_of, http_matches, targets
from chartgen.layering.problem import Problem
from chartgen.layering.rules.container import close, port_problem
from chartgen.models.backends import Target
from chartgen.models.base import written_out
from chartgen.models.controllers import ControllerSettings, ExternalDns
from chartgen.models.gateway import PathMatch
from chartgen.models.routes import Ingress, Route
from chartgen.models.service import Spec, WorkloadSpec
from chartgen.project.shapes import FieldPath

_REGEX = re.compile(r"[\[\]{}\\^|]|\.[*+]|\$$|\([^)]*[*+?]")
_NO_PATH = re.compile(r"//|/\.\.?(/|$)|%2[fF]|#")
_GATEWAY_PATH = re.compile(r"([-A-Za-z0-9/._~!$&'()*+,;=:@]|%[0-9a-fA-F]{2})+")
_PAST_CLASS = "kubernetes.io/ingress.class"


def target_exists(spec: Spec) -> Iterator[Problem]:
    """Whatever a route leads to has the port that is meant."""
    for name, route in spec.routes.items():
        for at, target in targets(route):
            yield from target_problems(spec, ("routes", name, *at), target)


def target_problems(spec: Spec, at: FieldPath, target: Target) -> Iterator[Problem]:
    """A component that is there, a port that it has, or another Service's number."""
    if target.service:
        if not isinstance(target.port, int):
            text = "leads to a Service of another chart, of which only the number of a port is known"
            yield Problem((*at, "port"), text, "write port=80", also=((*at, "service"),))
    elif target.component and target.component not in spec.components:
        known = ", ".join(spec.components) or "none"
        text = f"names the component {target.component!r}; the components are {known}"
        yield Problem((*at, "component"), text, close(target.component, list(spec.components)))
    elif isinstance(target.port, int):
        yield Problem((*at, "port"), f'is the number {target.port}; name the port, as port="http"')
    elif target.component and not spec.components[target.component].ports:
        hint = f'write components={{"{target.component}": Component(ports={{"http": 8080}})}}'
        yield Problem(at, f"leads to the component {target.component!r}, which has no ports", hint)
    else:
        workload = spec.components[target.component] if target.component else spec
        yield from port_problem(workload, (*at, "port"), target.port)
        yield from _carried_problems(workload, at, target)


def _carried_problems(workload: WorkloadSpec, at: FieldPath, target: Target) -> Iterator[Problem]:
    """The Service in front of the workload carries the port."""
    names = carried(workload)
    if workload.ports and not names:
        text = "leads to a Service without ports of pods"
        yield Problem(at, text, "a Service of the type ExternalName is another name only")
    elif target.port in workload.ports and target.port not in names:
        yield Problem((*at, "port"), f"names the port {target.port!r}, and the Service carries {', '.join(names)}")


def route_is_exposed(spec: Spec) -> Iterator[Problem]:
    """Something says what a route becomes."""
    for name, route in spec.routes.items():
        expose = expose_of(spec, route)
        if expose.ingress is None and expose.http_route is None:
            hint = 'name a preset that has expose, or write expose=Expose(ingress=Ingress(class_name="nginx"))'
            text = "says expose, and not what it becomes" if route.expose else "no preset says what routes become"
            yield Problem(("routes", name), text, hint)


def routes_differ(spec: Spec) -> Iterator[Problem]:
    """A host's request leads to one route, unless one takes a share of another's, or they are exposed elsewhere."""
    seen: dict[object, tuple[str, FieldPath]] = {}
    for name, route in spec.routes.items():
        for key, what, at in _taken(spec, route):
            other, where = seen.setdefault(key, (name, at))
            if other != name:
                text = f"takes {what}, which route {other!r} takes"
                yield Problem(("routes", name), text, also=(("routes", other),))
            elif where != at:
                yield Problem(("routes", name, *at), f"takes {what} a second time")
        if len(set(route.hosts)) != len(route.hosts):
            yield Problem(("routes", name, "hosts"), "names a host twice")


def route_is_said_one_way(spec: Spec) -> Iterator[Problem]:
    """A route has paths, rules, or gRPC calls."""
    for name, route in spec.routes.items():
        said = [field for field in ("grpc", "rules", "paths") if getattr(route, field)]
        if len(said) > 1:
            text = f"is said beside {said[0]}; a route has only one of paths, rules and grpc"
            hint = (
                "gRPC calls are matched by service and method" if said[0] == "grpc" else "each match has its own path"
            )
            yield Problem(("routes", name, said[-1]), text, hint, also=(("routes", name, said[0]),))


def path_is_one(spec: Spec) -> Iterator[Problem]:
    """A path is one that Kubernetes takes, of a kind that the route's objects know."""
    for name, route in spec.routes.items():
        expose = expose_of(spec, route)
        for at, match in http_matches(route):
            path, where = written_out(match.path), ("routes", name, *at)
            yield from _path_problems(where, path)
            if expose.http_route:
                yield from _gateway_path_problems(where, path)
            if expose.ingress:
                yield from _ingress_path_problems(where, path, controller_of(route, expose.ingress))


def ingress_can_carry(spec: Spec) -> Iterator[Problem]:
    """What only the Gateway API has is not asked of an Ingress, nor the other way round."""
    for name, route in spec.routes.items():
        expose = expose_of(spec, route)
        field = "grpc" if route.grpc else "rules"
        if expose.ingress and (route.rules or route.grpc):
            text = "can't be printed as an Ingress, which knows hosts and paths only"
            hint = 'write expose=Expose(http_route=HttpRoute(gateway="public")) for this route'
            yield Problem(("routes", name, field), text, hint)
        if route.default_backend and not expose.ingress:
            text = "is an Ingress's alone, and the route becomes none"
            yield Problem(("routes", name, "default_backend"), text, "a route with hosts=[] takes what is left")


def tls_has_hosts(spec: Spec) -> Iterator[Problem]:
    """A certificate is for some host."""
    for name, route in spec.routes.items():
        if expose_of(spec, route).ingress and route.tls and not route.hosts:
            text = "has a certificate and no hosts that it is for"
            yield Problem(("routes", name, "tls"), text, "state hosts, or tls=None for plain HTTP")


def controllers_agree(spec: Spec) -> Iterator[Problem]:
    """An Ingress has settings of one controller: its own."""
    if spec.expose.ingress:
        yield from _mixed([(("expose", "ingress"), spec.expose.ingress)], spec.expose.ingress)
    for name, route in spec.routes.items():
        at, ingress = ("routes", name), expose_of(spec, route).ingress
        where = (*at, "expose", "ingress") if route.expose else ("expose", "ingress")
        both: list[tuple[FieldPath, ControllerSettings]] = [(at, route), *([(where, ingress)] if ingress else [])]
        if any(getattr(route, field) for field in CONTROLLERS) or (ingress and route.expose):
            yield from _mixed(both, ingress)


def settings_are_complete(spec: Spec) -> Iterator[Problem]:
    """Settings of a controller say what they need."""
    for at, one in settings(spec):
        yield from _external_dns_problems((*at, "external_dns"), one.external_dns)
        if one.nginx and one.nginx.canary and not one.nginx.canary.model_fields_set:
            yield Problem((*at, "nginx", "canary"), "says not which requests it takes", "write Canary(weight=10)")
        if one.traefik:
            named = [*enumerate(one.traefik.middlewares)]
            for where, ref in [
                *((("middlewares", index), ref) for index, ref in named),
                (("tls_options",), one.traefik.tls_options),
            ]:
                if ref and not ref.own and (ref.provider == "kubernetescrd") != (ref.namespace is not None):
                    text = (
                        "needs the namespace that it lies in"
                        if ref.namespace is None
                        else "is of a file, which has no namespace"
                    )
                    yield Problem((*at, "traefik", *where), text, 'write Middleware("strip", namespace="edge")')


def class_is_no_annotation(spec: Spec) -> Iterator[Problem]:
    """The class of an Ingress is a field; its annotation is out of use since Kubernetes 1.18."""
    for at, notes in _annotations(spec):
        if _PAST_CLASS in notes:
            text = "was replaced by a field of the Ingress in Kubernetes 1.18"
            hint = f'write expose=Expose(ingress=Ingress(class_name="{notes[_PAST_CLASS] or "nginx"}"))'
            yield Problem((*at, "annotations", _PAST_CLASS), text, hint)


def settings(spec: Spec) -> Iterator[tuple[FieldPath, ControllerSettings]]:
    """Every place where settings of a controller stand."""
    if spec.expose.ingress:
        yield ("expose", "ingress"), spec.expose.ingress
    for name, route in spec.routes.items():
        yield ("routes", name), route
        if route.expose and route.expose.ingress:
            yield ("routes", name, "expose", "ingress"), route.expose.ingress


def _taken(spec: Spec, route: Route) -> Iterator[tuple[object, str, FieldPath]]:
    """What a route takes: something to compare, how to call it, and where it says so."""
    expose = expose_of(spec, route)
    share = route.nginx and route.nginx.canary
    for host in dict.fromkeys(route.hosts or ["*"]):
        for at, match in http_matches(route):
            path = written_out(match.path)
            rest = (match.method, *(tuple(sorted(entries)) for entries in _said(match.headers, match.query)))
            where = (expose.ingress and (expose.ingress.class_name, bool(share)), expose.http_route)
            yield repr((host, path.path, path.type, rest, where)), f"{host}{path.path}", at


def _said(*entries: Mapping[str, object]) -> list[list[str]]:
    return [[f"{key}={value!r}" for key, value in one.items()] for one in entries]


def _path_problems(at: FieldPath, path: PathMatch) -> Iterator[Problem]:
    if path.type in ("Prefix", "Exact"):
        if _REGEX.search(path.path):
            text = f"is {path.path!r}, a regular expression, and of the type {path.type}"
            yield Problem(at, text, f'write Path(path="{path.path}", type="RegularExpression")')
        elif found := _NO_PATH.search(path.path):
            yield Problem(at, f"is {path.path!r}; a path of the type {path.type} has no {found.group()!r}")


def _gateway_path_problems(at: FieldPath, path: PathMatch) -> Iterator[Problem]:
    if path.type == "ImplementationSpecific":
        yield Problem(at, "is of a type that an HTTPRoute does not know", "it has Prefix, Exact and RegularExpression")
    elif path.type in ("Prefix", "Exact") and not _GATEWAY_PATH.fullmatch(path.path) and not _REGEX.search(path.path):
        yield Problem(at, f"is {path.path!r}, with characters that a URL has only as %xx")


def _ingress_path_problems(at: FieldPath, path: PathMatch, controller: str | None) -> Iterator[Problem]:
    if path.type == "RegularExpression" and controller != "ingress-nginx":
        text = "is a regular expression, which no Ingress has a type for, and only ingress-nginx a setting"
        hint = 'write type="ImplementationSpecific", if your controller takes it so, or controller="ingress-nginx"'
        yield Problem(at, text, hint)


def _mixed(stated: list[tuple[FieldPath, ControllerSettings]], ingress: Ingress | None) -> Iterator[Problem]:
    found = [(where, field) for where, one in stated for field in CONTROLLERS if getattr(one, field)]
    known = ingress and (ingress.controller or None)
    if ingress is None and found:
        text = f"is a setting of {CONTROLLERS[found[0][1]]}, and the route becomes no Ingress"
        yield Problem((*found[0][0], found[0][1]), text)
    elif known and (wrong := [one for one in found if CONTROLLERS[one[1]] != known]):
        text = f"is a setting of {CONTROLLERS[wrong[0][1]]}, and the Ingress is {known}'s"
        yield Problem((*wrong[0][0], wrong[0][1]), text, "take one of the two away")
    elif len({field for _, field in found}) > 1:
        other = next(one for one in found if one[1] != found[0][1])
        both = f"{CONTROLLERS[found[0][1]]}, beside one of {CONTROLLERS[other[1]]}"
        text = f"is a setting of {both}: a route has one controller"
        yield Problem((*found[0][0], found[0][1]), text, "take one of the two away", also=((*other[0], other[1]),))


def _external_dns_problems(at: FieldPath, one: ExternalDns | None) -> Iterator[Problem]:
    if one and one.aws_weight is not None and one.set_identifier is None:
        text = "needs set_identifier, which tells the records of one name apart"
        yield Problem((*at, "aws_weight"), text, 'write set_identifier="blue"')


def _annotations(spec: Spec) -> Iterator[tuple[FieldPath, Mapping[str, object]]]:
    yield (), {key: note.value for key, note in spec.annotations.items()}
    for at, one in settings(spec):
        yield at, getattr(one, "annotations", {})
