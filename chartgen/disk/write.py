"""Write the charts that differ; all are checked before the first is touched."""

import os
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from chartgen.disk.backup import back_up, next_backup
from chartgen.disk.chart import Change, Chart, shown
from chartgen.disk.exchange import Exchange, discard, in_one_step, recover, staging
from chartgen.disk.guard import refuse_place, refuse_shared, refuse_unwritable
from chartgen.disk.held import Held, beside
from chartgen.disk.lock import alone
from chartgen.disk.plan import Plan, plan
from chartgen.disk.stage import stage
from chartgen.disk.stale import refuse_edited
from chartgen.disk.tree import look
from chartgen.errors import InvalidInput, Message, StaleChart, invalid

Written = tuple[Chart, list[Change]]


def write(
    charts: Iterable[Chart],
    *,
    force: bool = False,
    on_done: Callable[[Chart, list[Change]], None] | None = None,
    on_notice: Callable[[str], None] | None = None,
    exchange: Exchange = in_one_step,
) -> list[Written]:
    """Write the charts that differ, and give them with what changed; a chart without changes is not touched.

    ``on_done`` hears of every chart, also of those without changes; ``on_notice`` of what a killed run had left, and of
    backups. With ``force``, files edited by hand are overwritten, and kept beside the chart. Raises InvalidInput for
    what the disk can't take, else StaleChart for files edited by hand; nothing is written then.
    """
    notice = on_notice or (lambda _: None)
    charts = list(charts)
    written = []
    with alone(charts):
        for one in _plans(charts, notice, force=force):
            if one.changes:
                _carry_out(one, exchange, notice)
                written.append((one.chart, one.changes))
            if on_done:
                on_done(one.chart, one.changes)
    return written


def _plans(charts: list[Chart], notice: Callable[[str], None], *, force: bool) -> list[Plan]:
    """A plan for each chart, or every reason against any: what is invalid first, then what is stale."""
    refuse_shared(charts)
    plans: list[Plan] = []
    invalid_ones: list[Message] = []
    stale: list[StaleChart] = []
    for chart in charts:
        try:
            plans.append(_plan(chart, notice, force=force))
        except InvalidInput as error:
            invalid_ones += error.messages
        except StaleChart as error:
            stale.append(error)
    if invalid_ones:
        raise InvalidInput(invalid_ones)
    if stale:
        raise StaleChart("\n".join(map(str, stale)), hint=stale[0].hint)
    if not force:
        refuse_edited(plans)
    return plans


def _plan(chart: Chart, notice: Callable[[str], None], *, force: bool) -> Plan:
    refuse_place(chart)
    with _complaining(chart) as place:
        if repaired := recover(place):
            notice(f"{shown(chart.folder)}: {repaired}")
    planned = plan(chart, force=force)
    if planned.changes:
        refuse_unwritable(chart, planned.tree)
    return planned


def _carry_out(planned: Plan, exchange: Exchange, notice: Callable[[str], None]) -> None:
    folder = planned.chart.folder
    with _complaining(planned.chart, make=True) as place:
        if lost := [change.path for change in planned.edited if change.before is not None]:
            backup = folder.with_name(back_up(place, lost).name)
            notice(f"{shown(backup)}: keeps what was edited by hand")
        stage(planned, place, staging(place))
        if not os.path.lexists(place):
            staging(place).rename(place)
            return
        _retire(planned, exchange(staging(place), place), place, notice)


def _retire(planned: Plan, old: Path, place: Path, notice: Callable[[str], None]) -> None:
    """Remove the old chart, unless somebody wrote in it since it was looked at."""
    if _is_as_planned(planned, old):
        discard(old)
        return
    backup = next_backup(place)
    old.rename(backup)
    name = shown(planned.chart.folder.with_name(backup.name))
    notice(f"{name}: keeps the chart as it was; somebody wrote in it while chartgen ran")


def _is_as_planned(planned: Plan, old: Path) -> bool:
    try:
        with Held(old) as held:
            return look(held, planned.chart.folder).files == planned.tree.files
    except (InvalidInput, OSError):
        return False


@contextmanager
def _complaining(chart: Chart, *, make: bool = False) -> Iterator[Path]:
    """The chart's place, to write there; what is interrupted is finished or taken back, the system's refusal told."""
    with beside(chart, make=make) as place:
        try:
            yield place
        except BaseException as error:
            with suppress(OSError):
                recover(place)
            if not isinstance(error, OSError):
                raise
            hint = "mend that and run the same command again; every chart on disk is whole"
            raise invalid(shown(chart.folder), f"can't be written: {error.strerror}", hint=hint) from None
