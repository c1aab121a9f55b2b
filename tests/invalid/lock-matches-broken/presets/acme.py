from chartgen import Lock, Preset

preset = Preset(
    name="acme",
    locks=[
        Lock('labels["example.com/team"]', matches="^team-", reason="we say so"),
    ],
)
