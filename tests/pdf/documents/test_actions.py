"""The list of actions says who does what by when, and leaves a box to tick."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from facilitator.domain import sheet
from facilitator.domain.errors import NothingToPrint
from tests.pdf.documents.giving_back import action, actions
from tests.pdf.documents.organising import ARABIC, HOSTILE, URDU

if TYPE_CHECKING:
    from tests.pdf.documents.conftest import Press


def test_a_row_says_when_who_what_and_why(press: Press) -> None:
    text = press(actions(action(), action("Which first?", outcome="answer", who="", by_when=""))).text()

    for wanted in (
        "26 February 2027",
        "Councillor’s office",
        "Ask the library",
        "It is dry and warm.",
        "No day set",
        "Nobody yet",
        "Answer the room about the vote: Which first?",
        "Printed 12 Feb 2027, 09:30",
    ):
        assert press.squeezed(wanted) in text, wanted


@pytest.mark.parametrize("paper", list(sheet.PAPERS))
def test_words_are_found_again_in_any_script(press: Press, paper: str) -> None:
    said = [*HOSTILE, ARABIC, URDU]
    printed = press(actions(*(action(text, reason=text, who="Ruth") for text in said)), paper=paper)

    assert [text for text in said if press.squeezed(text) not in printed.text()] == []


def test_a_hundred_actions_go_on_over_pages_with_their_head_on_each(press: Press) -> None:
    printed = press(actions(*(action(f"Thing {n}") for n in range(100))))

    assert printed.report.pages > 3
    assert all(press.squeezed("What, and why") in page for page in printed.texts())


def test_with_nothing_to_do_there_is_no_list(press: Press) -> None:
    with pytest.raises(NothingToPrint, match="no list of actions"):
        press(actions())
