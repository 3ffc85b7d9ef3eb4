"""Gestures with sessions, people, stories, captured notes, the terms of a vote, try-outs and decisions."""

from __future__ import annotations

import uuid

import pytest

from facilitator.domain.change import Change, Insert, Set
from facilitator.domain.gestures import capture, discovery, people, poll_terms, programme, trying
from facilitator.domain.validate import validate

ONE, TWO = uuid.UUID(int=1), uuid.UUID(int=2)

GESTURES = [
    programme.describe_programme(ONE, place="Hall", area="Ward", purpose="To meet", languages="en ar"),
    programme.add_session("Ideas", date="2027-01-14", starts_at="10:00", place="Hall", purpose="To choose", position=3),
    programme.add_activity(ONE, "Brainstorm", kind="brainstorm", minutes=25, prompt="Big letters.", board_id=TWO),
    programme.add_activity(ONE, "Break", kind="break", minutes=15, fixed_start="11:05"),
    programme.use_poll(ONE, TWO),
    programme.use_poll(ONE, None),
    programme.add_table("Table 1", position=1),
    people.add_person("Jo", stakeholder_group="community-organisation", languages="en", strengths="toys", walk_in=True),
    people.add_person("Samia", kind="supporter", supporter_role="interpreter", languages="ar so en"),
    people.tick_arrivals(ONE, [ONE, TWO]),
    people.answer_consent(ONE, "photos", "no", wording="May we?", asked_on="2026-11-26", how="spoken"),
    people.withdraw_consent(ONE, "2027-01-20"),
    people.seat_people(ONE, [TWO]),
    people.link_people([(ONE, TWO, "works-with")], 2),
    discovery.add_story("The door", "It was locked.", teller="Hana", language="en", approved=True, may_quote=True),
    discovery.mark_quote(ONE, "It was locked.", 3, 13),
    discovery.add_insight("Nobody told us", [ONE, TWO], position=1),
    capture.add_notes(ONE, [capture.NewNote("A bench"), capture.NewNote("", photo="photo-1", table_id=TWO)]),
    capture.ask_from(ONE, TWO),
    capture.name_colours(ONE, {1: "idea", 7: "to type up"}),
    poll_terms.set_terms(ONE, consequence="We try it.", answered_by="The library", answer_date="2027-01-22", dots=3),
    trying.root_idea(ONE, board_id=TWO, theme_id=TWO, option_id=TWO, note_ids=[ONE, TWO]),
    trying.add_trial(ONE, session_id=TWO, place="The gate", date="2027-02-11", used_by=11, delivered_by=3),
    trying.add_feedback(ONE, "change", "Needs a roof", perspective="would-help-run", language="en"),
    trying.add_feedback(ONE, "rating", rating=4, perspective="both"),
    trying.decide("No Saturdays", "refuse", reason="No money", who="The centre", by_when="2027-04-15"),
]


@pytest.mark.parametrize("gesture", GESTURES, ids=lambda gesture: gesture.code)
def test_the_gate_lets_every_gesture_through(gesture: Change) -> None:
    validate(gesture)


def test_a_quote_keeps_the_words_it_marks() -> None:
    (quote,) = discovery.mark_quote(ONE, "It was locked.", 3, 13).edits
    assert quote == Insert("quote", quote.id, {"story_id": ONE, "start": 3, "end": 13, "text": "was locked"})


def test_an_insight_is_tied_to_each_of_its_quotes() -> None:
    insight, *ties = discovery.add_insight("Nobody told us", [ONE, TWO]).edits
    assert [tie.values for tie in ties if isinstance(tie, Insert)] == [
        {"insight_id": insight.id, "quote_id": ONE},
        {"insight_id": insight.id, "quote_id": TWO},
    ]


def test_captured_notes_stand_one_after_another() -> None:
    notes = [capture.NewNote("one"), capture.NewNote("two")]
    edits = capture.add_notes(ONE, notes, position=7.0).edits
    assert [edit.values["position"] for edit in edits if isinstance(edit, Insert)] == [7.0, 8.0]


def test_what_was_said_in_one_language_and_written_in_another_keeps_both() -> None:
    said = capture.NewNote("Let us ring", language="en", spoken_language="ar")
    (edit,) = capture.add_notes(ONE, [said]).edits
    assert isinstance(edit, Insert)
    assert (edit.values["language"], edit.values["spoken_language"]) == ("en", "ar")


def test_only_the_colours_that_are_named_change_their_meaning() -> None:
    assert capture.name_colours(ONE, {2: "worry"}).edits == (Set("board", ONE, {"meaning_2": "worry"}),)


def test_history_can_say_how_many_came() -> None:
    assert people.tick_arrivals(ONE, [ONE, TWO]).details == {"people": 2}
