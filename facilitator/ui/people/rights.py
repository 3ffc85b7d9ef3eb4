"""What a person has a right to: to be given all that is held on them, and to be forgotten for good. Forgetting takes
two presses; the first says in the strip what it means.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from facilitator.domain.change import RowRef
from facilitator.ui import files
from facilitator.ui.parts.held_backups import HeldBackups
from facilitator.ui.together.words import TogetherWords

if TYPE_CHECKING:
    import uuid
    from collections.abc import Sequence
    from pathlib import Path

    from facilitator.domain.change import Effects
    from facilitator.ui.notice import Notice
    from facilitator.ui.people.page import PeoplePage
    from facilitator.ui.store_thread import StoreThread
    from facilitator.workshop.forgetting import Forgotten
    from facilitator.workshop.queries.conflict_view import Found
    from facilitator.workshop.workshop import Workshop


class Rights(QObject):
    """Done for the person who is shown in the panel."""

    def __init__(self, page: PeoplePage, store: StoreThread, notice: Notice) -> None:
        super().__init__(page)
        self._page, self._store, self._notice = page, store, notice
        self._asked: uuid.UUID | None = None
        self._question = ""
        self._backups = HeldBackups(self, store, notice)
        self._words = TogetherWords(self)

    def forget(self, person: uuid.UUID) -> None:
        """Ask, or do it when that was just asked of the same person."""
        if person == self._asked and self._notice.is_saying(self._question):
            self._forget(person)
            return
        self._asked = person
        self._question = self.tr(
            "Forget this person for good, with their answers and the notes they said? This cannot be undone, "
            "and it goes along with every later merge."
        )
        self._notice.say(self._question, warn=True, do=self.tr("Forget for good"), act=lambda: self._forget(person))

    def give(self, person: uuid.UUID) -> None:
        """Ask for a folder, and write into it all that is held on the person."""
        if folder := files.ask_place_for_person(self._page):
            self.give_into(person, folder)

    def give_into(self, person: uuid.UUID, folder: Path) -> None:
        """Write all that is held on the person into this folder."""

        def write(workshop: Workshop) -> Path:
            from facilitator.exchange.subject_access import write_subject_access
            from facilitator.workshop.queries.subject_access import held_on

            title = workshop.title
            return write_subject_access(workshop.read(lambda reader: held_on(reader, person, title)), folder)[0]

        def done(page: Path) -> None:
            words = self.tr("All that is held on this person is in {place}. Read {page} before you hand it over.")
            self._notice.say(words.format(place=page.parent, page=page.name))

        self._store.submit(write, done)

    def _forget(self, person: uuid.UUID) -> None:
        self._asked, self._question = None, ""
        forgotten: list[Forgotten] = []
        named: list[Found] = []

        def forget(workshop: Workshop) -> Effects:
            from facilitator.workshop.forgetting import Wanted, find_person, forget
            from facilitator.workshop.queries.conflict_view import found

            person_id, name = workshop.read(lambda reader: find_person(reader, str(person)))
            forgotten.append(forget(workshop, Wanted(person_id, name)))
            named.extend(workshop.read(lambda reader: found(reader, forgotten[0].mentions)))
            return forgotten[0].effects

        self._notice.hide()
        self._page.arrive()  # the button that was pressed is about to have nobody
        self._store.change(forget, lambda _effects: self._say(person, forgotten[0], named))

    def _say(self, person: uuid.UUID, done: Forgotten, named: Sequence[Found]) -> None:
        parts = [self.tr("Forgotten for good.")]
        if named:
            parts.append(self._words.still_named(named))
        if done.remains:
            parts.append(
                self.tr("The words could not be wiped off the disk yet. Close this workshop here to wipe them.")
            )
        if not done.held:
            self._notice.say(" ".join(parts), warn=bool(named) or done.remains)
            return
        self._backups.offer(" ".join(parts), done.held, [RowRef("participant", person)])
