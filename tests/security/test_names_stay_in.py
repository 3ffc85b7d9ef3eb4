"""S12: what people wrote, and what they are called, is in no error, no traceback, no log and no label of history."""

from __future__ import annotations

import logging
import sqlite3
import subprocess
import sys
import traceback
import uuid
from collections.abc import Callable
from pathlib import Path

import pytest

from facilitator.domain.change import Change, Insert, Set
from facilitator.domain.errors import BadChange, Expected
from facilitator.domain.gestures.board import add_note
from facilitator.domain.people import Participant
from facilitator.store.trouble import in_plain_words
from facilitator.workshop.places import Places
from facilitator.workshop.workshop import Workshop
from tests.security.conftest import AMINA, NAME, TEA, tamper

FIRST_NAME = NAME.split(" ")[0]


def renamed(name: str) -> Change:
    return Change("person-name", (Set("participant", AMINA, {"display_name": name}),))


def person(**values: object) -> Change:
    edit = Insert("participant", uuid.uuid4(), {"display_name": NAME, **values})  # pyright: ignore[reportArgumentType]
    return Change("person-add", (edit,))


REFUSED: dict[str, Callable[[], Change]] = {
    "somebody who is there already": lambda: Change(
        "person-add", (Insert("participant", AMINA, {"display_name": NAME}),)
    ),
    "a name that is too long": lambda: renamed(NAME * 30),
    "a name with what cannot be stored": lambda: renamed(NAME + "\x00"),
    "a name in place of a code": lambda: person(kind=NAME),
    "a name in place of a language": lambda: person(languages=NAME),
    "a name as the code of a change": lambda: Change(NAME, person().edits),
    "a name among the details": lambda: Change("person-add", person().edits, {"who": NAME}),
    "a note for a board that is gone": lambda: add_note(uuid.uuid4(), f"{NAME} said so"),
    "a seat at a table that is not there": lambda: Change(
        "seat",
        (
            *renamed(NAME + "!").edits,
            Insert("seat", uuid.uuid4(), {"table_id": uuid.uuid4(), "participant_id": AMINA}),
        ),
    ),
    "a name for somebody who is not there": lambda: Change(
        "person-name", (Set("participant", uuid.uuid4(), {"display_name": NAME}),)
    ),
}


@pytest.mark.parametrize("refused", REFUSED)
def test_no_refusal_repeats_a_name_not_even_in_its_traceback(closed: Path, places: Places, refused: str) -> None:
    with Workshop.open(closed, places) as workshop, pytest.raises(Expected) as caught:
        workshop.apply(REFUSED[refused]())
    assert FIRST_NAME not in said_by(caught.value)


def said_by(error: BaseException) -> str:
    return "".join(traceback.format_exception(error)) + repr(error)


def test_a_fault_nobody_expected_does_not_repeat_a_name_either(closed: Path, places: Places) -> None:
    with Workshop.open(closed, places) as workshop:
        connection = workshop._store.connection
        with pytest.raises(Exception, match="no such table") as caught, in_plain_words():
            connection.exec_driver_sql("INSERT INTO nowhere VALUES (?)", (NAME,))
    assert FIRST_NAME not in said_by(caught.value)


def test_letters_that_cannot_be_read_are_not_repeated_by_the_error(closed: Path, places: Places) -> None:
    tamper(closed, f"UPDATE participant SET display_name = CAST('{NAME}' || x'ff' AS TEXT)")
    with Workshop.open(closed, places) as workshop:
        problems = workshop.check()
        assert problems
        assert FIRST_NAME not in "".join(problems)
        with pytest.raises(Expected) as caught:
            workshop.read(lambda reader: reader.find(Participant))
        assert FIRST_NAME not in said_by(caught.value)


def test_the_check_of_a_damaged_file_repeats_no_name(closed: Path, places: Places) -> None:
    tamper(
        closed, f"UPDATE participant SET display_name = '{NAME} the Second'", "UPDATE change SET value = upper(value)"
    )
    with Workshop.open(closed, places) as workshop:
        problems = workshop.check()
    assert problems
    assert FIRST_NAME not in "".join(problems)


def test_no_label_of_the_history_has_a_name_or_words_in_it(closed: Path) -> None:
    connection = sqlite3.connect(closed)
    labels = connection.execute("SELECT code, details, at FROM change_group").fetchall()
    labels += connection.execute("SELECT device, device_name, app FROM change_session").fetchall()
    labels += connection.execute("SELECT name FROM change_name").fetchall()
    connection.close()
    said = " ".join(str(part) for label in labels for part in label)
    assert FIRST_NAME not in said
    assert "Tea" not in said


def test_nothing_is_logged_about_anybody(closed: Path, places: Places, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    with Workshop.open(closed, places) as workshop:
        workshop.apply(renamed("Amina O."))
        workshop.undo()
        with pytest.raises(BadChange):
            workshop.apply(renamed(NAME * 30))
    assert FIRST_NAME not in caplog.text


def test_the_command_line_says_no_name_when_a_file_is_damaged(closed: Path, root: Path) -> None:
    tamper(closed, f"UPDATE note SET text = '{NAME}' WHERE id = '{TEA.hex}'")
    done = subprocess.run(
        [sys.executable, "-m", "facilitator", "check", str(closed)],
        cwd=root,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 1
    assert "note" in done.stdout + done.stderr
    assert FIRST_NAME not in done.stdout + done.stderr
