"""A workshop on a stick, a share or in a folder that a service copies away is worked on in a copy on this laptop, and
handed back when it is closed (faults.md, R14, R15, R19).

The copy stays until it is handed back, so that a pulled stick, a full one or a crash costs nothing: the next opening
goes on with it. It is never written over a file that somebody else has changed meanwhile.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import shutil
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from facilitator.domain.errors import BothWentOn, DiskTrouble, FileTrouble, NotFound
from facilitator.store.identify import bytes_in
from facilitator.store.lock import WriterLock
from facilitator.workshop.place_of import place_of
from facilitator.workshop.safe_write import safely_written
from facilitator.workshop.workshop import Workshop

if TYPE_CHECKING:
    from facilitator.workshop.places import Places

_NOTE = "from.json"
_PIECE = 1 << 20
_BESIDE = ("", "-wal", "-journal")
_LEFT_BESIDE = ("-wal", "-journal", "-shm")


@dataclass(frozen=True, slots=True)
class Waiting:
    """Work on this laptop that has not come back to where it belongs: the copy, and the file that it is of."""

    copy: Path
    original: Path

    def of_the_original(self) -> str:
        """What the file is now, to be handed to `has_taken_in` later. Raises NotFound when it is not there."""
        try:
            return _hash(self.original)
        except OSError:
            raise NotFound(f"There is no file {self.original}. Put the stick back, or check the name.") from None

    def has_taken_in(self, seen: str) -> None:
        """Say that the copy holds all of the file as it was then, so that it may take the file's place."""
        _write_note(self.copy.parent, self.original, seen)


class Away:
    """A copy on this laptop that stands for a file elsewhere, from `take` until `hand_back` or `leave`."""

    def __init__(self, original: Path, copy: Path, taken: str, lock: WriterLock | None, *, went_on: bool) -> None:
        self.original = original
        self.copy = copy
        self.went_on = went_on
        """Whether it has work from last time that never came back."""
        self._taken = taken
        self._lock = lock

    @classmethod
    def take(cls, path: Path, places: Places) -> Away:
        """Copy a file to this laptop, or go on with the copy that was not handed back last time.

        Raises NotFound, DiskTrouble, and BothWentOn when there is such a copy and the file has changed too: then both
        are left as they are, until the file is merged into the copy and `has_taken_in` says so.
        """
        if not path.is_file():
            raise NotFound(f"There is no file {path}. Put the stick back, or check the name.")
        original = Path(os.path.realpath(path))
        folder = _folder(original, places)
        copy, note = folder / original.name, folder / _NOTE
        taken, now = _noted(note), _hash(original)
        went_on = taken is not None and copy.exists() and _is_changed(copy, taken) and _hash(copy) != now
        if went_on and taken != now:
            raise BothWentOn(
                f"{path.name} has changed since it was last open here, and work from then is still on this laptop. "
                "Both are kept, and can be brought together.",
                str(copy),
            )
        lock = _locked(original, places)
        try:
            if not went_on:
                _copy_in(original, folder, now)
        except OSError as error:
            if lock is not None:
                lock.release()
            raise DiskTrouble(
                f"{path.name} could not be copied to this laptop ({error.strerror}). Please free some space."
            ) from error
        return cls(original, copy, now, lock, went_on=went_on)

    def hand_back(self) -> bool:
        """Put the closed copy in the place of the file, read back from there; whether there was anything to put.

        Raises DiskTrouble or FileTrouble when that cannot be; then the copy waits on this laptop.
        """
        try:
            if not _is_changed(self.copy, self._taken):
                self._forget()
                return False
            self._put()
            self._forget()
            return True
        finally:
            self.leave()

    def leave(self) -> None:
        """Let others write to the file again; the copy stays."""
        if self._lock is not None:
            self._lock.release()
            self._lock = None

    def _put(self) -> None:
        if not self.original.parent.is_dir():
            raise DiskTrouble(
                f"The place of {self.original.name} is gone. Put the stick back and open it again: your work is "
                f"kept on this laptop, in {self.copy}"
            )
        try:
            if self.original.exists() and _hash(self.original) != self._taken:
                raise FileTrouble(
                    f"{self.original.name} was changed by somebody else meanwhile, so it was left as it is. "
                    "Your work is kept on this laptop. Open it again, and the two can be brought together."
                )
            written = _hash(self.copy)
            for end in _LEFT_BESIDE:  # what a crash had left there is in the copy by now, and would spoil the new file
                self.original.with_name(self.original.name + end).unlink(missing_ok=True)
            looked_over = partial(_compare, written=written)
            with self.copy.open("rb") as source, safely_written(self.original, looked_over) as file:
                shutil.copyfileobj(source, file, _PIECE)
        except DiskTrouble as error:
            raise DiskTrouble(
                f"{error} Your work is kept on this laptop and goes on from there: {self.copy}"
            ) from error
        except OSError as error:
            raise DiskTrouble(
                f"The place of {self.original.name} is gone ({error.strerror}). Put the stick back and open it again: "
                f"your work is kept on this laptop, in {self.copy}"
            ) from error

    def _forget(self) -> None:
        shutil.rmtree(self.copy.parent, ignore_errors=True)


def open_anywhere(path: Path, places: Places, passphrase: str = "") -> Workshop:
    """Open a workshop wherever it lies. One elsewhere is worked on in a copy, and closing it hands that back, which may
    raise DiskTrouble or FileTrouble; then the work is on this laptop, and the sentence says where.
    """
    if not path.is_file() or not os.access(path, os.W_OK) or place_of(path) == "own-disk":
        return Workshop.open(path, places, passphrase=passphrase)
    away = Away.take(path, places)
    try:
        workshop = Workshop.open(away.copy, places, passphrase=passphrase)
    except BaseException:
        away.leave()
        raise
    workshop.stand_for(path, away.hand_back)
    if away.went_on:
        workshop.notices += ("Work that had not come back to the file last time is in this.",)
    return workshop


def settled(made: Workshop, places: Places) -> Workshop:
    """A workshop that was just made: the same, or where its place is not this laptop, opened anew in a copy."""
    if place_of(made.path) == "own-disk":
        return made
    made.close()
    return open_anywhere(made.path, places)


def waiting(places: Places, but_for: Path | None = None) -> list[Waiting]:
    """Work that has not come back to where it belongs, but for the file that is open: to read the copy that stands for
    it, and close that again, would take SQLite's locks away (sqlite.org/howtocorrupt.html, 2.2).
    """
    is_open = os.path.realpath(but_for) if but_for else None
    found: list[Waiting] = []
    for note in sorted(_root(places).glob(f"*/{_NOTE}")):
        with contextlib.suppress(OSError, ValueError, KeyError, TypeError):
            said = json.loads(note.read_text("utf-8"))
            copy, original = note.parent / Path(said["path"]).name, Path(said["path"])
            if said["path"] != is_open and copy.exists() and _is_changed(copy, str(said["taken"])):
                found.append(Waiting(copy, original))
    return found


def waiting_for(path: Path, places: Places) -> Waiting | None:
    """The work on this laptop that has not come back to this very file."""
    original = Path(os.path.realpath(path))
    return next((one for one in waiting(places) if one.original == original), None)


def _root(places: Places) -> Path:
    return places.state / "away"


def _folder(original: Path, places: Places) -> Path:
    return _root(places) / hashlib.sha256(os.fsencode(original)).hexdigest()[:16]


def _noted(note: Path) -> str | None:
    try:
        return str(json.loads(note.read_text("utf-8"))["taken"])
    except (OSError, ValueError, KeyError, TypeError):
        return None


def _copy_in(original: Path, folder: Path, now: str) -> None:
    """The file and what a crash has left beside it; the note comes last, so that half a copy is none."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(mode=0o700, parents=True)
    for end in _BESIDE:
        beside = original.with_name(original.name + end)
        if beside.is_file():
            shutil.copyfile(beside, folder / beside.name)
    copy = folder / original.name
    with contextlib.suppress(OSError):
        copy.chmod(0o600)
    if _hash(copy) != now:
        raise DiskTrouble("The stick did not give the same file twice. Try another reader, or a copy of it.")
    _write_note(folder, original, now)


def _write_note(folder: Path, original: Path, taken: str) -> None:
    (folder / _NOTE).write_text(json.dumps({"path": str(original), "taken": taken}), "utf-8")


def _locked(original: Path, places: Places) -> WriterLock | None:
    """The writer's lock of the file itself, where its place knows locks; raises FileTrouble when somebody has it."""
    lock = WriterLock(original)
    try:
        if lock.take(places.device.name):
            return lock
    except OSError:
        return None
    raise FileTrouble(f"{original.name} is open on another laptop. Close it there first, or copy it and merge later.")


def _is_changed(copy: Path, taken: str) -> bool:
    """Whether anything was written since. What is still in a write-ahead log was written too."""
    return bytes_in(copy.with_name(copy.name + "-wal")) > 0 or _hash(copy) != taken


def _hash(path: Path) -> str:
    found = hashlib.sha256()
    with path.open("rb") as file:
        while piece := file.read(_PIECE):
            found.update(piece)
    return found.hexdigest()


def _compare(part: Path, written: str) -> None:
    with contextlib.suppress(OSError, AttributeError), part.open("rb") as file:
        os.posix_fadvise(file.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)
    if _hash(part) != written:
        raise DiskTrouble("The stick did not keep the file as it was written.")
