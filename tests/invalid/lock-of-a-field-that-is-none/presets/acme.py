from chartgen import Lock, Preset

preset = Preset(
    name="acme",
    locks=[
        Lock("replica", at_least=2, reason="we say so"),
        Lock("autoscaling.min", at_least=2, reason="we say so"),
        Lock("image.tag.x", equals="1", reason="we say so"),
        Lock("a b", present=True, reason="we say so"),
    ],
)
