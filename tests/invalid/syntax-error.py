# error: service.py:4: is not Python: '(' was never closed
from chartgen import Service

service = Service(name="orders-api"
