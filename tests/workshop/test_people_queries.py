"""The list of people and the door: who is expected, who has come, and what each agreed to."""

from __future__ import annotations

import pickle
import uuid
from typing import TYPE_CHECKING

import pytest

from facilitator.domain.gestures.people import (
    add_person,
    answer_consent,
    change_consent,
    edit_person,
    forget_consent,
    tick_arrivals,
    untick_arrivals,
    walk_in,
    withdraw_consent,
)
from facilitator.domain.gestures.programme import add_session
from facilitator.workshop.queries.people import PersonLine, arrivals, found, people, person_details

if TYPE_CHECKING:
    from facilitator.workshop.workshop import Workshop

SESSION, AMINA, SAMIA, ZOE, CONSENT = (uuid.uuid4() for _ in range(5))


@pytest.fixture
def hall(workshop: Workshop) -> Workshop:
    """A session, two who take part and one who interprets."""
    workshop.apply(add_session("Meeting", session_id=SESSION))
    workshop.apply(add_person("Zoë", participant_id=ZOE))
    workshop.apply(add_person("Samia", kind="supporter", supporter_role="interpreter", participant_id=SAMIA))
    workshop.apply(
        add_person("Amina", stakeholder_group="resident", languages="ar en", strengths="reads", participant_id=AMINA)
    )
    return workshop


def listed(workshop: Workshop) -> tuple[PersonLine, ...]:
    return workshop.read(lambda reader: people(reader, SESSION))


def line(workshop: Workshop, name: str) -> PersonLine:
    return next(one for one in listed(workshop) if one.display_name == name)


def test_those_who_take_part_come_first_by_name(hall: Workshop) -> None:
    assert [one.display_name for one in listed(hall)] == ["Amina", "Zoë", "Samia"]
    amina = line(hall, "Amina")
    assert (amina.group, amina.languages, amina.arrived) == ("resident", ("ar", "en"), False)


def test_the_list_can_go_to_another_process(hall: Workshop) -> None:
    assert pickle.loads(pickle.dumps(listed(hall))) == listed(hall)


def test_somebody_arrives_and_it_can_be_taken_back(hall: Workshop) -> None:
    hall.apply(tick_arrivals(SESSION, [AMINA, SAMIA]))
    assert [one.display_name for one in listed(hall) if one.arrived] == ["Amina", "Samia"]
    hall.apply(untick_arrivals(line(hall, "Amina").attendance))
    assert [one.display_name for one in listed(hall) if one.arrived] == ["Samia"]


def test_letters_inside_a_name_come_after_those_it_begins_with_even_when_that_person_is_here(hall: Workshop) -> None:
    hall.apply(tick_arrivals(SESSION, [AMINA]))
    assert [one.display_name for one in found("ami", listed(hall))] == ["Amina", "Samia"]


def test_an_arrival_ticked_on_two_laptops_is_one_person_and_is_taken_back_in_one(hall: Workshop) -> None:
    hall.apply(tick_arrivals(SESSION, [AMINA]))
    hall.apply(tick_arrivals(SESSION, [AMINA]))
    assert arrivals(listed(hall)).arrived == 1
    hall.apply(untick_arrivals(line(hall, "Amina").attendance))
    assert arrivals(listed(hall)).arrived == 0


def test_a_walk_in_needs_only_a_first_name_and_has_arrived(hall: Workshop) -> None:
    hall.apply(walk_in(SESSION, "Wassim"))
    wassim = line(hall, "Wassim")
    assert (wassim.arrived, wassim.walk_in, wassim.kind) == (True, True, "participant")
    hall.undo()
    assert "Wassim" not in [one.display_name for one in listed(hall)]


def test_the_door_is_counted_without_those_who_help(hall: Workshop) -> None:
    hall.apply(tick_arrivals(SESSION, [AMINA, SAMIA]))
    hall.apply(walk_in(SESSION, "Wassim"))
    counted = arrivals(listed(hall))
    assert (counted.listed, counted.arrived, counted.walked_in, counted.helpers) == (3, 2, 1, 1)


def test_three_letters_find_those_who_are_not_here_yet_first(hall: Workshop) -> None:
    hall.apply(walk_in(SESSION, "Amal"))
    assert [one.display_name for one in found("ama", listed(hall))] == ["Amal"]
    assert [one.display_name for one in found("am", listed(hall))] == ["Amina", "Amal", "Samia"]
    assert [one.display_name for one in found("zoe", listed(hall))] == ["Zoë"]


def test_not_asked_yes_no_and_taken_back_are_told_apart(hall: Workshop) -> None:
    assert set(line(hall, "Amina").consents.values()) == {"not-asked"}
    hall.apply(answer_consent(AMINA, "notes", "yes", wording="May we?", asked_on="2026-11-09", consent_id=CONSENT))
    hall.apply(answer_consent(AMINA, "photos", "no"))
    assert line(hall, "Amina").consents == {
        "notes": "yes",
        "quotes": "not-asked",
        "photos": "no",
        "contact": "not-asked",
        "relationship-map": "not-asked",
    }
    hall.apply(withdraw_consent(CONSENT, "2026-11-20"))
    assert line(hall, "Amina").consents["notes"] == "no"


def test_somebody_can_be_asked_again_or_turn_out_not_to_have_been_asked(hall: Workshop) -> None:
    hall.apply(answer_consent(AMINA, "notes", "yes", asked_on="2026-11-09", consent_id=CONSENT))
    hall.apply(withdraw_consent(CONSENT, "2026-11-20"))
    hall.apply(change_consent(CONSENT, "yes", wording="May we?", asked_on="2026-11-21", how="spoken"))
    details = hall.read(lambda reader: person_details(reader, AMINA))
    assert details is not None
    latest = details.latest("notes")
    assert latest is not None
    assert (latest.answer, latest.wording, latest.asked_on, latest.how) == ("yes", "May we?", "2026-11-21", "spoken")
    assert line(hall, "Amina").consents["notes"] == "yes"
    hall.apply(forget_consent([CONSENT]))
    assert line(hall, "Amina").consents["notes"] == "not-asked"


def test_a_person_can_be_changed(hall: Workshop) -> None:
    hall.apply(edit_person(ZOE, display_name="Zoe", languages="pl"))
    assert line(hall, "Zoe").languages == ("pl",)


def test_there_are_no_details_of_nobody(hall: Workshop) -> None:
    assert hall.read(lambda reader: person_details(reader, uuid.uuid4())) is None
