from chartgen import Service

port = int("eighty")
service = Service(name="orders-api")
