"""The pack of a session: everything it needs on paper, in the order it is printed.

Packing gives out the numbers of its ballots, just as printing ballots does: once, and stored before they are printed.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from facilitator.domain.errors import NothingToPrint
from facilitator.domain.reading import Reading
from facilitator.workshop import room_documents
from facilitator.workshop.documents import BEFORE, Document, Order
from facilitator.workshop.giving_out import enough, give_out
from facilitator.workshop.queries.consent_queries import consent_values
from facilitator.workshop.queries.copies_needed import copies_needed, other_readers
from facilitator.workshop.queries.organiser_queries import (
    badge_values,
    expected,
    kit_of,
    running_order_values,
    session_head,
    sign_in_values,
)
from facilitator.workshop.queries.organiser_values import PackValues
from facilitator.workshop.queries.print_queries import ballot_values, feedback_form_values
from facilitator.workshop.queries.room_queries import option_key_values
from facilitator.workshop.queries.session_needs import session_needs, times
from facilitator.workshop.queries.session_papers import session_papers
from facilitator.workshop.sharing_out import enough_in_each, shared_out
from facilitator.workshop.translations.shelf import ENGLISH

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from facilitator.workshop.queries.organiser_values import Bring, Share
    from facilitator.workshop.queries.print_values import BallotValues, FeedbackFormValues, PackPart
    from facilitator.workshop.queries.session_papers import SessionPapers
    from facilitator.workshop.queries.sessions import SessionItem
    from facilitator.workshop.reader import Reader
    from facilitator.workshop.sharing_out import Readers
    from facilitator.workshop.workshop import Workshop


def give_out_pack(
    workshop: Workshop,
    session: SessionItem,
    copies: int | None = None,
    languages: Collection[str] = (ENGLISH,),
    reading: Reading = Reading.STANDARD,
) -> None:
    """Store the numbers of the pack's ballots that are new. Raises NothingToPrint when the pack would be empty, and
    then gives out none.
    """
    key = workshop.sheet_key()
    workshop.read(lambda reader: pack_values(reader, session, key, "", copies, languages, reading))
    usual = workshop.read(lambda reader: usual_copies(reader, languages, reading))
    planned = workshop.read(lambda reader: session_papers(reader, session.id, copies, usual))
    for poll_id in planned.ballots:
        give_out(workshop, poll_id, copies, usual)


def pack_values(
    reader: Reader,
    session: SessionItem,
    key: bytes,
    printed: str,
    copies: int | None = None,
    languages: Collection[str] = (ENGLISH,),
    reading: Reading = Reading.STANDARD,
) -> PackValues:
    """The pack of a session as it would be printed now, in these languages; what people fill in is set as they read it,
    too. Raises NothingToPrint when it would be empty.

    Reading gives no number out: before printing, call `give_out_pack`.
    """
    readers = other_readers(reader, languages, reading)
    usual = copies or enough_in_each(readers, expected(reader)) or enough(reader)
    papers = session_papers(reader, session.id, copies, usual)
    packing = _Packing(reader, session, papers, key, printed, copies, readers)
    needed = session_needs(reader, session) | {Document.BALLOTS, Document.FEEDBACK_FORMS}
    for document in BEFORE:
        if document in needed:
            packing.add(document)
    if not packing.shares:
        raise NothingToPrint(
            "There is nothing to pack for this session yet. Add activities to its plan, people, or a vote."
        )
    return PackValues(
        session=session_head(reader, session, printed),
        people=expected(reader),
        copies=usual,
        kit=kit_of(reader, session),
        parts=tuple(share.part for share in packing.shares),
        left_out=(*dict.fromkeys(packing.left_out), *papers.left_out),
        times=tuple(share.times for share in packing.shares),
        needed=copies_needed(reader),
        read_as=tuple(share.read_as for share in packing.shares),
    )


def packing_list(
    reader: Reader,
    session: SessionItem,
    chosen: Sequence[Share],
    copies: int,
    *,
    printed: str,
    two_sided: bool = False,
) -> PackValues:
    """The list alone, for some papers that are printed by themselves. Raises NothingToPrint when
    there is none.
    """
    if not chosen:
        raise NothingToPrint("Nothing else is chosen for this session yet, so there is nothing to list.")
    return PackValues(
        session=session_head(reader, session, printed),
        people=expected(reader),
        copies=copies,
        kit=kit_of(reader, session),
        parts=tuple(share.part for share in chosen),
        left_out=(),
        times=tuple(share.times for share in chosen),
        list_only=True,
        two_sided=two_sided,
        needed=copies_needed(reader),
        read_as=tuple(share.read_as for share in chosen),
    )


def usual_copies(reader: Reader, languages: Collection[str], reading: Reading) -> int | None:
    """How many of what everybody gets, for some to be spare for every kind of reader; None where all read alike."""
    return enough_in_each(other_readers(reader, languages, reading), expected(reader))


class _Packing:
    """A pack being put together."""

    def __init__(
        self,
        reader: Reader,
        session: SessionItem,
        papers: SessionPapers,
        key: bytes,
        printed: str,
        copies: int | None,
        readers: Readers,
    ) -> None:
        self.shares: list[Share] = []
        self._readers = readers
        self._people = expected(reader)
        self.left_out: list[str] = []
        self._reader = reader
        self._session = session
        self._papers = papers
        self._key = key
        self._printed = printed
        self._copies = copies

    def add(self, document: Document) -> None:
        """Put a document in as often as the session needs it, or say why it has nothing to say."""
        try:
            found = self._read(document)
        except NothingToPrint as nothing:
            self.left_out.append(str(nothing))
            return
        usual = enough_in_each(self._readers, self._people) if document == Document.EVALUATION else None
        often = times(self._reader, document, self._session, self._copies or usual)
        for part in found:
            self.shares += shared_out(part, often, self._readers, self._people)

    def _brought(self, bring: Bring) -> Bring:
        """What the running order says is in the pack: as much as is in this one."""
        return replace(bring, ballots=self._papers.ballot_count, forms=self._papers.form_count)

    def _read(self, document: Document) -> list[PackPart]:
        reader, session, printed = self._reader, self._session, self._printed
        match document:
            case Document.RUNNING_ORDER:
                order_of_day = running_order_values(reader, session, printed, self._copies)
                return [replace(order_of_day, bring=self._brought(order_of_day.bring))]
            case Document.SIGN_IN:
                return [sign_in_values(reader, session, printed)]
            case Document.BADGES:
                return [badge_values(reader, printed)]
            case Document.CONSENT:
                return [consent_values(reader, printed, only_unasked=True)]
            case Document.OPTION_KEY:
                return [option_key_values(reader, poll_id, printed) for poll_id in self._papers.ballots]
            case Document.BALLOTS:
                return [*_ballots(reader, self._papers, self._key)]
            case Document.FEEDBACK_FORMS:
                return [*_forms(reader, self._papers, self._key)]
            case _:
                order = Order(self._copies, session, now=printed)
                return [*room_documents.read(reader, document, order)]


def _ballots(reader: Reader, papers: SessionPapers, key: bytes) -> list[BallotValues]:
    return [
        replace(ballot_values(reader, poll_id, key), numbers=numbers) for poll_id, numbers in papers.ballots.items()
    ]


def _forms(reader: Reader, papers: SessionPapers, key: bytes) -> list[FeedbackFormValues]:
    if not papers.forms:
        return []
    every = feedback_form_values(reader, range(1, papers.form_copies + 1), key)
    return [form for form in every if form.form_id in papers.forms]
