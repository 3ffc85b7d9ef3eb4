"""Fonts to lay out with, and what a written page says when it is read back."""

from __future__ import annotations

import shutil
import subprocess
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest

from facilitator.pdf.canvas import PlainCanvas
from facilitator.pdf.fonts import FontBook
from facilitator.pdf.text.paragraph import lay_out
from facilitator.pdf.text.style import Span, TextStyle

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

_INVISIBLE = dict.fromkeys(map(ord, "\u200e\u200f\u202a\u202b\u202c\u2066\u2067\u2069\x0c"))


@dataclass(frozen=True)
class WrittenPage:
    path: Path

    def as_pdfium_reads_it(self) -> str:
        import pypdfium2

        with pypdfium2.PdfDocument(self.path) as document:
            page = document[0]
            text_page = page.get_textpage()
            text = text_page.get_text_bounded()
            text_page.close()
            page.close()
        return " ".join(text.split())

    def as_poppler_reads_it(self) -> str:
        if not shutil.which("pdftotext"):
            pytest.skip("needs poppler-utils")
        found = subprocess.run(["pdftotext", self.path, "-"], capture_output=True, check=True)
        return " ".join(found.stdout.decode("utf-8").translate(_INVISIBLE).split())


@pytest.fixture(scope="session")
def opened_fonts() -> FontBook:
    return FontBook.default()


@pytest.fixture
def fonts(opened_fonts: FontBook) -> FontBook:
    """The app's own fonts, with nothing missing yet."""
    return FontBook(opened_fonts.fonts)


@pytest.fixture
def write_page(tmp_path: Path, fonts: FontBook) -> Callable[..., WrittenPage]:
    """Lay out a text on a page of its own and save it."""

    def write(text: str | Sequence[Span], style: TextStyle | None = None, *, width: float = 500) -> WrittenPage:
        path = tmp_path / "page.pdf"
        canvas = PlainCanvas(str(path), title="A page", pagesize=(width + 80, 800))
        with canvas.tags.tag("P"):
            lay_out(text, style or TextStyle(10), width, fonts).draw(canvas, 40, 760)
        canvas.showPage()
        canvas.save()
        return WrittenPage(path)

    return write
