"""Other charts that a chart brings along. Source: https://helm.sh/docs/helm/helm_dependency/."""

import re
from collections.abc import Mapping, Sequence
from typing import Annotated, Any

from pydantic import BeforeValidator, Field

from chartgen.models.base import MUST, Model
from chartgen.models.raw import PLAIN

CHART = r"^[a-zA-Z0-9]([-a-zA-Z0-9._]*[a-zA-Z0-9])?$"
REPOSITORY_URL = (
    r"^(https|oci)://[a-zA-Z0-9]([-a-zA-Z0-9.]*[a-zA-Z0-9])?(:[0-9]{1,5})?(/[-a-zA-Z0-9._~%+/]*)?$"
    r"|^file://[^/\s\\:][^\s\\:]*$"
)
TAG_NAME = r"^[a-zA-Z][-a-zA-Z0-9_]*$"

_NUMBER = r"(0|[1-9][0-9]{0,8}|[xX*])"
_VERSION = rf"v?{_NUMBER}(\.{_NUMBER}){{0,2}}(-[0-9A-Za-z]+([.-][0-9A-Za-z]+)*)?(\+[0-9A-Za-z]+([.-][0-9A-Za-z]+)*)?"
_COMPARED = rf"(=|!=|>=|=>|<=|=<|>|<|~>|~|\^)? ?{_VERSION}"
_RANGE = rf"({_VERSION} - {_VERSION}|{_COMPARED}((, ?| ){_COMPARED})*)"
VERSION_RANGE = rf"^{_RANGE}( ?\|\| ?{_RANGE})*$"
"""What Helm's SemVer library takes: https://github.com/Masterminds/semver#basic-comparisons."""

EXACT = re.compile(r"[0-9]+\.[0-9]+\.[0-9]+(-[0-9A-Za-z.-]+)?")
"""A version, and no range: Chart.lock can name it before anything is fetched."""

_CREDENTIALS = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]*://([^/]*@|[^?]*\?)")


def refuse_credentials(url: Any) -> Any:
    """A URL without user, password or query; what is refused is not told."""
    if isinstance(url, str) and _CREDENTIALS.match(url):
        msg = "holds a user, password or query, which would stand in the chart: helm repo add or registry login take it"
        raise ValueError(msg)
    return url


class Dependency(Model):
    """A chart that is installed with this one, under the key of its values: ``{"redis": Dependency(…)}``.

    Its archive belongs into the chart's ``charts/`` folder: ``helm dependency update chart`` fetches it. Helm renders
    no chart whose archives are missing, not even of those disabled; ``chartgen render`` and ``check`` do without them.
    """

    chart: Annotated[str, Field(pattern=CHART, max_length=250)] | None = None
    """The chart's name, where it is not the key; the key is then its alias."""

    version: Annotated[str, Field(pattern=VERSION_RANGE, max_length=128)] = MUST
    """The version, as ``1.4.2``, or a range, as ``^1.4.0`` or ``>=1.4.0 <2.0.0``. With exact versions alone the chart
    has a Chart.lock; with a range, Helm makes it when it fetches."""

    repository: Annotated[str, Field(pattern=REPOSITORY_URL, max_length=512), BeforeValidator(refuse_credentials)] = (
        MUST
    )
    """Where the chart is: ``https://…`` for a chart repository, ``oci://…`` for a registry, or ``file://../relay`` for
    a folder of the project, seen from the chart's folder as Helm sees it: there, a folder beside the service file."""

    enabled: bool | None = None
    """Whether it is installed: by default it is, unless it has tags, which then decide. It is the condition
    ``<key>.enabled`` of the values."""

    tags: Sequence[Annotated[str, Field(pattern=TAG_NAME, max_length=63)]] = ()
    """Names by which several dependencies are switched together: ``--set tags.<tag>=false``. They count where
    ``enabled`` is not said."""

    values: Annotated[Mapping[str, Any], PLAIN] = {}
    """What it is told, in the words of its own values.yaml. Never secrets."""
