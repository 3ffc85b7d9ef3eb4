"""The summary is one page, always: you said, we will, we cannot because, who answers when."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import pytest

from facilitator.domain import sheet
from facilitator.domain.errors import NothingToPrint
from facilitator.domain.reading import Reading
from facilitator.pdf.documents.render import render
from facilitator.workshop.queries.organiser_values import Answer, Decided, SaidTheme, SaidVote
from tests.pdf.documents.conftest import Printed
from tests.pdf.documents.organising import ARABIC, HOSTILE, URDU, summary

if TYPE_CHECKING:
    from tests.pdf.documents.conftest import Press


def test_the_four_parts_say_what_was_said_decided_refused_and_owed(press: Press) -> None:
    text = press(summary()).text()

    for wanted in (
        "34 people came · 143 notes · 1 vote",
        "You said",
        "Finding out too late 9 notes",
        "They moved it and told nobody",
        "We write and nobody answers",
        "Which shall we try first? One shared wall (40 dots)",
        "We will",
        "Trial for six weeks at two gates. It worked on paper.",
        "We cannot, because",
        "No Saturday opening. The caretaker is not funded.",
        "Who answers, and when",
        "1 March 2027",
        "Two parents. Trial for six weeks at two gates",
        "No day set",
    ):
        assert press.squeezed(wanted) in text, wanted


def test_ties_are_said_to_be_ties_and_agreement_as_a_share(press: Press) -> None:
    votes = (SaidVote("First?", "dots", ("Wall", "Number"), 14.0), SaidVote("Agreed?", "agree", ("Say it",), 0.964))
    text = press(summary(votes=votes)).text()

    assert press.squeezed("Wall · Number (equal, 14 dots each)") in text
    assert press.squeezed("Say it (96% agreed)") in text


@pytest.mark.parametrize("paper", list(sheet.PAPERS))
@pytest.mark.parametrize("many", [1, 6, 40])
@pytest.mark.parametrize("long", [1, 40])
def test_it_is_one_page_whatever_there_is_to_say(press: Press, paper: str, many: int, long: int) -> None:
    words = "moved without telling anybody " * long
    values = summary(
        themes=tuple(SaidTheme(f"{n} {words}", n, words, "en", "") for n in range(many)),
        votes=tuple(SaidVote(f"{n} {words}", "dots", (words,), 3.0) for n in range(many)),
        will=tuple(Decided(f"{n} {words}", words, words, "") for n in range(many)),
        cannot=tuple(Decided(f"{n} {words}", words, words, "") for n in range(many)),
        answers=tuple(Answer(f"{n} {words}", words, "2027-03-01") for n in range(many)),
    )
    printed = press(values, paper=paper)

    assert printed.report.pages == 1
    if many == 40:
        assert press.squeezed("more, in the report.") in printed.text()
        assert any("more to say than one page holds" in warning for warning in printed.report.warnings)


def test_in_large_print_nothing_is_left_out_and_every_page_says_what_it_is() -> None:
    words = "moved without telling anybody " * 6
    values = summary(will=tuple(Decided(f"Thing {n}", words, "", "") for n in range(20)), printed="2027-02-12T09:30")
    out = io.BytesIO()
    report = render([values], out, reading=Reading.LARGE)
    text = Printed(out.getvalue(), report).texts()

    assert report.warnings == ()
    assert all(f"Thing{n}." in "".join(text) for n in range(20))
    assert all("Printed12Feb2027" in page and f"of{report.pages}" in page for page in text)


def test_what_is_not_decided_or_promised_is_said_to_be_open(press: Press) -> None:
    text = press(summary(will=(), cannot=(), answers=())).text()

    assert press.squeezed("Nothing has been decided yet.") in text
    assert press.squeezed("Nobody has been named yet.") in text
    assert press.squeezed("We cannot, because") not in text


def test_what_people_wrote_is_found_again_in_any_script(press: Press) -> None:
    said = [*HOSTILE, ARABIC, URDU]
    themes = tuple(SaidTheme(text, 1, text, "", "") for text in said[:4])
    will = tuple(Decided(text, "", "", "") for text in said[4:])
    printed = press(summary(themes=themes, will=will))

    assert [text for text in said if press.squeezed(text) not in printed.text()] == []
    assert b"/URI" not in printed.pdf


def test_with_nothing_grouped_voted_or_decided_there_is_nothing_to_sum_up(press: Press) -> None:
    with pytest.raises(NothingToPrint, match="nothing to sum up yet"):
        press(summary(themes=(), votes=(), will=(), cannot=()))
