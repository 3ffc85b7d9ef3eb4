"""S2: a file made to keep SQLite busy or to fill the memory is refused; so, in words, is a log that leads astray."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from facilitator.domain.errors import Expected, NotAWorkshop
from facilitator.domain.gestures.board import add_note
from facilitator.store import look_over
from facilitator.workshop.places import Places
from facilitator.workshop.workshop import Workshop
from tests.security.conftest import BOARD, tamper
from tests.security.drive_bit_flips import everything, tried

MB = 1 << 20
TOO_LARGE: dict[str, str] = {
    "a huge blob": f"UPDATE note SET text = zeroblob({65 * MB})",
    "a huge text": f"UPDATE note SET text = hex(zeroblob({33 * MB}))",
    "a very long text": f"UPDATE note SET text = hex(zeroblob({look_over.LONGEST_TEXT // 2 + 1}))",
    "a very long logged value": f"UPDATE change SET value = hex(zeroblob({look_over.LONGEST_TEXT // 2 + 1}))",
    "a very long name of a laptop": f"UPDATE change_session SET device_name = hex(zeroblob({3 * MB}))",
}


@pytest.mark.parametrize("what", TOO_LARGE)
def test_a_value_too_large_to_be_honest_is_refused(closed: Path, places: Places, what: str) -> None:
    tamper(closed, TOO_LARGE[what])
    with pytest.raises(NotAWorkshop, match="is damaged"):
        Workshop.open(closed, places)


def test_a_table_of_a_thousand_columns_is_refused(closed: Path, places: Places) -> None:
    columns = ", ".join(f"c{number}" for number in range(1_500))
    tamper(closed, f"CREATE TABLE extra ({columns})")
    with pytest.raises(NotAWorkshop):
        Workshop.open(closed, places)


def test_a_statement_of_a_million_letters_is_refused(closed: Path, places: Places) -> None:
    tamper(closed, f"CREATE TABLE extra (x DEFAULT '{'x' * 900_000}')")
    with pytest.raises(NotAWorkshop):
        Workshop.open(closed, places)


def test_an_endless_question_is_stopped_by_the_look_itself(closed: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(look_over, "MOST_LOOKS", 100)
    connection = look_over._open(closed, "ro")
    with pytest.raises(sqlite3.OperationalError, match="interrupted"):
        connection.execute(
            "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT max(i) FROM n"
        ).fetchone()
    connection.close()


def test_the_look_reads_no_row_of_a_file_with_a_view_in_it(closed: Path) -> None:
    tamper(
        closed, "CREATE VIEW extra AS SELECT 1", "PRAGMA ignore_check_constraints=ON", "UPDATE note SET colour = 'x'"
    )
    seen = look_over.look_over(closed, "ro")
    assert seen["problems"] == []
    assert ["view", "extra", "CREATE VIEW extra AS SELECT 1"] in list(seen["objects"])  # pyright: ignore[reportArgumentType, reportUnknownArgumentType, reportUnknownVariableType, reportCallIssue]


ASTRAY: dict[str, str] = {
    "undo that goes round in a circle": "UPDATE change_group SET undoes = (SELECT max(id) FROM change_group) - id",
    "undo of itself": "UPDATE change_group SET undoes = id",
    "a clock at its end": "UPDATE change_group SET hlc = 9223372036854775807",
    "a row number at its end": "UPDATE change_row SET id = 9223372036854775807 WHERE id = 2",
    "a log that is no JSON": "UPDATE change SET value = 'Tea'",
    "JSON of another kind": "UPDATE change SET value = '[1, 2]'",
    "JSON without end": "UPDATE change SET value = replace(hex(zeroblob(50000)), '00', '[')",
    "numbers that are none": 'UPDATE change SET value = \'{"position": NaN, "x": Infinity}\'',
    "a number of too many digits": "UPDATE change SET value = replace(hex(zeroblob(9000)), '00', '9')",
    "values of another type": 'UPDATE change SET value = \'{"text": 5, "board_id": true, "colour": "red"}\'',
    "details that are no JSON": "UPDATE change_group SET details = 'Amina'",
    "details that are a list": "UPDATE change_group SET details = '[]'",
    "letters that are none": "UPDATE note SET text = CAST(x'ff41fe' AS TEXT)",
    "an id of too few bytes": "UPDATE change_row SET uuid = x'0102' WHERE id = 3",
    "changes of a session that is not there": "UPDATE change SET session = session + 100",
    "a group that claims everything": "UPDATE change_group SET first_seq = -9000000000, changes = 9000000000000",
    "negative numbers": "UPDATE change_group SET first_seq = -first_seq, changes = -changes, n = -n",
    "columns nobody knows": "UPDATE change_name SET name = name || '?' WHERE name IN ('text', 'deleted')",
    "rows of another table": 'UPDATE change_row SET "table" = 1',
    "no names": "DELETE FROM change_name",
    "no groups": "DELETE FROM change_group",
    "no sessions": "DELETE FROM change_session",
    "no log": "DELETE FROM change",
    "no root": "DELETE FROM programme",
    "no key": "DELETE FROM file_key",
    "a row that is part of nothing": "UPDATE note SET board_id = '00000000000000000000000000000099'",
    "themes on a circle of boards": "UPDATE note SET theme_id = board_id",
}
HARMLESS = ("undo that goes round in a circle", "undo of itself", "a clock at its end")
"""The tables still say what the log says."""


@pytest.mark.parametrize("astray", ASTRAY)
def test_a_log_made_to_lead_astray_is_found_out_and_ends_in_words_at_the_worst(
    closed: Path, places: Places, astray: str
) -> None:
    tamper(closed, ASTRAY[astray])
    try:
        workshop = Workshop.open(closed, places)
    except Expected:
        return
    problems = workshop.check()
    for act in everything(workshop):
        tried(act)
    tried(workshop.close)
    assert problems or astray in (
        "undo that goes round in a circle",
        "undo of itself",
        "a clock at its end",
        "no groups",
    )


def test_a_clock_at_its_end_refuses_new_work_in_words_and_shows_the_old(closed: Path, places: Places) -> None:
    tamper(closed, ASTRAY["a clock at its end"])
    with Workshop.open(closed, places) as workshop:
        with pytest.raises(Expected, match="damaged"):
            workshop.apply(add_note(BOARD, "Cake"))
        assert len(workshop.history()) > 5
