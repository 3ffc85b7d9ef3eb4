"""Reading the whole example: every file, and whether what they say of each other holds."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from facilitator.domain.letters import letter
from facilitator.exchange.millbrook.boards import BoardText, read_boards
from facilitator.exchange.millbrook.ideas import DecisionText, IdeaText, read_decisions, read_ideas
from facilitator.exchange.millbrook.lines import agree, one_of, whole
from facilitator.exchange.millbrook.people import Link, Person, read_links, read_people
from facilitator.exchange.millbrook.programme import ProgrammeText, SessionText, read_programme, read_sessions
from facilitator.exchange.millbrook.stories import InsightText, StoryText, read_insights, read_stories
from facilitator.exchange.millbrook.votes import VoteText, read_votes

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Example:
    """All that the text says. `options` are the vote's name and the place of an option by what ideas.txt calls it,
    such as "dots A".
    """

    programme: ProgrammeText
    sessions: tuple[SessionText, ...]
    people: tuple[Person, ...]
    known_at_start: tuple[Link, ...]
    new_by_end: tuple[Link, ...]
    stories: tuple[StoryText, ...]
    insights: tuple[InsightText, ...]
    boards: tuple[BoardText, ...]
    votes: tuple[VoteText, ...]
    ideas: tuple[IdeaText, ...]
    decisions: tuple[DecisionText, ...]

    @property
    def boards_by_theme(self) -> Mapping[str, BoardText]:
        """The board a theme is on."""
        return {theme: board for board in self.boards for theme in board.themes}

    @property
    def options(self) -> Mapping[str, tuple[str, int]]:
        """Options by vote and letter."""
        return {
            f"{vote.name} {letter(place)}": (vote.name, place)
            for vote in self.votes
            for place in range(1, len(vote.options) + 1)
        }


def read_example(folder: Path) -> Example:
    """Read the folder. NotFound or BadInput in one sentence, with file and line, when something does not add up."""
    programme = read_programme(folder / "programme.txt")
    sessions = read_sessions(folder, ("Date", "People"))
    people = read_people(folder / "people.csv", programme.tables, {session.number for session in sessions})
    start, new = read_links(folder / "links.txt", people)
    stories = read_stories(folder / "stories")
    insights = read_insights(folder / "insights.txt", stories)
    names = [insight.name for insight in insights]
    ideas = read_ideas(folder / "ideas.txt", ("Theme", "Option"))
    example = Example(
        programme=programme,
        sessions=sessions,
        people=people,
        known_at_start=start,
        new_by_end=new,
        stories=stories,
        insights=insights,
        boards=read_boards(folder / "boards", names, len(programme.tables), ("Insight", "Notes")),
        votes=read_votes(folder / "votes", ("What the result will do", "Who answers", "By when")),
        ideas=ideas,
        decisions=read_decisions(folder / "decisions.txt", ideas),
    )
    _check(example)
    return example


def read_planned(folder: Path) -> Example:
    """Read a folder that tells of nothing but plans: no people, no stories, and nothing has been voted on. NotFound or
    BadInput in one sentence, with file and line, when something does not add up.
    """
    programme = read_programme(folder / "programme.txt")
    ideas = folder / "ideas.txt"
    example = Example(
        programme=programme,
        sessions=read_sessions(folder),
        people=(),
        known_at_start=(),
        new_by_end=(),
        stories=(),
        insights=(),
        boards=read_boards(folder / "boards", (), len(programme.tables)),
        votes=read_votes(folder / "votes"),
        ideas=read_ideas(ideas) if ideas.exists() else (),
        decisions=(),
    )
    _check_blocks(example)
    _check_ideas(example)
    return example


def _check(example: Example) -> None:
    for session in example.sessions:
        came = sum(session.number in person.came for person in example.people)
        if session.people:
            agree(session.people, whole(session.people), came, "people")
    _check_blocks(example)
    _check_ideas(example)


def _check_blocks(example: Example) -> None:
    """Every board and every vote is used by one block, the vote's in its own session, and no block uses another."""
    boards = {str(board.number): board for board in example.boards}
    votes = {vote.name: vote for vote in example.votes}
    blocks = [(session.number, block) for session in example.sessions for block in session.blocks]
    for _, block in blocks:
        if block.board:
            one_of(block.board, block.board.text, boards, "board")
        if block.poll:
            one_of(block.poll, block.poll.text, votes, "vote")
    for board in example.boards:
        if [block.board.text for _, block in blocks if block.board].count(str(board.number)) != 1:
            raise board.where.wrong(f"one block of one session has to use board {board.number}.")
    for vote in example.votes:
        if [number for number, block in blocks if block.poll and block.poll.text == vote.name] != [vote.session]:
            raise vote.where.wrong(f"one block of session {vote.session} has to use the vote {vote.name}.")


def _check_ideas(example: Example) -> None:
    numbers = {str(session.number): session for session in example.sessions}
    for version in (version for idea in example.ideas for version in idea.versions):
        if version.where:
            one_of(version.where, str(version.session), numbers, "session")
    for decision in example.decisions:
        one_of(decision.where, str(decision.session), numbers, "session")
    for idea in example.ideas:
        if idea.theme:
            one_of(idea.theme, idea.theme.text, example.boards_by_theme, "theme")
        if idea.option:
            one_of(idea.option, idea.option.text, example.options, "option")
