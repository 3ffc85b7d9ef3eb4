"""What can be seen on a picture of a printed page, in the sheet's millimetres."""

from __future__ import annotations

import ctypes
from typing import TYPE_CHECKING, Any

import numpy as np
import pypdfium2
import zxingcpp

from facilitator.domain import identity

if TYPE_CHECKING:
    from facilitator.domain.identity import Form
    from facilitator.domain.sheet import Box
    from tests.pdf.documents.conftest import Printed

_WORDS = 1  # FPDF_PAGEOBJ_TEXT


def corners(box: Box) -> tuple[float, float, float, float]:
    return box.x, box.y, box.right, box.bottom


def outline(picture: np.ndarray[Any, Any], box: Box, dpi: int) -> tuple[float, ...]:
    """Where the line around a box really is: its left, top, right and bottom in millimetres."""
    scale, reach = dpi / 25.4, 1.5
    left, top = round((box.x - reach) * scale), round((box.y - reach) * scale)
    right, bottom = round((box.right + reach) * scale), round((box.bottom + reach) * scale)
    dark = picture[top:bottom, left:right] < 140
    columns, rows = np.flatnonzero(dark.any(axis=0)), np.flatnonzero(dark.any(axis=1))
    return (
        (left + columns[0] + 0.5) / scale,
        (top + rows[0] + 0.5) / scale,
        (left + columns[-1] + 0.5) / scale,
        (top + rows[-1] + 0.5) / scale,
    )


def ink(picture: np.ndarray[Any, Any], box: Box, dpi: int) -> float:
    """The share of a box that is dark."""
    scale = dpi / 25.4
    rows, columns = (
        slice(int(box.y * scale), int(box.bottom * scale)),
        slice(int(box.x * scale), int(box.right * scale)),
    )
    return float((picture[rows, columns] < 140).mean())


def sheets(printed: Printed, number: int, form: Form, key: bytes) -> list[tuple[int, int]]:
    """The ballot and page that both codes of a printed page tell."""
    found = zxingcpp.read_barcodes(printed.picture(number), zxingcpp.BarcodeFormat.DataMatrix)  # pyright: ignore[reportArgumentType]
    readings = [identity.read(code.text, key, [form]) for code in found]
    return [(reading.sheet.number, reading.sheet.page) for reading in readings if reading.sheet]


def smallest_type(pdf: bytes, page: int) -> int:
    """The smallest letters of a page (from 0), in whole points."""
    with pypdfium2.PdfDocument(pdf) as document:
        return min(round(_size(one)) for one in document[page].get_objects(filter=[_WORDS]))


def _size(words: pypdfium2.PdfObject) -> float:
    """Of the type of some words, in points."""
    size = ctypes.c_float()
    assert pypdfium2.raw.FPDFTextObj_GetFontSize(words, size)
    return size.value * words.get_matrix().d
