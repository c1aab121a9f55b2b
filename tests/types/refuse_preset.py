"""What a platform team may get wrong in a preset; each marked line is refused, and no other."""

from chartgen import (
    Lock, Namespace, NamespacePreset, Overlay, Preset, PresetUse, Resources, Service, takes_options,
)

misspelt = Preset(name="a", lock=[])  # refused
misspelt_setting = Preset(name="a", replica=3)  # refused
misspelt_demand = Lock("replicas", atleast=3, reason="x")  # refused
text_for_flag = Lock("replicas", present="yes", reason="x")  # refused
number_for_text = Lock("replicas", at_least=3, reason=3)  # refused
number_for_path = Lock(3, present=True, reason="x")  # refused
number_for_list = Lock("service.type", one_of=3, reason="x")  # refused
wrong_level = Preset(name="a", rules={"CG401": "warn"})  # refused
wrong_size = Preset(name="a", sizes={"small": "50m"})  # refused
wrong_overlay = Preset(name="a", environments={"production": Preset(name="a")})  # refused
preset_itself = Service(name="a", presets=[Preset(name="a")])  # refused
number_for_size = Overlay(size=3)  # refused
lock_in_a_service = Service(name="a", locks=[])  # refused
sizes_of_a_size = Resources(size="small")  # refused


@takes_options
def http_api(*, copies: int = 2) -> Preset:
    """An API."""
    return Preset(name="http-api", replicas=copies)


misspelt_option = Service(name="a", presets=[http_api(copys=3)])  # refused
text_for_option = Service(name="a", presets=[http_api(copies="3")])  # refused


text_for_condition = Lock("replicas", at_least=3, if_set="yes", reason="x")  # refused
options_as_a_list = PresetUse(name="production", options=["copies"])  # refused
misspelt_of_a_use = PresetUse(name="production", option={"copies": 3})  # refused
misspelt_of_a_namespaces_preset = NamespacePreset(name="a", lock=[])  # refused
text_for_lock = NamespacePreset(name="a", locks=["keep"])  # refused
service_field_of_a_namespaces_preset = NamespacePreset(name="a", replicas=3)  # refused
wrong_level_of_a_namespaces_preset = NamespacePreset(name="a", rules={"CG301": "warn"})  # refused
overlay_of_a_service = NamespacePreset(name="a", environments={"production": Overlay()})  # refused
lock_in_a_namespace = Namespace(name="a", locks=[])  # refused
