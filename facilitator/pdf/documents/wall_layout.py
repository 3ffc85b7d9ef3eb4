"""Where the notes of a board stand on a sheet: just as they lay on the wall if every word can be read so, else in
columns, group by group, over as many sheets as it takes.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from facilitator.domain.arrange import FRAME_HEAD, FRAME_PAD, NOTE_HEIGHT, NOTE_WIDTH
from facilitator.domain.sheet import Box
from facilitator.pdf import after_words as ours
from facilitator.pdf.documents.fitted import fit
from facilitator.pdf.documents.note_face import NoteFace, face, natural
from facilitator.pdf.documents.surface import height

if TYPE_CHECKING:
    from facilitator.domain.arrange import Rect
    from facilitator.pdf.edition import Edition
    from facilitator.pdf.text.paragraph import TextBlock
    from facilitator.workshop.queries.after_values import WallNote, WallValues

WIDEST = 60.0
"""Millimetres: a note is never wider, however few there are."""

_LEAST = 19.0
_COLUMNS = (3, 4, 5, 6, 7)
_USUAL = 5
_GAP, _GUTTER = 2.0, 4.0
_SIZES = (11.0, 10.0, 9.0, 8.5)
_NAME_PAD = 1.2


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
        return _cut(self.sheets)


def lay_out_wall(wall: WallValues, area: Box, edition: Edition) -> Sheets:
    """The sheets of a board, whose notes stand within `area` of each."""
    if not wall.notes:
        return Sheets([[]], as_it_stood=True)
    stood = on_the_wall(wall, area, edition, whole=True)
    if stood:
        return Sheets([stood], as_it_stood=True)
    return Sheets(_in_columns(wall, area, edition), as_it_stood=False)


def _in_columns(wall: WallValues, area: Box, edition: Edition) -> list[Sheet]:
    tried: list[list[Sheet]] = []
    sizes = dict.fromkeys(max(size, edition.smallest) for size in _SIZES)
    for count in _COLUMNS:
        for size in sizes:
            sheets = _Columns(wall, area, edition, count, size).sheets
            if len(sheets) == 1 and not (edition.large and _cut(sheets)):
                return sheets
            tried.append(sheets)
    if edition.large:  # rather another sheet than a word left out
        return min(tried, key=lambda sheets: (_cut(sheets), len(sheets)))
    return min(tried, key=lambda sheets: (len(sheets), _cut(sheets)))


def on_the_wall(
    wall: WallValues, area: Box, edition: Edition, *, widest: float = WIDEST, whole: bool = False
) -> Sheet | None:
    """The notes where they lay, as large as the area allows; None where they would be too small to read, or one would
    have to be cut and they are wanted `whole`, as soon as that is known: long notes take long to lay out.
    """
    left, top, right, bottom = bounds(wall)
    scale = min(area.width / (right - left), area.height / (bottom - top), widest / NOTE_WIDTH)
    if NOTE_WIDTH * scale < _LEAST:
        return None
    x = area.x + (area.width - (right - left) * scale) / 2 - left * scale
    y = area.y - top * scale
    groups: dict[int, Group] = {}
    head = FRAME_HEAD * scale
    for at, frame in enumerate(wall.frames):
        box = _scaled(frame.rect, x, y, scale)
        style = edition.heavy(max(edition.smallest, head * 1.7))
        name = fit(frame.name, style, box.width - 2 * _NAME_PAD, max(head, 5.0), edition).block
        groups[at] = Group(name, (box.x + FRAME_PAD * scale, box.y + (head - height(name)) / 2), box)
    for note in wall.notes:
        group = groups.setdefault(note.theme, Group(None, (0.0, 0.0)))
        box = Box(x + note.place[0] * scale, y + note.place[1] * scale, NOTE_WIDTH * scale, NOTE_HEIGHT * scale)
        laid_out = face(note, box.width, box.height, edition)
        if whole and laid_out.cut:
            return None
        group.notes.append(Placed(laid_out, box))
    return list(groups.values())


def bounds(wall: WallValues) -> tuple[float, float, float, float]:
    """Left, top, right and bottom of everything on the wall, in board units."""
    rects = [frame.rect for frame in wall.frames]
    rects += [(*note.place, NOTE_WIDTH, NOTE_HEIGHT) for note in wall.notes]
    return (
        min(x for x, _, _, _ in rects),
        min(y for _, y, _, _ in rects),
        max(x + width for x, _, width, _ in rects),
        max(y + tall for _, y, _, tall in rects),
    )


class _Columns:
    """Notes one below another in columns, as in a newspaper, each as tall as its words need."""

    def __init__(self, wall: WallValues, area: Box, edition: Edition, count: int, size: float) -> None:
        self.sheets: list[Sheet] = [[]]
        self._area = area
        self._edition = edition
        self._count = count
        self._size = size
        self._width = (area.width - (count - 1) * _GUTTER) / count
        self._column = 0
        self._y = area.y
        for at, frame in enumerate(wall.frames):
            self._add(frame.name, [note for note in wall.notes if note.theme == at])
        loose = [note for note in wall.notes if note.theme < 0]
        self._add(edition.said(ours.IN_NO_GROUP) if wall.frames else "", loose)

    def _add(self, name: str, notes: list[WallNote]) -> None:
        """A group: its name, and its notes below it and on in the next columns."""
        for turn, note in enumerate(notes):
            one, tall = natural(note, self._width, self._edition, self._size)
            if tall > self._area.height * 0.6:
                tall = self._area.height * 0.6
                one = face(note, self._width, tall, self._edition, largest=self._size)
            head = self._name(name) if turn == 0 and name.strip() else None
            above = height(head) + 2 * _NAME_PAD if head else 0.0
            if self._y + above + tall > self._area.bottom and self._y > self._area.y:
                self._next()
            if head or turn == 0 or not self.sheets[-1]:
                self.sheets[-1].append(Group(head, (self._x, self._y + _NAME_PAD)))
            self._y += above
            self.sheets[-1][-1].notes.append(Placed(one, Box(self._x, self._y, self._width, tall)))
            self._y += tall + _GAP
        self._y += _GAP

    @property
    def _x(self) -> float:
        return self._area.x + self._column * (self._width + _GUTTER)

    def _next(self) -> None:
        self._column, self._y = self._column + 1, self._area.y
        if self._column == self._count:
            self._column = 0
            self.sheets.append([])

    def _name(self, name: str) -> TextBlock:
        style = self._edition.heavy(max(self._size + 1.0, self._edition.smallest))
        return fit(name, style, self._width, self._area.height / 4, self._edition).block


def _cut(sheets: list[Sheet]) -> int:
    return sum(note.face.cut for sheet in sheets for group in sheet for note in group.notes)


def _scaled(rect: Rect, x: float, y: float, scale: float) -> Box:
    left, top, width, tall = rect
    return Box(x + left * scale, y + top * scale, width * scale, tall * scale)
