"""Merging: files that went apart become one again, in any order and any number of times.

A merge is the union of the logs and the tables anew for the rows it touched. Which file is merged into which makes no
difference, because the tables are a pure function of the set of changes.
"""

from __future__ import annotations

from contextlib import ExitStack, contextmanager
from typing import TYPE_CHECKING, Protocol

from sqlalchemy.exc import DBAPIError

from facilitator.domain.change import RowRef
from facilitator.domain.errors import BadChange, Expected, FileTrouble, NotAWorkshop, ReadOnly
from facilitator.domain.gestures.board import withhold_notes
from facilitator.sync import arriving, known, pictures, projection, reporting, union
from facilitator.sync.cut_off import Unfinished
from facilitator.sync.forgotten import Names, StillThere
from facilitator.sync.merged import Merged, nobody_waits
from facilitator.sync.outcome import Outcome, Ticks
from facilitator.sync.quarantine import received
from facilitator.workshop.forgetting import forget_again
from facilitator.workshop.queries.conflicts import conflicts
from facilitator.workshop.queries.still_said import still_said_in
from facilitator.workshop.same_file import is_same

if TYPE_CHECKING:
    import uuid
    from collections.abc import Callable, Generator, Sequence
    from contextlib import AbstractContextManager
    from pathlib import Path

    import sqlalchemy as sa

    from facilitator.sync.merged import Progress
    from facilitator.workshop.places import Places
    from facilitator.workshop.workshop import Workshop

WHY = "before-merge"
STEPS = 8
"""Of one file: looked over, groups, rows, changes, their check, tables, pictures, report."""
BETWEEN_LOOKS = 200_000
"""Steps of SQLite's machine, some milliseconds, between two looks whether the person wants to stop."""


class Door(Protocol):
    """What a merge needs of a workshop."""

    def alongside(self, copy: Path) -> AbstractContextManager[sa.Connection]: ...  # noqa: D102
    def take_in(self, work: Callable[[sa.Connection], bool]) -> bool: ...  # noqa: D102


def merge(workshop: Workshop, others: Sequence[Path], places: Places, progress: Progress = nobody_waits) -> Merged:
    """Take in what other copies of this workshop have and this one lacks, after a backup. Each file comes in whole or
    not at all, and none before all were looked over. Where one is stopped or refused when others are in already, it
    and those after it are left out, and that is said.

    Raises FileTrouble (or one of its kinds) for a file that is refused, ReadOnly, DiskTrouble, and Cancelled when
    `progress` does.
    """
    if workshop.read_only:
        raise ReadOnly("This workshop is open for reading only, so nothing can be merged into it.")
    if any(is_same(other, workshop.path) for other in others):
        raise FileTrouble("That is the workshop itself. Please choose a copy from another laptop.")
    ticks = Ticks(progress, len(others) * STEPS)
    unfinished = Unfinished(places, workshop.file_id)
    outcome, backup, left_out, names = Outcome(), None, list[str](), Names(workshop, unfinished.since)
    with ExitStack() as quarantine:
        copies: dict[Path, str | None] = {}
        for other in others:
            digest = known.fingerprint(other)
            if not workshop.read(lambda reader, seen=digest: known.holds_nothing_new(reader.connection, places, seen)):
                copy = quarantine.enter_context(received(other, places, workshop.file_id, workshop.passphrase))
                copies[copy] = digest
            ticks.step()
        for copy, digest in copies.items():
            with workshop.alongside(copy) as connection:
                held = known.what_it_holds(connection)
                names.look(connection)
            if anything_for_us(workshop, copy):
                backup = backup or workshop.back_up(WHY)
                unfinished.begin(backup)
                try:
                    outcome.add(take_in(workshop, copy, ticks))
                except Expected as error:
                    if not outcome.groups:
                        raise
                    left_out.append(str(error))  # what came before it is in, and the views have to follow that
                    break
            known.remember(places, digest, held)
    withheld = _follow_removals(workshop, outcome)
    anything = outcome.groups or unfinished.since
    still_there = names.still_there(outcome.written()) if anything else StillThere()
    unfinished.end()
    return Merged(
        changes_added=outcome.groups,
        conflicts=len(workshop.read(conflicts)),
        revived=tuple(outcome.revived),
        backup=backup or unfinished.since,
        brought=tuple(outcome.brought),
        effects=outcome.effects(workshop.next_undo(), workshop.next_redo()),
        damaged_pictures=outcome.damaged_pictures,
        withheld=tuple(RowRef("note", note) for note in withheld),
        left_out=tuple(left_out),
        still_there=still_there,
    )


def _follow_removals(workshop: Workshop, outcome: Outcome) -> list[uuid.UUID]:
    """What was removed for good somewhere is removed from what others wrote meanwhile, where that can be told by rows;
    notes that may still say it are withheld, and named. Asked also when nothing came: a merge that was cut off after
    its files were in has not come as far as this.
    """
    if (again := forget_again(workshop)) is not None:
        outcome.take_effects(again)
    notes = workshop.read(still_said_in)
    if notes:
        outcome.take_effects(workshop.apply(withhold_notes(notes, on=True)))
    return notes


def nothing_follows(_connection: sa.Connection) -> bool:
    """A laptop forgets by a Change of its own, once all files are in."""
    return False


def anything_for_us(door: Door, copy: Path) -> bool:
    """Whether a file that has passed the quarantine has anything that ours lacks."""
    with door.alongside(copy) as connection:
        return union.anything_new(connection) or bool(pictures.missing(connection))


def take_in(door: Door, copy: Path, ticks: Ticks, follow: Callable[[sa.Connection], bool] = nothing_follows) -> Outcome:
    """Merge one file that has passed the quarantine, in one transaction. What is done at its end, while it is still
    known which rows came, is `follow`; it says whether it removed words for good. Raises NotAWorkshop when the file's
    history does not fit together.
    """
    outcome = Outcome()

    def work(connection: sa.Connection) -> bool:
        with _stopped_by(connection, ticks):
            removed = _take_in(connection, copy, ticks, outcome)
            followed = follow(connection)
            union.forget_maps(connection)
            ticks.step()
            return removed or followed

    with door.alongside(copy):
        try:
            outcome.remains = door.take_in(work)
        except BadChange as error:  # a reference that leads nowhere shows when the transaction ends
            raise _does_not_fit(copy) from error
    return outcome


def _take_in(connection: sa.Connection, copy: Path, ticks: Ticks, outcome: Outcome) -> bool:
    """Everything that one file brings, in the open transaction; whether words were removed for good here."""
    union.map_groups(connection)
    _require(copy, arriving.groups_fit(connection))
    if not arriving.clocks_fit(connection):
        raise NotAWorkshop(
            f"{copy.name} says it was written after the year 2200, which cannot be, so it is damaged or made up. "
            "Nothing was changed. Please look for another copy or a backup of it."
        )
    ticks.step()
    union.map_rows(connection)
    _require(copy, arriving.rows_fit(connection))
    ticks.step()
    added = union.add_changes(connection)
    ticks.step()
    _require(copy, arriving.changes_fit(connection, added))
    _require(copy, arriving.words_fit(connection))
    removed = union.blank_here(connection)
    ticks.step()
    projected = projection.project(connection)
    _require(copy, arriving.tables_fit(connection))
    ticks.step()
    _, damaged = pictures.bring(connection)
    ticks.step()
    outcome.groups += reporting.count_groups(connection)
    disputed = reporting.conflicts_touched(connection)
    outcome.brought += reporting.brought(connection, disputed)
    outcome.conflicts.update(dict.fromkeys(one.cell for one in disputed))
    outcome.damaged_pictures += damaged
    outcome.take(projected)
    return removed


def _require(copy: Path, answer: bool) -> None:
    if not answer:
        raise _does_not_fit(copy)


def _does_not_fit(copy: Path) -> NotAWorkshop:
    return NotAWorkshop(
        f"The history in {copy.name} does not fit together, so it is damaged or made up. Nothing was changed. "
        "Please look for another copy or a backup of it."
    )


@contextmanager
def _stopped_by(connection: sa.Connection, ticks: Ticks) -> Generator[None]:
    """Let SQLite look up from long statements, so that stopping is quick."""
    raw = connection.connection.driver_connection
    raw.set_progress_handler(ticks.look, BETWEEN_LOOKS)  # pyright: ignore[reportOptionalMemberAccess, reportUnknownMemberType]
    try:
        yield
    except DBAPIError:
        if ticks.stopped is not None:
            raise ticks.stopped from None
        raise
    finally:
        raw.set_progress_handler(None, 0)  # pyright: ignore[reportOptionalMemberAccess, reportUnknownMemberType]
