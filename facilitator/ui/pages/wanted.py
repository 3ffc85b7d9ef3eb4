"""What a person wants printed, and how it is read from the workshop on the store thread."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING

from facilitator.domain.errors import NothingToPrint

if TYPE_CHECKING:
    import uuid

    from facilitator.domain.change import Effects
    from facilitator.workshop.queries.print_values import PrintValues
    from facilitator.workshop.reader import Reader
    from facilitator.workshop.workshop import Workshop


@dataclass(frozen=True, slots=True)
class Wanted:
    """Some of the documents "ballots", "forms" and "report", with so many ballots of a vote and so many forms."""

    documents: tuple[str, ...]
    poll: uuid.UUID | None
    ballots: int
    forms: int

    def give_out(self, workshop: Workshop) -> Effects:
        """Store the numbers of the ballots that are new."""
        from facilitator.domain.change import Effects
        from facilitator.domain.gestures.voting import issue_ballots
        from facilitator.workshop.giving_out import paper_ballots

        poll = self._poll()
        planned = workshop.read(lambda reader: paper_ballots(reader, poll, self.ballots))
        if planned.fresh:
            return workshop.apply(issue_ballots(poll, planned.fresh))
        return Effects(None, undo=workshop.next_undo(), redo=workshop.next_redo())

    def read(self, workshop: Workshop) -> list[tuple[str, tuple[PrintValues, ...]]]:
        """What each document says, all from one moment."""
        key = workshop.sheet_key()
        return workshop.read(lambda reader: [(name, self._values(reader, name, key)) for name in self.documents])

    def _values(self, reader: Reader, name: str, key: bytes) -> tuple[PrintValues, ...]:
        from facilitator.workshop.giving_out import paper_ballots
        from facilitator.workshop.queries import print_queries

        if name == "ballots":
            numbers = paper_ballots(reader, self._poll(), self.ballots).numbers
            return (print_queries.ballot_values(reader, self._poll(), key, numbers),)
        if name == "forms":
            return tuple(print_queries.feedback_form_values(reader, range(1, self.forms + 1), key))
        return (print_queries.report_values(reader, dt.date.today().isoformat()),)

    def _poll(self) -> uuid.UUID:
        if self.poll is None:
            raise NothingToPrint("There is no vote in this workshop yet, so there are no ballots. Add one first.")
        return self.poll
