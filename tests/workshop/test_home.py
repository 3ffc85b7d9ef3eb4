"""What Home says of a workshop: how far it has come, and whether it is ready for the next session."""

from __future__ import annotations

import pickle
import uuid
from itertools import pairwise
from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from facilitator.domain.gestures.board import add_board, add_note, add_theme, withhold_notes
from facilitator.domain.gestures.people import add_person, answer_consent
from facilitator.domain.gestures.poll_terms import set_terms
from facilitator.domain.gestures.programme import add_activity, add_session, add_table, use_poll
from facilitator.domain.gestures.voting import Choice, add_poll, issue_ballots
from facilitator.workshop.queries.home import HomeCard, State, home_card
from facilitator.workshop.queries.ready import ready
from facilitator.workshop.queries.thumbnail import DAB, MOST, thumbnail

if TYPE_CHECKING:
    from facilitator.workshop.workshop import Workshop

TODAY = "2027-01-14"
BOARD, SESSION, BLOCK, VOTE_BLOCK, POLL, PERSON = (uuid.uuid4() for _ in range(6))


def card(workshop: Workshop) -> HomeCard:
    found = workshop.read(lambda reader: home_card(reader, TODAY))
    assert pickle.loads(pickle.dumps(found)) == found
    return found


def checks(workshop: Workshop) -> dict[str, bool]:
    return {check.code: check.ok for check in workshop.read(lambda reader: ready(reader, TODAY)).checks}


def test_a_workshop_goes_from_empty_by_its_sessions_to_finished(workshop: Workshop) -> None:
    assert (card(workshop).state, card(workshop).title, card(workshop).picture) == (State.EMPTY, "Millbrook", ())
    workshop.apply(add_board("What helps?", board_id=BOARD))
    workshop.apply(add_note(BOARD, "A bus"))
    assert card(workshop).state == State.GATHERING
    workshop.apply(add_session("Meet", position=1))
    assert card(workshop).state == State.NOT_BEGUN
    workshop.apply(add_session("Listen", date="2027-01-13", position=2))
    assert (card(workshop).state, card(workshop).ended) == (State.BETWEEN, "2027-01-13")


def test_the_session_of_today_is_the_next_one(workshop: Workshop) -> None:
    for number, day in enumerate(("2026-12-10", TODAY, "2027-02-11"), 1):
        workshop.apply(add_session(f"Session {number}", date=day, position=number))
    coming = card(workshop).next_session
    assert coming is not None
    assert (coming.number, coming.of, coming.title, coming.date) == (2, 3, "Session 2", TODAY)
    assert card(workshop).state == State.NEXT_SESSION


def test_when_all_sessions_are_over_it_is_finished(workshop: Workshop) -> None:
    workshop.apply(add_session("Only one", date="2027-01-13"))
    assert (card(workshop).state, card(workshop).next_session) == (State.FINISHED, None)


def test_a_withheld_note_is_neither_counted_nor_drawn(workshop: Workshop) -> None:
    workshop.apply(add_board("What helps?", board_id=BOARD))
    workshop.apply(add_note(BOARD, "Seen", colour=3))
    hidden = add_note(BOARD, "Hidden", colour=6)
    workshop.apply(hidden)
    workshop.apply(withhold_notes([hidden.edits[0].id], on=True))
    found = card(workshop)
    assert (found.notes, [colour for _, _, colour in found.picture]) == (1, [3])


def test_the_picture_shows_the_fullest_board_a_cluster_for_each_theme(workshop: Workshop) -> None:
    theme = uuid.uuid4()
    workshop.apply(add_board("Nearly empty"))
    workshop.apply(add_board("Full", board_id=BOARD))
    workshop.apply(add_theme(BOARD, "Buses", theme_id=theme))
    for colour in (2, 2, 5):
        workshop.apply(add_note(BOARD, "A note", colour=colour, theme_id=theme if colour == 2 else None))
    (x1, y1, _), (x2, y2, _), (x3, y3, loose) = card(workshop).picture
    assert (y1, y2, y3, loose) == (0, 0, 0, 5)
    assert x3 - x2 > x2 - x1 > DAB[0]


@given(st.lists(st.integers(0, 80), max_size=12))
def test_no_dab_leaves_the_picture_or_touches_another(sizes: list[int]) -> None:
    notes = [(uuid.UUID(int=theme), 1) for theme, size in enumerate(sizes) for _ in range(size)]
    dabs = sorted(thumbnail(notes), key=lambda dab: (dab[1], dab[0]))
    assert len(dabs) <= MOST
    assert bool(dabs) == bool(notes)
    assert all(x >= 0 and x + DAB[0] <= 1 and y >= 0 and y + DAB[1] <= 1 for x, y, _ in dabs)
    for (x1, y1, _), (x2, y2, _) in pairwise(dabs):
        assert y2 - y1 > DAB[1] or (y1 == y2 and x2 - x1 > DAB[0])


def test_without_a_session_to_come_that_is_all_that_is_said(workshop: Workshop) -> None:
    assert checks(workshop) == {"session": False}
    workshop.apply(add_session("Over", date="2027-01-13"))
    assert checks(workshop) == {"session": False}


def test_a_session_with_nothing_prepared_is_told_what_is_missing(workshop: Workshop) -> None:
    workshop.apply(add_session("Ideas", session_id=SESSION))
    assert checks(workshop) == {"session": True, "day": False, "blocks": False, "people": False}
    workshop.apply(add_activity(SESSION, "Have ideas", kind="brainstorm", group_format="tables", activity_id=BLOCK))
    workshop.apply(add_activity(SESSION, "Choose", kind="vote", position=1, activity_id=VOTE_BLOCK))
    workshop.apply(add_person("Amina"))
    found = {code for code, ok in checks(workshop).items() if not ok}
    assert found == {"day", "boards", "votes", "consent", "tables"}


def test_a_vote_needs_something_to_choose_a_promise_and_ballots(workshop: Workshop) -> None:
    workshop.apply(add_session("Ideas", session_id=SESSION))
    workshop.apply(add_activity(SESSION, "Choose", kind="vote", activity_id=VOTE_BLOCK))
    workshop.apply(add_poll("Which first?", poll_id=POLL))
    assert "ballots" not in checks(workshop)
    workshop.apply(use_poll(VOTE_BLOCK, POLL))
    assert {code for code in ("options", "ballots", "promises") if not checks(workshop)[code]} == {
        "options",
        "ballots",
        "promises",
    }
    other = add_poll("Which first?", [Choice("A wall")], poll_id=uuid.uuid4())
    workshop.apply(other)
    workshop.apply(use_poll(VOTE_BLOCK, other.edits[0].id))
    workshop.apply(set_terms(other.edits[0].id, consequence="We try it.", answered_by="The hall"))
    workshop.apply(issue_ballots(other.edits[0].id, [1, 2, 3]))
    found = checks(workshop)
    assert (found["votes"], found["options"], found["ballots"], found["promises"]) == (True, True, True, True)


def test_everything_prepared_is_ready(workshop: Workshop) -> None:
    workshop.apply(add_board("What helps?", board_id=BOARD))
    workshop.apply(add_session("Ideas", date=TODAY, starts_at="10:00", session_id=SESSION))
    workshop.apply(add_activity(SESSION, "Ideas", kind="brainstorm", group_format="tables", board_id=BOARD))
    workshop.apply(add_person("Amina", participant_id=PERSON))
    workshop.apply(answer_consent(PERSON, "notes", "no", wording="May we?", asked_on=TODAY))
    workshop.apply(add_table("Table 1"))
    assert all(checks(workshop).values())


def test_running_over_the_time_the_room_must_be_empty_is_said(workshop: Workshop) -> None:
    workshop.apply(add_session("Long", date=TODAY, starts_at="10:00", ends_at="10:30", session_id=SESSION))
    workshop.apply(add_activity(SESSION, "Talk", minutes=40))
    (found,) = [check for check in workshop.read(lambda reader: ready(reader, TODAY)).checks if check.code == "times"]
    assert (found.ok, found.values) == (False, {"late": 10, "clashes": 0})
