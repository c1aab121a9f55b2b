"""What docs/presets.md shows is what chartgen takes."""

import re
from pathlib import Path

import pytest

from tests.conftest import Run

PAGE = (Path(__file__).parents[2] / "docs" / "presets.md").read_text(encoding="utf-8")
PYTHON = re.findall(r"^```python\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL)
YAML = re.findall(r"^```yaml\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL)
TOML = re.findall(r"^```toml\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL)
SERVICE = """
from chartgen import *
service = Service(
    name="orders-api", image=Image(repository="ghcr.io/acme/orders-api", tag="1.4.2"), ports={{"http": 3000}},
    owner="team-orders", labels={{"cost-centre": "c42", "tier": "web"}}, size="small",
    environments={{"production": Overlay({overlay})}},
    {waivers}
)
"""


@pytest.fixture
def acme(project: Path) -> Path:
    (project / "presets").mkdir()
    (project / "presets" / "acme.py").write_text(PYTHON[0])
    (project / "presets" / "team.yaml").write_text(YAML[0].replace("name: acme", "name: team"))
    (project / "presets" / "http_api.py").write_text(PYTHON[1])
    toml = TOML[1].replace("acme/http-api", "project/http-api").replace("services/shop/*", "*")
    (project / "chartgen.toml").write_text(toml)
    (project / "service.py").write_text(SERVICE.format(overlay="", waivers='presets=["team"],'))
    return project


def test_the_pages_presets_and_settings_make_a_chart(acme: Path, run: Run) -> None:
    assert run("generate")[::2] == (0, "")
    values = (acme / "chart" / "values.yaml").read_text()
    assert "cpu: 50m" in values
    assert "locked by preset acme: one may go" in (acme / "chart" / "values.schema.json").read_text()


def test_the_pages_waiver_lifts_its_lock(acme: Path, run: Run) -> None:
    text = SERVICE.format(overlay="replicas=1", waivers=PYTHON[2].strip() + ",")
    (acme / "service.py").write_text(text)

    assert run("generate", "--today", "2027-01-31")[::2] == (0, "")
    assert run("generate", "--today", "2027-02-01")[0] == 2
