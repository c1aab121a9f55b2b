"""A small service for each preset that ships: the least that it has to state."""

from collections.abc import Mapping
from pathlib import Path

DIGEST = f"sha256:{64 * '0'}"
KEDA = (
    'keda=Keda(triggers={"lag": Trigger(kafka=KafkaTrigger('
    'bootstrap_servers="kafka:9092", consumer_group="orders", topic="orders", lag_threshold=50))})'
)
KINDS: Mapping[str, str] = {
    "http-api": "",
    "grpc-api": "",
    "worker": "",
    "queue-consumer": KEDA,
    "cron": 'cron_job=CronJob(schedule="30 2 * * *")',
    "stateful": 'ports={"db": 5432}',
    "agent": "",
    "static-site": "",
}
"""What a service of the kind states beside its image."""

LAYERS = ['"restricted"', '"production"', '"observable"', '"cost-saving"']
"""Every preset to mix in; any kind takes them as they are."""


def write(folder: Path, presets: list[str], *said: str, image: str = f'digest="{DIGEST}"') -> None:
    """The service file."""
    fields = [
        'name="orders"',
        f"presets=[{', '.join(presets)}]",
        f'image=Image(repository="ghcr.io/acme/orders", {image})',
        *filter(None, said),
    ]
    if not any(one.startswith("environments=") for one in fields):
        fields.append('environments={"dev": Overlay(), "staging": Overlay(), "production": Overlay()}')
    (folder / "service.py").write_text(f"from chartgen import *\nservice = Service({', '.join(fields)})\n")
