"""The wall on screen: paints itself from tiles, lets the eye move, and turns presses into gestures. It changes nothing
itself: it says what a person did, and shows what Effects brought.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QEvent, QPointF, QRectF, QSizeF, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPen, QPixmap
from PySide6.QtWidgets import QWidget

from facilitator.domain.arrange import FRAME_HEAD, FRAME_PAD, NOTE_HEIGHT, NOTE_WIDTH
from facilitator.ui.canvas.camera import Camera
from facilitator.ui.canvas.eye import Eye
from facilitator.ui.canvas.hands import Hands
from facilitator.ui.canvas.keys import Keys
from facilitator.ui.canvas.picture import Picture
from facilitator.ui.canvas.scene import Scene
from facilitator.ui.canvas.spoken import WallInterface, speak, tell_focus
from facilitator.ui.canvas.sprites import Sprites
from facilitator.ui.canvas.tiles import Tiles
from facilitator.ui.look import theme

if TYPE_CHECKING:
    import uuid
    from collections.abc import Iterable, Mapping, Sequence

    from numpy.typing import NDArray
    from PySide6.QtGui import QInputMethodEvent, QMouseEvent, QPaintEvent, QResizeEvent, QWheelEvent

    from facilitator.domain.arrange import Place
    from facilitator.ui.canvas.scene import Rows
    from facilitator.workshop.queries.board import NoteLine

SHARPEN_AFTER = 90  # milliseconds the eye rests before tiles are painted for exactly this zoom
MANY = 800  # chosen notes in view, from which they are marked by a coarse picture rather than outlined one by one
COARSE = 4  # logical pixels of the view for one of that picture


class CanvasView(QWidget):
    """One board. `laid` carries new places and new themes by note, `opened` a note whose words are to be changed,
    `picked` says that other notes are chosen, `typed` a letter for the bar that captures, `pasted` that what was copied
    is for it, `looked` that the eye moved, `wants` the hashes of pictures that are not here yet, `renaming` that the
    theme of the chosen notes is to be named.
    """

    laid = Signal(object, object)
    opened = Signal(object)
    picked = Signal()
    typed = Signal(str)
    pasted = Signal()
    looked = Signal()
    wants = Signal(list)
    renaming = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setAttribute(Qt.WidgetAttribute.WA_NoSystemBackground)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("The wall of notes"))
        self.setMouseTracking(False)
        self.setMinimumSize(200, 160)
        self.scene = Scene()
        self.camera = Camera()
        self._chosen = np.zeros(0, np.bool_)
        self.current: uuid.UUID | None = None
        self.may_change = True
        self.question = ""
        self.meanings: tuple[str, ...] = ()
        self.picture = Picture(self.scene)
        self.tiles = Tiles(self.picture)
        self._sprites = Sprites(self.picture)
        self._keys = Keys(self)
        self.hands = Hands(self)
        self._space = self._due = False
        self._interface: WallInterface | None = None
        speak()
        self._board: uuid.UUID | None = None
        self._resting = QTimer(self, interval=SHARPEN_AFTER, singleShot=True)
        self._resting.timeout.connect(self._sharpen)
        self._more = QTimer(self, interval=0, singleShot=True)
        self._more.timeout.connect(self.update)
        self._eye = Eye(self)

    # What is shown.

    def show_board(
        self,
        board_id: uuid.UUID,
        notes: Sequence[NoteLine],
        places: Mapping[uuid.UUID, Place],
        names: dict[uuid.UUID, str],
    ) -> None:
        """Show a board as it is now: its notes in reading order, where each lies, and the names of its themes. Another
        board than before is shown whole.
        """
        self.cancel()
        other, self._board = board_id != self._board, board_id
        chosen = self.chosen
        differences = self.scene.show(notes, places, names)
        if other:
            self.picture.face.forget()
        self._show_again(chosen, None if other else differences)
        if other:
            self.show_all()

    def follow(self, asked: set[uuid.UUID], found: Iterable[NoteLine]) -> bool:
        """Show some notes as they are now; those asked for and not found are gone. False when the whole board is to be
        shown instead, because a note has no place of its own.
        """
        self.cancel()
        chosen = self.chosen
        differences = self.scene.follow(asked, found)
        if differences is None:
            return False
        self._show_again(chosen, differences)
        return True

    def show_dots(self, dots: Mapping[uuid.UUID, int]) -> None:
        """Show how many dots notes got in votes that are closed."""
        if dots != self.picture.face.dots:
            self.picture.face.dots = dict(dots)
            self.tiles.forget()
            self.update()

    def show_picture(self, name: str, picture: QPixmap) -> None:
        """Show a picture that was wanted; a null one when the file does not hold it."""
        self.picture.face.pictures[name] = picture
        rows = [row for row, note in enumerate(self.scene.notes) if note.photo == name]
        self.tiles.mend([self.scene.rect(row) for row in rows])
        self.update()

    def show_all(self) -> None:
        """Bring the whole board into view."""
        self.look(self.camera.showing(self.scene.bounds(), self._size()))

    def show_notes(self, note_ids: Iterable[uuid.UUID]) -> None:
        """Bring notes into view, gliding there when they are not."""
        rows = self.scene.rows(note_ids)
        if not len(rows):
            return
        around = self.scene.rect(int(rows[0]))
        for row in rows[1:].tolist():
            around = around.united(self.scene.rect(row))
        wanted = self.camera.reaching(around, self._size())
        if wanted != self.camera:
            self._eye.glide_to(wanted)

    def sees(self, note_ids: Iterable[uuid.UUID]) -> bool:
        """Whether something of each of these notes is in view."""
        seen = self.camera.seen(self._size())
        return all(seen.intersects(self.scene.rect(row)) for row in self.scene.rows(note_ids).tolist())

    @property
    def chosen(self) -> set[uuid.UUID]:
        """The notes that are chosen."""
        return set(self.scene.ids(self.chosen_rows()))

    def chosen_rows(self) -> Rows:
        """Where the chosen notes stand in the scene's arrays."""
        return np.flatnonzero(self._chosen)

    def choose(self, note_ids: Iterable[uuid.UUID]) -> None:
        """Choose these notes and no others."""
        rows = self.scene.rows(note_ids)
        self.choose_rows(rows)
        if self.current is None or self.scene.row(self.current) not in rows:
            self.current = self.scene.notes[int(rows[0])].id if len(rows) == 1 else None
        tell_focus(self)
        self.picked.emit()

    def interface(self) -> WallInterface:
        """The wall as a screen reader hears it."""
        if self._interface is None:
            self._interface = WallInterface(self)
        return self._interface

    def choose_rows(self, rows: Rows) -> None:
        """Show these notes as chosen, without a word to anybody yet."""
        self._chosen = self._mask(rows)
        self.update()

    def look(self, camera: Camera) -> None:
        """Move the eye."""
        zoomed = camera.zoom != self.camera.zoom
        self.camera = camera
        self._due = True
        self.looked.emit()
        if zoomed:
            self._resting.start()
        self.update()

    def to_board(self, at: QPointF) -> QPointF:
        """The board's point under a point of the view."""
        return self.camera.to_board(at, self._size())

    def to_view(self, at: QPointF) -> QPointF:
        """Where a point of the board is in the view."""
        return self.camera.to_view(at, self._size())

    def place_of(self, note_id: uuid.UUID) -> QRectF | None:
        """Where a note is in the view, in logical pixels; None when there is no such note."""
        row = self.scene.row(note_id)
        return None if row is None else self.camera.rect_to_view(self.scene.rect(row), self._size())

    def place_near(self) -> Place:
        """Where a new note is wanted: after the chosen one, or after the last that is seen, or in the middle."""
        last = max(self.scene.notes, key=lambda note: (note.position, note.id), default=None)
        beside = self.current or (last.id if last and self.sees([last.id]) else None)
        row = self.scene.row(beside) if beside else None
        if row is not None:
            return float(self.scene.x[row]), float(self.scene.y[row])
        middle = self.to_board(self.rect().toRectF().center())
        return middle.x(), middle.y()

    def place_at(self, at: QPointF) -> tuple[Place, uuid.UUID | None]:
        """Where a note is wanted that is dropped at a point of the board: there, or after the last note of the theme
        whose frame that is; and this theme.
        """
        frame = self.scene.frame_at(at)
        if frame is None:
            return (at.x() - NOTE_WIDTH / 2, at.y() - NOTE_HEIGHT / 2), None
        members = self.scene.rows(self.scene.members(frame.id)).tolist()
        last = self.scene.rect(members[-1]) if members else frame.rect.adjusted(FRAME_PAD, FRAME_HEAD, 0, 0)
        return (last.x(), last.y()), frame.id

    # What gestures need.

    def lift(self, rows: Rows) -> None:
        """Take notes off the wall, into the hand."""
        self.tiles.mend(self.scene.lift(rows))
        self.update()

    def put_down(self, rows: Rows) -> None:
        """Put carried notes back on the wall where the hand is now."""
        self._sprites.forget()
        self.tiles.mend(self.scene.put_down(rows))
        self.update()

    def paint_carried(self, painter: QPainter, rows: Rows) -> None:
        """Paint the notes in the hand."""
        ratio = self.devicePixelRatioF()
        seen = self.camera.seen(self._size())
        painter.save()
        painter.scale(1 / ratio, 1 / ratio)
        self._sprites.paint(painter, rows, seen.left(), seen.top(), self.camera.zoom * ratio, seen)
        painter.restore()

    def step(self, key: int) -> None:
        """Choose the next note in the direction of an arrow, as from the bar that captures."""
        self._keys.step(key)

    def cancel(self) -> None:
        """Leave what the hand has begun."""
        self.hands.cancel()

    def is_busy(self) -> bool:
        """Whether something is still to be painted sharply."""
        return self._due or self._resting.isActive()

    # Qt's events.

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        ratio = self.devicePixelRatioF()
        seen = self.camera.seen(self._size())
        painter.save()
        painter.scale(1 / ratio, 1 / ratio)
        width, height = round(self.width() * ratio), round(self.height() * ratio)
        self.tiles.paint(painter, seen.left(), seen.top(), self.camera.zoom * ratio, width, height)
        painter.restore()
        self._paint_chosen(painter, seen)
        self.hands.paint(painter)
        painter.end()
        self._ask_for_pictures()
        self._due = self.tiles.shown.missing > 0
        if self._due:
            self._more.start()

    def resizeEvent(self, event: QResizeEvent) -> None:
        if not event.oldSize().isValid() or event.oldSize().isEmpty():
            self.show_all()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() in {QEvent.Type.PaletteChange, QEvent.Type.DevicePixelRatioChange, QEvent.Type.StyleChange}:
            self.tiles.forget()
            self.update()
        super().changeEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._eye.stop()
        self.hands.press(event, panning=self._space)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self.hands.move(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self.hands.release(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.hands.double(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        self._eye.wheel(event)

    def event(self, event: QEvent) -> bool:
        """While a hand carries something, Escape is for putting it back, whatever it means to the window. Tab goes
        through the notes in reading order, and after the last one on to the next control.
        """
        if event.type() == QEvent.Type.ShortcutOverride and self.hands.are_busy():
            event.accept()
            return True
        if isinstance(event, QKeyEvent):
            return self._keys.tab(event) or super().event(event)
        fingers = event.type() in {QEvent.Type.NativeGesture, QEvent.Type.Gesture}
        return (fingers and self._eye.pinch(event)) or super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.hands.are_busy():
            self.cancel()
        elif event.key() == Qt.Key.Key_Space and not event.modifiers():
            self._space = True
            self.setCursor(Qt.CursorShape.OpenHandCursor)
        elif not self._keys.press(event):
            super().keyPressEvent(event)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """A letter that takes more than one key, like é or 你, is for the capture bar as any other is."""
        if event.commitString():
            self.typed.emit(event.commitString())

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space and not event.isAutoRepeat():
            self._space = False
            self.unsetCursor()
        super().keyReleaseEvent(event)

    def focusOutEvent(self, event: QEvent) -> None:
        self._space = False
        self.unsetCursor()
        self.update()

    def _paint_chosen(self, painter: QPainter, seen: QRectF) -> None:
        rows = self.scene.within(seen)
        rows = rows[self._chosen[rows]]
        if len(rows) > MANY:
            painter.drawImage(
                self.rect(), self.picture.marks(rows, seen, self.width() // COARSE, self.height() // COARSE)
            )
        elif len(rows):
            size = self._size()
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(theme.colour("accent"), min(3, max(1, round(5 * self.camera.zoom)))))
            painter.drawRects([self.camera.rect_to_view(self.scene.rect(row), size) for row in rows.tolist()])
        if self.current is not None and self.hasFocus() and (place := self.place_of(self.current)):
            painter.setPen(QPen(theme.colour("ink"), 1.5, Qt.PenStyle.DotLine))
            painter.drawRect(place.adjusted(-4, -4, 4, 4))

    def _ask_for_pictures(self) -> None:
        wanted, face = self.picture.face.wanted, self.picture.face
        if wanted:
            face.wanted = set()
            face.pictures |= {name: QPixmap() for name in wanted}
            self.wants.emit(sorted(wanted))

    def _show_again(self, chosen: set[uuid.UUID], differences: list[QRectF] | None) -> None:
        self._chosen = self._mask(self.scene.rows(chosen))
        if self.current is not None and self.scene.row(self.current) is None:
            self.current = None
        if differences is None:
            self.tiles.forget()
        else:
            self.tiles.mend(differences)
        self.update()

    def _sharpen(self) -> None:
        if self.tiles.sharpen(self.camera.zoom * self.devicePixelRatioF()):
            self._due = True
            self.update()

    def _mask(self, rows: Rows) -> NDArray[np.bool_]:
        mask = np.zeros(len(self.scene.notes), np.bool_)
        mask[rows] = True
        return mask

    def _size(self) -> QSizeF:
        return QSizeF(self.size())
