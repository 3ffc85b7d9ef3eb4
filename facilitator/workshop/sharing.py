"""A copy of a workshop to share: what was said, without who said it, and without the past.

It is a workshop of its own with an id of its own, so it can never be merged back into the real one.
"""

from __future__ import annotations

import uuid
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import sqlalchemy as sa

from facilitator.domain.change import Change, Insert, Set, Value
from facilitator.domain.masking import masked
from facilitator.domain.people import Participant
from facilitator.domain.programme import Programme
from facilitator.domain.schema import shapes
from facilitator.workshop.queries.traces import cells_of_row, wordy
from facilitator.workshop.workshop import Workshop

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

    from facilitator.workshop.places import Places
    from facilitator.workshop.reader import Reader

    MayLeave = Callable[[str, dict[str, Any]], dict[str, Any] | None]
    """Given a table and a row's cells, says what of it may be shown to others, or None."""

LEFT_OUT = frozenset({"programme", "consent", "seat", "attendance"})
"""Tables that are about who came and what they agreed to, and the file's own row, which the copy has anew."""

LETTERS = {
    "resident": "Resident",
    "community-organisation": "Organisation",
    "public-service": "Service",
    "elected-member": "Councillor",
}


@dataclass(frozen=True, slots=True)
class Shared:
    """What the copy holds: rows by table, and how often a name was blacked out among other words."""

    rows: dict[str, int]
    blacked_out: int


def share(workshop: Workshop, path: Path, places: Places, may_leave: Callable[[Reader], MayLeave]) -> Shared:
    """Write the copy to a new file. `may_leave` is the gate for what may be shown to others.

    Names of people become "Resident 1", "Service 2" in an order that says nothing; where a name stands among other
    words it is blacked out. Raises FileTrouble when the path is taken.
    """
    inserts, programme, blacked_out = workshop.read(lambda reader: _copied(reader, may_leave(reader)))
    with Workshop.new(path, str(programme.pop("title")), places) as copy:
        about = Set("programme", copy.file_id, programme)
        copy.apply(Change("workshop-share", (about, *inserts)))
    return Shared(Counter(insert.table for insert in inserts), blacked_out)


def _copied(reader: Reader, may_leave: MayLeave) -> tuple[list[Insert], dict[str, Value], int]:
    blackener = _Blackener(person.display_name for person in reader.find(Participant))
    aliases = _aliases(reader.find(Participant))
    inserts = list[Insert]()
    for name, shape in shapes().items():
        if name in LEFT_OUT:
            continue
        for row in reader.rows(sa.select(shape.table).order_by(shape.table.c.id)):
            cells = may_leave(name, cells_of_row(shape, row))
            if cells is not None:
                inserts.append(_insert(name, cells, aliases, blackener))
    (root,) = reader.find(Programme)
    said = {"title": root.title, "place": root.place, "area": root.area, "purpose": root.purpose}
    about: dict[str, Value] = {name: blackener.over(value) for name, value in said.items()}
    about["languages"] = root.languages
    return inserts, about, blackener.times


def _insert(table: str, cells: dict[str, Any], aliases: dict[uuid.UUID, str], blackener: _Blackener) -> Insert:
    values = {name: value for name, value in cells.items() if name != "id"}
    if table == "participant":
        values |= dict.fromkeys(("organisation", "access_needs", "strengths"), "")
        return Insert(table, cells["id"], values | {"display_name": aliases[cells["id"]]})
    if table == "note":
        values["photo"] = ""  # a picture shows handwriting, which may tell whose it is
    return Insert(table, cells["id"], values | {name: blackener.over(values[name]) for name in wordy(table)})


def _aliases(people: Iterable[Participant]) -> dict[uuid.UUID, str]:
    """A made-up name for everybody; ids are random, so their order says nothing."""
    turn = Counter[str]()
    found = dict[uuid.UUID, str]()
    for person in sorted(people, key=lambda one: one.id):
        kind = LETTERS.get(person.stakeholder_group, "Person") if person.kind == "participant" else "Helper"
        turn[kind] += 1
        found[person.id] = f"{kind} {turn[kind]}"
    return found


class _Blackener:
    """Blacks names out, the longest first, so that a whole name goes before a part of it."""

    def __init__(self, names: Iterable[str]) -> None:
        self._names = sorted({name for name in names if name.strip()}, key=len, reverse=True)
        self.times = 0

    def over(self, text: str) -> str:
        """The text without any of the names."""
        said = text
        for name in self._names:
            said = masked(said, name)
        self.times += said != text
        return said
