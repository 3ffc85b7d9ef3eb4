"""What is printed in easy read, in large print and in greys: A7, A8 and A9."""

from __future__ import annotations

import re
from io import BytesIO
from typing import TYPE_CHECKING

import pypdf
import pytest

from facilitator.cli.main import main
from facilitator.domain.reading import Reading
from facilitator.exchange.millbrook.build import build_millbrook
from facilitator.pdf import easy_words
from facilitator.pdf.documents.render import render
from facilitator.pdf.grey import greyed
from facilitator.pdf.pictures import SIDE, picture, symbol_of, symbols
from facilitator.resources import resources
from facilitator.workshop.documents import Document, Order, read
from facilitator.workshop.places import Places
from tests.pdf.checkers import complaints

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from facilitator.workshop.queries.print_values import PrintValues
    from facilitator.workshop.workshop import Workshop

MOST_WORDS = 15
PICTURES = [file.stem for file in resources("pictures").glob("*.svg")]


@pytest.fixture(scope="module")
def example(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workshop]:
    folder = tmp_path_factory.mktemp("millbrook")
    with build_millbrook(folder / "millbrook.workshop", Places.under(folder / "state")) as workshop:
        yield workshop


def values(example: Workshop, document: Document) -> list[PrintValues]:
    return example.read(lambda reader: read(reader, document, Order(copies=1)))


def text_of(pdf: bytes) -> str:
    return " ".join(" ".join(page.extract_text() for page in pypdf.PdfReader(BytesIO(pdf)).pages).split())


def ours() -> list[str]:
    said = [value for name, value in vars(easy_words).items() if name.isupper()]
    return [one for value in said for one in (value if isinstance(value, tuple) else (value,))]


@pytest.mark.parametrize("sentence", ours())
def test_no_sentence_of_ours_has_more_than_fifteen_words(sentence: str) -> None:
    assert all(len(part.split()) <= MOST_WORDS for part in re.split(r"[.?!]", sentence))


@pytest.mark.parametrize("name", [*PICTURES, *symbols()])
def test_every_picture_stays_in_its_square(name: str) -> None:
    steps = picture(name)
    assert steps[0].moves
    points = [point for step in steps for point in (step.to, step.first, step.second) if point]
    assert all(0 <= at <= SIDE for point in points for at in point)


def test_twenty_letters_have_a_picture_and_the_next_has_none() -> None:
    assert len({symbol_of(place) for place in range(1, 21)}) == 20
    assert symbol_of(21) is None


def test_the_summary_in_easy_read_says_what_came_of_it(example: Workshop, tmp_path: Path) -> None:
    path = tmp_path / "easy.pdf"
    render(values(example, Document.SUMMARY), path, reading=Reading.EASY)
    said = text_of(path.read_bytes())
    assert "34 people came." in said
    assert "We will do this:" in said
    assert "We cannot do this: No Saturday opening before April" in said
    assert complaints(path) == []


def test_a_ballot_with_pictures_has_its_boxes_where_every_ballot_has_them(example: Workshop, tmp_path: Path) -> None:
    plain, easy = BytesIO(), tmp_path / "easy.pdf"
    render(values(example, Document.BALLOTS), plain)
    render(values(example, Document.BALLOTS), easy, reading=Reading.EASY)
    assert text_of(plain.getvalue()) == text_of(easy.read_bytes())
    assert complaints(easy) == []
    circle = re.compile(rb"[\d. ]+ m [\d. ]+ l\n[\d. ]+ c\n")
    assert _shapes(plain.getvalue(), circle) <= _shapes(easy.read_bytes(), circle)


def test_a_colour_becomes_the_grey_it_prints_as_and_nothing_else_changes() -> None:
    told = ["q 1 0 0 rg 0 0 1 RG", "0.5 w 10 20 m", "1 1 1 rg BT"]
    assert greyed(told) == ["q 0.299 g 0.114 G", "0.5 w 10 20 m", "1 g BT"]


def test_a_proof_in_greys_has_no_colour_in_it(example: Workshop, tmp_path: Path) -> None:
    path = tmp_path / "grey.pdf"
    render(values(example, Document.REPORT), path, grey=True)
    for page in pypdf.PdfReader(path).pages:
        assert not re.search(rb"\b(rg|RG)\b", page.get_contents().get_data())  # type: ignore[union-attr]  # pyright: ignore[reportOptionalMemberAccess]
    assert complaints(path) == []


def test_the_command_line_prints_large_easy_and_grey_and_not_large_and_easy_at_once(
    example: Workshop, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    copy = tmp_path / "copy.workshop"
    copy.write_bytes(example.back_up("for-a-test").read_bytes())
    out = tmp_path / "out.pdf"
    for how in ("--large", "--easy", "--grey"):
        assert main(["print", str(copy), "summary", how, "--out", str(out)]) == 0
    assert main(["print", str(copy), "summary", "--large", "--easy", "--out", str(out)]) == 1
    assert "not both" in capsys.readouterr().err


def _shapes(pdf: bytes, shape: re.Pattern[bytes]) -> set[bytes]:
    found: set[bytes] = set()
    for page in pypdf.PdfReader(BytesIO(pdf)).pages:
        forms = page.get("/Resources", {}).get("/XObject", {})
        found |= {match for form in forms.values() for match in shape.findall(form.get_object().get_data())}
    return found
