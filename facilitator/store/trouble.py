"""SQLite's complaints in words a person can act on."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from sqlalchemy.exc import DBAPIError, IntegrityError

from facilitator.domain.errors import BadChange, DiskTrouble, FileTrouble, NotAWorkshop, ReadOnly

if TYPE_CHECKING:
    from collections.abc import Generator

_WORDS: tuple[tuple[str, type[FileTrouble], str], ...] = (
    (
        "disk is full",
        DiskTrouble,
        "The disk is full, so this was not stored. Please free some space and try again; nothing else was lost.",
    ),
    (
        "disk I/O error",
        DiskTrouble,
        "The disk did not take this, so it was not stored. "
        "Please check the disk or stick and try again; nothing else was lost.",
    ),
    (
        "unable to open",
        DiskTrouble,
        "The file cannot be opened for writing. Please check that its folder is still there and not full.",
    ),
    ("locked", FileTrouble, "Another program is using the file. Please close it there and try again."),
    (
        "readonly",
        ReadOnly,
        "The file can only be read, so this was not stored. Please save a copy somewhere you may write to.",
    ),
    ("malformed", NotAWorkshop, "The file is damaged. Please open its newest backup."),
    ("not a database", NotAWorkshop, "The file is damaged. Please open its newest backup."),
)


@contextmanager
def in_plain_words() -> Generator[None]:
    """Turn what SQLite raises into Expected errors; anything unknown stays what it is, a bug to report."""
    try:
        yield
    except IntegrityError as error:
        if "FOREIGN KEY" in str(error.orig):
            raise BadChange(
                "This belongs to something that has been removed. Please choose where it should go now."
            ) from error
        raise BadChange("This is in the workshop already.") from error
    except OverflowError:
        raise NotAWorkshop("The file is damaged: a number in it is too large. Please open its newest backup.") from None
    except DBAPIError as error:
        said = str(error.orig)
        if "decode to UTF-8" in said:
            # From nothing, because what SQLite says repeats the text, and messages may be logged.
            raise NotAWorkshop(
                "The file is damaged: letters in it cannot be read. Please open its newest backup."
            ) from None
        for sign, kind, words in _WORDS:
            if sign in said:
                raise kind(words) from error
        raise
