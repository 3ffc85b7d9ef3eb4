"""At the door: somebody is here once, however often it is said, and the last thing they answered is what counts."""

from __future__ import annotations

import uuid
from typing import TYPE_CHECKING

import pytest

from facilitator.domain.gestures.people import add_person, answer_consent, tick_arrivals
from facilitator.domain.gestures.programme import add_session
from facilitator.workshop.queries.consent import consents
from facilitator.workshop.queries.door import answering, arriving
from facilitator.workshop.queries.people import people, person_details

if TYPE_CHECKING:
    from facilitator.domain.change import Effects
    from facilitator.domain.may_be_shown import Said
    from facilitator.workshop.workshop import Workshop

SESSION, AMINA = uuid.uuid4(), uuid.uuid4()


@pytest.fixture
def hall(workshop: Workshop) -> Workshop:
    workshop.apply(add_session("Meeting", session_id=SESSION))
    workshop.apply(add_person("Amina", participant_id=AMINA))
    return workshop


def arrive(hall: Workshop, *, here: bool) -> Effects:
    return hall.apply(hall.read(lambda reader: arriving(reader, SESSION, AMINA, here=here)))


def answer(hall: Workshop, said: Said, today: str) -> None:
    hall.apply(hall.read(lambda reader: answering(reader, AMINA, "photos", said, wording="May we?", today=today)))


def said(hall: Workshop) -> Said:
    return hall.read(lambda reader: consents(reader).said(AMINA, "photos"))


def is_here(hall: Workshop) -> bool:
    return hall.read(lambda reader: people(reader, SESSION))[0].arrived


def test_somebody_who_is_here_is_not_ticked_again(hall: Workshop) -> None:
    assert arrive(hall, here=True).group is not None
    assert arrive(hall, here=True).group is None
    assert is_here(hall)


def test_unticking_takes_back_the_ticks_of_both_laptops(hall: Workshop) -> None:
    hall.apply(tick_arrivals(SESSION, [AMINA]))
    hall.apply(tick_arrivals(SESSION, [AMINA]))
    arrive(hall, here=False)
    assert not is_here(hall)
    assert arrive(hall, here=False).group is None


def test_an_answer_is_kept_with_its_day_and_words(hall: Workshop) -> None:
    answer(hall, "yes", "2027-01-14")
    details = hall.read(lambda reader: person_details(reader, AMINA))
    assert details
    kept = details.latest("photos")
    assert kept
    assert (kept.answer, kept.asked_on, kept.wording) == ("yes", "2027-01-14", "May we?")


def test_a_no_after_a_yes_takes_it_back_and_both_days_stay(hall: Workshop) -> None:
    answer(hall, "yes", "2027-01-14")
    answer(hall, "no", "2027-01-21")
    assert said(hall) == "no"
    details = hall.read(lambda reader: person_details(reader, AMINA))
    assert details
    assert [(one.answer, one.asked_on, one.withdrawn_on) for one in details.answers] == [
        ("yes", "2027-01-14", "2027-01-21")
    ]


def test_a_yes_after_a_no_of_the_same_day_counts_even_where_two_laptops_asked(hall: Workshop) -> None:
    for one in ("no", "yes"):
        hall.apply(answer_consent(AMINA, "photos", one, asked_on="2027-01-14"))
    assert said(hall) == "no"
    answer(hall, "yes", "2027-01-14")
    assert said(hall) == "yes"


@pytest.mark.parametrize("first", ["yes", "no"])
def test_not_asked_after_all_is_not_no(hall: Workshop, first: Said) -> None:
    answer(hall, first, "2027-01-14")
    answer(hall, "not-asked", "2027-01-14")
    assert said(hall) == "not-asked"
