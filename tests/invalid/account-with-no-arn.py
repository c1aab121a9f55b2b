# error: service.py:8: aws_role_arn: must be the ARN of a role, such as arn:aws:iam::123456789012:role/orders-api, not 'role/orders'
from chartgen import Image, Service, ServiceAccount

service = Service(
    name="orders-api",
    image=Image(repository="ghcr.io/acme/orders-api", tag="1.4.2"),
    ports={"http": 3000},
    service_account=ServiceAccount(aws_role_arn="role/orders"),
)
