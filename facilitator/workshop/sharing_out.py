"""What people fill in is printed in the language each of them reads, and large for those who need that: the copies of a
pack are shared out, so that no number of a ballot is on two papers, and some are spare for every kind of reader.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from facilitator.workshop.giving_out import with_spare
from facilitator.workshop.queries.copies_needed import read_at_home
from facilitator.workshop.queries.organiser_values import ReadAs, Share
from facilitator.workshop.queries.print_values import BallotValues, FeedbackFormValues
from facilitator.workshop.queries.room_values import ConsentValues, EvaluationValues

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from facilitator.workshop.queries.print_values import PackPart
    from facilitator.workshop.queries.room_values import ConsentCard

Readers = tuple[tuple[ReadAs, int], ...]
"""How many read otherwise than the pack is set, most first."""


def shared_out(part: PackPart, times: int, readers: Readers, people: int) -> Iterator[Share]:
    """A part as it is printed for so many people: first as the pack is set, then as others read it."""
    match part:
        case ConsentValues():
            yield from _cards(part, times, readers)
        case BallotValues() | FeedbackFormValues():
            for read_as, numbers in _numbers(part.numbers, readers, people):
                yield Share(replace(part, numbers=numbers), times, read_as)
        case EvaluationValues():
            for read_as, copies in _numbers(range(times), readers, people):
                yield Share(part, len(copies), read_as)
        case _:
            yield Share(part, times)


def shares(total: int, readers: Readers, people: int) -> dict[ReadAs, int]:
    """How many of so many copies are set for each kind of reader: for those who read so and some to spare, as far
    as there are spare ones; where there are fewer copies than people, as large a part of them.
    """
    if total < people:
        return _too_few(total, readers, people)
    found: dict[ReadAs, int] = {}
    left = total - people
    for read_as, many in readers:
        spare = min(left, with_spare(many) - many)
        found[read_as] = many + spare
        left -= spare
    return found


def _too_few(total: int, readers: Readers, people: int) -> dict[ReadAs, int]:
    """Each kind of reader's part of too few copies. Nobody else's helps somebody who cannot read it, so there is one
    for every kind, those in large print first, as long as one is left as the pack is set, too.
    """
    found = {read_as: total * many // people for read_as, many in readers}
    left = total - sum(found.values()) - 1
    for read_as, many in reversed(readers):
        if many and not found[read_as] and left > 0:
            found[read_as] = 1
            left -= 1
    return found


def enough_in_each(readers: Readers, people: int) -> int | None:
    """How many copies it takes for some to be spare for every kind of reader; None where all read alike."""
    if not readers:
        return None
    others = sum(many for _, many in readers)
    return with_spare(max(0, people - others)) + sum(with_spare(many) for _, many in readers)


def _numbers(numbers: Sequence[int], readers: Readers, people: int) -> Iterator[tuple[ReadAs, tuple[int, ...]]]:
    """The numbers of the papers for each kind of reader, in one row: those set as the pack is first."""
    counts = shares(len(numbers), readers, people)
    start = len(numbers) - sum(counts.values())
    if start:
        yield ReadAs(), tuple(numbers[:start])
    for read_as, many in counts.items():
        if many:
            yield read_as, tuple(numbers[start : start + many])
        start += many


def _cards(part: ConsentValues, times: int, readers: Readers) -> Iterator[Share]:
    """Everybody's own card as they read it, with blank ones for who walks in."""
    kinds = {read_as for read_as, _ in readers}
    theirs = {read_as: tuple(card for card in part.cards if _read_as(card, kinds) == read_as) for read_as, _ in readers}
    blanks: dict[ReadAs, int] = {}
    for read_as, cards in theirs.items():
        blanks[read_as] = min(part.blank - sum(blanks.values()), with_spare(len(cards)) - len(cards))
    rest = tuple(card for card in part.cards if _read_as(card, kinds) not in kinds)
    blank = part.blank - sum(blanks.values())
    if rest or blank:
        yield Share(replace(part, cards=rest, blank=blank), times)
    for read_as, cards in theirs.items():
        if cards:
            yield Share(replace(part, cards=cards, blank=blanks[read_as]), times, read_as)


def _read_as(card: ConsentCard, kinds: Collection[ReadAs]) -> ReadAs:
    theirs = ReadAs(read_at_home(" ".join(card.languages)), card.large)
    return theirs if theirs in kinds else replace(theirs, language="")
