"""Backups on this laptop that still hold somebody who was forgotten, or a note that was removed for good: said in the
strip, with one button to rewrite them. Shared by People and Boards, where it is done, and Together, where it is heard
from another laptop.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from facilitator.domain.change import RowRef
    from facilitator.ui.notice import Notice
    from facilitator.ui.store_thread import StoreThread
    from facilitator.workshop.workshop import Workshop


class HeldBackups(QObject):
    """Says it, and does it."""

    def __init__(self, owner: QObject, store: StoreThread, notice: Notice) -> None:
        super().__init__(owner)
        self._store, self._notice = store, notice

    def offer(self, said: str, held: Sequence[Path], gone: Sequence[RowRef], *, notes: bool = False) -> None:
        """Say what was said, and that these backups still hold what is gone here, with a button to take it out of them.
        `notes` says that some were removed for good beside the people.
        """
        people = sum(ref.table == "participant" for ref in gone)
        one = self.tr("1 backup on this laptop still holds {whom}.")
        many = self.tr("{count} backups on this laptop still hold {whom}.")
        whom = self.tr("this person") if people == 1 and not notes else self.tr("them")
        if not people:
            whom = self.tr("the words")
        words = (one if len(held) == 1 else many).format(count=len(held), whom=whom)
        self._notice.say(
            f"{said} {words}".strip(),
            warn=True,
            do=self.tr("Forget them there too"),
            act=lambda: self._forget(held, gone, one_person=people == 1 and not notes),
        )

    def _forget(self, held: Sequence[Path], gone: Sequence[RowRef], *, one_person: bool) -> None:
        def forget(workshop: Workshop) -> list[Path]:
            from facilitator.workshop.forgetting import take_out_of_backups
            from facilitator.workshop.places import Places

            return take_out_of_backups(held, Places.of_this_laptop(), gone, workshop.passphrase)

        def done(left: list[Path]) -> None:
            if left:
                words = self.tr("{count} backups could not be rewritten. Delete them in {folder}.")
                self._notice.say(words.format(count=len(left), folder=left[0].parent), warn=True)
            elif one_person:
                self._notice.say(self.tr("No backup on this laptop holds this person any more."))
            else:
                self._notice.say(self.tr("No backup on this laptop holds the words any more."))

        self._notice.say(self.tr("Forgetting in the backups …"))
        self._store.submit(forget, done)
