# error: service.py: 'service' is a dict
# hint: write service = Service(name=…)
service = {"name": "orders-api"}
