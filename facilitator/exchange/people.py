"""People from a spreadsheet, as organisers keep them: a row a person, columns by whatever names they have.

Columns are guessed from their headings unless they are named. Languages may be names or codes. What is not understood
in a cell is left out and its line is said; a column that is not understood is not brought in, and named.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from facilitator.domain.change import Change
from facilitator.domain.errors import BadInput
from facilitator.domain.find import folded
from facilitator.domain.gestures.people import add_person
from facilitator.domain.languages import codes_of
from facilitator.exchange.csv_cells import original
from facilitator.exchange.incoming import Incoming
from facilitator.exchange.table import Line, Table, read_table

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

HEADINGS: Mapping[str, tuple[str, ...]] = {
    "name": (
        "display name",
        "name",
        "full name",
        "first name",
        "forename",
        "given name",
        "participant",
        "person",
        "who",
    ),
    "surname": ("last name", "surname", "family name", "second name"),
    "role": ("role", "kind", "type", "supporter role"),
    "group": ("group", "stakeholder group", "stakeholder", "sector", "category"),
    "organisation": ("organisation", "organization", "org", "employer", "service", "team", "works for"),
    "languages": ("languages", "language", "home language", "home languages", "languages spoken", "speaks"),
    "access_needs": ("access needs", "access", "needs", "access requirements", "adjustments", "support needs"),
    "strengths": ("strengths", "skills", "brings", "good at"),
}
"""What can be brought in of a person, and the headings it is known by. A first and a last name become one."""

GROUPS: Mapping[str, tuple[str, ...]] = {
    "resident": ("resident", "residents", "parent", "parents", "local", "neighbour", "carer", "lived experience"),
    "community-organisation": (
        *("community organisation", "community organization", "community", "organisation", "organisations", "charity"),
        *("voluntary", "voluntary sector", "community group", "vcs", "vcse", "ngo"),
    ),
    "public-service": (
        *("public service", "public services", "service", "services", "public sector", "council", "nhs", "health"),
        *("school", "staff", "officer"),
    ),
    "elected-member": ("elected member", "elected members", "councillor", "councillors", "cllr", "mayor", "mp"),
}
ROLES: Mapping[str, tuple[str, ...]] = {
    "interpreter": ("interpreter", "translator"),
    "carer": ("carer", "care worker", "personal assistant", "pa"),
    "creche-worker": ("creche worker", "creche", "childcare", "nursery worker"),
    "observer": ("observer", "evaluator", "researcher"),
    "facilitator": ("facilitator", "host", "organiser", "organizer"),
}
PARTICIPANT = ("participant", "participants", "guest", "attendee", "")
SUPPORTER = ("supporter", "helper", "volunteer", "support")
MOST_LINES = 8
"""So many lines are named where something was left out; an organiser mends them by hand."""


def read_people(path: Path, mapping: Mapping[str, str] | None = None) -> Incoming:
    """Read a list of people as one Change. `mapping` names columns: of what is brought in (`HEADINGS`) to a heading.

    Raises NotFound or BadInput in one sentence, naming the columns there are, when no column has names.
    """
    table = read_table(path)
    return people_of(table, _columns(table, mapping or {}))


def people_of(table: Table, columns: Mapping[str, int]) -> Incoming:
    """The people of a table as one Change. `columns` says which column, counted from 0, holds what (`HEADINGS`); what
    is not in it is not brought in. It must say which one holds the names.

    Raises BadInput in one sentence when that column names nobody.
    """
    reading = _Reading(columns)
    rows = [reading.person(line) for line in table.lines]
    people = [row for row in rows if row is not None]
    if not people:
        raise BadInput(f"{table.name} names nobody: every row of the column of names is blank.")
    change = Change("people-import", tuple(edit for one in people for edit in one.edits), {"people": len(people)})
    notices = (*table.notices, *_unused(table, columns), *reading.notices(table.name))
    return Incoming(change, {"participants": len(people)}, len(rows) - len(people), notices)


def guessed(table: Table, named: Mapping[str, int] | None = None) -> dict[str, int]:
    """Which column holds what, going by the headings; what is already `named` stays. Whoever names the column of names
    means the whole name, so no surname is guessed to go with it.
    """
    columns = dict(named or {})
    known = {folded(heading): column for column, heading in reversed(list(enumerate(table.columns)))}
    taken = set(columns.values())
    for part, headings in HEADINGS.items():
        guess = next((known[one] for one in headings if one in known and known[one] not in taken), None)
        wanted = part != "surname" or "name" not in (named or {})
        if part not in columns and guess is not None and wanted:
            columns[part] = guess
            taken.add(guess)
    return columns


def _columns(table: Table, mapping: Mapping[str, str]) -> dict[str, int]:
    unknown = [part for part in mapping if part not in HEADINGS]
    if unknown:
        raise BadInput(f"There is no {unknown[0]} to bring in. Name one of: {', '.join(HEADINGS)}.")
    columns = guessed(table, {part: table.need(heading.strip()) for part, heading in mapping.items()})
    if "name" not in columns:
        raise BadInput(
            f"{table.name} has no column called name. Say which one holds the names, such as --map name=COLUMN: "
            f"{table.listed()}."
        )
    return columns


def _unused(table: Table, columns: Mapping[str, int]) -> tuple[str, ...]:
    left = [heading[:40] for turn, heading in enumerate(table.columns) if heading and turn not in columns.values()]
    return (f"Not brought in from {table.name}: {', '.join(left)}.",) if left else ()


class _Reading:
    """Turns rows into people, and remembers the lines where something was not understood."""

    def __init__(self, columns: Mapping[str, int]) -> None:
        self._columns = columns
        self._lines: dict[str, list[int]] = {"language": [], "group": [], "role": []}

    def person(self, line: Line) -> Change | None:
        """A row as a person, or None when it names nobody."""
        name, surname = self._cell(line, "name"), self._cell(line, "surname")
        if not folded(name).endswith(folded(surname)):
            name = f"{name} {surname}".strip()
        if not name:
            return None
        languages, unknown = codes_of(self._cell(line, "languages"))
        if unknown:
            self._lines["language"].append(line.number)
        kind, role = self._kind(line)
        return add_person(
            name,
            kind=kind,
            supporter_role=role,
            stakeholder_group=self._group(line, kind),
            organisation=self._cell(line, "organisation"),
            languages=" ".join(languages),
            access_needs=self._cell(line, "access_needs"),
            strengths=self._cell(line, "strengths"),
        )

    def notices(self, name: str) -> Iterable[str]:
        """What was left out, by line; never the words, which may be somebody's name."""
        for what, lines in self._lines.items():
            if lines:
                more = f" and {len(lines) - MOST_LINES} more" if len(lines) > MOST_LINES else ""
                shown = ", ".join(map(str, lines[:MOST_LINES])) + more
                yield f"{name}: a {what} was not known and was left out, in line {shown}. Add it by hand."

    def _cell(self, line: Line, part: str) -> str:
        column = self._columns.get(part)
        return "" if column is None else " ".join(original(line.cells[column]).split())

    def _kind(self, line: Line) -> tuple[str, str]:
        """Whether somebody takes part or helps, and how they help. The column may hold groups instead."""
        written = folded(self._cell(line, "role"))
        role = _code(written, ROLES)
        if role or written in SUPPORTER:
            return "supporter", role
        if written not in PARTICIPANT and not _code(written, GROUPS):
            self._lines["role"].append(line.number)
        return "participant", ""

    def _group(self, line: Line, kind: str) -> str:
        written = folded(self._cell(line, "group"))
        by_role = folded(self._cell(line, "role")) if kind == "participant" else ""
        group = _code(written, GROUPS) or _code(by_role, GROUPS)
        if written and not group:
            self._lines["group"].append(line.number)
        return group


def _code(written: str, codes: Mapping[str, tuple[str, ...]]) -> str:
    return next((code for code, words in codes.items() if written in words), "")


def mapping_of(pairs: Iterable[str]) -> dict[str, str]:
    """Columns named on the command line, each as part=Heading. Raises BadInput for one that is not so."""
    found: dict[str, str] = {}
    for pair in pairs:
        part, sign, heading = pair.partition("=")
        if not sign or not heading.strip():
            raise BadInput("Name a column as PART=COLUMN, such as --map name=Who.")
        found[part.strip().casefold().replace(" ", "_")] = heading
    return found
