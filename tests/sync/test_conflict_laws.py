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
from facilitator.domain.errors import BadInput, NothingToUndo
from facilitator.workshop.queries.choosing import keep_both, keep_version, write_version
from facilitator.workshop.queries.conflicts import conflicts
from facilitator.workshop.reader import Reader
from tests.sync.copies import BOARD_ID, Copy, copies
from tests.sync.model import Knowledge, Known
from tests.sync.test_laws import TOGETHER, clocks, in_parts, numbers

steps = st.one_of(
    st.tuples(st.just("words"), numbers, st.integers(0, 2), st.sampled_from(["a", "b", "c"])),
    st.tuples(st.sampled_from(["words", "again"]), numbers, st.integers(0, 2), st.sampled_from(["a", "b", "c"])),
    st.tuples(st.sampled_from(["delete", "restore"]), numbers, st.integers(0, 2), st.just("")),
    st.tuples(st.just("merge"), numbers, numbers, st.just("")),
)
chosen = st.tuples(st.sampled_from(["words", "delete", "restore", "keep", "write", "both"]), numbers, st.integers(0, 2))
undone = st.tuples(st.sampled_from(["undo", "redo", "keep", "write", "both"]), numbers, st.integers(0, 2), st.just(""))
NOTES = [uuid.UUID(int=1_000 + number) for number in range(3)]


class Person:
    """Somebody at a laptop, and what they know."""

    def __init__(self, copy: Copy, known: Known) -> None:
        self.copy = copy
        self.known = known

    def writes(self, everything: Knowledge, note: uuid.UUID, words: str, *, again: bool = False) -> None:
        if note in self.copy.ids("note"):
            change = Change("note-edit", (Set("note", note, {"text": words}, again),))
            self._does(everything, note, words, change)

    def takes_away(self, everything: Knowledge, note: uuid.UUID) -> None:
        self._does(everything, note, True, Change("note-delete", (Delete("note", note),)))

    def brings_back(self, everything: Knowledge, note: uuid.UUID) -> None:
        self._does(everything, note, False, Change("note-restore", (Restore("note", note),)))

    def _does(self, everything: Knowledge, note: uuid.UUID, value: str | bool, change: Change) -> None:
        if self.copy.apply(change).group is not None:
            self.known |= {everything.write(note, value, self.known)}

    def chooses(self, how: str, number: int, more: int) -> bool:
        """Do one more thing, or choose between versions; whether it made a difference."""
        note, waiting = NOTES[more], self.copy.read(conflicts)
        if how in ("keep", "write", "both"):
            if not waiting:
                return False
            name = waiting[number % len(waiting)].id
            change = self.copy.read(lambda reader: _choice(reader, name, how, more))
        elif how == "words":
            there = note in self.copy.ids("note")
            change = Change("note-edit", (Set("note", note, {"text": "d"}),)) if there else None
        else:
            change = Change("note-there", (Delete("note", note) if how == "delete" else Restore("note", note),))
        return change is not None and self.copy.apply(change).group is not None

    def takes_back(self, what: str) -> int:
        """Undo or redo; how much of it was left alone."""
        try:
            return (self.copy.store.undo() if what == "undo" else self.copy.store.redo()).left_alone
        except NothingToUndo:
            return 1


def people_at(made: list[Copy], everything: Knowledge) -> list[Person]:
    """Somebody at each laptop, all with the same three notes."""
    start = Change("notes-import", tuple(Insert("note", note, {"board_id": BOARD_ID, "text": "a"}) for note in NOTES))
    made[0].apply(start)
    known = frozenset(everything.write(note, "a", frozenset()) for note in NOTES)
    for copy in made[1:]:
        copy.merges(made[0])
    return [Person(copy, known) for copy in made]


def live(people: list[Person], everything: Knowledge, history: list[tuple[Any, ...]]) -> None:
    for what, number, more, words in history:
        person, other = people[number % len(people)], people[more % len(people)]
        if what in ("words", "again"):
            person.writes(everything, NOTES[more], words, again=what == "again")
        elif what == "delete":
            person.takes_away(everything, NOTES[more])
        elif what == "restore":
            person.brings_back(everything, NOTES[more])
        elif what in ("undo", "redo"):
            person.takes_back(what)
        elif what in ("keep", "write", "both"):
            person.chooses(what, number, more)
        elif other is not person:
            person.copy.merges(other.copy)
            person.known |= other.known


def _choice(reader: Reader, name: str, how: str, number: int) -> Change | None:
    try:
        if how == "keep":
            return keep_version(reader, name, number + 1)
        return keep_both(reader, name) if how == "both" else write_version(reader, name, "e")
    except BadInput:
        return None


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
        people = people_at(made, everything)
        live(people, everything, history)
        for person in people:
            expected = {note: everything.versions(note, person.known) for note in NOTES}
            assert shown(person.copy) == {note: versions for note, versions in expected.items() if versions}


@in_parts
@settings(max_examples=TOGETHER // 2)
@given(clocks, st.lists(steps | undone, min_size=5, max_size=30), numbers, chosen)
def test_undo_gives_back_what_there_was_to_choose_and_redo_takes_it_away_again(
    part: int, times: list[int], history: list[Any], number: int, last: tuple[str, int, int]
) -> None:
    everything = Knowledge()
    with tempfile.TemporaryDirectory() as name, copies(Path(name), times) as made:
        people = people_at(made, everything)
        live(people, everything, history)
        person = people[number % len(people)]
        before = shown(person.copy), person.copy.state()
        if not person.chooses(*last):
            return
        after = shown(person.copy), person.copy.state()
        for _ in range(2):
            if person.takes_back("undo"):
                return
            assert (shown(person.copy), person.copy.state()) == before
            assert person.takes_back("redo") == 0
            assert (shown(person.copy), person.copy.state()) == after
        assert person.copy.problems() == []
