"""What is typed in from a check sheet is not lost by going on quickly, by another button, or by another language."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from facilitator.workshop.translations.shelf import Shelf
from tests.ui.test_checking import (
    QUESTION,
    RIGHT,
    arabic,
    checking,
    done,
    in_arabic,
    press,
    spoken_here,
    type_in_the_field,
)

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from facilitator.ui.printing.checking import Checking
    from facilitator.ui.printing.page import PrintPage

KEY = Qt.Key


def checked_by_hodan(qtbot: QtBot, page: PrintPage) -> Checking:
    """The sentences in Arabic, and who found them right."""
    here = checking(qtbot, page)
    here.who.setText("Hodan")
    return here


def type_the_second(here: Checking) -> None:
    """Put the second sentence right, and say nothing of it yet."""
    here.list.setCurrentIndex(here.lines.place(2))
    type_in_the_field(here, RIGHT)


def test_enter_pressed_twice_says_that_two_sentences_are_right(qtbot: QtBot, tmp_path: Path) -> None:
    with in_arabic(qtbot, spoken_here(tmp_path / "w.workshop")) as page:
        here = checked_by_hodan(qtbot, page)
        here.list.setCurrentIndex(here.lines.place(2))
        here.fields.begin()
        press(qtbot, KEY.Key_Return)
        press(qtbot, KEY.Key_Return)
        done(qtbot, here)
        assert [n for n, line in enumerate(here._lines, 1) if line.checked] == [2, 3]
        assert here.lines.number(here.list.currentIndex()) == 4


def test_all_the_rest_takes_what_stands_in_the_field(qtbot: QtBot, tmp_path: Path) -> None:
    with in_arabic(qtbot, spoken_here(tmp_path / "w.workshop")) as page:
        here = checked_by_hodan(qtbot, page)
        type_the_second(here)
        here.rest_button.click()
        done(qtbot, here)
        assert arabic(QUESTION) == ((RIGHT,), True, "Hodan")


def test_taking_back_leaves_what_is_typed_for_another_sentence(qtbot: QtBot, tmp_path: Path) -> None:
    with in_arabic(qtbot, spoken_here(tmp_path / "w.workshop")) as page:
        here = checked_by_hodan(qtbot, page)
        here.list.setCurrentIndex(here.lines.place(1))
        here.right()
        done(qtbot, here)
        type_in_the_field(here, RIGHT)
        here.undo_button.click()
        done(qtbot, here)
        assert here.lines.number(here.list.currentIndex()) == 1
        here.list.setCurrentIndex(here.lines.place(2))
        assert here.fields.words() == (RIGHT,)


def test_words_typed_in_one_language_wait_there_and_never_come_into_another(qtbot: QtBot, tmp_path: Path) -> None:
    with in_arabic(qtbot, spoken_here(tmp_path / "w.workshop")) as page:
        here = checked_by_hodan(qtbot, page)
        here.language.setCurrentIndex(here.language.findData("so"))
        here.language.activated.emit(here.language.currentIndex())
        done(qtbot, here)
        here.who.setText("Sahra")
        here.right()
        done(qtbot, here)
        here.language.setCurrentIndex(here.language.findData("ar"))
        here.language.activated.emit(here.language.currentIndex())
        done(qtbot, here)
        type_the_second(here)
        here.list.setCurrentIndex(here.lines.place(3))
        here.undo()
        done(qtbot, here)
        assert here.language.currentData() == "so"
        somali = Shelf.of_this_laptop().catalogue("so").entries[QUESTION].forms
        here.list.setCurrentIndex(here.lines.place(2))
        assert here.fields.words() == somali
        press(qtbot, KEY.Key_Escape)
        page.do("put-right")
        done(qtbot, here)
        assert here.language.currentData() == "ar"
        here.list.setCurrentIndex(here.lines.place(2))
        assert here.fields.words() == (RIGHT,)


def test_what_is_refused_is_shown_again_with_the_words_that_were_typed(qtbot: QtBot, tmp_path: Path) -> None:
    with in_arabic(qtbot, spoken_here(tmp_path / "w.workshop")) as page:
        here = checking(qtbot, page)
        type_the_second(here)
        press(qtbot, KEY.Key_Return)
        press(qtbot, KEY.Key_Return)
        done(qtbot, here)
        assert "Say who checked it" in here._said.text()
        assert here.lines.number(here.list.currentIndex()) == 2
        assert here.fields.words() == (RIGHT,)
        here.who.setText("Hodan")
        here.right()
        done(qtbot, here)
        assert arabic(QUESTION) == ((RIGHT,), True, "Hodan")


def test_what_was_said_to_be_right_as_the_window_closed_is_kept(qtbot: QtBot, tmp_path: Path) -> None:
    with in_arabic(qtbot, spoken_here(tmp_path / "w.workshop")) as page:
        here = checked_by_hodan(qtbot, page)
        type_the_second(here)
        here.right()
    assert arabic(QUESTION) == ((RIGHT,), True, "Hodan")


def test_a_number_that_is_not_on_the_sheet_puts_nobody_at_another_sentence(qtbot: QtBot, tmp_path: Path) -> None:
    with in_arabic(qtbot, spoken_here(tmp_path / "w.workshop")) as page:
        here = checked_by_hodan(qtbot, page)
        here.wanted.setFocus()
        here.wanted.setText("9999")
        press(qtbot, KEY.Key_Return)
        done(qtbot, here)
        assert here.wanted.hasFocus()
        assert here.fields.words() == ()
        assert here._english.text() == "There is no such sentence."
        here.wanted.setText("2")
        press(qtbot, KEY.Key_Return)
        assert here.lines.number(here.list.currentIndex()) == 2
        assert here.fields.fields()[0].hasFocus()


def test_a_name_stands_for_the_language_it_was_typed_for_alone(qtbot: QtBot, tmp_path: Path) -> None:
    with in_arabic(qtbot, spoken_here(tmp_path / "w.workshop")) as page:
        here = checked_by_hodan(qtbot, page)
        for language, name in (("so", ""), ("ar", "Hodan")):
            here.language.setCurrentIndex(here.language.findData(language))
            here.language.activated.emit(here.language.currentIndex())
            done(qtbot, here)
            assert here.who.text() == name
