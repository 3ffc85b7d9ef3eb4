"""In large print nothing that somebody has to read is smaller than 18 points (row A8), in any document or language."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

import pytest

from facilitator.domain.reading import Reading
from facilitator.exchange.millbrook.build import build_millbrook
from facilitator.pdf import organiser_words
from facilitator.pdf.documents.render import render
from facilitator.pdf.wording import wording
from facilitator.workshop.documents import Document, Order, read
from facilitator.workshop.places import Places
from tests.pdf.checkers import complaints
from tests.pdf.documents.looking import smaller_than

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from facilitator.workshop.workshop import Workshop

LEAST = 18
LOOKS = [
    *(pytest.param((one,), id=one) for one in ("en", "ur")),
    *(pytest.param(pair, id="+".join(pair), marks=pytest.mark.long) for pair in (("en", "ar"), ("bn",), ("pl", "en"))),
]
"""The tallest script, and in a long run all others."""

MAY_BE_SMALL = {
    Document.BADGES: (*organiser_words.GROUPS.values(), organiser_words.PHOTOS),
    Document.PACK: (*organiser_words.GROUPS.values(), organiser_words.PHOTOS),
}
"""The key to the shapes stands in the margin of a sheet of badges, which has no more room and is cut away."""

TAKES_LONG = (Document.CHECK_SHEET, Document.PACK)


@pytest.fixture(scope="module")
def example(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workshop]:
    folder = tmp_path_factory.mktemp("millbrook")
    with build_millbrook(folder / "millbrook.workshop", Places.under(folder / "state")) as workshop:
        yield workshop


def printed(example: Workshop, document: Document, languages: tuple[str, ...]) -> bytes:
    order = Order(copies=1, languages=languages, reading=Reading.LARGE)
    out = BytesIO()
    render(example.read(lambda reader: read(reader, document, order)), out, languages=languages, reading=Reading.LARGE)
    return out.getvalue()


@pytest.mark.parametrize("languages", LOOKS)
@pytest.mark.parametrize("document", [one for one in Document if one not in TAKES_LONG])
def test_in_large_print_no_word_is_smaller_than_18_points(
    document: Document, languages: tuple[str, ...], example: Workshop
) -> None:
    assert _small(printed(example, document, languages), document, languages) == set()


@pytest.mark.parametrize("document", TAKES_LONG)
def test_in_large_print_no_word_of_a_long_document_is_smaller_than_18_points(
    document: Document, example: Workshop
) -> None:
    assert _small(printed(example, document, ("en",)), document, ("en", "ar", "ur", "bn", "so", "pl")) == set()


@pytest.mark.parametrize("languages", [("en",), ("ur",), ("ar", "en")], ids="+".join)
@pytest.mark.parametrize(
    "document",
    [
        *(Document.BALLOTS, Document.FEEDBACK_FORMS, Document.CONSENT, Document.EVALUATION, Document.SIGN_IN),
        *(Document.RELATIONSHIPS, Document.RELATIONSHIP_FORM, Document.EXPENSES, Document.PARKING, Document.BADGES),
    ],
)
def test_no_checker_finds_fault_with_large_print(
    document: Document, languages: tuple[str, ...], example: Workshop, tmp_path: Path
) -> None:
    path = tmp_path / "large.pdf"
    path.write_bytes(printed(example, document, languages))

    assert complaints(path) == []


def _small(pdf: bytes, document: Document, languages: tuple[str, ...]) -> set[str]:
    """The words that are too small, but for those that may be."""
    may = " ".join(str(wording((one,))(said)) for said in MAY_BE_SMALL.get(document, ()) for one in languages)
    return {word for word in smaller_than(LEAST, pdf) if word not in may}
