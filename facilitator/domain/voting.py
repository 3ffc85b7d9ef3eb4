"""The voting room: a question with lettered options, the ballots, and the marks on them.

A ballot has a number and the way it came in, and nothing that leads to a person: no participant, no time, no order.
"""

from __future__ import annotations

import uuid

from facilitator.domain import row
from facilitator.domain.row import Row


class Poll(Row, table=True):
    """A vote. `consequence` says before voting what its result will do, `answered_by` who will answer for it,
    `answer_date` by when.

    `dots` is how many dots a person has (method `dots`), `most_on_one` how many of those one option may get, 0 for all;
    `blank_letters` how many lettered lines are printed before the options have names.
    """

    board_id: uuid.UUID | None = row.points_to("board")
    question: str = row.text(1_000)
    consequence: str = row.text(2_000)
    answered_by: str = row.text(300)
    answer_date: str = row.date()
    method: str = row.choice("agree", "dots")
    dots: int = row.whole(5, 1, 20)
    most_on_one: int = row.whole(0, 0, 20)
    secrecy: str = row.choice("secret", "open")
    state: str = row.choice("draft", "open", "closed")
    blank_letters: int = row.whole(0, 0, 26)
    source: str = row.text(2_000)
    position: float = row.number()


class Option(Row, table=True):
    """Something to vote on, as worded when the vote began. `place` is its turn on the ballot, from 1; letters follow
    from it.
    """

    poll_id: uuid.UUID = row.part_of("poll")
    place: int = row.whole(1, 1, 100_000)
    text: str = row.text(20_000)
    note_id: uuid.UUID | None = row.points_to("note")
    theme_id: uuid.UUID | None = row.points_to("theme")
    hidden: bool = row.yes_no()


class Ballot(Row, table=True):
    """One ballot. `issued` is given out and not back yet; `counted` and `spoilt` are back.

    A ballot of the channels `hands`, `passing` and `tokens` is not one voter's but a pile: a count of raised hands, of
    hands raised to pass, or of what lies in the jars.
    """

    poll_id: uuid.UUID = row.part_of("poll")
    number: int = row.whole(1, 1, 1_000_000)
    channel: str = row.choice("paper", "screen", "hands", "tokens", "assisted", "passing")
    state: str = row.choice("issued", "counted", "spoilt")


class Mark(Row, table=True):
    """What a ballot says of an option. Method agree: 1 agree, -1 disagree, 0 pass. Method dots: how many dots. On a
    pile it is how many hands or tokens; of hands on a statement, below zero how many disagree.
    """

    ballot_id: uuid.UUID = row.part_of("ballot")
    option_id: uuid.UUID = row.part_of("option")
    value: int = row.whole(0)
