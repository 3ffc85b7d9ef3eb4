"""A conflict is shown exactly where two people wrote differently without knowing of each other: the log is held against
a model that has no log.
"""

from __future__ import annotations

import tempfile
import uuid
from pathlib import Path
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from facilitator.domain.change import Change, Delete, Insert, Restore, Set
from facilitator.workshop.queries.conflicts import conflicts
from tests.sync.copies import BOARD_ID, Copy, copies
from tests.sync.model import Knowledge, Known
from tests.sync.test_laws import TOGETHER, clocks, in_parts, numbers

steps = st.one_of(
    st.tuples(st.just("words"), numbers, st.integers(0, 2), st.sampled_from(["a", "b", "c"])),
    st.tuples(st.just("words"), numbers, st.integers(0, 2), st.sampled_from(["a", "b", "c"])),
    st.tuples(st.sampled_from(["delete", "restore"]), numbers, st.integers(0, 2), st.just("")),
    st.tuples(st.just("merge"), numbers, numbers, st.just("")),
)
NOTES = [uuid.UUID(int=1_000 + number) for number in range(3)]


class Person:
    """Somebody at a laptop, and what they know."""

    def __init__(self, copy: Copy, known: Known) -> None:
        self.copy = copy
        self.known = known

    def writes(self, everything: Knowledge, note: uuid.UUID, words: str) -> None:
        if note in self.copy.ids("note"):
            change = Change("note-edit", (Set("note", note, {"text": words}),))
            self._does(everything, note, words, change)

    def takes_away(self, everything: Knowledge, note: uuid.UUID) -> None:
        self._does(everything, note, True, Change("note-delete", (Delete("note", note),)))

    def brings_back(self, everything: Knowledge, note: uuid.UUID) -> None:
        self._does(everything, note, False, Change("note-restore", (Restore("note", note),)))

    def _does(self, everything: Knowledge, note: uuid.UUID, value: str | bool, change: Change) -> None:
        if self.copy.apply(change).group is not None:
            self.known |= {everything.write(note, value, self.known)}


def live(people: list[Person], everything: Knowledge, history: list[tuple[Any, ...]]) -> None:
    for what, number, more, words in history:
        person, other = people[number % len(people)], people[more % len(people)]
        if what == "words":
            person.writes(everything, NOTES[more], words)
        elif what == "delete":
            person.takes_away(everything, NOTES[more])
        elif what == "restore":
            person.brings_back(everything, NOTES[more])
        elif other is not person:
            person.copy.merges(other.copy)
            person.known |= other.known


def shown(copy: Copy) -> dict[uuid.UUID, set[Any]]:
    found = copy.read(conflicts)
    return {
        one.ref.id: {True, False}
        if all(version.column == "deleted" for version in one.versions)
        else {version.value for version in one.versions}
        for one in found
    }


@in_parts
@settings(max_examples=TOGETHER // 2)
@given(times=clocks, history=st.lists(steps, min_size=5, max_size=30))
def test_a_conflict_is_shown_exactly_where_two_wrote_differently(
    part: int, times: list[int], history: list[Any]
) -> None:
    everything = Knowledge()
    with tempfile.TemporaryDirectory() as name, copies(Path(name), times) as made:
        start = Change(
            "notes-import", tuple(Insert("note", note, {"board_id": BOARD_ID, "text": "a"}) for note in NOTES)
        )
        made[0].apply(start)
        known = frozenset(everything.write(note, "a", frozenset()) for note in NOTES)
        for copy in made[1:]:
            copy.merges(made[0])
        people = [Person(copy, known) for copy in made]
        live(people, everything, history)
        for person in people:
            expected = {note: everything.versions(note, person.known) for note in NOTES}
            assert shown(person.copy) == {note: versions for note, versions in expected.items() if versions}
