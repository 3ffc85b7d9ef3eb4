"""What comes from elsewhere is not touched and not trusted: a copy of it is looked over in a child process, held
against the list of what may stand in a workshop, and brought up to date, all in a folder that is thrown away.
"""

from __future__ import annotations

import shutil
from contextlib import ExitStack, contextmanager
from typing import TYPE_CHECKING

import sqlalchemy as sa

from facilitator.domain.errors import DiskTrouble, FileTrouble, NeedsPassphrase, NotAWorkshop
from facilitator.domain.programme import Programme
from facilitator.domain.schema import table_of
from facilitator.store.identify import identify
from facilitator.store.layout import FORMAT
from facilitator.store.opening import COMPANIONS, close_file, open_file
from facilitator.workshop.scratch import scratch

if TYPE_CHECKING:
    import uuid
    from collections.abc import Generator
    from pathlib import Path

    from facilitator.workshop.places import Places

_programme = table_of(Programme)
_WHICH = sa.select(_programme.c.id).order_by(_programme.c.id)


@contextmanager
def received(path: Path, places: Places, workshop: uuid.UUID, passphrase: str = "") -> Generator[Path]:
    """A copy of a file that is whole, safe, of our format and of this very workshop; gone at the end. An encrypted one
    has to have the same passphrase as ours.

    Raises NotFound, NotAWorkshop, NewerFile, FileTrouble for another workshop or passphrase, or DiskTrouble.
    """
    with ExitStack() as stack:
        try:
            copy, found = stack.enter_context(looked_over(path, places, passphrase))
        except NeedsPassphrase:
            raise FileTrouble(
                f"{path.name} has a passphrase that this workshop has not. Give both the same one, or none, and bring "
                "it again. Nothing was changed."
            ) from None
        if found != workshop:
            raise FileTrouble(
                f"{path.name} is another workshop, so it cannot be merged with this one. Please choose a copy of this "
                "workshop. Nothing was changed."
            )
        yield copy


@contextmanager
def looked_over(path: Path, places: Places, passphrase: str = "") -> Generator[tuple[Path, uuid.UUID]]:
    """A copy of any workshop file that is whole, safe and of our format, and which workshop it is; gone at the end.

    Raises NotFound, NotAWorkshop, NewerFile or DiskTrouble.
    """
    identify(path, FORMAT, passphrase)
    with scratch(places) as folder:
        copy = _copied(path, folder)
        opened = open_file(copy, places.device.name, folder / "backups", passphrase=passphrase)
        try:
            found = list(opened.connection.execute(_WHICH).scalars())
        finally:
            try:
                close_file(opened.connection, opened.path, write=opened.lock is not None)
            finally:
                if opened.lock is not None:
                    opened.lock.release()
        if len(found) != 1:
            raise NotAWorkshop(f"{path.name} says that it is {len(found)} workshops at once, so it is damaged.")
        yield copy, found[0]


def _copied(path: Path, folder: Path) -> Path:
    """The file with what SQLite left beside it, under its own name, so that messages name it."""
    copy = folder / path.name
    try:
        for end in ("", *COMPANIONS):
            beside = path.with_name(path.name + end)
            if not end or (end != "-shm" and beside.is_file()):
                shutil.copyfile(beside, copy.with_name(copy.name + end))
    except OSError as error:
        raise DiskTrouble(
            f"{path.name} could not be read to its end. Put the stick back, or free some space here, and try again. "
            "Nothing was changed."
        ) from error
    return copy
