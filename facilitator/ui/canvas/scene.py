"""The notes that are on the wall, kept as arrays so that finding those in a rectangle takes the same short time however
many there are: a look at all of 20,000 takes a twentieth of a millisecond, so no tree is needed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QPointF, QRectF

from facilitator.domain.arrange import (
    BETWEEN_FRAMES,
    FRAME_HEAD,
    FRAME_PAD,
    NOTE_HEIGHT,
    NOTE_WIDTH,
    NOWHERE,
    frame_around,
)

if TYPE_CHECKING:
    import uuid
    from collections.abc import Iterable, Mapping, Sequence

    from numpy.typing import NDArray

    from facilitator.domain.arrange import Place
    from facilitator.workshop.queries.board import NoteLine

    Rows = NDArray[np.intp]

SHADOW = 4.0  # board units a note's shadow and the mark of being chosen reach beyond it
MANY = 400  # rectangles that look different, from which painting everything anew is quicker


class Frame:
    """A theme's frame: its name, how many notes are in it, and the rectangle around them."""

    __slots__ = ("id", "name", "notes", "rect")

    def __init__(self, theme_id: uuid.UUID, name: str, notes: int, rect: QRectF) -> None:
        self.id, self.name, self.notes, self.rect = theme_id, name, notes, rect

    def looks_like(self, other: Frame | None) -> bool:
        """Whether it would be painted the same."""
        return other is not None and (self.rect, self.name, self.notes) == (other.rect, other.name, other.notes)


class Scene:
    """Later rows lie above earlier ones. `lifted` are not painted with the others, because a hand carries them."""

    def __init__(self) -> None:
        self.notes: list[NoteLine] = []
        self.frames: dict[uuid.UUID, Frame] = {}
        self._row: dict[uuid.UUID, int] = {}
        self.names: dict[uuid.UUID, str] = {}
        self._take([], {})

    def show(
        self, notes: Sequence[NoteLine], places: Mapping[uuid.UUID, Place], names: dict[uuid.UUID, str]
    ) -> list[QRectF] | None:
        """Take in a whole board: its notes in reading order, where each lies, and the themes' names in order. Gives the
        rectangles that look different, None when it is quicker to paint everything anew.
        """
        before = (self.notes, self._row, self.x, self.y, self.frames)
        self.names = names
        self._take(list(notes), places)
        return _different(before, (self.notes, self._row, self.x, self.y, self.frames))

    def follow(self, asked: set[uuid.UUID], found: Iterable[NoteLine]) -> list[QRectF] | None:
        """Show some notes as they are now; those asked for and not found are gone. Gives the rectangles that look
        different; None when a note has no place of its own, and the whole board is to be shown instead.
        """
        lines = {note.id: note for note in found}
        if any(note.place == NOWHERE for note in lines.values()):
            return None
        known = [one for one in asked if one in self._row]
        rects = [self.rect(self._row[one]) for one in known]
        frames = self.frames
        for one in known:
            if one in lines:
                self._put(self._row[one], lines[one])
        self._drop([self._row[one] for one in known if one not in lines])
        self._add([line for line in lines.values() if line.id not in self._row])
        self.frames = self._framed()
        rects += [self.rect(self._row[one]) for one in lines]
        return rects + _other_frames(frames, self.frames)

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

    def looks(self, note_id: uuid.UUID) -> tuple[object, ...]:
        """What a note looks like here, to be compared later; empty when there is none. A place that is stored only now
        makes no difference to what one sees.
        """
        row = self._row.get(note_id)
        if row is None:
            return ()
        note = self.notes[row]
        shown = (note.text, note.translation, note.colour, note.said_by, note.photo, note.theme_id)
        return (float(self.x[row]), float(self.y[row]), *shown, note.withheld, note.parked, note.face_down)

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
        return [note.id for note in self.notes if note.theme_id == theme_id]

    def reading_order(self) -> list[uuid.UUID]:
        """Every note in the order in which people read them: theme by theme, then those of no theme."""
        turn = {theme_id: at for at, theme_id in enumerate(self.names)}
        last = len(turn)
        ordered = sorted(self.notes, key=lambda note: (turn.get(note.theme_id, last), note.position, note.id))  # type: ignore[arg-type]
        return [note.id for note in ordered]

    def bounds(self) -> QRectF:
        """Around everything there is; a screenful where there is nothing."""
        if not self.notes:
            whole = QRectF(0, 0, 1200, 700)
            for frame in self.frames.values():
                whole = whole.united(frame.rect)
            return whole
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

    def places(self, rows: Rows) -> dict[uuid.UUID, Place]:
        """Where these notes lie now."""
        return {self.notes[row].id: (float(self.x[row]), float(self.y[row])) for row in rows.tolist()}

    def lift(self, rows: Rows) -> list[QRectF]:
        """Take notes off the wall; their themes' frames close around those that stay. Gives what looks different."""
        before = self.frames
        self.lifted[rows] = True
        empty = [frame for frame in before.values() if not frame.notes]
        self.frames = self._framed() | {frame.id: frame for frame in empty}
        return [self.rect(row) for row in rows.tolist()] + _other_frames(before, self.frames)

    def put_down(self, rows: Rows) -> list[QRectF]:
        """Put carried notes back on the wall. Gives what looks different."""
        before = self.frames
        self.lifted[:] = False
        self.frames = self._framed()
        return [self.rect(row) for row in rows.tolist()] + _other_frames(before, self.frames)

    def _take(self, notes: list[NoteLine], places: Mapping[uuid.UUID, Place]) -> None:
        self.notes = notes
        self._row = {note.id: row for row, note in enumerate(notes)}
        laid = np.array([places[note.id] for note in notes], np.float64).reshape(-1, 2)
        self.x: NDArray[np.float64] = np.ascontiguousarray(laid[:, 0])
        self.y: NDArray[np.float64] = np.ascontiguousarray(laid[:, 1])
        self.colour: NDArray[np.uint8] = np.fromiter((note.colour for note in notes), np.uint8, len(notes))
        self.lifted: NDArray[np.bool_] = np.zeros(len(notes), np.bool_)
        self.frames = self._framed()

    def _put(self, row: int, note: NoteLine) -> None:
        self.notes[row] = note
        self.x[row], self.y[row] = note.place
        self.colour[row] = note.colour

    def _drop(self, rows: list[int]) -> None:
        if not rows:
            return
        gone = set(rows)
        self.notes = [note for row, note in enumerate(self.notes) if row not in gone]
        self._row = {note.id: row for row, note in enumerate(self.notes)}
        self.x, self.y = np.delete(self.x, rows), np.delete(self.y, rows)
        self.colour, self.lifted = np.delete(self.colour, rows), np.delete(self.lifted, rows)

    def _add(self, notes: list[NoteLine]) -> None:
        if not notes:
            return
        self._row |= {note.id: row for row, note in enumerate(notes, len(self.notes))}
        self.notes += notes
        self.x = np.append(self.x, [note.place[0] for note in notes])
        self.y = np.append(self.y, [note.place[1] for note in notes])
        self.colour = np.append(self.colour, np.array([note.colour for note in notes], np.uint8))
        self.lifted = np.append(self.lifted, np.zeros(len(notes), np.bool_))

    def _touching(self, rect: QRectF, margin: float) -> NDArray[np.bool_]:
        left, top = rect.left() - NOTE_WIDTH - margin, rect.top() - NOTE_HEIGHT - margin
        return (self.x > left) & (self.x < rect.right() + margin) & (self.y > top) & (self.y < rect.bottom() + margin)

    def _framed(self) -> dict[uuid.UUID, Frame]:
        places: dict[uuid.UUID, list[Place]] = {theme_id: [] for theme_id in self.names}
        for row, note in enumerate(self.notes):
            found = places.get(note.theme_id) if note.theme_id else None
            if found is not None and not self.lifted[row]:
                found.append((float(self.x[row]), float(self.y[row])))
        framed = {
            theme_id: Frame(theme_id, self.names[theme_id], len(found), QRectF(*frame_around(found)))
            for theme_id, found in places.items()
            if found
        }
        return framed | self._empty(framed)

    def _empty(self, framed: dict[uuid.UUID, Frame]) -> dict[uuid.UUID, Frame]:
        """Frames of themes without notes, below all others, where they can catch some."""
        used = {note.theme_id for note in self.notes} if len(framed) < len(self.names) else set(self.names)
        empty = [theme_id for theme_id in self.names if theme_id not in used]
        if not empty:
            return {}
        low = max([0.0, *(frame.rect.bottom() for frame in framed.values())])
        low = max(low, float(self.y.max()) + NOTE_HEIGHT) if self.notes else low
        left = float(self.x.min()) if self.notes else 0.0
        top, across = low + BETWEEN_FRAMES + FRAME_HEAD, NOTE_WIDTH + 2 * FRAME_PAD + BETWEEN_FRAMES
        return {
            theme_id: Frame(theme_id, self.names[theme_id], 0, QRectF(*frame_around([(left + at * across, top)])))
            for at, theme_id in enumerate(empty)
        }


_State = tuple[
    "list[NoteLine]",
    "dict[uuid.UUID, int]",
    "NDArray[np.float64]",
    "NDArray[np.float64]",
    "dict[uuid.UUID, Frame]",
]


def _different(before: _State, after: _State) -> list[QRectF] | None:
    """What looks different between two states of a board; None for too much to paint piece by piece."""
    (old, old_row, old_x, old_y, old_frames), (new, new_row, x, y, frames) = before, after
    if not old or abs(len(old) - len(new)) > MANY / 2:
        return None
    found: list[QRectF] = []
    for at, note in enumerate(new):
        was = old_row.get(note.id)
        if was is None or old[was] != note or old_x[was] != x[at] or old_y[was] != y[at]:
            found.append(QRectF(float(x[at]), float(y[at]), NOTE_WIDTH, NOTE_HEIGHT))
            found += [QRectF(float(old_x[was]), float(old_y[was]), NOTE_WIDTH, NOTE_HEIGHT)] if was is not None else []
    gone = (at for note_id, at in old_row.items() if note_id not in new_row)
    found += [QRectF(float(old_x[at]), float(old_y[at]), NOTE_WIDTH, NOTE_HEIGHT) for at in gone]
    found += _other_frames(old_frames, frames)
    return found if len(found) <= MANY else None


def _other_frames(before: dict[uuid.UUID, Frame], after: dict[uuid.UUID, Frame]) -> list[QRectF]:
    """The frames that came, went or look different, as they were and as they are."""
    return [
        frame.rect
        for one, other in ((before, after), (after, before))
        for theme_id, frame in one.items()
        if not frame.looks_like(other.get(theme_id))
    ]
