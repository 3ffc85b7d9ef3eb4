"""The notes that are on the wall, kept as arrays so that finding those in a rectangle takes the same short time however
many there are: a look at all of 20,000 takes a twentieth of a millisecond, so no tree is needed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QPointF, QRectF

from facilitator.domain.arrange import NOTE_HEIGHT, NOTE_WIDTH, frame_around

if TYPE_CHECKING:
    import uuid
    from collections.abc import Iterable, Mapping, Sequence

    from numpy.typing import NDArray

    from facilitator.workshop.queries.board import NoteLine, ThemeGroup
    from facilitator.workshop.queries.wall import Wall

    Rows = NDArray[np.intp]

SHADOW = 4.0  # board units a note's shadow and the mark of being chosen reach beyond it


class Frame:
    """A theme's frame: its name, the notes in it, and the rectangle around them."""

    __slots__ = ("id", "name", "notes", "rect")

    def __init__(self, theme_id: uuid.UUID, name: str, notes: int, rect: QRectF) -> None:
        self.id, self.name, self.notes, self.rect = theme_id, name, notes, rect


class Scene:
    """Rows in reading order, later ones above earlier ones. `lifted` are not painted with the others, because a hand
    carries them.
    """

    def __init__(self) -> None:
        self.notes: list[NoteLine] = []
        self.frames: dict[uuid.UUID, Frame] = {}
        self._row: dict[uuid.UUID, int] = {}
        self._themes: tuple[ThemeGroup, ...] = ()
        self.x: NDArray[np.float64] = np.zeros(0)
        self.y: NDArray[np.float64] = np.zeros(0)
        self.colour: NDArray[np.uint8] = np.zeros(0, np.uint8)
        self.lifted: NDArray[np.bool_] = np.zeros(0, np.bool_)

    def show(self, wall: Wall) -> list[QRectF] | None:
        """Take in a wall as it is now. Gives the rectangles that look different, None when it is quicker to paint
        everything anew.
        """
        before = (self.notes, self._row, self.x, self.y, self.frames)
        self.notes = wall.notes()
        self._row = {note.id: row for row, note in enumerate(self.notes)}
        places = np.array([wall.places[note.id] for note in self.notes], np.float64).reshape(-1, 2)
        self.x, self.y = np.ascontiguousarray(places[:, 0]), np.ascontiguousarray(places[:, 1])
        self.colour = np.fromiter((note.colour for note in self.notes), np.uint8, len(self.notes))
        self.lifted = np.zeros(len(self.notes), np.bool_)
        self._themes = wall.outline.themes
        self.frames = self._framed()
        return self._differences(*before)

    def row(self, note_id: uuid.UUID) -> int | None:
        """Where a note stands in the arrays."""
        return self._row.get(note_id)

    def rows(self, note_ids: Iterable[uuid.UUID]) -> Rows:
        """Where notes stand in the arrays; those that are gone are left out."""
        return np.array(sorted(self._row[one] for one in note_ids if one in self._row), np.intp)

    def ids(self, rows: Rows) -> list[uuid.UUID]:
        """The notes in these rows."""
        return [self.notes[row].id for row in rows.tolist()]

    def rect(self, row: int) -> QRectF:
        """Where a note lies."""
        return QRectF(float(self.x[row]), float(self.y[row]), NOTE_WIDTH, NOTE_HEIGHT)

    def within(self, rect: QRectF, *, margin: float = SHADOW) -> Rows:
        """The notes that touch a rectangle and lie on the wall."""
        return np.flatnonzero(self._touching(rect, margin) & ~self.lifted)

    def touched_by(self, rect: QRectF) -> Rows:
        """The notes that touch a rectangle, carried or not."""
        return np.flatnonzero(self._touching(rect, 0.0))

    def at(self, point: QPointF) -> int | None:
        """The topmost note at a point of the board."""
        found = self.touched_by(QRectF(point.x(), point.y(), 0.01, 0.01))
        return int(found[-1]) if len(found) else None

    def frame_at(self, point: QPointF) -> Frame | None:
        """The theme whose frame holds a point; the smallest where several do."""
        found = [frame for frame in self.frames.values() if frame.rect.contains(point)]
        return min(found, key=lambda frame: frame.rect.width() * frame.rect.height(), default=None)

    def members(self, theme_id: uuid.UUID) -> list[uuid.UUID]:
        """The notes of a theme."""
        return next(([note.id for note in theme.notes] for theme in self._themes if theme.id == theme_id), [])

    def bounds(self) -> QRectF:
        """Around everything there is; a screenful where there is nothing."""
        if not self.notes:
            return QRectF(0, 0, 1200, 700)
        left, top = float(self.x.min()), float(self.y.min())
        right, bottom = float(self.x.max()) + NOTE_WIDTH, float(self.y.max()) + NOTE_HEIGHT
        whole = QRectF(left, top, right - left, bottom - top)
        for frame in self.frames.values():
            whole = whole.united(frame.rect)
        return whole

    def move(self, rows: Rows, across: float, down: float) -> None:
        """Carry notes along, in board units."""
        self.x[rows] += across
        self.y[rows] += down

    def places(self, rows: Rows) -> dict[uuid.UUID, tuple[float, float]]:
        """Where these notes lie now."""
        return {self.notes[row].id: (float(self.x[row]), float(self.y[row])) for row in rows.tolist()}

    def lift(self, rows: Rows) -> None:
        """Take notes off the wall; their themes' frames close around those that stay."""
        self.lifted[rows] = True
        self.frames = self._framed()

    def put_down(self) -> None:
        """Put everything back on the wall."""
        self.lifted[:] = False
        self.frames = self._framed()

    def _touching(self, rect: QRectF, margin: float) -> NDArray[np.bool_]:
        left, top = rect.left() - NOTE_WIDTH - margin, rect.top() - NOTE_HEIGHT - margin
        return (self.x > left) & (self.x < rect.right() + margin) & (self.y > top) & (self.y < rect.bottom() + margin)

    def _framed(self) -> dict[uuid.UUID, Frame]:
        frames: dict[uuid.UUID, Frame] = {}
        for theme in self._themes:
            rows = [self._row[note.id] for note in theme.notes] if theme.id else []
            places = [(float(self.x[row]), float(self.y[row])) for row in rows if not self.lifted[row]]
            if theme.id and places:
                frames[theme.id] = Frame(theme.id, theme.name, len(theme.notes), QRectF(*frame_around(places)))
        return frames

    def _differences(
        self,
        notes: Sequence[NoteLine],
        row: Mapping[uuid.UUID, int],
        x: NDArray[np.float64],
        y: NDArray[np.float64],
        frames: Mapping[uuid.UUID, Frame],
    ) -> list[QRectF] | None:
        if not notes or abs(len(notes) - len(self.notes)) > 200:
            return None
        found: list[QRectF] = []
        for at, note in enumerate(self.notes):
            was = row.get(note.id)
            same = was is not None and notes[was] == note and x[was] == self.x[at] and y[was] == self.y[at]
            if not same:
                found.append(self.rect(at))
                if was is not None:
                    found.append(QRectF(float(x[was]), float(y[was]), NOTE_WIDTH, NOTE_HEIGHT))
        gone = (at for note_id, at in row.items() if note_id not in self._row)
        found += [QRectF(float(x[at]), float(y[at]), NOTE_WIDTH, NOTE_HEIGHT) for at in gone]
        for theme_id in frames.keys() | self.frames.keys():
            old, new = frames.get(theme_id), self.frames.get(theme_id)
            if old is None or new is None or (old.rect, old.name, old.notes) != (new.rect, new.name, new.notes):
                found += [frame.rect for frame in (old, new) if frame]
        return found if len(found) <= 400 else None
