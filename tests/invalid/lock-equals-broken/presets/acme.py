from chartgen import Lock, Preset

preset = Preset(
    name="acme",
    locks=[
        Lock("service.type", equals="ClusterIP", reason="we say so"),
    ],
)
