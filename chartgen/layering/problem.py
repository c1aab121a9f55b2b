"""A problem with the merged whole: a field, what is wrong, what to type, and the other fields it involves."""

from dataclasses import dataclass

from chartgen.project.shapes import FieldPath


@dataclass(frozen=True)
class Problem:
    """Something that Kubernetes, Helm or the disk cannot take."""

    path: FieldPath
    text: str
    hint: str = ""
    also: tuple[FieldPath, ...] = ()
