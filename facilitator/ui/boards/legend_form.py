"""The question of a board and what its seven colours stand for, typed beside it while no note is selected."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from facilitator.ui.boards.colour_button import ColourButton
from facilitator.ui.look import tokens
from facilitator.ui.parts.form_side import Line
from facilitator.ui.parts.widgets import column, label, row

if TYPE_CHECKING:
    from collections.abc import Sequence

LONGEST = 100  # letters, as the file keeps them
LONGEST_QUESTION = 1_000


class LegendForm(QWidget):
    """A line for each colour, and one for the question. `named` carries the colour's number and what it stands for,
    `asked` the question in its new words.
    """

    named = Signal(int, str)
    asked = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.lines: list[Line] = []
        self._question = ""
        self.question = Line(self.tr("The question of this board"), self.tr("What will you ask the room?"))
        self.question.setMaxLength(LONGEST_QUESTION)
        self.question.kept.connect(self._ask)
        box = column(
            label(self.tr("The question of this board"), "muted"),
            self.question,
            8,
            label(self.tr("What the colours mean on this board"), "muted", wrap=True),
            gap=4,
        )
        for number in range(1, len(tokens.TINTS) + 1):
            line = Line(self.tr("What colour {number} means").format(number=number), self.tr("for example: a worry"))
            line.setMaxLength(LONGEST)
            line.kept.connect(partial(self.named.emit, number))
            line.returnPressed.connect(partial(self._go_on, number))
            sample = ColourButton(number)
            sample.setEnabled(False)
            self.lines.append(line)
            box.addLayout(row(sample, line, gap=8))
        self.setLayout(box)

    def show_meanings(self, meanings: Sequence[str]) -> None:
        """Show what each colour stands for."""
        for line, meaning in zip(self.lines, meanings, strict=True):
            line.show_value(meaning)

    def show_question(self, question: str) -> None:
        """Show what the board asks."""
        self._question = question
        self.question.show_value(question)

    def allow_editing(self, may: bool) -> None:
        """Whether the workshop can be changed."""
        self.question.setReadOnly(not may)
        for line in self.lines:
            line.setReadOnly(not may)

    def _ask(self, question: str) -> None:
        if question:
            self.asked.emit(question)
        else:  # a board asks something
            self.question.show_value(self._question)

    def _go_on(self, number: int) -> None:
        self.lines[number % len(self.lines)].setFocus()
