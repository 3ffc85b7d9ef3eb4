"""What the seven colours stand for on a board, typed beside them while no note is selected."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from facilitator.ui import tokens
from facilitator.ui.colour_button import ColourButton
from facilitator.ui.form_side import Line
from facilitator.ui.widgets import column, label, row

if TYPE_CHECKING:
    from collections.abc import Sequence

LONGEST = 100  # letters, as the file keeps them


class LegendForm(QWidget):
    """A line for each colour. `named` carries the colour's number and what it stands for."""

    named = Signal(int, str)

    def __init__(self) -> None:
        super().__init__()
        self.lines: list[Line] = []
        box = column(label(self.tr("What the colours mean on this board"), "muted", wrap=True), gap=4)
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

    def allow_editing(self, may: bool) -> None:
        """Whether the workshop can be changed."""
        for line in self.lines:
            line.setReadOnly(not may)

    def _go_on(self, number: int) -> None:
        self.lines[number % len(self.lines)].setFocus()
