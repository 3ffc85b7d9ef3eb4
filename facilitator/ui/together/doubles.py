"""What two laptops each wrote down by themselves: what may be joined, a line each, and numbers that are there twice."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from facilitator.ui.look import tokens
from facilitator.ui.parts.widgets import button, column, frame, label, row
from facilitator.ui.together.words import TogetherWords

if TYPE_CHECKING:
    from collections.abc import Sequence

    from facilitator.workshop.queries.conflict_view import DoubleNumber, TwiceView

MOST = 20


class Doubles(QWidget):
    """`joined` carries what is to be made one."""

    joined = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._words = TogetherWords(self)
        self.joins: list[QPushButton] = []
        self._lines: list[QWidget] = []
        self._shown: object = None
        self._box = column(gap=tokens.GAP)
        self.setLayout(self._box)

    def show_doubles(self, twice: Sequence[TwiceView], numbers: Sequence[DoubleNumber], *, may_join: bool) -> None:
        """Show these; the first of very many."""
        if (twice, numbers, may_join) == self._shown:
            return
        self._shown = (twice, numbers, may_join)
        for line in self._lines:
            self._box.removeWidget(line)
            line.hide()
            line.deleteLater()
        self.joins = []
        self._lines = [self._line(one, may_join=may_join) for one in twice[:MOST]]
        if twice:
            self._lines.append(label(self._words.two(), "muted", wrap=True))
        self._lines += [label(self._words.double(one), "warn", wrap=True) for one in numbers[:MOST]]
        for line in self._lines:
            self._box.addWidget(line)
        self.setVisible(bool(self._lines))

    def _line(self, twice: TwiceView, *, may_join: bool) -> QWidget:
        words = self._words.twice(twice)
        join = button(self.tr("Make them one"), lambda: self.joined.emit(twice.pair), about=words)
        join.setEnabled(may_join)
        join.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.joins.append(join)
        line = row(label(words, wrap=True), join, gap=tokens.GAP)
        line.setStretch(0, 1)
        return frame("card", line, margins=(18, 10, 18, 10), gap=tokens.GAP)
