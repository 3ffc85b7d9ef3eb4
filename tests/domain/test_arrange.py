"""Where notes lie on a board: none upon another, none moved that nobody moved."""

from __future__ import annotations

import itertools

from hypothesis import given
from hypothesis import strategies as st

from facilitator.domain.arrange import (
    GAP,
    NOTE_HEIGHT,
    NOTE_WIDTH,
    NOWHERE,
    Free,
    Place,
    frame_around,
    in_groups,
    settled,
)

sizes = st.lists(st.integers(0, 40), max_size=9)
somewhere = st.tuples(st.floats(-3_000, 3_000), st.floats(-3_000, 3_000))


def numbered(counts: list[int]) -> list[list[int]]:
    ids = itertools.count()
    return [[next(ids) for _ in range(count)] for count in counts]


def overlap(one: Place, other: Place) -> bool:
    return abs(one[0] - other[0]) < NOTE_WIDTH and abs(one[1] - other[1]) < NOTE_HEIGHT


@given(sizes)
def test_notes_laid_by_theme_never_cover_one_another_nor_another_theme(counts: list[int]) -> None:
    groups = numbered(counts)
    places = in_groups(groups, GAP, GAP)
    assert sorted(places) == sorted(one for group in groups for one in group)
    assert not any(overlap(places[a], places[b]) for a, b in itertools.combinations(places, 2))
    frames = [frame_around([places[one] for one in group]) for group in groups if group]
    for (ax, ay, aw, ah), (bx, by, bw, bh) in itertools.combinations(frames, 2):
        assert ax + aw <= bx or bx + bw <= ax or ay + ah <= by or by + bh <= ay


@given(sizes, st.integers(1, 40))
def test_what_is_not_grouped_lies_below_all_themes(counts: list[int], loose: int) -> None:
    *groups, rest = numbered([*counts, loose])
    places = in_groups(groups, GAP, GAP, rest)
    assert len(places) == sum(counts) + loose
    for group in groups:
        for one in group:
            assert places[one][1] + NOTE_HEIGHT < min(places[other][1] for other in rest)
    assert not any(overlap(places[a], places[b]) for a, b in itertools.combinations(rest, 2))


@given(sizes)
def test_a_board_by_theme_has_about_the_shape_of_a_screen(counts: list[int]) -> None:
    places = in_groups(numbered(counts), 0, 0)
    if sum(counts) > 60 and max(counts) < sum(counts) / 3:
        _, _, width, height = frame_around(places.values())
        assert 0.5 < width / height < 4


@given(sizes, st.dictionaries(st.integers(0, 60), somewhere, min_size=1, max_size=12))
def test_what_somebody_laid_stays_there_and_the_rest_finds_room(counts: list[int], laid: dict[int, Place]) -> None:
    groups = numbered(counts)
    ids = [one for group in groups for one in group]
    stored = {one: laid.get(one, NOWHERE) for one in ids}
    found = settled(groups, stored)
    assert set(found) == set(ids)
    by_hand = {one for one in ids if stored[one] != NOWHERE}
    assert all(found[one] == stored[one] for one in by_hand)
    if by_hand:
        for one in set(ids) - by_hand:
            assert not any(overlap(found[one], found[other]) for other in ids if other != one)


@given(st.lists(somewhere, max_size=30), st.lists(somewhere, min_size=1, max_size=10))
def test_a_free_place_is_free_also_for_the_next_that_asks(taken: list[Place], wishes: list[Place]) -> None:
    free = Free(taken)
    given_out: list[Place] = []
    for wish in wishes:
        place = free.near(wish)
        assert not any(overlap(place, other) for other in (*taken, *given_out))
        given_out.append(place)


def test_a_new_note_falls_beside_the_last_one() -> None:
    assert Free([(100.0, 100.0)]).near((100.0, 100.0)) == (100.0 + NOTE_WIDTH + GAP, 100.0)
