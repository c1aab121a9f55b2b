from chartgen import Lock, Preset

preset = Preset(
    name="acme",
    locks=[
        Lock("env.DEBUG", absent=True, reason="we say so"),
    ],
)
