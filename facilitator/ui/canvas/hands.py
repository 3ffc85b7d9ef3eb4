"""The wall by hand: which press begins which gesture, and what a press is that never becomes one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QLineF, QObject, QPointF, Qt, QTimer

from facilitator.ui.canvas.gesture import Band, Carry, Gesture, Pan

if TYPE_CHECKING:
    import uuid

    from PySide6.QtGui import QMouseEvent, QPainter

    from facilitator.ui.canvas.view import CanvasView

A_DRAG = 5.0  # logical pixels a press moves before it carries something
EDGE = 28.0  # logical pixels from the edge from which the eye moves on under a carried note
EDGE_STEP, EDGE_EVERY = 14.0, 16  # logical pixels, and milliseconds for each


class Hands(QObject):
    """Acts on the view for a mouse. One gesture at a time."""

    def __init__(self, view: CanvasView) -> None:
        super().__init__(view)
        self._view = view
        self._gesture: Gesture | None = None
        self._pressed: tuple[QPointF, uuid.UUID | None] | None = None
        self._at = QPointF()
        self._scrolling = QTimer(self, interval=EDGE_EVERY)
        self._scrolling.timeout.connect(self._scroll_on)

    def are_busy(self) -> bool:
        """Whether something is being done with the mouse."""
        return self._gesture is not None

    def begin(self, gesture: Gesture) -> None:
        """Begin a gesture."""
        self._gesture = gesture

    def paint(self, painter: QPainter) -> None:
        """Paint what is being done."""
        if self._gesture:
            self._gesture.paint(painter)

    def cancel(self) -> None:
        """Leave what was begun as if it had never been."""
        gesture, self._gesture, self._pressed = self._gesture, None, None
        self._scrolling.stop()
        if gesture:
            gesture.cancel()
            self._view.update()

    def press(self, event: QMouseEvent, *, panning: bool) -> None:
        """A button goes down. The middle one, or the right one on empty ground, pans."""
        view, at, button = self._view, event.position(), event.button()
        self.cancel()
        row = view.scene.at(view.to_board(at))
        ground = row is None and button == Qt.MouseButton.RightButton
        if panning or ground or button == Qt.MouseButton.MiddleButton:
            self._gesture = Pan(view, at)
            return
        if button not in {Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton}:
            return
        adding = _is_adding(event)
        note_id = None if row is None else view.scene.notes[row].id
        self._pressed = at, note_id
        if note_id is not None:
            self._press_note(note_id, adding=adding)
        elif self._frame_at(at) is None:
            self._gesture = Band(view, at, adding=adding)

    def move(self, event: QMouseEvent) -> None:
        """The mouse moves with a button down."""
        self._at = event.position()
        if self._gesture is None and self._pressed and self._view.may_change:
            began, note_id = self._pressed
            if QLineF(began, self._at).length() >= A_DRAG:
                self._gesture = self._carry(began, note_id)
        if self._gesture is None:
            return
        self._gesture.move(self._at)
        if self._gesture.scrolls and not self._beyond().isNull():
            self._scrolling.start()

    def release(self, event: QMouseEvent) -> None:
        """The button comes up: the gesture is done, or it was a click."""
        gesture, self._gesture, pressed, self._pressed = self._gesture, None, self._pressed, None
        self._scrolling.stop()
        if gesture:
            gesture.end(event.position())
            self._view.update()
        elif pressed and pressed[1] is None and (frame := self._frame_at(event.position())):
            self._view.choose(self._view.scene.members(frame))
        elif pressed and pressed[1] is not None and not _is_adding(event):
            self._view.choose({pressed[1]})  # one of several was clicked, and not carried

    def double(self, event: QMouseEvent) -> None:
        """A double click changes a note, or gives a theme another name."""
        view = self._view
        if not view.may_change or event.button() != Qt.MouseButton.LeftButton:
            return
        self.cancel()
        row = view.scene.at(view.to_board(event.position()))
        frame = self._frame_at(event.position())
        if row is not None:
            view.opened.emit(view.scene.notes[row].id)
        elif frame and (members := view.scene.members(frame)):
            view.choose(members)
            view.renaming.emit()

    def _press_note(self, note_id: uuid.UUID, *, adding: bool) -> None:
        view = self._view
        view.current = note_id
        if adding:
            view.choose(view.chosen ^ {note_id})
        elif note_id not in view.chosen:
            view.choose({note_id})
        view.current = note_id

    def _carry(self, began: QPointF, note_id: uuid.UUID | None) -> Gesture | None:
        view = self._view
        if note_id is not None:
            return Carry(view, began, view.chosen | {note_id}, theme_id=None)
        frame = self._frame_at(began)
        members = set(view.scene.members(frame)) if frame else set()
        return Carry(view, began, members, theme_id=frame) if members else None

    def _frame_at(self, at: QPointF) -> uuid.UUID | None:
        """The theme whose frame, and no note, is at a point of the view."""
        point = self._view.to_board(at)
        frame = self._view.scene.frame_at(point)
        return frame.id if frame and self._view.scene.at(point) is None else None

    def _beyond(self) -> QPointF:
        """Which way the eye goes while the hand is at the edge."""
        across = (self._at.x() > self._view.width() - EDGE) - (self._at.x() < EDGE)
        down = (self._at.y() > self._view.height() - EDGE) - (self._at.y() < EDGE)
        return QPointF(across, down)

    def _scroll_on(self) -> None:
        step = self._beyond() * EDGE_STEP
        if self._gesture is None or step.isNull():
            self._scrolling.stop()
            return
        self._view.look(self._view.camera.panned(step.x(), step.y()))
        self._gesture.move(self._at)


def _is_adding(event: QMouseEvent) -> bool:
    """Whether a press adds to what is chosen."""
    return bool(event.modifiers() & (Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.ControlModifier))
