"""Everything there is to choose, one card under the other. Choosing can wait: nothing is blocked by it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QScrollArea, QWidget

from facilitator.ui.look import tokens
from facilitator.ui.parts.widgets import column, label
from facilitator.ui.together.choice_card import ChoiceCard
from facilitator.ui.together.doubles import Doubles

if TYPE_CHECKING:
    from collections.abc import Sequence

    from facilitator.workshop.queries.conflict_view import ConflictView

MOST = 30
"""Cards shown at once; more come up as these are chosen."""


class Choices(QScrollArea):
    """The signals are those of the cards."""

    kept = Signal(str, int)
    both_kept = Signal(str)
    written = Signal(str, str)

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(self.tr("What there is to choose"))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidgetResizable(True)
        self.cards: list[ChoiceCard] = []
        self._box = column(gap=tokens.GAP)
        self._more = label("", "muted", wrap=True)
        self.doubles = Doubles()
        inside = QWidget()
        inside.setLayout(self._box)
        self.setWidget(inside)
        for part in (inside, self.viewport()):
            part.setAutoFillBackground(False)
        self._box.addWidget(self._more)
        self._box.addWidget(self.doubles)
        self._box.addStretch(1)

    def show_choices(self, conflicts: Sequence[ConflictView], *, may_choose: bool) -> None:
        """Show these; a card whose choice has not changed stays, with what is half written in it."""
        wanted = conflicts[:MOST]
        before = {card.conflict: card for card in self.cards}
        kept = [one for one in wanted if one in before]
        for conflict, card in before.items():
            if conflict not in kept:
                self._box.removeWidget(card)
                card.hide()
                card.deleteLater()
        self.cards = [before.get(one) or self._card(one, may_choose=may_choose) for one in wanted]
        for at, card in enumerate(self.cards):
            self._box.insertWidget(at, card)
        left = len(conflicts) - len(wanted)
        self._more.setText(self.tr("And {count} more, when these are chosen.").format(count=left) if left else "")
        self._more.setVisible(bool(left))

    def place(self, focused: QWidget | None) -> int:
        """Which of the cards and lines has the focus, from 0; -1 when none has."""
        holders = [*self.cards, *self.doubles.joins]
        return next((at for at, one in enumerate(holders) if one is focused or one.isAncestorOf(focused)), -1)

    def focus_near(self, place: int) -> None:
        """Put the focus on what stands at this place now, or on the last: whoever goes down a long list stays there."""
        ways = [*(card.keeps[0] for card in self.cards), *self.doubles.joins]
        if ways:
            ways[min(place, len(ways) - 1)].setFocus()

    def _card(self, conflict: ConflictView, *, may_choose: bool) -> ChoiceCard:
        card = ChoiceCard(conflict, may_choose=may_choose)
        card.kept.connect(self.kept)
        card.both_kept.connect(self.both_kept)
        card.written.connect(self.written)
        return card
