"""The station of votes: what a vote came to, whether the ballots add up, and where the numbers are from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QComboBox, QFrame, QGridLayout, QLabel

from facilitator.ui import tokens
from facilitator.ui.pages.page import Page
from facilitator.ui.results_model import ResultsModel
from facilitator.ui.results_view import ResultsView
from facilitator.ui.widgets import button, column, frame, label, row

if TYPE_CHECKING:
    import uuid

    from facilitator.domain.change import Effects
    from facilitator.domain.tally import PollResult
    from facilitator.ui.store_thread import Opened, StoreThread
    from facilitator.workshop.queries.voting import PollItem

TABLES = {"poll", "option", "ballot", "mark", "note"}


class Adding(QFrame):
    """Does it add up? Ballots given out against ballots counted."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("side")
        self.setFixedWidth(296)
        self._grid = QGridLayout()
        self._grid.setVerticalSpacing(12)
        self._values: dict[str, tuple[QLabel, QLabel]] = {}
        for name, words in (
            ("issued", self.tr("Ballots given out")),
            ("ballots", self.tr("Ballots counted")),
            ("spoilt", self.tr("Spoilt")),
            ("out", self.tr("Still out")),
        ):
            self._add(name, words)
        self._promise = label(self.tr("No name is linked to a ballot."), "muted", wrap=True)
        box = column(label(self.tr("Does it add up?"), "head"), 6, self._grid, 10, self._promise, None)
        box.setContentsMargins(20, 24, 20, 18)
        self.setLayout(box)

    def show_result(self, result: PollResult) -> None:
        """Show the numbers of one vote; votes that were never on paper have none given out."""
        paper = result.issued > 0
        numbers = {
            "issued": result.issued,
            "ballots": result.ballots,
            "spoilt": result.spoilt,
            "out": result.still_out,
        }
        for name, (words, value) in self._values.items():
            value.setText(str(numbers[name]))
            for part in (words, value):
                part.setVisible(paper or name in {"ballots", "spoilt"})

    def _add(self, name: str, words: str) -> None:
        at = self._grid.rowCount()
        made, value = label(words), label("", "strong")
        self._grid.addWidget(made, at, 0)
        self._grid.addWidget(value, at, 1, Qt.AlignmentFlag.AlignTrailing)
        self._grid.setColumnStretch(0, 1)
        self._values[name] = made, value


class VotesPage(Page):
    """Shows one vote at a time."""

    counted = Signal(int)

    def __init__(self, store: StoreThread) -> None:
        super().__init__(store)
        self._polls: list[PollItem] = []
        self._chosen: uuid.UUID | None = None
        self._shown_early: set[uuid.UUID] = set()
        self._stale = False
        self.options = ResultsModel(self)
        self.list = ResultsView(self.options)
        self.adding = Adding()
        self._picker = QComboBox()
        self._picker.setAccessibleName(self.tr("Vote"))
        self._picker.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self._picker.setMinimumContentsLength(24)
        self._picker.activated.connect(self._pick)
        layout = self.tools.layout()
        assert layout is not None
        layout.addWidget(self._picker)
        self._question = label("", "title", wrap=True)
        self._about = label("", "muted", wrap=True)
        self._early = frame("quiet", column(), margins=(0, 12, 0, 12))
        early = self._early.layout()
        assert early is not None
        early.addWidget(label(self.tr("The result is hidden until the vote is closed."), "strong", wrap=True))
        early.addWidget(button(self.tr("Show the count so far"), self._show_early))
        middle = column(self._question, self._about, self._early, 4, self.list, gap=6)
        middle.setContentsMargins(tokens.PAGE_MARGIN, 20, 12, 0)
        middle.setStretch(4, 1)
        whole = row(middle, self.adding, gap=0)
        whole.setStretch(0, 1)
        self.setLayout(whole)

    def title(self) -> str:
        return self.tr("Votes")

    def show_workshop(self, opened: Opened) -> None:
        self._chosen = None
        self.reread()

    def follow(self, effects: Effects) -> None:
        if effects.tables() & TABLES:
            self.reread()

    def reread(self) -> None:
        from facilitator.workshop.queries.voting import polls

        self.store.submit(lambda workshop: workshop.read(polls), self._show_polls)

    def arrive(self) -> None:
        self.list.setFocus()
        if self._stale:
            self._read_result()

    def _show_polls(self, polls: list[PollItem]) -> None:
        self._polls = polls
        ids = [poll.id for poll in polls]
        with QSignalBlocker(self._picker):
            self._picker.clear()
            self._picker.addItems([poll.question for poll in polls])
        self._picker.setVisible(len(polls) > 1)
        self.counted.emit(len(polls))
        if self._chosen not in ids:
            self._chosen = ids[0] if ids else None
        if self._chosen:
            self._picker.setCurrentIndex(ids.index(self._chosen))
            self._read_result()
        else:
            self._show_nothing()

    def _show_nothing(self) -> None:
        self.options.show_result(None)
        self._question.setText(self.tr("No vote yet"))
        self._about.setText(self.tr("Bring in a Polis folder to see its votes counted here."))
        for part in (self.list, self.adding, self._early):
            part.hide()

    def _pick(self, at: int) -> None:
        self._chosen = self._polls[at].id
        self._read_result()

    def _read_result(self) -> None:
        from facilitator.workshop.queries.voting import poll_result

        poll_id = self._chosen
        self._stale = not self.isVisible()
        if poll_id and not self._stale:
            self.store.submit(
                lambda workshop: workshop.read(lambda reader: poll_result(reader, poll_id)), self._show_result
            )

    def _show_result(self, result: PollResult | None) -> None:
        if result is None or result.id != self._chosen:
            return
        hidden = result.state != "closed" and result.id not in self._shown_early
        self._question.setText(result.question)
        self._about.setText(self._describe(result))
        self._early.setVisible(hidden)
        self.list.setVisible(not hidden)
        self.adding.show()
        self.adding.show_result(result)
        self.options.show_result(None if hidden else result)

    def _show_early(self) -> None:
        if self._chosen:
            self._shown_early.add(self._chosen)
            self._read_result()

    def _describe(self, result: PollResult) -> str:
        count = result.ballots
        people = self.tr("1 ballot counted") if count == 1 else self.tr("{count} ballots counted").format(count=count)
        methods = {"agree": self.tr("agree, pass or disagree with each"), "dots": self.tr("dots")}
        return " · ".join(part for part in (people, methods.get(result.method, ""), result.source) if part)
