"""Draws lines and shapes on a page in the sheet's own measure: millimetres from the top-left corner.

It writes PDF operators (ISO 32000-1, 8.5) straight to the canvas, so a hundred bars cost next to nothing.
"""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from facilitator.domain.sheet import Box

if TYPE_CHECKING:
    from collections.abc import Generator, Sequence

    from facilitator.pdf.canvas import PlainCanvas

MM = 72 / 25.4
"""Points in a millimetre."""

Colour = tuple[float, float, float]

BLACK: Colour = (0.0, 0.0, 0.0)

_ARC = 0.5523
"""How far the control points of a quarter circle lie from its ends, as a share of the radius."""


class Path:
    """The outline of one or more shapes. Lengths are millimetres, y downwards from the top of the sheet. `mirrored` is
    the width of a page whose left and right are exchanged.
    """

    def __init__(self, page_height: float, mirrored: float | None = None) -> None:
        self._height = page_height
        self._mirrored = mirrored
        self.operators: list[str] = []
        self.points: list[tuple[float, float]] = []
        """Where it goes, in points from the lower left corner of the sheet."""

    def rectangle(self, x: float, y: float, width: float, height: float) -> None:
        """A rectangle by its top-left corner."""
        left, right = (x, x + width) if self._mirrored is None else (x + width, x)
        self.operators.append(f"{self._point(left, y + height)} {_pt(width)} {_pt(height)} re")
        self._point(right, y)  # the box around it ends there

    def line(self, x: float, y: float, to_x: float, to_y: float) -> None:
        """A straight line."""
        self.operators.append(f"{self._point(x, y)} m {self._point(to_x, to_y)} l")

    def polygon(self, corners: Sequence[tuple[float, float]]) -> None:
        """A closed shape with straight sides."""
        first, *others = corners
        self.operators.append(f"{self._point(*first)} m")
        self.operators += [f"{self._point(*corner)} l" for corner in others]
        self.operators.append("h")

    def rounded(self, box: Box, radius: float) -> None:
        """A rectangle with round corners; a circle, if the radius is half its width and height."""
        left, top, right, bottom, r, k = box.x, box.y, box.right, box.bottom, radius, radius * (1 - _ARC)
        self.operators.append(f"{self._point(left + r, top)} m {self._point(right - r, top)} l")
        self._curve((right - k, top), (right, top + k), (right, top + r))
        self.operators.append(f"{self._point(right, bottom - r)} l")
        self._curve((right, bottom - k), (right - k, bottom), (right - r, bottom))
        self.operators.append(f"{self._point(left + r, bottom)} l")
        self._curve((left + k, bottom), (left, bottom - k), (left, bottom - r))
        self.operators.append(f"{self._point(left, top + r)} l")
        self._curve((left, top + k), (left + k, top), (left + r, top))
        self.operators.append("h")

    def dot(self, x: float, y: float, radius: float) -> None:
        """A circle by its middle."""
        self.rounded(Box(x - radius, y - radius, 2 * radius, 2 * radius), radius)

    def curve(
        self,
        start: tuple[float, float],
        first: tuple[float, float],
        second: tuple[float, float],
        end: tuple[float, float],
    ) -> None:
        """A Bezier curve with two control points."""
        self.operators.append(f"{self._point(*start)} m")
        self._curve(first, second, end)

    def move_to(self, x: float, y: float) -> None:
        """Begin a line here."""
        self.operators.append(f"{self._point(x, y)} m")

    def line_to(self, x: float, y: float) -> None:
        """Go on straight."""
        self.operators.append(f"{self._point(x, y)} l")

    def curve_to(self, first: tuple[float, float], second: tuple[float, float], end: tuple[float, float]) -> None:
        """Go on in a Bezier curve."""
        self._curve(first, second, end)

    def _curve(self, first: tuple[float, float], second: tuple[float, float], end: tuple[float, float]) -> None:
        self.operators.append(f"{self._point(*first)} {self._point(*second)} {self._point(*end)} c")

    def _point(self, x: float, y: float) -> str:
        at = x if self._mirrored is None else self._mirrored - x
        self.points.append((at * MM, (self._height - y) * MM))
        return f"{_pt(at)} {_pt(self._height - y)}"


class Pen:
    """Draws on one canvas whose pages are `page_height` millimetres high, and `mirrored` so many wide if what is drawn
    at the left is to be at the right.
    """

    def __init__(self, canvas: PlainCanvas, page_height: float, mirrored: float | None = None) -> None:
        self._canvas = canvas
        self._height = page_height
        self._mirrored = mirrored

    @contextmanager
    def path(
        self,
        *,
        fill: Colour | None = None,
        stroke: Colour | None = None,
        width: float = 0.3,
        dashes: tuple[float, ...] = (),
    ) -> Generator[Path]:
        """A path to add shapes to; painted when the block ends. `width` of the line and `dashes` in millimetres."""
        path = Path(self._height, self._mirrored)
        yield path
        state = ["q"]
        if fill:
            state.append(f"{_rgb(fill)} rg")
        if stroke:
            state.append(f"{_rgb(stroke)} RG {_pt(width)} w")
        if dashes:
            state.append(f"[{' '.join(map(_pt, dashes))}] 0 d 1 J")
        paint = {(True, True): "B", (True, False): "f", (False, True): "S", (False, False): "n"}[
            bool(fill), bool(stroke)
        ]
        self._canvas.tags.shapes("\n".join([*state, *path.operators, paint, "Q"]), path.points)


def _pt(millimetres: float) -> str:
    return f"{millimetres * MM:.3f}"


def _rgb(colour: Colour) -> str:
    return " ".join(f"{part:.4g}" for part in colour)
