# error: service.py:11: config_files.site.conf: says nothing; give it one of binary, content, file
# error: service.py:12: config_files.mime.types.mount_path: is a folder; name the file in it too
# hint: write mount_path="/etc/nginx/mime.types"
from chartgen import ConfigFile, Image, Service

service = Service(
    name="orders-api",
    image=Image(repository="ghcr.io/acme/orders-api", tag="1.4.2"),
    ports={"http": 3000},
    config_files={
        "site.conf": ConfigFile(mount_path="/etc/site.conf"),
        "mime.types": ConfigFile(content="text/html html;", mount_path="/etc/nginx/"),
    },
)
