"""What is printed in easy read and in greys: A7 and A9."""

from __future__ import annotations

import re
from dataclasses import replace
from io import BytesIO
from typing import TYPE_CHECKING

import pypdf
import pypdfium2
import pytest

from build.translations import CATALOGUES
from facilitator.cli.main import main
from facilitator.domain.consent import QUESTIONS
from facilitator.domain.reading import Reading
from facilitator.domain.sheet import PAPERS, Box
from facilitator.exchange.millbrook.build import build_millbrook
from facilitator.pdf import easy_words, room_words
from facilitator.pdf.canvas import PlainCanvas
from facilitator.pdf.documents.render import render
from facilitator.pdf.documents.surface import Surface
from facilitator.pdf.edition import Edition
from facilitator.pdf.fonts import FontBook
from facilitator.pdf.grey import greyed
from facilitator.pdf.pictures import SIDE, draw_picture, picture, symbol_of, symbols
from facilitator.pdf.wording import wording
from facilitator.resources import resources
from facilitator.workshop.documents import Document, Order, read
from facilitator.workshop.places import Places
from facilitator.workshop.queries.organiser_values import SummaryValues
from facilitator.workshop.translations.catalogue import read_catalogue
from tests.pdf.checkers import complaints
from tests.reading import words_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from facilitator.workshop.queries.print_values import PrintValues
    from facilitator.workshop.workshop import Workshop

MOST_WORDS = 15
PATH = 2  # FPDF_PAGEOBJ_PATH
ALSO_EASY = (
    *("CONSENT", "SO_FAR", "HOW_SAID", "AGREED"),
    *("EVALUATION", "STATEMENTS", "BEST", "BETTER", "IN_THE_WAY", "AGAIN"),
)
"""The words for the room that stand beside a picture as they are."""

HANDED_OUT = (Document.CONSENT, Document.EVALUATION, Document.WELCOME, Document.AGREEMENT, Document.FEEDBACK_FORMS)
PICTURES = [file.stem for file in resources("pictures").glob("*.svg")]


@pytest.fixture(scope="module")
def example(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workshop]:
    folder = tmp_path_factory.mktemp("millbrook")
    with build_millbrook(folder / "millbrook.workshop", Places.under(folder / "state")) as workshop:
        yield workshop


def values(example: Workshop, document: Document) -> list[PrintValues]:
    return example.read(lambda reader: read(reader, document, Order(copies=1)))


def ours() -> list[str]:
    """Every sentence of ours that is printed in easy read."""
    said = [value for name, value in vars(easy_words).items() if name.isupper()]
    said += [getattr(room_words, name) for name in ALSO_EASY]
    return [one for value in said for one in _each(value)]


def _each(value: str | tuple[str, ...] | dict[str, str]) -> list[str]:
    return [value] if isinstance(value, str) else [*(value.values() if isinstance(value, dict) else value)]


def longest(text: str) -> int:
    """How many words the longest sentence of a text has, in any of our scripts."""
    return max(len(part.split()) for part in re.split(r"[.?!؟۔।]", text))


@pytest.mark.parametrize("sentence", ours())
def test_no_sentence_of_ours_has_more_than_fifteen_words(sentence: str) -> None:
    assert longest(sentence) <= MOST_WORDS


@pytest.mark.parametrize("language", ["ar", "bn", "pl", "so", "ur"])
def test_no_sentence_has_more_than_fifteen_words_in_another_language(language: str) -> None:
    entries = read_catalogue(CATALOGUES / f"{language}.po").entries
    forms = [form for one in ours() if one in entries for form in entries[one].forms]

    assert len(forms) > len(ours()) - 5
    assert [form for form in forms if longest(form) > MOST_WORDS] == []


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
    said = words_of(path.read_bytes())
    assert "34 people came." in said
    assert "We will do this:" in said
    assert "We cannot do this: No Saturday opening before April" in said
    assert complaints(path) == []


def test_a_title_that_asks_something_gets_no_full_stop_of_ours(example: Workshop, tmp_path: Path) -> None:
    (given,) = values(example, Document.SUMMARY)
    assert isinstance(given, SummaryValues)
    for title, told in (("What next?", "This is about: What next?"), ("Baths.", "This is about: Baths.")):
        path = tmp_path / "easy.pdf"
        render([replace(given, programme=title)], path, reading=Reading.EASY)
        said = words_of(path.read_bytes())
        assert told in said
        assert f"{told}." not in said


def test_on_a_page_from_right_to_left_english_words_stand_next_to_their_picture_too(example: Workshop) -> None:
    out = BytesIO()
    render(values(example, Document.SUMMARY), out, languages=("ur",), reading=Reading.EASY)
    with pypdfium2.PdfDocument(out.getvalue()) as pdf:
        words = pdf[1].get_textpage()
        at = words.get_text_range().index("Whoever is nearest")
        right = words.get_charbox(at + len("Whoever is nearest") - 1)[2]
        pictures_begin = pdf[1].get_width() * 0.75
        assert pictures_begin - 50 < right < pictures_begin
        words.close()


def test_a_ballot_with_pictures_has_its_boxes_where_every_ballot_has_them(example: Workshop, tmp_path: Path) -> None:
    plain, easy = BytesIO(), tmp_path / "easy.pdf"
    render(values(example, Document.BALLOTS), plain)
    render(values(example, Document.BALLOTS), easy, reading=Reading.EASY)
    assert words_of(plain.getvalue()) == words_of(easy.read_bytes())
    assert complaints(easy) == []
    circle = re.compile(rb"[\d. ]+ m [\d. ]+ l\n[\d. ]+ c\n")
    assert _shapes(plain.getvalue(), circle) <= _shapes(easy.read_bytes(), circle)


@pytest.mark.parametrize("languages", [("en",), ("ur", "en")])
@pytest.mark.parametrize("document", HANDED_OUT)
def test_what_people_are_handed_is_in_easy_read_too(
    document: Document, languages: tuple[str, ...], example: Workshop, tmp_path: Path
) -> None:
    path = tmp_path / "easy.pdf"
    render(values(example, document)[:1], path, languages=languages, reading=Reading.EASY)
    plain = BytesIO()
    render(values(example, document)[:1], plain, languages=languages)

    assert complaints(path) == []
    assert _shapes_drawn(path.read_bytes()) > _shapes_drawn(plain.getvalue())


def test_an_easy_consent_card_asks_for_every_use_and_says_that_no_tick_is_no_yes(example: Workshop) -> None:
    out = BytesIO()
    render(values(example, Document.CONSENT), out, reading=Reading.EASY)
    said = words_of(out.getvalue())

    assert all(question in said for question in easy_words.MAY_WE.values())
    assert set(easy_words.MAY_WE) == set(QUESTIONS)
    assert easy_words.UNTIL in said


def test_an_easy_feedback_form_has_its_circles_where_every_form_has_them(example: Workshop) -> None:
    plain, easy = BytesIO(), BytesIO()
    render(values(example, Document.FEEDBACK_FORMS), plain)
    render(values(example, Document.FEEDBACK_FORMS), easy, reading=Reading.EASY)
    circle = re.compile(rb"[\d. ]+ m [\d. ]+ l\n[\d. ]+ c\n")

    assert _shapes(plain.getvalue(), circle)
    assert _shapes(plain.getvalue(), circle) <= _shapes(easy.getvalue(), circle)


@pytest.mark.parametrize("name", ["will", "phone"])
def test_a_tick_is_the_same_on_a_mirrored_page(name: str) -> None:
    assert _drawn(name, "ur") == _drawn(name, "en")
    assert _drawn("why", "ur") != _drawn("why", "en")


def _drawn(name: str, language: str) -> bytes:
    """A picture in the middle of a page in a language, as it is seen."""
    out = BytesIO()
    canvas = PlainCanvas(out, title="A picture")
    edition = Edition(PAPERS["A4"], FontBook.default(), wording((language,)))
    side = 40.0
    box = Box((edition.paper.width - side) / 2, 50.0, side, side)
    draw_picture(Surface(canvas, edition, "A picture"), name, box)
    canvas.showPage()
    canvas.save()
    with pypdfium2.PdfDocument(out.getvalue()) as pdf:
        return pdf[0].render(scale=1).to_numpy().tobytes()


def test_a_colour_becomes_the_grey_it_prints_as_and_nothing_else_changes() -> None:
    told = ["q 1 0 0 rg 0 0 1 RG", "0.5 w 10 20 m", "1 1 1 rg BT"]
    assert greyed(told) == ["q 0.299 g 0.114 G", "0.5 w 10 20 m", "1 g BT"]


def test_a_proof_in_greys_has_no_colour_in_it(example: Workshop, tmp_path: Path) -> None:
    path = tmp_path / "grey.pdf"
    render(values(example, Document.REPORT), path, grey=True)
    for page in pypdf.PdfReader(path).pages:
        assert not re.search(rb"\b(rg|RG)\b", page.get_contents().get_data())  # type: ignore[union-attr]  # pyright: ignore[reportOptionalMemberAccess]
    assert complaints(path) == []


def test_a_poster_in_greys_has_no_colour_on_any_sheet(example: Workshop, tmp_path: Path) -> None:
    path = tmp_path / "poster.pdf"
    render(values(example, Document.POSTER), path, grey=True)
    held = [page["/Resources"] for page in pypdf.PdfReader(path).pages]
    forms = [form.get_object() for one in held for form in one.get("/XObject", {}).values()]  # type: ignore[attr-defined]
    drawn = [form.get_data() for form in forms if form["/Subtype"] == "/Form"]  # type: ignore[attr-defined]
    assert drawn
    assert not any(re.search(rb"\b(rg|RG)\b", one) for one in drawn)


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


def _shapes_drawn(pdf: bytes) -> int:
    """How many shapes are drawn on all pages, with those in the forms on them."""
    with pypdfium2.PdfDocument(pdf) as document:
        return sum(1 for page in document for _ in page.get_objects(filter=[PATH], max_depth=3))


def _shapes(pdf: bytes, shape: re.Pattern[bytes]) -> set[bytes]:
    found: set[bytes] = set()
    for page in pypdf.PdfReader(BytesIO(pdf)).pages:
        forms = page.get("/Resources", {}).get("/XObject", {})
        found |= {match for form in forms.values() for match in shape.findall(form.get_object().get_data())}
    return found
