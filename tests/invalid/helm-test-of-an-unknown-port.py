# error: service.py:13: tests.smoke.http.port: names the port 'admin'; the ports are http
# error: service.py:14: tests.check.env.URL: refers to HOSTS, which is no variable of this test
# hint: did you mean 'HOST'?
from chartgen import HelmTest, HttpCheck, Image, Ref, Service

IMAGE = "docker.io/library/busybox@sha256:6dd8ba5ab1ad1df3c1d1f0ed1d4b1cf2f33d2b6c8d5ce5ad8ed6c5d3f5f3b1aa"

service = Service(
    name="orders-api",
    image=Image(repository="ghcr.io/acme/orders-api", tag="1.4.2"),
    ports={"http": 3000},
    tests={
        "smoke": HelmTest(image=IMAGE, http=HttpCheck(path="/", port="admin")),
        "check": HelmTest(image=IMAGE, command=["/check"], env={"HOST": "orders-api", "URL": Ref("http://$(HOSTS)/")}),
    },
)
