"""Every key stands in one table, means one thing at one place, and is found by typing what one wants to do."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QApplication

from facilitator.ui.keys import KeysPage
from tests.ui.windows import board, made, settle, shown

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from facilitator.ui.shell import Window


def keys_page(window: Window) -> KeysPage:
    page = window.findChild(KeysPage)
    assert page is not None
    return page


def test_no_key_means_two_things_at_one_place(qtbot: QtBot) -> None:
    with shown(qtbot) as window:
        entries = window.actions_.entries
        for place in {entry.place for entry in entries}:
            there = [entry for entry in entries if entry.place in {"", place}]
            used = Counter(QKeySequence(key).toString() for entry in there for key in entry.keys)
            assert {key: count for key, count in used.items() if count > 1} == {}


def test_a_question_mark_shows_the_keys_and_escape_goes_back_to_where_one_was(qtbot: QtBot, tmp_path: Path) -> None:
    with shown(qtbot, made(tmp_path / "keys.workshop", "one")) as window:
        window.go_to("votes")
        settle(qtbot, window)
        window.setFocus()
        qtbot.keyClick(window, "?")
        assert window.bar.title() == "Keys"
        qtbot.keyClick(keys_page(window).finder, Qt.Key.Key_Escape)
        assert window.bar.title() == "Votes"


def test_a_question_mark_in_a_note_is_a_question_mark(qtbot: QtBot, tmp_path: Path) -> None:
    with shown(qtbot, made(tmp_path / "question.workshop", "one")) as window:
        field = board(window).capture.field
        field.setFocus()
        qtbot.keyClicks(field, "Who?")
        assert field.text() == "Who?"
        assert window.bar.title() == "Boards"
        qtbot.keyClick(field, Qt.Key.Key_Slash, Qt.KeyboardModifier.ControlModifier)
        assert window.bar.title() == "Keys"
        window.escape()
        field.clear()


def test_typing_finds_a_key_and_says_where_it_works(qtbot: QtBot) -> None:
    with shown(qtbot) as window:
        window.show_keys()
        page = keys_page(window)
        assert QApplication.focusWidget() is page.finder
        assert next(iter(dict(page.listed()))) == "Everywhere"
        qtbot.keyClicks(page.finder, "hide note")
        assert [place for place, _found in page.listed()] == ["Boards"]
        page.finder.setText("nothing of the kind")
        assert list(page.listed()) == []
        qtbot.keyClick(page.finder, Qt.Key.Key_Escape)
        assert window.start.isVisible()


def test_the_key_that_keeps_what_is_typed_is_called_as_it_is_on_the_keyboard(qtbot: QtBot) -> None:
    with shown(qtbot) as window:
        window.show_keys()
        told = [keys for _, found in keys_page(window).listed() for _, keys in found]
        assert {"Enter", "Shift+Enter"} <= set(told)
        assert not [keys for keys in told if "Return" in keys]
