"""The wall for a screen reader: a list whose items are the notes, where they lie, with all that is on them. Qt knows
nothing of what a widget paints by itself, so this says it.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, QPoint, QRect
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QAccessibleEvent,
    QAccessibleInterface,
    QColor,
    QWindow,
)

from facilitator.ui.boards.spoken_note import spoken

if TYPE_CHECKING:
    import uuid

    from facilitator.ui.canvas.view import CanvasView


@cache
def speak() -> None:
    """Have every wall of this program heard from now on."""
    QAccessible.installFactory(_interface_of)


def tell_focus(view: CanvasView) -> None:
    """Say that one is at another note now."""
    row = view.scene.row(view.current) if view.current else None
    if row is not None and QAccessible.isActive():
        event = QAccessibleEvent(view, QAccessible.Event.Focus)
        event.setChild(row)
        QAccessible.updateAccessibility(event)


def tell(view: CanvasView, words: str) -> None:
    """Say what a key did that moves no focus."""
    if QAccessible.isActive():
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(view, words))


class _Part(QAccessibleInterface):
    """What the wall and its notes have in common."""

    def __init__(self, view: CanvasView) -> None:
        super().__init__()
        self.view = view

    def isValid(self) -> bool:
        return True

    def setText(self, _which: QAccessible.Text, _text: str) -> None:
        """Nothing is typed into the tree; a note is changed with Enter."""

    def window(self) -> QWindow | None:  # pyright: ignore[reportIncompatibleMethodOverride]
        return self.view.window().windowHandle()

    def foregroundColor(self) -> QColor:
        return self.view.palette().windowText().color()

    def backgroundColor(self) -> QColor:
        return self.view.palette().window().color()


class WallInterface(_Part):
    """The wall. Its notes are in the order of the scene's rows."""

    def __init__(self, view: CanvasView) -> None:
        super().__init__(view)
        self._notes: dict[uuid.UUID, NoteInterface] = {}

    def object(self) -> QObject:
        return self.view

    def parent(self) -> QAccessibleInterface | None:  # pyright: ignore[reportIncompatibleMethodOverride]
        above = self.view.parentWidget()
        return QAccessible.queryAccessibleInterface(above) if above else None

    def childCount(self) -> int:
        return len(self.view.scene.notes)

    def child(self, index: int) -> QAccessibleInterface | None:  # pyright: ignore[reportIncompatibleMethodOverride]
        if not 0 <= index < self.childCount():
            return None
        note_id = self.view.scene.notes[index].id
        if note_id not in self._notes:
            self._notes[note_id] = NoteInterface(self.view, note_id)
        return self._notes[note_id]

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        row = self.view.scene.row(child.note_id) if isinstance(child, NoteInterface) else None
        return -1 if row is None else row

    def childAt(self, x: int, y: int) -> QAccessibleInterface | None:  # pyright: ignore[reportIncompatibleMethodOverride]
        at = self.view.mapFromGlobal(QPoint(x, y)).toPointF()
        row = self.view.scene.at(self.view.to_board(at))
        return None if row is None else self.child(row)

    def text(self, which: QAccessible.Text) -> str:
        return self.view.accessibleName() if which == QAccessible.Text.Name else self.view.accessibleDescription()

    def rect(self) -> QRect:
        return QRect(self.view.mapToGlobal(self.view.rect().topLeft()), self.view.size())

    def role(self) -> QAccessible.Role:
        return QAccessible.Role.List

    def state(self) -> QAccessible.State:
        state = QAccessible.State()
        state.focusable = True
        state.focused = self.view.hasFocus() and self.view.current is None
        state.multiSelectable = True
        state.invisible = not self.view.isVisible()
        return state


class NoteInterface(_Part):
    """One note on the wall. It is not valid any more once the note is gone."""

    def __init__(self, view: CanvasView, note_id: uuid.UUID) -> None:
        super().__init__(view)
        self.note_id = note_id

    def isValid(self) -> bool:
        return self.view.scene.row(self.note_id) is not None

    def object(self) -> QObject | None:  # pyright: ignore[reportIncompatibleMethodOverride]
        return None

    def parent(self) -> QAccessibleInterface | None:  # pyright: ignore[reportIncompatibleMethodOverride]
        return QAccessible.queryAccessibleInterface(self.view)

    def childCount(self) -> int:
        return 0

    def child(self, _index: int) -> QAccessibleInterface | None:  # pyright: ignore[reportIncompatibleMethodOverride]
        return None

    def indexOfChild(self, _child: QAccessibleInterface) -> int:
        return -1

    def childAt(self, _x: int, _y: int) -> QAccessibleInterface | None:  # pyright: ignore[reportIncompatibleMethodOverride]
        return None

    def text(self, which: QAccessible.Text) -> str:
        row = self.view.scene.row(self.note_id)
        if row is None or which != QAccessible.Text.Name:
            return ""
        note = self.view.scene.notes[row]
        named = self.view.scene.names.get(note.theme_id) if note.theme_id else None
        theme = named or QCoreApplication.translate("spoken", "in no theme")
        return f"{spoken(note, self.view.meanings)}, {theme}"

    def rect(self) -> QRect:
        place = self.view.place_of(self.note_id)
        if place is None:
            return QRect()
        inside = place.toAlignedRect()
        return QRect(self.view.mapToGlobal(inside.topLeft()), inside.size())

    def role(self) -> QAccessible.Role:
        return QAccessible.Role.ListItem

    def state(self) -> QAccessible.State:
        state = QAccessible.State()
        place = self.view.place_of(self.note_id)
        state.focusable = state.selectable = True
        state.focused = self.view.hasFocus() and self.view.current == self.note_id
        state.selected = self.note_id in self.view.chosen
        state.offscreen = place is None or not place.intersects(self.view.rect().toRectF())
        state.invisible = not self.view.isVisible()
        return state


def _interface_of(_kind: str, thing: QObject) -> QAccessibleInterface | None:
    from facilitator.ui.canvas.view import CanvasView

    return thing.interface() if isinstance(thing, CanvasView) else None
