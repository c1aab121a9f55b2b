# error: service.py:13: file.path: must be a file beside this one or below its folder, such as config/nginx.conf, not '/etc/passwd'
# error: service.py:15: config_maps.up.data.a.file: is '../service.py', which may lead out of the project
# hint: name it from this file's folder down
# error: service.py:15: config_maps.up.data.b.file: is './x', which may lead out of the project
# hint: name it from this file's folder down
from chartgen import ConfigFile, ConfigMap, File, Image, Service

service = Service(
    name="orders-api",
    image=Image(repository="ghcr.io/acme/orders-api", tag="1.4.2"),
    ports={"http": 3000},
    config_files={
        "passwd": ConfigFile(file="/etc/passwd", mount_path="/a"),
    },
    config_maps={"up": ConfigMap(data={"a": File("../service.py"), "b": File("./x")})},
)
