# error: presets/acme.py:6: locks[0]: has at_least or at_most, and image.tag is neither a number nor a quantity
# error: presets/acme.py:7: locks[1]: has matches, and replicas is no text
# error: presets/acme.py:8: locks[2]: demands a value of image, which is a section; lock a field in it
# error: presets/acme.py:9: locks[3]: has '(?=x)', which is no regular expression that Helm reads: look-around, including look-ahead and look-behind, is not supported
from chartgen import Image, Service

service = Service(
    name="orders-api",
    image=Image(repository="ghcr.io/acme/orders-api", tag="1.4.2"),
    ports={"http": 3000},
    presets=["acme"],
)
