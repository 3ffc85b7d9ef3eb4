"""What people wrote is data: the window shows it letter for letter and never as markup (faults.md, S9)."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QMessageBox, QTextEdit, QWidget

from facilitator.domain.gestures.board import add_theme
from facilitator.workshop.places import Places
from facilitator.workshop.workshop import Workshop
from tests.ui.windows import made, settle, shown, texts

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

HOSTILE = "<img src='/etc/passwd'><b>unclosed <a href='file:///'>&amp;"
RICH_MAKERS = {"QLabel", "QMessageBox", "QTextEdit", "QTextBrowser", "QErrorMessage", "QWhatsThis", "QToolTip"}
RICH_CALLS = {"setToolTip", "setWhatsThis", "setStatusTip", "setHtml", "insertHtml", "appendHtml", "setMarkdown"}
ONLY_HERE = "widgets.py"


def sources(root: Path) -> Iterator[Path]:
    for part in ("ui", "app"):
        yield from (root / "facilitator" / part).rglob("*.py")


def called(tree: ast.AST) -> Iterator[tuple[str, int]]:
    """The name of every call in a module, with its line."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
            yield name, node.lineno


def test_only_one_module_makes_what_could_show_markup(root: Path) -> None:
    found = [
        f"{path.name}:{line} {name}"
        for path in sources(root)
        if path.name != ONLY_HERE
        for name, line in called(ast.parse(path.read_text("utf-8")))
        if name in RICH_MAKERS | RICH_CALLS
    ]
    assert found == []


def test_hostile_words_are_shown_letter_for_letter(qtbot: QtBot, tmp_path: Path) -> None:
    path = made(tmp_path / "hostile.workshop", HOSTILE)
    with Workshop.open(path, Places.of_this_laptop()) as workshop:
        board_id = workshop.read(_board_id)
        workshop.apply(add_theme(board_id, HOSTILE))
    with shown(qtbot, path) as window:
        for station in ("plan", "people", "boards", "votes", "print"):
            window.go_to(station)
            settle(qtbot, window)
        window.board().list.setCurrentIndex(window.board().notes.index(2))
        window.notice.say(HOSTILE)
        assert texts(window) == [HOSTILE]
        assert rich(window) == []


@pytest.mark.parametrize("words", [HOSTILE, "a<br>b", "<Bins> are full"])
def test_a_tooltip_escapes_what_it_is_given(qtbot: QtBot, words: str) -> None:
    from PySide6.QtGui import QTextDocument

    from facilitator.ui.parts.widgets import explain

    widget = QWidget()
    qtbot.addWidget(widget)
    explain(widget, words)
    document = QTextDocument()
    document.setHtml(widget.toolTip())
    assert document.toPlainText() == words
    assert widget.accessibleDescription() == words


def rich(window: QWidget) -> list[str]:
    """The parts of a window that would take words for markup."""
    labels = [one for one in window.findChildren(QLabel) if one.textFormat() is not Qt.TextFormat.PlainText]
    others = [one for kind in (QMessageBox, QTextEdit) for one in window.findChildren(kind)]
    tips = [one for one in window.findChildren(QWidget) if "<img" in one.toolTip()]
    return [f"{type(one).__name__} {one.objectName()}" for one in (*labels, *others, *tips)]


def _board_id(reader):  # noqa: ANN001, ANN202
    from facilitator.workshop.queries.board import boards

    return boards(reader)[0].id
