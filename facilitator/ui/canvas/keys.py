"""The wall by keys: whatever a hand can drag, the keys can do too, and what they did is said."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QPointF, Qt
from PySide6.QtGui import QKeySequence

from facilitator.domain.arrange import GAP, NOTE_HEIGHT, NOTE_WIDTH
from facilitator.ui.canvas.spoken import tell

if TYPE_CHECKING:
    import uuid
    from collections.abc import Iterable

    from PySide6.QtGui import QKeyEvent

    from facilitator.ui.canvas.view import CanvasView

STEP = 80.0  # logical pixels an arrow moves the eye
NEARER = 1.25
_WAYS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}


class Keys:
    """Acts on the view for a key, and says whether the key meant something here."""

    def __init__(self, view: CanvasView) -> None:
        self._view = view

    def press(self, event: QKeyEvent) -> bool:
        """Do what the key is for."""
        way = _WAYS.get(Qt.Key(event.key()))
        if way:
            return self._arrow(way, event.modifiers())
        if event.key() in {Qt.Key.Key_Tab, Qt.Key.Key_Backtab}:
            return False
        if event.matches(QKeySequence.StandardKey.SelectAll):
            self._choose(note.id for note in self._view.scene.notes)
            return True
        if event.key() == Qt.Key.Key_Space:
            self.turn_current()
            return True
        if event.matches(QKeySequence.StandardKey.Paste):
            self._view.pasted.emit()
            return True
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self._view.current and self._view.may_change:
            self._view.opened.emit(self._view.current)
            return True
        if event.text() in {"+", "="} and not event.modifiers():
            return self._zoom(NEARER)
        if event.text() == "-" and not event.modifiers():
            return self._zoom(1 / NEARER)
        if event.key() == Qt.Key.Key_Home:
            self._view.show_all()
            return True
        typed = event.text()
        if typed.strip() and typed.isprintable() and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._view.typed.emit(typed)
            return True
        return False

    def tab(self, event: QKeyEvent) -> bool:
        """Whether a key was Tab and went to another note; at the end it leaves the wall."""
        forward = event.key() == Qt.Key.Key_Tab
        pressed = event.type() == QEvent.Type.KeyPress and (forward or event.key() == Qt.Key.Key_Backtab)
        plain = not event.modifiers() & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier)
        return pressed and plain and self.to_neighbour(forward)

    def step(self, key: int) -> None:
        """Go to the nearest note in the direction of an arrow; other keys mean nothing."""
        way = _WAYS.get(Qt.Key(key))
        if way:
            self._to_the(way, adding=False)

    def to_neighbour(self, forward: bool) -> bool:
        """Go to the next or the last note in reading order; False at the end, so that Tab leaves the wall."""
        order, here = self._view.scene.reading_order(), self._view.current
        step = 1 if forward else -1
        wanted = order.index(here) + step if here and here in order else (0 if forward else len(order) - 1)
        if not 0 <= wanted < len(order):
            return False
        self._go(order[wanted], adding=False)
        return True

    def turn_current(self) -> None:
        """Add the note one is at to those that are chosen, or take it from them."""
        here = self._view.current
        if here:
            self._choose(self._view.chosen ^ {here})

    def _arrow(self, way: tuple[int, int], modifiers: Qt.KeyboardModifier) -> bool:
        adding = bool(modifiers & Qt.KeyboardModifier.ShiftModifier)
        if adding or modifiers & Qt.KeyboardModifier.ControlModifier:
            self._to_the(way, adding=adding)
        elif modifiers & Qt.KeyboardModifier.AltModifier:
            self._move(way)
        else:
            self._view.look(self._view.camera.panned(way[0] * STEP, way[1] * STEP))
        return True

    def _to_the(self, way: tuple[int, int], *, adding: bool) -> None:
        """Go to the nearest note in a direction; what lies off that line counts double."""
        scene, here = self._view.scene, self._view.current
        row = scene.row(here) if here else None
        if row is None:
            self.to_neighbour(forward=True)
            return
        across, down = scene.x - scene.x[row], scene.y - scene.y[row]
        ahead = across * way[0] + down * way[1]
        aside = abs(across * way[1] + down * way[0])
        cost = ahead + 2 * aside
        cost[ahead <= 1.0] = float("inf")
        best = int(cost.argmin())
        if cost[best] != float("inf"):
            self._go(scene.notes[best].id, adding=adding)

    def _move(self, way: tuple[int, int]) -> None:
        """Move the chosen notes by the width or height of one; a frame they land in catches them. A theme that is
        chosen whole moves with its frame.
        """
        view = self._view
        if not view.chosen or not view.may_change:
            return
        rows = view.scene.rows(view.chosen)
        across, down = way[0] * (NOTE_WIDTH + GAP), way[1] * (NOTE_HEIGHT + GAP)
        places = {one: (x + across, y + down) for one, (x, y) in view.scene.places(rows).items()}
        chosen = view.chosen
        within = {view.scene.notes[row].theme_id for row in rows.tolist()} & set(view.scene.frames)
        whole = {one for one in within if one and chosen.issuperset(view.scene.members(one))}
        themes: dict[uuid.UUID, uuid.UUID | None] = {}
        for row, (x, y) in zip(rows.tolist(), places.values(), strict=True):
            caught = view.scene.frame_at(QPointF(x + NOTE_WIDTH / 2, y + NOTE_HEIGHT / 2))
            note = view.scene.notes[row]
            if note.theme_id not in whole and (caught.id if caught else None) != note.theme_id:
                themes[note.id] = caught.id if caught else None
        view.laid.emit(places, themes)
        self._tell_moved(way, len(places), themes)

    def _tell_moved(self, way: tuple[int, int], count: int, themes: dict[uuid.UUID, uuid.UUID | None]) -> None:
        names = self._view.scene.names
        into = dict.fromkeys(names.get(one, "") if one else _tr("no theme") for one in themes.values())
        said = [_tr("Moved {count}").format(count=count) if count > 1 else _tr("Moved"), _said(way)]
        tell(self._view, ", ".join([*said, *into]))

    def _zoom(self, factor: float) -> bool:
        middle = QPointF(self._view.width() / 2, self._view.height() / 2)
        self._view.look(self._view.camera.zoomed(factor, middle, self._view.size().toSizeF()))
        return True

    def _go(self, note_id: uuid.UUID, *, adding: bool) -> None:
        view = self._view
        if adding:
            view.current = note_id
            self._choose(view.chosen | {note_id})
        else:
            view.choose({note_id})
        view.show_notes([note_id])

    def _choose(self, note_ids: Iterable[uuid.UUID]) -> None:
        """Choose several, and stay at the note one is at."""
        here = self._view.current
        self._view.choose(note_ids)
        self._view.current = here
        tell(self._view, _tr("{count} chosen").format(count=len(self._view.chosen_rows())))


def _said(way: tuple[int, int]) -> str:
    """A direction in words."""
    return {(-1, 0): _tr("left"), (1, 0): _tr("right"), (0, -1): _tr("up"), (0, 1): _tr("down")}[way]


def _tr(words: str) -> str:
    return QCoreApplication.translate("Keys", words)
