"""Beside a vote: does it add up? What was given out, what is back and by which way, and the ways to count beyond a
ballot. Nothing here says how a vote goes.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QWidget

from facilitator.ui.parts.form_side import Number
from facilitator.ui.parts.widgets import button, column, frame, label, row

if TYPE_CHECKING:
    from facilitator.domain.tally import PollResult
    from facilitator.workshop.queries.entry import BallotBox

WIDTH = 296
MOST_COPIES = 2_000
ALWAYS = {"issued", "ballots", "spoilt", "hands", "assisted", "out"}
"""Lines that stand there while a vote is counted, even when they are nought."""


class Adding(QFrame):
    """Does it add up? `given_out` carries how many more ballots to give out."""

    given_out = Signal(int)
    hands_wanted = Signal()
    tokens_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("side")
        self.setFixedWidth(WIDTH)
        self._grid = QGridLayout()
        self._grid.setVerticalSpacing(10)
        self._values: dict[str, tuple[QLabel, QLabel]] = {}
        for name, words in (
            ("issued", self.tr("Ballots given out")),
            ("ballots", self.tr("Counted so far")),
            ("spoilt", self.tr("Spoilt")),
            ("out", self.tr("Still out")),
            ("hands", self.tr("Show of hands")),
            ("tokens", self.tr("Tokens in jars")),
            ("assisted", self.tr("Assisted")),
            ("screen", self.tr("On a screen")),
            ("corrected", self.tr("Corrected")),
            ("reopened", self.tr("Opened again")),
        ):
            self._add(name, words)
        self.copies = Number(self.tr("How many ballots to give out"), 1, MOST_COPIES)
        self.copies.setFixedWidth(96)
        self.copies.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.copies.lineEdit().returnPressed.connect(self._give_out)
        self.giver = button(
            self.tr("Give out"),
            self._give_out,
            about=self.tr("Count these ballots as given out. Printing them does it, too."),
        )
        self.hands = button(self.tr("Count hands"), self.hands_wanted.emit, about=self.tr("A show of hands: Ctrl+H"))
        self.tokens = button(self.tr("Count tokens"), self.tokens_wanted.emit, about=self.tr("Tokens in jars: Ctrl+J"))
        self._giving = QWidget()
        self._giving.setLayout(row(self.copies, self.giver, None, gap=8))
        self._piles = QWidget()
        self._piles.setLayout(row(self.hands, self.tokens, None, gap=6))
        self._hidden = label(self.tr("Results are hidden until you close the vote."), "strong", wrap=True)
        self._promise = label("", "", wrap=True)
        self._quiet = frame("quiet", column(self._hidden, self._promise, gap=4), margins=(14, 12, 14, 12), gap=4)
        box = column(
            label(self.tr("Does it add up?"), "head"), 6, self._grid, 8, self._giving, self._piles, 8, self._quiet, None
        )
        box.setContentsMargins(20, 24, 20, 18)
        self.setLayout(box)

    def show_result(self, result: PollResult, promise: str) -> None:
        """Show the numbers of a closed vote; those that are nought are left out, but for what was on paper."""
        numbers = {
            "ballots": result.paper,
            "spoilt": result.spoilt,
            "hands": result.hands,
            "tokens": result.tokens,
            "assisted": result.assisted,
            "screen": result.screen,
            "corrected": result.corrected,
            "reopened": result.reopened,
        }
        if result.issued:
            numbers |= {"issued": result.issued, "out": result.still_out}
        self._show(numbers, promise, state="closed", may_write=False)

    def show_box(self, box: BallotBox, promise: str, *, may_write: bool, copies: int = 0) -> None:
        """Show how far a vote has come, without a word of how it goes. `copies` is how many more ballots to offer."""
        numbers = {
            "issued": box.given_out,
            "ballots": box.counted,
            "spoilt": box.spoilt,
            "out": box.still_out,
            "hands": box.hands,
            "tokens": box.tokens,
            "assisted": box.assisted,
            "screen": box.screen,
            "corrected": box.corrected,
            "reopened": box.reopened,
        }
        if not self.copies.hasFocus():
            self.copies.setValue(copies or 1)
        self._show(numbers, promise, state=box.state, may_write=may_write)

    def numbers(self) -> dict[str, int]:
        """What stands there now, by name."""
        return {name: int(value.text()) for name, (_, value) in self._values.items() if not value.isHidden()}

    def _show(self, numbers: dict[str, int], promise: str, *, state: str, may_write: bool) -> None:
        kept = {"open": ALWAYS, "closed": {"issued", "ballots", "spoilt", "out", "assisted"}}.get(state, {"issued"})
        for name, (words, value) in self._values.items():
            number = numbers.get(name)
            value.setText(str(number or 0))
            for part in (words, value):
                part.setVisible(number is not None and (bool(number) or name in kept))
        self._values["ballots"][0].setText(
            self.tr("Ballots counted") if state == "closed" else self.tr("Counted so far")
        )
        self._giving.setVisible(may_write and state != "closed")
        self._piles.setVisible(may_write and state == "open")
        self._hidden.setVisible(state != "closed")
        self._promise.setText(promise)

    def _give_out(self) -> None:
        self.given_out.emit(self.copies.value())

    def _add(self, name: str, words: str) -> None:
        at = self._grid.rowCount()
        made, value = label(words), label("", "strong")
        self._grid.addWidget(made, at, 0)
        self._grid.addWidget(value, at, 1, Qt.AlignmentFlag.AlignTrailing)
        self._grid.setColumnStretch(0, 1)
        self._values[name] = made, value
