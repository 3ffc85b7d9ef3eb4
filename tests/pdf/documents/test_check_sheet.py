from __future__ import annotations

from facilitator.workshop.queries.check_sheet import CheckLine, CheckSheetValues
from tests.pdf.documents.conftest import Press, squeezed

LINES = (
    CheckLine(("Do not write your name.",), ("Nie podpisuj się.",), (), checked=False),
    CheckLine(("{n} person", "{n} people"), ("{n} osoba", "{n} osoby", "{n} osób"), (1, 2, 0), checked=True),
    CheckLine(("perhaps",), (), (), checked=False),
)


def test_each_sentence_stands_beside_its_translation(press: Press) -> None:
    text = press(CheckSheetValues("pl", LINES, "2026-11-29T02:30")).text()
    assert squeezed("Check sheet: Polish") in text
    for sentence in (
        "Do not write your name.",
        "Nie podpisuj się.",
        "{n} people",
        "(2) {n} osoby",
        "not translated yet",
    ):
        assert squeezed(sentence) in text
    assert squeezed("1 of 3 have been checked") in text


def test_a_whole_catalogue_goes_over_as_many_pages_as_it_takes(press: Press) -> None:
    assert press(CheckSheetValues("pl", LINES * 100, "2026-11-29T02:30")).report.pages > 10
