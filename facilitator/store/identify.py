"""What a file is, by its first bytes, so that a person hears "this is a picture" and not "file is not a database"."""

from __future__ import annotations

import os
import stat
from typing import TYPE_CHECKING

from facilitator.domain.errors import IsBundle, NeedsPassphrase, NewerFile, NotAWorkshop, NotFound

if TYPE_CHECKING:
    from pathlib import Path

APPLICATION_ID = 0x46435754
"""Marks our files in SQLite's header (bytes 68 to 71), as sqlite.org/fileformat.html describes. "FCWT"."""

ARCHIVE_ID = 0x46434152
"""Marks the office's archive of many workshops in the same way. "FCAR"."""

_HEADER = 100
PAGE = 4096
"""Bytes of a page of an encrypted file, which begins with a salt instead of a header."""
_MOST_SAMPLES = 8
_ALL_BYTES = 250
"""So many of the 256 bytes stand in a page that is encrypted. In one that is not, there are seldom half as many."""
_SQLITE = b"SQLite format 3\x00"
_KINDS = (
    (b"PK\x03\x04", "a zip or Office file"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"\x89PNG", "a PNG picture"),
    (b"GIF8", "a GIF picture"),
    (b"%PDF", "a PDF"),
    (b"{", "a text file"),
)
_LOCKED = b"age-encryption.org"
_SURE = (_LOCKED, *(start for start, _ in _KINDS if len(start) > 2))
"""One salt in 256 begins as a text file does, too, and such a workshop must still open."""


def identify(path: Path, newest_format: int, passphrase: str = "") -> None:
    """Read the header only. Raises NotFound, NotAWorkshop, NeedsPassphrase or NewerFile with a sentence; the file is
    not touched. The header of an encrypted file says nothing, so with a passphrase it passes.
    """
    header, size = _beginning(path)
    if not header:
        raise NotAWorkshop(f"{path.name} is damaged: it is empty. It has been left as it is.")
    if looks_encrypted(path):
        if not passphrase:
            raise NeedsPassphrase(f"{path.name} is encrypted. It opens with its passphrase only.")
        return
    _check_kind(path, header)
    _check_length(path, header, size)
    if int.from_bytes(header[60:64]) > newest_format:
        raise NewerFile(
            f"{path.name} was made by a newer Facilitator. "
            "Please update Facilitator on this laptop, then open it again."
        )


def was_open(path: Path) -> bool:
    """Whether a plain file says that it is written to by way of a log beside it, which it never does once it is closed
    (sqlite.org/fileformat.html, bytes 18 and 19).
    """
    with path.open("rb") as file:
        header = file.read(_HEADER)
    return header.startswith(_SQLITE) and header[18:20] == b"\x02\x02"


def is_plain(path: Path) -> bool:
    """Whether a file begins as an SQLite file does that is not encrypted."""
    with path.open("rb") as file:
        return file.read(len(_SQLITE)) == _SQLITE


def looks_encrypted(path: Path) -> bool:
    """Whether a file can be an encrypted workshop: no beginning that is known, whole pages, and every one of some of
    them as good as random. A plain workshop of which only the beginning is spoilt has other pages that are not.
    """
    with path.open("rb") as file:
        size = file.seek(0, os.SEEK_END)
        if size < 2 * PAGE or size % PAGE:
            return False
        pages = size // PAGE
        for number in sorted({0, pages - 1, *range(0, pages, max(pages // _MOST_SAMPLES, 1))}):
            file.seek(number * PAGE)
            page = file.read(PAGE)
            if number == 0 and page.startswith((_SQLITE, *_SURE)):
                return False
            if len(set(page)) < _ALL_BYTES:
                return False
    return True


def _beginning(path: Path) -> tuple[bytes, int]:
    """The header and the length. What is not a plain file is not opened, because reading a pipe may never end."""
    try:
        mode = path.stat().st_mode
        if stat.S_ISDIR(mode):
            raise NotAWorkshop(f"{path.name or path} is a folder. Please choose a file that ends in .workshop.")
        if not stat.S_ISREG(mode):
            raise NotAWorkshop(f"{path.name} is not a file. Please choose one that ends in .workshop.")
        with path.open("rb") as file:
            return file.read(_HEADER), file.seek(0, os.SEEK_END)
    except (FileNotFoundError, NotADirectoryError):
        raise NotFound(f"There is no file {path}. Please check the name.") from None
    except OSError as error:
        raise NotAWorkshop(
            f"{path.name} cannot be read ({error.strerror}). Please check that you may open it."
        ) from None


def _check_kind(path: Path, header: bytes) -> None:
    if header.startswith(_LOCKED):
        raise IsBundle(f"{path.name} is a bundle: a workshop that was locked to be carried. It has been left as it is.")
    if not header.startswith(_SQLITE):
        kind = next((words for start, words in _KINDS if header.startswith(start)), None)
        if kind is None and not any(header):
            kind = "damaged: it is full of zeros"
        raise NotAWorkshop(f"{path.name} is {kind or 'not a workshop file, or is damaged'}. It has been left as it is.")
    if len(header) < _HEADER:
        raise NotAWorkshop(f"{path.name} is damaged: a part of it is missing. It has been left as it is.")
    if int.from_bytes(header[68:72]) == ARCHIVE_ID:
        raise NotAWorkshop(f"{path.name} is the office's archive, not a workshop. Office archive at Home opens it.")
    if int.from_bytes(header[68:72]) != APPLICATION_ID:
        raise NotAWorkshop(f"{path.name} is a database of another program, not a workshop. It has been left as it is.")


def _check_length(path: Path, header: bytes, size: int) -> None:
    """A file cut short can still pass SQLite's own check, so its length is held against what the header says, where
    it says it.
    """
    page_size = int.from_bytes(header[16:18])
    page_size = 65536 if page_size == 1 else page_size
    pages, counter, valid_for = (int.from_bytes(header[start : start + 4]) for start in (28, 24, 92))
    if _has_unfinished_work(path):
        return
    if page_size < 512 or size % page_size or (counter == valid_for and size < pages * page_size):
        raise NotAWorkshop(f"{path.name} is damaged: a part of it is missing. It has been left as it is.")


def _has_unfinished_work(path: Path) -> bool:
    """After a crash the newest pages may stand in the write-ahead log, or the file is to be taken back to what its
    journal says, so the file itself may rightly be shorter than it says.
    """
    beside = [path.with_name(path.name + end) for end in ("-wal", "-journal")]
    return any(map(bytes_in, beside))


def bytes_in(path: Path) -> int:
    """How large a file is; 0 where there is none, also where it has gone this very moment: what SQLite has beside a
    workshop goes when the last program closes it.
    """
    try:
        return path.stat().st_size
    except (FileNotFoundError, NotADirectoryError):
        return 0
