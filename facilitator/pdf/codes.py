"""The square codes on printed forms: ArUco markers for the corners and a DataMatrix for who the page is.

Each is drawn as one path, because squares painted one by one show hairlines between them on screens and in scans.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from typing_extensions import Buffer

    from facilitator.domain.sheet import Box
    from facilitator.pdf.pen import Pen

Matrix = Sequence[Sequence[bool]]
"""Modules by row from the top, True for black."""

_MARKER_BITS = {
    0: ("1011", "0101", "0011", "0010"),
    1: ("0000", "1111", "1001", "1010"),
    2: ("0011", "0011", "0010", "1101"),
    3: ("1001", "1001", "0100", "0110"),
}
"""The inner modules of ArUco ids 0 to 3, 1 for white: OpenCV's predefined dictionary DICT_4X4_50 (Apache 2.0)."""


def marker(id: int) -> Matrix:  # noqa: A002 (it is the field's word)
    """The 6 by 6 modules of a corner marker: four by four bits in a black border."""
    rows = [f"0{row}0" for row in _MARKER_BITS[id]]
    return [[bit == "0" for bit in row] for row in ("000000", *rows, "000000")]


def data_matrix(text: str) -> Matrix:
    """The modules of a DataMatrix ECC 200 (ISO/IEC 16022).

    Sixteen base32 characters make 16 by 16 modules (14 by 14 if nearly all of them are digits).
    """
    return _matrix(text, "DataMatrix")


def qr_code(text: str) -> Matrix:
    """The modules of a QR code (ISO/IEC 18004), for what phones read; capitals and digits take less room."""
    return _matrix(text, "QRCode")


def _matrix(text: str, kind: str) -> Matrix:
    import zxingcpp

    code = zxingcpp.create_barcode(text, zxingcpp.BarcodeFormat[kind])  # pyright: ignore
    pixels = memoryview(cast("Buffer", code.to_image(1, add_hrt=False, add_quiet_zones=False))).cast("B")
    side = math.isqrt(len(pixels))
    return [[value == 0 for value in pixels[start : start + side]] for start in range(0, side * side, side)]


def draw(pen: Pen, matrix: Matrix, box: Box) -> None:
    """Fill the box with the modules, in black."""
    module = box.height / len(matrix)
    with pen.path(fill=(0, 0, 0)) as path:
        for line, row in enumerate(matrix):
            for start, end in _runs(row):
                path.rectangle(box.x + start * module, box.y + line * module, (end - start) * module, module)


def _runs(row: Sequence[bool]) -> Iterator[tuple[int, int]]:
    """Where black begins and ends in a row."""
    start: int | None = None
    for column, black in enumerate((*row, False)):
        if black and start is None:
            start = column
        elif not black and start is not None:
            yield start, column
            start = None
