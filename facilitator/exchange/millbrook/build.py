"""Making the example workshop, Change by Change on the days it tells of, so that its history reads as
one that happened.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from facilitator.exchange.millbrook import happened, planned, room
from facilitator.exchange.millbrook.making import Days, steady, together
from facilitator.exchange.millbrook.reading import Example, read_example
from facilitator.resources import resources
from facilitator.workshop.workshop import Workshop

if TYPE_CHECKING:
    from pathlib import Path

    from facilitator.domain.change import Change
    from facilitator.exchange.millbrook.boards import BoardText
    from facilitator.exchange.millbrook.programme import BlockText, SessionText
    from facilitator.workshop.places import Places

SOURCE = resources("examples", "millbrook")
BEGUN, STORIES_BROUGHT = "2026-11-09", "2026-11-18"
MORNING = 8 * 60 + 30


def build_millbrook(path: Path, places: Places, source: Path = SOURCE) -> Workshop:
    """Make the example file from its text and leave it open. Raises FileTrouble when the path is taken, and NotFound or
    BadInput, naming file and line, when the text does not add up; then no file is made.
    """
    example = read_example(source)
    days = Days()
    days.set(BEGUN, MORNING)
    workshop = Workshop.new(path, example.programme.title, places, clock=days)
    try:
        _Building(workshop, example, days).build()
    except BaseException:
        workshop.close()
        path.unlink(missing_ok=True)
        raise
    days.let_go()
    return workshop


class _Building:
    """Applies the Changes of the programme in the order in which they happened."""

    def __init__(self, workshop: Workshop, example: Example, days: Days) -> None:
        self._workshop = workshop
        self._example = example
        self._days = days
        self._changes = 0
        self._grouped: set[int] = set()

    def build(self) -> None:
        """All of it."""
        example = self._example
        self._apply(planned.described(example, self._workshop.file_id), *room.invited(example))
        self._days.set(STORIES_BROUGHT, MORNING)
        self._apply(*(planned.story(story, turn) for turn, story in enumerate(example.stories, 1)))
        insights = [planned.insight(insight, turn) for turn, insight in enumerate(example.insights, 1)]
        self._apply(together("insights-add", insights, insights=len(insights)))
        last = BEGUN
        for session in example.sessions:
            self._take_back(last, session.date)
            self._prepare(session)
            self._hold(session)
            last = session.date

    def _take_back(self, after: str, until: str) -> None:
        for day, change in room.taken_back(self._example, after, until):
            self._days.set(day, MORNING)
            self._apply(change)

    def _prepare(self, session: SessionText) -> None:
        """What was got ready on the morning: the board and the running order."""
        self._days.set(session.date, MORNING)
        self._apply(*(planned.board(board) for board in self._boards(session)))
        self._apply(planned.session(session))

    def _hold(self, session: SessionText) -> None:
        self._days.set(session.date, session.starts - 5)
        self._apply(*room.at_the_door(session, self._example))
        for block in session.blocks:
            if block.poll:
                self._set_up_vote(session, block)
            self._days.set(session.date, block.starts + block.minutes - 1)
            if block.kind == "relationships":
                self._apply(room.map_of_links(session, self._example))
            if block.board:
                number = block.board.text
                self._capture([board for board in self._boards(session) if str(board.number) == number])
            if block.poll:
                votes = [vote for vote in self._example.votes if vote.name == block.poll.text]
                self._apply(*(change for vote in votes for change in happened.voted(vote, self._example)))
            if block.kind == "group":
                self._group(session)
        self._group(session)
        self._look_back(session)

    def _set_up_vote(self, session: SessionText, block: BlockText) -> None:
        """Just before: its options may be themes that the room has only now named."""
        self._days.set(session.date, block.starts)
        for vote in self._example.votes:
            if block.poll and vote.name == block.poll.text:
                self._apply(planned.vote(vote, self._example), planned.voting_on(vote, self._example.sessions))

    def _capture(self, boards: list[BoardText]) -> None:
        self._apply(*(change for board in boards for change in happened.captured(board)))

    def _group(self, session: SessionText) -> None:
        """Once a board: in the block for it, else at the end."""
        boards = [board for board in self._boards(session) if board.number not in self._grouped]
        self._apply(*(change for board in boards for change in happened.grouped(board)))
        self._grouped |= {board.number for board in boards}

    def _look_back(self, session: SessionText) -> None:
        """Ideas come from the vote of the session; versions and decisions from the session that tried or took them."""
        example = self._example
        votes = {vote.name for vote in example.votes if _asks(session, vote.name)}
        chosen = [idea for idea in example.ideas if idea.option and example.options[idea.option.text][0] in votes]
        self._apply(*(happened.idea(idea, example) for idea in chosen))
        for idea in example.ideas:
            for version in idea.versions:
                if version.session == session.number:
                    self._apply(*happened.tried(idea, version, session.date))
        for turn, decision in enumerate(example.decisions, 1):
            if decision.session == session.number:
                self._apply(happened.decided(decision, turn, example))

    def _boards(self, session: SessionText) -> list[BoardText]:
        numbers = {block.board.text for block in session.blocks if block.board}
        return [board for board in self._example.boards if str(board.number) in numbers]

    def _apply(self, *changes: Change) -> None:
        for change in changes:
            self._changes += 1
            self._workshop.apply(steady(change, self._changes))


def _asks(session: SessionText, vote: str) -> bool:
    return any(block.poll and block.poll.text == vote for block in session.blocks)
