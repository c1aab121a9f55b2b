"""The only writer. A chart is staged whole beside its place and exchanged in one step: old or new, never a mixture.

``compare``      what ``write`` would change; writes nothing
``ledger_of``    what the chart that stands there says of itself; ``refuse_links`` before anything else is read there
``write``        the charts that differ; none of them where a file was edited by hand
``make``         single files that do not exist yet, such as a service file; ``unmake`` takes them back
``materialise``  a chart in an empty folder, to be rendered; ``copy`` makes one of the chart that stands somewhere, and
                 ``carry_over`` adds what stands there beside the generated files

The order of things: lock (one run at a time), guard (may it be written), recover (what a killed run left), plan, stage,
exchange.
"""

from chartgen.disk.chart import Change, Chart, shown
from chartgen.disk.exchange import in_one_step, in_two_renames
from chartgen.disk.files import carry_over, copy, make, materialise, unmake
from chartgen.disk.plan import compare, ledger_of, refuse_links
from chartgen.disk.write import write

__all__ = [
    "Change",
    "Chart",
    "carry_over",
    "compare",
    "copy",
    "in_one_step",
    "in_two_renames",
    "ledger_of",
    "make",
    "materialise",
    "refuse_links",
    "shown",
    "unmake",
    "write",
]
