# error: service.py:15: volumes.target.iscsi.secret: is needed for a login
# hint: write secret="iscsi-login"
# error: service.py:19: volumes.target.iscsi.initiator: goes with interface
# error: service.py:23: volumes.fabric.fc.lun: goes with target_wwns, and is needed there
# error: service.py:24: volumes.nothing.fc: needs exactly one of target_wwns and wwids
# error: service.py:26: volumes.trust.projected.sources[0].trust_bundle: needs exactly one of name and signer
# error: service.py:26: volumes.trust.projected.sources[0].trust_bundle.labels: goes with signer
from chartgen import FibreChannel, Image, Iscsi, Projected, Projection, Service, TrustBundle, Volume

service = Service(
    name="orders-api",
    image=Image(repository="ghcr.io/acme/orders-api", tag="1.4.2"),
    volumes={
        "target": Volume(
            iscsi=Iscsi(
                portal="10.0.2.15",
                iqn="iqn.2001-04.com.example:a",
                chap_session=True,
                initiator="iqn.2001-04.com.example:b",
            ),
            mounts=["/target"],
        ),
        "fabric": Volume(fc=FibreChannel(target_wwns=["500a0982991b8dc5"]), mounts=["/fabric"]),
        "nothing": Volume(fc=FibreChannel(), mounts=["/nothing"]),
        "trust": Volume(
            projected=Projected(sources=[Projection(trust_bundle=TrustBundle(path="ca.pem", labels={"a": "b"}))]),
            mounts=["/trust"],
        ),
    },
)
