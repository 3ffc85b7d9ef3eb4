"""Words made to harm stand in every cell of every table, and every station shows them letter for letter (faults.md,
S9): never as markup, as a format to be filled in, or as a key to press.
"""

from __future__ import annotations

import re
import uuid
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QAction, QTextDocument
from PySide6.QtGui import Qt as RichText
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QComboBox,
    QGroupBox,
    QLabel,
    QLineEdit,
    QMessageBox,
    QPlainTextEdit,
    QTabBar,
    QTextEdit,
    QWidget,
)

from facilitator.domain.change import Change, Insert, Set
from facilitator.domain.schema import Column, shapes
from facilitator.ui.stations import stations
from facilitator.workshop.places import Places
from facilitator.workshop.workshop import Workshop
from tests.ui.windows import settle, shown

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from facilitator.domain.change import Value
    from facilitator.ui.shell import Window
    from facilitator.ui.stations import Station

HOSTILE = (
    "<img src=x onerror=1><img src='/etc/passwd'>",
    "<b>bold <a href='file:///etc/passwd'>here</a>",
    "&amp; &lt;i&gt; &File && me",
    "%1 %n {0} {count} {name} {} %s",
    "\u202eright to left\u202c and \u2066back\u2069",
    "Amina\u200d\u200bJo\u0301\u0301\u0301\u0301",
    "x" * 5_000,
    "bell\x07 escape\x1b[31m \x01\x7f",
    "\U0001f469\U0001f3fd\u200d\U0001f373\ufffd\U0010fffd",
    "ياسمين (123) <b>كتبت</b> [*]",
    "اُردو " * 40,
    "one\ntwo\r\nthree\ttabs\u2028four",
)
OPEN, SHUT = "\u27e6", "\u27e7"  # what is between them is shown as it is or, where there is no room, cut off
WHOLE = re.compile(f"{OPEN}([^{OPEN}{SHUT}]*){SHUT}")
ROWS = len(HOSTILE)
AWAY = {"save-pdf", "send", "wall-picture", "carry"}
"""What opens a window of the system's."""
LINES = 40
"""Rows of a list that are chosen one after the other."""


def worded(row: int, limit: int | None) -> str:
    text = HOSTILE[row % ROWS]
    room = min(limit or 20_000, 5_000) - len(OPEN + SHUT)
    return f"{OPEN}{text[:room]}{SHUT}" if room > 4 else ""


def cell(column: Column, row: int, ids: dict[str, list[uuid.UUID]]) -> Value:
    """What stands in one column of the row with this number."""
    if column.refers_to:
        there = ids.get(column.refers_to)
        return there[row % len(there)] if there else None
    if column.choices:
        return column.choices[row % len(column.choices)]
    if column.form:
        return {"languages": "en ur ar", "date": "2027-01-14", "clock": "10:00"}[column.form]
    if column.kind == "text":
        return worded(row, column.limit)
    if column.kind == "whole":
        return max(column.low or 0, min(column.high or 0, row + 1))
    return float(row) if column.kind == "number" else row % 5 == 4


def hostile(path: Path) -> Path:
    """A workshop in which every text of every table is made to harm."""
    with Workshop.new(path, "Hostile", Places.of_this_laptop()) as workshop:
        ids: dict[str, list[uuid.UUID]] = {"programme": [workshop.file_id]}
        for name, shape in shapes().items():
            if name == "programme":
                words = {one.name: cell(one, 0, ids) for one in shape.columns.values()}
                workshop.apply(Change("test", (Set(name, workshop.file_id, words),)))
                continue
            made = [uuid.uuid4() for _ in range(ROWS)]
            rows = ({one.name: cell(one, row, ids) for one in shape.columns.values()} for row in range(ROWS))
            workshop.apply(Change("test", tuple(Insert(name, *row) for row in zip(made, rows, strict=True))))
            ids[name] = made
    return path


def written() -> set[str]:
    """Every text that stands in the workshop, at every length it was cut to."""
    texts = (cell(one, row, {}) for shape in shapes().values() for one in shape.columns.values() for row in range(ROWS))
    return {said(text) for whole in texts if isinstance(whole, str) for text in WHOLE.findall(whole)}


def said(text: str) -> str:
    return " ".join(text.split())


class Looker:
    """Goes over every widget of a window and remembers what it would not show letter for letter."""

    def __init__(self) -> None:
        self.known = written()
        self.wrong: set[str] = set()
        self.seen: set[str] = set()

    def look(self, window: QWidget, where: str) -> None:
        for widget in (window, *window.findChildren(QWidget)):
            here = f"{where}: {type(widget).__name__} {widget.objectName()}"
            for what, words in texts_of(widget):
                self._check(f"{here} {what}", words)
            for what, words in pressed_by_key(widget):
                self._check_keys(f"{here} {what}", words)
            self._check_tip(f"{here} tooltip", widget.toolTip())
        for action in window.findChildren(QAction):
            self._check_keys(f"{where}: action {action.objectName()}", action.text())
        rich = [one for one in window.findChildren(QLabel) if one.textFormat() is not Qt.TextFormat.PlainText]
        boxes = [one for kind in (QMessageBox, QTextEdit) for one in window.findChildren(kind)]
        self.wrong |= {f"{where}: {type(one).__name__} could show markup: {one.parent()}" for one in (*rich, *boxes)}

    def _check(self, where: str, words: str) -> None:
        for text in WHOLE.findall(words):
            self.seen.add(text)
            if said(text) not in self.known and "…" not in text:
                self.wrong.add(f"{where} shows {text[:60]!r}")

    def _check_keys(self, where: str, words: str) -> None:
        """A single & before a letter is a key there, and is not shown."""
        if OPEN in words and "&" in words.replace("&&", ""):
            self.wrong.add(f"{where} makes a key of {words[:60]!r}")
        self._check(where, words.replace("&&", "&"))

    def _check_tip(self, where: str, tip: str) -> None:
        if not RichText.mightBeRichText(tip):
            self._check(where, tip)
        elif "<" in tip.removeprefix("<p>").removesuffix("</p>"):
            self.wrong.add(f"{where} is markup: {tip[:80]!r}")
        else:
            document = QTextDocument()
            document.setHtml(tip)
            self._check(where, document.toPlainText())


def texts_of(widget: QWidget) -> Iterator[tuple[str, str]]:
    """What a widget shows or says, with a word for where."""
    yield "name", widget.accessibleName()
    yield "description", widget.accessibleDescription()
    yield "title", widget.windowTitle().replace("[*][*]", "[*]")
    if isinstance(widget, QLabel | QLineEdit):
        yield "text", widget.text()
    if isinstance(widget, QPlainTextEdit):
        yield "text", widget.toPlainText()
    if isinstance(widget, QLineEdit | QPlainTextEdit):
        yield "placeholder", widget.placeholderText()
    if isinstance(widget, QComboBox):
        yield from (("item", widget.itemText(at)) for at in range(widget.count()))
    if isinstance(widget, QAbstractItemView) and (model := widget.model()):
        rows = min(model.rowCount(), LINES)
        for role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            found = (model.index(row, 0).data(role) for row in range(rows))
            yield from (("row", one) for one in found if isinstance(one, str))


def pressed_by_key(widget: QWidget) -> Iterator[tuple[str, str]]:
    """What a widget shows where Qt would make a key of an ampersand."""
    if isinstance(widget, QAbstractButton):
        yield "text", widget.text()
    if isinstance(widget, QGroupBox):
        yield "title", widget.title()
    if isinstance(widget, QTabBar):
        yield from (("tab", widget.tabText(at)) for at in range(widget.count()))


def looks_only(station: Station) -> list[str]:
    """What is done at a station by keys and changes nothing, and the key that goes from table to table."""
    return [deed.name for deed in station.deeds() if not deed.writes and deed.name not in AWAY] + [
        deed.name for deed in station.deeds() if deed.name == "table" for _ in range(ROWS)
    ]


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> Iterator[Window]:
    with shown(qtbot, hostile(tmp_path / "hostile.workshop")) as window:
        yield window


@pytest.mark.parametrize("place", stations(), ids=lambda place: place.name)
def test_hostile_words_are_shown_letter_for_letter_at(qtbot: QtBot, window: Window, place: Station) -> None:
    looker, station = Looker(), place.name
    window.go_to(station)
    settle(qtbot, window)
    looker.look(window, station)
    page = window.page(station)
    for view in page.findChildren(QAbstractItemView):
        if view.isVisible() and view.model():
            for row in range(min(view.model().rowCount(QModelIndex()), LINES)):
                view.setCurrentIndex(view.model().index(row, 0))
                settle(qtbot, window)
            view.selectAll()
            settle(qtbot, window)
            looker.look(window, f"{station}, all of {view.accessibleName()!r}")
    window.grab()
    for picker in (*page.findChildren(QComboBox), *page.tools.findChildren(QComboBox)):
        for at in range(picker.count() if picker.isVisible() and picker.isEnabled() else 0):
            picker.setCurrentIndex(at)
            picker.activated.emit(at)
            settle(qtbot, window)
    looker.look(window, f"{station}, everything chosen")
    for deed in looks_only(place):
        page.do(deed)
        settle(qtbot, window)
        looker.look(window, f"{station}, after {deed}")
    window.notice.say(worded(0, None))
    looker.look(window, f"{station}, with a message")
    window.grab()
    assert looker.wrong == set()
    assert window.width() == 1280


def test_the_test_sees_what_it_looks_for(qtbot: QtBot, window: Window) -> None:
    """Most of what was written is somewhere on screen: in lists, in pickers and beside them."""
    looker = Looker()
    for station in stations():
        window.go_to(station.name)
        settle(qtbot, window)
        looker.look(window, station.name)
    assert len({said(text) for text in looker.seen}) >= ROWS // 2
    assert window.windowTitle() == f"{worded(0, 300)} – Facilitator"


def test_words_that_could_do_harm_are_told_apart_from_those_that_cannot(qtbot: QtBot) -> None:
    from facilitator.ui.parts.widgets import button, explain, label

    box, looker = QWidget(), Looker()
    qtbot.addWidget(box)
    for row in range(ROWS):
        label(worded(row, None)).setParent(box)
    harmless = button(worded(2, None).replace("&", "&&"), lambda: None)
    explain(harmless, worded(0, None))
    harmless.setParent(box)
    looker.look(box, "here")
    assert looker.wrong == set()
    label(worded(3, None).replace("{count}", "5")).setParent(box)
    button(worded(2, None), lambda: None).setParent(box)
    careless = QLabel(worded(1, None), box)
    careless.setToolTip(worded(0, None))
    looker.look(box, "here")
    told = "\n".join(looker.wrong)
    for wrong in ("could show markup", "tooltip is markup", "shows '%1 %n {0} 5", "makes a key of"):
        assert wrong in told
