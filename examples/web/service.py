"""A static site behind nginx: small, two environments, its configuration as a file."""

from chartgen import ConfigFile, EmptyDir, Image, Overlay, Probes, Resources, Route, Service, Shutdown, Volume

NGINX = """\
server {
  listen 8080;
  root /usr/share/nginx/html;
  location / {
    try_files $uri $uri/ /index.html;
  }
}
"""

service = Service(
    name="web",
    description="The shop's front page: static files behind nginx.",
    owner="team-web",
    presets=["http-api"],
    image=Image(repository="ghcr.io/acme/web", tag="2026.11.3"),
    config_files={"site.conf": ConfigFile(content=NGINX, mount_path="/etc/nginx/conf.d/default.conf")},
    probes=Probes(readiness="/", liveness=None),
    resources=Resources(cpu="20m", memory="32Mi"),
    shutdown=Shutdown(drain_seconds=5, longest_request_seconds=10),
    volumes={"cache": Volume(mounts=["/var/cache/nginx"], empty_dir=EmptyDir(size_limit="64Mi"))},
    routes={"public": Route(hosts=["www.staging.example.com"])},
    environments={
        "staging": Overlay(replicas=2),
        "production": Overlay(routes={"public": Route(hosts=["www.example.com", "example.com"])}),
    },
)
