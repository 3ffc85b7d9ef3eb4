"""A list of people from a spreadsheet: which of its columns holds what is guessed, shown, and for a person to change
before anything comes in.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFormLayout, QWidget

from facilitator.ui.look import tokens
from facilitator.ui.parts.form_side import Choice
from facilitator.ui.parts.widgets import button, column, label, row
from facilitator.ui.people.words import PeopleWords

if TYPE_CHECKING:
    from collections.abc import Mapping

    from facilitator.exchange.table import Table

NONE = -1
SHOWN = 3  # people shown as an example of what a column holds
CUT = 60  # letters


class PeopleImport(QWidget):
    """`accepted` carries the table and which column, from 0, holds what; `left` says that nothing is to come in."""

    accepted = Signal(object, object)
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._table: Table | None = None
        self._head = label("", "title", wrap=True)
        self.columns: dict[str, Choice] = {}
        self._examples = {part: label("", "small") for part in PeopleWords(self).columns()}
        form = QFormLayout()
        form.setHorizontalSpacing(tokens.GAP)
        form.setVerticalSpacing(8)
        for part, words in PeopleWords(self).columns().items():
            self.columns[part] = choice = Choice(words)
            choice.setMinimumWidth(260)
            choice.currentIndexChanged.connect(lambda _at, part=part: self._show_example(part))
            line = row(choice, self._examples[part])
            line.setStretch(1, 1)
            form.addRow(label(words), line)
        self._hint = label("", "muted", wrap=True)
        self.accept = button("", self._accept, main=True)
        leave = button(self.tr("Leave it"), self.left.emit)
        about = label(self.tr("Which column holds what? Change what was guessed wrong."), "muted", wrap=True)
        box = column(self._head, about, 8, form, 8, self._hint, row(self.accept, leave, None), None)
        box.setContentsMargins(tokens.PAGE_MARGIN, 20, tokens.PAGE_MARGIN, tokens.GAP)
        self.setLayout(box)

    def show_table(self, table: Table, guess: Mapping[str, int]) -> None:
        """Show what a file holds, and what was guessed of it."""
        self._table = table
        self._head.setText(self.tr("A list of people: {file}").format(file=table.name))
        choices = [(NONE, self.tr("Not in the list"))]
        choices += [(at, name[:CUT] or self.tr("Column {n}").format(n=at + 1)) for at, name in enumerate(table.columns)]
        for part, choice in self.columns.items():
            choice.offer(choices)
            choice.show_value(guess.get(part, NONE))
            self._show_example(part)
        self.columns["name"].setFocus()

    def chosen(self) -> dict[str, int]:
        """Which column holds what, as it stands now."""
        found = {part: choice.currentData() for part, choice in self.columns.items()}
        return {part: column for part, column in found.items() if column is not None and column != NONE}

    def _show_example(self, part: str) -> None:
        if self._table is None:
            return
        column = self.columns[part].currentData()
        cells = () if column in {None, NONE} else (line.cells[column].strip() for line in self._table.lines)
        first = [cell for cell in cells if cell][:SHOWN]
        self._examples[part].setText(" · ".join(first)[:CUT])
        named = self.chosen().get("name")
        count = 0 if named is None else sum(bool(line.cells[named].strip()) for line in self._table.lines)
        self.accept.setEnabled(bool(count))
        self.accept.setText(
            self.tr("Bring in 1 person") if count == 1 else self.tr("Bring in {count} people").format(count=count)
        )
        self._hint.setText("" if count else self.tr("Say which column holds the names."))

    def _accept(self) -> None:
        if self._table is not None:
            self.accepted.emit(self._table, self.chosen())
