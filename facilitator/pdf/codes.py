"""The square codes on printed forms: ArUco markers for the corners and a DataMatrix for who the page is, each drawn as
one path.

One path, because squares painted one by one show hairlines between them on screens and in scans.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas

    from facilitator.domain.sheet import Box

MM = 72 / 25.4
"""Points in a millimetre."""

Matrix = Sequence[Sequence[bool]]
"""Modules by row from the top, True for black."""

_MARKER_BITS = {
    0: ("1011", "0101", "0011", "0010"),
    1: ("0000", "1111", "1001", "1010"),
    2: ("0011", "0011", "0010", "1101"),
    3: ("1001", "1001", "0100", "0110"),
}
"""The inner modules of ArUco ids 0 to 3, 1 for white, from OpenCV's predefined dictionary DICT_4X4_50 (objdetect,
Apache 2.0).
"""


def marker(id: int) -> Matrix:  # noqa: A002 (it is the field's word)
    """The 6 by 6 modules of a corner marker: four by four bits in a black border."""
    rows = [f"0{row}0" for row in _MARKER_BITS[id]]
    return [[bit == "0" for bit in row] for row in ("000000", *rows, "000000")]


def data_matrix(text: str) -> Matrix:
    """The modules of a DataMatrix ECC 200 (ISO/IEC 16022): 16 by 16 for sixteen base32 characters (smaller only if
    nearly all are digits).
    """
    import zxingcpp

    image = zxingcpp.create_barcode(text, zxingcpp.BarcodeFormat.DataMatrix).to_image(
        1, add_hrt=False, add_quiet_zones=False
    )
    width = memoryview(image).shape[1]
    pixels = bytes(image)
    return [[value == 0 for value in pixels[start : start + width]] for start in range(0, len(pixels), width)]


def draw(canvas: Canvas, matrix: Matrix, box: Box, page_height: float) -> None:
    """Fill the box with the modules in black. The box and the page's height are in millimetres, the box from the
    top-left.
    """
    path = canvas.beginPath()
    module = box.height / len(matrix) * MM
    for line, row in enumerate(matrix):
        for start, end in _runs(row):
            path.rect(
                box.x * MM + start * module,
                (page_height - box.y) * MM - (line + 1) * module,
                (end - start) * module,
                module,
            )
    canvas.setFillGray(0)
    canvas.drawPath(path, stroke=0, fill=1)


def _runs(row: Sequence[bool]) -> Iterator[tuple[int, int]]:
    """Where black begins and ends in a row."""
    start: int | None = None
    for column, black in enumerate((*row, False)):
        if black and start is None:
            start = column
        elif not black and start is not None:
            yield start, column
            start = None
