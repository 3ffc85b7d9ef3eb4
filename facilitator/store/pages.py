"""The records of a damaged SQLite file, read from its pages without SQLite, which gives up where a page is damaged.

Every page is looked at by itself, so that one that is spoilt costs only what stood on it (sqlite.org/fileformat.html).
It is plain Python, so the worst that a file can do here is to hold nothing.
"""

from __future__ import annotations

import struct
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

Cell = str | int | float | bytes | None

HEADER = 100
_INDEX_NODE, _TABLE_NODE, _INDEX_LEAF, _TABLE_LEAF = 0x02, 0x05, 0x0A, 0x0D
_WHOLE = {1: 1, 2: 2, 3: 3, 4: 4, 5: 6, 6: 8}
"""Bytes of a whole number by its serial type."""
_NOT_OURS = (10, 11)
"""Serial types that no file has."""
LONGEST = 64 << 20
"""Bytes of one record; a longer one is a damaged length."""
_FRAME = struct.Struct(">6I")


@dataclass(frozen=True, slots=True)
class Record:
    """One record. `rowid` is None in a table without, and in an index, which looks the same."""

    rowid: int | None
    cells: tuple[Cell, ...]


class _Spoilt(Exception):
    """This cannot be a record."""


class Pages:
    """The pages of a file, those that its write-ahead log has newer taken from there."""

    def __init__(self, file: bytes, newer: dict[int, bytes] | None = None) -> None:
        self._file = file
        self._newer = newer or {}
        self.size = page_size(file)
        self._usable = self.size - (file[20] if len(file) > 20 and file[:15] == b"SQLite format 3" else 0)
        self.count = max([len(file) // self.size, *self._newer])

    def page(self, number: int) -> bytes:
        """A page by its number, from 1. Raises IndexError when there is none."""
        if not 1 <= number <= self.count:
            raise IndexError(number)
        found = self._newer.get(number) or self._file[(number - 1) * self.size : number * self.size]
        if len(found) < self.size:
            raise IndexError(number)
        return found

    def records(self) -> Iterator[Record]:
        """Every record that can be read, in no order; those of indexes too."""
        for number in range(1, self.count + 1):
            try:
                yield from self._records_on(self.page(number), HEADER if number == 1 else 0)
            except IndexError:
                continue

    def _records_on(self, page: bytes, start: int) -> Iterator[Record]:
        kind = page[start]
        if kind not in (_INDEX_NODE, _INDEX_LEAF, _TABLE_LEAF):
            return
        pointers = start + (12 if kind == _INDEX_NODE else 8)
        many = int.from_bytes(page[start + 3 : start + 5])
        for at in range(pointers, min(pointers + 2 * many, self.size - 1), 2):
            cell = int.from_bytes(page[at : at + 2])
            try:
                yield self._record(page, cell, kind)
            except (_Spoilt, IndexError, struct.error, UnicodeDecodeError):
                continue

    def _record(self, page: bytes, at: int, kind: int) -> Record:
        at += 4 if kind == _INDEX_NODE else 0
        length, at = _varint(page, at)
        rowid = None
        if kind == _TABLE_LEAF:
            rowid, at = _varint(page, at)
        if not 0 < length <= LONGEST:
            raise _Spoilt
        return Record(rowid, _cells(self._payload(page, at, length, table=kind == _TABLE_LEAF)))

    def _payload(self, page: bytes, at: int, length: int, *, table: bool) -> bytes:
        """The bytes of a record, gathered from the pages it flows over to."""
        usable = self._usable
        most = usable - 35 if table else (usable - 12) * 64 // 255 - 23
        if length <= most:
            return _exactly(page[at : at + length], length)
        least = (usable - 12) * 32 // 255 - 23
        here = least + (length - least) % (usable - 4)
        here = here if here <= most else least
        parts, left = [_exactly(page[at : at + here], here)], length - here
        following = int.from_bytes(_exactly(page[at + here : at + here + 4], 4))
        while left > 0:
            flow = self.page(following)
            parts.append(flow[4 : min(usable, 4 + left)])
            left -= len(parts[-1])
            following = int.from_bytes(flow[:4])
        return b"".join(parts)


def page_size(file: bytes) -> int:
    """Bytes of a page as the header says, or SQLite's usual where the header is spoilt."""
    size = int.from_bytes(file[16:18])
    size = 65536 if size == 1 else size
    return size if size >= 512 and size & (size - 1) == 0 else 4096


def newer_pages(log: Path) -> dict[int, bytes]:
    """The pages of a write-ahead log up to its last whole commit, by number; empty when there is no such log, or none
    of it holds. Each frame has a checksum over all before it (sqlite.org/fileformat.html, section 4.2).
    """
    try:
        said = log.read_bytes()
    except OSError:
        return {}
    if len(said) < 32 or int.from_bytes(said[:4]) not in (0x377F0682, 0x377F0683):
        return {}
    order = ">" if said[3] & 1 else "<"
    size, salts = int.from_bytes(said[8:12]), said[16:24]
    sums = _checksum(said[:24], (0, 0), order)
    committed: dict[int, bytes] = {}
    waiting: dict[int, bytes] = {}
    for at in range(32, len(said) - 24 - size + 1, 24 + size):
        number, after_commit, *_ = _FRAME.unpack_from(said, at)
        body = said[at + 24 : at + 24 + size]
        sums = _checksum(body, _checksum(said[at : at + 8], sums, order), order)
        if said[at + 8 : at + 16] != salts or struct.pack(">2I", *sums) != said[at + 16 : at + 24]:
            break
        waiting[number] = body
        if after_commit:
            committed |= waiting
            waiting = {}
    return committed


def _checksum(data: bytes, sums: tuple[int, int], order: str) -> tuple[int, int]:
    one, two = sums
    words = struct.unpack(f"{order}{len(data) // 4}I", data)
    for first, second in zip(words[::2], words[1::2], strict=True):
        one = (one + first + two) & 0xFFFFFFFF
        two = (two + second + one) & 0xFFFFFFFF
    return one, two


def _varint(page: bytes, at: int) -> tuple[int, int]:
    """A number of one to nine bytes, and where the next one begins."""
    value = 0
    for taken in range(8):
        byte = page[at + taken]
        value = value << 7 | byte & 0x7F
        if byte < 0x80:
            return value, at + taken + 1
    value = value << 8 | page[at + 8]
    return value - (1 << 64) if value >> 63 else value, at + 9


def _cells(payload: bytes) -> tuple[Cell, ...]:
    end, at = _varint(payload, 0)
    body = end
    cells: list[Cell] = []
    while at < end:
        kind, at = _varint(payload, at)
        cell, body = _cell(payload, kind, body)
        cells.append(cell)
    if at != end or body != len(payload):
        raise _Spoilt
    return tuple(cells)


def _cell(payload: bytes, kind: int, at: int) -> tuple[Cell, int]:
    if kind in (0, 8, 9):
        return (None if kind == 0 else kind - 8), at
    if kind in _WHOLE:
        raw = _exactly(payload[at : at + _WHOLE[kind]], _WHOLE[kind])
        return int.from_bytes(raw, signed=True), at + _WHOLE[kind]
    if kind == 7:
        return struct.unpack_from(">d", payload, at)[0], at + 8
    if kind in _NOT_OURS or kind < 0:
        raise _Spoilt
    length = (kind - 12) // 2
    raw = _exactly(payload[at : at + length], length)
    return (raw if kind % 2 == 0 else raw.decode("utf-8")), at + length


def _exactly(part: bytes, length: int) -> bytes:
    if len(part) != length:
        raise _Spoilt
    return part
