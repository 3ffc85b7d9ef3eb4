"""In a long past a letter finds at once: the lines it looks through were put together before."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from facilitator.domain.change import GroupId
from facilitator.domain.past import HistoryEntry
from facilitator.ui.together.past import MOST
from facilitator.ui.together.past_model import PastList, PastModel
from facilitator.ui.together.past_words import PastWords
from facilitator.workshop.queries.touched import Touched
from tests.ui.windows import SLOW

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

AT = "2027-01-14T11:20:00+00:00"
PAST = [HistoryEntry(GroupId("s", n), AT, "do", "note-add", {}, "Table 2", undone=False) for n in range(MOST)]
ABOUT = {one.group: Touched(f"Note {one.group.n} of the afternoon", others=False) for one in PAST}


class Counted(PastWords):
    """The words of the past, and how many lines were put together."""

    count = 0

    def line(self, entry: HistoryEntry, about: Touched | None = None) -> str:
        self.count += 1
        return super().line(entry, about)


@pytest.fixture
def words(qtbot: QtBot) -> Counted:
    return Counted()


@pytest.fixture
def shown(qtbot: QtBot, words: Counted) -> PastList:
    """Two thousand steps, all of them shown and known."""
    entries = PastModel(words)
    made = PastList(entries)
    made.resize(700, 400)
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    entries.show_entries(PAST, ABOUT, "")
    assert entries.rowCount() == MOST
    qtbot.waitUntil(lambda: words.count >= MOST, timeout=SLOW)
    return made


def found(entries: PastModel) -> list[int]:
    return [one.group.n for one in entries.shown]


def test_a_letter_puts_together_only_the_lines_that_are_seen(qtbot: QtBot, words: Counted, shown: PastList) -> None:
    entries = shown.model()
    assert isinstance(entries, PastModel)
    words.count = 0
    entries.narrow("n")
    shown.doItemsLayout()
    shown.scrollToBottom()
    shown.grab()
    assert entries.rowCount() == MOST
    assert words.count < MOST / 10


def test_the_same_past_read_again_is_not_put_together_again(qtbot: QtBot, words: Counted, shown: PastList) -> None:
    entries = shown.model()
    assert isinstance(entries, PastModel)
    words.count = 0
    newer = {**ABOUT, PAST[7].group: Touched("Quite other words", others=False)}
    entries.show_entries(PAST, newer, "quite other")
    qtbot.waitUntil(lambda: found(entries) == [7], timeout=SLOW)
    assert words.count < MOST / 10


def test_what_is_typed_before_every_line_is_known_is_found_once_they_are(qtbot: QtBot, words: Counted) -> None:
    entries = PastModel(words)
    entries.show_entries(PAST, ABOUT, "")
    entries.narrow("note 1234 of")
    entries.narrow("note 1999 of")
    qtbot.waitUntil(lambda: found(entries) == [1999], timeout=SLOW)
    entries.narrow("")
    assert entries.rowCount() == MOST


def step(n: int, *, day: int, clock: str) -> HistoryEntry:
    """A step at a time of this laptop's clock."""
    at = datetime.fromisoformat(f"2027-01-{day}T{clock}:30").astimezone(UTC).isoformat(timespec="seconds")
    return HistoryEntry(GroupId("s", n), at, "do", "note-add", {}, "Table 2", undone=False)


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("11:20", [5, 2]),
        ("11.20", [5, 2]),
        ("15 Jan 11:20", [5]),
        ("14 jan 9:05", [1]),
        ("11:31", [6]),
        ("8:59", []),
        ("11:2", []),
        ("11:75", []),
        ("25:20", []),
    ],
)
def test_a_time_at_which_nothing_happened_finds_the_last_step_of_each_day_by_then(
    qtbot: QtBot, words: Counted, typed: str, shown: list[int]
) -> None:
    past = [
        *(step(n, day=15, clock=clock) for n, clock in ((6, "11:31"), (5, "11:02"), (4, "10:00"))),
        *(step(n, day=14, clock=clock) for n, clock in ((3, "12:00"), (2, "11:18"), (1, "09:01"))),
        HistoryEntry(GroupId("s", 0), "2027-01-13", "do", "ballot-count", {}, "Table 2", undone=False),
    ]
    entries = PastModel(words)
    entries.show_entries(past, {}, typed)
    assert found(entries) == shown
