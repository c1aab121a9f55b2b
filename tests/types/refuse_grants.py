"""What an author may get wrong in a grant or a namespace; each marked line is refused, and no other."""

from chartgen import Access, Binding, Grant, Namespace, NamespaceOverlay, Overlay, PodSecurity, Quota

unknown_verb = Grant("pods", verbs=["read"])  # refused
one_verb = Grant("pods", verbs="get")  # refused
no_group = Grant("pods", verbs=["get"], api_group=1)  # refused
unknown_kind = Binding("view", kind="RoleBinding")  # refused
unknown_level = PodSecurity(enforce="strict")  # refused
number_for_quantity = Quota(cpu=10)  # refused
text_for_count = Quota(pods="50")  # refused
unknown_scope = Quota(scopes=["Running"])  # refused
service_overlay = Namespace(environments={"staging": Overlay()})  # refused
misspelt = NamespaceOverlay(quota={})  # refused
role_for_access = Namespace(access={"a": "edit"})  # refused
two_roles = Access(role=["view", "edit"])  # refused
