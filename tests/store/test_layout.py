"""What may stand in a file that has yet to go through several migrations, and a file that holds nothing at all."""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING

import pytest

from facilitator.domain.errors import NotAWorkshop
from facilitator.store.identify import APPLICATION_ID
from facilitator.store.layout import FORMAT, statements, strangers
from facilitator.workshop.places import Places
from facilitator.workshop.workshop import Workshop

if TYPE_CHECKING:
    from pathlib import Path


def objects(made: list[str]) -> list[tuple[str, str, str | None]]:
    connection = sqlite3.connect(":memory:")
    try:
        for statement in made:
            connection.execute(statement)
        return [*connection.execute("SELECT type, name, sql FROM sqlite_master")]
    finally:
        connection.close()


def test_a_table_and_a_column_that_was_added_to_it_later_may_both_be_missing() -> None:
    older = [statement for statement in statements() if "board" not in statement.partition("(")[0]]
    gone = [statement for statement in statements() if statement not in older]
    column = "ALTER TABLE board ADD COLUMN source TEXT DEFAULT '' NOT NULL"
    made = [table.replace("source TEXT DEFAULT '' NOT NULL, ", "") for table in gone]
    assert strangers(objects(older), [*made, column]) == []


def test_a_file_marked_as_ours_that_holds_nothing_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "hollow.workshop"
    connection = sqlite3.connect(path)
    connection.execute(f"PRAGMA application_id={APPLICATION_ID}")
    connection.execute(f"PRAGMA user_version={FORMAT}")
    connection.execute("CREATE TABLE a (b)")
    connection.execute("DROP TABLE a")
    connection.close()
    before = path.read_bytes()
    with pytest.raises(NotAWorkshop, match="not made the way"):
        Workshop.open(path, Places.under(tmp_path / "state"))
    assert path.read_bytes() == before
