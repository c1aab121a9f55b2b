import acme_standards
from chartgen import Preset

preset = Preset(name="acme")
