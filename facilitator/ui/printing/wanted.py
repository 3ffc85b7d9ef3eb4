"""What a person wants printed, and how it is read from the workshop on the store thread: to look at, or for real."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, cast

from facilitator.domain.errors import NotFound, NothingToPrint
from facilitator.domain.reading import Reading
from facilitator.ui.printing.editions import editions, printed
from facilitator.ui.printing.marks import mark
from facilitator.workshop.documents import (
    AFTER,
    BEFORE,
    GIVEN_BACK,
    NUMBERED,
    SPECIMEN_KEY,
    Document,
    Order,
    read,
)
from facilitator.workshop.queries.organiser_values import Share

if TYPE_CHECKING:
    import uuid
    from collections.abc import Sequence

    from facilitator.domain.change import Effects
    from facilitator.ui.printing.editions import Edition, Told
    from facilitator.workshop.queries.print_choices import PrintChoices
    from facilitator.workshop.queries.print_values import PackPart, PrintValues
    from facilitator.workshop.reader import Reader
    from facilitator.workshop.workshop import Workshop

    Values = tuple[PrintValues, ...]

PACKED = tuple(document for document in BEFORE if document not in (Document.PACK, Document.CHECK_SHEET))
"""What is counted on the packing list: what goes to the room."""


@dataclass(frozen=True, slots=True)
class Look:
    """What there is to print: the choices, what each document that is wanted says and how often it is printed for whom,
    why others cannot be printed, and how many of each there would be. `each` is how many there are of what everybody
    gets; `marks` tell what a document of the room says now from what it said when it was printed.
    """

    choices: PrintChoices
    shares: dict[Document, tuple[Share, ...]]
    missing: dict[Document, str]
    copies: dict[Document, int]
    each: int
    marks: dict[Document, str] = field(default_factory=dict)

    @property
    def values(self) -> dict[Document, Values]:
        """What each document that is wanted says, as often as it is printed."""
        return {document: printed(shares) for document, shares in self.shares.items()}

    def editions(self) -> dict[Edition, Told]:
        """One of each to look at."""
        return editions({document: self.shares[document] for document in (*BEFORE, *AFTER) if document in self.shares})

    def usual(self) -> set[Document]:
        """What a session needs: all that the room needs on paper, as far as there is something to say."""
        needed = {document for document in self.choices.needed if document not in self.missing}
        if needed - {Document.PACK}:
            return needed
        return {document for document in GIVEN_BACK if document not in self.missing}


@dataclass(frozen=True, slots=True)
class Wanted:
    """Documents, for a session, of some votes and versions; None is what the session needs. `copies` are those a person
    asked for; of others there are enough. `now` (ISO 8601) stands on the pages. What is `packed` is shared out among
    those who read differently. `check` is the language of a check sheet; empty for one that is spoken here.
    """

    documents: tuple[Document, ...]
    session: uuid.UUID | None
    polls: tuple[uuid.UUID, ...] | None
    versions: frozenset[uuid.UUID] | None
    copies: tuple[tuple[Document, int], ...]
    two_sided: bool
    now: str
    languages: tuple[str, ...] = ("en",)
    reading: Reading = Reading.STANDARD
    packed: bool = False
    check: str = ""

    def look(self, workshop: Workshop) -> Look:
        """Everything from one moment, sealed as a specimen; gives out no number."""
        return workshop.read(lambda reader: self._look(reader, None))

    def read(self, workshop: Workshop) -> Look:
        """What is printed for real, from one moment. Raises NotFound while a ballot's number is not stored."""
        key = workshop.sheet_key()
        return workshop.read(lambda reader: self._look(reader, key))

    def to_give_out(self, workshop: Workshop) -> list[uuid.UUID]:
        """The votes whose ballots need new numbers before they are printed."""
        return workshop.read(self._lacking) if Document.BALLOTS in self.documents else []

    def give_out(self, workshop: Workshop, poll: uuid.UUID) -> Effects:
        """Store the numbers of a vote's ballots that are new."""
        from facilitator.domain.change import Effects
        from facilitator.domain.gestures.voting import issue_ballots
        from facilitator.workshop.giving_out import paper_ballots

        copies = dict(self.copies).get(Document.BALLOTS)
        planned = workshop.read(lambda reader: paper_ballots(reader, poll, copies, self._usual(reader)))
        if planned.fresh:
            return workshop.apply(issue_ballots(poll, planned.fresh))
        return Effects(None, undo=workshop.next_undo(), redo=workshop.next_redo())

    def _lacking(self, reader: Reader) -> list[uuid.UUID]:
        from facilitator.workshop.giving_out import paper_ballots

        copies = dict(self.copies).get(Document.BALLOTS)
        order = self._order(reader, Document.BALLOTS, self._choices(reader))
        return [poll for poll in order.polls or () if paper_ballots(reader, poll, copies, order.usual).fresh]

    def _look(self, reader: Reader, key: bytes | None) -> Look:
        choices = self._choices(reader)
        if key is not None and Document.BALLOTS in self.documents and self._lacking(reader):
            raise NotFound("The numbers of the ballots are not stored yet, so nothing was printed. Please try again.")
        each = dict(self.copies).get(Document.BALLOTS) or self._usual(reader) or choices.copies
        look = Look(choices, {}, {}, {}, each)
        for document in (*BEFORE, *AFTER):
            if document != Document.PACK:
                self._add(reader, document, key, look)
        self._add_list(reader, look)
        return look

    def _add(self, reader: Reader, document: Document, key: bytes | None, look: Look) -> None:
        from facilitator.workshop.queries.print_values import BallotValues, FeedbackFormValues
        from facilitator.workshop.queries.session_needs import times

        order = self._order(reader, document, look.choices)
        try:
            values = read(reader, document, order, key or SPECIMEN_KEY)
        except NothingToPrint as nothing:
            look.missing[document] = str(nothing)
            return
        if not values:
            look.missing[document] = ""
            return
        numbers = [one.numbers for one in values if isinstance(one, (BallotValues, FeedbackFormValues))]
        usual = times(reader, document, look.choices.session, order.usual if document == Document.EVALUATION else None)
        look.copies[document] = len(numbers[0]) if numbers else dict(self.copies).get(document, usual)
        if document in PACKED:
            look.marks[document] = mark(document, values)
        if document in self.documents:
            often = 1 if document in NUMBERED else look.copies[document]
            look.shares[document] = self._shares(reader, document, values, often)

    def _shares(
        self, reader: Reader, document: Document, values: Sequence[PrintValues], often: int
    ) -> tuple[Share, ...]:
        """A document for everybody alike; in a pack, what people fill in is shared out as on the command line."""
        from facilitator.workshop.queries.copies_needed import other_readers
        from facilitator.workshop.queries.organiser_queries import expected
        from facilitator.workshop.sharing_out import shared_out

        parts = cast("Sequence[PackPart]", values)
        if document not in BEFORE or not self.packed:
            return tuple(Share(part, often) for part in parts)
        readers, people = other_readers(reader, self.languages, self.reading), expected(reader)
        return tuple(share for part in parts for share in shared_out(part, often, readers, people))

    def _usual(self, reader: Reader) -> int | None:
        """How many of what everybody gets; None where a pack is not chosen or all read alike: enough for all."""
        from facilitator.workshop.packing import usual_copies

        return usual_copies(reader, self.languages, self.reading) if self.packed else None

    def _add_list(self, reader: Reader, look: Look) -> None:
        """The packing list, of what is chosen for the room."""
        from facilitator.workshop.packing import packing_list

        look.copies[Document.PACK] = dict(self.copies).get(Document.PACK, 1)
        if look.choices.session is None:
            look.missing[Document.PACK] = ""
            return
        if Document.PACK not in self.documents:
            return
        chosen = [share for document in PACKED if document in look.shares for share in look.shares[document]]
        try:
            listed = packing_list(
                reader, look.choices.session, chosen, look.each, printed=self.now, two_sided=self.two_sided
            )
        except NothingToPrint as nothing:
            look.missing[Document.PACK] = str(nothing)
            return
        look.shares[Document.PACK] = self._shares(reader, Document.PACK, [listed], look.copies[Document.PACK])

    def _choices(self, reader: Reader) -> PrintChoices:
        from facilitator.workshop.queries.print_choices import print_choices

        return print_choices(reader, self.session, self.now[:10])

    def _order(self, reader: Reader, document: Document, choices: PrintChoices) -> Order:
        """What is still there of what was chosen, else what the session needs."""
        there, known = {poll.id for poll in choices.polls}, {version.id for version in choices.versions}
        polls = tuple(poll for poll in self.polls or () if poll in there) or choices.session_polls
        versions = frozenset(self.versions or ()) & known or choices.session_versions & known or frozenset(known)
        asked = Document.BALLOTS if document == Document.RUNNING_ORDER else document  # it says how many to bring
        copies = dict(self.copies).get(asked) if asked in NUMBERED else None
        return Order(
            copies,
            choices.session,
            polls,
            versions,
            now=self.now,
            languages=(self.check,) if self.check and document == Document.CHECK_SHEET else self.languages,
            reading=self.reading,
            usual=self._usual(reader),
        )


def checked_language(look: Look | None, languages: Sequence[str]) -> str:
    """The language that a check sheet would be in now: of those chosen, else of what is ticked; empty where neither
    says.
    """
    from facilitator.workshop.queries.check_sheet import CheckSheetValues

    chosen = next((one for one in languages if one != "en"), "")
    sheets = look.values.get(Document.CHECK_SHEET, ()) if look else ()
    return next((one.language for one in sheets if isinstance(one, CheckSheetValues)), chosen)
