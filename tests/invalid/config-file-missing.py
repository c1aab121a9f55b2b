# error: service.py:11: config_files.site.conf.file: there is no file site.conf beside the file that names it
# error: service.py:13: config_maps.logos.data.logo.png.file: there is no file logo.png beside the file that names it
# error: service.py:17: environments.staging.config_maps.logos.data.logo.png.file: there is no file staging.png beside the file that names it
from chartgen import ConfigFile, ConfigMap, File, Image, Overlay, Service

service = Service(
    name="orders-api",
    image=Image(repository="ghcr.io/acme/orders-api", tag="1.4.2"),
    ports={"http": 3000},
    config_files={
        "site.conf": ConfigFile(file="site.conf", mount_path="/etc/site.conf"),
    },
    config_maps={"logos": ConfigMap(data={"logo.png": File("logo.png", binary=True)})},
    environments={
        "staging": Overlay(
            config_maps={
                "logos": ConfigMap(data={"logo.png": File("staging.png")}),
            }
        )
    },
)
