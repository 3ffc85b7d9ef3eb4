"""A picture of who knows whom: people around a ring, so that every line between two of them can be followed, and the
picture before and the one after have everybody at the same place.

Lengths are shares of the picture: it is 1 wide and as high as it is told. The same people and links always give the
same picture. A link is the two people it is between; who named whom does not matter.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, TypeVar

if TYPE_CHECKING:
    from collections.abc import Collection, Hashable, Iterable, Mapping, Sequence

K = TypeVar("K", bound="Hashable")
_SWEEPS = 8
_GAP = 1.2
"""Empty places on the ring between two groups."""


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a person stands on the ring, and on which `side` of the picture the name does: -1 left, 1 right."""

    x: float
    y: float
    side: int


@dataclass(frozen=True, slots=True)
class Figures(Generic[K]):
    """What a picture of who knows whom comes to in numbers. `groups_apart` counts links between two groups; `parts` is
    how many circles of people there are that nobody links, those who stand alone not among them.
    """

    people: int
    links: int
    groups_apart: int
    alone: int
    parts: int
    most: int

    @property
    def each(self) -> float:
        """How many others a person is linked to, on average."""
        return 2 * self.links / self.people if self.people else 0.0


def ring(groups: Sequence[Sequence[K]], links: Collection[frozenset[K]], height: float = 1.0) -> dict[K, Spot]:
    """Everybody's place on an oval as high as that, group after group from the top on clockwise. Within a group people
    stand near those they are linked to, so that fewer lines cross the middle.
    """
    order = _ordered([list(group) for group in groups if group], _neighbours(links))
    places = _around(order)
    return {key: _spot(turn, height) for key, turn in places.items()}


def spread(wanted: Sequence[float], rooms: Sequence[float], low: float, high: float) -> list[float]:
    """The middles of names that are written from top to bottom: each as near to where it is wanted as can be with its
    own room around it, all of that from `low` to `high`. When there is not room enough they share what there is.
    """
    share = (high - low) / max(sum(rooms), high - low)
    halves = [room * share / 2 for room in rooms]
    found: list[float] = []
    edge = low
    for place, half in zip(wanted, halves, strict=True):
        found.append(max(place, edge + half))
        edge = found[-1] + half
    edge = high
    for at in range(len(found) - 1, -1, -1):
        found[at] = min(found[at], edge - halves[at])
        edge = found[at] - halves[at]
    return found


def figures(groups: Mapping[K, str], links: Collection[frozenset[K]]) -> Figures[K]:
    """The numbers of one round: people with their groups, and the links between them."""
    near = _neighbours(links)
    linked = [key for key in groups if near.get(key)]
    return Figures(
        people=len(groups),
        links=len(links),
        groups_apart=sum(len({groups[key] for key in link}) > 1 for link in links),
        alone=len(groups) - len(linked),
        parts=_parts(linked, near),
        most=max((len(near[key]) for key in linked), default=0),
    )


def _ordered(groups: list[list[K]], near: Mapping[K, set[K]]) -> list[list[K]]:
    """Each group by where the friends of its people stand, over and over (the barycentre method, Sugiyama 1981)."""
    for _ in range(_SWEEPS):
        turns = _around(groups)
        for group in groups:
            middle = {key: _middle(turns[key], _friends(near, key, turns)) for key in group}
            group.sort(key=lambda key: (round(middle[key], 6), turns[key]))
            turns = _around(groups)
    return groups


def _friends(near: Mapping[K, set[K]], key: K, turns: Mapping[K, float]) -> list[float]:
    """Where a person's friends stand, sorted, so that nothing depends on the order of a set."""
    return sorted(turns[other] for other in near.get(key, ()) if other in turns)


def _middle(own: float, others: Iterable[float]) -> float:
    """The middle of some places on a ring, as near to one's own turn as it goes round."""
    pulls = [math.remainder(other - own, 1.0) for other in others]
    return own + sum(pulls) / (len(pulls) + 1)


def _around(groups: Sequence[Sequence[K]]) -> dict[K, float]:
    """Each person's turn: 0 is the top, a quarter the right."""
    round_trip = sum(map(len, groups)) + _GAP * len(groups)
    turns: dict[K, float] = {}
    at = _GAP / 2
    for group in groups:
        for key in group:
            turns[key] = (at + 0.5) / round_trip
            at += 1
        at += _GAP
    return turns


def _spot(turn: float, height: float) -> Spot:
    angle = 2 * math.pi * turn
    return Spot(0.5 + math.sin(angle) / 2, height / 2 - math.cos(angle) * height / 2, 1 if turn < 0.5 else -1)


def _neighbours(links: Iterable[frozenset[K]]) -> dict[K, set[K]]:
    near: dict[K, set[K]] = {}
    for link in links:
        for key in link:
            near.setdefault(key, set()).update(link - {key})
    return near


def _parts(people: Iterable[K], near: Mapping[K, set[K]]) -> int:
    seen: set[K] = set()
    parts = 0
    for person in people:
        if person in seen:
            continue
        parts += 1
        waiting = [person]
        while waiting:
            one = waiting.pop()
            if one not in seen:
                seen.add(one)
                waiting += near[one]
    return parts
