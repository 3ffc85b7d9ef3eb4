"""People who were forgotten on one laptop while the other still knew them.

Nothing of a name is kept after forgetting, so only while the two files lie beside each other can it be told where else
the name was written meanwhile. It is looked for then, held in memory, and let go.
"""

from __future__ import annotations

import json
import uuid
from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

from sqlalchemy.exc import DBAPIError

from facilitator.domain.change import RowRef
from facilitator.store.log_tables import INSERTED, REDACTED
from facilitator.workshop.queries.traces import PERSON, mentions, removed_for_good

if TYPE_CHECKING:
    from collections.abc import Container
    from pathlib import Path

    import sqlalchemy as sa

    from facilitator.workshop.workshop import Workshop

_NAME = "display_name"
_WRITTEN = """
SELECT r.uuid, c.value FROM {schema}.change_name kind
CROSS JOIN {schema}.change_row r ON r."table" = kind.id
CROSS JOIN {schema}.change_name col
CROSS JOIN {schema}.change c ON c.row = r.id AND c.col = col.id
WHERE kind.name = ? AND col.name IN ({columns}) AND typeof(r.uuid) = 'blob' AND length(r.uuid) = 16
"""
"""Cells of a table, as the log of one of the two files has them."""
_REMOVED = f"""
SELECT r.uuid FROM received.change_row r JOIN received.change c ON c.row = r.id
WHERE c.col = (SELECT id FROM received.change_name WHERE name = '{REDACTED}')
"""


@dataclass(frozen=True, slots=True)
class StillThere:
    """What is left to do for people of whose forgetting a merge told: `people` are those this laptop had known until
    then, `mentions` the rows that say a name which one of the two files knew. `notes` are those that somebody had
    removed for good and whose words a backup here still has; those that went because a person was forgotten are not
    among them, whether their words go on as nobody's or not. `backups` are what holds anything of `gone`: people,
    notes, and whatever else went with them.
    """

    people: tuple[uuid.UUID, ...] = ()
    backups: tuple[Path, ...] = ()
    mentions: tuple[RowRef, ...] = ()
    notes: tuple[uuid.UUID, ...] = ()
    gone: tuple[RowRef, ...] = ()


class Names:
    """The names by which people went who are forgotten in one of two files, for as long as a merge takes. Where an
    earlier one was cut off, it is told what went since the backup from before that.
    """

    def __init__(self, workshop: Workshop, since: Path | None = None) -> None:
        self._workshop = workshop
        self._names: dict[uuid.UUID, set[str]] = {}
        if since is None:
            self._before = {ref.id for ref in workshop.read(removed_for_good)}
        else:
            with workshop.alongside(since) as connection:
                self._before = {uuid.UUID(bytes=row[0]) for row in connection.exec_driver_sql(_REMOVED)}
                self.look(connection)

    def look(self, connection: sa.Connection) -> None:
        """Look into the attached file and into ours, before the one is merged into the other."""
        schemas = ("main", "received")
        gone = {person for schema in schemas for person, _ in _cells(connection, schema, PERSON, REDACTED)}
        for schema in schemas if gone else ():
            for person, logged in _cells(connection, schema, PERSON, INSERTED, _NAME):
                if person in gone and (name := _name_in(logged)):
                    self._names.setdefault(person, set()).add(name)

    def still_there(self, came: Container[RowRef]) -> StillThere:
        """What is left, after the merge: of people this laptop has just forgotten everywhere, of those it had forgotten
        before among the rows that came, because the others were told of then.
        """
        removed = self._workshop.read(removed_for_good)
        gone = sorted((ref for ref in removed if ref.id not in self._before), key=lambda ref: (ref.table, ref.id))
        new = [ref.id for ref in gone if ref.table == PERSON]
        said = dict[RowRef, None]()
        for person, names in self._names.items():
            for name in sorted(names):
                found = self._workshop.read(lambda reader, name=name: mentions(reader, name))
                said.update(dict.fromkeys(ref for ref in found if person in new or ref in came))
        meant = [ref.id for ref in gone if removed[ref]]
        held = self._workshop.backups_holding(ref.id for ref in gone) if gone else []
        notes = meant if meant and self._workshop.backups_holding(meant) else []
        return StillThere(tuple(new), tuple(one.path for one in held), tuple(said), tuple(notes), tuple(gone))


def _cells(connection: sa.Connection, schema: str, table: str, *columns: str) -> list[tuple[uuid.UUID, str | None]]:
    query = _WRITTEN.format(schema=schema, columns=", ".join("?" * len(columns)))
    try:
        return [(uuid.UUID(bytes=row[0]), row[1]) for row in connection.exec_driver_sql(query, (table, *columns))]
    except DBAPIError:
        return []  # text that is none is refused a little later, in words


def _name_in(logged: str | None) -> str:
    """The name in a cell or in a whole row; nothing where there is none, or nothing that can be read."""
    try:
        value: object = json.loads(logged or "null")
    except (ValueError, TypeError, RecursionError):
        return ""
    name = cast("dict[str, object]", value).get(_NAME) if isinstance(value, dict) else value
    return name.strip() if isinstance(name, str) else ""
