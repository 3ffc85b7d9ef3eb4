"""Merging: files that went apart become one again, in any order and any number of times.

A merge is the union of the logs and the tables anew for the rows it touched. Which file is merged into which makes no
difference, because the tables are a pure function of the set of changes.
"""

from __future__ import annotations

from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from sqlalchemy.exc import DBAPIError

from facilitator.domain.change import Cell, Effects, RowRef
from facilitator.domain.errors import BadChange, NotAWorkshop, ReadOnly
from facilitator.sync import arriving, pictures, projection, reporting, union
from facilitator.sync.merged import Brought, Merged, nobody_waits
from facilitator.sync.quarantine import received
from facilitator.workshop.queries.conflicts import conflicts

if TYPE_CHECKING:
    from collections.abc import Generator, Iterable, Sequence
    from pathlib import Path

    import sqlalchemy as sa

    from facilitator.sync.merged import Progress
    from facilitator.sync.projection import Projected
    from facilitator.workshop.places import Places
    from facilitator.workshop.workshop import Workshop

WHY = "before-merge"
STEPS = 8
"""Of one file: looked over, groups, rows, changes, their check, tables, pictures, report."""
_BETWEEN_LOOKS = 200_000
"""Steps of SQLite's machine, some milliseconds, between two looks whether the person wants to stop."""


@dataclass
class _Outcome:
    """What merging the files has come to so far."""

    groups: int = 0
    damaged_pictures: int = 0
    inserted: dict[RowRef, None] = field(default_factory=dict[RowRef, None])
    changed: dict[Cell, None] = field(default_factory=dict[Cell, None])
    deleted: dict[RowRef, None] = field(default_factory=dict[RowRef, None])
    revived: dict[RowRef, None] = field(default_factory=dict[RowRef, None])
    brought: list[Brought] = field(default_factory=list[Brought])
    conflicts: dict[Cell, None] = field(default_factory=dict[Cell, None])
    remains: bool = False

    def take(self, projected: Projected) -> None:
        """Add what one file made different to what those before it did."""
        for ref in projected.inserted:
            if ref in self.deleted:
                del self.deleted[ref]
            else:
                self.inserted[ref] = None
        for ref in projected.deleted:
            if ref in self.inserted:
                del self.inserted[ref]
            else:
                self.deleted[ref] = None
        self.changed.update(dict.fromkeys(projected.changed))
        self.revived.update(dict.fromkeys(projected.revived))


class _Ticks:
    """How far a merge has come, over all its files."""

    def __init__(self, progress: Progress, files: int) -> None:
        self._progress = progress
        self._done = 0
        self._all = files * STEPS
        self.stopped: BaseException | None = None

    def step(self) -> None:
        self._done += 1
        self._progress(self._done, self._all)

    def look(self) -> int:
        """Asked by SQLite in the middle of its work: 1 to stop it."""
        try:
            self._progress(self._done, self._all)
        except BaseException as error:  # noqa: BLE001 (it is raised again where SQLite cannot swallow it)
            self.stopped = error
            return 1
        return 0


def merge(workshop: Workshop, others: Sequence[Path], places: Places, progress: Progress = nobody_waits) -> Merged:
    """Take in what other copies of this workshop have and this one lacks, after a backup. Each file comes in whole or
    not at all, and none before all were looked over.

    Raises FileTrouble (or one of its kinds) for a file that is refused, ReadOnly, DiskTrouble, and Cancelled when
    `progress` does.
    """
    if workshop.read_only:
        raise ReadOnly("This workshop is open for reading only, so nothing can be merged into it.")
    ticks = _Ticks(progress, len(others))
    outcome, backup = _Outcome(), None
    with ExitStack() as quarantine:
        copies: list[Path] = []
        for other in others:
            copies.append(quarantine.enter_context(received(other, places, workshop.file_id)))
            ticks.step()
        for copy in copies:
            if _anything_for_us(workshop, copy):
                backup = backup or workshop.back_up(WHY)
                _merge_one(workshop, copy, ticks, outcome)
    effects = Effects(
        group=None,
        inserted=tuple(outcome.inserted),
        changed=tuple(outcome.changed),
        deleted=tuple(outcome.deleted),
        revived=tuple(outcome.revived),
        conflicts=tuple(outcome.conflicts),
        remains=outcome.remains,
        undo=workshop.next_undo(),
        redo=workshop.next_redo(),
    )
    return Merged(
        changes_added=outcome.groups,
        conflicts=len(workshop.read(conflicts)),
        revived=effects.revived,
        backup=backup,
        brought=tuple(outcome.brought),
        effects=effects,
        damaged_pictures=outcome.damaged_pictures,
    )


def _anything_for_us(workshop: Workshop, copy: Path) -> bool:
    with workshop.alongside(copy) as connection:
        return union.anything_new(connection) or bool(pictures.missing(connection))


def _merge_one(workshop: Workshop, copy: Path, ticks: _Ticks, outcome: _Outcome) -> None:
    def work(connection: sa.Connection) -> bool:
        with _stopped_by(connection, ticks):
            return _take_in(connection, copy, ticks, outcome)

    with workshop.alongside(copy):
        try:
            outcome.remains = workshop.take_in(work)
        except BadChange as error:  # a reference that leads nowhere shows when the transaction ends
            raise _does_not_fit(copy) from error


def _take_in(connection: sa.Connection, copy: Path, ticks: _Ticks, outcome: _Outcome) -> bool:
    """Everything that one file brings, in the open transaction; whether words were removed for good here."""
    union.map_groups(connection)
    _require(copy, [arriving.groups_fit(connection)])
    if not arriving.clocks_fit(connection):
        raise NotAWorkshop(
            f"{copy.name} says it was written after the year 2200, which cannot be, so it is damaged or made up. "
            "Nothing was changed. Please look for another copy or a backup of it."
        )
    ticks.step()
    union.map_rows(connection)
    _require(copy, [arriving.rows_fit(connection)])
    ticks.step()
    added = union.add_changes(connection)
    ticks.step()
    _require(copy, [arriving.changes_fit(connection, added)])
    removed = union.blank_here(connection)
    ticks.step()
    projected = projection.project(connection)
    _require(copy, [arriving.tables_fit(connection)])
    ticks.step()
    _, damaged = pictures.bring(connection)
    ticks.step()
    outcome.groups += reporting.count_groups(connection)
    disputed = reporting.conflicts_touched(connection)
    outcome.brought += reporting.brought(connection, projected, disputed)
    outcome.conflicts.update(dict.fromkeys(one.cell for one in disputed))
    outcome.damaged_pictures += damaged
    outcome.take(projected)
    union.forget_maps(connection)
    ticks.step()
    return removed


def _require(copy: Path, answers: Iterable[bool]) -> None:
    if not all(answers):
        raise _does_not_fit(copy)


def _does_not_fit(copy: Path) -> NotAWorkshop:
    return NotAWorkshop(
        f"The history in {copy.name} does not fit together, so it is damaged or made up. Nothing was changed. "
        "Please look for another copy or a backup of it."
    )


@contextmanager
def _stopped_by(connection: sa.Connection, ticks: _Ticks) -> Generator[None]:
    """Let SQLite look up from long statements, so that stopping is quick."""
    raw = connection.connection.driver_connection
    raw.set_progress_handler(ticks.look, _BETWEEN_LOOKS)  # pyright: ignore[reportOptionalMemberAccess, reportUnknownMemberType]
    try:
        yield
    except DBAPIError:
        if ticks.stopped is not None:
            raise ticks.stopped from None
        raise
    finally:
        raw.set_progress_handler(None, 0)  # pyright: ignore[reportOptionalMemberAccess, reportUnknownMemberType]
