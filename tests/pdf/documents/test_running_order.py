"""The running order says when, what, who and with what; gaps, clashes, what to bring, and whom to tell of harm."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from facilitator.domain import sheet
from facilitator.domain.errors import NothingToPrint
from tests.pdf.documents.organising import ARABIC, HEAD, HOSTILE, URDU, row, running_order

if TYPE_CHECKING:
    from tests.pdf.documents.conftest import Press


def test_everything_the_facilitator_needs_is_on_it(press: Press) -> None:
    break_time = row("Break", kind="break", clock="11:05", minutes=15, fixed=True, lead="the caterer", kit="")
    text = press(running_order(row(uses="What gets in the way?"), break_time)).text()

    for wanted in (
        "Millbrook early years · session 3 of 4",
        "From ideas to something we can try",
        "Thursday 14 January 2027 · 10:00 to 12:30 · doors 09:40 · Millbrook Community Hall",
        "Choose one idea.",
        "Five minutes on your own first.",
        "Each alone · Led by Jo",
        "Question: What gets in the way?",
        "Kit: 20 marker pens, yellow notes",
        "25 min",
        "11:05",
        "Led by the caterer · kept at 11:05",
        "40 ballots · 80 feedback forms · 37 badges · 20 marker pens · yellow notes",
        "If somebody tells you about harm",
        "Printed 13 Jan 2027, 20:41 · Facilitator",
    ):
        assert press.squeezed(wanted) in text, wanted


def test_how_people_sit_is_said_only_where_it_is_not_all_together(press: Press) -> None:
    text = press(running_order(row(group_format="whole-room", lead=""), row(group_format="pairs", lead=""))).text()

    assert "ogether" not in text
    assert press.squeezed("In pairs") in text


def test_gaps_and_clashes_are_said(press: Press) -> None:
    text = press(running_order(row(gap=15), row(clash=1, clock="11:05"))).text()

    assert press.squeezed("15 minutes before this with nothing planned.") in text
    assert press.squeezed("Clash: what comes before needs 1 minute more, and this is kept at 11:05.") in text


def test_without_a_start_time_it_says_how_long_after_the_beginning(press: Press) -> None:
    text = press(running_order(row(clock="", after=0), row(clock="", after=75))).text()

    assert press.squeezed("No start time is set yet") in text
    assert "+0:00" in text
    assert "+1:15" in text


def test_a_block_without_a_name_is_called_by_its_kind(press: Press) -> None:
    assert press.squeezed("Who knows whom") in press(running_order(row("", kind="relationships"))).text()


def test_what_people_wrote_is_found_again_in_any_script_and_reaches_for_nothing(press: Press) -> None:
    said = [*HOSTILE, ARABIC, URDU]
    printed = press(running_order(*(row(text, prompt=text, lead=text, kit=text) for text in said)))

    assert [text for text in said if press.squeezed(text) not in printed.text()] == []
    assert b"/URI" not in printed.pdf


def test_a_prompt_longer_than_a_page_runs_over_and_nothing_of_it_is_lost(press: Press) -> None:
    prompt = " ".join(f"word{n}" for n in range(900))
    printed = press(running_order(row(prompt=prompt), row("After it")))

    found = "".join(printed.texts())
    assert printed.report.pages > 1
    assert [f"word{n}" for n in range(900) if f"word{n}" not in found] == []
    assert "Afterit" in found


@pytest.mark.parametrize("paper", list(sheet.PAPERS))
def test_it_fits_every_paper(press: Press, paper: str) -> None:
    text = press(running_order(*(row(f"Block {n}") for n in range(9))), paper=paper).text()

    assert all(f"Block{n}" in text for n in range(9))
    assert press.squeezed("Then tell:") in text


def test_a_session_without_activities_has_no_running_order(press: Press) -> None:
    with pytest.raises(NothingToPrint, match="no activities yet"):
        press(running_order())


def test_pages_say_how_many_there_are(press: Press) -> None:
    printed = press(running_order(*(row(f"Block {n}") for n in range(20))))

    assert all(f"{n}of{printed.report.pages}" in page for n, page in enumerate(printed.texts(), 1))
    assert press.squeezed(HEAD.programme) in printed.texts()[0]
