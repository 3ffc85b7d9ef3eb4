"""The preview is the very page that is printed; it follows the workshop, the keyboard and the choices."""

from __future__ import annotations

import uuid
from typing import TYPE_CHECKING

import numpy as np
import pypdfium2
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from facilitator.domain.change import Change, Insert
from facilitator.domain.reading import Reading
from facilitator.ui.printing import words as print_words
from facilitator.ui.printing.child import Draw, Drew, Picture, Pictured
from facilitator.ui.printing.choice import Choice
from facilitator.ui.printing.desk import PrintDesk
from facilitator.ui.printing.editions import Edition
from facilitator.ui.printing.how import How
from facilitator.workshop.documents import Document
from tests.reading import words_of
from tests.ui.printing_windows import at_print, drawn, made_to_print, save, see, tick
from tests.ui.windows import SLOW, settle

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from facilitator.ui.printing.page import PrintPage

ABOVE_THE_MOMENT = 0.95
"""The part of a page that stands above the words that say when it was printed."""


def shown(page: PrintPage, document: Document) -> int:
    return sum(page.pages.at(page.pages.index(row)).document == document for row in range(page.pages.rowCount()))


def grey(image: QImage) -> np.ndarray:  # type: ignore[type-arg]
    image = image.convertToFormat(QImage.Format.Format_Grayscale8)
    rows = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.bytesPerLine())
    return rows[:, : image.width()].astype(int)


def test_the_page_that_is_seen_is_the_page_that_is_saved(qtbot: QtBot, tmp_path: Path) -> None:
    with at_print(qtbot, made_to_print(tmp_path / "w.workshop")) as (_, page):
        tick(page, "badges")
        see(qtbot, page)
        seen = page.pages.at(page.pages.index(0)).picture
        assert seen
        save(qtbot, page)
    with pypdfium2.PdfDocument(tmp_path / "w badges.pdf") as document:
        first = document[0]
        scale = 3 * seen.width() / first.get_width()
        saved = first.render(scale=scale, grayscale=True).to_pil().reduce(3)
    assert saved.size == (seen.width(), seen.height())
    above = round(seen.height() * ABOVE_THE_MOMENT)
    assert np.abs(grey(seen) - np.asarray(saved, int))[:above].max() <= 1


def test_a_change_draws_only_what_it_touches(qtbot: QtBot, tmp_path: Path) -> None:
    with at_print(qtbot, made_to_print(tmp_path / "w.workshop")) as (window, page):
        before = {document: page.pages.at(page.pages.first_of(document)).turn for document in page.list.chosen()}
        poll = {"question": "A bench or a tree?", "method": "dots", "position": 9.0}
        change = Change("test-add", (Insert("poll", uuid.uuid4(), poll),))
        window.store.change(lambda workshop: workshop.apply(change))
        settle(qtbot, window)
        see(qtbot, page)
        after = {document: page.pages.at(page.pages.first_of(document)).turn for document in page.list.chosen()}
        assert after == before
        change = Change("test-add", (Insert("participant", uuid.uuid4(), {"display_name": "Zofia"}),))
        window.store.change(lambda workshop: workshop.apply(change))
        settle(qtbot, window)
        qtbot.waitUntil(lambda: page.is_seen() and drawn(page), timeout=SLOW)
        after = {document: page.pages.at(page.pages.first_of(document)).turn for document in page.list.chosen()}
        assert {one for one in before if after[one] != before[one]} >= {Document.SIGN_IN, Document.BADGES}
        assert after[Document.FEEDBACK_FORMS] == before[Document.FEEDBACK_FORMS]


def test_a_page_keeps_its_picture_until_the_new_one_is_there(qtbot: QtBot, tmp_path: Path) -> None:
    with at_print(qtbot, made_to_print(tmp_path / "w.workshop")) as (_, page):
        tick(page, "sign-in")
        see(qtbot, page)
        old = page.pages.at(page.pages.index(0)).picture
        page.pages.set_drawn(Edition(Document.SIGN_IN), Drew("sign-in", 10_000, ((595.0, 842.0),), (), (1,)))
        assert page.pages.at(page.pages.index(0)).picture is old


def test_enter_shows_a_page_large_and_the_arrows_turn_it(qtbot: QtBot, tmp_path: Path) -> None:
    with at_print(qtbot, made_to_print(tmp_path / "w.workshop")) as (window, page):
        page.view.setFocus()
        page.view.setCurrentIndex(page.pages.index(3))
        qtbot.keyClick(page.view, Qt.Key.Key_Return)
        assert page.large.isVisible()
        sheet = QApplication.focusWidget()
        assert sheet
        assert sheet.accessibleName() == "Pocket running order, page 1 of 1"
        qtbot.keyClick(sheet, Qt.Key.Key_Right)
        assert sheet.accessibleName() == "Sign-in, page 1 of 1"
        see(qtbot, page)
        qtbot.waitUntil(lambda: "Amina" in sheet.accessibleDescription(), timeout=SLOW)
        small = page.large.shown()
        assert small
        qtbot.waitUntil(lambda: bool(small.wished), timeout=SLOW)
        whole = small.wished
        qtbot.keyClick(sheet, Qt.Key.Key_Plus)
        qtbot.waitUntil(lambda: small.wished >= 1.4 * whole, timeout=SLOW)
        qtbot.keyClick(sheet, Qt.Key.Key_Escape)
        assert page.view.isVisible()
        assert page.view.currentIndex().row() == 4
        assert window.bar.title() == "Print"


def test_the_counts_can_be_changed_and_the_sheets_follow(qtbot: QtBot, tmp_path: Path) -> None:
    with at_print(qtbot, made_to_print(tmp_path / "w.workshop")) as (_, page):
        assert page.sheets(Document.BALLOTS) == 9
        page.list.rows[Document.BALLOTS].box.setFocus()
        assert page.details.copies.value() == 9
        page.details.copies.setValue(12)
        qtbot.waitUntil(lambda: page.sheets(Document.BALLOTS) == 12, timeout=SLOW)
        page.list.rows[Document.RUNNING_ORDER].box.setFocus()
        page.details.copies.setValue(2)
        qtbot.waitUntil(lambda: page.sheets(Document.RUNNING_ORDER) == 2, timeout=SLOW)
        see(qtbot, page)
        tick(page, "running-order")
        save(qtbot, page)
        assert words_of(tmp_path / "w running order.pdf").count("Vote") >= 2


def test_ballots_stay_on_one_side_when_the_rest_takes_both(qtbot: QtBot, tmp_path: Path) -> None:
    with at_print(qtbot, made_to_print(tmp_path / "w.workshop")) as (_, page):
        page.paper.sides.setCurrentIndex(1)
        page.paper.sides.activated.emit(1)
        see(qtbot, page)
        assert page.sheets(Document.BALLOTS) == 9
        assert page._total.words().endswith("both sides")


def test_the_last_choice_is_kept_without_a_name(qtbot: QtBot, tmp_path: Path) -> None:
    path = made_to_print(tmp_path / "w.workshop")
    with at_print(qtbot, path) as (window, page):
        tick(page, "badges", "summary")
        page.paper.paper.setCurrentIndex(3)
        page.paper.paper.activated.emit(3)
        page.list.rows[Document.BADGES].box.setFocus()
        page.details.copies.setValue(2)
        qtbot.waitUntil(lambda: page.sheets(Document.BADGES) == 4 or page.choice.copies != {}, timeout=SLOW)
        kept = Choice.kept(window.preferences)
        assert (kept.paper, kept.copies) == ("letter", {Document.BADGES: 2})
    with at_print(qtbot, path) as (_, page):
        assert page.list.chosen() == {Document.BADGES}
        assert page.paper.paper.currentText() == "Letter"


def test_a_session_without_a_plan_has_no_running_order(qtbot: QtBot, tmp_path: Path) -> None:
    with at_print(qtbot, made_to_print(tmp_path / "w.workshop")) as (_, page):
        page.session.setCurrentIndex(1)
        page.session.activated.emit(1)
        see(qtbot, page)
        qtbot.waitUntil(lambda: not page.list.rows[Document.RUNNING_ORDER].box.isEnabled(), timeout=SLOW)
        assert "Nothing is planned" in page.list.rows[Document.RUNNING_ORDER]._below.text()
        assert shown(page, Document.RUNNING_ORDER) == 0


def test_papers_are_saved_by_keys_alone(qtbot: QtBot, tmp_path: Path) -> None:
    with at_print(qtbot, made_to_print(tmp_path / "w.workshop")) as (window, page):
        focused = QApplication.focusWidget()
        assert focused is page.list.rows[Document.PACK].box
        qtbot.keyClick(focused, Qt.Key.Key_Space)
        see(qtbot, page)
        assert Document.PACK not in page.list.chosen()
        qtbot.keyClick(window, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
        qtbot.waitUntil(lambda: page.is_done() and (tmp_path / "w papers.pdf").exists(), timeout=SLOW)


def test_the_arrows_walk_the_list_and_tab_goes_on_to_the_number(qtbot: QtBot, tmp_path: Path) -> None:
    with at_print(qtbot, made_to_print(tmp_path / "w.workshop")) as (_, page):
        there = [document for document, one in page.list.rows.items() if one.box.isEnabled()]
        for _ in range(there.index(Document.BALLOTS)):
            qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Down)
        assert QApplication.focusWidget() is page.list.rows[Document.BALLOTS].box
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        assert QApplication.focusWidget() is page.details.copies
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        assert page.details.which.hasFocus()
        assert page.details.which.currentText() == "Which vote?"


def test_the_desk_goes_on_when_its_child_dies(qtbot: QtBot) -> None:
    desk = PrintDesk()
    told: list[object] = []
    desk.answered.connect(told.append)
    desk.draw("report", 1, ("not values",), How())  # type: ignore[arg-type]
    qtbot.waitUntil(lambda: len(told) == 1, timeout=SLOW)
    assert desk._child
    desk._child.kill()
    desk.draw("report", 2, ("not values",), How())  # type: ignore[arg-type]
    desk.picture(Picture("report", 2, 0, 100, True))
    qtbot.waitUntil(lambda: len(told) >= 2, timeout=SLOW)
    desk.end()


def test_a_page_seen_before_one_went_away_waits_until_its_document_is_drawn_again(qtbot: QtBot) -> None:
    from tests.ui.test_printing import REPORT

    desk = PrintDesk()
    told: list[object] = []
    desk.answered.connect(told.append)
    desk.draw("report", 1, (REPORT,), How())
    qtbot.waitUntil(lambda: len(told) == 1, timeout=SLOW)
    desk.end()
    desk.picture(Picture("report", 1, 0, 100, True))
    qtbot.waitUntil(desk.is_idle, timeout=SLOW)
    desk.draw("summary", 2, (REPORT,), How())
    desk.picture(Picture("report", 1, 0, 100, True))
    desk.picture(Picture("summary", 2, 0, 100, True))
    qtbot.waitUntil(desk.is_idle, timeout=SLOW)
    desk.end()
    qtbot.waitUntil(lambda: len(told) == 3)
    assert [(type(answer), answer.name) for answer in told[1:]] == [(Drew, "summary"), (Pictured, "summary")]  # type: ignore[attr-defined]


def test_a_page_that_is_gone_from_a_document_drawn_anew_is_no_fault(qtbot: QtBot) -> None:
    from tests.ui.test_printing import REPORT

    desk = PrintDesk()
    told: list[object] = []
    desk.answered.connect(told.append)
    desk.draw("report", 1, (REPORT, REPORT), How())
    qtbot.waitUntil(lambda: len(told) == 1, timeout=SLOW)
    last = len(told[0].sizes) - 1  # type: ignore[attr-defined]
    desk.draw("report", 2, (REPORT,), How())
    qtbot.waitUntil(lambda: len(told) == 2, timeout=SLOW)
    desk.picture(Picture("report", 1, last, 100, True))  # painted before the window heard of it
    desk.picture(Picture("report", 2, 0, 100, True))
    qtbot.waitUntil(desk.is_idle, timeout=SLOW)
    desk.end()
    qtbot.waitUntil(lambda: len(told) == 3)
    assert isinstance(told[2], Pictured)
    assert told[2].turn == 2


@pytest.mark.parametrize("grey_one", [True, False])
def test_a_picture_is_as_wide_as_it_was_wished(grey_one: bool) -> None:
    from facilitator.ui.printing.child import _Desk
    from tests.ui.test_printing import REPORT

    desk = _Desk()
    desk.answer(Draw("report", 1, (REPORT,), How()))
    made = desk.answer(Picture("report", 1, 0, 333, grey_one))
    assert isinstance(made, Pictured)
    assert (made.width, len(made.pixels)) == (333, made.stride * made.height)
    assert "Title" in made.text


def test_a_desk_that_was_closed_for_good_starts_no_child_for_what_was_still_being_read() -> None:
    desk = PrintDesk()
    desk.end(for_good=True)
    desk.end()  # as when its page is hidden
    desk.draw("report", 1, ("not values",), How())  # type: ignore[arg-type]
    desk.picture(Picture("report", 1, 0, 100, True))
    assert desk.is_idle()
    assert desk._thread is None


def test_pages_are_seen_in_two_languages_and_in_easy_read_and_the_choice_is_kept(qtbot: QtBot, tmp_path: Path) -> None:
    path = made_to_print(tmp_path / "w.workshop")
    with at_print(qtbot, path) as (window, page):
        languages = [page.paper.words.itemText(at) for at in range(page.paper.words.count())]
        page.paper.words.setCurrentIndex(languages.index("English and Arabic"))
        page.paper.reading.setCurrentIndex(2)
        page.paper.reading.activated.emit(2)
        see(qtbot, page)
        assert page.choice.how == How("A4", ("en", "ar"), Reading.EASY)
        save(qtbot, page)
        assert Choice.kept(window.preferences).how == page.choice.how
    with at_print(qtbot, path) as (_, page):
        assert page.paper.words.currentText() == "English and Arabic"
        assert page.paper.reading.currentText() == "Easy read"


def test_a_sum_of_sheets_that_is_not_whole_says_so() -> None:
    assert print_words.sheets_so_far([2, None, 1]) == "3 sheets so far"
    assert print_words.sheets_so_far([2, 1]) == "3 sheets"
