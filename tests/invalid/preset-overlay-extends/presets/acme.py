from chartgen import Overlay, Preset

preset = Preset(
    name="acme",
    environments={"production-eu": Overlay(extends="production")},
)
