"""Counting hands or tokens: one number after another is typed down the options, each with Enter, and stored at once as
one count. Nothing is known of who raised which hand.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QIntValidator
from PySide6.QtWidgets import QGridLayout, QLineEdit, QScrollArea, QWidget

from facilitator.domain.letters import letter
from facilitator.ui.parts.caret import calm
from facilitator.ui.parts.escape import asks_for_escape
from facilitator.ui.parts.widgets import button, calm_scrolling, column, label, row

if TYPE_CHECKING:
    import uuid

    from PySide6.QtCore import QEvent
    from PySide6.QtGui import QFocusEvent, QKeyEvent

    from facilitator.workshop.queries.entry import BallotBox

MOST = 9_999
ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}


class Count(QLineEdit):
    """How many; empty is none. Enter goes on to the next, Escape leaves; typing takes the place of what is there."""

    went_on = Signal()
    left = Signal()

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setValidator(QIntValidator(0, MOST, self))
        self.setPlaceholderText("0")
        self.setFixedWidth(88)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        calm(self)

    def value(self) -> int:
        """The number that stands there."""
        return int(self.text() or 0)

    def event(self, event: QEvent) -> bool:
        """Keep Escape here; the window has another use for it."""
        if asks_for_escape(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in ENTER:
            self.went_on.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.selectAll()


class PileForm(QWidget):
    """`counted` carries the channel and, for each answer (1, -1, 0), how many by option; `left` that nothing is counted
    after all.
    """

    counted = Signal(str, object)
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._channel = ""
        self._poll: tuple[object, ...] = ()
        self._half: dict[tuple[object, ...], list[str]] = {}
        self.fields: list[tuple[uuid.UUID, int, Count]] = []
        self._title = label("", "title")
        self._how = label("", "muted", wrap=True)
        self._inside = QWidget()
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setAccessibleName(self.tr("Options"))
        self._area.viewport().setAutoFillBackground(False)
        calm_scrolling(self._area)
        self.done = button(self.tr("Count them"), self._count, main=True)
        self._away = button(self.tr("Back to the ballots"), self.left.emit, about=self.tr("Esc"))
        whole = column(self._title, self._how, self._area, row(self.done, self._away, None), 12, gap=10)
        whole.setContentsMargins(0, 8, 0, 12)
        whole.setStretch(2, 1)
        self.setLayout(whole)

    def begin(self, channel: str, box: BallotBox) -> None:
        """Ask for numbers. What is half typed of one count stays while another is looked at."""
        asked = (channel, box.poll_id, box.method, box.lines)
        if asked != self._poll:
            self._half[self._poll] = [field.text() for _, _, field in self.fields]
            self._poll, self._channel = asked, channel
            self._ask(box)
            for (_, _, field), typed in zip(self.fields, self._half.pop(asked, ()), strict=False):
                field.setText(typed)
        self._title.setText(self.tr("Show of hands") if channel == "hands" else self.tr("Tokens in the jars"))
        self._how.setText(self._told(box.method))

    def focus(self) -> None:
        """Go to the first number."""
        if self.fields:
            self.fields[0][2].setFocus()

    def half_typed(self) -> str:
        """What to do about numbers that are typed here and not counted yet, or nothing."""
        if self.isVisible() and any(field.text() for _, _, field in self.fields):
            return self.tr("These are not counted yet. Press Count them, or Esc to leave them, then close the vote.")
        return ""

    def stored(self) -> None:
        """It was counted: the next count begins from nought."""
        self._poll, self.fields = (), []

    def _told(self, method: str) -> str:
        if self._channel == "tokens":
            return self.tr("Empty one jar after the other, type how many are in it, then Enter.")
        if method == "agree":
            return self.tr("Read each out. Type who agrees, who passes and who disagrees, each with Enter.")
        return self.tr("Read each out, type how many hands you see, then Enter.")

    def _ask(self, box: BallotBox) -> None:
        grid = QGridLayout()
        grid.setContentsMargins(0, 0, 12, 0)
        grid.setHorizontalSpacing(12)
        grid.setColumnStretch(1, 1)
        answers = {1: self.tr("How many")}
        if box.method == "agree":
            answers = {1: self.tr("Agree")}
            if self._channel == "hands":
                answers |= {0: self.tr("Pass"), -1: self.tr("Disagree")}
        for turn, words in enumerate(answers.values()):
            head = label(words, "muted")
            head.setAlignment(Qt.AlignmentFlag.AlignCenter)
            grid.addWidget(head, 0, 2 + turn)
        self.fields = []
        for at, line in enumerate(box.lines, 1):
            grid.addWidget(label(letter(line.place), "head"), at, 0)
            grid.addWidget(label(line.text, wrap=True), at, 1)
            for turn, (value, words) in enumerate(answers.items()):
                field = Count(f"{letter(line.place)}, {line.text}: {words}")
                grid.addWidget(field, at, 2 + turn)
                self.fields.append((line.id, value, field))
        grid.setRowStretch(len(box.lines) + 1, 1)
        self._inside = QWidget()
        self._inside.setLayout(grid)
        self._inside.setAutoFillBackground(False)
        self._area.setWidget(self._inside)
        self._connect()

    def _connect(self) -> None:
        after = [field for _, _, field in self.fields][1:]
        for (_, _, field), following in zip(self.fields, (*after, self.done), strict=True):
            field.went_on.connect(following.setFocus)
            field.went_on.connect(lambda there=following: self._area.ensureWidgetVisible(there))
            field.left.connect(self.left)

    def _count(self) -> None:
        said: dict[int, dict[uuid.UUID, int]] = {1: {}, 0: {}, -1: {}}
        for option_id, value, field in self.fields:
            if field.value():
                said[value][option_id] = field.value()
        self.counted.emit(self._channel, said)
