from chartgen import Lock, Preset

preset = Preset(
    name="acme",
    locks=[
        Lock("*.security_context.read_only_root_filesystem", equals=True, reason="we say so"),
    ],
)
