"""Paragraphs run on over columns and pages."""

from __future__ import annotations

import datetime as dt
from functools import partial
from typing import TYPE_CHECKING

import pypdfium2
from reportlab.platypus import BaseDocTemplate, Frame, PageTemplate, SimpleDocTemplate

from facilitator.pdf.canvas import PlainCanvas
from facilitator.pdf.text.flowable import TextFlowable
from facilitator.pdf.text.style import Span, TextStyle

if TYPE_CHECKING:
    from pathlib import Path

    from facilitator.pdf.fonts import FontBook

STYLE = TextStyle(10)
CANVAS = partial(PlainCanvas, title="Report", date=dt.datetime(2026, 11, 23, tzinfo=dt.UTC))


def pages_of(path: Path) -> list[str]:
    with pypdfium2.PdfDocument(path) as document:
        return [" ".join(page.get_textpage().get_text_bounded().split()) for page in document]


def test_a_long_paragraph_goes_on_over_pages_without_losing_a_word(tmp_path: Path, fonts: FontBook) -> None:
    text = " ".join(f"word{n}" for n in range(2500))
    path = tmp_path / "long.pdf"
    SimpleDocTemplate(str(path)).build([TextFlowable(text, STYLE, fonts)], canvasmaker=CANVAS)
    pages = pages_of(path)
    assert len(pages) > 1
    assert " ".join(pages) == text


def test_what_is_bold_stays_bold_in_a_narrower_column(tmp_path: Path, fonts: FontBook) -> None:
    path = tmp_path / "columns.pdf"
    frames = [Frame(40, 600, 400, 40), Frame(40, 40, 200, 500)]
    document = BaseDocTemplate(str(path), pageTemplates=[PageTemplate(frames=frames)])
    flowable = TextFlowable([Span("plain " * 30), Span("bold " * 30, bold=True)], STYLE, fonts)
    document.build([flowable], canvasmaker=CANVAS)
    assert " ".join(pages_of(path)) == ("plain " * 30 + "bold " * 30).strip()


def test_a_paragraph_that_fits_is_not_split(fonts: FontBook) -> None:
    flowable = TextFlowable("short", STYLE, fonts, space_before=3, space_after=5)
    assert flowable.split(100, 100) == [flowable]
    assert (flowable.getSpaceBefore(), flowable.getSpaceAfter()) == (3, 5)


def test_a_paragraph_with_no_room_for_a_line_waits_for_the_next_page(fonts: FontBook) -> None:
    assert TextFlowable("short", STYLE, fonts).split(100, 5) == []
