"""The station of votes: one is prepared, ballots are counted in while it is open, and what it came to is shown once it
is closed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QSizePolicy, QStackedWidget, QWidget

from facilitator.ui.look import tokens
from facilitator.ui.parts.page import Page
from facilitator.ui.parts.picker import Picker
from facilitator.ui.parts.widgets import button, column, label, row
from facilitator.ui.votes.ballot_desk import BallotDesk
from facilitator.ui.votes.poll_deeds import PollDeeds
from facilitator.ui.votes.poll_form import PollForm
from facilitator.ui.votes.poll_panel import Adding
from facilitator.ui.votes.poll_piles import PileForm
from facilitator.ui.votes.poll_words import PollWords
from facilitator.ui.votes.results_model import ResultsModel
from facilitator.ui.votes.results_text import ResultText
from facilitator.ui.votes.results_view import ResultsView

if TYPE_CHECKING:
    import uuid
    from collections.abc import Callable, Sequence

    from facilitator.domain.change import Effects
    from facilitator.ui.notice import Notice
    from facilitator.ui.store_thread import Opened, StoreThread
    from facilitator.workshop.queries.entry import BallotBox
    from facilitator.workshop.queries.poll_view import PollView
    from facilitator.workshop.queries.voting import PollItem

TABLES = {"poll", "option", "ballot", "mark", "note", "theme", "board", "participant"}


class VotesPage(Page):
    """Shows one vote at a time. `chosen_notes` gives the notes selected at the boards."""

    counted = Signal(int)

    def __init__(self, store: StoreThread, notice: Notice) -> None:
        super().__init__(store)
        self._polls: list[PollItem] = []
        self._chosen: uuid.UUID | None = None
        self._view: PollView | None = None
        self._notice = notice
        self._stale = self._unread = self._read_only = self._new = False
        self._beside = ""  # what is done beside the ballots of an open vote: hands, tokens or letters
        self._desk_said, self._already = "", 0
        self.chosen_notes: Callable[[], Sequence[uuid.UUID]] = tuple
        self._words = PollWords(self)
        self.deeds = PollDeeds(store, self)
        self.options = ResultsModel(self)
        self.list = ResultsView(self.options)
        self.adding = Adding()
        self.desk = BallotDesk(store)
        self.form = PollForm()
        self.piles = PileForm()
        self._nothing = QWidget()
        self._place = QStackedWidget()
        self._make_tools()
        self._make()
        self._connect()

    def title(self) -> str:
        return self.tr("Votes")

    def show_workshop(self, opened: Opened) -> None:
        self._chosen = None
        self._read_only = opened.read_only
        self.maker.setVisible(not opened.read_only)
        self._unread = True  # read once before somebody comes, so that the first key is taken at once
        self.reread()

    def follow(self, effects: Effects) -> None:
        if effects.tables() & TABLES:
            self.reread()

    def reread(self) -> None:
        from facilitator.workshop.queries.voting import polls

        self.store.submit(lambda workshop: workshop.read(polls), self._show_polls)

    def arrive(self) -> None:
        self._focus()
        if self._stale:
            self._read()

    def escape(self) -> None:
        self._go_beside("") if self._place.currentWidget() is self.piles else self.arrive()

    def end(self) -> None:
        self.form.keep()

    def begin_from(self, note_ids: Sequence[uuid.UUID] = (), theme_ids: Sequence[uuid.UUID] = ()) -> None:
        """Make a vote of notes and themes of a board, or an empty one, and show it to be prepared."""
        self.form.keep()
        self.deeds.begin(note_ids, theme_ids, self._begun)
        self.awaited.emit()

    def do(self, deed: str) -> None:
        counting = self._place.currentWidget() is self.desk
        here: dict[str, Callable[[], object]] = {
            "poll-new": self.begin_from,
            "poll-go": self._go_on,
            "poll-next": lambda: self._choose(self._picker.beside(1)),
            "poll-before": lambda: self._choose(self._picker.beside(-1)),
            "ballots-give-out": self._go_give_out,
            "ballot-correct": self.desk.correct if counting else self.form.options.begin_renaming,
            "poll-from-board": self.form.options.offer_boards,
            "hands": lambda: self._go_beside("hands"),
            "tokens": lambda: self._go_beside("tokens"),
            "result-copy": self._copy,
        }
        here |= {"ballot-spoil": self.desk.spoil, "ballot-assist": self.desk.assist} if counting else {}
        here.get(deed, lambda: None)()

    # What is read and shown.

    def _begun(self, poll_id: uuid.UUID | None) -> None:
        self._chosen, self._new, self._beside = poll_id, bool(poll_id), ""
        if poll_id is None:  # it could not be stored
            self.reread()

    def _show_polls(self, polls: list[PollItem]) -> None:
        self._polls = polls
        ids = [poll.id for poll in polls]
        self.counted.emit(len(polls))
        if self._chosen not in ids and not self._new:
            self._chosen = ids[0] if ids else None
        self._picker.offer([(poll.id, poll.question) for poll in polls], self._chosen)
        self._picker.setVisible(len(polls) > 1)
        if self._chosen in ids:
            self._read()
        elif not self._new:
            self._show_nothing()

    def _show_nothing(self) -> None:
        self._view = None
        self.options.show_result(None)
        self._question.setText(self.tr("No vote yet"))
        self._about.setText(self.tr("Make one here, or select notes on a board and make a vote of them."))
        self._turn_to(self._nothing)
        for part in (self._told, self.adding, self.opener, self.closer, self.reopener, self.copier, self.letters):
            part.hide()
        for part in (self._question, self._about):
            part.show()

    def _choose(self, poll_id: uuid.UUID | None) -> None:
        if poll_id and poll_id != self._chosen:
            self.form.keep()
            self._chosen, self._beside = poll_id, ""
            self._picker.offer([(poll.id, poll.question) for poll in self._polls], poll_id)
            self._read()

    def _read(self) -> None:
        from facilitator.workshop.queries.poll_view import poll_view

        poll_id = self._chosen
        self._stale = not (self.isVisible() or self._unread)
        self._unread = False
        if poll_id and not self._stale:
            self.store.submit(lambda workshop: workshop.read(lambda reader: poll_view(reader, poll_id)), self._show)

    def _show(self, view: PollView | None) -> None:
        if view is None or view.box.poll_id != self._chosen:
            return
        self._view = view
        if view.box.state != "open":
            self._beside = ""
        self.options.show_result(view.result)
        self._show_tools(view)
        self._show_words(view)
        self._show_panel(view)
        self._show_place(view)
        if self._new:
            self._new = False
            self.form.begin()

    def _show_tools(self, view: PollView) -> None:
        state = view.box.state
        for part, when in ((self.opener, "draft"), (self.closer, "open"), (self.reopener, "closed")):
            part.setVisible(state == when and not self._read_only)
        self.copier.setVisible(state == "closed")
        self.letters.setVisible(state == "open" and bool(view.box.unnamed) and not self._read_only)

    def _show_words(self, view: PollView) -> None:
        box, drafting = view.box, view.box.state == "draft"
        self._question.setText(box.question)
        if view.result:
            self._about.setText(self._words.described(view.result))
            self._told.setText(self._words.explained(view.result))
        else:
            self._about.setText(self._words.how(box.method, box.dots, box.most_on_one))
            self._told.setText(self._words.said_before(box.consequence, box.answered_by, box.answer_date))
        self._question.setVisible(not drafting)
        self._about.setVisible(not drafting)
        self._told.setVisible(bool(self._told.text()) and not drafting)

    def _show_panel(self, view: PollView) -> None:
        promise = self._words.promise(view.draft.secrecy)
        self.adding.show()
        if view.result:
            self.adding.show_result(view.result, self.tr("No name is linked to a ballot."))
        else:
            self.adding.show_box(view.box, promise, may_write=not self._read_only, copies=view.copies)

    def _show_place(self, view: PollView) -> None:
        state, before = view.box.state, self._place.currentWidget()
        self.form.setEnabled(not self._read_only)
        if state == "closed":
            here: QWidget = self.list
        elif state == "draft" or self._beside == "letters":
            self.form.show_draft(view.draft, view.boards)
            here = self.form
        elif self._read_only:
            here = self._nothing
        else:
            self.desk.show_box(view.box)
            here = self.desk
            if self._beside:
                self.piles.begin(self._beside, view.box)
                here = self.piles
        self._turn_to(here)
        if here is not before and self.isVisible():
            self._focus()

    def _turn_to(self, here: QWidget) -> None:
        """Show one part; the room of the others does not count, so that no page is wider than what it shows."""
        for part in (self._nothing, self.list, self.desk, self.form, self.piles):
            policy = QSizePolicy.Policy.Preferred if part is here else QSizePolicy.Policy.Ignored
            part.setSizePolicy(policy, policy)
        self._place.setCurrentWidget(here)

    def _focus(self) -> None:
        here = self._place.currentWidget()
        if here is self.piles:
            self.piles.focus()
        elif here is self.form:
            (self.form.question if self._beside != "letters" else self.form.options.field).setFocus()
        elif here is self.desk:
            self.desk.paper.setFocus()
        else:
            (self.list if here is self.list else self.maker).setFocus()

    def _go_on(self) -> None:
        state = self._view.box.state if self._view else ""
        {"draft": self._open, "open": lambda: self.desk.once_stored(self._close)}.get(state, lambda: None)()

    def _open(self) -> None:
        if self._chosen:
            self.form.keep()
            self._notice.hide()
            self.deeds.open(self._chosen)

    def _close(self) -> None:
        if half := self.desk.half_typed() or self.piles.half_typed():
            self._say(half)
            self._focus()
        elif self._chosen:
            self._notice.hide()
            self.deeds.close(self._chosen)

    def _reopen(self) -> None:
        self._notice.hide()
        self.deeds.reopen(self._chosen) if self._chosen else None

    def _go_give_out(self) -> None:
        if self.adding.copies.isVisible():
            self.adding.copies.setFocus()
            self.adding.copies.selectAll()

    def _give_out(self, many: int) -> None:
        if self._chosen:
            self.form.keep()
            self.deeds.give_out(self._chosen, many)
            self._focus()

    def _go_beside(self, what: str) -> None:
        if self._view and self._view.box.state == "open" and not self._read_only:
            self._beside = what
            self._show_place(self._view)
            self._focus()

    def _count_pile(self, channel: str, said: dict[int, dict[uuid.UUID, int]]) -> None:
        if self._chosen:
            total = sum(count for pile in said.values() for count in pile.values())
            words = self.tr("Counted: {count}. Undo at the top takes it back.").format(count=total)
            self.deeds.count_pile(self._chosen, channel, said, lambda _effects: self._pile_stored(words))

    def _pile_stored(self, words: str) -> None:
        self.piles.stored()
        self._go_beside("")
        self._notice.say(words)

    def _from_notes(self) -> None:
        ids = list(self.chosen_notes())
        if not ids:
            self._say(self.tr("No notes are selected. Select some on a board first, then come back."))
        elif self._chosen:
            self.deeds.add_from_board(self._chosen, None, ids)

    def _copy(self) -> None:
        if self._view and self._view.result:
            QGuiApplication.clipboard().setText(ResultText(self).of(self._view.result))
            self._notice.say(self.tr("The result is copied as text. Paste it where you need it."))

    def _say(self, words: str) -> None:
        self._notice.say(words, warn=True)

    def _say_of_ballot(self, words: str) -> None:
        """Say what goes away with the next key; any other message stays until somebody puts it away."""
        self._desk_said = words
        self._say(words)

    def _hide_of_ballot(self) -> None:
        if self._desk_said and self._notice.words == self._desk_said:
            self._notice.hide()
        self._desk_said = ""

    def _not_saved(self, words: str, already: int) -> None:
        self._desk_said, self._already = words, already

    def _offer(self, error: Exception) -> None:
        """After the window has said why a number was refused, offer to look at that ballot."""
        number, self._already = self._already, 0
        if number:
            self._notice.say(
                str(error),
                warn=True,
                do=self.tr("Look at ballot {number}").format(number=number),
                act=lambda: self._look(number),
            )

    def _look(self, number: int) -> None:
        self._notice.hide()
        self.desk.correct(number)

    def _show_counted(self, box: BallotBox) -> None:
        if self._view:
            promise = self._words.promise(self._view.draft.secrecy)
            copies = max(1, self._view.copies - box.given_out + self._view.box.given_out)
            self.adding.show_box(box, promise, may_write=True, copies=copies)

    def _make_tools(self) -> None:
        layout = self.tools.layout()
        assert layout is not None
        self._picker = Picker(self.tr("Vote"), 18)
        self.maker = button(self.tr("New vote"), self.begin_from, about=self.tr("Ctrl+B"))
        self.letters = button(
            self.tr("Name letters"), lambda: self._go_beside("letters"), about=self.tr("Some letters have no name yet")
        )
        self.copier = button(self.tr("Copy"), self._copy, about=self.tr("As text: Ctrl+Shift+C"))
        self.opener = button(self.tr("Open the vote"), self._open, main=True, about=self.tr("Ctrl+Enter"))
        self.closer = button(self.tr("Close and show"), self._go_on, main=True, about=self.tr("Ctrl+Enter"))
        self.reopener = button(self.tr("Open it again"), self._reopen, about=self.tr("The result will say so."))
        layout.addWidget(self._picker)
        for part in (self.maker, self.letters, self.copier, self.opener, self.closer, self.reopener):
            layout.addWidget(part)
            part.setVisible(part is self.maker)

    def _make(self) -> None:
        self._question = label("", "title", wrap=True)
        self._about = label("", "muted", wrap=True)
        self._told = label("", "", wrap=True)
        for part in (self._nothing, self.list, self.desk, self.form, self.piles):
            self._place.addWidget(part)
        shown = column(self._question, self._about, self._told, 4, self._place, gap=6)
        shown.setContentsMargins(tokens.PAGE_MARGIN, 20, 12, 0)
        shown.setStretch(4, 1)
        whole = row(shown, self.foldable(self.adding), gap=0)
        whole.setStretch(0, 1)
        self.setLayout(whole)

    def _connect(self) -> None:
        self._picker.picked.connect(self._choose)
        self.desk.refused.connect(self._say_of_ballot)
        self.desk.accepted.connect(self._hide_of_ballot)
        self.desk.not_saved.connect(self._not_saved)
        self.desk.counted.connect(self._show_counted)
        self.desk.corrected.connect(
            lambda number: self._notice.say(self.tr("Ballot {number} is counted anew.").format(number=number))
        )
        self.store.refused.connect(self._offer)
        self.adding.given_out.connect(self._give_out)
        self.adding.hands_wanted.connect(lambda: self._go_beside("hands"))
        self.adding.tokens_wanted.connect(lambda: self._go_beside("tokens"))
        self.piles.counted.connect(self._count_pile)
        self.piles.left.connect(lambda: self._go_beside(""))
        self.form.told.connect(self._say)
        self.form.left.connect(lambda: self._go_beside(""))
        self.form.options.notes_wanted.connect(self._from_notes)
        self.deeds.serve(self.form)
