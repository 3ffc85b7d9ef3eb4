"""The thread on paper goes from what people told to what was decided, and says where it ends."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from facilitator.domain import sheet
from facilitator.domain.errors import NothingToPrint
from facilitator.workshop.queries.after_values import Said
from tests.pdf.documents.giving_back import strand, thread
from tests.pdf.documents.organising import ARABIC, HOSTILE, URDU

if TYPE_CHECKING:
    from tests.pdf.documents.conftest import Press


def test_every_step_stands_in_its_order(press: Press) -> None:
    text = press(thread(strand())).text()

    place = 0
    for wanted in (
        "Gate Wall",
        "What people told",
        "“the door was locked”",
        "The locked door",
        "Nobody told us it had moved",
        "How might we hear each other sooner?",
        "9 notes, from 4 tables, 2 of them in Arabic. In the group “One shared wall”.",
        "A board with pictures",
        "Place 1 of 5 in the vote “Which first?”: 40 dots.",
        "paper wall, trial. 14 people tried it. 14 things worked. 6 to change. 4 questions.",
        "“I drew a bus”",
        "Try it at two gates",
        "It worked.",
        "Two parents, by 1 March 2027",
        "What nothing came of yet",
        "Forms ask too much",
    ):
        place = text.find(press.squeezed(wanted), place)
        assert place >= 0, wanted


def test_where_a_thread_ends_it_says_so(press: Press) -> None:
    rootless = {"quotes": (), "insights": (), "questions": (), "themes": (), "notes": 0}
    text = press(thread(strand(decisions=(), **rootless))).text()

    assert press.squeezed("Nothing has been decided about it yet.") in text
    assert press.squeezed("Nobody has tied this idea to what people told or wrote yet.") in text


def test_few_who_tried_it_are_not_counted(press: Press) -> None:
    (version,) = strand().versions
    text = press(thread(strand(versions=(replace(version, tried=3),)))).text()
    assert press.squeezed("Fewer than five people tried it.") in text
    assert press.squeezed("3 people") not in text


@pytest.mark.parametrize("paper", list(sheet.PAPERS))
def test_each_idea_begins_a_page_and_words_are_found_again_in_any_script(press: Press, paper: str) -> None:
    said = [*HOSTILE, ARABIC, URDU]
    quotes = tuple(Said(text, "", "", text) for text in said[:4])
    printed = press(thread(strand(quotes=quotes), strand(idea="One Number", insights=tuple(said))), paper=paper)

    assert [text for text in said if press.squeezed(text) not in printed.text()] == []
    assert any(page.startswith("OneNumber") for page in printed.texts()[1:])
    assert b"/URI" not in printed.pdf


def test_with_nothing_told_there_is_no_thread(press: Press) -> None:
    with pytest.raises(NothingToPrint, match="There is no thread yet"):
        press(thread(loose_insights=()))
