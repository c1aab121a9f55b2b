# error: service.py:12: volumes.data.owned_claim: says both data_source and data_source_ref
# hint: keep one of them
# error: service.py:14: volumes.data.owned_claim.match_expressions[0]: takes no values with 'Exists'
from chartgen import DataSource, DataSourceRef, Image, LabelRequirement, OwnedClaim, Service, Volume

service = Service(
    name="orders-api",
    image=Image(repository="ghcr.io/acme/orders-api", tag="1.4.2"),
    replicas=1,
    volumes={
        "data": Volume(
            owned_claim=OwnedClaim(
                size="1Gi",
                match_expressions=[LabelRequirement(key="rack", operator="Exists", values=["a"])],
                data_source=DataSource(kind="VolumeSnapshot", name="yesterday"),
                data_source_ref=DataSourceRef(api_group="example.com", kind="Backup", name="yesterday"),
            ),
            mounts=["/data"],
        ),
    },
)
