from chartgen import Preset

preset = Preset(name="acme", replicas=int("three"))
