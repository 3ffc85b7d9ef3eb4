"""Counting: from marks to the score and rank of each option, by the poll's method.

A ballot counts once on an option. Where two laptops read the same sheet, two marks may say the same, and then they are
one; where they contradict each other, neither counts, because nobody but the voter can say which is right.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from facilitator.domain.letters import letter

if TYPE_CHECKING:
    import uuid
    from collections.abc import Callable, Iterable, Mapping, Sequence

    Said = Sequence[tuple[int, int]]
    """What was said of an option: values of marks, each with how many say it."""

Counts = dict[str, int]


@dataclass(frozen=True, slots=True)
class Candidate:
    """An option as it stands on the ballot. A hidden one is counted, but takes no rank and is not shown to the room."""

    id: uuid.UUID
    place: int
    text: str
    hidden: bool = False


@dataclass(frozen=True, slots=True)
class Vote:
    """What one counted ballot says of one option; see `Mark` for what the value means. `many` voters say it: more than
    one where hands were counted.
    """

    ballot_id: uuid.UUID
    option_id: uuid.UUID
    value: int
    many: int = 1


@dataclass(frozen=True, slots=True)
class OptionResult:
    """One option counted. `rank` is None for a hidden one; ties share a rank and the next is skipped (1, 2, 2, 4)."""

    id: uuid.UUID
    letter: str
    text: str
    hidden: bool
    rank: int | None
    score: float
    counts: Counts


@dataclass(frozen=True, slots=True)
class PollResult:
    """A vote counted. Options stand in rank order, hidden ones last.

    `issued` are the paper ballots given out, `ballots` all that were counted, `spoilt` those that came back unreadable,
    `still_out` those given out that have not come back. `hands` and `tokens` are how many were raised or laid, over all
    options; the `piles` they were counted in are among `ballots`, and so are those that came in on a `screen` and those
    that somebody `assisted` with. `corrected` is how often a ballot was counted anew, `reopened` how often the vote was
    opened again after it was closed. `dots` is how many each person has, `most_on_one` how many of them on one option.
    """

    id: uuid.UUID
    question: str
    method: str
    state: str
    issued: int
    ballots: int
    spoilt: int
    options: tuple[OptionResult, ...]
    source: str
    still_out: int = 0
    hands: int = 0
    tokens: int = 0
    piles: int = 0
    corrected: int = 0
    reopened: int = 0
    assisted: int = 0
    screen: int = 0
    dots: int = 0
    most_on_one: int = 0

    @property
    def paper(self) -> int:
        """How many paper ballots were counted."""
        return self.ballots - self.piles - self.assisted - self.screen


def tally(method: str, candidates: Iterable[Candidate], votes: Iterable[Vote]) -> tuple[OptionResult, ...]:
    """Every option with its counts, score and rank, in rank order; equal ones in the order of the ballot.

    Votes on options that are not among the candidates, and values the method does not know, are left out.
    """
    count, score = METHODS[method]
    values = _values_by_option(votes)
    counted = [(one, count(values.get(one.id, ()))) for one in candidates]
    counted.sort(key=lambda pair: (pair[0].hidden, -score(pair[1]), pair[0].place, pair[0].id))
    ranks = _ranks([score(counts) for one, counts in counted if not one.hidden])
    return tuple(
        OptionResult(
            one.id, letter(one.place), one.text, one.hidden, None if one.hidden else ranks[index], score(counts), counts
        )
        for index, (one, counts) in enumerate(counted)
    )


def ties(options: Iterable[OptionResult]) -> tuple[tuple[OptionResult, ...], ...]:
    """The options that share a rank, rank by rank; nothing where each has its own."""
    shared: dict[int, list[OptionResult]] = {}
    for option in options:
        if option.rank is not None:
            shared.setdefault(option.rank, []).append(option)
    return tuple(tuple(same) for _, same in sorted(shared.items()) if len(same) > 1)


def agree_score(counts: Mapping[str, int]) -> float:
    """The share of those who looked at a statement that agreed with it, 0.0 to 1.0; 0.0 when nobody did."""
    seen = counts["agree"] + counts["disagree"] + counts["pass"]
    return counts["agree"] / seen if seen else 0.0


def _count_agree(values: Said) -> Counts:
    voices = {"agree": 1, "disagree": -1, "pass": 0}
    return {name: sum(many for said, many in values if said == value) for name, value in voices.items()}


def _count_dots(values: Said) -> Counts:
    return {"dots": sum(value * many for value, many in values if value > 0)}


def _dots_score(counts: Mapping[str, int]) -> float:
    return float(counts["dots"])


METHODS: dict[str, tuple[Callable[[Said], Counts], Callable[[Mapping[str, int]], float]]] = {
    "agree": (_count_agree, agree_score),
    "dots": (_count_dots, _dots_score),
}
"""How each method counts what was said of an option, and what score follows from the counts."""


def _values_by_option(votes: Iterable[Vote]) -> dict[uuid.UUID, list[tuple[int, int]]]:
    said: dict[tuple[uuid.UUID, uuid.UUID], Vote | None] = {}
    for vote in votes:
        key = vote.option_id, vote.ballot_id
        said[key] = vote if said.get(key, vote) == vote else None
    values: dict[uuid.UUID, list[tuple[int, int]]] = {}
    for (option_id, _), vote in said.items():
        if vote is not None:
            values.setdefault(option_id, []).append((vote.value, vote.many))
    return values


def _ranks(scores: Sequence[float]) -> list[int]:
    """Ranks from 1 for scores that stand from high to low."""
    ranks: list[int] = []
    for index, score in enumerate(scores):
        ranks.append(ranks[-1] if index and score == scores[index - 1] else index + 1)
    return ranks
