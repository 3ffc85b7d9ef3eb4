"""S1: a file that holds anything a workshop never holds is refused before a byte of it or beside it is written."""

from __future__ import annotations

import re
import shutil
import sqlite3
from pathlib import Path

import pytest

from facilitator.domain.errors import NotAWorkshop
from facilitator.workshop.places import Places
from facilitator.workshop.workshop import Workshop
from tests.security.conftest import BOARD, tamper

ENDLESS = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT i FROM n"


def rewritten(name: str, old: str, new: str) -> tuple[str, ...]:
    """A statement of the schema put in by hand, which SQLite itself would not let anybody alter."""
    return (
        "PRAGMA writable_schema=ON",
        f"UPDATE sqlite_master SET sql = replace(sql, '{old}', '{new}') WHERE name = '{name}'",
        "PRAGMA writable_schema=RESET",
    )


STRANGERS: dict[str, tuple[str, ...]] = {
    "a trigger": ("CREATE TRIGGER t AFTER INSERT ON note BEGIN UPDATE note SET text = 'forged'; END",),
    "a trigger that waits for a vote": ("CREATE TRIGGER t AFTER INSERT ON mark BEGIN UPDATE mark SET value = 1; END",),
    "a view": ("CREATE VIEW extra AS SELECT * FROM note",),
    "an endless view": (f"CREATE VIEW extra AS {ENDLESS}",),
    "an endless view in place of a table": ("DROP TABLE trial", f"CREATE VIEW trial AS {ENDLESS}"),
    "a table": ("CREATE TABLE extra (x)",),
    "a table of statistics": ("ANALYZE",),
    "a virtual table": ("CREATE VIRTUAL TABLE extra USING fts5(x)",),
    "a column": ("ALTER TABLE note ADD COLUMN extra TEXT",),
    "a column that is worked out": ("ALTER TABLE note ADD COLUMN extra TEXT AS (upper(text))",),
    "an index": ("CREATE INDEX extra ON note (text)",),
    "an index that is worked out": ("CREATE INDEX extra ON note (upper(text))",),
    "an index of a part": ("DROP INDEX ix_note_board_id", "CREATE INDEX ix_note_board_id ON note (board_id) WHERE 1"),
    "an index that forbids": ("DROP INDEX ix_note_table_id", "CREATE UNIQUE INDEX ix_note_table_id ON note (table_id)"),
    "no index": ("DROP INDEX ix_note_board_id",),
    "no table": ("DROP TABLE decision",),
    "no log": ("DROP TABLE change",),
    "another default": rewritten("note", "DEFAULT 1 NOT NULL", "DEFAULT 2 NOT NULL"),
    "another default of a text": rewritten("poll", "DEFAULT ''draft''", "DEFAULT ''open''"),
    "a condition": rewritten("note", "PRIMARY KEY (id)", "PRIMARY KEY (id), CHECK (text <> x)"),
    "a condition that costs": rewritten(
        "note", "PRIMARY KEY (id)", "PRIMARY KEY (id), CHECK (text NOT LIKE ''%a%a%a%a%a%a%a%b'')"
    ),
    "a reference elsewhere": rewritten("note", "REFERENCES board (id)", "REFERENCES board (id) ON DELETE CASCADE"),
    "a table that is virtual under its name": rewritten(
        "trial", "CREATE TABLE trial (", "CREATE/**/VIRTUAL TABLE trial USING x("
    ),
    "a statement twice": (
        "PRAGMA writable_schema=ON",
        "INSERT INTO sqlite_master SELECT type, name, tbl_name, rootpage, sql FROM sqlite_master WHERE name = 'note'",
    ),
    "two tables in one place": (
        "PRAGMA writable_schema=ON",
        "UPDATE sqlite_master SET rootpage = (SELECT rootpage FROM sqlite_master WHERE name = 'board') "
        "WHERE name = 'poll'",
    ),
}


@pytest.mark.parametrize("stranger", STRANGERS)
def test_a_file_with_a_stranger_in_it_is_refused_and_left_to_the_byte(
    closed: Path, places: Places, stranger: str
) -> None:
    tamper(closed, *STRANGERS[stranger])
    before, beside = closed.read_bytes(), sorted(closed.parent.iterdir())
    with pytest.raises(NotAWorkshop, match="left as it is"):
        Workshop.open(closed, places)
    assert closed.read_bytes() == before
    assert sorted(closed.parent.iterdir()) == beside


@pytest.mark.parametrize("stranger", ["a trigger", "an endless view", "a table", "a column", "a condition", "no index"])
def test_an_old_file_with_a_stranger_in_it_is_refused_before_it_is_migrated_or_backed_up(
    root: Path, tmp_path: Path, places: Places, stranger: str
) -> None:
    old = Path(shutil.copy(root / "tests" / "data" / "v0.workshop", tmp_path / "old.workshop"))
    tamper(old, *STRANGERS[stranger])
    before, beside = old.read_bytes(), sorted(old.parent.iterdir())
    with pytest.raises(NotAWorkshop, match="left as it is"):
        Workshop.open(old, places)
    assert old.read_bytes() == before
    assert sorted(old.parent.iterdir()) == beside
    assert not places.backups.exists()


WRONG_VALUES: dict[str, str] = {
    "letters where a number belongs": "UPDATE note SET colour = 'red'",
    "bytes where letters belong": "UPDATE note SET text = x'00ff00'",
    "an id that is no id": "UPDATE programme SET id = '../../../../../../../tmp/elsewhere'",
    "an id with a slash in it": "UPDATE programme SET id = '..' || substr(id, 3)",
    "an id of capital letters": "UPDATE participant SET id = 'ABCDEFABCDEFABCDEFABCDEFABCDEFAB'",
    "neither yes nor no": "UPDATE note SET withheld = 2",
    "a fraction of a session": "UPDATE change_group SET hlc = 'soon'",
    "a kind of vote that nobody knows": "UPDATE poll SET method = 'agrme'",
    "a colour that there is not": "UPDATE note SET colour = 9",
    "no key": "UPDATE file_key SET key = 'letters'",
}


@pytest.mark.parametrize("wrong", WRONG_VALUES)
def test_a_value_that_its_column_cannot_hold_is_refused_at_the_door(closed: Path, places: Places, wrong: str) -> None:
    tamper(closed, WRONG_VALUES[wrong])
    before = closed.read_bytes()
    with pytest.raises(NotAWorkshop, match="is damaged"):
        Workshop.open(closed, places)
    assert closed.read_bytes() == before


def test_the_backup_before_a_migration_goes_nowhere_but_into_our_folder(
    root: Path, tmp_path: Path, places: Places
) -> None:
    from facilitator.store.connect import connect, disconnect
    from facilitator.store.opening import folder_name

    old = Path(shutil.copy(root / "tests" / "data" / "v0.workshop", tmp_path / "old.workshop"))
    tamper(old, "UPDATE programme SET id = '../../elsewhere'")
    connection = connect(old, write=False)
    assert folder_name(connection) == "unnamed"
    disconnect(connection)


def test_what_a_trigger_would_have_forged_is_not_forged(closed: Path, places: Places) -> None:
    tamper(closed, *STRANGERS["a trigger"])
    with pytest.raises(NotAWorkshop):
        Workshop.open(closed, places)
    connection = sqlite3.connect(closed)
    texts = {text for (text,) in connection.execute("SELECT text FROM note WHERE board_id = ?", (BOARD.hex,))}
    connection.close()
    assert texts == {"Tea and cake", "Coffee ☕ قهوة"}


def test_nothing_of_ours_needs_what_runs_code() -> None:
    from facilitator.store.layout import statements
    from facilitator.store.look_over import RUNS_CODE

    assert [statement for statement in statements() if re.search(RUNS_CODE, statement)] == []
