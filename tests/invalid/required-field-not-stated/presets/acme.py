from chartgen import Preset

preset = Preset(
    name="acme",
    required=["owner", "labels.cost-centre"],
)
