"""Photographs of notes whose words nobody has typed yet, so that they are on paper as they are on the wall."""

from __future__ import annotations

import io
import struct
import zlib
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING, Any

from PIL import Image

from facilitator.domain.sheet import Box
from facilitator.pdf.documents.look import RULE

if TYPE_CHECKING:
    from facilitator.pdf.documents.surface import Surface

LONGEST_SIDE = 1_600
"""Pixels: sharp on a sheet of A4, and no more than that of somebody's hand."""

_MOST_PIXELS = 50_000_000
_QUALITY = 85
_UNREADABLE = (
    OSError,
    ValueError,
    SyntaxError,
    LookupError,
    ArithmeticError,
    struct.error,
    zlib.error,
    Image.DecompressionBombError,
)
"""What Pillow raises over damaged pictures."""


@dataclass(frozen=True)
class Photograph:
    """A photograph as it goes into a document: painted anew, so that it tells nothing of its camera or place."""

    jpeg: bytes
    width: int
    height: int

    @cached_property
    def grey(self) -> bytes:
        """It as a printer without colour shows it."""
        with Image.open(io.BytesIO(self.jpeg)) as image:
            return _saved(image.convert("L"))

    def tall(self, wide: float) -> float:
        """How tall it is when it is so wide."""
        return wide * self.height / self.width

    def within(self, box: Box) -> Box:
        """Where it comes to lie in a box: as large as the box allows, from its upper left corner."""
        scale = min(box.width / self.width, box.height / self.height)
        return Box(box.x, box.y, self.width * scale, self.height * scale)


@lru_cache(maxsize=64)
def photograph(data: bytes) -> Photograph | None:
    """A picture that a note has; None when it is damaged or far too large to be opened."""
    try:
        with Image.open(io.BytesIO(data), formats=("JPEG", "PNG")) as image:
            if image.width * image.height > _MOST_PIXELS:
                return None
            image.draft("RGB", (LONGEST_SIDE, LONGEST_SIDE))
            image.thumbnail((LONGEST_SIDE, LONGEST_SIDE))
            fresh = Image.new("RGB", image.size, "white")
            fresh.paste(image, mask=image.convert("RGBA").getchannel("A"))
    except _UNREADABLE:
        return None
    return Photograph(_saved(fresh), *fresh.size)


def draw_photograph(surface: Surface, photo: Photograph, box: Box, alt: str) -> None:
    """Draw a photograph into a box of its proportions; `alt` says what it is to who cannot see it."""
    with surface.figure(alt):
        surface.show(photo, box)
        with surface.pen.path(stroke=RULE, width=0.2) as path:
            path.rectangle(box.x, box.y, box.width, box.height)


def _saved(image: Any) -> bytes:  # noqa: ANN401 (Pillow's types are not in the app's lock)
    out = io.BytesIO()
    image.save(out, "JPEG", quality=_QUALITY, optimize=True)
    return out.getvalue()
