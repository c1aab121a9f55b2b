"""Locks of presets on a field."""

from collections.abc import Sequence

from chartgen.layering.layers import Layer
from chartgen.project.shapes import FieldPath


def locks_on(layers: Sequence[Layer], path: FieldPath) -> Sequence[str]:  # noqa: ARG001 - see below
    """Each lock on the field, in words: what it demands, whose it is, why, and its line.

    The place where they are listed: presets have no locks yet, so there are none.
    """
    return ()
