"""Saving what can be saved of a damaged workshop, into a new file; the damaged one stays as it is."""

from __future__ import annotations

from collections import Counter
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from facilitator.domain.errors import DiskTrouble, FileTrouble, NotAWorkshop, NotFound
from facilitator.domain.schema import shapes
from facilitator.store.backup import backups_of_path
from facilitator.store.check import problems, standing_rows
from facilitator.store.identify import looks_encrypted
from facilitator.store.layout import FORMAT
from facilitator.store.opening import close_file, create_file
from facilitator.store.pages import Pages, newer_pages
from facilitator.store.rebuild import fill, last_step, plan
from facilitator.store.replay import all_row_states
from facilitator.store.salvage import salvaged
from facilitator.store.session import LogSession
from facilitator.store.store import Store
from facilitator.workshop.safe_write import safely_written
from facilitator.workshop.scratch import scratch

if TYPE_CHECKING:
    import uuid
    from collections.abc import Generator, Mapping
    from pathlib import Path

    from facilitator.store.opening import Opened
    from facilitator.store.rebuild import Plan
    from facilitator.store.salvage import Salvaged
    from facilitator.workshop.places import Places

LARGEST = 2 << 30
"""Bytes. All of the file is in memory while it is read."""


@dataclass(frozen=True, slots=True)
class Recovered:
    """What was saved, and what is missing as far as anybody can know: rows by table, how many of them only the tables
    still had, steps of the history, pictures. `missing` counts rows by table that something points to, or that the log
    has heard of without knowing that they were taken away. `sheets_unknown` says that sheets which are printed already
    can no longer be told from copies.
    """

    path: Path
    rows: Mapping[str, int]
    from_tables: int
    missing: Mapping[str, int]
    missing_steps: int
    missing_pictures: int
    sheets_unknown: bool
    newest_backup: Path | None


def recover(path: Path, to: Path, places: Places) -> Recovered:
    """Write what is left of a damaged workshop to a new file. Raises NotFound, FileTrouble when `to` is taken or the
    file is too large, NotAWorkshop when nothing is left, DiskTrouble.
    """
    if to.exists():
        raise FileTrouble(f"{to} is there already. It was left as it is; choose another name for what is saved.")
    if path.is_file() and looks_encrypted(path):
        raise FileTrouble(
            f"{path.name} is encrypted, or all of it is damaged, so its pages say nothing. Open it with its "
            "passphrase, or use a backup."
        )
    found = _best_of(path)
    if not found.anything:
        raise NotAWorkshop(f"Nothing of a workshop is left in {path.name}. It was left as it is; look for a backup.")
    backups = sorted(backups_of_path(places.backups, path), key=lambda backup: backup.made_at)
    with scratch(places) as folder:
        made = folder / "recovered.workshop"
        with _new_file(made, places) as opened:
            fill(opened.connection, found)
            done = plan(opened.connection, found)
            opened.connection.exec_driver_sql("PRAGMA foreign_keys=ON")
            session = LogSession(places.device.id, places.device.name, FORMAT)
            if done.edits:
                Store(opened.connection, opened.path, session).apply(last_step(done))
            if problems(opened.connection):
                raise NotAWorkshop(f"What is left in {path.name} does not fit together. Use a backup.")
            report = _report(opened, found, done, to, backups[-1].path if backups else None)
        with safely_written(to) as file:
            file.write(made.read_bytes())
    return report


@contextmanager
def _new_file(path: Path, places: Places) -> Generator[Opened]:
    opened = create_file(path, places.device.name)
    try:
        yield opened
    finally:
        close_file(opened.connection, opened.path, write=True)
        if opened.lock is not None:
            opened.lock.release()


def _best_of(path: Path) -> Salvaged:
    """The file by itself, or with the write-ahead log that lies beside it: whichever gives more. A log that belongs to
    another file, or to this one at another time, gives less.
    """
    try:
        if path.stat().st_size > LARGEST:
            raise FileTrouble(f"{path.name} is too large to be read as a whole. Use a backup.")
        file = path.read_bytes()
    except FileNotFoundError:
        raise NotFound(f"There is no file {path}. Please check the name.") from None
    except OSError as error:
        raise DiskTrouble(f"{path.name} cannot be read ({error.strerror}). Try another laptop or reader.") from None
    readings = [salvaged(Pages(file))]
    newer = newer_pages(path.with_name(path.name + "-wal"))
    if newer:
        readings.append(salvaged(Pages(file, newer)))
    return max(readings, key=lambda found: (found.amount - found.lost_groups, found.amount))


def _report(opened: Opened, found: Salvaged, done: Plan, to: Path, newest_backup: Path | None) -> Recovered:
    standing = standing_rows(opened.connection)
    saved = Counter(table for table, _ in standing)
    accounted = {row_id for _, row_id in standing} | _taken_away(opened)
    heard_of = ((row_id, table) for row_id, table in found.ids_known().items() if table in shapes())
    missing = Counter(table for row_id, table in heard_of if row_id not in accounted) + Counter(done.stand_ins)
    pictures = {
        str(state.values[column.name])
        for state in standing.values()
        for column in state.shape.columns.values()
        if column.picture and state.values[column.name]
    }
    return Recovered(
        to,
        saved,
        done.from_tables,
        missing,
        found.lost_groups,
        len(pictures - found.pictures.keys()),
        found.key is None,
        newest_backup,
    )


def _taken_away(opened: Opened) -> set[uuid.UUID]:
    """The rows that the log knows to be deleted or removed for good."""
    return {state.id for state in all_row_states(opened.connection) if state.deleted or state.redacted}
