from chartgen import Lock, Preset

preset = Preset(
    name="acme",
    locks=[
        Lock("image.tag", at_least=2, reason="we say so"),
        Lock("replicas", matches="3", reason="we say so"),
        Lock("image", equals="x", reason="we say so"),
        Lock("image.tag", matches="(?=x)", reason="we say so"),
    ],
)
