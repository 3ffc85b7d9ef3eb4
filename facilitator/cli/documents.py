"""What is meant by the names on the command line: which vote and which session a document is printed for."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from facilitator.domain.reading import Reading
from facilitator.workshop import documents
from facilitator.workshop.documents import COPIED, GIVING_OUT, Document

if TYPE_CHECKING:
    from facilitator.workshop.queries.print_values import PrintValues
    from facilitator.workshop.reader import Reader
    from facilitator.workshop.workshop import Workshop

_OF_A_SESSION = (
    Document.PACK,
    Document.RUNNING_ORDER,
    Document.POCKET_ORDER,
    Document.SIGN_IN,
    Document.WELCOME,
    Document.PROMPT_CARDS,
    Document.RELATIONSHIP_FORM,
    Document.EVALUATION,
    Document.EXPENSES,
)
_OF_A_SESSION_IF_NAMED = (Document.CONSENT, Document.TABLE_SIGNS, Document.STICKY_SHEETS)
_OF_VOTES = (Document.BALLOTS, Document.OPTION_KEY)
_OF_BOARDS = (Document.BOARDS, Document.POSTER)


@dataclass(frozen=True, slots=True)
class Order:
    """How many of each, of which vote and board and for which session; None is all of them, and the next session to
    come. Our own words are in one of the `languages`, or in two side by side, set for one `reading`. `question_only`: a
    poster has no notes. `grey` is a proof without colour.
    """

    copies: int | None = None
    poll: str | None = None
    session: str | None = None
    languages: tuple[str, ...] = ("en",)
    board: str | None = None
    question_only: bool = False
    reading: Reading = Reading.STANDARD
    grey: bool = False


EVERYTHING = Order()


def gather(workshop: Workshop, document: Document, order: Order) -> list[PrintValues]:
    """What a document says. Ballots and packs give out their numbers first. Raises NothingToPrint."""
    meant = workshop.read(lambda reader: _meant(reader, document, order))
    if document in GIVING_OUT:
        documents.give_out(workshop, document, meant)
    key = workshop.sheet_key()
    values = workshop.read(lambda reader: documents.read(reader, document, meant, key))
    return values * (order.copies or 1) if document in COPIED else values


def _meant(reader: Reader, document: Document, order: Order) -> documents.Order:
    from facilitator.workshop.queries.board import boards as all_boards
    from facilitator.workshop.queries.naming import called
    from facilitator.workshop.queries.sessions import chosen_session
    from facilitator.workshop.queries.voting import chosen_polls

    now = datetime.now().isoformat(timespec="minutes")
    named = document in _OF_A_SESSION_IF_NAMED and order.session is not None
    wanted = named or document in _OF_A_SESSION
    session = chosen_session(reader, order.session, now[:10]) if wanted else None
    polls = None
    if document in _OF_VOTES and order.poll is not None:
        polls = tuple(item.id for item in chosen_polls(reader, order.poll))
    boards = None
    if document in _OF_BOARDS and order.board is not None:
        boards = tuple(item.id for item in called(all_boards(reader), order.board, "boards"))
    return documents.Order(
        order.copies,
        session,
        polls,
        now=now,
        boards=boards,
        question_only=order.question_only,
        languages=order.languages,
        reading=order.reading,
    )
