"""What the child process does that shows pages before they are printed: it draws the real PDF and turns its pages into
pictures, one at a time, because PDFium is for one thread only. It loads neither Qt nor the workshop's tables.
"""

from __future__ import annotations

from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING

from facilitator.domain.errors import Expected
from facilitator.ui import fault_report

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

    import pypdfium2 as pdfium

    from facilitator.ui.printing.how import How
    from facilitator.workshop.queries.print_values import PrintValues

LONGEST_TEXT = 4_000
"""Characters of a page that are read to somebody who cannot see it."""

FINER = ((800, 3), (1_800, 2))
"""Pictures narrower than so many pixels are made so many times finer first, and then reduced: PDFium sets each letter
on a whole pixel, which makes small words hard to read.
"""


@dataclass(frozen=True, slots=True)
class Draw:
    """Draw a document by this name. `turn` comes back with every answer, so that an old one can be told."""

    name: str
    turn: int
    documents: tuple[PrintValues, ...]
    how: How


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture of a page (from 0) of a document that was drawn, so many pixels wide."""

    name: str
    turn: int
    page: int
    width: int
    grey: bool


@dataclass(frozen=True, slots=True)
class Drew:
    """A document is drawn; `sizes` are its pages' widths and heights in points, `each` how many pages each of its parts
    has.
    """

    name: str
    turn: int
    sizes: tuple[tuple[float, float], ...]
    warnings: tuple[str, ...]
    each: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Pictured:
    """A page as rows of pixels from the top: 4 bytes each (blue, green, red, nothing), or 1 where it is grey."""

    name: str
    turn: int
    page: int
    width: int
    height: int
    stride: int
    grey: bool
    pixels: bytes
    text: str


@dataclass(frozen=True, slots=True)
class NotDrawn:
    """A document cannot be drawn: why, in a sentence, or the places in the code where the program is at fault."""

    name: str
    turn: int
    words: str = ""
    places: str = ""


Request = Draw | Picture
Answer = Drew | Pictured | NotDrawn


def serve(connection: Connection) -> None:
    """Answer requests one after another until nobody asks any more."""
    desk = _Desk()
    while True:
        try:
            request: Request = connection.recv()
        except (EOFError, OSError):
            return
        try:
            connection.send(desk.answer(request))
        except Expected as error:
            connection.send(NotDrawn(request.name, request.turn, words=str(error)))
        except Exception as error:  # noqa: BLE001 (a child process has nobody else to tell)
            connection.send(NotDrawn(request.name, request.turn, places=fault_report.places(error)))


def picture_of(page: pdfium.PdfPage, width: int, *, grey: bool) -> pdfium.PdfBitmap:
    """A page as a picture so many pixels wide."""
    return page.render(scale=width / page.get_width(), grayscale=grey, prefer_bgrx=True)


class _Desk:
    """The documents drawn last, by name."""

    def __init__(self) -> None:
        self._drawn: dict[str, pdfium.PdfDocument] = {}

    def answer(self, request: Request) -> Answer:
        return self._draw(request) if isinstance(request, Draw) else self._picture(request)

    def _draw(self, request: Draw) -> Drew:
        import pypdfium2 as pdfium

        file = BytesIO()
        report = request.how.render(request.documents, file)
        before = self._drawn.pop(request.name, None)
        if before:
            before.close()
        document = self._drawn[request.name] = pdfium.PdfDocument(file.getvalue())
        sizes = tuple(document.get_page_size(page) for page in range(len(document)))
        return Drew(request.name, request.turn, sizes, report.warnings, report.each)

    def _picture(self, request: Picture) -> Pictured:
        from PIL import Image

        page = self._drawn[request.name][request.page]
        try:
            times = next((times for widest, times in FINER if request.width < widest), 1)
            made = picture_of(page, request.width * times, grey=request.grey)
            kind, stride = ("L", 1) if request.grey else ("RGBX", 4)
            small = Image.frombuffer(kind, (made.width, made.height), bytes(made.buffer), "raw", kind, made.stride, 1)
            small = small.reduce(times)
            words = page.get_textpage()
            text = words.get_text_bounded()[:LONGEST_TEXT]
            words.close()
            return Pictured(
                name=request.name,
                turn=request.turn,
                page=request.page,
                width=small.width,
                height=small.height,
                stride=small.width * stride,
                grey=request.grey,
                pixels=small.tobytes(),
                text=text,
            )
        finally:
            page.close()
