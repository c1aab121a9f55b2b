"""An environment for pull requests: many releases of one chart in one namespace, host and image set at deployment.

helm install pr-7 chart -f chart/values-preview.yaml --set image.tag=pr-7
    --set ingress.hosts[0].host=pr-7.example.com --set ingress.tls[0].hosts[0]=pr-7.example.com
"""

from chartgen import Image, Overlay, Resources, Route, Service

service = Service(
    name="storefront",
    description="The shop's front end, with a preview for each pull request.",
    owner="team-web",
    presets=["http-api"],
    image=Image(repository="ghcr.io/acme/storefront", tag="3.2.0"),
    config={"THEME": "light"},
    routes={"public": Route(hosts=["shop.example.com"])},
    environments={
        "preview": Overlay(
            replicas=1,
            resources=Resources(cpu="50m", memory="64Mi"),
            routes={"public": Route(hosts=["preview.example.com"])},
        ),
        "production": Overlay(),
    },
)
