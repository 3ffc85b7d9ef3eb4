"""The calm step before a new workshop: what it is called, and what it starts from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from facilitator.ui.home.cards import Card
from facilitator.ui.home.flow import Flow
from facilitator.ui.parts.caret import calm
from facilitator.ui.parts.widgets import button, column, label, row

if TYPE_CHECKING:
    from collections.abc import Sequence

    from facilitator.exchange.templates import Template


class NewWorkshop(QWidget):
    """`chosen` carries the template's name and the workshop's title, which may be empty."""

    chosen = Signal(str, str)
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.field = QLineEdit()
        self.field.setAccessibleName(self.tr("What is the workshop called?"))
        self.field.setPlaceholderText(self.tr("For example: Millbrook early years"))
        self.field.returnPressed.connect(self._go_on)
        calm(self.field)
        self._cards = Flow(280, 2)
        self._going_on = False
        top = row(label(self.tr("New workshop"), "title"), None, button(self.tr("Back  Esc"), self.left.emit))
        self.setLayout(
            column(
                top,
                12,
                label(self.tr("What is it called?"), "strong"),
                self.field,
                16,
                label(self.tr("What does it start from? Everything in it can be changed later."), "strong"),
                self._cards,
                None,
                gap=8,
            )
        )

    def show_templates(self, templates: Sequence[Template]) -> None:
        """Offer these."""
        self._cards.put(
            *(
                Card(one.title, one.about, "", lambda name=one.name: self._choose(name), main=not at)
                for at, one in enumerate(templates)
            )
        )
        if self._going_on and self.field.hasFocus():
            self._go_on()

    def cards(self) -> list[QWidget]:
        """What is offered, in order."""
        return self._cards.parts

    def arrive(self) -> None:
        """The step has come up."""
        self._going_on = False
        self.field.clear()
        self.field.setFocus()

    def _go_on(self) -> None:
        self._going_on = not self._cards.parts  # Enter came before they were read: go on once they are there
        if self._cards.parts:
            self._cards.parts[0].setFocus()

    def _choose(self, name: str) -> None:
        self.chosen.emit(name, " ".join(self.field.text().split()))
