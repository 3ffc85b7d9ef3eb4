"""The station of votes: ballots are counted in while a vote is open; what it came to is shown once it is closed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QComboBox, QFrame, QGridLayout, QLabel

from facilitator.ui import tokens
from facilitator.ui.ballot_desk import BallotDesk
from facilitator.ui.pages.page import Page
from facilitator.ui.results_model import ResultsModel
from facilitator.ui.results_view import ResultsView
from facilitator.ui.widgets import button, column, label, row

if TYPE_CHECKING:
    import uuid
    from collections.abc import Callable

    from facilitator.domain.change import Change, Effects
    from facilitator.domain.tally import PollResult
    from facilitator.ui.notice import Notice
    from facilitator.ui.store_thread import Opened, StoreThread
    from facilitator.workshop.queries.entry import BallotBox
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
            ("assisted", self.tr("Assisted")),
            ("hands", self.tr("Show of hands")),
            ("tokens", self.tr("Tokens")),
            ("out", self.tr("Still out")),
        ):
            self._add(name, words)
        self._hidden = label(self.tr("Results are hidden until you close the vote."), "strong", wrap=True)
        self._promise = label("", "muted", wrap=True)
        box = column(label(self.tr("Does it add up?"), "head"), 6, self._grid, 10, self._hidden, self._promise, None)
        box.setContentsMargins(20, 24, 20, 18)
        self.setLayout(box)

    def show_result(self, result: PollResult) -> None:
        """Show the numbers of one vote; votes that were never on paper have none given out."""
        numbers = {"ballots": result.ballots, "spoilt": result.spoilt, "hands": result.hands, "tokens": result.tokens}
        if result.issued:
            numbers |= {"issued": result.issued, "out": result.still_out}
        self._show(numbers, while_open=False)

    def show_box(self, box: BallotBox) -> None:
        """Show how far the counting of an open vote has come, without a word of how it goes."""
        numbers = {"issued": box.given_out, "ballots": box.counted, "spoilt": box.spoilt, "out": box.still_out}
        numbers |= {"assisted": box.assisted, "hands": box.hands, "tokens": box.tokens}
        self._show(numbers, while_open=True)

    def numbers(self) -> dict[str, int]:
        """What stands there now, by name."""
        return {name: int(value.text()) for name, (_, value) in self._values.items() if not value.isHidden()}

    def _show(self, numbers: dict[str, int], *, while_open: bool) -> None:
        for name, (words, value) in self._values.items():
            number = numbers.get(name)
            value.setText(str(number or 0))
            for part in (words, value):
                part.setVisible(number is not None and (bool(number) or name not in {"assisted", "tokens"}))
        self._hidden.setVisible(while_open)
        promise = self.tr("No name is linked to a ballot.")
        if while_open:
            promise += " " + self.tr("Shuffle them before you give them out.")
        self._promise.setText(promise)

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

    def __init__(self, store: StoreThread, notice: Notice) -> None:
        super().__init__(store)
        self._polls: list[PollItem] = []
        self._chosen: uuid.UUID | None = None
        self._notice = notice
        self._stale = False
        self._read_only = False
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
        self.opener = button(self.tr("Open the vote"), self._open, main=True)
        self.closer = button(self.tr("Close and show"), self._close, main=True)
        self.reopener = button(self.tr("Open it again"), self._reopen, about=self.tr("The result will say so."))
        for part in (self.opener, self.closer, self.reopener):
            layout.addWidget(part)
            part.hide()
        self._question = label("", "title", wrap=True)
        self._about = label("", "muted", wrap=True)
        self.desk = BallotDesk(store)
        shown = column(self._question, self._about, 4, self.list, self.desk, gap=6)
        shown.setContentsMargins(tokens.PAGE_MARGIN, 20, 12, 0)
        shown.setStretch(3, 1)
        shown.setStretch(4, 1)
        self.desk.refused.connect(lambda words: notice.say(words, warn=True))
        self.desk.accepted.connect(notice.hide)
        self.desk.counted.connect(self.adding.show_box)
        self.desk.hide()
        whole = row(shown, self.foldable(self.adding), gap=0)
        whole.setStretch(0, 1)
        self.setLayout(whole)

    def title(self) -> str:
        return self.tr("Votes")

    def show_workshop(self, opened: Opened) -> None:
        self._chosen = None
        self._read_only = opened.read_only
        self.reread()

    def follow(self, effects: Effects) -> None:
        if effects.tables() & TABLES:
            self.reread()

    def reread(self) -> None:
        from facilitator.workshop.queries.voting import polls

        self.store.submit(lambda workshop: workshop.read(polls), self._show_polls)

    def arrive(self) -> None:
        (self.desk.paper if self.desk.isVisibleTo(self) else self.list).setFocus()
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
        for part in (self.list, self.adding, self.desk, self.opener, self.closer, self.reopener):
            part.hide()

    def _pick(self, at: int) -> None:
        self._chosen = self._polls[at].id
        self._read_result()

    def _read_result(self) -> None:
        from facilitator.workshop.queries.entry import ballot_box
        from facilitator.workshop.queries.voting import poll_result

        poll_id = self._chosen
        self._stale = not self.isVisible()
        if poll_id and not self._stale:
            state = next(poll.state for poll in self._polls if poll.id == poll_id)
            if state == "closed":
                self.store.submit(
                    lambda workshop: workshop.read(lambda reader: poll_result(reader, poll_id)), self._show_result
                )
            else:
                self.store.submit(
                    lambda workshop: workshop.read(lambda reader: ballot_box(reader, poll_id)), self._show_box
                )

    def _show_result(self, result: PollResult | None) -> None:
        if result is None or result.id != self._chosen:
            return
        self._question.setText(result.question)
        self._about.setText(self._describe(result))
        self._show_state(result.state)
        self.adding.show_result(result)
        self.options.show_result(result)

    def _show_box(self, box: BallotBox | None) -> None:
        if box is None or box.poll_id != self._chosen:
            return
        self._question.setText(box.question)
        self._about.setText(self._promised(box))
        self.options.show_result(None)
        self._show_state(box.state)
        self.adding.show_box(box)
        if box.state == "open":
            self.desk.show_box(box)

    def _show_state(self, state: str) -> None:
        counting = state == "open" and not self._read_only
        arriving = counting and not self.desk.isVisibleTo(self)
        self.desk.setVisible(counting)
        self.list.setVisible(state == "closed")
        self.adding.show()
        for part, when in ((self.opener, "draft"), (self.closer, "open"), (self.reopener, "closed")):
            part.setVisible(state == when and not self._read_only)
        if arriving and self.isVisible():
            self.desk.paper.setFocus()

    def _promised(self, box: BallotBox) -> str:
        answer = ""
        if box.answered_by:
            answer = self.tr("Answered by {who}").format(who=box.answered_by)
            if box.answer_date:
                answer = self.tr("Answered by {who} by {day}").format(who=box.answered_by, day=box.answer_date)
        return " · ".join(part for part in (box.consequence, answer) if part)

    def _open(self) -> None:
        from facilitator.domain.gestures.voting import open_poll

        self._apply(open_poll)

    def _close(self) -> None:
        from facilitator.domain.gestures.voting import close_poll

        self._apply(close_poll)

    def _reopen(self) -> None:
        from facilitator.domain.gestures.counting import reopen_poll

        self._apply(reopen_poll)

    def _apply(self, gesture: Callable[[uuid.UUID], Change]) -> None:
        if poll_id := self._chosen:
            self._notice.hide()
            self.store.change(lambda workshop: workshop.apply(gesture(poll_id)))

    def _describe(self, result: PollResult) -> str:
        count = result.ballots
        people = self.tr("1 ballot counted") if count == 1 else self.tr("{count} ballots counted").format(count=count)
        methods = {"agree": self.tr("agree, pass or disagree with each"), "dots": self.tr("dots")}
        parts = [people, methods.get(result.method, ""), result.source]
        if result.reopened:
            parts.append(self.tr("opened again after it was closed: {count}").format(count=result.reopened))
        if result.corrected:
            parts.append(self.tr("ballots corrected: {count}").format(count=result.corrected))
        return " · ".join(part for part in parts if part)
