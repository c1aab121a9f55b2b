# error: service.py:11: sealed_secrets.db: has no encrypted_data
# hint: kubeseal --raw --name db --from-file=KEY prints some
# error: service.py:11: sealed_secrets.db: has the scope "strict", which binds the ciphertext to the name; state it
# hint: write name="orders-api-db" as it was sealed for, or seal with --scope namespace-wide
from chartgen import Image, SealedSecret, Service

service = Service(
    name="orders-api",
    image=Image(repository="ghcr.io/acme/orders-api", tag="1.4.2"),
    ports={"http": 3000},
    sealed_secrets={"db": SealedSecret()},
)
