"""The picture of who knows whom: everybody has a place, always the same one, and names never lie on one another."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.domain.network import figures, ring, spread

groups = st.lists(st.integers(0, 12), max_size=5)
pairs = st.lists(st.tuples(st.integers(0, 40), st.integers(0, 40)), max_size=60)


def numbered(sizes: list[int]) -> list[list[int]]:
    ids = itertools.count()
    return [[next(ids) for _ in range(size)] for size in sizes]


def links(named: list[tuple[int, int]], people: list[list[int]]) -> set[frozenset[int]]:
    here = {one for group in people for one in group}
    return {frozenset(pair) for pair in named if pair[0] != pair[1] and set(pair) <= here}


@given(groups, pairs)
def test_everybody_has_a_place_of_their_own_and_groups_stay_together(
    sizes: list[int], named: list[tuple[int, int]]
) -> None:
    people = numbered(sizes)
    places = ring(people, links(named, people), 1.4)
    assert sorted(places) == [one for group in people for one in group]
    assert len({(round(spot.x, 6), round(spot.y, 6)) for spot in places.values()}) == len(places)
    assert all(-1e-9 <= spot.x <= 1 + 1e-9 and -1e-9 <= spot.y <= 1.4 + 1e-9 for spot in places.values())
    turn = [next(n for n, group in enumerate(people) if one in group) for one in places]
    assert turn == sorted(turn)


@given(groups, pairs)
def test_the_same_people_and_links_give_the_same_picture(sizes: list[int], named: list[tuple[int, int]]) -> None:
    people = numbered(sizes)
    told = links(named, people)
    assert ring(people, told) == ring(people, sorted(told, key=sorted, reverse=True))


@given(st.lists(st.tuples(st.floats(0, 100), st.floats(0.1, 8)), max_size=40).map(sorted))
def test_names_of_any_height_keep_their_distance_for_as_long_as_there_is_room(names: list[tuple[float, float]]) -> None:
    rooms = [room for _, room in names]
    middles = spread([place for place, _ in names], rooms, 0.0, 100.0)
    share = min(1.0, 100.0 / sum(rooms)) if rooms else 1.0
    edges = [
        (middle - room * share / 2, middle + room * share / 2) for middle, room in zip(middles, rooms, strict=True)
    ]
    assert all(above[1] <= below[0] + 1e-6 for above, below in itertools.pairwise(edges))
    assert all(top >= -1e-6 and bottom <= 100 + 1e-6 for top, bottom in edges)


def test_a_name_stands_where_it_is_wanted_where_nothing_is_in_its_way() -> None:
    assert spread([10.0, 50.0, 90.0], [4.0, 8.0, 4.0], 0.0, 100.0) == [10.0, 50.0, 90.0]


def test_people_stand_beside_those_they_are_linked_to() -> None:
    people = [list("abcdef"), list("uvwxyz")]
    places = ring(people, {frozenset(pair) for pair in ("az", "by", "cx", "dw", "ev", "fu")})
    apart = [abs(places[one].y - places[other].y) for one, other in ("az", "by", "cx", "dw", "ev", "fu")]
    assert max(apart) < 0.2


def test_the_numbers_of_a_round() -> None:
    who = {"Amina": "resident", "Dave": "resident", "Ruth": "public-service", "Jo": "", "Pete": ""}
    found = figures(who, {frozenset(("Amina", "Dave")), frozenset(("Dave", "Ruth"))})
    assert (found.people, found.links, found.groups_apart, found.alone, found.parts, found.most) == (5, 2, 1, 2, 1, 2)
    assert found.each == pytest.approx(0.8)
    assert figures({}, set()).each == 0.0
