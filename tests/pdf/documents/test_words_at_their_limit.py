"""A workshop in which every text is as long as it may be: whatever is printed of it, no words run off the page or lie
on other words, and what is cut is said.
"""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

import pytest
import sqlalchemy as sa

from facilitator.domain.change import Change, Set
from facilitator.domain.reading import Reading
from facilitator.domain.schema import shapes
from facilitator.exchange.millbrook.build import build_millbrook
from facilitator.pdf.documents.render import render
from facilitator.workshop.documents import GIVING_OUT, Document, Order, give_out, read
from facilitator.workshop.places import Places
from tests.pdf.documents.looking import badly_placed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from facilitator.domain.schema import Column
    from facilitator.workshop.workshop import Workshop

ONE_WORD = "Abcdefghijklmnopqrstuvwxyz"
LINE_ENDS = "a\nb\n\n"
WHOLE, LONG = 2, 4
"""So many rows of a table have texts as long as they may be, and so many of 2,000 characters at most."""

EDITIONS = {
    "large": (("en",), Reading.LARGE, "A4"),
    "easy": (("en",), Reading.EASY, "A4"),
    "en+ar": (("en", "ar"), Reading.STANDARD, "A4"),
    "ur": (("ur",), Reading.STANDARD, "A4"),
    "A5": (("en",), Reading.STANDARD, "A5"),
    "letter": (("en",), Reading.STANDARD, "letter"),
}
ONCE_BAD = {
    (Document.BALLOTS, "en+ar"),
    (Document.BOARDS, "easy"),
    (Document.BOARDS, "large"),
    (Document.OPTION_KEY, "A5"),
    (Document.POCKET_ORDER, "large"),
    (Document.RELATIONSHIPS, "en+ar"),
    (Document.SUMMARY, "easy"),
    (Document.SUMMARY, "large"),
}
OVERLAP_BY_NATURE = {(Document.GRIDS, "ur"), (Document.CHECK_SHEET, "ur"), (Document.PACK, "ur")}
"""Nastaliq slopes into the line above, and over a bracket beside it."""

CASES = [
    pytest.param(document, edition, id=f"{document}-{edition}", marks=marks)
    for document in Document
    if document is not Document.POSTER  # which shows pieces of one picture
    for edition in EDITIONS
    if (document, edition) not in OVERLAP_BY_NATURE
    for marks in [() if (document, edition) in ONCE_BAD else pytest.mark.long]
]


@pytest.fixture(scope="module")
def one_word(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workshop]:
    folder = tmp_path_factory.mktemp("one-word")
    with build_millbrook(folder / "millbrook.workshop", Places.under(folder / "state")) as workshop:
        fill(workshop, ONE_WORD)
        yield workshop


@pytest.fixture(scope="module")
def line_ends(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workshop]:
    folder = tmp_path_factory.mktemp("line-ends")
    with build_millbrook(folder / "millbrook.workshop", Places.under(folder / "state")) as workshop:
        fill(workshop, LINE_ENDS)
        yield workshop


def fill(workshop: Workshop, text: str) -> None:
    """Write the text over and over into every cell where people write as they like."""
    for name, shape in shapes().items():
        columns = [one for one in shape.columns.values() if is_free(one)]
        rows = workshop.read(lambda reader, shape=shape: reader.rows(sa.select(shape.table)))
        edits = [Set(name, row.id, cells(columns, row, at, text)) for at, row in enumerate(rows) if columns]
        for first in range(0, len(edits), 200):
            workshop.apply(Change("test", tuple(edits[first : first + 200])))


def is_free(column: Column) -> bool:
    rest = column.choices or column.form or column.picture or column.name.endswith("language")
    return column.kind == "text" and not rest


def cells(columns: list[Column], row: sa.Row[tuple[object, ...]], at: int, text: str) -> dict[str, str]:
    most = 200_000 if at < WHOLE else 2_000 if at < LONG else 60 + 37 * (at % 9)
    filled = [one for one in columns if one.name != "translation" or getattr(row, one.name)]
    return {one.name: repeated(text, min(most, one.limit or most)) for one in filled}


def repeated(text: str, length: int) -> str:
    return (text * (length // len(text) + 1))[:length]


def printed(workshop: Workshop, document: Document, edition: str) -> tuple[bytes, tuple[str, ...]]:
    languages, reading, paper = EDITIONS[edition]
    order = Order(copies=1, now="2027-01-14T09:00", languages=languages, reading=reading)
    if document in GIVING_OUT:
        give_out(workshop, document, order)
    out = BytesIO()
    values = workshop.read(lambda reader: read(reader, document, order))
    report = render(values, out, paper=paper, languages=languages, reading=reading)
    return out.getvalue(), report.warnings


@pytest.mark.parametrize(("document", "edition"), CASES)
def test_one_word_as_long_as_a_text_may_be_stays_on_the_page(
    document: Document, edition: str, one_word: Workshop
) -> None:
    pdf, _ = printed(one_word, document, edition)
    assert badly_placed(pdf) == []


@pytest.mark.parametrize("document", [Document.WELCOME, Document.RELATIONSHIP_FORM, Document.POCKET_ORDER])
def test_names_full_of_line_ends_stay_on_the_page(document: Document, line_ends: Workshop) -> None:
    pdf, _ = printed(line_ends, document, "large" if document is Document.RELATIONSHIP_FORM else "en+ar")
    assert badly_placed(pdf) == []


@pytest.mark.parametrize("document", [Document.SIGN_IN, Document.RELATIONSHIP_FORM])
def test_a_name_that_is_cut_on_a_list_is_said(document: Document, one_word: Workshop) -> None:
    _, warnings = printed(one_word, document, "letter")
    assert "A name is too long for its line and was cut there." in warnings


def test_what_is_cut_on_a_board_is_said(one_word: Workshop) -> None:
    _, warnings = printed(one_word, Document.BOARDS, "large")
    told = " ".join(warnings)
    for wanted in ("notes are too long for their sheet", "what its colours mean is too long for its sheet"):
        assert wanted in told, wanted
