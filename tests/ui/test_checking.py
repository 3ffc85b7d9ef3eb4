"""A check sheet comes back: what a colleague put right is typed in, printed, kept, and taken back, by keys alone."""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING

import pypdf
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from facilitator.domain.gestures.people import add_person
from facilitator.workshop.documents import Document
from facilitator.workshop.places import Places
from facilitator.workshop.translations.shelf import Shelf
from facilitator.workshop.workshop import Workshop
from tests.ui.printing_windows import at_print, made_to_print, save, see, tick
from tests.ui.windows import SLOW

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from facilitator.ui.printing.checking import Checking
    from facilitator.ui.printing.page import PrintPage

KEY = Qt.Key
QUESTION = "May we repeat your words, without your name, in what we print?"
RIGHT = "هل نكرر كلماتك دون اسمك؟"


@contextlib.contextmanager
def in_arabic(qtbot: QtBot, path: Path) -> Iterator[PrintPage]:
    """The station of print with the consent cards ticked and nothing else, in Arabic."""
    with at_print(qtbot, path) as (_, page):
        page.paper.words.setCurrentIndex(page.paper._languages().index(("ar",)))
        page.paper.words.activated.emit(page.paper.words.currentIndex())
        tick(page, "consent")
        see(qtbot, page)
        yield page


def spoken_here(path: Path) -> Path:
    """A programme in which somebody reads Arabic."""
    made_to_print(path)
    with Workshop.open(path, Places.of_this_laptop()) as workshop:
        workshop.apply(add_person("Noor", languages="ar"))
    return path


def checking(qtbot: QtBot, page: PrintPage) -> Checking:
    """The sentences in Arabic."""
    page.do("put-right")
    here = page.easel.checking
    done(qtbot, here)
    assert here.language.currentData() == "ar"
    return here


def done(qtbot: QtBot, here: Checking) -> None:
    """Wait until what was said is kept and shown."""
    qtbot.waitUntil(lambda: here.is_idle() and here.lines.rowCount() > 0, timeout=SLOW)


def press(qtbot: QtBot, key: Qt.Key, keys: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """A key, wherever the focus is."""
    focus = QApplication.focusWidget()
    assert focus is not None
    qtbot.keyClick(focus, key, keys)


def type_in(words: str) -> None:
    """Words put where the focus is, as an input method or a paste does it."""
    focus = QApplication.focusWidget()
    assert focus is not None
    QApplication.clipboard().setText(words)
    focus.selectAll()  # type: ignore[attr-defined]
    focus.paste()  # type: ignore[attr-defined]


def card(qtbot: QtBot, page: PrintPage, path: Path) -> str:
    """What the consent cards say that come out now."""
    before = set(path.parent.glob("*.pdf"))
    save(qtbot, page)
    (pdf,) = set(path.parent.glob("*.pdf")) - before
    return "".join(one.extract_text() for one in pypdf.PdfReader(pdf).pages)


def arabic(sentence: str) -> tuple[tuple[str, ...], bool, str]:
    entry = Shelf.of_this_laptop().catalogue("ar").entries[sentence]
    return entry.forms, entry.checked, entry.by


def test_what_a_colleague_put_right_is_printed_without_the_mark_of_a_draft(qtbot: QtBot, tmp_path: Path) -> None:
    path = spoken_here(tmp_path / "w.workshop")
    with in_arabic(qtbot, path) as page:
        assert "Draft" in card(qtbot, page, path)
        drawn = page._turn
        here = checking(qtbot, page)
        assert here.who.hasFocus()
        type_in("Hodan")
        press(qtbot, KEY.Key_Return)
        type_in("2")
        press(qtbot, KEY.Key_Return)
        assert here.lines.number(here.list.currentIndex()) == 2
        type_in(RIGHT)
        press(qtbot, KEY.Key_Return)
        done(qtbot, here)
        assert arabic(QUESTION) == ((RIGHT,), True, "Hodan")
        assert here.lines.number(here.list.currentIndex()) == 3
        here.rest_button.setFocus()
        press(qtbot, KEY.Key_Return)
        done(qtbot, here)
        press(qtbot, KEY.Key_Escape)
        see(qtbot, page)
        assert page._turn > drawn
        said = card(qtbot, page, path)
        assert "Draft" not in said
        assert "May we repeat your words" not in said
    with in_arabic(qtbot, path) as page:  # after a restart
        here = checking(qtbot, page)
        assert here.who.text() == "Hodan"
        assert all(line.checked for line in here._lines if line.forms)
        assert arabic(QUESTION) == ((RIGHT,), True, "Hodan")


def test_each_step_is_taken_back_by_undo_and_a_sentence_can_stand_as_it_came(qtbot: QtBot, tmp_path: Path) -> None:
    path = spoken_here(tmp_path / "w.workshop")
    came = arabic(QUESTION)
    with in_arabic(qtbot, path) as page:
        here = checking(qtbot, page)
        type_in("Hodan")
        here.wanted.setText("2")
        here.wanted.setFocus()
        press(qtbot, KEY.Key_Return)
        type_in(RIGHT)
        press(qtbot, KEY.Key_Return, Qt.KeyboardModifier.ControlModifier)
        done(qtbot, here)
        here.rest_right()
        done(qtbot, here)
        assert all(line.checked for line in here._lines if line.forms)
        here.fields.begin()
        press(qtbot, KEY.Key_Z, Qt.KeyboardModifier.ControlModifier)
        done(qtbot, here)
        assert sum(line.checked for line in here._lines) == 1
        here.list.setFocus()
        press(qtbot, KEY.Key_Z, Qt.KeyboardModifier.ControlModifier)
        done(qtbot, here)
        assert arabic(QUESTION) == came
        assert here.lines.number(here.list.currentIndex()) == 2
        assert here.fields.words() == came[0]
        assert not here.undo_button.isEnabled()
        type_in_the_field(here, RIGHT)
        here.right()
        done(qtbot, here)
        here.list.setCurrentIndex(here.lines.place(2))
        here.came_button.click()
        done(qtbot, here)
        assert arabic(QUESTION) == came
        here.undo()
        done(qtbot, here)
        assert arabic(QUESTION) == ((RIGHT,), True, "Hodan")


def type_in_the_field(here: Checking, words: str) -> None:
    here.fields.begin()
    type_in(words)


def test_without_a_name_nothing_is_kept_and_what_was_typed_stays(qtbot: QtBot, tmp_path: Path) -> None:
    path = spoken_here(tmp_path / "w.workshop")
    came = arabic(QUESTION)
    with in_arabic(qtbot, path) as page:
        here = checking(qtbot, page)
        here.list.setCurrentIndex(here.lines.place(2))
        type_in_the_field(here, RIGHT)
        press(qtbot, KEY.Key_Return)
        done(qtbot, here)
        assert arabic(QUESTION) == came
        assert here.who.hasFocus()
        assert "Say who checked it" in here._said.text()
        assert here.fields.words() == (RIGHT,)
        here.list.setCurrentIndex(here.lines.place(3))
        here.list.setCurrentIndex(here.lines.place(2))
        assert here.fields.words() == (RIGHT,)


def test_a_sentence_about_numbers_has_a_field_for_each_of_its_forms(qtbot: QtBot, tmp_path: Path) -> None:
    with in_arabic(qtbot, spoken_here(tmp_path / "w.workshop")) as page:
        here = checking(qtbot, page)
        number = next(n for n, line in enumerate(here._lines, 1) if len(line.numbers) > 1)
        here.list.setCurrentIndex(here.lines.place(number))
        names = [field.accessibleName() for field in here.fields.fields()]
        assert len(names) == len(here._lines[number - 1].forms) == 6
        assert names[0].startswith("Its words for ")
        assert len(set(names)) == 6


def test_the_tab_key_goes_from_the_sentence_to_its_words_and_on(qtbot: QtBot, tmp_path: Path) -> None:
    with in_arabic(qtbot, spoken_here(tmp_path / "w.workshop")) as page:
        here = checking(qtbot, page)
        number = next(n for n, line in enumerate(here._lines, 1) if len(line.numbers) > 1)
        here.list.setCurrentIndex(here.lines.place(number))
        here.list.setFocus()
        fields = here.fields.fields()
        for there in (*fields, here.right_button, here.came_button, here.rest_button):
            press(qtbot, KEY.Key_Tab)
            assert there.hasFocus()


def test_a_check_sheet_is_printed_in_the_language_of_the_colleague_and_typed_in_there(
    qtbot: QtBot, tmp_path: Path
) -> None:
    with in_arabic(qtbot, spoken_here(tmp_path / "w.workshop")) as page:
        page.list.rows[Document.CHECK_SHEET].box.setFocus()
        page.list.rows[Document.CHECK_SHEET].box.click()
        choice = page.details.language
        assert choice.isVisible()
        choice.setCurrentIndex(choice.findData("so"))
        choice.activated.emit(choice.currentIndex())
        see(qtbot, page)
        assert page._look
        assert [one.language for one in page._look.values[Document.CHECK_SHEET]] == ["so"]  # type: ignore[union-attr]
        page.details.check_button.click()
        assert page.easel.checking.language.currentData() == "so"
        done(qtbot, page.easel.checking)


def test_words_begin_at_the_side_of_their_script(qtbot: QtBot, tmp_path: Path) -> None:
    with in_arabic(qtbot, spoken_here(tmp_path / "w.workshop")) as page:
        here = checking(qtbot, page)
        (field,) = here.fields.fields()
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignAbsolute
        assert field.document().defaultTextOption().alignment() == right
        field.setPlainText("Words")
        left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute
        assert field.document().defaultTextOption().alignment() == left


def test_a_search_shows_what_has_the_words_and_drafts_only_what_is_not_checked(qtbot: QtBot, tmp_path: Path) -> None:
    with in_arabic(qtbot, spoken_here(tmp_path / "w.workshop")) as page:
        here = checking(qtbot, page)
        type_in("Hodan")
        every = here.lines.rowCount()
        here.wanted.setText("repeat your words")
        qtbot.waitUntil(lambda: here.lines.rowCount() == 1, timeout=SLOW)
        here.right()
        done(qtbot, here)
        assert "checked by" in str(here.lines.index(0, 0).data())
        here.open_only.click()
        assert here.lines.rowCount() == 0
        here.wanted.clear()
        qtbot.waitUntil(lambda: here.lines.rowCount() == every - 1, timeout=SLOW)


def test_every_control_has_a_name_and_the_button_stands_at_the_check_sheet(qtbot: QtBot, tmp_path: Path) -> None:
    with in_arabic(qtbot, spoken_here(tmp_path / "w.workshop")) as page:
        assert not page.details.check_button.isVisible()
        page.list.rows[Document.CHECK_SHEET].box.setFocus()
        assert page.details.check_button.isVisible()
        page.details.check_button.click()
        here = page.easel.checking
        done(qtbot, here)
        for one in (here.language, here.who, here.wanted, here.list, *here.fields.fields()):
            assert one.accessibleName()
        here.list.setCurrentIndex(here.lines.place(2))
        assert [field.accessibleDescription() for field in here.fields.fields()] == [QUESTION]
