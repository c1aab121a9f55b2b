# error: service.py:10: sealed_secrets.db.encrypted_data.password: is no ciphertext of kubeseal
# hint: kubeseal --raw --from-file=FILE --name NAME --namespace NAMESPACE prints what belongs here
from chartgen import Image, SealedSecret, Service

service = Service(
    name="orders-api",
    image=Image(repository="ghcr.io/acme/orders-api", tag="1.4.2"),
    ports={"http": 3000},
    sealed_secrets={
        "db": SealedSecret(name="orders-db", encrypted_data={"password": "aHVudGVyMg=="}),
    },
)
