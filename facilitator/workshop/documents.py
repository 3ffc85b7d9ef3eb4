"""The documents that can be printed: one table of what each is read from, for the command line and for the window.

Reading gives out no number of a ballot; `give_out` does, once, and stores it before anything is printed.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from typing import TYPE_CHECKING

from facilitator.domain.reading import Reading

if TYPE_CHECKING:
    import uuid
    from collections.abc import Callable

    from facilitator.workshop.queries.print_values import PrintValues
    from facilitator.workshop.queries.sessions import SessionItem
    from facilitator.workshop.reader import Reader
    from facilitator.workshop.workshop import Workshop


class Document(StrEnum):
    """What can be printed."""

    BALLOTS = "ballots"
    FEEDBACK_FORMS = "feedback-forms"
    REPORT = "report"
    PACK = "pack"
    RUNNING_ORDER = "running-order"
    POCKET_ORDER = "pocket-order"
    SIGN_IN = "sign-in"
    CONSENT = "consent"
    BADGES = "badges"
    TABLE_SIGNS = "table-signs"
    WELCOME = "welcome"
    AGREEMENT = "agreement"
    PROMPT_CARDS = "prompt-cards"
    STORIES = "stories"
    RELATIONSHIP_FORM = "relationship-form"
    STICKY_SHEETS = "sticky-sheets"
    OPTION_KEY = "option-key"
    GRIDS = "grids"
    EVALUATION = "evaluation"
    EXPENSES = "expenses"
    PARKING = "parking"
    SUMMARY = "summary"
    BOARDS = "boards"
    POSTER = "poster"
    THREAD = "thread"
    RELATIONSHIPS = "relationships"
    ACTIONS = "actions"
    CHECK_SHEET = "check-sheet"


BEFORE = (
    Document.PACK,
    Document.RUNNING_ORDER,
    Document.POCKET_ORDER,
    Document.SIGN_IN,
    Document.CONSENT,
    Document.BADGES,
    Document.TABLE_SIGNS,
    Document.WELCOME,
    Document.AGREEMENT,
    Document.PROMPT_CARDS,
    Document.STORIES,
    Document.RELATIONSHIP_FORM,
    Document.STICKY_SHEETS,
    Document.OPTION_KEY,
    Document.BALLOTS,
    Document.GRIDS,
    Document.FEEDBACK_FORMS,
    Document.EVALUATION,
    Document.EXPENSES,
    Document.PARKING,
    Document.CHECK_SHEET,
)
"""What the room needs on paper, in the order it is printed."""

GIVEN_BACK = (Document.SUMMARY, Document.REPORT)
"""What everybody who came gets."""

AFTER = (
    *GIVEN_BACK,
    Document.BOARDS,
    Document.POSTER,
    Document.THREAD,
    Document.RELATIONSHIPS,
    Document.ACTIONS,
)
"""What the room said, to give back."""

GIVING_OUT = (Document.PACK, Document.BALLOTS)
"""Documents that give out numbers of ballots."""

NUMBERED = (Document.BALLOTS, Document.FEEDBACK_FORMS)
"""Documents of which each copy has a number of its own, and everybody gets one."""

COPIED = (
    Document.POCKET_ORDER,
    Document.TABLE_SIGNS,
    Document.WELCOME,
    Document.AGREEMENT,
    Document.PROMPT_CARDS,
    Document.STORIES,
    Document.STICKY_SHEETS,
    Document.OPTION_KEY,
    Document.GRIDS,
    Document.EVALUATION,
)
"""Documents that are the same for everybody: as many are printed as are asked for, else one to copy."""

BOTH_SIDES = (
    Document.PACK,
    Document.RUNNING_ORDER,
    Document.SIGN_IN,
    Document.STORIES,
    Document.CHECK_SHEET,
    *GIVEN_BACK,
    Document.THREAD,
    Document.RELATIONSHIPS,
)
"""Documents that may be printed on both sides. Of the others a camera reads one side at a time, or each page is for
somebody else, hangs on a wall or is cut.
"""

ONE_SIDE_ONLY = tuple(document for document in Document if document not in BOTH_SIDES)

SPECIMEN_KEY = bytes(32)
"""Seals the codes of what is only looked at: a page photographed from the screen is not taken for a ballot."""


@dataclass(frozen=True, slots=True)
class Order:
    """How many of each, for which session, of which votes, boards and versions of an idea (with the programme's own
    id, forms without a name); None is enough for all, the next session to come, and all of them. `now` (ISO 8601, to
    the minute) stands on the pages; empty is the moment of reading. `languages` are one, or two side by side, the
    main one first. `usual` is how many of what everybody gets where `copies` says nothing, else enough for all.
    """

    copies: int | None = None
    session: SessionItem | None = None
    polls: tuple[uuid.UUID, ...] | None = None
    versions: frozenset[uuid.UUID] | None = None
    now: str = ""
    boards: tuple[uuid.UUID, ...] | None = None
    question_only: bool = False
    languages: tuple[str, ...] = ("en",)
    reading: Reading = Reading.STANDARD
    usual: int | None = None


EVERYTHING = Order()


def give_out(workshop: Workshop, document: Document, order: Order = EVERYTHING) -> None:
    """Store the numbers of the document's ballots that are new. Raises NothingToPrint, and then gives out none."""
    from facilitator.workshop import giving_out
    from facilitator.workshop.packing import give_out_pack

    if document == Document.PACK:
        give_out_pack(
            workshop,
            workshop.read(lambda reader: session_of(reader, order)),
            order.copies,
            order.languages,
            order.reading,
        )
    elif document == Document.BALLOTS:
        for poll_id in workshop.read(lambda reader: _polls(reader, order)):
            giving_out.give_out(workshop, poll_id, order.copies)


def read(reader: Reader, document: Document, order: Order = EVERYTHING, key: bytes = SPECIMEN_KEY) -> list[PrintValues]:
    """What a document says now; its codes are sealed with the file's key. Raises NothingToPrint, and what is asked for
    by id and is not there any more raises NotFound.
    """
    if document in _READING:
        return _READING[document](reader, order, key)
    from facilitator.workshop import room_documents

    return [*room_documents.read(reader, document, order)]


def sheets_of(pages: int, times: int, *, two_sided: bool) -> int:
    """How many sheets so many pages take, printed so often."""
    return times * (-(-pages // 2) if two_sided else pages)


def specimen(values: PrintValues) -> PrintValues:
    """One of each numbered paper, to look at: it says number 1, and its code is taken by nobody."""
    from facilitator.workshop.queries.print_values import BallotValues, FeedbackFormValues

    if isinstance(values, BallotValues | FeedbackFormValues):
        return replace(values, numbers=(1,), key=SPECIMEN_KEY)
    return values


def _ballots(reader: Reader, order: Order, key: bytes) -> list[PrintValues]:
    from facilitator.workshop.giving_out import paper_ballots
    from facilitator.workshop.queries.print_queries import ballot_values

    return [
        ballot_values(reader, poll_id, key, paper_ballots(reader, poll_id, order.copies, order.usual).numbers)
        for poll_id in _polls(reader, order)
    ]


def _polls(reader: Reader, order: Order) -> list[uuid.UUID]:
    """The votes asked for, or those still of use. What one of them lacks is said before a number is given out."""
    from facilitator.workshop.giving_out import paper_ballots, polls_to_print

    chosen = polls_to_print(reader) if order.polls is None else list(order.polls)
    for poll_id in chosen:
        paper_ballots(reader, poll_id, order.copies)
    return chosen


def _feedback_forms(reader: Reader, order: Order, key: bytes) -> list[PrintValues]:
    from facilitator.workshop.giving_out import enough
    from facilitator.workshop.queries.print_queries import feedback_form_values

    every = feedback_form_values(reader, range(1, (order.copies or order.usual or enough(reader)) + 1), key)
    return [form for form in every if order.versions is None or form.form_id in order.versions]


def _report(reader: Reader, order: Order, key: bytes) -> list[PrintValues]:
    from facilitator.workshop.queries.print_queries import report_values

    return [report_values(reader, _today(order), now(order)).needs_something()]


def _summary(reader: Reader, order: Order, key: bytes) -> list[PrintValues]:
    from facilitator.workshop.queries.summary_query import summary_values

    return [summary_values(reader, _today(order), now(order))]


def _boards(reader: Reader, order: Order, key: bytes) -> list[PrintValues]:
    from facilitator.workshop.queries.wall_print import wall_values

    return [*wall_values(reader, now(order), order.boards)]


def _poster(reader: Reader, order: Order, key: bytes) -> list[PrintValues]:
    from facilitator.workshop.queries.wall_print import poster_values

    return [*poster_values(reader, now(order), order.boards, question_only=order.question_only)]


def _thread(reader: Reader, order: Order, key: bytes) -> list[PrintValues]:
    from facilitator.workshop.queries.strands import thread_values

    return [thread_values(reader, now(order))]


def _relationships(reader: Reader, order: Order, key: bytes) -> list[PrintValues]:
    from facilitator.workshop.queries.relationship_query import relationship_values

    return [relationship_values(reader, now(order))]


def _actions(reader: Reader, order: Order, key: bytes) -> list[PrintValues]:
    from facilitator.workshop.queries.action_query import actions_values

    return [actions_values(reader, now(order))]


def _running_order(reader: Reader, order: Order, key: bytes) -> list[PrintValues]:
    from facilitator.workshop.queries.organiser_queries import running_order_values

    return [running_order_values(reader, session_of(reader, order), now(order), order.copies or order.usual)]


def _sign_in(reader: Reader, order: Order, key: bytes) -> list[PrintValues]:
    from facilitator.workshop.queries.organiser_queries import sign_in_values

    return [sign_in_values(reader, session_of(reader, order), now(order))]


def _badges(reader: Reader, order: Order, key: bytes) -> list[PrintValues]:
    from facilitator.workshop.queries.organiser_queries import badge_values

    return [badge_values(reader, now(order))]


def _check_sheet(reader: Reader, order: Order, key: bytes) -> list[PrintValues]:
    from facilitator.workshop.queries.check_sheet import check_sheet_values

    return [check_sheet_values(reader, order.languages, now(order))]


def _pack(reader: Reader, order: Order, key: bytes) -> list[PrintValues]:
    from facilitator.workshop.packing import pack_values

    return [
        pack_values(reader, session_of(reader, order), key, now(order), order.copies, order.languages, order.reading)
    ]


_READING: dict[Document, Callable[[Reader, Order, bytes], list[PrintValues]]] = {
    Document.BALLOTS: _ballots,
    Document.FEEDBACK_FORMS: _feedback_forms,
    Document.REPORT: _report,
    Document.PACK: _pack,
    Document.RUNNING_ORDER: _running_order,
    Document.SIGN_IN: _sign_in,
    Document.BADGES: _badges,
    Document.SUMMARY: _summary,
    Document.BOARDS: _boards,
    Document.POSTER: _poster,
    Document.CHECK_SHEET: _check_sheet,
    Document.THREAD: _thread,
    Document.RELATIONSHIPS: _relationships,
    Document.ACTIONS: _actions,
}


def session_of(reader: Reader, order: Order) -> SessionItem:
    """The session that is meant. Raises NothingToPrint when there is none."""
    from facilitator.workshop.queries.sessions import chosen_session

    return order.session or chosen_session(reader, None, _today(order))


def now(order: Order) -> str:
    """The moment that stands on the pages."""
    return order.now or datetime.now().isoformat(timespec="minutes")


def _today(order: Order) -> str:
    return now(order)[:10]
