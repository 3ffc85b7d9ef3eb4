"""Corner markers and page codes are read back from a page that was turned and blurred, and stand where the geometry
says.
"""

from __future__ import annotations

import io
import uuid
from dataclasses import dataclass
from typing import Any

import cv2
import numpy as np
import pypdf
import pypdfium2
import pytest
import zxingcpp

from facilitator.domain import identity, sheet
from facilitator.domain.sheet import PAPERS, Page, Shape
from facilitator.pdf import codes
from facilitator.pdf.canvas import PlainCanvas
from facilitator.pdf.pen import MM, Pen

DICTIONARY = cv2.aruco.getPredefinedDictionary(cv2.aruco.DICT_4X4_50)
TEXT = identity.encode(identity.Sheet(identity.Form(uuid.UUID(int=9 << 100), Shape("feedback")), 7, 1), b"key")
DEGREES = 1.7


@dataclass
class Photograph:
    """A grey picture of a page, and the way from its pixels back to the sheet's millimetres."""

    pixels: np.ndarray[Any, Any]
    back: np.ndarray[Any, Any]

    def millimetres(self, points: object) -> np.ndarray[Any, Any]:
        return cv2.transform(np.asarray(points, float).reshape(-1, 1, 2), self.back).reshape(-1, 2)


def photograph(page: Page, dpi: int, *, degrees: float = DEGREES, blur: int = 3) -> Photograph:
    document = pypdfium2.PdfDocument(printed(page))
    grey = np.ascontiguousarray(document[0].render(scale=dpi / 72, grayscale=True).to_numpy())  # pyright: ignore[reportArgumentType]
    document.close()
    height, width = grey.shape
    turn = cv2.getRotationMatrix2D((width / 2, height / 2), degrees, 0.98)
    turned = cv2.warpAffine(grey, turn, (width, height), borderValue=255)
    inverse = cv2.invertAffineTransform(turn)
    # The middle of the first pixel is half a pixel in from the edge of the sheet.
    inverse[:, 2] += 0.5
    return Photograph(cv2.GaussianBlur(turned, (blur, blur), 0) if blur else turned, inverse * 25.4 / dpi)


def printed(page: Page) -> bytes:
    out = io.BytesIO()
    canvas = PlainCanvas(out, title="Codes", pagesize=(page.paper.width * MM, page.paper.height * MM))
    pen = Pen(canvas, page.paper.height)
    for number, box in page.markers.items():
        codes.draw(pen, codes.marker(number), box)
    for box in page.codes:
        codes.draw(pen, codes.data_matrix(TEXT), box)
    canvas.showPage()
    canvas.save()
    return out.getvalue()


@pytest.mark.parametrize("dpi", [100, 150])
@pytest.mark.parametrize("paper", list(PAPERS))
def test_markers_are_found_in_their_corners(paper: str, dpi: int) -> None:
    page = sheet.page(Shape("feedback", paper), 1)
    picture = photograph(page, dpi)
    parameters = cv2.aruco.DetectorParameters()
    parameters.cornerRefinementMethod = cv2.aruco.CORNER_REFINE_SUBPIX

    corners, ids, _ = cv2.aruco.ArucoDetector(DICTIONARY, parameters).detectMarkers(picture.pixels)

    found = {int(number): picture.millimetres(four) for number, four in zip(ids.flatten(), corners, strict=True)}
    assert sorted(found) == [0, 1, 2, 3]
    for number, box in page.markers.items():
        middle = found[number].mean(axis=0)
        assert middle == pytest.approx(box.centre, abs=0.3)
        assert found[number][0] == pytest.approx((box.x, box.y), abs=0.6)


@pytest.mark.parametrize("dpi", [100, 150])
@pytest.mark.parametrize("paper", list(PAPERS))
def test_both_codes_of_a_page_say_who_it_is(paper: str, dpi: int) -> None:
    page = sheet.page(Shape("feedback", paper), 1)
    picture = photograph(page, dpi)

    found = zxingcpp.read_barcodes(picture.pixels, zxingcpp.BarcodeFormat.DataMatrix)  # pyright: ignore[reportArgumentType]

    assert [code.text for code in found] == [TEXT, TEXT]
    middles = sorted(tuple(picture.millimetres(_corners(code)).mean(axis=0)) for code in found)
    assert sorted(middles, key=lambda middle: middle[1]) == [
        pytest.approx(code.centre, abs=0.3 + 25.4 / dpi / 2) for code in page.codes
    ]


def test_codes_fill_their_boxes_to_the_tenth_of_a_millimetre() -> None:
    page = sheet.page(Shape("feedback"), 1)
    picture = photograph(page, 300, degrees=0, blur=0)
    # At rest the picture is only scaled by 0.98 about its middle; `millimetres` undoes that.
    dark = cv2.connectedComponentsWithStats((picture.pixels < 128).astype(np.uint8))[2][1:]
    edges = [
        picture.millimetres([[left - 0.5, top - 0.5], [left + width - 0.5, top + height - 0.5]]).flatten()
        for left, top, width, height, area in dark
        if min(width, height) > 100
    ]

    boxes = [*page.markers.values(), *page.codes]
    for box in boxes:
        want = (box.x, box.y, box.right, box.bottom)
        assert any(edge == pytest.approx(want, abs=0.3) for edge in edges), want


def test_a_code_is_one_path_so_that_no_hairline_can_show() -> None:
    out = io.BytesIO()
    canvas = PlainCanvas(out, title="Codes", pagesize=(100, 100))
    codes.draw(Pen(canvas, 35), codes.data_matrix(TEXT), sheet.Box(5, 5, 16, 16))
    canvas.showPage()
    canvas.save()

    page = pypdf.PdfReader(out).pages[0]
    contents = page.get_contents()
    assert contents is not None
    assert contents.get_data().split().count(b"f") == 1


@pytest.mark.parametrize("number", [0, 1, 2, 3])
def test_marker_bits_are_those_of_the_public_dictionary(number: int) -> None:
    expected = cv2.aruco.generateImageMarker(DICTIONARY, number, 6) == 0

    assert np.array_equal(np.array(codes.marker(number)), expected)


@pytest.mark.parametrize("text", ["ABCDEFGHIJKLMNOP", "A2B3C4D5E6F7G2H3", TEXT])
def test_sixteen_letters_make_sixteen_modules(text: str) -> None:
    modules = codes.data_matrix(text)

    assert [len(row) for row in modules] == [16] * 16


def _corners(code: zxingcpp.Barcode) -> list[tuple[int, int]]:
    place = code.position
    return [(p.x, p.y) for p in (place.top_left, place.top_right, place.bottom_right, place.bottom_left)]
