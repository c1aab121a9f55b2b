# error: service.py:27: authorization_policies.who: says both component and labels
# hint: keep one of them
# error: service.py:27: authorization_policies.who.component: names 'worker'; the components are none
# error: service.py:28: authorization_policies.asked.provider: goes with action="CUSTOM", and is needed there
# error: service.py:29: authorization_policies.nobody.provider: goes with action="CUSTOM", and is needed there
# error: service.py:29: authorization_policies.nobody.rules: are none, and DENY is for calls that a rule means
# hint: write rules=[AuthorizationRule()] for every call
# error: service.py:34: authorization_policies.odd.rules[0].sources[0]: says nothing; leave it out for anybody
# error: service.py:35: authorization_policies.odd.rules[0].sources[1]: says service accounts, beside which Istio takes no principals and namespaces
# error: service.py:36: authorization_policies.odd.rules[0].sources[2].ip_blocks[0]: is '10.0.0.1/8', which is no address or block
# hint: as 10.20.0.0/16
# error: service.py:38: authorization_policies.odd.rules[0].operations[0]: says nothing; leave it out for anything
# error: service.py:38: authorization_policies.odd.rules[0].operations[1].ports[0]: is 'https'; the ports are http
# error: service.py:39: authorization_policies.odd.rules[0].conditions[0]: says neither values nor not_values
# error: service.py:44: authorization_policies.wide.rules[0].operations[0].not_ports[0]: is 'http', and of other pods only the number of a port is known
# error: service.py:48: peer_authentications.plain.ports.metrics: is 'metrics'; the ports are http
# error: service.py:49: peer_authentications.edge.targets: is for policies of requests; choose pods by labels
# error: service.py:53: request_authentications.login.jwt_rules[0]: says both jwks and jwks_uri
# hint: keep one of them
from chartgen import AuthorizationPolicy, AuthorizationRule, Image, IstioCondition, IstioOperation, IstioSource, PeerAuthentication, PolicyTarget, Service, RequestAuthentication, JwtRule

service = Service(
    name="orders-api",
    image=Image(repository="ghcr.io/acme/orders-api", tag="1.4.2"),
    ports={"http": 3000},
    authorization_policies={
        "who": AuthorizationPolicy(component="worker", labels={"app": "front"}),
        "asked": AuthorizationPolicy(action="CUSTOM", rules=[AuthorizationRule()]),
        "nobody": AuthorizationPolicy(action="DENY", provider="opa"),
        "odd": AuthorizationPolicy(
            rules=[
                AuthorizationRule(
                    sources=[
                        IstioSource(),
                        IstioSource(service_accounts=["front"], namespaces=["shop"]),
                        IstioSource(ip_blocks=["10.0.0.1/8"]),
                    ],
                    operations=[IstioOperation(), IstioOperation(ports=["https", 3000])],
                    conditions=[IstioCondition(key="request.headers[X]")],
                ),
            ],
        ),
        "wide": AuthorizationPolicy(
            namespace_wide=True, rules=[AuthorizationRule(operations=[IstioOperation(not_ports=["http"])])]
        ),
    },
    peer_authentications={
        "plain": PeerAuthentication(ports={"metrics": "PERMISSIVE"}),
        "edge": PeerAuthentication(targets=[PolicyTarget(name="public")]),
    },
    request_authentications={
        "login": RequestAuthentication(
            jwt_rules=[JwtRule(issuer="https://login.example.com", jwks="{}", jwks_uri="https://login.example.com/keys")]
        ),
    },
)
