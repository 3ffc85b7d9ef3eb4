"""The documents that can be printed, and what is read from a workshop for each of them."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
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
    SIGN_IN = "sign-in"
    BADGES = "badges"
    SUMMARY = "summary"


GIVING_OUT = (Document.PACK, Document.BALLOTS)
"""Documents that give out numbers of ballots."""


@dataclass(frozen=True, slots=True)
class Order:
    """How many of each, of which vote and for which session; None is all of them, and the next session to come."""

    copies: int | None = None
    poll: str | None = None
    session: str | None = None


EVERYTHING = Order()


def gather(workshop: Workshop, document: Document, order: Order) -> list[PrintValues]:
    """What a document says. Ballots and packs give out their numbers first. Raises NothingToPrint."""
    return _READING[document](workshop, order)


def _ballots(workshop: Workshop, order: Order) -> list[PrintValues]:
    from facilitator.workshop.giving_out import give_out, paper_ballots, polls_to_print
    from facilitator.workshop.queries.print_queries import ballot_values
    from facilitator.workshop.queries.voting import chosen_polls

    copies, poll = order.copies, order.poll

    def chosen(reader: Reader) -> list[uuid.UUID]:
        poll_ids = polls_to_print(reader) if poll is None else [item.id for item in chosen_polls(reader, poll)]
        for poll_id in poll_ids:  # what is missing is said before any number is given out
            paper_ballots(reader, poll_id, copies)
        return poll_ids

    key = workshop.sheet_key()
    numbers = {poll_id: give_out(workshop, poll_id, copies) for poll_id in workshop.read(chosen)}
    return workshop.read(
        lambda reader: [replace(ballot_values(reader, poll_id, key), numbers=out) for poll_id, out in numbers.items()]
    )


def _feedback_forms(workshop: Workshop, order: Order) -> list[PrintValues]:
    from facilitator.workshop.giving_out import enough
    from facilitator.workshop.queries.print_queries import feedback_form_values

    key = workshop.sheet_key()
    return workshop.read(
        lambda reader: [*feedback_form_values(reader, range(1, (order.copies or enough(reader)) + 1), key)]
    )


def _report(workshop: Workshop, order: Order) -> list[PrintValues]:
    from facilitator.workshop.queries.print_queries import report_values

    return workshop.read(lambda reader: [report_values(reader, _today())])


def _summary(workshop: Workshop, order: Order) -> list[PrintValues]:
    from facilitator.workshop.queries.summary_query import summary_values

    return workshop.read(lambda reader: [summary_values(reader, _today())])


def _running_order(workshop: Workshop, order: Order) -> list[PrintValues]:
    from facilitator.workshop.queries.organiser_queries import running_order_values

    session = _session(workshop, order)
    return workshop.read(lambda reader: [running_order_values(reader, session, _now(), order.copies)])


def _sign_in(workshop: Workshop, order: Order) -> list[PrintValues]:
    from facilitator.workshop.queries.organiser_queries import sign_in_values

    session = _session(workshop, order)
    return workshop.read(lambda reader: [sign_in_values(reader, session, _now())])


def _badges(workshop: Workshop, order: Order) -> list[PrintValues]:
    from facilitator.workshop.queries.organiser_queries import badge_values

    return workshop.read(lambda reader: [badge_values(reader, _now())])


def _pack(workshop: Workshop, order: Order) -> list[PrintValues]:
    from facilitator.workshop.packing import give_out_pack, pack_values

    session, key = _session(workshop, order), workshop.sheet_key()
    give_out_pack(workshop, session, order.copies)
    return workshop.read(lambda reader: [pack_values(reader, session, key, _now(), order.copies)])


_READING: dict[Document, Callable[[Workshop, Order], list[PrintValues]]] = {
    Document.BALLOTS: _ballots,
    Document.FEEDBACK_FORMS: _feedback_forms,
    Document.REPORT: _report,
    Document.PACK: _pack,
    Document.RUNNING_ORDER: _running_order,
    Document.SIGN_IN: _sign_in,
    Document.BADGES: _badges,
    Document.SUMMARY: _summary,
}


def _session(workshop: Workshop, order: Order) -> SessionItem:
    from facilitator.workshop.queries.sessions import chosen_session

    return workshop.read(lambda reader: chosen_session(reader, order.session, _today()))


def _today() -> str:
    return datetime.now().date().isoformat()


def _now() -> str:
    return datetime.now().isoformat(timespec="minutes")
