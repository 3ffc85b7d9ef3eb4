"""Backups on this laptop that still hold somebody who was forgotten, or a note that was removed for good: said in the
strip, with one button to rewrite them. Shared by People, where somebody is forgotten, and Together, where it is heard
from another laptop.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

if TYPE_CHECKING:
    import uuid
    from collections.abc import Sequence
    from pathlib import Path

    from facilitator.ui.notice import Notice
    from facilitator.ui.store_thread import StoreThread
    from facilitator.workshop.workshop import Workshop


class HeldBackups(QObject):
    """Says it, and does it."""

    def __init__(self, owner: QObject, store: StoreThread, notice: Notice) -> None:
        super().__init__(owner)
        self._store, self._notice = store, notice

    def offer(
        self, said: str, people: Sequence[uuid.UUID], held: Sequence[Path], notes: Sequence[uuid.UUID] = ()
    ) -> None:
        """Say what was said, and that these backups still hold these people and notes, with a button to forget them."""
        one = self.tr("1 backup on this laptop still holds {whom}.")
        many = self.tr("{count} backups on this laptop still hold {whom}.")
        whom = self.tr("this person") if len(people) == 1 and not notes else self.tr("them")
        if not people:
            whom = self.tr("the words")
        words = (one if len(held) == 1 else many).format(count=len(held), whom=whom)
        self._notice.say(
            f"{said} {words}",
            warn=True,
            do=self.tr("Forget them there too"),
            act=lambda: self._forget(people, held, notes),
        )

    def _forget(self, people: Sequence[uuid.UUID], held: Sequence[Path], notes: Sequence[uuid.UUID]) -> None:
        def forget(workshop: Workshop) -> list[Path]:
            from facilitator.workshop.forgetting import Wanted, forget_in_backups, remove_in_backups
            from facilitator.workshop.places import Places

            places = Places.of_this_laptop()
            left: dict[Path, None] = {}
            for person in people:
                wanted = Wanted(person, "", passphrase=workshop.passphrase)
                left.update(dict.fromkeys(forget_in_backups(held, places, wanted)))
            if notes:
                left.update(dict.fromkeys(remove_in_backups(held, places, notes, workshop.passphrase)))
            return list(left)

        def done(left: list[Path]) -> None:
            if left:
                words = self.tr("{count} backups could not be rewritten. Delete them in {folder}.")
                self._notice.say(words.format(count=len(left), folder=left[0].parent), warn=True)
            elif notes:
                self._notice.say(self.tr("No backup on this laptop holds the words any more."))
            else:
                self._notice.say(self.tr("No backup on this laptop holds this person any more."))

        self._notice.say(self.tr("Forgetting in the backups …"))
        self._store.submit(forget, done)
