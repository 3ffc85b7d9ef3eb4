"""What was got ready, as Changes: the programme, the stories and insights, boards and votes, and running orders."""

from __future__ import annotations

from typing import TYPE_CHECKING

from facilitator.domain.gestures.board import add_board
from facilitator.domain.gestures.capture import ask_from, name_colours
from facilitator.domain.gestures.discovery import add_insight, add_story, mark_quote
from facilitator.domain.gestures.poll_terms import set_terms
from facilitator.domain.gestures.programme import add_activity, add_session, describe_programme, use_poll
from facilitator.domain.gestures.voting import Choice, add_poll
from facilitator.exchange.millbrook.making import clock_time, named, steady, together

if TYPE_CHECKING:
    import uuid
    from collections.abc import Iterable

    from facilitator.domain.change import Change
    from facilitator.exchange.millbrook.boards import BoardText
    from facilitator.exchange.millbrook.programme import BlockText, SessionText
    from facilitator.exchange.millbrook.reading import Example
    from facilitator.exchange.millbrook.stories import InsightText, StoryText
    from facilitator.exchange.millbrook.votes import VoteText


def described(example: Example, programme_id: uuid.UUID) -> Change:
    """What the programme is."""
    programme = example.programme
    return describe_programme(
        programme_id,
        place=programme.place,
        area=programme.area,
        purpose=programme.purpose,
        languages=programme.languages,
    )


def story(text: StoryText, position: int) -> Change:
    """A story and the quotes marked in it."""
    story_id = named("story", text.name)
    told = add_story(
        text.title,
        text.body,
        teller=text.teller,
        language=text.language,
        translation=text.translation,
        translation_language=text.translation_language,
        approved=text.approved,
        may_quote=text.may_quote,
        source=text.source,
        position=float(position),
        story_id=story_id,
    )
    quotes = [
        mark_quote(story_id, text.body, quote.start, quote.end, quote_id=named("quote", text.name, quote.name))
        for quote in text.quotes
    ]
    return together("story-add", (told, *quotes), quotes=len(quotes))


def insight(text: InsightText, position: int) -> Change:
    """An insight with the quotes it rests on."""
    quotes = [named("quote", *quote) for quote in text.quotes]
    return add_insight(text.statement, quotes, position=float(position), insight_id=named("insight", text.name))


def board(text: BoardText) -> Change:
    """A board with its question, where that comes from, and what its colours mean."""
    board_id = named("board", text.number)
    asked = add_board(text.question, source=text.source, position=float(text.number), board_id=board_id)
    rooted = [ask_from(board_id, named("insight", text.insight))] if text.insight else []
    return together("board-add", (asked, *rooted, name_colours(board_id, text.meanings)))


def vote(text: VoteText, example: Example) -> Change:
    """A vote set up: its options, what its result will do, and who answers for it by when."""
    poll_id = named("poll", text.name)
    boards = {board.number: board for board in example.boards}
    themes = boards[text.board].themes if text.board in boards else ()
    choices = [
        Choice(option, theme_id=named("theme", text.board, option) if option in themes else None)
        for option in text.options
    ]
    board_id = named("board", text.board) if text.board in boards else None
    asked = add_poll(
        text.question,
        choices,
        method=text.method,
        board_id=board_id,
        blank_letters=text.blank_letters,
        position=float(text.number),
        poll_id=poll_id,
    )
    terms = set_terms(
        poll_id,
        consequence=text.consequence,
        answered_by=text.answered_by,
        answer_date=text.answer_date,
        dots=text.dots,
    )
    return steady(together("poll-add", (asked, terms), options=len(choices)), text.name)


def session(text: SessionText) -> Change:
    """A session with its running order. The blocks of a vote are given it when it has been set up."""
    added = add_session(
        text.title,
        date=text.date,
        starts_at=clock_time(text.starts),
        doors_at=text.doors,
        place=text.place,
        purpose=text.purpose,
        position=float(text.number),
        session_id=named("session", text.number),
    )
    blocks = [_block(block, text.number, turn) for turn, block in enumerate(text.blocks, 1)]
    return together("session-add", (added, *blocks), activities=len(blocks))


def voting_on(text: VoteText, sessions: Iterable[SessionText]) -> Change:
    """The blocks that hold a vote, given it."""
    blocks = [
        use_poll(named("activity", session.number, turn), named("poll", text.name))
        for session in sessions
        for turn, block in enumerate(session.blocks, 1)
        if block.poll and block.poll.text == text.name
    ]
    return together("activity-poll", blocks)


def _block(block: BlockText, number: int, turn: int) -> Change:
    return add_activity(
        named("session", number),
        block.title,
        kind=block.kind,
        minutes=block.minutes,
        prompt=block.say,
        fixed_start=clock_time(block.starts) if block.fixed else "",
        group_format=block.group_format,
        lead=block.lead,
        kit=block.kit,
        board_id=named("board", block.board.text) if block.board else None,
        position=float(turn),
        activity_id=named("activity", number, turn),
    )
