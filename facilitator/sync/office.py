"""Bringing workshops into the office's archive: files, bundles and whole folders, in any order and as often as one
likes. What is there already is passed over, a bad file holds up no other, and absence is never deletion.
"""

from __future__ import annotations

import hashlib
import uuid
from contextlib import ExitStack, closing, suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Literal

import sqlalchemy as sa

from facilitator.domain.errors import Cancelled, DiskTrouble, Expected, NeedsPassphrase, NotFound
from facilitator.domain.programme import Programme
from facilitator.domain.schema import table_of
from facilitator.store.identify import bytes_in, looks_encrypted
from facilitator.sync.archive import archive_file
from facilitator.sync.bundle_opening import Opener, is_bundle
from facilitator.sync.following import Followed, follow_removals
from facilitator.sync.merged import nobody_waits
from facilitator.sync.merging import anything_for_us, take_in
from facilitator.sync.one_ahead import one_ahead
from facilitator.sync.outcome import Outcome, Ticks
from facilitator.sync.quarantine import looked_over
from facilitator.sync.unpacked import unpacked

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from contextlib import AbstractContextManager
    from pathlib import Path

    from facilitator.sync.archive import Archive
    from facilitator.sync.merged import Progress
    from facilitator.sync.unpacked import OpenerOf
    from facilitator.workshop.places import Device, Places

_programme = table_of(Programme)
State = Literal["new", "known", "refused"]
ENDINGS = (".workshop", ".bundle")
STOPPED = "You stopped before its turn came. Take it in another time."
_PIECE = 1 << 20
_IN_USE = ("-wal", "-journal")
_LACKING = """
SELECT count(*) FROM received.change_group g JOIN received.change_session s ON s.id = g.session
WHERE NOT EXISTS (
    SELECT 1 FROM main.change_session ours JOIN main.change_group own ON own.session = ours.id AND own.n = g.n
    WHERE ours.sid = s.sid)
"""


@dataclass(frozen=True, slots=True)
class Receipt:
    """What became of one file. `added` counts gestures that were not in the archive before. `safe_to_delete` says that
    all of the file is in the archive, which was asked after it was written. `why` is the sentence for one that was
    refused, and `locked` says that the right passphrase would have opened it. `forgotten` counts what was not kept of
    it, or taken out for it, because people were forgotten; `hidden` notes that may still say what was removed for good.
    """

    path: Path
    state: State
    title: str = ""
    workshop: uuid.UUID | None = None
    added: int = 0
    safe_to_delete: bool = False
    why: str = ""
    locked: bool = False
    forgotten: int = 0
    hidden: int = 0


@dataclass(frozen=True, slots=True)
class _Arrived:
    """A file that came: the SHA-256 of its bytes, and its copy and which workshop that is if it was looked over."""

    digest: str
    looked_over: tuple[Path, uuid.UUID] | None = None


@dataclass(frozen=True, slots=True)
class _Beside:
    """The archive, with a file beside it that may be encrypted, on this laptop."""

    archive: Archive
    passphrase: str
    device: Device

    def alongside(self, copy: Path) -> AbstractContextManager[sa.Connection]:
        return self.archive.alongside(copy, self.passphrase)

    def take_in(self, work: Callable[[sa.Connection], bool]) -> bool:
        return self.archive.take_in(work)


def sync(
    archive: Archive,
    sources: Iterable[Path],
    places: Places,
    opener: OpenerOf = lambda _file: Opener(),
    progress: Progress = nobody_waits,
) -> list[Receipt]:
    """Take in files and whatever workshops and bundles lie in folders; gives a receipt for each.

    Where `progress` raises Cancelled, what came in by then stays, and the receipts of the others say that they were
    not taken in. Raises NotFound for a source that is not there, before anything is taken in.
    """
    files = list(dict.fromkeys(path for source in sources for path in _files(source)))
    receipts: list[Receipt] = []
    here = _hashes(archive)
    with closing(one_ahead(files, lambda path, stack: _arrived(path, stack, here, places))) as arriving:
        for done, (path, arrived) in enumerate(zip(files, arriving, strict=True)):
            try:
                progress(done, len(files))
            except Cancelled:
                return receipts + [Receipt(left, "refused", why=STOPPED) for left in files[done:]]
            receipts.append(_take(archive, path, arrived, places, opener))
    with suppress(Cancelled):
        progress(len(files), len(files))
    return receipts


def _files(source: Path) -> Iterator[Path]:
    if source.is_dir():
        found = (path for path in source.rglob("*") if path.suffix.casefold() in ENDINGS and path.is_file())
        yield from sorted(path for path in found if not path.name.startswith("."))
    elif source.exists():
        yield source
    else:
        raise NotFound(f"There is no {source}. Please check the name, or put the stick back. Nothing was taken in.")


def _arrived(path: Path, stack: ExitStack, here: frozenset[str], places: Places) -> _Arrived:
    """Look a file over, unless the archive has it or somebody may have to be asked what opens it. What is needed until
    it is taken in goes on the stack.
    """
    digest = _hash(path)
    if digest in here or is_bundle(path) or looks_encrypted(path):
        return _Arrived(digest)
    return _Arrived(digest, stack.enter_context(looked_over(path, places)))


def _opened(path: Path, stack: ExitStack, places: Places, opener: OpenerOf) -> tuple[tuple[Path, uuid.UUID], str]:
    """Look over a file that something may be needed to open: which copy and workshop, and the passphrase."""
    file = stack.enter_context(unpacked(path, places, opener))
    passphrase = opener(file).passphrase if looks_encrypted(file) else ""
    return stack.enter_context(looked_over(file, places, passphrase)), passphrase


def _take(archive: Archive, path: Path, arrived: Callable[[], _Arrived], places: Places, opener: OpenerOf) -> Receipt:
    try:
        file = arrived()
        known = _known(archive, file.digest)
        if known is not None and not _in_use(path):
            return Receipt(path, "known", *known, safe_to_delete=True)
        with ExitStack() as stack:
            looked, passphrase = (file.looked_over, "") if file.looked_over else _opened(path, stack, places, opener)
            return _receive(_Beside(archive, passphrase, places.device), path, *looked, file.digest)
    except Expected as error:
        return Receipt(path, "refused", why=str(error), locked=isinstance(error, NeedsPassphrase))


def _receive(archive: _Beside, path: Path, copy: Path, workshop: uuid.UUID, digest: str) -> Receipt:
    followed = Followed()

    def follow(connection: sa.Connection) -> bool:
        nonlocal followed
        followed = follow_removals(connection, archive.device)
        return bool(followed.forgotten)

    news = anything_for_us(archive, copy)
    outcome = take_in(archive, copy, Ticks(nobody_waits, 1), follow) if news else Outcome()
    with archive.alongside(copy) as connection:
        title = connection.exec_driver_sql("SELECT title FROM received.programme").scalar_one()
        archive.take_in(lambda connection: _note(connection, path, workshop, digest))
        lacking = connection.exec_driver_sql(_LACKING).scalar_one()
    state: State = "new" if outcome.groups else "known"
    return Receipt(
        path,
        state,
        title,
        workshop,
        outcome.groups,
        safe_to_delete=not lacking and not _in_use(path),
        forgotten=followed.forgotten,
        hidden=followed.hidden,
    )


def _note(connection: sa.Connection, path: Path, workshop: uuid.UUID, digest: str) -> bool:
    """Remember which sessions of work are this workshop's, and that this file came in; nothing is removed by it."""
    connection.exec_driver_sql(
        "INSERT OR IGNORE INTO archive_session (sid, workshop) SELECT sid, ? FROM received.change_session",
        (workshop.hex,),
    )
    groups = connection.exec_driver_sql("SELECT count(*) FROM received.change_group").scalar_one()
    connection.execute(sa.delete(archive_file).where(archive_file.c.hash == digest))
    connection.execute(
        sa.insert(archive_file),
        {
            "hash": digest,
            "name": path.name,
            "workshop": workshop.hex,
            "received_at": datetime.now(UTC).isoformat(timespec="seconds"),
            "groups": groups,
        },
    )
    return False


def _hashes(archive: Archive) -> frozenset[str]:
    """Of the files that came in so far."""
    with archive.snapshot() as connection:
        return frozenset(connection.execute(sa.select(archive_file.c.hash)).scalars())


def _known(archive: Archive, digest: str) -> tuple[str, uuid.UUID] | None:
    with archive.snapshot() as connection:
        workshop = connection.execute(
            sa.select(archive_file.c.workshop).where(archive_file.c.hash == digest)
        ).scalar_one_or_none()
        if workshop is None:
            return None
        which = _programme.c.id == uuid.UUID(hex=workshop)
        title = connection.execute(sa.select(_programme.c.title).where(which)).scalar_one()
        return title, uuid.UUID(hex=workshop)


def _hash(path: Path) -> str:
    read = hashlib.sha256()
    try:
        with path.open("rb") as file:
            while piece := file.read(_PIECE):
                read.update(piece)
    except OSError as error:
        raise DiskTrouble(f"{path.name} cannot be read ({error.strerror}). Put the stick back and try again.") from None
    return read.hexdigest()


def _in_use(path: Path) -> bool:
    """Whether a file was not closed, so that a part of it may lie beside it."""
    beside = (path.with_name(path.name + end) for end in _IN_USE)
    return any(map(bytes_in, beside))
