"""Counting ballots in: one operator types what is read out, and the next number stands ready."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from facilitator.ui.parts.widgets import button, column, label, row
from facilitator.ui.votes.ballot_paper import BallotPaper

if TYPE_CHECKING:
    import uuid
    from collections.abc import Callable

    from facilitator.domain.ballot_entry import Entry
    from facilitator.domain.change import Change, Effects
    from facilitator.ui.store_thread import StoreThread
    from facilitator.workshop.queries.entry import BallotBack, BallotBox
    from facilitator.workshop.reader import Reader
    from facilitator.workshop.workshop import Workshop

ENTER, ESCAPE = "\r", "\x1b"
EDGE = 15  # as wide as the scroll bar and the line around an option, so that the words end where the options do


def _undo_ballot(workshop: Workshop) -> Effects:
    from facilitator.domain.errors import BadChange

    last = workshop.next_undo()
    if last is None or last.code not in {"ballot-count", "ballot-spoil", "ballot-assist", "ballot-correct"}:
        raise BadChange("The last thing that was done here was not a ballot. Use Undo at the top to take it back.")
    return workshop.undo()


class BallotDesk(QWidget):
    """The ballot of an open vote. Keys typed while the one before is being saved wait for their turn.

    `refused` carries a sentence about what was just done, `accepted` that it is good; `counted` the box as it then is,
    `corrected` the number of a ballot that was counted anew. `not_saved` carries why, and the number if it was counted
    before.
    """

    refused = Signal(str)
    accepted = Signal()
    counted = Signal(object)
    corrected = Signal(int)
    not_saved = Signal(str, int)

    def __init__(self, store: StoreThread) -> None:
        super().__init__()
        self._store = store
        self._box: BallotBox | None = None
        self._entry: Entry | None = None
        self._again: BallotBack | None = None
        self._half: dict[uuid.UUID, Entry] = {}
        self._waiting: list[str] = []
        self._then: Callable[[], None] | None = None
        self._saving = False
        self._other_number: str | None = None
        self._unseen = False
        self._number = label("", "title")
        self._how = label("", "muted", wrap=True)
        self._left = label("", "head")
        self.paper = BallotPaper()
        self._make()
        self._connect()

    @property
    def entry(self) -> Entry | None:
        """The ballot as typed so far."""
        return self._entry

    def half_typed(self) -> str:
        """What to do about a ballot that is half typed, or nothing."""
        if self._entry and self._entry.marks:
            return self.tr("A ballot is half typed. Count it with Enter, or press Esc, then close the vote.")
        return ""

    def once_stored(self, then: Callable[[], None]) -> None:
        """Do something once every ballot typed so far is stored, and not if one of them is refused."""
        if self._saving:
            self._then = then
        else:
            then()

    @property
    def is_correcting(self) -> bool:
        """Whether a ballot is shown that was counted before."""
        return self._again is not None

    def show_box(self, box: BallotBox) -> None:
        """Show a vote that is open. What is half typed stays, also while another vote is looked at."""
        from facilitator.domain.ballot_entry import on_lines

        before, self._box = self._box, box
        if self._saving:
            return
        if before and before.poll_id != box.poll_id:
            self._set_aside(before.poll_id)
            self._entry = self._half.pop(box.poll_id, None)
        if self._entry and self._entry.is_begun:
            self._show(on_lines(self._entry, self._empty(box)), quietly=True)
        else:
            self.begin()

    def begin(self) -> None:
        """Start an empty ballot with the next number, or go back to the one that was laid aside to correct another."""
        if self._box and not self._saving:
            back = self._half.pop(self._box.poll_id, None) if self._again else None
            self._again = self._other_number = None
            self._show(back or self._empty(self._box))

    def count(self) -> None:
        """Count the ballot as it stands."""
        self._take(ENTER)

    def spoil(self) -> None:
        """Lay the ballot of this number aside as spoilt."""
        from facilitator.workshop.queries.entry import corrected, spoilt

        if self._box and self._entry and not self._saving:
            poll_id, number = self._box.poll_id, self._entry.number
            if self._again:
                self._save(lambda reader: corrected(reader, poll_id, number, None))
            else:
                self._save(lambda reader: spoilt(reader, poll_id, number))

    def assist(self) -> None:
        """Count what is typed as an assisted vote."""
        from facilitator.workshop.queries.entry import assisted

        if not (self._box and self._entry) or self._saving:
            return
        poll_id, values = self._box.poll_id, self._entry.values()
        if self._again:
            self.refused.emit(self._words("this-one"))
        elif values:
            self._save(lambda reader: assisted(reader, poll_id, values))
        else:
            self.refused.emit(self._words("nothing-marked"))

    def undo(self) -> None:
        """Take back the last ballot, if that is the last thing that was done."""
        if not self._saving:
            self._saving = True
            self._store.change(_undo_ballot, lambda _effects: self._saved(), self._not_saved)

    def correct(self, number: int = 0) -> None:
        """Show a ballot that was counted, by its number or by the one that is typed, to count it anew."""
        from facilitator.workshop.queries.entry import looked_up

        if not (self._box and self._entry) or self._saving:
            return
        number = number or int(self._entry.typed or 0)
        if not number:
            self.refused.emit(self._words("which"))
            return
        poll_id = self._box.poll_id
        self._store.submit(
            lambda workshop: workshop.read(lambda reader: looked_up(reader, poll_id, number)), self._show_again
        )

    def _show_again(self, back: BallotBack) -> None:
        from dataclasses import replace

        from facilitator.domain.ballot_entry import said_before

        if not self._box or self._saving:
            return
        self._other_number = None
        if self._entry and self._entry.number != back.number:
            self._set_aside(self._box.poll_id)
        self._again = back
        self._show(said_before(replace(self._empty(self._box), typed=str(back.number)), back.values))
        self.paper.setFocus()

    def _set_aside(self, poll_id: uuid.UUID) -> None:
        """Keep what is half typed of a vote, unless it is only a number or a ballot that was counted."""
        if self._entry and self._entry.marks and not self._again:
            self._half[poll_id] = self._entry
        self._again = self._other_number = None

    def _empty(self, box: BallotBox) -> Entry:
        from facilitator.domain.ballot_entry import begin

        return begin(box.method, box.lines, box.dots, box.next_number, box.most_on_one)

    def _take(self, key: str) -> None:
        if self._saving:
            self._waiting.append(key)
        elif key == ESCAPE:
            self.begin()
        elif self._other_number is not None and self._entry and not self._again:
            self._take_number(key, self._entry, self._other_number)
        elif key == ENTER:
            self._enter()
        else:
            self._press(key)

    def _press(self, key: str) -> None:
        from facilitator.domain.ballot_entry import press

        if self._again and self._entry and (key.isdigit() or (key == "\b" and not self._entry.marks)):
            self.refused.emit(self._words("this-one"))
        elif self._entry:
            self._show(press(self._entry, key))

    def _enter(self) -> None:
        from facilitator.domain.ballot_entry import enter

        if self._entry:
            ready = enter(self._entry)
            self._show(ready)
            if not ready.refusal:
                self._count(ready)

    def _take_number(self, key: str, entry: Entry, digits: str) -> None:
        """A number was refused: digits are another one for the same ballot, and Enter counts it. A letter means that
        somebody did not look and went on: it is no part of this ballot, and Enter then has to be pressed twice.
        """
        from facilitator.domain.ballot_entry import renumbered

        if key.isdigit():
            self._other_number = digits + key
            self._show(renumbered(entry, self._other_number))
        elif key == ENTER and not self._unseen:
            self._other_number = None
            self._enter()
        elif key == "\b" and not digits:
            self._other_number = None
            self._press(key)
        else:
            self._unseen = key != ENTER
            self.refused.emit(self._words("another-number").format(number=entry.number))

    def _click(self, gesture: str, option_id: uuid.UUID, value: int = 0) -> None:
        from facilitator.domain.ballot_entry import answer, put, take

        if self._entry and not self._saving:
            made = {"put": put, "take": take}.get(gesture)
            self._show(made(self._entry, option_id) if made else answer(self._entry, option_id, value))

    def _count(self, entry: Entry) -> None:
        from facilitator.workshop.queries.entry import corrected, counted_in

        assert self._box
        poll_id, number, values = self._box.poll_id, entry.number, entry.values()
        if self._again is None:
            # If it is refused, digits are another number for the ballot as it stands: it need not be read out again.
            self._other_number, self._unseen = "", False
            self._save(lambda reader: counted_in(reader, poll_id, number, values))
        elif values == dict(self._again.values) and not (self._again.spoilt or self._again.read_twice):
            self.begin()
        else:
            self._save(lambda reader: corrected(reader, poll_id, number, values))

    def _save(self, make: Callable[[Reader], Change]) -> None:
        self._saving = True
        again = self._again.number if self._again else 0
        self._store.change(
            lambda workshop: workshop.apply(workshop.read(make)), lambda _effects: self._saved(again), self._not_saved
        )

    def _saved(self, again: int = 0) -> None:
        from facilitator.workshop.queries.entry import ballot_box

        assert self._box
        poll_id = self._box.poll_id
        self._store.submit(
            lambda workshop: workshop.read(lambda reader: ballot_box(reader, poll_id)),
            lambda box: self._go_on(box, again),
            self._not_saved,
        )

    def _go_on(self, box: BallotBox | None, again: int) -> None:
        self._saving = False
        if box:
            self._box = box
            self.counted.emit(box)
            self.begin()
            if again:
                self.corrected.emit(again)
        waiting, self._waiting = self._waiting, []
        for key in waiting:
            self._take(key)
        then, self._then = self._then, None
        if then:
            self.once_stored(then)

    def _not_saved(self, error: Exception) -> None:
        from facilitator.domain.errors import AlreadyBack

        # What was typed ahead belonged to the next ballot: on this one it would be wrong. Escape leaves this one.
        self._saving, self._then = False, None
        waiting, self._waiting = self._waiting, []
        self.not_saved.emit(str(error), error.number if isinstance(error, AlreadyBack) else 0)
        if ESCAPE in waiting:
            for key in waiting[waiting.index(ESCAPE) :]:
                self._take(key)

    def _show(self, entry: Entry, *, quietly: bool = False) -> None:
        self._entry = entry
        self.paper.show_entry(entry)
        number = entry.number or "–"
        self._number.setText(self.tr("Ballot {number}").format(number=number))
        if self._again:
            self._number.setText(self.tr("Ballot {number}, again").format(number=number))
        self._how.setText(self._told(entry.method))
        left = entry.dots_left
        dots = self.tr("1 dot left") if left == 1 else self.tr("{count} dots left").format(count=left)
        self._left.setText(dots if entry.method == "dots" else "")
        if entry.refusal:
            self.refused.emit(self._words(entry.refusal))
        elif not quietly:
            self.accepted.emit()

    def _told(self, method: str) -> str:
        if self._again:
            said = self.tr("This was laid aside as spoilt.") if self._again.spoilt else self.tr("This was counted.")
            return said + " " + self.tr("Change it, then Enter. Esc leaves it as it was.")
        if method == "dots":
            return self.tr("Type the letters as they are read out, then Enter.")
        return self.tr("Type A for agree, D for disagree, P for pass, space for none; then Enter.")

    def _words(self, refusal: str) -> str:
        return {
            "digits-first": self.tr("The number comes before the letters. Press Esc to start this ballot again."),
            "no-such-option": self.tr("No option has that letter. Listen again."),
            "no-dots-left": self.tr("All dots of this ballot are used. Press Enter, or lay it aside as spoilt."),
            "no-more-on-one": self.tr("That option has as many dots as one may get. Listen again, or lay it aside."),
            "all-answered": self.tr("Every statement is answered. Press Enter to count it."),
            "unknown-key": self.tr("That key means nothing here. Type the letters on the ballot."),
            "look-first": self.tr("The last key did nothing. Look at the ballot, then press Enter again."),
            "nothing-marked": self.tr("Nothing is marked. Type the letters, or lay the ballot aside as spoilt."),
            "no-number": self.tr("No ballot is still out. Type the number of the ballot first."),
            "this-one": self.tr("This ballot was counted before. Press Enter when it is right, or Esc to leave it."),
            "another-number": self.tr("Press Enter to count this as ballot {number}, or Esc to start again."),
            "which": self.tr("Type the number of the ballot first, then press F2."),
        }[refusal]

    def _make(self) -> None:
        head = row(self._number, self._how, self._left)
        head.setStretch(1, 1)
        head.addSpacing(EDGE)
        deeds = row(
            button(self.tr("Count it (Enter)"), self.count, main=True),
            button(self.tr("Spoilt"), self.spoil, about=self.tr("Lay this ballot aside: it cannot be counted")),
            button(
                self.tr("Assisted"),
                self.assist,
                about=self.tr("Count what is typed as a vote that somebody was helped with. It takes no paper ballot."),
            ),
            button(self.tr("Undo the last"), self.undo, about=self.tr("Take the last ballot back")),
            button(self.tr("Correct (F2)"), self.correct, about=self.tr("Type the number of a ballot, then F2")),
            None,
            gap=8,
        )
        whole = column(head, self.paper, deeds, None, gap=10)
        whole.setContentsMargins(0, 8, 0, 12)
        whole.setStretch(1, 100)
        self.setLayout(whole)

    def _connect(self) -> None:
        self.paper.typed.connect(self._take)
        self.paper.entered.connect(lambda: self._take(ENTER))
        self.paper.cleared.connect(lambda: self._take(ESCAPE))
        self.paper.put.connect(lambda option_id: self._click("put", option_id))
        self.paper.taken.connect(lambda option_id: self._click("take", option_id))
        self.paper.answered.connect(lambda option_id, value: self._click("answer", option_id, value))
