"""Counting ballots in: one operator types what is read out, and the next number stands ready."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from facilitator.ui.ballot_paper import BallotPaper
from facilitator.ui.widgets import button, column, label, row

if TYPE_CHECKING:
    from collections.abc import Callable

    from facilitator.domain.ballot_entry import Entry
    from facilitator.domain.change import Change, Effects
    from facilitator.ui.store_thread import StoreThread
    from facilitator.workshop.queries.entry import BallotBox
    from facilitator.workshop.reader import Reader
    from facilitator.workshop.workshop import Workshop


def _undo_ballot(workshop: Workshop) -> Effects:
    from facilitator.domain.errors import BadChange

    last = workshop.next_undo()
    if last is None or last.code not in {"ballot-count", "ballot-spoil"}:
        raise BadChange("The last thing that was done here was not a ballot. Use Undo at the top to take it back.")
    return workshop.undo()


class BallotDesk(QWidget):
    """The ballot of an open vote. Keys typed while the one before is being saved wait for their turn."""

    refused = Signal(str)
    accepted = Signal()
    counted = Signal(object)

    def __init__(self, store: StoreThread) -> None:
        super().__init__()
        self._store = store
        self._box: BallotBox | None = None
        self._entry: Entry | None = None
        self._waiting: list[str] = []
        self._saving = False
        self._number = label("", "title")
        self._how = label("", "muted", wrap=True)
        self._left = label("", "head")
        self.paper = BallotPaper()
        self.paper.typed.connect(self._take)
        self.paper.entered.connect(lambda: self._take("\r"))
        self.paper.cleared.connect(self.begin)
        head = row(self._number, self._how, self._left)
        head.setStretch(1, 1)
        deeds = row(
            button(self.tr("Count it (Enter)"), self.count, main=True),
            button(self.tr("Spoilt"), self.spoil, about=self.tr("Lay this ballot aside: it cannot be counted")),
            button(
                self.tr("Assisted vote"),
                self.assist,
                about=self.tr("Count what is typed as a vote that somebody was helped with. It takes no paper ballot."),
            ),
            button(self.tr("Undo the last ballot"), self.undo),
            None,
        )
        whole = column(head, self.paper, deeds, 12, gap=10)
        whole.setContentsMargins(0, 8, 0, 12)
        whole.setStretch(1, 1)
        self.setLayout(whole)

    @property
    def entry(self) -> Entry | None:
        """The ballot as typed so far."""
        return self._entry

    def show_box(self, box: BallotBox) -> None:
        """Show a vote that is open; a ballot half typed stays as long as its vote does."""
        same = self._box is not None and (self._box.poll_id, self._box.lines) == (box.poll_id, box.lines)
        untouched = self._entry is None or not (self._entry.typed or self._entry.marks or self._entry.letters)
        self._box = box
        if not self._saving and (not same or untouched):
            self.begin()

    def begin(self) -> None:
        """Start an empty ballot with the next number."""
        from facilitator.domain.ballot_entry import begin

        if self._box and not self._saving:
            box = self._box
            self._show(begin(box.method, box.lines, box.dots, box.next_number))

    def count(self) -> None:
        """Count the ballot as it stands."""
        self._take("\r")

    def spoil(self) -> None:
        """Lay the ballot of this number aside as spoilt."""
        from facilitator.workshop.queries.entry import spoilt

        if self._box and self._entry and not self._saving:
            poll_id, number = self._box.poll_id, self._entry.number
            self._save(lambda reader: spoilt(reader, poll_id, number))

    def assist(self) -> None:
        """Count what is typed as an assisted vote."""
        from facilitator.workshop.queries.entry import assisted

        if self._box and self._entry and not self._saving:
            poll_id, values = self._box.poll_id, self._entry.values()
            if values:
                self._save(lambda reader: assisted(reader, poll_id, values))
            else:
                self.refused.emit(self._refusals()["nothing-marked"])

    def undo(self) -> None:
        """Take back the last ballot, if that is the last thing that was done."""
        if self._saving:
            return
        self._saving = True
        self._store.change(_undo_ballot, lambda _effects: self._saved(), self._not_saved)

    def _take(self, key: str) -> None:
        from facilitator.domain.ballot_entry import enter, press

        if self._saving:
            self._waiting.append(key)
        elif self._entry and key == "\r":
            ready = enter(self._entry)
            self._show(ready)
            if not ready.refusal:
                self._count(ready)
        elif self._entry:
            self._show(press(self._entry, key))

    def _count(self, entry: Entry) -> None:
        from facilitator.workshop.queries.entry import counted_in

        assert self._box
        poll_id, number, values = self._box.poll_id, entry.number, entry.values()
        self._save(lambda reader: counted_in(reader, poll_id, number, values))

    def _save(self, make: Callable[[Reader], Change]) -> None:
        self._saving = True
        self._store.change(
            lambda workshop: workshop.apply(workshop.read(make)), lambda _effects: self._saved(), self._not_saved
        )

    def _saved(self) -> None:
        from facilitator.workshop.queries.entry import ballot_box

        assert self._box
        poll_id = self._box.poll_id
        self._store.submit(
            lambda workshop: workshop.read(lambda reader: ballot_box(reader, poll_id)), self._go_on, self._not_saved
        )

    def _go_on(self, box: BallotBox | None) -> None:
        self._saving = False
        if box:
            self._box = box
            self.counted.emit(box)
            self.begin()
        waiting, self._waiting = self._waiting, []
        for key in waiting:
            self._take(key)

    def _not_saved(self, _error: Exception) -> None:
        # What was typed ahead belonged to the next ballot: on this one it would be wrong.
        self._saving = False
        self._waiting.clear()

    def _show(self, entry: Entry) -> None:
        self._entry = entry
        self.paper.show_entry(entry)
        self._number.setText(self.tr("Ballot {number}").format(number=entry.number or "–"))
        if entry.method == "dots":
            self._how.setText(self.tr("Type the letters as they are read out, then Enter."))
            left = entry.dots_left
            self._left.setText(self.tr("1 dot left") if left == 1 else self.tr("{count} dots left").format(count=left))
        else:
            self._how.setText(self.tr("Type A for agree, D for disagree, P for pass, space for none; then Enter."))
            self._left.setText("")
        if entry.refusal:
            self.refused.emit(self._refusals()[entry.refusal])
        else:
            self.accepted.emit()

    def _refusals(self) -> dict[str, str]:
        return {
            "digits-first": self.tr("The number comes before the letters. Press Esc to start this ballot again."),
            "no-such-option": self.tr("No option has that letter. Listen again."),
            "no-dots-left": self.tr("All dots of this ballot are used. Press Enter, or lay it aside as spoilt."),
            "all-answered": self.tr("Every statement is answered. Press Enter to count it."),
            "unknown-key": self.tr("That key means nothing here. Type the letters on the ballot."),
            "look-first": self.tr("The last key did nothing. Look at the ballot, then press Enter again."),
            "nothing-marked": self.tr("Nothing is marked. Type the letters, or lay the ballot aside as spoilt."),
            "no-number": self.tr("No ballot is still out. Type the number of the ballot first."),
        }
