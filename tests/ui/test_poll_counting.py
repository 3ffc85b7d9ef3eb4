"""Votes are counted by every way they come in, a wrong one is put right, and nothing tells how it goes beforehand."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QGuiApplication
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from facilitator.domain.gestures.voting import Choice, add_poll, issue_ballots, open_poll
from facilitator.ui.votes.ballot_paper import STEP
from facilitator.workshop.places import Places
from facilitator.workshop.queries.voting import poll_result
from facilitator.workshop.workshop import Workshop
from tests.accessibility.accessible import tree
from tests.ui.windows import settle, shown, votes

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from facilitator.domain.tally import PollResult
    from facilitator.ui.shell import Window

ENTER, ESCAPE = Qt.Key.Key_Return, Qt.Key.Key_Escape


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> Iterator[Window]:
    """Two open votes with twelve ballots out each: by dots, and on statements."""
    path = tmp_path / "millbrook.workshop"
    with Workshop.new(path, "Millbrook early years", Places.of_this_laptop()) as workshop:
        for turn, (question, method) in enumerate((("Which first?", "dots"), ("What do you think?", "agree"))):
            choices = [Choice(name) for name in ("Wall", "Phone", "Bus")]
            poll = add_poll(question, choices, method=method, dots=3, position=float(turn))
            poll_id = poll.edits[0].id
            for change in (poll, issue_ballots(poll_id, range(1, 13)), open_poll(poll_id)):
                workshop.apply(change)
    with shown(qtbot, path) as window:
        window.go_to("votes")
        settle(qtbot, window)
        yield window


def enter(qtbot: QtBot, window: Window, keys: str) -> None:
    qtbot.keyClicks(votes(window).desk.paper, keys)
    qtbot.keyClick(votes(window).desk.paper, ENTER)
    settle(qtbot, window)


def go_to_statements(qtbot: QtBot, window: Window) -> None:
    window.do("votes", "poll-next")
    settle(qtbot, window)
    assert votes(window)._question.text() == "What do you think?"


def result(qtbot: QtBot, window: Window) -> PollResult:
    got: list[PollResult | None] = []
    poll_id = votes(window)._chosen
    assert poll_id
    window.store.submit(lambda workshop: workshop.read(lambda reader: poll_result(reader, poll_id)), got.append)
    settle(qtbot, window)
    assert got[0]
    return got[0]


def dots(qtbot: QtBot, window: Window) -> dict[str, int]:
    return {one.letter: one.counts["dots"] for one in result(qtbot, window).options}


def said(qtbot: QtBot, window: Window) -> dict[str, tuple[int, ...]]:
    return {one.letter: tuple(one.counts.values()) for one in result(qtbot, window).options}


def test_statements_are_answered_by_keys_one_after_another(qtbot: QtBot, window: Window) -> None:
    go_to_statements(qtbot, window)
    enter(qtbot, window, "ADP")
    enter(qtbot, window, "A A")
    enter(qtbot, window, "++-")
    assert said(qtbot, window) == {"A": (3, 0, 0), "B": (1, 1, 0), "C": (1, 1, 1)}
    assert votes(window).adding.numbers()["ballots"] == 3


def click(qtbot: QtBot, window: Window, row: int, turn: int) -> None:
    """Click on a circle of an option, counted from the end of its line."""
    paper = votes(window).desk.paper
    place = paper.visualItemRect(paper.item(row))
    at = QPoint(place.right() - 12 - turn * STEP - STEP // 2, place.center().y())
    qtbot.mouseClick(paper.viewport(), Qt.MouseButton.LeftButton, pos=at)


def test_circles_are_filled_and_emptied_by_clicks(qtbot: QtBot, window: Window) -> None:
    for row, turn in ((0, 0), (0, 1), (1, 0), (1, 0), (2, 0)):
        click(qtbot, window, row, turn)
    entry = votes(window).desk.entry
    assert entry
    assert sorted(entry.values().values()) == [1, 2]
    enter(qtbot, window, "")
    assert dots(qtbot, window) == {"A": 2, "C": 1, "B": 0}


def test_answers_are_clicked_in_any_order(qtbot: QtBot, window: Window) -> None:
    go_to_statements(qtbot, window)
    for row, turn in ((2, 0), (0, 2), (1, 1)):  # disagree with C, agree with A, pass on B
        click(qtbot, window, row, turn)
    enter(qtbot, window, "")
    assert said(qtbot, window) == {"A": (1, 0, 0), "B": (0, 0, 1), "C": (0, 1, 0)}


def test_circles_are_wide_enough_for_a_finger(qtbot: QtBot, window: Window) -> None:
    paper = votes(window).desk.paper
    assert STEP >= 36
    assert all(paper.visualItemRect(paper.item(row)).height() >= 36 for row in range(paper.count()))


def type_numbers(qtbot: QtBot, window: Window, *numbers: str) -> None:
    piles = votes(window).piles
    for (_, _, field), number in zip(piles.fields, numbers, strict=True):
        assert field.hasFocus()
        qtbot.keyClicks(field, number)
        qtbot.keyClick(field, ENTER)
    assert piles.done.hasFocus()
    piles.done.click()
    settle(qtbot, window)


def test_hands_and_tokens_are_typed_down_and_counted_at_once(qtbot: QtBot, window: Window) -> None:
    page = votes(window)
    enter(qtbot, window, "AAB")
    window.do("votes", "hands")
    type_numbers(qtbot, window, "7", "", "12")
    assert window.notice.words == "Counted: 19. Undo at the top takes it back."
    assert page.desk.isVisible()
    window.do("votes", "tokens")
    type_numbers(qtbot, window, "0", "5", "")
    assert dots(qtbot, window) == {"C": 12, "A": 9, "B": 6}
    numbers = page.adding.numbers()
    assert (numbers["ballots"], numbers["hands"], numbers["tokens"], numbers["out"]) == (1, 19, 5, 11)
    page.closer.click()
    settle(qtbot, window)
    assert page._about.text().startswith("1 ballot counted · 19 hands raised · 5 tokens in the jars")
    assert page.adding.numbers()["assisted"] == 0


def test_hands_that_are_not_counted_yet_are_not_lost(qtbot: QtBot, window: Window) -> None:
    page = votes(window)
    window.do("votes", "hands")
    qtbot.keyClicks(QApplication.focusWidget(), "7")
    page.closer.click()
    settle(qtbot, window)
    assert window.notice.words.startswith("These are not counted yet.")
    assert page.piles.isVisible()
    window.do("votes", "tokens")
    assert page.piles.fields[0][2].hasFocus()
    assert page.piles.fields[0][2].value() == 0
    window.do("votes", "hands")
    assert page.piles.fields[0][2].value() == 7
    window.notice.clear()
    page.piles.done.setFocus()
    window.escape()
    assert page.desk.paper.hasFocus()
    page.closer.click()
    settle(qtbot, window)
    assert page.list.isVisible()


def test_hands_on_statements_are_three_numbers_each(qtbot: QtBot, window: Window) -> None:
    go_to_statements(qtbot, window)
    window.do("votes", "hands")
    type_numbers(qtbot, window, "9", "1", "2", "0", "3", "0", "", "", "4")
    assert said(qtbot, window) == {"A": (9, 2, 1), "B": (0, 0, 3), "C": (0, 4, 0)}
    assert votes(window).adding.numbers()["hands"] == 19


def test_a_number_of_nothing_is_refused_and_what_is_typed_stays(qtbot: QtBot, window: Window) -> None:
    window.do("votes", "hands")
    votes(window).piles.done.click()
    settle(qtbot, window)
    assert window.notice.words.startswith("Nothing was counted for any option")
    assert votes(window).piles.isVisible()


def test_a_number_that_was_counted_is_refused_and_the_ballot_is_looked_at_and_corrected(
    qtbot: QtBot, window: Window
) -> None:
    desk = votes(window).desk
    enter(qtbot, window, "AAB")
    enter(qtbot, window, "1CCC")
    assert window.notice.words == "Ballot 1 is already counted. Look at its number again, or correct it."
    window.notice.act()
    settle(qtbot, window)
    assert desk.is_correcting
    assert desk.entry
    assert sorted(desk.entry.values().values()) == [1, 2]
    qtbot.keyClicks(desk.paper, "\b\b\bBCC")
    qtbot.keyClick(desk.paper, ENTER)
    settle(qtbot, window)
    assert window.notice.words == "Ballot 1 is counted anew."
    assert dots(qtbot, window) == {"C": 2, "B": 1, "A": 0}
    assert votes(window).adding.numbers()["corrected"] == 1
    assert window.bar.undo.text() == "Undo: count a ballot anew"


def test_who_goes_on_without_looking_counts_nothing_under_a_wrong_number(qtbot: QtBot, window: Window) -> None:
    enter(qtbot, window, "AAB")
    enter(qtbot, window, "1CC")
    enter(qtbot, window, "2BBB")  # the next ballot, by somebody who did not see that the one before was refused
    assert dots(qtbot, window) == {"A": 2, "B": 1, "C": 0}
    assert window.notice.words == "Press Enter to count this as ballot 2, or Esc to start again."
    qtbot.keyClick(votes(window).desk.paper, ESCAPE)
    enter(qtbot, window, "BBB")
    assert dots(qtbot, window) == {"B": 4, "A": 2, "C": 0}


def test_escape_typed_ahead_leaves_a_ballot_that_is_refused(qtbot: QtBot, window: Window) -> None:
    paper = votes(window).desk.paper
    enter(qtbot, window, "AAB")
    qtbot.keyClicks(paper, "1CC")
    qtbot.keyClick(paper, ENTER)
    qtbot.keyClick(paper, ESCAPE)
    enter(qtbot, window, "BBB")
    assert dots(qtbot, window) == {"B": 4, "A": 2, "C": 0}


def test_a_number_that_was_misheard_is_typed_again_without_the_letters(qtbot: QtBot, window: Window) -> None:
    enter(qtbot, window, "AAB")
    enter(qtbot, window, "1CCC")
    enter(qtbot, window, "11")
    assert dots(qtbot, window) == {"C": 3, "A": 2, "B": 1}
    entry = votes(window).desk.entry
    assert entry
    assert entry.number == 2


def test_a_ballot_is_corrected_by_its_number_also_after_reopening_and_both_are_on_the_result(
    qtbot: QtBot, window: Window
) -> None:
    page = votes(window)
    enter(qtbot, window, "AAB")
    page.closer.click()
    settle(qtbot, window)
    page.reopener.click()
    settle(qtbot, window)
    qtbot.keyClicks(page.desk.paper, "CC")  # the next ballot is half typed
    page.desk.correct(1)
    settle(qtbot, window)
    qtbot.keyClicks(page.desk.paper, "\b")
    qtbot.keyClick(page.desk.paper, ENTER)
    settle(qtbot, window)
    qtbot.keyClicks(page.desk.paper, "C")
    qtbot.keyClick(page.desk.paper, ENTER)
    settle(qtbot, window)
    assert dots(qtbot, window) == {"C": 3, "A": 2, "B": 0}
    page.closer.click()
    settle(qtbot, window)
    assert "opened again after it was closed: 1 · ballots corrected: 1" in page._about.text()


def test_looking_at_a_ballot_changes_nothing(qtbot: QtBot, window: Window) -> None:
    desk = votes(window).desk
    enter(qtbot, window, "AAB")
    qtbot.keyClicks(desk.paper, "1")
    window.do("votes", "ballot-correct")
    settle(qtbot, window)
    assert desk.is_correcting
    qtbot.keyClick(desk.paper, ENTER)
    settle(qtbot, window)
    assert not desk.is_correcting
    assert votes(window).adding.numbers().get("corrected") is None
    window.do("votes", "ballot-correct")
    assert window.notice.words == "Type the number of the ballot first, then press F2."


def test_a_message_that_is_not_about_the_ballot_stays_while_keys_are_typed(qtbot: QtBot, window: Window) -> None:
    window.notice.say("The disk is nearly full.", warn=True)
    enter(qtbot, window, "AAB")
    assert window.notice.words == "The disk is nearly full."
    qtbot.keyClicks(votes(window).desk.paper, "Z")
    assert window.notice.words == "No option has that letter. Listen again."
    qtbot.keyClicks(votes(window).desk.paper, "A")
    assert window.notice.words == ""


def test_what_is_half_typed_stays_while_others_change_the_workshop(qtbot: QtBot, window: Window) -> None:
    page = votes(window)
    qtbot.keyClicks(page.desk.paper, "AB")
    poll_id = page._chosen
    assert poll_id
    window.store.change(lambda workshop: workshop.apply(issue_ballots(poll_id, [13])))
    settle(qtbot, window)
    go_to_statements(qtbot, window)
    qtbot.keyClicks(page.desk.paper, "A")
    window.do("votes", "poll-before")
    settle(qtbot, window)
    assert page.desk.entry
    assert len(page.desk.entry.marks) == 2
    page.closer.click()
    settle(qtbot, window)
    assert window.notice.words.startswith("A ballot is half typed.")
    qtbot.keyClick(page.desk.paper, ESCAPE)
    qtbot.keyClick(page.desk.paper, ESCAPE)
    assert page.isVisible()
    assert page.desk.entry.marks == ()


def words_anywhere(window: Window) -> str:
    """Everything the window says: on labels, in tooltips, to a screen reader and in the strip."""
    parts = [one.text() for one in window.findChildren(QLabel)]
    parts += [words for one in window.findChildren(QWidget) for words in (one.toolTip(), one.accessibleName())]
    parts += [one.accessibleDescription() for one in window.findChildren(QWidget)]
    top = QAccessible.queryAccessibleInterface(window)
    for one in tree(top):
        parts += [
            one.text(kind) for kind in (QAccessible.Text.Name, QAccessible.Text.Value, QAccessible.Text.Description)
        ]
    model = votes(window).options
    parts += [str(model.data(model.index(row), role)) for row in range(model.rowCount()) for role in range(300)]
    return "\n".join(parts)


def test_nothing_tells_how_it_goes_until_the_vote_is_closed(
    qtbot: QtBot, window: Window, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    page = votes(window)
    for keys in ("AAA", "AAA", "AAA", "AAA", "AAB"):
        enter(qtbot, window, keys)
    window.do("votes", "hands")
    type_numbers(qtbot, window, "23", "", "")
    told = words_anywhere(window) + caplog.text
    assert "Ballots given out" in told
    assert "hidden until you close" in told
    for secret in ("37", "14 dots", "Rank", "tie", "comes first"):
        assert secret not in told
    assert page.options.rowCount() == 0
    assert page._view
    assert page._view.result is None
    page.closer.click()
    settle(qtbot, window)
    assert "37 dots" in words_anywhere(window)


def test_the_result_says_how_it_was_counted_where_it_is_a_tie_and_copies_as_text(qtbot: QtBot, window: Window) -> None:
    page = votes(window)
    for keys in ("AAB", "BBA", "C"):
        enter(qtbot, window, keys)
    page.closer.click()
    settle(qtbot, window)
    assert page._told.text() == "The option with the most dots comes first. A tie at 1: A, B."
    page.copier.click()
    assert QGuiApplication.clipboard().text().splitlines() == [
        "Which first?",
        "3 ballots counted",
        "The option with the most dots comes first. A tie at 1: A, B.",
        "",
        "1. A Wall: 3 dots",
        "1. B Phone: 3 dots",
        "3. C Bus: 1 dot",
    ]
