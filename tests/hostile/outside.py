"""A folder beside a project, which nobody told chartgen of: was it touched, was it read."""

import json
import os
import tarfile
from base64 import b64encode
from io import BytesIO
from pathlib import Path

from chartgen.charting.ledger import FILE_NAME, Ledger, Pin, digest, to_json

SECRET = "word-of-the-outside"
"""Stands in every file there, and nowhere else: where it shows up, somebody has read there."""

Picture = dict[str, tuple[int, int, bytes]]


def make_outside(folder: Path) -> None:
    """Files of every sort that chartgen reads, each fit to be taken for its own."""
    for path, text in _TEXTS.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text)
    with tarfile.open(folder / "relay-1.0.0.tgz", "w:gz") as archive:
        data = f"name: relay\nversion: 1.0.0\ndescription: {SECRET}\n".encode()
        member = tarfile.TarInfo("relay/Chart.yaml")
        member.size = len(data)
        archive.addfile(member, BytesIO(data))


def picture(folder: Path) -> Picture:
    """Everything in a folder and the folder itself: permissions, time of change, content; links are not followed."""
    found: Picture = {}
    for path in (folder, *sorted(folder.rglob("*"))):
        stat = path.lstat()
        found[path.relative_to(folder).as_posix()] = (stat.st_mode, stat.st_mtime_ns, _content(path))
    return found


def tells(text: str | bytes) -> bool:
    """Whether something of what stands outside is in a text."""
    data = text.encode(errors="replace") if isinstance(text, str) else text
    return any(word in data for word in (SECRET.encode(), b64encode(SECRET.encode()).rstrip(b"=")[:-1]))


def brought_in(folder: Path) -> list[str]:
    """Files of a folder that hold something of the outside."""
    files = (path for path in folder.rglob("*") if path.is_file() and not path.is_symlink())
    return [path.relative_to(folder).as_posix() for path in files if tells(path.read_bytes())]


def _content(path: Path) -> bytes:
    if path.is_symlink():
        return os.fsencode(path.readlink())
    return path.read_bytes() if path.is_file() else b""


def _ledger() -> str:
    objects = ({"kind": "Deployment", "name": SECRET, "selector": {SECRET: SECRET}},)
    pin = Pin("chartgen-library", "1.0.0", digest(SECRET))
    return to_json(Ledger(pin, (Pin(SECRET, "1.0.0", digest(SECRET)),), digest(SECRET), {}, objects))


_SERVICE = f"name: orders\nimage: {{repository: ghcr.io/acme/{SECRET}, tag: 1.0.0}}\n"
_TEXTS = {
    "secret.txt": f"{SECRET}\n",
    FILE_NAME: _ledger(),
    "Chart.yaml": f"apiVersion: v2\nname: {SECRET}\nversion: 1.0.0\n",
    "values.yaml": f"note: {SECRET}\n",
    "image-production.yaml": f"image: {{tag: {SECRET}}}\n",
    "service.yaml": _SERVICE,
    "deployment.yaml": f"kind: {SECRET}\n",
    "below/secret.txt": f"{SECRET}\n",
    "chart/Chart.yaml": f"name: {SECRET}\nversion: 1.0.0\n",
    f"chart/{FILE_NAME}": _ledger(),
    "chart/values.yaml": f"note: {SECRET}\n",
    "chart/image-production.yaml": f"image: {{tag: {SECRET}}}\n",
    "chart/templates/deployment.yaml": f"kind: {SECRET}\n",
    "chart/mine.txt": f"{SECRET}\n",
    "templates/deployment.yaml": f"kind: {SECRET}\n",
    "relay/Chart.yaml": f"name: relay\nversion: 1.0.0\ndescription: {SECRET}\n",
    "presets/theirs.py": f'from chartgen import Preset\npreset = Preset(name="theirs", why="{SECRET}")\n',
    "data.json": json.dumps({SECRET: SECRET}),
}
