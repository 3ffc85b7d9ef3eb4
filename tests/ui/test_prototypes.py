"""What people say of a prototype is typed while they say it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from facilitator.domain.gestures.prototypes import add_idea, add_prototype
from facilitator.ui.pages.prototypes import PrototypesPage
from facilitator.workshop.places import Places
from facilitator.workshop.queries.prototypes import PrototypeBoard, prototype_board
from facilitator.workshop.workshop import Workshop
from tests.ui.windows import settle, shown

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from facilitator.ui.shell import Window


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> Iterator[Window]:
    path = tmp_path / "millbrook.workshop"
    with Workshop.new(path, "Millbrook early years", Places.of_this_laptop()) as workshop:
        idea = add_idea("Gate Wall")
        workshop.apply(idea)
        for version in (1, 2):
            workshop.apply(add_prototype(idea.edits[0].id, "Paper wall", version=version, to_learn="Do parents write?"))
    with shown(qtbot, path) as window:
        window.go_to("prototypes")
        settle(qtbot, window)
        yield window


def page(window: Window) -> PrototypesPage:
    found = window.pages["prototypes"]
    assert isinstance(found, PrototypesPage)
    return found


def board(qtbot: QtBot, window: Window) -> PrototypeBoard:
    got: list[PrototypeBoard | None] = []
    chosen = page(window)._chosen
    assert chosen
    window.store.submit(lambda workshop: workshop.read(lambda reader: prototype_board(reader, chosen)), got.append)
    settle(qtbot, window)
    assert got[0]
    return got[0]


def test_a_sign_typed_first_chooses_the_pile_and_enter_adds(qtbot: QtBot, window: Window) -> None:
    for keys in ("+My own writing stayed", "-Too high", "?Who wipes it", "*A box beside it", "And a roof"):
        qtbot.keyClicks(page(window).bar.line, keys)
        qtbot.keyClick(page(window).bar.line, Qt.Key.Key_Return)
    settle(qtbot, window)
    made = board(qtbot, window)
    assert made.version == 2
    assert {kind: [one.text for one in pile] for kind, pile in made.piles.items()} == {
        "worked": ["My own writing stayed"],
        "change": ["Too high"],
        "question": ["Who wipes it"],
        "idea": ["A box beside it", "And a roof"],
    }
    assert page(window).grid.piles["idea"].count() == 2


def test_a_face_is_counted_with_whose_view_it_is(qtbot: QtBot, window: Window) -> None:
    page(window).bar.perspective.setCurrentIndex(2)
    qtbot.keyClick(page(window).side.faces[4], Qt.Key.Key_Space)
    settle(qtbot, window)
    assert board(qtbot, window).faces_by["would-help-run"][4] == 1


def test_nothing_is_dropped_without_a_reason(qtbot: QtBot, window: Window) -> None:
    side = page(window).side
    qtbot.keyClick(side.outcomes["drop"], Qt.Key.Key_Space)
    settle(qtbot, window)
    assert board(qtbot, window).decision is None
    qtbot.keyClicks(side.reason, "Nobody wrote on it")
    qtbot.keyClick(side.outcomes["drop"], Qt.Key.Key_Space)
    settle(qtbot, window)
    decision = board(qtbot, window).decision
    assert decision
    assert (decision.outcome, decision.reason) == ("drop", "Nobody wrote on it")


def test_a_new_idea_is_named_and_what_is_said_of_it_typed_at_once(qtbot: QtBot, tmp_path: Path) -> None:
    path = tmp_path / "new.workshop"
    Workshop.new(path, "New", Places.of_this_laptop()).close()
    with shown(qtbot, path) as window:
        window.go_to("prototypes")
        settle(qtbot, window)
        assert page(window).starter.hasFocus()
        qtbot.keyClicks(page(window).starter, "Saturday drop-in")
        qtbot.keyClick(page(window).starter, Qt.Key.Key_Return)
        settle(qtbot, window)
        assert page(window).bar.line.hasFocus()
        qtbot.keyClicks(page(window).bar.line, "+Warm")
        qtbot.keyClick(page(window).bar.line, Qt.Key.Key_Return)
        settle(qtbot, window)
        shown_board = board(qtbot, window)
        assert (shown_board.idea, shown_board.version) == ("Saturday drop-in", 1)
        assert [line.text for line in shown_board.piles["worked"]] == ["Warm"]


def test_the_next_version_is_shown_as_soon_as_it_is_begun(qtbot: QtBot, window: Window) -> None:
    page(window).following.click()
    settle(qtbot, window)
    assert board(qtbot, window).version == 3
    assert board(qtbot, window).to_learn == ("Do parents write?",)
