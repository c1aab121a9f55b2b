from chartgen import Image, Mount, Service, Volume

service = Service(
    name="orders-api",
    image=Image(repository="ghcr.io/acme/orders-api", tag="1.4.2"),
    ports={"http": 3000},
    volumes={"a": Volume(mounts=[Mount(path="/data", sub_path="../etc")], secret="a")},
)
