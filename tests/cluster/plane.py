"""The control plane of tools/control-plane: whether it is built, up and down, the project's CRDs in it."""

import os
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from threading import Event, Thread

import yaml

from tests.absent import absent
from tests.cluster.api import Api, Manifest, Refused
from tools.crds import crds

TOOLS = Path(__file__).parents[2] / "tools" / "control-plane"
CACHE = Path(
    os.environ.get("CHARTGEN_CONTROL_PLANE")
    or Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache", "chartgen", "control-plane")
)


def must_be_built() -> None:
    """Asks for a control plane that was ever built here: a folder of a version that has its last part."""
    if not (any(CACHE.glob("*/kwok-stages")) and any(CACHE.glob("*/kubectl"))):
        absent("there is no control plane; tools/control-plane/build makes it in some minutes, once")


@contextmanager
def running(folder: Path) -> Iterator[Path]:
    """Its kubeconfig, as long as it runs."""
    try:
        subprocess.run([TOOLS / "up", folder], check=True, stdout=subprocess.DEVNULL)
        yield folder / "kubeconfig"
    finally:
        subprocess.run([TOOLS / "down", folder], check=True)


def shell(command: str, kubeconfig: Path, namespace: str) -> str:
    """What a person types, with kubectl on the path and the namespace as the current one."""
    said = yaml.safe_load(kubeconfig.read_text(encoding="utf-8"))
    said["contexts"][0]["context"]["namespace"] = namespace
    own = kubeconfig.with_name(f"kubeconfig-{namespace}")
    own.write_text(yaml.safe_dump(said), encoding="utf-8")
    [kubectl] = CACHE.glob("*/kubectl")
    environment = {**os.environ, "KUBECONFIG": str(own), "PATH": f"{kubectl.parent}:{os.environ['PATH']}"}
    return subprocess.run(
        ["bash", "-c", command], check=True, stdout=subprocess.PIPE, text=True, env=environment
    ).stdout


def install_crds(api: Api) -> None:
    """Those that the schemas of chartgen/schemas/crds/ are made from, until they are served."""
    found = crds()
    for crd in found:
        crd.pop("status", None)
        api.create(crd)
    for crd in found:
        spec = crd["spec"]
        version = next(one["name"] for one in spec["versions"] if one["served"])
        until(partial(api.ask, "GET", f"/apis/{spec['group']}/{version}/{spec['names']['plural']}"))


@contextmanager
def volumes(api: Api) -> Iterator[None]:
    """Gives each claim a volume, as the provisioner of a real cluster does."""
    stop = Event()
    thread = Thread(target=_provide, args=(api, stop), daemon=True)
    thread.start()
    try:
        yield
    finally:
        stop.set()
        thread.join()


def _provide(api: Api, stop: Event) -> None:
    while not stop.wait(0.3):
        for claim in api.ask("GET", "/api/v1/persistentvolumeclaims")["items"]:
            if claim["status"].get("phase") == "Pending" and not claim["spec"].get("volumeName"):
                try:
                    api.create(_volume(claim))
                except Refused as problem:
                    if "already exists" not in str(problem):
                        raise


def _volume(claim: Manifest) -> Manifest:
    metadata, spec = claim["metadata"], claim["spec"]
    return {
        "apiVersion": "v1",
        "kind": "PersistentVolume",
        "metadata": {"name": f"pv-{metadata['uid']}"},
        "spec": {
            "capacity": spec["resources"]["requests"],
            "accessModes": spec["accessModes"],
            "storageClassName": spec.get("storageClassName", ""),
            "hostPath": {"path": "/tmp"},  # noqa: S108 - no node is there
            "claimRef": {"namespace": metadata["namespace"], "name": metadata["name"], "uid": metadata["uid"]},
        },
    }


def until(question: Callable[[], object], seconds: float = 30) -> None:
    """Asks until the answer is neither nothing nor a refusal."""
    end = time.monotonic() + seconds
    while True:
        try:
            if question():
                return
            problem: object = "the answer is still no"
        except Refused as refused:
            problem = refused
        if time.monotonic() > end:
            raise TimeoutError(str(problem))
        time.sleep(0.1)
