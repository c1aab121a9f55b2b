"""Today, which is an input: what is generated never depends on the clock, but a waiver ends on a day."""

from datetime import UTC, date, datetime
from os import environ

from chartgen.errors import invalid


def day(given: str | None = None) -> date:
    """Today: as given, else from SOURCE_DATE_EPOCH, else the clock's."""
    if given is not None:
        try:
            return date.fromisoformat(given)
        except ValueError:
            raise invalid("--today", f"{given!r} is not a day", hint="--today 2027-01-31") from None
    if epoch := environ.get("SOURCE_DATE_EPOCH"):
        try:
            return datetime.fromtimestamp(int(epoch), tz=UTC).date()
        except (ValueError, OverflowError, OSError):
            hint = "write the seconds since 1970, or unset it"
            raise invalid("SOURCE_DATE_EPOCH", f"{epoch!r} is not a point in time", hint=hint) from None
    return datetime.now(tz=UTC).date()
