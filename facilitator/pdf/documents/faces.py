"""The four faces of a feedback form, from bad to very good, drawn as lines so that they print alike everywhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

from facilitator.pdf.documents.look import INK

if TYPE_CHECKING:
    from facilitator.domain.sheet import Box
    from facilitator.pdf.pen import Pen

_LINE = 0.45
_BENDS = {1: -0.17, 2: 0.0, 3: 0.14, 4: 0.30}
"""How far the mouth bends down, as a share of the face's width, from 1 (bad) to 4 (very good)."""

_EYE = 0.045


def draw_face(pen: Pen, rating: int, box: Box) -> None:
    """A face in a square box."""
    size, (middle_x, middle_y) = box.width, box.centre
    mouth_y = middle_y + size * (0.28 if rating == 1 else 0.16 if rating > 2 else 0.2)
    reach, bend = size * 0.24, size * _BENDS[rating]
    with pen.path(stroke=INK, width=_LINE) as path:
        path.rounded(box, size / 2)
        left, right = (middle_x - reach, mouth_y), (middle_x + reach, mouth_y)
        path.curve(left, (left[0] + reach / 2, mouth_y + bend), (right[0] - reach / 2, mouth_y + bend), right)
    with pen.path(fill=INK) as path:
        for side in (-1, 1):
            x, y = middle_x + side * size * 0.17, middle_y - size * 0.12
            path.dot(x, y, size * _EYE)
