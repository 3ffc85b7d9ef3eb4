"""What stands on a sheet of a board: notes where they are placed, under the names of their themes."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from facilitator.domain.sheet import Box
    from facilitator.pdf.documents.note_face import NoteFace
    from facilitator.pdf.text.paragraph import TextBlock


_CUT_NOTES = (
    "1 note is too long for its sheet and ends in dots. The report has all of it.",
    "{many} notes are too long for their sheet and end in dots. The report has all of them.",
)
_CUT_NAMES = (
    "The name of 1 group is too long for its sheet and ends in dots. The report has all of it.",
    "The names of {many} groups are too long for their sheet and end in dots. The report has all of them.",
)


@dataclass(frozen=True, slots=True)
class Placed:
    """A note on the sheet."""

    face: NoteFace
    box: Box


@dataclass(slots=True)
class Group:
    """The notes of a theme on one sheet, with its frame where it has one. `name` is None where nothing is written, and
    `name_cut` says that not all of it is.
    """

    name: TextBlock | None
    at: tuple[float, float]
    frame: Box | None = None
    notes: list[Placed] = field(default_factory=list[Placed])
    name_cut: bool = False


Sheet = list[Group]


@dataclass(frozen=True, slots=True)
class Sheets:
    """The sheets of a board. `as_it_stood` says that left and right are those of the wall, whoever reads it."""

    sheets: list[Sheet]
    as_it_stood: bool

    @property
    def warnings(self) -> tuple[str, ...]:
        """What had to be cut, in sentences for the person who prints."""
        return told_of_cut([group for sheet in self.sheets for group in sheet])


def told_of_cut(groups: Sequence[Group]) -> tuple[str, ...]:
    """How many notes and how many names of groups had to be cut, for the person who prints; nothing where none was."""
    notes = sum(note.face.cut for group in groups for note in group.notes)
    names = sum(group.name_cut for group in groups)
    return (*_told(notes, *_CUT_NOTES), *_told(names, *_CUT_NAMES))


def _told(many: int, one: str, more: str) -> tuple[str, ...]:
    return ((one if many == 1 else more).format(many=f"{many:,}"),) if many else ()
