"""One thing to choose: what it is about, and each version beside the others with its laptop and time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QLabel, QPlainTextEdit, QPushButton, QSizePolicy, QWidget

from facilitator.ui.look import tokens
from facilitator.ui.parts import direction
from facilitator.ui.parts.caret import calm
from facilitator.ui.parts.script_side import follow_script
from facilitator.ui.parts.widgets import button, column, frame, label, row
from facilitator.ui.together.words import TogetherWords

if TYPE_CHECKING:
    from facilitator.workshop.queries.conflict_view import ConflictView, VersionView

WRITABLE = {
    "text",
    "translation",
    "name",
    "question",
    "title",
    "statement",
    "reason",
    "what",
    "prompt",
    "purpose",
    "body",
}
"""Columns of words, in which a third version can be written."""
LINES = 4


class ChoiceCard(QFrame):
    """`kept` carries the id of the choice and the number of a version from 1, `both_kept` the id, `written` the id and
    the words of a third version.
    """

    kept = Signal(str, int)
    both_kept = Signal(str)
    written = Signal(str, str)

    def __init__(self, conflict: ConflictView, *, may_choose: bool) -> None:
        super().__init__()
        self.conflict = conflict
        self._words = TogetherWords(self)
        self._may_choose = may_choose
        self.keeps: list[QPushButton] = []
        title = self._words.title(conflict)
        self.setAccessibleName(title)
        self._own = self._field()
        versions = row(*(self._version(n, one) for n, one in enumerate(conflict.versions, 1)), gap=tokens.GAP)
        for at in range(len(conflict.versions)):
            versions.setStretch(at, 1)
        about = self._said(self._words.about(conflict), "")
        about.setVisible(bool(about.text()))
        what = label(self._words.column(conflict), "muted", wrap=True)
        box = column(label(title, "strong", wrap=True), about, what, gap=2)
        whole = column(box, versions, self._own, self._more(), gap=10)
        self.setLayout(column(frame("card", whole, margins=(18, 14, 18, 14), gap=10)))

    def focus(self) -> None:
        """Put the focus on the first version."""
        self.keeps[0].setFocus()

    def begin_writing(self) -> None:
        """Open the field for a third version, with what the newest says."""
        self._own.setVisible(True)
        if not self.field.toPlainText():
            self.field.setPlainText(self._words.version(self.conflict.versions[-1]))
        self.field.setFocus()
        self.field.selectAll()

    def write(self) -> None:
        """Keep what was written."""
        if words := self.field.toPlainText().strip():
            self.written.emit(self.conflict.id, words)

    def _version(self, number: int, version: VersionView) -> QWidget:
        said = self._said(self._words.version(version), "head")
        keep = button(
            self.tr("Keep this"),
            lambda: self.kept.emit(self.conflict.id, number),
            about=f"{self._words.version(version)}. {self._words.written(version)}",
        )
        keep.setEnabled(self._may_choose)
        self.keeps.append(keep)
        keep.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        about = label(self._words.written(version), "small", wrap=True)
        box = column(said, about, keep, gap=6)
        box.setStretch(0, 1)
        return frame("quiet", box, margins=(14, 12, 14, 12), gap=6)

    def _said(self, words: str, name: str) -> QLabel:
        """What people wrote, from the side their own script begins at."""
        made = label(words, name, wrap=True)
        made.setLayoutDirection(direction.of_text(words, self.layoutDirection()))
        return made

    def _field(self) -> QWidget:
        self.field = QPlainTextEdit()
        self.field.setAccessibleName(self.tr("Another version"))
        self.field.setTabChangesFocus(True)
        follow_script(self.field)
        calm(self.field)
        self.field.setFixedHeight(LINES * tokens.TARGET)
        made = QWidget()
        made.setLayout(row(self.field, button(self.tr("Keep what I wrote"), self.write, main=True), gap=tokens.GAP))
        made.setVisible(False)
        return made

    def _more(self) -> QWidget:
        made = QWidget()
        parts: list[QWidget] = []
        if self.conflict.ref.table == "note" and self.conflict.column == "text":
            parts.append(button(self.tr("Keep both, as two notes"), lambda: self.both_kept.emit(self.conflict.id)))
        if self.conflict.column in WRITABLE:
            parts.append(button(self.tr("Write another"), self.begin_writing))
        for part in parts:
            part.setEnabled(self._may_choose)
        made.setLayout(row(*parts, None, gap=tokens.GAP))
        made.setVisible(bool(parts))
        made.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        return made
