from chartgen import Lock, Preset

preset = Preset(
    name="acme",
    locks=[
        Lock("network_policy", present=True, reason="we say so"),
    ],
)
