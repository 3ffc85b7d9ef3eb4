"""Bringing an older file up to date: small steps that only add, in one transaction, after a backup."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    import sqlalchemy as sa


@dataclass(frozen=True, slots=True)
class Migration:
    """The SQL that brings a file to `version` from the one before. Adds only, and gives the same result on every
    laptop.
    """

    version: int
    statements: tuple[str, ...]


MIGRATIONS: tuple[Migration, ...] = (
    Migration(
        1,
        (
            "ALTER TABLE board ADD COLUMN source TEXT DEFAULT '' NOT NULL",
            "ALTER TABLE poll ADD COLUMN source TEXT DEFAULT '' NOT NULL",
            "ALTER TABLE note ADD COLUMN spoken_language TEXT DEFAULT '' NOT NULL",
        ),
    ),
    Migration(2, ("ALTER TABLE poll ADD COLUMN most_on_one INTEGER DEFAULT 0 NOT NULL",)),
    Migration(
        3,
        (
            "ALTER TABLE session ADD COLUMN ends_at TEXT DEFAULT '' NOT NULL",
            "ALTER TABLE session ADD COLUMN doors_at TEXT DEFAULT '' NOT NULL",
        ),
    ),
    Migration(
        4,
        (
            "CREATE TABLE attachment (hash TEXT NOT NULL, kind TEXT NOT NULL, data BLOB NOT NULL, PRIMARY KEY (hash))",
            "ALTER TABLE board ADD COLUMN private_round BOOLEAN DEFAULT 0 NOT NULL",
            "ALTER TABLE note ADD COLUMN face_down BOOLEAN DEFAULT 0 NOT NULL",
        ),
    ),
)


def file_format(connection: sa.Connection) -> int:
    """The format version a file says it has."""
    return connection.exec_driver_sql("PRAGMA user_version").scalar_one()


def migrate(connection: sa.Connection, migrations: Sequence[Migration], verify: Callable[[], None]) -> None:
    """Run the steps a file still needs and `verify` the outcome, all or nothing; the caller rolls back on any error."""
    have = file_format(connection)
    connection.exec_driver_sql("BEGIN IMMEDIATE")
    for step in sorted(migrations, key=lambda step: step.version):
        if step.version > have:
            for statement in step.statements:
                connection.exec_driver_sql(statement)
            connection.exec_driver_sql(f"PRAGMA user_version={int(step.version)}")
    verify()
    connection.exec_driver_sql("COMMIT")
