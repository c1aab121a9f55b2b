# error: service.py:4: raised ValueError: invalid literal for int() with base 10: 'eighty'
from chartgen import Service

port = int("eighty")
service = Service(name="orders-api")
