"""What a hand does on the wall, a class for each: it begins with a press, previews while moving, and makes one Change
when let go; Escape takes it back as if it had never begun.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter, QPen

from facilitator.ui.look import theme

if TYPE_CHECKING:
    import uuid

    from facilitator.ui.canvas.view import CanvasView


class Gesture:
    """From a press to letting go. Points are logical pixels of the view. One that `scrolls` moves the eye on where the
    hand comes to the edge.
    """

    scrolls = True

    def __init__(self, view: CanvasView, at: QPointF) -> None:
        self.view, self.began = view, at

    def move(self, at: QPointF) -> None:
        """The hand has moved: preview."""

    def end(self, at: QPointF) -> None:
        """The hand lets go: make it so."""

    def cancel(self) -> None:
        """Never mind: everything as before."""

    def paint(self, painter: QPainter) -> None:
        """Paint the preview over the wall, in logical pixels of the view."""


class Pan(Gesture):
    """Moves the eye; the point under the hand stays under it."""

    scrolls = False

    def __init__(self, view: CanvasView, at: QPointF) -> None:
        super().__init__(view, at)
        self._camera = view.camera

    def move(self, at: QPointF) -> None:
        self.view.look(self._camera.panned(self.began.x() - at.x(), self.began.y() - at.y()))

    def cancel(self) -> None:
        self.view.look(self._camera)


class Band(Gesture):
    """A rubber band chooses what it touches; with Shift it adds to what is chosen."""

    def __init__(self, view: CanvasView, at: QPointF, *, adding: bool) -> None:
        super().__init__(view, at)
        self._before = view.chosen_rows()
        self._kept = self._before if adding else self._before[:0]
        self._corner = view.to_board(at)
        self._rect = QRectF(at, at)

    def move(self, at: QPointF) -> None:
        self._rect = QRectF(self.view.to_view(self._corner), at).normalized()
        banded = QRectF(self._corner, self.view.to_board(at)).normalized()
        touched = self.view.scene.touched_by(banded)
        self.view.choose_rows(np.union1d(self._kept, touched) if len(self._kept) else touched)

    def end(self, at: QPointF) -> None:
        rows = self.view.chosen_rows() if at != self.began else self._kept
        self.view.choose(self.view.scene.ids(rows))

    def cancel(self) -> None:
        self.view.choose_rows(self._before)

    def paint(self, painter: QPainter) -> None:
        painter.setPen(QPen(theme.colour("accent"), 1))
        ground = theme.colour("accent")
        ground.setAlphaF(0.12)
        painter.setBrush(ground)
        painter.drawRect(self._rect)


class Carry(Gesture):
    """Carries notes: they are off the wall until they are let go, and then lie there, in the theme whose frame catches
    them.
    """

    def __init__(self, view: CanvasView, at: QPointF, note_ids: set[uuid.UUID], *, theme_id: uuid.UUID | None) -> None:
        super().__init__(view, at)
        self._theme = theme_id  # of a frame that is carried whole
        self._rows = view.scene.rows(note_ids)
        self._from = view.to_board(at)
        self._moved = QPointF(0, 0)
        self._lifted = False

    def move(self, at: QPointF) -> None:
        if not self._lifted:
            self._lifted = True
            self.view.lift(self._rows)
        wanted = self.view.to_board(at) - self._from
        step = wanted - self._moved
        self._moved = wanted
        self.view.scene.move(self._rows, step.x(), step.y())
        self.view.update()

    def end(self, at: QPointF) -> None:
        if not self._lifted:
            return
        self.move(at)
        places = self.view.scene.places(self._rows)
        caught = None if self._theme else self.view.scene.frame_at(self.view.to_board(at))
        stays = set(self.view.scene.frames)  # themes that keep notes on the wall
        themes: dict[uuid.UUID, uuid.UUID | None] = {}
        for row in self._rows.tolist():
            note = self.view.scene.notes[row]
            leaves = note.theme_id in stays
            now = note.theme_id if self._theme else caught.id if caught else None if leaves else note.theme_id
            if now != note.theme_id:
                themes[note.id] = now
        self.view.put_down(self._rows)
        self.view.laid.emit(places, themes)

    def cancel(self) -> None:
        if self._lifted:
            self.view.scene.move(self._rows, -self._moved.x(), -self._moved.y())
            self.view.put_down(self._rows)

    def paint(self, painter: QPainter) -> None:
        if self._lifted:
            self.view.paint_carried(painter, self._rows)
