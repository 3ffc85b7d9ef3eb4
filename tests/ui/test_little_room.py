"""What is said where there is little room, or in a window that is mirrored: cut with an ellipsis, never jumbled."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QWidget

from facilitator.exchange.millbrook.build import build_millbrook
from facilitator.ui.boards.capture_bar import CaptureBar, CaptureField
from facilitator.ui.look.tokens import RAIL_NARROW
from facilitator.ui.parts import direction
from facilitator.ui.parts.combo import Combo
from facilitator.ui.parts.spin import AIR, Spin
from facilitator.ui.parts.stage import Room
from facilitator.ui.parts.text_layout import Words
from facilitator.ui.parts.widgets import column, label
from facilitator.ui.prototypes.feedback_bar import FeedbackBar
from facilitator.ui.stations import stations
from facilitator.workshop.places import Places
from tests.ui.printing_windows import at_print, made_to_print
from tests.ui.windows import made, settle, shown

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

ENGLISH, ARABIC = "Who we are and what we have heard", "مرحبا بكم في ورشة العمل الطويلة جدا"


@pytest.fixture
def mirrored(qapp: QApplication) -> Iterator[None]:
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    yield
    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


def choosing(qtbot: QtBot, words: str) -> Combo:
    made = Combo()
    qtbot.addWidget(made)
    made.addItem(words)
    made.resize(160, 40)
    made.show()
    return made


@pytest.mark.parametrize("words", [ENGLISH, ARABIC])
def test_long_words_to_choose_from_show_their_start_and_say_that_they_go_on(qtbot: QtBot, words: str) -> None:
    seen = choosing(qtbot, words).shown_words().strip("\u2068\u2069")
    assert seen.endswith("…")
    assert words.startswith(seen.rstrip("…\u200d "))
    assert choosing(qtbot, "Short").shown_words() == direction.isolated("Short")


@pytest.mark.usefixtures("mirrored")
def test_they_do_so_in_a_mirrored_window_too(qtbot: QtBot) -> None:
    assert choosing(qtbot, ENGLISH).shown_words().startswith("\u2068Who w")


LONG_WORD = "Donaudampfschifffahrtsgesellschaftskapitaensmuetzenabzeichenfabrikant" * 3


@pytest.mark.parametrize("words", [LONG_WORD, f"the {LONG_WORD} said", "حافلة" * 40])
def test_a_word_longer_than_its_line_goes_on_in_the_next_and_widens_nothing(qtbot: QtBot, words: str) -> None:
    said = label(words, wrap=True)
    panel = QWidget()
    qtbot.addWidget(panel)
    panel.setLayout(column(said, None))
    panel.resize(280, 600)
    panel.show()
    assert panel.width() == 280
    assert said.minimumSizeHint().width() < 280
    assert said.height() > 2 * said.fontMetrics().height()
    picture = panel.grab(said.geometry()).toImage()
    last = picture.copy(0, picture.height() - said.fontMetrics().height(), picture.width(), picture.height())
    ground = picture.pixelColor(picture.width() - 1, 0)
    assert any(last.pixelColor(x, y) != ground for x in range(last.width()) for y in range(said.fontMetrics().height()))


@pytest.mark.usefixtures("mirrored")
def test_english_words_begin_where_the_lines_of_a_mirrored_window_begin(qtbot: QtBot) -> None:
    said = label("Recent")
    qtbot.addWidget(said)
    assert said.alignment() & Qt.AlignmentFlag.AlignRight
    said.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    assert said.alignment() & Qt.AlignmentFlag.AlignLeft


@pytest.mark.parametrize(
    ("words", "runs"), [("One wall", Qt.LayoutDirection.RightToLeft), ("جدار", Qt.LayoutDirection.LeftToRight)]
)
def test_what_a_letter_stands_for_is_beside_the_letter_whichever_way_its_words_run(
    qapp: QApplication, words: str, runs: Qt.LayoutDirection
) -> None:
    def ends(*, labels: bool) -> tuple[bool, bool]:
        """Whether there is ink at the left, and at the right, of a room much wider than the words."""
        room = QImage(600, 40, QImage.Format.Format_RGB32)
        room.fill(Qt.GlobalColor.white)
        painter = QPainter(room)
        Words(qapp.font()).paint(painter, QPointF(0, 0), 600, words, runs, labels=labels)
        painter.end()
        inked = {x for x in range(600) for y in range(40) if room.pixelColor(x, y).lightness() < 128}
        return min(inked) < 100, max(inked) > 500

    mirrored = runs is Qt.LayoutDirection.RightToLeft
    assert ends(labels=True) == (not mirrored, mirrored)
    assert ends(labels=False) == (mirrored, not mirrored)


def test_a_number_stands_off_from_both_edges_whichever_way_the_window_runs(qtbot: QtBot) -> None:
    number = Spin()
    qtbot.addWidget(number)
    assert number.lineEdit().textMargins().left() == AIR
    number.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    assert number.lineEdit().textMargins().left() == 0


def test_a_page_that_grows_while_it_is_shown_is_not_cut_off(qtbot: QtBot) -> None:
    page, late = QWidget(), QLabel("late")
    page.setLayout(column(late))
    room = Room(page)
    qtbot.addWidget(room)
    room.resize(200, 100)
    with qtbot.waitExposed(room):
        room.show()
    late.setMinimumSize(900, 400)
    qtbot.waitUntil(lambda: page.width() >= 900 and page.height() >= 400)
    late.setMinimumSize(20, 20)
    qtbot.waitUntil(lambda: page.width() <= 200)


def test_on_the_smallest_screen_the_pages_to_print_stand_below_the_list(qtbot: QtBot, tmp_path: Path) -> None:
    with at_print(qtbot, made_to_print(tmp_path / "w.workshop")) as (window, page):
        window.resize(683, 384)
        qtbot.waitUntil(lambda: page.view.mapTo(page, QPoint()).y() > page.list.mapTo(page, QPoint()).y() + 100)
        qtbot.waitUntil(lambda: page.width() <= 683 - RAIL_NARROW and page.height() > 384)
        window.resize(1280, 720)
        qtbot.waitUntil(lambda: page.view.mapTo(page, QPoint()).x() > page.list.width())


def test_at_twice_the_size_on_a_cheap_laptop_no_station_has_to_be_moved_sideways(qtbot: QtBot, tmp_path: Path) -> None:
    path = tmp_path / "w.workshop"
    build_millbrook(path, Places.of_this_laptop()).close()
    with shown(qtbot, path) as window:
        window.resize(683, 384)
        for station in stations():
            window.go_to(station.name)
            settle(qtbot, window)
            page, tools = window.pages[station.name], window.pages[station.name].tools
            qtbot.waitUntil(lambda page=page: page.width() <= 683 - RAIL_NARROW)
            qtbot.waitUntil(lambda tools=tools: tools.width() >= tools.minimumSizeHint().width())


def test_what_is_typed_into_is_in_sight_where_the_page_is_larger_than_its_room(qtbot: QtBot, tmp_path: Path) -> None:
    with shown(qtbot, made(tmp_path / "w.workshop", "A bench", "A tap")) as window:
        window.resize(683, 340)
        field = window.board().capture.field
        window.go_to("votes")
        settle(qtbot, window)
        window.go_to("boards")
        settle(qtbot, window)
        qtbot.waitUntil(lambda: field.hasFocus() and field.visibleRegion().contains(field.rect().center()))


def test_every_list_to_choose_from_says_when_its_words_are_cut(qtbot: QtBot, tmp_path: Path) -> None:
    path = tmp_path / "w.workshop"
    build_millbrook(path, Places.of_this_laptop()).close()
    with shown(qtbot, path) as window:
        for station in stations():
            window.go_to(station.name)
            settle(qtbot, window)
        found = window.findChildren(QComboBox)
        assert len(found) > len(stations())
        assert [one.accessibleName() for one in found if not isinstance(one, Combo)] == []


def test_at_twice_the_size_every_station_still_says_its_name(qtbot: QtBot, tmp_path: Path) -> None:
    path = tmp_path / "w.workshop"
    build_millbrook(path, Places.of_this_laptop()).close()
    with shown(qtbot, path) as window:
        window.resize(960, 540)
        for station in list(window.pages):
            window.go_to(station)
            settle(qtbot, window)
            name = window.bar.findChild(QLabel, "barTitle")
            assert name is not None
            assert name.isVisible(), station
            assert name.width() >= name.sizeHint().width(), station


@pytest.mark.parametrize("width", [800, 1024, 1280, 1366])
def test_a_third_of_the_bar_at_least_is_for_what_is_typed(qtbot: QtBot, tmp_path: Path, width: int) -> None:
    path = tmp_path / "w.workshop"
    build_millbrook(path, Places.of_this_laptop()).close()
    with shown(qtbot, path) as window:
        window.resize(width, 700)
        for station, kind in (("boards", CaptureBar), ("prototypes", FeedbackBar)):
            window.go_to(station)
            settle(qtbot, window)
            bar = window.pages[station].findChild(kind)
            assert bar is not None
            (field,) = bar.findChildren(CaptureField)
            qtbot.waitUntil(lambda field=field, bar=bar: field.width() * 3 >= bar.width())
