# error: service.py:9: identity.objects.Job: can't be stated: a Job of the release has another name each time that its pod changes
# hint: leave it out; the old Job is deleted by the upgrade
from chartgen import Identity, Image, Service

service = Service(
    name="report",
    image=Image(repository="ghcr.io/acme/report", tag="1.0.0"),
    kind="Job",
    identity=Identity(objects={"Job": "report"}),
)
