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

PORTLESS = ("worker", "queue-consumer", "agent", "cron")
COUNTLESS = ("agent", "cron")


def layers(kind: str) -> list[str]:
    """Every preset to mix in, with the options that the kind needs."""
    copies = ", options={'copies': None}" if kind in COUNTLESS else ""
    metrics = ", options={'metrics': False}" if kind in PORTLESS else ""
    return [
        '"restricted"',
        f'PresetUse(name="production"{copies})',
        f'PresetUse(name="observable"{metrics})',
        f'PresetUse(name="cost-saving"{copies})',
    ]


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
