"""Ballots counted in by keyboard: what is typed is what is tallied, and it adds up."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QPaintEvent, QRegion
from PySide6.QtWidgets import QApplication, QWidget

from facilitator.domain.gestures.voting import Choice, add_poll, issue_ballots, open_poll
from facilitator.ui.votes.ballot_paper import SAID
from facilitator.workshop.places import Places
from facilitator.workshop.queries.voting import poll_result
from facilitator.workshop.workshop import Workshop
from tests.ui.boards import CTRL, press
from tests.ui.windows import settle, shown, votes

if TYPE_CHECKING:
    import uuid
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from facilitator.domain.tally import PollResult
    from facilitator.ui.shell import Window

LETTERS = "ABCDEFGHIJKLMNOPQRST"


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> Iterator[Window]:
    path = tmp_path / "millbrook.workshop"
    with Workshop.new(path, "Millbrook early years", Places.of_this_laptop()) as workshop:
        poll = add_poll("Which shall we try first?", [Choice(f"Idea {letter}") for letter in LETTERS], method="dots")
        poll_id = poll.edits[0].id
        for change in (poll, open_poll(poll_id), issue_ballots(poll_id, range(1, 43))):
            workshop.apply(change)
    with shown(qtbot, path) as window:
        window.go_to("votes")
        settle(qtbot, window)
        yield window


def result(qtbot: QtBot, window: Window) -> PollResult:
    got: list[PollResult | None] = []
    poll_id: uuid.UUID | None = votes(window)._chosen
    assert poll_id
    window.store.submit(lambda workshop: workshop.read(lambda reader: poll_result(reader, poll_id)), got.append)
    settle(qtbot, window)
    assert got[0]
    return got[0]


def enter(qtbot: QtBot, window: Window, keys: str) -> None:
    qtbot.keyClicks(votes(window).desk.paper, keys)
    qtbot.keyClick(votes(window).desk.paper, Qt.Key.Key_Return)
    settle(qtbot, window)


def test_forty_ballots_of_five_dots_are_typed_and_a_number_twice_is_refused(qtbot: QtBot, window: Window) -> None:
    read_out = random.Random(7)
    ballots = ["".join(read_out.choices(LETTERS, k=5)) for _ in range(40)]
    page = votes(window)
    for turn, ballot in enumerate(ballots, 1):
        assert page.desk.entry
        assert page.desk.entry.number == turn
        enter(qtbot, window, ballot)  # five letters and Enter: six keys
    assert not window.notice.words
    enter(qtbot, window, "12ABCDE")
    assert window.notice.words == "Ballot 12 is already counted. Look at its number again, or correct it."
    counted = result(qtbot, window)
    typed = "".join(ballots)
    assert {one.letter: one.counts["dots"] for one in counted.options} == {one: typed.count(one) for one in LETTERS}
    assert page.adding.numbers() == {"issued": 42, "ballots": 40, "spoilt": 0, "hands": 0, "assisted": 0, "out": 2}


def test_a_ballot_typed_while_the_last_is_being_saved_is_not_lost(qtbot: QtBot, window: Window) -> None:
    paper = votes(window).desk.paper
    for keys in ("AABBC", "TTTTT", "ABCDE"):
        qtbot.keyClicks(paper, keys)
        qtbot.keyClick(paper, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: votes(window).adding.numbers()["ballots"] == 3)
    assert {one.letter: one.counts["dots"] for one in result(qtbot, window).options}["T"] == 5


def test_a_spoilt_and_an_assisted_ballot_are_in_the_sum(qtbot: QtBot, window: Window) -> None:
    page = votes(window)
    page.desk.spoil()
    settle(qtbot, window)
    qtbot.keyClicks(page.desk.paper, "AAB")
    page.desk.assist()
    settle(qtbot, window)
    assert page.adding.numbers() == {"issued": 42, "ballots": 0, "spoilt": 1, "assisted": 1, "hands": 0, "out": 41}


def test_a_key_draws_only_the_option_it_changes(qtbot: QtBot, window: Window) -> None:
    paper = votes(window).desk.paper
    rows: set[int] = set()
    paper.model().dataChanged.connect(lambda first, last, _roles: rows.update(range(first.row(), last.row() + 1)))
    qtbot.keyClicks(paper, "CC")
    assert rows == {2}
    qtbot.keyClick(paper, Qt.Key.Key_Escape)
    assert rows == {2}
    assert paper.item(2).data(SAID) is None
    qtbot.keyClicks(paper, "C")
    QApplication.processEvents()
    drawn = Drawn(paper.viewport())
    qtbot.keyClicks(paper, "C")
    qtbot.waitUntil(lambda: not drawn.region.isEmpty())
    assert drawn.region.boundingRect() == paper.visualItemRect(paper.item(2))


class Drawn(QObject):
    """Remembers what of a widget was drawn."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self.region = QRegion()
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QPaintEvent):
            self.region = self.region.united(event.region())
        return False


def test_after_giving_out_the_hands_are_on_the_ballot_again(qtbot: QtBot, window: Window) -> None:
    press(qtbot, window, Qt.Key.Key_G, CTRL)
    qtbot.keyClicks(QApplication.focusWidget(), "8")
    press(qtbot, window, Qt.Key.Key_Return)
    assert votes(window).adding.numbers()["issued"] == 50
    enter(qtbot, window, "AAAAA")
    assert QApplication.focusWidget() is votes(window).desk.paper
    assert votes(window).adding.numbers()["ballots"] == 1


def test_the_result_is_hidden_until_the_vote_is_closed_and_says_when_it_was_reopened(
    qtbot: QtBot, window: Window
) -> None:
    page = votes(window)
    enter(qtbot, window, "AAAAA")
    assert not page.list.isVisible()
    assert not page.options.rowCount()
    page.closer.click()
    settle(qtbot, window)
    assert page.list.isVisible()
    assert page.options.rowCount() == 20
    page.reopener.click()
    settle(qtbot, window)
    assert not page.options.rowCount()
    page.closer.click()
    settle(qtbot, window)
    assert "opened again after it was closed: 1" in page._about.text()


def test_the_last_ballot_is_taken_back_and_nothing_before_the_counting_is(qtbot: QtBot, window: Window) -> None:
    desk = votes(window).desk
    enter(qtbot, window, "AABBC")
    desk.undo()
    settle(qtbot, window)
    assert votes(window).adding.numbers()["ballots"] == 0
    assert desk.entry
    assert desk.entry.number == 1
    desk.undo()
    settle(qtbot, window)
    assert votes(window).adding.numbers()["issued"] == 42
    assert window.notice.words.startswith("The last thing that was done here was not a ballot.")
