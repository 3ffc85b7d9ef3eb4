"""What people fill in is printed in the language each of them reads: the copies of a pack are shared out, so that no
number of a ballot is on two papers, and some are spare in every language.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from facilitator.workshop.giving_out import with_spare
from facilitator.workshop.queries.copies_needed import read_at_home
from facilitator.workshop.queries.print_values import BallotValues, FeedbackFormValues
from facilitator.workshop.queries.room_values import ConsentValues, EvaluationValues

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from facilitator.workshop.queries.print_values import PackPart

Readers = tuple[tuple[str, int], ...]
"""How many read each language at home, most first; those of the pack's own languages are not among them."""


@dataclass(frozen=True, slots=True)
class Share:
    """A part of the pack, how often it is printed, and in which language; empty is the pack's own."""

    part: PackPart
    times: int
    language: str = ""


def shared_out(part: PackPart, times: int, readers: Readers, people: int) -> Iterator[Share]:
    """A part as it is printed for so many people: first in the pack's own languages, then in others they read."""
    match part:
        case ConsentValues():
            yield from _cards(part, times, readers)
        case BallotValues() | FeedbackFormValues():
            for language, numbers in _numbers(part.numbers, readers, people):
                yield Share(replace(part, numbers=numbers), times, language)
        case EvaluationValues():
            for language, copies in _numbers(range(times), readers, people):
                yield Share(part, len(copies), language)
        case _:
            yield Share(part, times)


def shares(total: int, readers: Readers, people: int) -> dict[str, int]:
    """How many of so many copies are in each language: for those who read it and some to spare, as far as there are
    spare ones; where there are fewer copies than people, as large a part of them.
    """
    if total < people:
        return {language: total * many // people for language, many in readers}
    found: dict[str, int] = {}
    left = total - people
    for language, many in readers:
        spare = min(left, with_spare(many) - many)
        found[language] = many + spare
        left -= spare
    return found


def enough_in_each(readers: Readers, people: int) -> int | None:
    """How many copies it takes for some to be spare in every language; None where all read one."""
    if not readers:
        return None
    others = sum(many for _, many in readers)
    return with_spare(max(0, people - others)) + sum(with_spare(many) for _, many in readers)


def _numbers(numbers: Sequence[int], readers: Readers, people: int) -> Iterator[tuple[str, tuple[int, ...]]]:
    """The numbers of the papers in each language, in one row: the pack's own first."""
    counts = shares(len(numbers), readers, people)
    start = len(numbers) - sum(counts.values())
    if start:
        yield "", tuple(numbers[:start])
    for language, many in counts.items():
        if many:
            yield language, tuple(numbers[start : start + many])
        start += many


def _cards(part: ConsentValues, times: int, readers: Readers) -> Iterator[Share]:
    """Everybody's own card in the language they read, with blank ones for who walks in."""
    theirs = {language: [card for card in part.cards if _reads(card.languages) == language] for language, _ in readers}
    blanks: dict[str, int] = {}
    for language, cards in theirs.items():
        blanks[language] = min(part.blank - sum(blanks.values()), with_spare(len(cards)) - len(cards))
    rest = tuple(card for card in part.cards if _reads(card.languages) not in theirs)
    blank = part.blank - sum(blanks.values())
    if rest or blank:
        yield Share(replace(part, cards=rest, blank=blank), times)
    for language, cards in theirs.items():
        if cards:
            yield Share(replace(part, cards=tuple(cards), blank=blanks[language]), times, language)


def _reads(languages: Sequence[str]) -> str:
    return read_at_home(" ".join(languages))
