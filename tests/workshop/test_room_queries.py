"""What the papers for the room say is read rightly: nobody's answers, names or words go where they may not."""

from __future__ import annotations

import pickle
from typing import TYPE_CHECKING

import pytest

from facilitator.domain.errors import NotFound, NothingToPrint
from facilitator.workshop.queries.consent_queries import consent_values, relationship_form_values
from facilitator.workshop.queries.room_queries import (
    expenses_values,
    grid_values,
    option_key_values,
    parking_values,
    pocket_order_values,
    prompt_card_values,
    sticky_sheet_values,
    table_sign_values,
    tables_of,
    welcome_values,
)
from facilitator.workshop.queries.sessions import chosen_session
from facilitator.workshop.queries.story_queries import story_values
from tests.workshop.organising import NOW, TODAY, Made

if TYPE_CHECKING:
    from facilitator.workshop.queries.sessions import SessionItem
    from facilitator.workshop.workshop import Workshop


@pytest.fixture
def made(workshop: Workshop) -> Made:
    made = Made(workshop)
    made.session()
    return made


def chosen(made: Made) -> SessionItem:
    return made.workshop.read(lambda reader: chosen_session(reader, None, TODAY))


def test_not_having_been_asked_is_neither_yes_nor_no_on_a_consent_card(made: Made) -> None:
    made.person("Amina", languages="ar en")
    made.consent("Amina", "notes", "yes", asked_on="2026-11-26")
    made.consent("Amina", "photos", "no", asked_on="2026-11-26")
    made.person("Samia", kind="supporter")
    values = made.workshop.read(lambda reader: consent_values(reader, NOW))

    assert [(card.name, card.languages) for card in values.cards] == [("Amina", ("ar", "en"))]
    assert dict(values.cards[0].said) == {
        "notes": "yes",
        "quotes": "not-asked",
        "photos": "no",
        "contact": "not-asked",
        "relationship-map": "not-asked",
    }
    assert values.blank == 1
    assert pickle.loads(pickle.dumps(values)) == values


def test_a_yes_that_was_taken_back_is_a_no_on_the_next_card(made: Made) -> None:
    made.person("Kirsty")
    made.consent("Kirsty", "photos", "yes", asked_on="2026-11-26", withdrawn_on="2027-01-10")
    values = made.workshop.read(lambda reader: consent_values(reader, NOW))

    assert dict(values.cards[0].said)["photos"] == "no"


def test_a_pack_asks_only_those_who_were_not_asked_about_everything(made: Made) -> None:
    for name in ("Asked", "Not asked"):
        made.person(name)
    for use in ("notes", "quotes", "photos", "contact", "relationship-map"):
        made.consent("Asked", use, "no")
    values = made.workshop.read(lambda reader: consent_values(reader, NOW, only_unasked=True))

    assert [card.name for card in values.cards] == ["Not asked"]


def test_somebody_removed_for_good_has_no_card(made: Made) -> None:
    made.person("  ")
    assert made.workshop.read(lambda reader: consent_values(reader, NOW)).cards == ()


def test_only_those_who_agreed_to_be_on_the_map_are_on_its_form(made: Made) -> None:
    session = chosen(made)
    for name in ("Yes", "Yes too", "No", "Not asked", "Took it back"):
        made.person(name)
    made.person("Helper", kind="supporter")
    for name in ("Yes", "Yes too", "Helper"):
        made.consent(name, "relationship-map", "yes")
    made.consent("No", "relationship-map", "no")
    made.consent("Took it back", "relationship-map", "yes", withdrawn_on="2027-01-10")
    made.add("connection", from_id=made.ids["Yes"], to_id=made.ids["Yes too"], kind="knows", round=1)
    values = made.workshop.read(lambda reader: relationship_form_values(reader, session, NOW))

    assert (values.people, values.round, values.blank) == (("Yes", "Yes too"), 2, 1)


def test_one_person_alone_has_nobody_to_know(made: Made) -> None:
    session = chosen(made)
    made.person("Yes")
    made.consent("Yes", "relationship-map", "yes")
    with pytest.raises(NothingToPrint, match="Fewer than two people"):
        made.workshop.read(lambda reader: relationship_form_values(reader, session, NOW))


def test_a_story_is_handed_out_once_its_teller_heard_it_and_lets_us_repeat_it(made: Made) -> None:
    for title, approved, may_quote in (("Told", True, True), ("Not heard", False, True), ("Kept", True, False)):
        made.add("story", title=title, body="It was raining.", approved=approved, may_quote=may_quote)
    values = made.workshop.read(lambda reader: story_values(reader, NOW))

    assert [story.title for story in values.stories] == ["Told"]
    assert pickle.loads(pickle.dumps(values)) == values


def test_why_no_story_is_handed_out_is_said(made: Made) -> None:
    with pytest.raises(NothingToPrint, match="no story in this workshop yet"):
        made.workshop.read(lambda reader: story_values(reader, NOW))
    made.add("story", title="Kept", body="It was raining.", approved=True)
    with pytest.raises(NothingToPrint, match="hear it read back"):
        made.workshop.read(lambda reader: story_values(reader, NOW))


def test_tables_of_another_session_have_no_sign_in_this_one(made: Made) -> None:
    session = chosen(made)
    with pytest.raises(NothingToPrint, match="no tables"):
        made.workshop.read(lambda reader: table_sign_values(reader, session, NOW))
    assert made.workshop.read(lambda reader: tables_of(reader, session)) == 5
    made.session("later", title="Later", date="2027-02-11")
    made.add("room_table", name="Oak", position=2.0)
    made.add("room_table", name="Ash", position=1.0, session_id=session.id)
    made.add("room_table", name="Elm", position=3.0, session_id=made.ids["later"])
    values = made.workshop.read(lambda reader: table_sign_values(reader, session, NOW))

    assert values.names == ("Ash", "Oak")


def test_people_who_work_at_tables_get_a_prompt_card_each_table(made: Made) -> None:
    session = chosen(made)
    for n in range(3):
        made.add("room_table", name=f"Table {n}")
    made.block("Welcome", kind="welcome", prompt="Say your name.")
    made.block("Ideas", kind="brainstorm", prompt="One idea a note.", group_format="tables", minutes=25)
    made.block("Break", kind="break")
    values = made.workshop.read(lambda reader: prompt_card_values(reader, session, NOW))

    assert [(card.title, card.copies) for card in values.cards] == [("Welcome", 1), ("Ideas", 3)]


def test_a_session_without_words_to_say_has_no_prompt_cards(made: Made) -> None:
    session = chosen(made)
    made.block("Break", kind="break")
    with pytest.raises(NothingToPrint, match="has words to say"):
        made.workshop.read(lambda reader: prompt_card_values(reader, session, NOW))


def test_the_poster_at_the_door_counts_languages_and_names_nobody(made: Made) -> None:
    session = chosen(made)
    made.person("Nasreen", languages="phr ur")
    made.person("Rukhsana", languages="phr")
    made.block("Welcome", kind="welcome", prompt="Say your name.", lead="Farida", minutes=15)
    made.block("Break", kind="break")
    values = made.workshop.read(lambda reader: welcome_values(reader, session, NOW))

    assert values.languages == ("phr", "ur")
    assert [(one.clock, one.kind) for one in values.coming] == [("10:00", "welcome"), ("10:15", "break")]
    assert "Nasreen" not in repr(values)
    assert "Farida" not in repr(values)


def test_the_key_to_a_vote_leaves_hidden_options_out(made: Made) -> None:
    poll = made.poll()
    values = made.workshop.read(lambda reader: option_key_values(reader, poll, NOW))

    assert [(option.place, option.text) for option in values.options] == [(1, "One shared wall")]
    empty = made.add("poll", question="And?", method="dots")
    with pytest.raises(NothingToPrint, match="nothing to choose from"):
        made.workshop.read(lambda reader: option_key_values(reader, empty, NOW))
    with pytest.raises(NotFound):
        made.workshop.read(lambda reader: option_key_values(reader, made.ids["meeting"], NOW))


def test_letters_that_are_named_in_the_room_are_on_the_key_as_lines(made: Made) -> None:
    poll = made.add("poll", question="Which?", method="dots", blank_letters=4)
    values = made.workshop.read(lambda reader: option_key_values(reader, poll, NOW))

    assert (values.options, values.unnamed) == ((), (1, 2, 3, 4))


def test_notes_are_stuck_under_the_questions_this_session_writes_on(made: Made) -> None:
    session = chosen(made)
    assert made.workshop.read(lambda reader: sticky_sheet_values(reader, session, NOW)).questions == ()
    first = made.add("board", question="What gets in the way?")
    made.add("board", question="Who do you ask first?")
    both = made.workshop.read(lambda reader: sticky_sheet_values(reader, session, NOW)).questions
    assert sorted(both) == ["What gets in the way?", "Who do you ask first?"]
    made.block("Ideas", kind="brainstorm", board_id=first)
    assert made.workshop.read(lambda reader: sticky_sheet_values(reader, session, NOW)).questions == (
        "What gets in the way?",
    )


def test_slips_and_tickets_are_for_everybody_and_some_to_spare(made: Made) -> None:
    session = chosen(made)
    for n in range(34):
        made.person(f"Person {n}")

    assert made.workshop.read(lambda reader: expenses_values(reader, session, NOW)).slips == 40
    assert made.workshop.read(lambda reader: parking_values(reader, NOW)).tickets == 40


def test_blank_sheets_ask_for_nothing(made: Made) -> None:
    assert made.workshop.read(lambda reader: grid_values(reader, NOW)).printed == NOW


def test_the_pocket_order_is_the_plan_in_a_few_words(made: Made) -> None:
    session = chosen(made)
    with pytest.raises(NothingToPrint, match="no activities yet"):
        made.workshop.read(lambda reader: pocket_order_values(reader, session, NOW))
    made.block("Welcome", minutes=15, lead=" Farida ", prompt="Say your name.")
    made.block("Break", minutes=15, fixed_start="11:05")
    rows = made.workshop.read(lambda reader: pocket_order_values(reader, session, NOW)).rows

    assert [(row.clock, row.lead, row.fixed) for row in rows] == [("10:00", "Farida", False), ("11:05", "", True)]
