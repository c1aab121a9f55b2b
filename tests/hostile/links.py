"""Paths and links that lead out of a project, a row each: what to do to it before chartgen runs."""

import json
import os
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

Harm = Callable[[Path, Path], None]
"""Done to a project with the chart ``orders/chart``, beside a folder outside."""


@dataclass(frozen=True)
class Case:
    """One way out, and whether chartgen has to refuse it or may not care."""

    name: str
    do: Harm
    refused: bool = True

    def __str__(self) -> str:
        return self.name


def cases() -> list[Case]:
    """Every row."""
    return [*_linked_files(), *_linked_folders(), *_left_behind(), *_told_in_files(), *_hard_links()]


_FILES = {
    "Chart.yaml": "Chart.yaml",
    "values.yaml": "values.yaml",
    "values-production.yaml": "values.yaml",
    "values.schema.json": "data.json",
    "README.md": "secret.txt",
    ".chartgen.json": ".chartgen.json",
    "templates/deployment.yaml": "deployment.yaml",
    "charts/chartgen-library/Chart.yaml": "Chart.yaml",
    "image-production.yaml": "image-production.yaml",
    ".image-production.yaml.chartgen-new": "secret.txt",
    "mine.txt": "secret.txt",
    "templates/mine.yaml": "deployment.yaml",
    "charts/relay-1.0.0.tgz": "relay-1.0.0.tgz",
    "charts/relay": "relay",
    "crds": "below",
    "files/deep/mine.txt": "secret.txt",
}
"""Files and folders of a chart, by what of the outside is put in their place."""

_FOLDERS = {
    "templates": "templates",
    "charts": "relay",
    "charts/chartgen-library": "relay",
    "charts/chartgen-library/templates": "templates",
}


def _linked_files() -> Iterator[Case]:
    for path, target in _FILES.items():
        yield Case(f"link {path}", partial(_to_outside, place=f"orders/chart/{path}", target=target))
    for path in ("values.yaml", ".chartgen.json", "image-production.yaml"):
        yield Case(
            f"relative link {path}", partial(_to, place=f"orders/chart/{path}", target=f"../../../outside/{path}")
        )
    values = "orders/chart/values.yaml"
    yield Case("link to nothing", partial(_to, place=values, target="/nowhere"))
    yield Case("link to a file to be", partial(_to_outside, place=values, target="new.yaml"))
    yield Case("link to itself", partial(_to, place=values, target="values.yaml"))
    yield Case("link by /proc", _by_proc)
    yield Case("link by a link", _by_a_link)


def _linked_folders() -> Iterator[Case]:
    for path, target in _FOLDERS.items():
        yield Case(f"link {path}/", partial(_to_outside, place=f"orders/chart/{path}", target=target))
    yield Case("link chart/", partial(_to_outside, place="orders/chart", target="chart"))
    yield Case("link chart/ to the whole", partial(_to_outside, place="orders/chart", target=""))
    yield Case("link chart/ to nothing", partial(_to_outside, place="orders/chart", target="new"))
    yield Case("relative link chart/", partial(_to, place="orders/chart", target="../../outside/chart"))
    yield Case("link chart/ and no ledger", _without_ledger)
    yield Case("link orders/", _parent)
    yield Case("link orders/ by a folder between", _parent_between)
    yield Case("link a folder of services", partial(_to_outside, place="more", target=""), refused=False)


def _left_behind() -> Iterator[Case]:
    """What a killed run leaves has fixed names, which somebody may have taken."""
    for name in (".chart.chartgen-new", ".chart.chartgen-old", ".chart.chartgen-journal", "chart.chartgen-backup-1"):
        for target in ("chart", "secret.txt", "new"):
            do = partial(_to_outside, place=f"orders/{name}", target=target)
            yield Case(f"link {name} to {target}", do, refused=False)
        yield Case(f"link {name}, no chart", partial(_alone, name=name), refused=False)
    yield Case("journal and a link staged", _staged_link, refused=False)
    yield Case("a link inside what was staged", _link_in_staged, refused=False)
    yield Case("journal, no chart, a link inside what was staged", _link_in_finished)


def _told_in_files() -> Iterator[Case]:
    for path in _PATHS:
        yield Case(f"ledger lists {path!r}", partial(_list, path=path))
        yield Case(f"output {path!r}", partial(_configure, key="output", value=path))
        file = f"configFiles: {{a.txt: {{file: {{path: {json.dumps(path)}}}}}}}"
        yield Case(f"file {path!r}", partial(_describe, line=file))
    for path in _PATHS[:_NAMED]:
        name = json.dumps(path)
        for line in (
            f"environments: {{{name}: {{}}}}",
            f"components: {{{name}: {{}}}}",
            f"name: {name}",
            f"configFiles: {{{name}: {{file: chartgen.toml}}}}",
            f"presets: [{name}]",
        ):
            yield Case(line, partial(_describe, line=line))
    for repository in ("file://../../../outside/relay", "file:///etc", "file://../relay"):
        yield Case(f"dependency on {repository}", partial(_depend, repository=repository))
    yield Case("file that is a link", _linked_input)
    yield Case("file behind a link", _behind_link)


_PATHS = (
    *("../../../outside/secret.txt", "/etc/passwd", "..", "a/../../x", "C:/x", "C:x", "a\\b", "\x00"),
    *("./values.yaml", "a//b", "", "x/.. /y", "..\\..\\x", "~/x:y"),
)
_NAMED = 8
"""So many of them also as names: each of a kind of its own."""


def _hard_links() -> Iterator[Case]:
    for path in ("values.yaml", ".chartgen.json", "mine.txt"):
        yield Case(f"hard link {path}", partial(_hard, path=path), refused=False)


def _to(project: Path, _: Path, *, place: str, target: str) -> None:
    _link(project / place, Path(target))


def _to_outside(project: Path, outside: Path, *, place: str, target: str) -> None:
    _link(project / place, outside / target)


def _by_proc(project: Path, outside: Path) -> None:
    _link(project / "orders/chart/values.yaml", Path(f"/proc/self/root{outside}/values.yaml"))


def _link(path: Path, target: Path) -> None:
    """Put a link in the place of whatever is there."""
    _away(path)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.symlink_to(target)


def _away(path: Path) -> None:
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path)
    elif os.path.lexists(path):
        path.unlink()


def _by_a_link(project: Path, outside: Path) -> None:
    _link(project / "way", outside)
    _link(project / "orders/chart/values.yaml", Path("../../way/values.yaml"))


def _without_ledger(project: Path, outside: Path) -> None:
    (outside / "chart/.chartgen.json").unlink()
    _link(project / "orders/chart", outside / "chart")


def _parent(project: Path, outside: Path) -> None:
    shutil.copy(project / "orders/service.yaml", outside / "service.yaml")
    _link(project / "orders", outside)


def _parent_between(project: Path, outside: Path) -> None:
    (outside / "orders").mkdir()
    shutil.copy(project / "orders/service.yaml", outside / "orders/service.yaml")
    _link(project / "team", outside)
    _away(project / "orders")
    _link(project / "orders", project / "team/orders")


def _alone(project: Path, outside: Path, *, name: str) -> None:
    _away(project / "orders/chart")
    _link(project / "orders" / name, outside / "chart")


def _staged_link(project: Path, outside: Path) -> None:
    (project / "orders/.chart.chartgen-journal").touch()
    _alone(project, outside, name=".chart.chartgen-new")


def _link_in_staged(project: Path, outside: Path) -> None:
    _link(project / "orders/.chart.chartgen-new/templates", outside / "templates")


def _link_in_finished(project: Path, outside: Path) -> None:
    (project / "orders/.chart.chartgen-journal").touch()
    (project / "orders/chart").rename(project / "orders/.chart.chartgen-new")
    _link(project / "orders/.chart.chartgen-new/values.yaml", outside / "values.yaml")


def _list(project: Path, _: Path, *, path: str) -> None:
    ledger = project / "orders/chart/.chartgen.json"
    data = json.loads(ledger.read_text())
    data["files"][path] = f"sha256:{64 * '0'}"
    ledger.write_text(json.dumps(data))


def _configure(project: Path, _: Path, *, key: str, value: str) -> None:
    (project / "chartgen.toml").write_text(f"{key} = {json.dumps(value)}\n")


def _describe(project: Path, _: Path, *, line: str) -> None:
    file = project / "orders/service.yaml"
    key = line.partition(":")[0]
    kept = [one for one in file.read_text().splitlines() if not one.startswith((f"{key}:", "  "))]
    file.write_text("\n".join([*kept, line, ""]))


def _depend(project: Path, outside: Path, *, repository: str) -> None:
    _link(project / "orders/relay", outside / "relay")
    _describe(
        project, outside, line=f"dependencies: {{relay: {{version: 1.0.0, repository: {json.dumps(repository)}}}}}"
    )


def _linked_input(project: Path, outside: Path) -> None:
    _link(project / "orders/a.txt", outside / "secret.txt")
    _describe(project, outside, line="configFiles: {a.txt: {file: a.txt}}")


def _behind_link(project: Path, outside: Path) -> None:
    _link(project / "orders/config", outside)
    _describe(project, outside, line="configFiles: {a.txt: {file: config/secret.txt}}")


def _hard(project: Path, outside: Path, *, path: str) -> None:
    """A name of the same file outside: a write through it would show there."""
    file = project / "orders/chart" / path
    if not file.exists():
        file.write_text("mine\n")
    os.link(file, outside / f"{path}.ours")
