"""Right to left: the window mirrors, and each note keeps the side its own script begins at (faults.md, A6)."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QApplication, QStyle

from facilitator.ui.look import fonts, tokens
from facilitator.ui.parts import direction
from tests.ui.windows import made, shown

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from facilitator.ui.shell import Window

ARABIC, URDU, ENGLISH = "لوحة فيها صور (لمن لا يقرأ)", "دروازے پر ایک بورڈ", "A board with pictures"
LEFT, RIGHT = Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft


@pytest.mark.parametrize(
    ("text", "runs"),
    [(ARABIC, RIGHT), (URDU, RIGHT), (ENGLISH, LEFT), ("12 (ب) b", RIGHT), ("12: b ب", LEFT), ("שלום", RIGHT)],
)
def test_words_run_as_their_first_strong_character(text: str, runs: Qt.LayoutDirection) -> None:
    assert direction.of_text(text, otherwise=LEFT) is runs
    assert direction.of_text(text, otherwise=RIGHT) is runs


@pytest.mark.parametrize("otherwise", [LEFT, RIGHT])
def test_words_without_letters_run_as_the_window(otherwise: Qt.LayoutDirection) -> None:
    assert direction.of_text("12 + 3", otherwise) is otherwise


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> Iterator[Window]:
    fonts.load_rest()
    with shown(qtbot, made(tmp_path / "direction.workshop", ARABIC, ENGLISH)) as window:
        yield window


@pytest.fixture
def mirrored(window: Window) -> Iterator[Window]:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    app.setLayoutDirection(RIGHT)
    app.processEvents()
    yield window
    app.setLayoutDirection(LEFT)


def inked(window: Window, row: int) -> tuple[float, float]:
    """Where the words of a note begin and end, as shares of the list's width."""
    view = window.board().list
    rect = view.visualRect(view.notes.index(row))
    image = view.viewport().grab(rect).toImage()
    middle = range(rect.height() // 4, rect.height() // 2 + 6)
    dark = [x for x in range(60, image.width() - 60) for y in middle if image.pixelColor(x, y).lightness() < 110]
    return min(dark) / image.width(), max(dark) / image.width()


def test_an_arabic_note_stands_at_the_right_of_an_english_window(window: Window) -> None:
    begin, end = inked(window, 1)
    assert begin > 0.5
    assert end > 0.9
    assert inked(window, 2)[1] < 0.5


def test_an_english_note_stands_at_the_left_of_a_mirrored_window(mirrored: Window) -> None:
    assert inked(mirrored, 1)[0] > 0.5
    assert inked(mirrored, 2)[1] < 0.5


def test_the_window_mirrors(mirrored: Window) -> None:
    rail = mirrored.rail.mapTo(mirrored, QPoint(0, 0)).x()
    capture = mirrored.board().capture
    assert rail > mirrored.width() / 2
    assert capture.field.x() < capture.width() / 2
    view = mirrored.board().list
    rect = view.visualRect(view.notes.index(2))
    number = view.viewport().grab(rect).toImage().pixelColor(rect.width() - 12, 12).name()
    assert number == tokens.tint(1)


@pytest.mark.parametrize("runs", [LEFT, RIGHT])
def test_a_place_is_turned_as_qt_turns_it(runs: Qt.LayoutDirection) -> None:
    whole, inside = QRect(3, 5, 184, 40), QRect(10, 9, 22, 22)
    assert direction.turned(runs, whole, inside) == QStyle.visualRect(runs, whole, inside)
