service = {"name": "orders-api"}
