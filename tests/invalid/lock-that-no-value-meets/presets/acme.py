from chartgen import Lock, Preset

preset = Preset(
    name="acme",
    locks=[
        Lock("replicas", at_least=5, at_most=3, reason="we say so"),
        Lock("service.type", equals="Cluster", reason="we say so"),
        Lock("replicas", absent=True, reason="we say so"),
        Lock("ports.*.port", at_least=70000, reason="we say so"),
    ],
)
