"""A merge that was cut off between taking a file in and saying what came of it: the next one goes on from the backup
that was made before, so that it tells what the first had not come to. Remembered is only where that backup lies.
"""

from __future__ import annotations

import contextlib
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import uuid

    from facilitator.workshop.places import Places


class Unfinished:
    """Of one workshop. `since` is the backup from before the merge that was cut off, or None when none was."""

    def __init__(self, places: Places, workshop: uuid.UUID) -> None:
        self._path = places.state / f"merging-{workshop.hex}.txt"
        self.since = self._backup()

    def begin(self, backup: Path) -> None:
        """Files come in from now on. Where it cannot be written down, a cut is noticed by nobody."""
        if self.since is None:
            with contextlib.suppress(OSError):
                self._path.write_text(str(backup), "utf-8")

    def end(self) -> None:
        """All is said."""
        with contextlib.suppress(OSError):
            self._path.unlink(missing_ok=True)

    def _backup(self) -> Path | None:
        try:
            backup = Path(self._path.read_text("utf-8"))
            return backup if backup.is_file() else None
        except (OSError, ValueError):
            return None
