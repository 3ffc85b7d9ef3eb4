"""What the organiser's documents say is read rightly, and a name or a yes goes nowhere it may not go."""

from __future__ import annotations

import pickle
from typing import TYPE_CHECKING

import pytest

from facilitator.domain.change import Change, Set
from facilitator.domain.errors import NotFound, NothingToPrint
from facilitator.workshop.queries.organiser_queries import badge_values, running_order_values, sign_in_values
from facilitator.workshop.queries.sessions import chosen_session
from tests.workshop.organising import NOW, TODAY, Made

if TYPE_CHECKING:
    from facilitator.workshop.queries.organiser_values import RunningOrderValues
    from facilitator.workshop.queries.sessions import SessionItem
    from facilitator.workshop.workshop import Workshop


@pytest.fixture
def made(workshop: Workshop) -> Made:
    return Made(workshop)


def chosen(made: Made, name: str | None = None, today: str = TODAY) -> SessionItem:
    return made.workshop.read(lambda reader: chosen_session(reader, name, today))


def running_order(made: Made) -> RunningOrderValues:
    session = chosen(made)
    return made.workshop.read(lambda reader: running_order_values(reader, session, NOW))


def test_the_next_session_is_meant_else_the_first(made: Made) -> None:
    made.session("one", title="Meet", date="2026-11-26")
    made.session("two", title="Choose", date="2027-01-14")

    assert chosen(made, today="2026-12-01").title == "Choose"
    assert chosen(made, today="2027-01-14").title == "Choose"
    assert chosen(made, today="2027-05-01").title == "Meet"
    assert (chosen(made).number, chosen(made).of) == (2, 2)


def test_a_session_is_found_by_its_title_or_a_part_of_it(made: Made) -> None:
    made.session("one", title="Meet one another")
    made.session("two", title="Choose one")

    assert chosen(made, "meet").title == "Meet one another"
    with pytest.raises(NotFound, match="Meet one another"):
        chosen(made, "dance")
    with pytest.raises(NotFound, match="Several sessions"):
        chosen(made, "one")


def test_without_a_session_nothing_can_be_chosen(made: Made) -> None:
    with pytest.raises(NothingToPrint, match="no session in this workshop yet"):
        chosen(made)


def test_clock_times_follow_from_the_plan(made: Made) -> None:
    made.session()
    made.block("Welcome", minutes=15, kit="tea")
    made.block("Ideas", minutes=55, prompt="On your own first.", lead="Jo", kit="pens; Tea, 40 ballots,\n27 badges")
    made.block("Break", minutes=15, fixed_start="11:05")
    values = running_order(made)

    assert [(row.clock, row.gap, row.clash) for row in values.rows] == [
        ("10:00", 0, 0),
        ("10:15", 0, 0),
        ("11:05", 0, 5),
    ]
    assert (values.session.starts, values.session.ends) == ("10:00", "11:20")
    assert (values.purpose, values.rows[1].prompt, values.rows[1].lead) == (
        "Choose one idea.",
        "On your own first.",
        "Jo",
    )
    assert pickle.loads(pickle.dumps(values)) == values


def test_what_to_bring_is_each_thing_once_and_papers_counted_from_the_people(made: Made) -> None:
    made.session()
    made.poll()
    made.block("Vote", kit="pens; Tea, 27 ballots,\nname badges", poll_id=made.ids["vote"])
    made.block("Try", kit="tea، paper", kind="prototype")
    for name in ("Amina", "Dave", "Ruth"):
        made.person(name)
    made.person("Samia", kind="supporter")
    bring = running_order(made).bring

    assert bring.kit == ("pens", "Tea", "paper")
    assert (bring.ballots, bring.forms, bring.badges) == (4, 4, 4)


def test_a_session_without_activities_has_no_running_order(made: Made) -> None:
    made.session()
    with pytest.raises(NothingToPrint, match="no activities yet"):
        running_order(made)


def test_the_sign_in_sheet_has_names_and_nothing_else(made: Made) -> None:
    made.session()
    made.person("Dave", access_needs="hearing loop", strengths="bakes", languages="en")
    made.person("Amina")
    made.person("Samia", kind="supporter", supporter_role="interpreter")
    session = chosen(made)
    values = made.workshop.read(lambda reader: sign_in_values(reader, session, NOW))

    assert (values.expected, values.helpers, values.blank) == (("Amina", "Dave"), ("Samia",), 1)
    assert "hearing" not in repr(values)
    assert "bakes" not in repr(values)


def test_somebody_removed_for_good_is_on_no_list(made: Made) -> None:
    made.session()
    made.person("Amina")
    gone = made.person("Dave")
    made.workshop.apply(Change("test-blank", (Set("participant", gone, {"display_name": ""}),)))

    assert [badge.name for badge in made.workshop.read(lambda reader: badge_values(reader, NOW)).badges] == ["Amina"]


def test_a_camera_needs_a_yes_that_still_holds(made: Made) -> None:
    for name in ("Asked nothing", "No", "Took it back", "Yes", "Yes to notes only"):
        made.person(name, access_needs="hearing loop", strengths="bakes")
    made.consent("No", "photos", "no")
    made.consent("Took it back", "photos", "yes", withdrawn_on="2027-01-10")
    made.consent("Yes", "photos", "yes")
    made.consent("Yes to notes only", "notes", "yes")
    values = made.workshop.read(lambda reader: badge_values(reader, NOW))

    assert [badge.name for badge in values.badges if badge.photos] == ["Yes"]
    assert "hearing" not in repr(values)
    assert "bakes" not in repr(values)
    assert pickle.loads(pickle.dumps(values)) == values


def test_helpers_come_after_those_who_take_part_with_what_they_do(made: Made) -> None:
    made.person("Samia", kind="supporter", supporter_role="interpreter", languages="ar so")
    made.person("Zoe", stakeholder_group="resident")
    first, second = made.workshop.read(lambda reader: badge_values(reader, NOW)).badges

    assert (first.name, first.group, first.role) == ("Zoe", "resident", "")
    assert (second.name, second.group, second.role, second.languages) == (
        "Samia",
        "supporter",
        "interpreter",
        ("ar", "so"),
    )


def test_without_people_there_is_neither_badge_nor_list(made: Made) -> None:
    made.session()
    session = chosen(made)
    with pytest.raises(NothingToPrint, match="no badge"):
        made.workshop.read(lambda reader: badge_values(reader, NOW))
    with pytest.raises(NothingToPrint, match="nobody to sign in"):
        made.workshop.read(lambda reader: sign_in_values(reader, session, NOW))
