"""What follows for the archive from a file that has just come in: what it brought of people who were forgotten is
forgotten once more, and notes that may still say what was removed for good are hidden, as a laptop's merge does it. All
of it belongs to the transaction that took the file in, so that at no moment the archive holds it.
"""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from typing import TYPE_CHECKING

from facilitator.domain.gestures.board import withhold_notes
from facilitator.domain.gestures.rights import forget_person
from facilitator.domain.schema import referrers
from facilitator.domain.validate import validate
from facilitator.store.layout import FORMAT
from facilitator.store.log_tables import REDACTED
from facilitator.store.session import LogSession
from facilitator.store.write import write
from facilitator.workshop.queries.still_said import still_said_in
from facilitator.workshop.queries.traces import PERSON, traces_of
from facilitator.workshop.reader import Reader

if TYPE_CHECKING:
    from collections.abc import Iterator

    import sqlalchemy as sa

    from facilitator.domain.change import Change
    from facilitator.workshop.places import Device

_REDACTED = f"(SELECT id FROM main.change_name WHERE name = '{REDACTED}')"
_FORGOTTEN = f"""
SELECT ours.uuid, EXISTS (SELECT 1 FROM row_map m WHERE m.ours = ours.id)
FROM received.change_row theirs CROSS JOIN main.change_row ours ON ours.uuid = theirs.uuid
WHERE theirs."table" = (SELECT id FROM received.change_name WHERE name = '{PERSON}')
AND EXISTS (SELECT 1 FROM main.change c WHERE c.row = ours.id AND c.col = {_REDACTED})
"""
"""Who of the people that the file knows is forgotten, there or here, and whether the file said something of them. A row
that leads to a person never comes without the person, so the file alone is asked: the archive has a hundred workshops.
"""
_CAME = """
SELECT c.value FROM row_map m CROSS JOIN main.change c ON c.row = m.ours
WHERE NOT m.redacted AND c.value IS NOT NULL AND m.tbl IN (SELECT id FROM main.change_name WHERE name IN ({tables}))
"""
_MAY_STILL_SAY = """
SELECT 1 FROM row_map WHERE redacted AND tbl = (SELECT id FROM main.change_name WHERE name = 'note') LIMIT 1
"""
"""A note that took in a removed one came with what was done to that one. So a file that says nothing of any removed
note has no such note, and the archive's whole past need not be gone through.
"""


@dataclass(frozen=True, slots=True)
class Followed:
    """How many rows of people who were forgotten went, and how many notes were hidden until somebody has looked."""

    forgotten: int = 0
    hidden: int = 0


def follow_removals(connection: sa.Connection, device: Device) -> Followed:
    """Forget and hide what has to be, in the open transaction, while `received` and the maps of the union still say
    what came. The log says that this laptop did it.
    """
    session = LogSession(device.id, device.name, FORMAT)
    forgotten = 0
    for person in list(_to_forget(connection)):
        forgetting = traces_of(Reader(connection), person)
        rows = len(forgetting.gone) + len(forgetting.anew) - 1  # the person's own is always among them
        if rows:
            _write(connection, session, forget_person(forgetting))
            forgotten += rows
    notes = still_said_in(Reader(connection)) if connection.exec_driver_sql(_MAY_STILL_SAY).first() else []
    if notes:
        _write(connection, session, withhold_notes(notes, on=True))
    return Followed(forgotten, len(notes))


def _to_forget(connection: sa.Connection) -> Iterator[uuid.UUID]:
    """Those of whom the file said that they are forgotten, or brought something that leads to them."""
    forgotten = [(uuid.UUID(bytes=raw), spoken_of) for raw, spoken_of in connection.exec_driver_sql(_FORGOTTEN)]
    if not forgotten:
        return
    tables = ", ".join(f"'{shape.name}'" for shape, _ in referrers(PERSON))
    came = [row[0] for row in connection.exec_driver_sql(_CAME.format(tables=tables))]
    yield from (one for one, spoken_of in forgotten if spoken_of or any(one.hex in value for value in came))


def _write(connection: sa.Connection, session: LogSession, change: Change) -> None:
    validate(change)
    if (written := write(connection, session, change)) is not None:
        session.keep(written.group)
