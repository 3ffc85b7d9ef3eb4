"""A board in columns as in a newspaper, group by group, each note as tall as its words need: as few sheets as it takes,
in the largest type. Every setting is first measured, and only the one that is chosen is set.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from facilitator.domain.sheet import Box
from facilitator.pdf import after_words as ours
from facilitator.pdf.documents.fitted import Fitted, fit
from facilitator.pdf.documents.note_face import Measured, measured
from facilitator.pdf.documents.surface import height
from facilitator.pdf.documents.wall_sheet import Group, Placed, Sheet

if TYPE_CHECKING:
    from collections.abc import Iterator

    from facilitator.pdf.edition import Edition
    from facilitator.workshop.queries.after_values import WallNote, WallValues

_COUNTS = (3, 4, 5, 6, 7)
_SIZES = (11.0, 10.0, 9.0, 8.5)
_GAP, _GUTTER = 2.0, 4.0
_TALLEST = 0.6
"""Of the sheet's height: no note is taller."""

_NAME_PAD = 1.2


@dataclass(frozen=True, slots=True)
class _Setting:
    """So many columns on a sheet, each so wide in millimetres, and the size of the type in points."""

    count: int
    width: float
    size: float


def in_columns(wall: WallValues, area: Box, edition: Edition) -> list[Sheet]:
    """The sheets: one if there is a setting for it; in large type rather another sheet than a word left out."""
    settings = [
        _Setting(count, (area.width - (count - 1) * _GUTTER) / count, size)
        for count in _COUNTS
        for size in dict.fromkeys(max(size, edition.smallest) for size in _SIZES)
    ]
    columns = _Columns(wall, area, edition)
    chosen = next((one for one in settings if columns.holds(one)), None)
    return columns.set(chosen or columns.best(settings))


class _Columns:
    """The notes of a wall, measured and set in columns within an area of each sheet."""

    def __init__(self, wall: WallValues, area: Box, edition: Edition) -> None:
        self._area = area
        self._edition = edition
        self._notes = list(_in_order(wall, edition.said(ours.IN_NO_GROUP) if wall.frames else ""))

    def holds(self, setting: _Setting) -> bool:
        """Whether one sheet holds all notes. Stops at the first that it does not hold."""
        flow = _Flow(self._area, setting)
        for name, note in self._notes:
            one, _ = self._put(flow, name, note)
            if flow.sheet or (self._edition.roomy and one.cut):
                return False
        return True

    def best(self, settings: list[_Setting]) -> _Setting:
        """The one with the fewest sheets and the fewest notes cut. Each note is measured in all settings before the
        next one, because the costly part of it is the same in all of them.
        """
        flows = [_Flow(self._area, setting) for setting in settings]
        cut = [0] * len(flows)
        for name, note in self._notes:
            for at, flow in enumerate(flows):
                cut[at] += self._put(flow, name, note)[0].cut
        sheets = [flow.sheet for flow in flows]
        ranks = zip(cut, sheets, strict=True) if self._edition.roomy else zip(sheets, cut, strict=True)
        return min(zip(ranks, settings, strict=True), key=lambda one: one[0])[1]

    def set(self, setting: _Setting) -> list[Sheet]:
        """The sheets, ready to draw."""
        flow = _Flow(self._area, setting)
        sheets: list[Sheet] = [[]]
        for name, note in self._notes:
            one, place = self._put(flow, name, note)
            if len(sheets) == flow.sheet:
                sheets.append([])
            if name is not None or not sheets[-1]:
                cut = bool(place.head and place.head.cut)
                sheets[-1].append(Group(place.head.block if place.head else None, place.at, name_cut=cut))
            sheets[-1][-1].notes.append(Placed(one.face(), place.box))
        return sheets

    def _put(self, flow: _Flow, name: str | None, note: WallNote) -> tuple[Measured, _Place]:
        width, size = flow.setting.width, flow.setting.size
        one = measured(note, width, self._area.height * _TALLEST, self._edition, size)
        head = self._head(name, width, size) if name and name.strip() else None
        return one, flow.put(head, one.tall, begins=name is not None)

    def _head(self, name: str, width: float, size: float) -> Fitted:
        style = self._edition.heavy(max(size + 1.0, self._edition.smallest))
        return fit(name, style, width, self._area.height / 4, self._edition)


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a note stands on its sheet, and what is written above it, at a place of its own."""

    box: Box
    head: Fitted | None
    at: tuple[float, float]


class _Flow:
    """Where the next note comes to stand: below the last one, or at the top of the next column. `sheet` counts from 0;
    lengths are millimetres.
    """

    def __init__(self, area: Box, setting: _Setting) -> None:
        self.setting = setting
        self.sheet = 0
        self._area = area
        self._column = 0
        self._y = area.y

    def put(self, head: Fitted | None, tall: float, *, begins: bool) -> _Place:
        """Give a note its place; it may be the first of a group, which `begins` with it."""
        above = height(head.block) + 2 * _NAME_PAD if head else 0.0
        if begins and self._y > self._area.y:
            self._y += _GAP
        if self._y + above + tall > self._area.bottom and self._y > self._area.y:
            self._next()
        x = self._area.x + self._column * (self.setting.width + _GUTTER)
        at = (x, self._y + _NAME_PAD)
        box = Box(x, self._y + above, self.setting.width, tall)
        self._y = box.bottom + _GAP
        return _Place(box, head, at)

    def _next(self) -> None:
        self._column, self._y = self._column + 1, self._area.y
        if self._column == self.setting.count:
            self._column = 0
            self.sheet += 1


def _in_order(wall: WallValues, loose: str) -> Iterator[tuple[str | None, WallNote]]:
    """Group by group, those in none last: each note, and at the first of a group its name, which may be empty."""
    names = {**{at: frame.name for at, frame in enumerate(wall.frames)}, -1: loose}
    for theme, name in names.items():
        notes = (note for note in wall.notes if note.theme == theme)
        yield from ((None if turn else name, note) for turn, note in enumerate(notes))
