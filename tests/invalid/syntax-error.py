from chartgen import Service

service = Service(name="orders-api"
