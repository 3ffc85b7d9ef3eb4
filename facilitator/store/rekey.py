"""Giving a workshop file a passphrase, another one, or none: a new file that was checked takes the place of the old."""

from __future__ import annotations

import contextlib
import os
import secrets
from typing import TYPE_CHECKING

from facilitator.domain.errors import DiskTrouble, FileTrouble, ReadOnly
from facilitator.domain.schema import shapes
from facilitator.store.check import problems
from facilitator.store.connect import connect, disconnect, fold_into_one_file
from facilitator.store.gate import pass_gate
from facilitator.store.identify import APPLICATION_ID
from facilitator.store.layout import FORMAT
from facilitator.store.log_tables import LOG
from facilitator.store.opening import open_file
from facilitator.store.trouble import in_plain_words

if TYPE_CHECKING:
    from pathlib import Path

    import sqlalchemy as sa

_COUNTED = (*(table.name for table in LOG.sorted_tables), "attachment")


def rekey(path: Path, device_name: str, backups_root: Path, old: str, new: str) -> None:
    """Write a file anew under another passphrase (empty for none), and put it in the place of the old one.

    Raises what opening raises, ReadOnly when somebody else has it open, and DiskTrouble; then the file is as before.
    """
    opened = open_file(path, device_name, backups_root, passphrase=old)
    part = opened.path.with_name(f".{secrets.token_hex(8)}.part")
    try:
        if opened.lock is None:
            raise ReadOnly(opened.notices[0])
        os.close(os.open(part, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
        try:
            with in_plain_words():
                _export(opened.connection, part, new)
                _check(opened.connection, part, new)
                fold_into_one_file(opened.connection)
        finally:
            disconnect(opened.connection)
        with part.open("rb+") as file:
            os.fsync(file.fileno())
        part.replace(opened.path)
    except OSError as error:
        raise DiskTrouble(f"{path.name} could not be written anew ({error.strerror}). It is as it was.") from error
    finally:
        with contextlib.suppress(OSError):
            part.unlink(missing_ok=True)
        if opened.lock is not None:
            opened.lock.release()


def _export(connection: sa.Connection, part: Path, passphrase: str) -> None:
    """As Zetetic describes for SQLCipher: all goes over by `sqlcipher_export` but two marks."""
    connection.exec_driver_sql("ATTACH ? AS anew KEY ?", (str(part), passphrase))
    try:
        connection.exec_driver_sql("SELECT sqlcipher_export('anew')").all()
        connection.exec_driver_sql(f"PRAGMA anew.application_id={APPLICATION_ID}")
        connection.exec_driver_sql(f"PRAGMA anew.user_version={FORMAT}")
    finally:
        connection.exec_driver_sql("DETACH anew")


def _check(before: sa.Connection, part: Path, passphrase: str) -> None:
    """Raise FileTrouble unless the new file opens, is made as ours are, and has all that the old one has."""
    pass_gate(part, FORMAT, alone=True, passphrase=passphrase)
    after = connect(part, write=False, passphrase=passphrase)
    try:
        if problems(after) or _counts(after) != _counts(before):
            raise FileTrouble("The file did not come out whole under the new passphrase. It is as it was.")
    finally:
        disconnect(after)


def _counts(connection: sa.Connection) -> list[int]:
    return [
        connection.exec_driver_sql(f'SELECT count(*) FROM "{name}"').scalar_one() for name in (*_COUNTED, *shapes())
    ]
