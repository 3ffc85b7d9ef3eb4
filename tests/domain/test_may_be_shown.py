"""One function says which name and whose words may be shown where, and says it the careful way round."""

from __future__ import annotations

from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.domain.may_be_shown import (
    Answer,
    NameInTheRoom,
    NameOnNote,
    Place,
    PlaceOnMap,
    Said,
    WordsOfNote,
    WordsOfStory,
    may_be_shown,
    said,
)

PLACES: tuple[Place, ...] = get_args(Place)
BEYOND_THE_SCREEN = tuple(place for place in PLACES if place != "screen")
SAID: tuple[Said, ...] = get_args(Said)
DAYS = st.sampled_from(["", "2026-11-09", "2026-11-10", "2027-01-20"])
ANSWERS = st.builds(Answer, st.sampled_from(["yes", "no"]), DAYS, DAYS)


def test_names_of_those_who_come_are_for_the_screen_and_for_badges_and_sign_in() -> None:
    assert [place for place in PLACES if may_be_shown(NameInTheRoom(), place)] == ["screen", "room-print"]


@pytest.mark.parametrize("place", PLACES)
def test_a_name_stands_beside_a_note_only_with_a_yes(place: Place) -> None:
    assert [notes for notes in SAID if may_be_shown(NameOnNote("participant", notes), place)] == ["yes"]


@pytest.mark.parametrize("place", PLACES)
def test_a_supporter_is_never_named_beside_a_note_they_put_into_words_for_another(place: Place) -> None:
    assert not any(may_be_shown(NameOnNote("supporter", notes), place) for notes in SAID)


@pytest.mark.parametrize("place", BEYOND_THE_SCREEN)
def test_a_note_leaves_the_screen_unless_it_is_withheld_or_its_person_said_no(place: Place) -> None:
    assert [notes for notes in SAID if may_be_shown(WordsOfNote(False, notes), place)] == ["yes", "not-asked"]
    assert not any(may_be_shown(WordsOfNote(True, notes), place) for notes in SAID)


def test_the_facilitator_sees_every_note_and_story() -> None:
    assert may_be_shown(WordsOfNote(True, "no"), "screen")
    assert may_be_shown(WordsOfStory(approved=False, may_quote=False), "screen")


@pytest.mark.parametrize("place", BEYOND_THE_SCREEN)
def test_a_story_leaves_the_screen_when_its_teller_heard_it_and_lets_us_repeat_it(place: Place) -> None:
    both = [(approved, may) for approved in (False, True) for may in (False, True)]
    assert [pair for pair in both if may_be_shown(WordsOfStory(*pair), place)] == [(True, True)]


@pytest.mark.parametrize("place", PLACES)
def test_the_map_shows_participants_who_said_yes(place: Place) -> None:
    assert [answer for answer in SAID if may_be_shown(PlaceOnMap("participant", answer), place)] == ["yes"]
    assert not may_be_shown(PlaceOnMap("supporter", "yes"), place)


def test_not_asked_is_neither_yes_nor_no() -> None:
    assert said([]) == "not-asked"


@pytest.mark.parametrize(
    ("answers", "come_to"),
    [
        ([Answer("yes", "2026-11-09")], "yes"),
        ([Answer("no", "2026-11-09")], "no"),
        ([Answer("yes", "2026-11-09", withdrawn_on="2027-01-20")], "no"),
        ([Answer("yes", "", withdrawn_on="2027-01-20")], "no"),
        ([Answer("yes", "2026-11-09", withdrawn_on="2026-11-10"), Answer("yes", "2027-01-20")], "yes"),
        ([Answer("no", "2026-11-09"), Answer("yes", "2026-11-10")], "yes"),
        ([Answer("yes", "2026-11-09"), Answer("no", "2026-11-09")], "no"),
        ([Answer("yes", "2027-01-20", withdrawn_on="2026-11-09")], "no"),
    ],
)
def test_the_latest_answer_counts_and_one_taken_back_is_a_no(answers: list[Answer], come_to: str) -> None:
    assert said(answers) == come_to


@given(st.lists(ANSWERS, max_size=4), st.randoms())
def test_the_order_in_which_two_laptops_wrote_answers_down_makes_no_difference(
    answers: list[Answer], random: object
) -> None:
    shuffled = list(answers)
    random.shuffle(shuffled)  # type: ignore[attr-defined]  # pyright: ignore[reportAttributeAccessIssue]
    assert said(shuffled) == said(answers)


@given(st.lists(ANSWERS, min_size=1, max_size=4))
def test_taking_back_on_the_last_day_is_always_a_no(answers: list[Answer]) -> None:
    assert said([*answers, Answer("yes", "2026-11-09", withdrawn_on="2027-12-31")]) == "no"
