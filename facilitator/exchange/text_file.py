"""Reading text whose encoding nobody told us, from files that may not be text at all."""

from __future__ import annotations

import codecs
from dataclasses import dataclass
from typing import TYPE_CHECKING

from facilitator.domain.errors import BadInput, NotFound
from facilitator.domain.validate import clean

if TYPE_CHECKING:
    from pathlib import Path

LARGEST = 200_000_000
"""Bytes. A text of notes or votes is far smaller; what is larger is something else and would fill the memory."""

MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark begins the same
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
OTHER_KINDS = {
    b"PK\x03\x04": "a workbook or another packed file",
    b"\xd0\xcf\x11\xe0": "an old Excel workbook",
    b"%PDF": "a PDF",
    b"SQLite format 3": "a database, perhaps a workshop",
    b"\x89PNG": "a picture",
    b"\xff\xd8\xff": "a picture",
}


@dataclass(frozen=True, slots=True)
class TextFile:
    """A file's text with its line ends as they were, and sentences a person should see about how it was read."""

    name: str
    text: str
    notices: tuple[str, ...] = ()


def read_text(path: Path) -> TextFile:
    """Read a text file as UTF-8, UTF-16 or UTF-32 by its mark, else UTF-8, else Windows-1252 with a notice.

    Raises NotFound when it is not there and BadInput when it cannot be read or is not text.
    """
    data = _read_bytes(path)
    for start, kind in OTHER_KINDS.items():
        if data.startswith(start):
            raise BadInput(f"{path.name} is {kind}, not text. Save it as CSV (UTF-8) and try again.")
    for mark, encoding in MARKS:
        if data.startswith(mark):
            return TextFile(path.name, clean(_decode(path, data[len(mark) :], encoding)))
    return _without_mark(path, data)


def _without_mark(path: Path, data: bytes) -> TextFile:
    if data[:4000].count(0) > len(data[:4000]) // 4:
        little = data[1:4000:2].count(0) >= data[0:4000:2].count(0)
        return TextFile(path.name, clean(_decode(path, data, "utf-16-le" if little else "utf-16-be")))
    try:
        return TextFile(path.name, clean(data.decode("utf-8")))
    except UnicodeDecodeError:
        text = _decode(path, data, "windows-1252")
    if "\x00" in text:
        raise BadInput(f"{path.name} is not text. Save it as CSV (UTF-8) and try again.")
    return TextFile(
        path.name,
        text,
        (f"{path.name} is not in UTF-8, so it was read as Windows-1252: look whether é, £ and ’ are right.",),
    )


def _decode(path: Path, data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        raise BadInput(f"The letters of {path.name} cannot be read. Save it as CSV (UTF-8) and try again.") from None


def _read_bytes(path: Path) -> bytes:
    try:
        if path.is_dir():
            raise BadInput(f"{path} is a folder. Name the file to read.")
        with path.open("rb") as file:
            data = file.read(LARGEST + 1)  # a device or a pipe says nothing of its size
    except FileNotFoundError:
        raise NotFound(f"There is no {path}. Look at the name and the folder.") from None
    except OSError as error:
        raise BadInput(f"{path} cannot be read ({error.strerror or 'the disk did not answer'}).") from None
    if len(data) > LARGEST:
        raise BadInput(
            f"{path.name} is larger than {LARGEST // 1_000_000} MB. Split it and bring the parts in one by one."
        )
    return data
