# error: service.py:9: name: is missing
# hint: write name="orders-api"
# error: service.py:13: sealed_secrets.db: has the scope "strict", which binds the ciphertext to the name; state it
# hint: write name="db" as it was sealed for, or seal with --scope namespace-wide
# error: service.py:13: sealed_secrets.db.encrypted_data.password: is no ciphertext of kubeseal
# hint: kubeseal --raw --from-file=FILE --name NAME --namespace NAMESPACE prints what belongs here
from chartgen import Image, Job, PodFailureRule, SealedSecret, Service

service = Service(
    kind="Job",
    image=Image(repository="ghcr.io/acme/orders-api", tag="1.4.2"),
    job=Job(pod_failure_policy=[PodFailureRule(action="FailJob", exit_codes=[42], container="orders-api")]),
    sealed_secrets={"db": SealedSecret(scope="strict", encrypted_data={"password": "AgB0"})},
)
