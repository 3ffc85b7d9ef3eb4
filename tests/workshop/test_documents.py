"""One table of what each document is read from: reading gives out no number, and what is only looked at counts for
nothing.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from facilitator.domain import identity
from facilitator.domain.errors import NothingToPrint
from facilitator.domain.sheet import Shape
from facilitator.domain.voting import Ballot
from facilitator.workshop.documents import AFTER, BEFORE, Document, Order, give_out, read, specimen
from facilitator.workshop.packing import packing_list
from facilitator.workshop.queries.print_choices import print_choices
from facilitator.workshop.queries.print_values import BallotValues
from tests.workshop.organising import KEY, NOW, TODAY, Made

if TYPE_CHECKING:
    from facilitator.workshop.queries.print_values import PrintValues
    from facilitator.workshop.workshop import Workshop

ORDER = Order(now=NOW, languages=("en", "pl"))


@pytest.fixture
def made(workshop: Workshop) -> Made:
    made = Made(workshop)
    made.session()
    made.poll()
    made.block("Vote", poll_id=made.ids["vote"], prompt="Five dots.")
    for name in ("Amina", "Dave"):
        made.person(name)
        made.consent(name, "relationship-map", "yes")
    made.add("room_table", name="Table 1")
    made.add("story", title="The locked door", body="It was raining.", approved=True, may_quote=True)
    return made


def values(made: Made, document: Document, order: Order = ORDER) -> list[PrintValues]:
    return made.workshop.read(lambda reader: read(reader, document, order, KEY))


def test_every_document_stands_in_one_of_the_two_groups() -> None:
    assert sorted((*BEFORE, *AFTER)) == sorted(Document)


@pytest.mark.parametrize("document", [*BEFORE, Document.REPORT])
def test_reading_gives_out_no_number(made: Made, document: Document) -> None:
    changes = len(made.workshop.history())
    assert values(made, document)
    assert len(made.workshop.history()) == changes
    assert made.workshop.read(lambda reader: reader.count(Ballot)) == 0


def test_numbers_are_given_out_once(made: Made) -> None:
    for _ in range(2):
        give_out(made.workshop, Document.BALLOTS, replace(ORDER, copies=3))
    assert made.workshop.read(lambda reader: reader.count(Ballot)) == 3


def test_a_specimen_is_taken_by_nobody(made: Made) -> None:
    ballot = specimen(values(made, Document.BALLOTS)[0])
    assert isinstance(ballot, BallotValues)
    assert ballot.numbers == (1,)
    form = identity.Form(ballot.poll_id, Shape("ballot", "A4", "dots", 5, (1,)))
    written = identity.encode(identity.Sheet(form, 1, 1), ballot.key)
    assert identity.read(written, KEY, [form]).status == "damaged"


def test_what_there_is_to_choose_from(made: Made) -> None:
    made.poll("closed", state="closed")
    choices = made.workshop.read(lambda reader: print_choices(reader, None, TODAY))
    assert [poll.words for poll in choices.polls] == ["Which vote?"]
    assert choices.session_polls == (made.ids["vote"],)
    assert (choices.people, choices.copies, choices.all_closed) == (2, 3, False)
    assert Document.BALLOTS in choices.needed


def test_the_list_counts_what_is_printed_by_itself(made: Made) -> None:
    session = made.workshop.read(lambda reader: print_choices(reader, None, TODAY)).session
    assert session
    with pytest.raises(NothingToPrint):
        made.workshop.read(lambda reader: packing_list(reader, session, [], 2, printed=NOW))
