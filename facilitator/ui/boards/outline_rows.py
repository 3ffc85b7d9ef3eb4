"""The outline of a board as a flat list of rows: the heading of a theme, then its notes. Pure, and changed a note at a
time, so that one more note costs the same on a board of five thousand.
"""

from __future__ import annotations

import bisect
import itertools
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from facilitator.ui.boards.outline_wanted import EVERYTHING, Wanted

if TYPE_CHECKING:
    import uuid
    from collections.abc import Iterable

    from facilitator.workshop.queries.board import NoteLine, Outline, ThemeLine


@dataclass(frozen=True, slots=True)
class Heading:
    """The name of a theme (empty for the notes in none) and how many of its notes are shown."""

    theme_id: uuid.UUID | None
    name: str
    notes: int


Row = Heading | object  # a heading or a NoteLine, whose module the first paint must not load


@dataclass(slots=True)
class Group:
    """A theme, or the notes of none, and how many rows it takes, its heading among them."""

    id: uuid.UUID | None
    name: str
    order: tuple[object, ...]
    rows: int = 0


@dataclass(frozen=True, slots=True)
class Step:
    """So many rows go from a place, and these come instead."""

    at: int
    gone: int = 0
    come: tuple[Heading | NoteLine, ...] = ()


@dataclass(slots=True)
class OutlineRows:
    """What is shown of a board, and all there is of it. Each method that gives a Step has only looked; `take` does
    it.
    """

    wanted: Wanted = EVERYTHING
    rows: list[Heading | NoteLine] = field(default_factory=list["Heading | NoteLine"])
    notes: dict[uuid.UUID, NoteLine] = field(default_factory=dict["uuid.UUID", "NoteLine"])
    groups: list[Group] = field(default_factory=lambda: [_loose()])

    def read(self, outline: Outline) -> None:
        """Begin anew with a whole board."""
        self.notes = {note.id: note for theme in outline.themes for note in theme.notes}
        named = [theme for theme in outline.themes if theme.id]
        self.groups = [Group(theme.id, theme.name, (theme.position, theme.name, theme.id)) for theme in named]
        self.groups.append(_loose())
        self.narrow(self.wanted)

    def narrow(self, wanted: Wanted) -> None:
        """Show only what is wanted."""
        self.wanted = wanted
        known: dict[uuid.UUID | None, list[NoteLine]] = {group.id: [] for group in self.groups}
        for note in self.notes.values():
            if wanted.has(note):
                known.get(note.theme_id, known[None]).append(note)
        self.rows = []
        for group in self.groups:
            notes = sorted(known[group.id], key=_place)
            heading = [Heading(group.id, group.name, len(notes))] if notes or self._stands_empty(group) else []
            group.rows = len(heading) + len(notes)
            self.rows += [*heading, *notes]

    def row_of(self, note_id: uuid.UUID) -> int | None:
        """Where a note stands, or None when it is not shown."""
        note = self.notes.get(note_id)
        if note is None:
            return None
        at = self._place_for(note)
        found = at < len(self.rows) and self.rows[at]
        return at if found and not isinstance(found, Heading) and found.id == note_id else None

    @property
    def last(self) -> NoteLine | None:
        """The note that stands last of all on the board: while all are shown, the last of some group."""
        if self.wanted != EVERYTHING:
            return max(self.notes.values(), key=_place, default=None)
        ends = itertools.accumulate(group.rows for group in self.groups)
        lasts = (self.rows[end - 1] for end, group in zip(ends, self.groups, strict=True) if group.rows)
        return max((one for one in lasts if not isinstance(one, Heading)), key=_place, default=None)

    def themes(self) -> list[Group]:
        """The named themes in order."""
        return self.groups[:-1]

    def without(self, note_id: uuid.UUID) -> Step | None:
        """How a note goes, with its heading if that then has no reason to stand; None when it is not shown."""
        at = self.row_of(note_id)
        if at is None:
            return None
        group = self._group(self.notes[note_id].theme_id)
        alone = group.rows == 2 and not self._stands_empty(group)
        return Step(at - 1, 2) if alone else Step(at, 1)

    def with_note(self, note: NoteLine) -> Step | None:
        """How a note comes that is not there, with its heading where it is the first; None when it is not wanted."""
        if not self.wanted.has(note):
            return None
        group = self._group(note.theme_id)
        if group.rows:
            return Step(self._place_for(note), 0, (note,))
        return Step(self._start(group), 0, (Heading(group.id, group.name, 1), note))

    def take(self, step: Step, theme_id: uuid.UUID | None) -> None:
        """Do a step in the group of a theme."""
        self.rows[step.at : step.at + step.gone] = step.come
        self._group(theme_id).rows += len(step.come) - step.gone

    def stays(self, note: NoteLine) -> int | None:
        """The row of a note that came out different but keeps its place, else None."""
        before, at = self.notes.get(note.id), self.row_of(note.id)
        if before is None or at is None or not self.wanted.has(note):
            return None
        same = _place(before) == _place(note) and self._group(before.theme_id) is self._group(note.theme_id)
        return at if same else None

    def recount(self, theme_id: uuid.UUID | None) -> int | None:
        """Put the right count into a heading; the row of it, or None when nothing had to be done."""
        group = self._group(theme_id)
        at = self._start(group)
        heading = self.rows[at] if group.rows else None
        if not isinstance(heading, Heading) or (heading.notes, heading.name) == (group.rows - 1, group.name):
            return None
        self.rows[at] = replace(heading, notes=group.rows - 1, name=group.name)
        return at

    def members(self, theme_id: uuid.UUID) -> list[NoteLine]:
        """All notes that say they are in a theme, shown or not."""
        return [note for note in self.notes.values() if note.theme_id == theme_id]

    def known_theme(self, theme_id: uuid.UUID) -> Group | None:
        """A theme that is on the board."""
        return next((group for group in self.groups if group.id == theme_id), None)

    def without_theme(self, group: Group) -> Step:
        """How the heading of a theme without notes goes."""
        return Step(self._start(group), group.rows)

    def with_theme(self, line: ThemeLine) -> tuple[Group, Step]:
        """How a theme comes, still without notes."""
        group = Group(line.id, line.name, (line.position, line.name, line.id))
        orders = [known.order for known in self.themes()]
        turn = bisect.bisect_left(orders, group.order)  # type: ignore[type-var]
        at = sum(before.rows for before in self.groups[:turn])
        self.groups.insert(turn, group)
        return group, Step(at, 0, (Heading(line.id, line.name, 0),) if self._stands_empty(group) else ())

    def heading_of(self, theme_id: uuid.UUID | None) -> uuid.UUID | None:
        """The theme under whose heading such a note stands: None when it has no theme, or one that is gone."""
        return self._group(theme_id).id

    def _group(self, theme_id: uuid.UUID | None) -> Group:
        return next((group for group in self.groups if group.id == theme_id), self.groups[-1])

    def _start(self, group: Group) -> int:
        at = 0
        for before in self.groups:
            if before is group:
                break
            at += before.rows
        return at

    def _place_for(self, note: NoteLine) -> int:
        group = self._group(note.theme_id)
        start = self._start(group)
        return (
            bisect.bisect_left(self.rows, _place(note), start + 1, start + group.rows, key=_place) if group.rows else 0
        )

    def _stands_empty(self, group: Group) -> bool:
        return group.id is not None and self.wanted == EVERYTHING


def becomes(old: Iterable[object], new: Iterable[object]) -> tuple[int, int, int]:
    """The smallest single replacement that turns one list into the other: where, how many go, how many come."""
    before, after = list(old), list(new)
    shortest = min(len(before), len(after))
    start = next((i for i in range(shortest) if before[i] != after[i]), shortest)
    tail = next((i for i in range(shortest - start) if before[-1 - i] != after[-1 - i]), shortest - start)
    return start, len(before) - start - tail, len(after) - start - tail


def key(row: Heading | NoteLine) -> object:
    """What makes a row the same row when its words have changed."""
    return ("heading", row.theme_id) if isinstance(row, Heading) else row.id


def _loose() -> Group:
    return Group(None, "", ())


def _place(note: NoteLine | Heading) -> tuple[float, uuid.UUID]:
    assert not isinstance(note, Heading)
    return note.position, note.id
