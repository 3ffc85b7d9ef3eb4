"""What stands on a sheet of a board: notes where they are placed, under the names of their themes."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from facilitator.domain.sheet import Box
    from facilitator.pdf.documents.note_face import NoteFace
    from facilitator.pdf.text.paragraph import TextBlock


@dataclass(frozen=True, slots=True)
class Placed:
    """A note on the sheet."""

    face: NoteFace
    box: Box


@dataclass(slots=True)
class Group:
    """The notes of a theme on one sheet, with its frame where it has one. `name` is None where nothing is written."""

    name: TextBlock | None
    at: tuple[float, float]
    frame: Box | None = None
    notes: list[Placed] = field(default_factory=list[Placed])


Sheet = list[Group]


@dataclass(frozen=True, slots=True)
class Sheets:
    """The sheets of a board. `as_it_stood` says that left and right are those of the wall, whoever reads it."""

    sheets: list[Sheet]
    as_it_stood: bool

    @property
    def cut(self) -> int:
        """How many notes had to be cut."""
        return sum(note.face.cut for sheet in self.sheets for group in sheet for note in group.notes)
