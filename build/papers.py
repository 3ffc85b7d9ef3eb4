"""Pictures of every document of the example: golden ones for the tests, and a sheet of all of them in every edition.

`python3 build/dev.py screenshots papers` makes both anew. Look at what differs in `git diff` before you keep it.
"""

from __future__ import annotations

import datetime as dt
import io
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import pypdfium2
from PIL import Image, ImageDraw, ImageFont

from facilitator.domain.errors import NothingToPrint
from facilitator.domain.reading import Reading
from facilitator.exchange.millbrook.build import build_millbrook
from facilitator.pdf.documents.render import render
from facilitator.workshop.documents import Document, Order, read
from facilitator.workshop.places import Places

if TYPE_CHECKING:
    from facilitator.workshop.workshop import Workshop

ROOT = Path(__file__).resolve().parent.parent
GOLDEN = ROOT / "tests" / "pdf" / "golden"
SHEET = ROOT / "docs" / "screenshots" / "papers.jpg"
FONT = ROOT / "resources" / "fonts" / "NotoSans-Regular.ttf"
NOW = dt.datetime(2027, 1, 14, 9, tzinfo=dt.UTC)
GOLDEN_DPI, SHEET_DPI = 40, 80
STEP = 17  # 16 greys
WIDE, HIGH, GAP, HEAD, SIDE = 250, 320, 8, 28, 130  # pixels
PAPER, INK = 0xDD, 0x22
QUALITY = 60


@dataclass(frozen=True)
class Look:
    """A column of the sheet: in which languages, and for which reader."""

    name: str
    languages: tuple[str, ...] = ("en",)
    reading: Reading = Reading.STANDARD


ENGLISH = Look("English")
LOOKS = (
    ENGLISH,
    Look("English + Arabic", ("en", "ar")),
    Look("Urdu", ("ur",)),
    Look("Bengali", ("bn",)),
    Look("Large print", reading=Reading.LARGE),
    Look("Easy read", reading=Reading.EASY),
)


MIRRORED = Look("Arabic", ("ar",))
TURNED = "summary-ar"
"""The golden picture of a page that runs from right to left, with words in two columns."""


def first_page(workshop: Workshop, document: Document, look: Look = ENGLISH, dpi: int = GOLDEN_DPI) -> Image.Image:
    """The first page of a document in grey, as it is printed at a moment that never changes."""
    now = NOW.replace(tzinfo=None).isoformat(timespec="minutes")
    order = Order(copies=1, now=now, languages=look.languages, reading=look.reading)
    out = io.BytesIO()
    values = workshop.read(lambda reader: read(reader, document, order))
    render(values, out, languages=look.languages, reading=look.reading, date=NOW)
    with pypdfium2.PdfDocument(out.getvalue()) as pdf:
        return pdf[0].render(scale=dpi / 72, grayscale=True).to_pil().convert("L")  # pyright: ignore[reportArgumentType]


def keep_golden(workshop: Workshop) -> None:
    """Write the golden picture of each document, in few greys, which keeps the files small."""
    GOLDEN.mkdir(exist_ok=True)
    pages = {str(document): first_page(workshop, document) for document in Document}
    pages[TURNED] = first_page(workshop, Document.SUMMARY, MIRRORED)
    for name, page in pages.items():
        page.point([in_steps(grey) for grey in range(256)]).save(GOLDEN / f"{name}.png", optimize=True)


def in_steps(grey: int) -> int:
    """The nearest of a few greys; black and white stay what they are."""
    return round(grey / STEP) * STEP


def write_sheet(workshop: Workshop) -> None:
    """Write the sheet, a row a document and a column a look; a place stays empty where a look has no such document."""
    rows = len(Document)
    size = (SIDE + len(LOOKS) * (WIDE + GAP), HEAD + rows * (HIGH + GAP))
    sheet = Image.new("L", size, PAPER)
    pen, font = ImageDraw.Draw(sheet), ImageFont.truetype(str(FONT), 14)
    for row, document in enumerate(Document):
        top = HEAD + row * (HIGH + GAP)
        pen.text((GAP, top), document.replace("-", "\n"), INK, font)
        for column, look in enumerate(LOOKS):
            left = SIDE + column * (WIDE + GAP)
            pen.text((left, 4), look.name, INK, font)
            try:
                picture = first_page(workshop, document, look, SHEET_DPI)
            except NothingToPrint as nothing:
                print(f"{document}, {look.name}: {nothing}")
                continue
            picture.thumbnail((WIDE, HIGH), Image.Resampling.LANCZOS)
            sheet.paste(picture, (left, top))
    sheet.save(SHEET, quality=QUALITY, optimize=True)


def main() -> int:
    """Make all of them anew."""
    with tempfile.TemporaryDirectory() as work:
        folder = Path(work)
        with build_millbrook(folder / "millbrook.workshop", Places.under(folder / "state")) as workshop:
            keep_golden(workshop)
            write_sheet(workshop)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
