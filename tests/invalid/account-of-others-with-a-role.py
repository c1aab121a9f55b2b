# error: service.py:12: service_account.aws_role_arn: is of a ServiceAccount that the chart does not make (service_account.create at service.py:10)
# hint: state it where the account is made, or take create=False away
from chartgen import Image, Service, ServiceAccount

service = Service(
    name="orders-api",
    image=Image(repository="ghcr.io/acme/orders-api", tag="1.4.2"),
    ports={"http": 3000},
    service_account=ServiceAccount(
        create=False,
        name="existing",
        aws_role_arn="arn:aws:iam::123456789012:role/orders",
    ),
)
