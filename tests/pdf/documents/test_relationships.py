"""The two maps show the same people at the same places, and say their numbers in words."""

from __future__ import annotations

import io
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from facilitator.domain import sheet
from facilitator.domain.errors import NothingToPrint
from facilitator.domain.reading import Reading
from facilitator.pdf.documents.render import render
from facilitator.workshop.queries.after_values import MapRound
from tests.pdf.documents.giving_back import network
from tests.pdf.documents.organising import ARABIC, URDU
from tests.pdf.structure import Structure

if TYPE_CHECKING:
    from tests.pdf.documents.conftest import Press


def test_the_numbers_are_said_before_and_after(press: Press) -> None:
    text = press(network(8)).text()

    for wanted in (
        "At the start",
        "8 people are on the map, with 4 links between them.",
        "On average each of them knew 1.0 others.",
        "They were in 4 circles that did not touch.",
        "By the end",
        "8 people are on the map, with 12 links between them. 8 links are new.",
        "On average each of them knows 3.0 others.",
    ):
        assert press.squeezed(wanted) in text, wanted


@pytest.mark.parametrize("paper", list(sheet.PAPERS))
def test_every_name_stands_on_both_maps_and_in_the_list(press: Press, paper: str) -> None:
    values = network(31)
    text = press(values, paper=paper).text()

    assert all(text.count(press.squeezed(name)) >= 3 for name in ("Amina", ARABIC, URDU, "Person 27"))


def test_a_long_name_stands_whole_on_both_maps_in_as_many_lines_as_it_takes(press: Press) -> None:
    values = network(8)
    name = "Councillor Whitworth of Millbrook and Canalside ward with her interpreter Beata"
    people = (*values.people[:5], replace(values.people[5], name=name), *values.people[6:])

    assert press(replace(values, people=people)).text().count(press.squeezed(name)) == 3


def test_where_names_do_not_fit_around_the_map_they_are_in_the_list(press: Press) -> None:
    text = press(network(120)).text()

    assert press.squeezed("There are more people than names fit around the map.") in text
    assert press.squeezed("Person 116") in text


@pytest.mark.parametrize(
    ("languages", "reading"),
    [(("ur",), Reading.STANDARD), (("en", "ur"), Reading.STANDARD), (("en",), Reading.LARGE), (("ar",), Reading.LARGE)],
)
def test_the_first_map_stands_below_its_words_on_the_first_page(languages: tuple[str, ...], reading: Reading) -> None:
    out = io.BytesIO()
    render([network(31)], out, languages=languages, reading=reading)
    maps = Structure(out.getvalue()).root.all("Figure")

    assert [one.pages for one in maps[:2]] == [{0}, {1}]


def test_the_same_values_give_the_same_map(press: Press) -> None:
    one, other = (press(network(20)).picture(1) for _ in range(2))
    assert (one == other).all()


def test_with_one_round_there_is_one_map(press: Press) -> None:
    printed = press(replace(network(), after=None))
    assert press.squeezed("By the end") not in printed.text()
    assert press.squeezed("know each other") in printed.text()


def test_without_a_link_there_is_no_map(press: Press) -> None:
    values = network()
    none = MapRound(frozenset(), values.before.figures)
    with pytest.raises(NothingToPrint, match="no map of who knows whom"):
        press(replace(values, before=none, after=None))
