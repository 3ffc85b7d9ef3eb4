"""A whole afternoon by keys alone, as an organiser in a hurry lives it: a workshop from a template, thirty notes,
themes, a vote on them, its result, and the papers. It is tested, and timed, by the same keys.
"""

from __future__ import annotations

import time
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from facilitator.domain.board import Note, Theme
from facilitator.domain.errors import Expected
from facilitator.domain.schema import table_of
from facilitator.domain.voting import Ballot, Option, Poll
from facilitator.workshop.places import Places
from facilitator.workshop.workshop import Workshop

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from build.desk import Desk
    from facilitator.domain.row import Row
    from facilitator.workshop.reader import Reader

T = TypeVar("T")
TITLE = "Harbour hall"
WHERE = "New workshop: where to keep it"
QUESTION = "Which comes first this year?"
ANSWERS = "The harbour office"
NOTES = tuple(
    f"{what} {where}"
    for where in ("by the water", "at the school gate", "behind the hall")
    for what in (
        *("A bench", "More light", "A tap", "Somewhere dry to wait", "Swings for small ones"),
        *("Bins that close", "Music on Sundays", "A crossing", "A notice board", "Fewer cars"),
    )
)
THEMES = ("Sit and wait", "Safe to walk", "Play", "Clean")
IN_A_THEME = 3
GIVEN_OUT = 12
BALLOTS = ("aabbc", "abcda", "aaaaa", "bbcda", "cda", "dddba", "aabcd", "bacad", "ccabd", "abdaa")
LIMIT = 60  # seconds for each step
AGAIN = 4  # seconds after which a person presses a key once more
GLANCE = 0.05  # seconds between two looks


@dataclass(frozen=True)
class Afternoon:
    """Somebody at the keyboard, and the file that will be there."""

    desk: Desk
    file: Path

    def parts(self) -> tuple[Callable[[], None], ...]:
        """What is done, in order, each once the one before is stored."""
        return self.begin, self.capture, self.group, self.prepare_vote, self.count, self.save_papers

    def hold(self) -> None:
        """All of it, from the first key to the last."""
        for part in self.parts():
            part()

    def begin(self) -> None:
        """A workshop from the second template, kept in the file."""
        desk = self.desk

        def choose() -> None:
            desk.press("Escape", "ctrl+n")
            desk.type(TITLE)
            desk.press("Return", "Tab", "space")

        desk.focus(desk.find("Facilitator"))
        _insist(choose, lambda: desk.shows(WHERE), "a place for the file is asked for")
        desk.focus(desk.find(WHERE))
        desk.press("ctrl+a")
        desk.type(str(self.file))
        desk.press("Return")
        _until(lambda: self._count(Poll) == 1, "the workshop is made")

    def capture(self) -> None:
        """Thirty notes, the first of them typed until the window takes it."""
        desk = self.desk

        def first() -> None:
            desk.focus(desk.find(TITLE))
            desk.press("ctrl+4", "ctrl+l", "ctrl+a")
            self._enter(NOTES[0])

        _insist(first, lambda: self._count(Note) == 1, "the first note is stored")
        for note in NOTES[1:]:
            self._enter(note)
        _until(lambda: self._count(Note) == len(NOTES), "thirty notes are stored")

    def group(self) -> None:
        """Three notes at a time, from the last upwards."""
        for turn, theme in enumerate(THEMES, 1):
            self.desk.press("ctrl+l", "Up", *["shift+Up"] * (IN_A_THEME - 1), "ctrl+g")
            self._enter(theme)
            _until(lambda turn=turn: self._count(Theme) == turn, f"the theme {theme} is there")

    def prepare_vote(self) -> None:
        """The vote of the template: its question, who answers, and the themes on its letters; then it is opened."""
        desk = self.desk

        def ask() -> None:
            desk.press("ctrl+5", "ctrl+a")
            desk.type(f"{QUESTION}\t")

        _insist(ask, lambda: self._poll().question == QUESTION, "the question is stored")
        desk.press("Tab", "Tab", "Tab", "Tab")
        desk.type(f"{ANSWERS}\t")
        _until(lambda: self._poll().answered_by == ANSWERS, "who answers is stored")
        desk.press("Tab", "Tab", "space", "Down", "Return")
        _until(lambda: self._count(Option) == len(THEMES), "the themes are the options")
        desk.press("ctrl+Return")
        _until(lambda: self._poll().state == "open", "the vote is open")

    def count(self) -> None:
        """Twelve ballots given out, ten of them read out, and the vote closed."""
        desk = self.desk
        desk.press("ctrl+g")
        self._enter(GIVEN_OUT)
        _until(lambda: self._count(Ballot) == GIVEN_OUT, "the ballots are given out")
        desk.press("Escape")
        for ballot in BALLOTS:
            self._enter(ballot)
        counted = table_of(Ballot).c.state == "counted"
        _until(lambda: self._count(Ballot, counted) == len(BALLOTS), "every ballot is counted")
        desk.press("ctrl+Return")
        _until(lambda: self._poll().state == "closed", "the vote is closed")

    def save_papers(self) -> None:
        """The papers of the session as they are ticked."""
        desk = self.desk
        _insist(lambda: desk.press("ctrl+8", "ctrl+s"), lambda: bool(self.papers()), "the pack is saved")

    def papers(self) -> list[Path]:
        """The PDFs that are there."""
        return sorted(self.file.parent.glob("*.pdf"))

    def _enter(self, words: object) -> None:
        self.desk.type(str(words))
        self.desk.press("Return")

    def _count(self, model: type[Row], *where: object) -> int:
        return self._read(lambda reader: reader.count(model, *where)) or 0

    def _poll(self) -> Poll:
        return self._read(lambda reader: reader.find(Poll)[0]) or Poll()

    def _read(self, query: Callable[[Reader], T]) -> T | None:
        """What the file has, read beside the program that writes it; None before it is there."""
        if not self.file.exists():
            return None
        try:
            with Workshop.open(self.file, Places.of_this_laptop()) as workshop:
                return workshop.read(query)
        except Expected:  # it is being made
            return None


def _until(holds: Callable[[], bool], what: str, limit: float = LIMIT) -> None:
    """Wait for something another process does."""
    end = time.monotonic() + limit
    while not holds():
        if time.monotonic() > end:
            raise TimeoutError(f"did not happen: {what}")
        time.sleep(GLANCE)


def _insist(press: Callable[[], None], holds: Callable[[], bool], what: str) -> None:
    """Press keys until something comes of them, as a person does whose window is not there yet."""
    end = time.monotonic() + LIMIT
    while True:
        press()
        try:
            return _until(holds, what, AGAIN)
        except TimeoutError:
            if time.monotonic() > end:
                raise
