from chartgen import Lock, Preset

preset = Preset(
    name="acme",
    locks=[
        Lock("rollout.strategy", one_of=["RollingUpdate"], reason="we say so"),
    ],
)
