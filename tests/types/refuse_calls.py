"""What an author may get wrong in a call; each marked line is refused, and no other."""

from chartgen import Autoscaling, ConfigMap, Image, Overlay, Port, Probes, Resources, Route, Service

misspelt = Service(name="a", replica=3)  # refused
misspelt_below = Overlay(autoscaling=Autoscaling(max_replica=3))  # refused
outside_name = Overlay(minReplicas=3)  # refused
not_the_services = Overlay(name="a")  # refused
text_for_number = Overlay(replicas="3")  # refused
number_for_text = Service(name=7)  # refused
half = Overlay(replicas=2.5)  # refused
text_for_section = Overlay(image="nginx:1.27")  # refused
dict_for_section = Overlay(image={"repository": "nginx"})  # refused
none_for_number = Overlay(replicas=None)  # refused
none_for_section = Overlay(image=None)  # refused
none_for_defaulted = Overlay(resources=None)  # refused
wrong_word = Port(port=53, protocol="udp")  # refused
wrong_entry = Overlay(ports={"http": "3000"})  # refused
wrong_number = Overlay(env={"RETRIES": 3})  # refused
wrong_list = Route(hosts=[1])  # refused
wrong_probe = Probes(readiness=8080)  # refused
quantity_as_number = Resources(cpu=1)  # refused
overlay_for_map = Service(environments=Overlay())  # refused
service_as_overlay = Service(environments={"staging": Service(name="a")})  # refused
secret_for_text = Overlay(external_secrets={"db": "orders/db"})  # refused
bytes_for_text = ConfigMap(data={"logo.png": b"x"})  # refused
positional = Service("a")  # refused
positional_below = Image("ghcr.io/acme/a")  # refused
