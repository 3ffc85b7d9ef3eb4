"""The table where ballots are counted in: what is out, what is back, and the Change that counts one more.

What comes in is checked against what the file has: only an open vote is counted, a number only if it was given out, and
only once. No question here asks who voted, and nothing could answer it: see docs/decisions/0007-counting.md.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import sqlalchemy as sa

from facilitator.domain.ballot_entry import Line
from facilitator.domain.errors import AlreadyBack, BadChange, NotFound
from facilitator.domain.gestures.counting import correct_ballot, count_piles
from facilitator.domain.gestures.voting import add_ballot, count_ballot, spoil_ballot
from facilitator.domain.schema import table_of
from facilitator.domain.voting import Ballot, Mark, Poll
from facilitator.workshop.queries.happened import times_done
from facilitator.workshop.queries.read_twice import read_twice
from facilitator.workshop.queries.voting import candidates, pile_total

if TYPE_CHECKING:
    import uuid
    from collections.abc import Mapping

    from facilitator.domain.change import Change
    from facilitator.workshop.reader import Reader

_ballot, _mark = table_of(Ballot), table_of(Mark)


@dataclass(frozen=True, slots=True)
class BallotBox:
    """A vote while it is counted, without a word of how it goes.

    `lines` are the options that can be voted on. `next_number` is the lowest ballot still out, 0 when none is. Of the
    paper ballots `given_out`, `counted` and `spoilt` are back; `assisted` and `screen` were never on paper; `hands` and
    `tokens` are how many, over all options. `corrected` and `reopened` say how often.
    """

    poll_id: uuid.UUID
    question: str
    method: str
    state: str
    dots: int
    most_on_one: int
    consequence: str
    answered_by: str
    answer_date: str
    blank_letters: int
    lines: tuple[Line, ...]
    next_number: int
    given_out: int
    counted: int
    spoilt: int
    assisted: int
    screen: int
    hands: int
    tokens: int
    corrected: int
    reopened: int

    @property
    def still_out(self) -> int:
        """How many were given out and are not back."""
        return self.given_out - self.counted - self.spoilt

    @property
    def unnamed(self) -> int:
        """How many letters are printed on the ballots that have no name yet."""
        named = {line.place for line in self.lines}
        return sum(place not in named for place in range(1, self.blank_letters + 1))


def ballot_box(reader: Reader, poll_id: uuid.UUID) -> BallotBox | None:
    """A vote as the one who counts it needs it, or None when there is no such vote."""
    poll = reader.get(Poll, poll_id)
    if poll is None:
        return None
    back = _by_channel(reader, poll_id)
    paper = {state: back.get(("paper", state), 0) for state in ("issued", "counted", "spoilt")}
    lowest = sa.select(sa.func.min(_ballot.c.number)).where(
        _ballot.c.poll_id == poll_id, _ballot.c.channel == "paper", _ballot.c.state == "issued"
    )
    return BallotBox(
        poll_id=poll.id,
        question=poll.question,
        method=poll.method,
        state=poll.state,
        dots=poll.dots,
        most_on_one=poll.most_on_one,
        consequence=poll.consequence,
        answered_by=poll.answered_by,
        answer_date=poll.answer_date,
        blank_letters=poll.blank_letters,
        lines=tuple(Line(one.id, one.place, one.text) for one in candidates(reader, poll_id) if not one.hidden),
        next_number=reader.rows(lowest)[0][0] or 0,
        given_out=sum(paper.values()),
        counted=paper["counted"],
        spoilt=paper["spoilt"],
        assisted=back.get(("assisted", "counted"), 0),
        screen=back.get(("screen", "counted"), 0),
        hands=pile_total(reader, poll_id, "hands", "passing"),
        tokens=pile_total(reader, poll_id, "tokens"),
        corrected=times_done(reader, "ballot-correct", poll_id),
        reopened=times_done(reader, "poll-reopen", poll_id),
    )


def counted_in(reader: Reader, poll_id: uuid.UUID, number: int, values: Mapping[uuid.UUID, int]) -> Change:
    """Count a paper ballot that came back; `values` are what it says by option. Raises BadChange when its number was
    not given out or has been counted, when it says more than a ballot may, and when the vote is not open.
    """
    poll = _open(reader, poll_id)
    _check_ballot(reader, poll, values)
    return count_ballot(_still_out(reader, poll_id, number), values)


def spoilt(reader: Reader, poll_id: uuid.UUID, number: int) -> Change:
    """Lay a paper ballot aside that came back but cannot be counted. Raises BadChange likewise."""
    _open(reader, poll_id)
    return spoil_ballot(_still_out(reader, poll_id, number))


def assisted(reader: Reader, poll_id: uuid.UUID, values: Mapping[uuid.UUID, int]) -> Change:
    """Count a vote that somebody said or showed to a helper who typed it in. It takes no number of a paper ballot."""
    poll = _open(reader, poll_id)
    _check_ballot(reader, poll, values)
    return add_ballot(poll_id, _next_free(reader, poll_id), "assisted", values)


def show_of_hands(
    reader: Reader,
    poll_id: uuid.UUID,
    raised: Mapping[uuid.UUID, int],
    against: Mapping[uuid.UUID, int] | None = None,
    passing: Mapping[uuid.UUID, int] | None = None,
) -> Change:
    """Count hands: how many were raised for each option, and, where people agree or not, how many against it and how
    many to pass.
    """
    poll = _open(reader, poll_id)
    if (against or passing) and poll.method != "agree":
        raise BadChange("Hands against an option count only where people agree or disagree. Count those for it.")
    disagreeing = {option_id: -many for option_id, many in (against or {}).items()}
    return _piles(reader, poll, [("hands", dict(raised)), ("hands", disagreeing), ("passing", dict(passing or {}))])


def tokens(reader: Reader, poll_id: uuid.UUID, laid: Mapping[uuid.UUID, int]) -> Change:
    """Count the tokens in each option's jar. Where people agree or disagree there is one jar only, for agreeing."""
    return _piles(reader, _open(reader, poll_id), [("tokens", dict(laid))])


def corrected(reader: Reader, poll_id: uuid.UUID, number: int, values: Mapping[uuid.UUID, int] | None) -> Change:
    """Count anew a ballot that is back; None for one that turns out to be spoilt. Raises BadChange when it is still out
    or was never given out.
    """
    poll = _open(reader, poll_id)
    if values is not None:
        _check_ballot(reader, poll, values)
    back = _back(reader, poll_id, number)
    marks = reader.rows(sa.select(_mark.c.id).where(_mark.c.ballot_id == back.id))
    return correct_ballot(poll_id, back.id, [mark_id for (mark_id,) in marks], values)


@dataclass(frozen=True, slots=True)
class BallotBack:
    """A paper ballot as it was typed in, or as laid aside, to hold against the paper before it is corrected.
    `read_twice` says that two laptops counted it and not the same, so that these values are nobody's yet.
    """

    number: int
    spoilt: bool
    values: Mapping[uuid.UUID, int]
    read_twice: bool = False


def looked_up(reader: Reader, poll_id: uuid.UUID, number: int) -> BallotBack:
    """A ballot of an open vote that is back. Raises BadChange when it is still out or was never given out."""
    _open(reader, poll_id)
    back = _back(reader, poll_id, number)
    query = sa.select(_mark.c.option_id, _mark.c.value).where(_mark.c.ballot_id == back.id)
    torn = read_twice(reader, back.id)
    return BallotBack(number, back.state == "spoilt", dict(reader.rows(query)), bool(torn))


def _back(reader: Reader, poll_id: uuid.UUID, number: int) -> Ballot:
    ballots = _numbered(reader, poll_id, number)
    back = next((one for one in ballots if one.state != "issued"), None)
    if back is not None:
        return back
    if ballots:
        raise BadChange(f"Ballot {number} has not been counted yet. Count it first.")
    raise BadChange(f"Ballot {number} was not given out. Look at its number again.")


def _open(reader: Reader, poll_id: uuid.UUID) -> Poll:
    poll = reader.get(Poll, poll_id)
    if poll is None:
        raise NotFound("That vote is not in this workshop any more.")
    if poll.state != "open":
        how = "Open it again" if poll.state == "closed" else "Open it"
        raise BadChange(
            f"The vote is {'closed' if poll.state == 'closed' else 'not open yet'}. {how} before you count."
        )
    return poll


def _check_ballot(reader: Reader, poll: Poll, values: Mapping[uuid.UUID, int]) -> None:
    _check_options(reader, poll, values)
    if poll.method == "agree" and not all(value in (1, 0, -1) for value in values.values()):
        raise BadChange("A statement takes agree, disagree or pass.")
    if poll.method == "dots" and not all(value > 0 for value in values.values()):
        raise BadChange("An option takes one dot or more.")
    if poll.method == "dots" and poll.most_on_one and max(values.values(), default=0) > poll.most_on_one:
        raise BadChange(
            f"One option takes {poll.most_on_one} of a ballot's dots at most. Look again, or lay it aside as spoilt."
        )
    if poll.method == "dots" and sum(values.values()) > poll.dots:
        raise BadChange(
            f"That is more than the {poll.dots} dots each person has. Look again, or lay it aside as spoilt."
        )


def _check_options(reader: Reader, poll: Poll, values: Mapping[uuid.UUID, int]) -> None:
    known = {one.id for one in candidates(reader, poll.id)}
    if not known.issuperset(values):
        raise BadChange("That option is not on this ballot. Look at the letters again.")


def _piles(reader: Reader, poll: Poll, piles: list[tuple[str, dict[uuid.UUID, int]]]) -> Change:
    said = [(channel, {option: value for option, value in pile.items() if value}) for channel, pile in piles]
    kept = [(channel, pile) for channel, pile in said if pile]
    for _, pile in kept:
        _check_options(reader, poll, pile)
    if not kept:
        raise BadChange("Nothing was counted for any option, so there is nothing to keep.")
    first = _next_free(reader, poll.id)
    return count_piles(poll.id, [(channel, number, pile) for number, (channel, pile) in enumerate(kept, first)])


def _still_out(reader: Reader, poll_id: uuid.UUID, number: int) -> uuid.UUID:
    """The paper ballot of this number that is not back. Two laptops may each have given one out."""
    ballots = _numbered(reader, poll_id, number)
    out = next((one for one in ballots if one.state == "issued"), None)
    if out is not None:
        return out.id
    if not ballots:
        raise BadChange(f"Ballot {number} was not given out. Look at its number again.")
    how = "laid aside as spoilt" if ballots[0].state == "spoilt" else "counted"
    raise AlreadyBack(f"Ballot {number} is already {how}. Look at its number again, or correct it.", number)


def _numbered(reader: Reader, poll_id: uuid.UUID, number: int) -> list[Ballot]:
    return reader.find(Ballot, _ballot.c.poll_id == poll_id, _ballot.c.number == number, _ballot.c.channel == "paper")


def _next_free(reader: Reader, poll_id: uuid.UUID) -> int:
    last = reader.rows(sa.select(sa.func.max(_ballot.c.number)).where(_ballot.c.poll_id == poll_id))[0][0]
    return (last or 0) + 1


def _by_channel(reader: Reader, poll_id: uuid.UUID) -> dict[tuple[str, str], int]:
    query = (
        sa.select(_ballot.c.channel, _ballot.c.state, sa.func.count())
        .where(_ballot.c.poll_id == poll_id)
        .group_by(_ballot.c.channel, _ballot.c.state)
    )
    return {(channel, state): many for channel, state, many in reader.rows(query)}
