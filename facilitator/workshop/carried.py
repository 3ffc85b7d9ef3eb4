"""Whether what is in a workshop is anywhere but on this laptop: which file it was last carried away in, and whether
something was written since. A laptop can be lost on the way home.
"""

from __future__ import annotations

import contextlib
import json
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

import sqlalchemy as sa

from facilitator.store.log_tables import change_group

if TYPE_CHECKING:
    from pathlib import Path

    from facilitator.workshop.places import Places
    from facilitator.workshop.reader import Reader
    from facilitator.workshop.workshop import Workshop


@dataclass(frozen=True, slots=True)
class Carried:
    """The file's name, when it was written (ISO 8601, UTC), and whether it has all there is."""

    name: str
    at: str
    has_all: bool


def remember_carried(workshop: Workshop, places: Places, file: Path) -> None:
    """This file has all that is in the workshop now, and was read back. Where it cannot be written down, the page goes
    on saying that the work is on this laptop only.
    """
    now = datetime.now(UTC).isoformat(timespec="seconds")
    kept = {"name": file.name, "at": now, "steps": workshop.read(_steps)}
    with contextlib.suppress(OSError):
        _kept_in(workshop, places).write_text(json.dumps(kept), "utf-8")


def carried(workshop: Workshop, places: Places) -> Carried | None:
    """The file it was last carried away in; None when it never was."""
    try:
        kept: dict[str, Any] = json.loads(_kept_in(workshop, places).read_text("utf-8"))
        return Carried(str(kept["name"]), str(kept["at"]), kept["steps"] == workshop.read(_steps))
    except (OSError, ValueError, KeyError, TypeError):
        return None


def _steps(reader: Reader) -> int:
    """How many steps the log has: it only ever grows, whatever is merged into it."""
    return reader.rows(sa.select(sa.func.count()).select_from(change_group))[0][0]


def _kept_in(workshop: Workshop, places: Places) -> Path:
    return places.state / f"carried-{workshop.file_id.hex}.json"
