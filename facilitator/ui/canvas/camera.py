"""What of the board is on screen: which point is in the middle, and how large things are."""

from __future__ import annotations

from dataclasses import dataclass, replace

from PySide6.QtCore import QPointF, QRectF, QSizeF

SMALLEST, LARGEST = 0.02, 4.0
BUTTONS = 44.0  # logical pixels below, where the buttons for the eye stand
ROOM = 24.0  # logical pixels left around what is brought into view


@dataclass(frozen=True, slots=True)
class Camera:
    """`x` and `y` are the board's point in the middle of the view, `zoom` is logical pixels for a board unit."""

    x: float = 0.0
    y: float = 0.0
    zoom: float = 1.0

    def to_board(self, at: QPointF, view: QSizeF) -> QPointF:
        """The board's point under a point of the view."""
        return QPointF(
            self.x + (at.x() - view.width() / 2) / self.zoom, self.y + (at.y() - view.height() / 2) / self.zoom
        )

    def to_view(self, at: QPointF, view: QSizeF) -> QPointF:
        """Where a point of the board is in the view."""
        return QPointF(
            (at.x() - self.x) * self.zoom + view.width() / 2, (at.y() - self.y) * self.zoom + view.height() / 2
        )

    def rect_to_view(self, rect: QRectF, view: QSizeF) -> QRectF:
        """Where a rectangle of the board is in the view."""
        return QRectF(self.to_view(rect.topLeft(), view), rect.size() * self.zoom)

    def seen(self, view: QSizeF) -> QRectF:
        """The part of the board that is in view."""
        return QRectF(self.to_board(QPointF(0, 0), view), view / self.zoom)

    def panned(self, across: float, down: float) -> Camera:
        """The eye moved by logical pixels."""
        return replace(self, x=self.x + across / self.zoom, y=self.y + down / self.zoom)

    def zoomed(self, factor: float, at: QPointF, view: QSizeF) -> Camera:
        """Nearer or farther; the board's point under `at` stays under it."""
        kept = self.to_board(at, view)
        zoom = min(LARGEST, max(SMALLEST, self.zoom * factor))
        return Camera(
            kept.x() - (at.x() - view.width() / 2) / zoom, kept.y() - (at.y() - view.height() / 2) / zoom, zoom
        )

    def showing(self, rect: QRectF, view: QSizeF, most: float = 1.0) -> Camera:
        """The whole of a rectangle, as large as it fits and never larger than `most`."""
        across = (view.width() - 2 * ROOM) / max(rect.width(), 1.0)
        down = (view.height() - 2 * ROOM) / max(rect.height(), 1.0)
        zoom = min(most, max(SMALLEST, min(across, down)))
        return Camera(rect.center().x(), rect.center().y(), zoom)

    def reaching(self, rect: QRectF, view: QSizeF) -> Camera:
        """The eye moved as little as brings a rectangle into view; farther away only where it does not fit."""
        seen, room = self.seen(view), ROOM / self.zoom
        around = rect.adjusted(-room, -room, room, room + BUTTONS / self.zoom)
        if around.width() > seen.width() or around.height() > seen.height():
            return self.showing(rect, view, most=self.zoom)
        across = min(0.0, around.left() - seen.left()) + max(0.0, around.right() - seen.right())
        down = min(0.0, around.top() - seen.top()) + max(0.0, around.bottom() - seen.bottom())
        return replace(self, x=self.x + across, y=self.y + down)

    def towards(self, other: Camera, share: float) -> Camera:
        """On the way to another camera, 0 to 1; the zoom goes by equal ratios, as the eye sees it."""
        return Camera(
            self.x + (other.x - self.x) * share,
            self.y + (other.y - self.y) * share,
            self.zoom * (other.zoom / self.zoom) ** share,
        )
