"""Before everybody leaves: what is unread, unowned or laid aside, each a way to where it is, and what was promised."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from facilitator.ui.parts.direction import isolated
from facilitator.ui.parts.widgets import button, column, label
from facilitator.ui.together.words import TogetherWords

if TYPE_CHECKING:
    from facilitator.domain.change import Effects
    from facilitator.ui.notice import Notice
    from facilitator.ui.store_thread import Opened, StoreThread
    from facilitator.workshop.away import Waiting
    from facilitator.workshop.carried import Carried
    from facilitator.workshop.queries.closing import Closing, LooseEnd
    from facilitator.workshop.workshop import Workshop

WHERE = {
    "unread": "boards",
    "face-down": "boards",
    "parked": "boards",
    "ballots-out": "votes",
    "unanswered": "votes",
    "unowned": "prototypes",
    "two-versions": "together",
    "read-twice": "votes",
    "typed-twice": "together",
}
"""The station at which each kind of loose end is tied."""


class Leaving(QWidget):
    """`went` carries the station where something is still open."""

    went = Signal(str)

    def __init__(self, store: StoreThread, notice: Notice) -> None:
        super().__init__()
        self._store, self._notice = store, notice
        self._read_only = False
        self._found: Closing | None = None
        self.loose: list[QPushButton] = []
        self._nothing = label(self.tr("Nothing is left open."), "muted", wrap=True)
        self._promised = label("", "muted", wrap=True)
        self.carry_on = button(self.tr("Put it in the next plan"), self._carry_on)
        self._waiting = label("", "warn", wrap=True)
        self.where = label("", "muted", wrap=True)
        self._box = column(self._waiting, self.where, self._nothing, self._promised, self.carry_on, gap=6)
        self.setLayout(self._box)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)

    def show_workshop(self, opened: Opened) -> None:
        """Another workshop is open."""
        self._read_only = opened.read_only
        self.reread()

    def reread(self) -> None:
        """Look again at what is open."""
        from facilitator.workshop.queries.closing import closing

        today = datetime.date.today().isoformat()
        self._store.submit(lambda workshop: workshop.read(lambda reader: closing(reader, today)), self._show)
        self._store.submit(_not_back, self._show_waiting)
        self._store.submit(_carried, self._show_carried)

    def _show_waiting(self, waits: list[Waiting]) -> None:
        """Name the work on this laptop that has not come back to the stick it belongs on."""
        words = self.tr("{name} was changed here and is not back in {place} yet. Put the stick back and open it there.")
        lines = [words.format(name=one.original.name, place=one.original.parent) for one in waits]
        self._waiting.setText("\n".join(lines))
        self._waiting.setVisible(bool(lines))

    def _show_carried(self, last: Carried | None) -> None:
        """Say whether the work is on this laptop only."""
        if last is None:
            self.where.setText(self.tr("It is on this laptop only. Save a locked file on a stick before you go."))
            return
        all_of_it = self.tr("All of it is in {name}, too, saved on {when}.")
        not_all = self.tr("{name} was saved on {when}. What was written since is on this laptop only.")
        when = TogetherWords(self).when(last.at)
        self.where.setText((all_of_it if last.has_all else not_all).format(name=isolated(last.name), when=when))

    def _show(self, found: Closing) -> None:
        self._found = found
        for one in self.loose:
            self._box.removeWidget(one)
            one.hide()
            one.deleteLater()
        self.loose = [self._way(one) for one in found.loose]
        for at, one in enumerate(self.loose, 2):
            self._box.insertWidget(at, one)
        self._nothing.setVisible(not found.loose)
        count = len(found.promises)
        promised = self.tr("1 thing was promised.") if count == 1 else self.tr("{count} things were promised.")
        self._promised.setText(promised.format(count=count))
        self._promised.setVisible(bool(count))
        self.carry_on.setVisible(bool(count and found.next_session))
        self.carry_on.setEnabled(not self._read_only)

    def _way(self, end: LooseEnd) -> QPushButton:
        made = button(self._words(end), lambda: self.went.emit(WHERE[end.code]), about=self.tr("Goes there"))
        made.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        return made

    def _words(self, end: LooseEnd) -> str:
        one, many = {
            "unread": (self.tr("1 note is a picture only"), self.tr("{count} notes are pictures only")),
            "face-down": (self.tr("1 note lies face down"), self.tr("{count} notes lie face down")),
            "parked": (self.tr("1 note is set aside"), self.tr("{count} notes are set aside")),
            "ballots-out": (self.tr("1 vote has ballots out"), self.tr("{count} votes have ballots out")),
            "unowned": (self.tr("1 decision is nobody's yet"), self.tr("{count} decisions are nobody's yet")),
            "unanswered": (self.tr("1 vote has nobody to answer"), self.tr("{count} votes have nobody to answer")),
            "two-versions": (self.tr("1 thing has two versions"), self.tr("{count} things have two versions")),
            "read-twice": (self.tr("1 ballot was read differently"), self.tr("{count} ballots were read differently")),
            "typed-twice": (self.tr("1 thing was typed twice"), self.tr("{count} things were typed twice")),
        }[end.code]
        return one if len(end.rows) == 1 else many.format(count=len(end.rows))

    def _carry_on(self) -> None:
        found = self._found
        if found is None or found.next_session is None:
            return
        session, title = found.next_session.id, self.tr("What was promised")

        def carry_on(workshop: Workshop) -> Effects | None:
            from facilitator.workshop.closing_session import carry

            change = workshop.read(lambda reader: carry(reader, session, title, found.promises))
            return workshop.apply(change) if change else None

        def done(effects: Effects | None) -> None:
            if effects is None:
                self._notice.say(self.tr("It is in the next session's plan already."))
                return
            self._store.applied.emit(effects)
            self._notice.say(self.tr("What was promised opens the next session. Undo takes it out again."))

        self._store.submit(carry_on, done)


def _not_back(workshop: Workshop) -> list[Waiting]:
    """Work that waits for its stick, but for the workshop that is open."""
    from facilitator.workshop.away import waiting
    from facilitator.workshop.places import Places

    return waiting(Places.of_this_laptop(), workshop.path)


def _carried(workshop: Workshop) -> Carried | None:
    """The file the workshop was last carried away in."""
    from facilitator.workshop.carried import carried
    from facilitator.workshop.places import Places

    return carried(workshop, Places.of_this_laptop())
