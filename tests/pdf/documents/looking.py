"""What can be seen on a picture of a printed page, in the sheet's millimetres."""

from __future__ import annotations

import ctypes
import math
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
_ROUNDING = 0.05  # points


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
        return min(round(type_size(one)) for one in document[page].get_objects(filter=[_WORDS]))


def type_size(words: pypdfium2.PdfObject) -> float:
    """Of the type of some words, in points."""
    size = ctypes.c_float()
    assert pypdfium2.raw.FPDFTextObj_GetFontSize(words, size)
    matrix = words.get_matrix()
    return size.value * math.hypot(matrix.b, matrix.d)


def smaller_than(points: float, pdf: bytes) -> set[str]:
    """The words in smaller type, in logical order where they are one stretch."""
    found: set[str] = set()
    with pypdfium2.PdfDocument(pdf) as document:
        for page in document:
            text = page.get_textpage()
            for one in page.get_objects(filter=[_WORDS], max_depth=4):
                if type_size(one) < points - _ROUNDING:
                    found.update(_text(one, text).split())
            text.close()
    return found


def _text(words: pypdfium2.PdfObject, page: pypdfium2.PdfTextPage) -> str:
    long = pypdfium2.raw.FPDFTextObj_GetText(words, page, None, 0)
    held = ctypes.create_string_buffer(long + 2)
    pypdfium2.raw.FPDFTextObj_GetText(words, page, ctypes.cast(held, ctypes.POINTER(ctypes.c_ushort)), long)
    return held.raw[:long].decode("utf-16-le").rstrip("\0")


def badly_placed(pdf: bytes) -> list[str]:
    """What of the words runs off its page or lies on other words, with the page (from 1), at most once a page each."""
    found: list[str] = []
    with pypdfium2.PdfDocument(pdf) as document:
        for number, page in enumerate(document, 1):
            boxes = _boxes(page)
            if len(boxes) == 0:
                continue
            low, high = boxes[:, :2], boxes[:, 2:]
            if (low < -1).any() or (high > np.array(page.get_size()) + 1).any():
                found.append(f"page {number}: off the page")
            shared = np.minimum(high[:, None], high[None]) - np.maximum(low[:, None], low[None])
            covered = shared.clip(0).prod(axis=2)
            sizes = (high - low).prod(axis=1)
            lie = np.triu(covered > 0.3 * np.minimum(sizes[:, None], sizes[None]), 1)
            if lie.sum() > 1:
                found.append(f"page {number}: {int(lie.sum())} words on others")
            page.close()
    return found


def _boxes(page: pypdfium2.PdfPage) -> np.ndarray[Any, Any]:
    """Left, lower, right and upper edge of each stretch of words, in points, without what is too small to see."""
    boxes = np.array([one.get_bounds() for one in page.get_objects(filter=[_WORDS], max_depth=3)]).reshape(-1, 4)
    return boxes[(boxes[:, 2:] - boxes[:, :2]).min(axis=1) > 0.5][:1_500]
