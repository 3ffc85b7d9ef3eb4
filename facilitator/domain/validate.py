"""The one gate for what comes from a keyboard, a file or a scan: a Change is looked over before anything is written.

Raises `BadChange` with a sentence a person can act on. What is already in the file (does the row exist?) is checked
by the store.
"""

from __future__ import annotations

import re
import sys
import uuid
from datetime import date, time
from typing import TYPE_CHECKING

from facilitator.domain.attachment import LARGEST, STARTS, Attachment
from facilitator.domain.change import Change, Delete, Edit, Insert, Reopen, Set, Value
from facilitator.domain.errors import BadChange
from facilitator.domain.languages import LANGUAGE
from facilitator.domain.schema import Column, TableShape, shapes
from facilitator.domain.typed_words import UNSTORABLE

if TYPE_CHECKING:
    from collections.abc import Callable

CODE = re.compile(r"[a-z][a-z0-9-]{0,63}")
"""Change codes and the words in a Change's details: short codes, so that nothing a person wrote can slip into the
log's labels.
"""


def validate(change: Change) -> None:
    """Look a Change over; raises BadChange, says nothing when all is well."""
    if not CODE.fullmatch(change.code):
        raise BadChange("A change needs a short code such as note-add.")
    for word in (*change.details, *change.details.values()):
        if isinstance(word, str) and not CODE.fullmatch(word):
            raise BadChange(
                "The details of a change may hold numbers, ids and short codes only, never words that people wrote."
            )
    for edit in change.edits:
        _validate_edit(edit)
    for one in change.attachments:
        _validate_attachment(one)


def clean(text: str) -> str:
    """Text from outside with what cannot be stored replaced by U+FFFD, the sign for a lost character."""
    return UNSTORABLE.sub("\ufffd", text)


def _validate_attachment(one: Attachment) -> None:
    if not one.data.startswith(STARTS.get(one.kind, b"\x00")):
        raise BadChange("Only JPEG and PNG pictures can be kept. Save the picture as one of these, then try again.")
    if len(one.data) > LARGEST:
        raise BadChange("This picture is too large. Make it smaller, then try again.")


def _validate_edit(edit: Edit) -> None:
    shape = shapes().get(edit.table)
    if shape is None:
        raise BadChange(f"There is no table called {edit.table} in a workshop.")
    if isinstance(edit, Delete) and edit.table == "programme":
        raise BadChange("The workshop itself cannot be taken away. Delete its file instead.")
    if isinstance(edit, Insert | Set):
        for name, value in edit.values.items():
            _validate_cell(shape, name, value)
    if isinstance(edit, Reopen):
        raise BadChange("Only undo gives several versions of one thing back.")
    if isinstance(edit, Insert):
        missing = [
            column.words
            for column in shape.columns.values()
            if column.kept_when_redacted and edit.values.get(column.name) is None
        ]
        if missing:
            raise BadChange(f"A {edit.table} needs its {missing[0]}.")


def _validate_cell(shape: TableShape, name: str, value: Value) -> None:
    column = shape.columns.get(name)
    if column is None:
        raise BadChange(f"A {shape.name} has no column called {name}.")
    if value is None:
        if column.required:
            raise BadChange(f"The {column.words} of a {shape.name} cannot be nothing.")
        return
    check = {
        "text": _check_text,
        "whole": _check_whole,
        "number": _check_number,
        "yes-no": _check_yes_no,
        "id": _check_id,
    }[column.kind]
    check(shape.name, column, value)


def _check_text(table: str, column: Column, value: Value) -> None:
    if not isinstance(value, str):
        raise BadChange(f"The {column.words} of a {table} is text.")
    if column.limit is not None and len(value) > column.limit:
        raise BadChange(
            f"The {column.words} of this {table} is {len(value):,} characters long; the most is {column.limit:,}. "
            "Please shorten it."
        )
    if UNSTORABLE.search(value):
        raise BadChange(
            f"The {column.words} of this {table} holds a character that cannot be stored. Please type it again."
        )
    if column.choices is not None and value not in column.choices:
        raise BadChange(f"The {column.words} of a {table} is one of: {', '.join(filter(None, column.choices))}.")
    if value and column.form:
        _FORMS[column.form](table, column, value)


def _check_whole(table: str, column: Column, value: Value) -> None:
    if not isinstance(value, int) or isinstance(value, bool):
        raise BadChange(f"The {column.words} of a {table} is a whole number.")
    low, high = column.low, column.high
    if (low is not None and value < low) or (high is not None and value > high):
        raise BadChange(f"The {column.words} of a {table} is a whole number from {low} to {high}.")


def _check_number(table: str, column: Column, value: Value) -> None:
    if not isinstance(value, int | float) or isinstance(value, bool) or not abs(value) <= sys.float_info.max:
        raise BadChange(f"The {column.words} of a {table} is a number.")


def _check_yes_no(table: str, column: Column, value: Value) -> None:
    if not isinstance(value, bool):
        raise BadChange(f"The {column.words} of a {table} is yes or no.")


def _check_id(table: str, column: Column, value: Value) -> None:
    if not isinstance(value, uuid.UUID):
        raise BadChange(f"The {column.words} of a {table} points to another row.")


def _check_languages(table: str, column: Column, value: str) -> None:
    if not all(LANGUAGE.fullmatch(code) for code in value.split(" ")):
        raise BadChange(f"The {column.words} of a {table} are language codes with a space between, such as: en ar.")


def _check_date(table: str, column: Column, value: str) -> None:
    if not _written_as(value, lambda: date.fromisoformat(value).isoformat()):
        raise BadChange(f"The {column.words} of a {table} is a day such as 2026-01-14.")


def _check_clock(table: str, column: Column, value: str) -> None:
    if not _written_as(value, lambda: time.fromisoformat(value).strftime("%H:%M")):
        raise BadChange(f"The {column.words} of a {table} is a time such as 09:30.")


def _written_as(value: str, read_and_write: Callable[[], str]) -> bool:
    """Whether a value comes back as it is: Python reads more forms of ISO 8601 than sort as text."""
    try:
        return read_and_write() == value
    except ValueError:
        return False


_FORMS = {"languages": _check_languages, "date": _check_date, "clock": _check_clock}
