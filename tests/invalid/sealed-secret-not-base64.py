# error: service.py:9: encrypted_data.password: is not base64 on one line, as kubeseal --raw prints it
from chartgen import Image, SealedSecret, Service

service = Service(
    name="orders-api",
    image=Image(repository="ghcr.io/acme/orders-api", tag="1.4.2"),
    ports={"http": 3000},
    sealed_secrets={
        "db": SealedSecret(encrypted_data={"password": "correct horse battery staple"}),
    },
)
