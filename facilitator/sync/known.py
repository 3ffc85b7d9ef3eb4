"""Files this laptop has looked over and merged before, by the hash of their bytes: a stick that is put in again is told
at once to hold nothing new, without a second look at what was found safe.

Only what the file held is remembered, never that this workshop has it: that is asked of the workshop each time, which
may have been put back from a backup meanwhile.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
from typing import TYPE_CHECKING, Any

from facilitator.store.opening import COMPANIONS
from facilitator.sync.pictures import missing_here

if TYPE_CHECKING:
    from pathlib import Path

    import sqlalchemy as sa

    from facilitator.workshop.places import Places

_NAME = "merged.json"
_KEPT = 50
_STEPS = """
SELECT s.sid, max(g.n) FROM {schema}.change_group g JOIN {schema}.change_session s ON s.id = g.session GROUP BY s.sid
"""


def fingerprint(path: Path) -> str | None:
    """The hash of a file that can be known again, or None for one that cannot be read or was not closed."""
    try:
        if any(path.with_name(path.name + end).exists() for end in COMPANIONS):
            return None
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError:
        return None


def holds_nothing_new(connection: sa.Connection, places: Places, digest: str | None) -> bool:
    """Whether a file was looked over before, and this workshop has all it held."""
    held = _known(places).get(digest or "")
    if not held:
        return False
    ours = _steps(connection, "main")
    steps, pictures = held["steps"], set(held["pictures"])
    return all(ours.get(sid, 0) >= n for sid, n in steps.items()) and not pictures & missing_here(connection)


def what_it_holds(connection: sa.Connection) -> dict[str, Any]:
    """What to remember of the attached file."""
    steps = _steps(connection, "received")
    return {
        "steps": steps,
        "pictures": [row[0] for row in connection.exec_driver_sql("SELECT hash FROM received.attachment")],
    }


def remember(places: Places, digest: str | None, held: dict[str, Any]) -> None:
    """Know a file again the next time. Where it cannot be written down, it is looked over again."""
    if digest is None:
        return
    every = {name: what for name, what in _known(places).items() if name != digest}
    newest = dict(list({**every, digest: held}.items())[-_KEPT:])
    with contextlib.suppress(OSError):
        (places.state / _NAME).write_text(json.dumps(newest), "utf-8")


def _steps(connection: sa.Connection, schema: str) -> dict[str, int]:
    return {row[0]: row[1] for row in connection.exec_driver_sql(_STEPS.format(schema=schema))}


def _known(places: Places) -> dict[str, dict[str, Any]]:
    try:
        said = json.loads((places.state / _NAME).read_text("utf-8"))
        return {
            name: what
            for name, what in said.items()
            if isinstance(what["steps"], dict) and what["pictures"] is not None
        }
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return {}
