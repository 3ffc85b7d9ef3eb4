"""The eye by wheel, touchpad and fingers, and how it glides to what changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPointF, Qt, QVariantAnimation
from PySide6.QtGui import QNativeGestureEvent
from PySide6.QtWidgets import QGestureEvent, QPinchGesture

if TYPE_CHECKING:
    from PySide6.QtGui import QWheelEvent

    from facilitator.ui.canvas.camera import Camera
    from facilitator.ui.canvas.view import CanvasView

GLIDE = 260  # milliseconds for the eye to get to what changed
A_NOTCH = 1.0015  # nearer by so much for an eighth of a degree of the wheel
A_LINE = 0.6  # logical pixels for an eighth of a degree


class Eye(QObject):
    """Moves the view's camera."""

    def __init__(self, view: CanvasView) -> None:
        super().__init__(view)
        self._view = view
        self._from = self._to = view.camera
        self._step = QPointF(), 1.0  # of two fingers, the last
        self._glide = QVariantAnimation(self, duration=GLIDE, startValue=0.0, endValue=1.0)
        self._glide.valueChanged.connect(lambda share: view.look(self._from.towards(self._to, share)))
        view.grabGesture(Qt.GestureType.PinchGesture)

    def glide_to(self, wanted: Camera) -> None:
        """Go to another place so that one sees where it is."""
        self._glide.stop()
        self._from, self._to = self._view.camera, wanted
        self._glide.start()

    def stop(self) -> None:
        """Stay here: the hand has taken over."""
        self._glide.stop()

    def wheel(self, event: QWheelEvent) -> None:
        """The wheel, or two fingers on a touchpad, move the eye; with Ctrl it comes nearer or goes farther away."""
        self.stop()
        view = self._view
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._nearer(A_NOTCH ** event.angleDelta().y(), event.position())
            return
        pixels = event.pixelDelta()
        step = QPointF(event.angleDelta()) * A_LINE if pixels.isNull() else QPointF(pixels)
        if event.modifiers() & Qt.KeyboardModifier.ShiftModifier and not step.x():
            step = QPointF(step.y(), 0)
        view.look(view.camera.panned(-step.x(), -step.y()))

    def pinch(self, event: QEvent) -> bool:
        """Two fingers on a touchpad or a screen that come together or go apart. Whether the event was that."""
        if isinstance(event, QNativeGestureEvent):
            if event.gestureType() == Qt.NativeGestureType.ZoomNativeGesture:
                self._nearer(1.0 + event.value(), event.position())
            return True
        pinched = event.gesture(Qt.GestureType.PinchGesture) if isinstance(event, QGestureEvent) else None
        if not isinstance(pinched, QPinchGesture):
            return False
        self._view.cancel()  # the first finger had begun something
        step = pinched.centerPoint(), pinched.scaleFactor()
        if pinched.state() is Qt.GestureState.GestureUpdated and step != self._step:  # Qt tells of each step twice
            moved = pinched.centerPoint() - pinched.lastCenterPoint()
            self._view.look(self._view.camera.panned(-moved.x(), -moved.y()))
            self._nearer(pinched.scaleFactor(), self._view.mapFromGlobal(pinched.centerPoint()))
        self._step = step
        return True

    def _nearer(self, factor: float, at: QPointF) -> None:
        self.stop()
        self._view.look(self._view.camera.zoomed(factor, at, self._view.size().toSizeF()))
