# error: service.py: defines no 'service'
# hint: name it: service = api
from chartgen import Image, Service

api = Service(name="orders-api", image=Image(repository="ghcr.io/acme/orders-api", tag="1.4.2"))
