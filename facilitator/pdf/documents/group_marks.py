"""The small signs on a badge: a shape for the group somebody comes from, never a colour, and a camera for those who
said yes to photographs.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from facilitator.domain.sheet import Box
from facilitator.pdf.documents.look import INK

if TYPE_CHECKING:
    from facilitator.pdf.pen import Pen

GROUPS = ("resident", "community-organisation", "public-service", "elected-member", "supporter")
"""The groups that have a shape: circle, square, triangle, diamond, ring."""

_LINE = 0.09


def draw_group(pen: Pen, group: str, box: Box) -> None:
    """The shape of a group in a square box; nothing for a group without one."""
    (x, y), half = box.centre, box.width / 2
    if group == "supporter":
        line = box.width * _LINE * 2
        with pen.path(stroke=INK, width=line) as path:
            path.dot(x, y, half - line / 2)
        return
    with pen.path(fill=INK) as path:
        if group == "resident":
            path.dot(x, y, half)
        elif group == "community-organisation":
            side = box.width * 0.88
            path.rectangle(x - side / 2, y - side / 2, side, side)
        elif group == "public-service":
            path.polygon([(x, box.y), (box.right, box.bottom - half * 0.1), (box.x, box.bottom - half * 0.1)])
        elif group == "elected-member":
            path.polygon([(x, box.y), (box.right, y), (x, box.bottom), (box.x, y)])


def draw_camera(pen: Pen, box: Box) -> None:
    """A camera in a box half as high again as wide is low: its body, its lens and its button."""
    line = box.height * _LINE
    top = box.y + box.height * 0.2
    with pen.path(stroke=INK, width=line) as path:
        path.rounded(Box(box.x, top, box.width, box.bottom - top), box.height * 0.12)
        path.dot(box.centre[0], (top + box.bottom) / 2, box.height * 0.24)
    with pen.path(fill=INK) as path:
        path.rectangle(box.x + box.width * 0.36, box.y, box.width * 0.28, box.height * 0.2)
