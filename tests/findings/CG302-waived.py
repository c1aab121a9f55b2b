from chartgen import Namespace, Quota, Waiver

namespace = Namespace(
    name="payments",
    owner="team-payments",
    quotas={"compute": Quota(cpu="10", memory="20Gi", pods=50)},
    waivers=[Waiver(rule="CG302", reason="moves in spring", owner="team-payments", until="2027-03-31")],
)
