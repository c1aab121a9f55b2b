"""A problem with the merged whole: a field, what is wrong, what to type, and the other fields it involves."""

from dataclasses import dataclass, replace

from chartgen.project.shapes import FieldPath


@dataclass(frozen=True)
class Problem:
    """Something that Kubernetes, Helm or the disk cannot take."""

    path: FieldPath
    text: str
    hint: str = ""
    also: tuple[FieldPath, ...] = ()

    def inside(self, at: FieldPath) -> "Problem":
        """The same problem, seen from outside: its fields stand inside another one."""
        return replace(self, path=(*at, *self.path), also=tuple((*at, *other) for other in self.also)) if at else self
