"""A PDF file with object streams and a cross-reference stream (ISO 32000-1, 7.5.7 and 7.5.8).

ReportLab writes every object in the open; a tagged report has tens of thousands of small ones, and is a fifth of the
size when they are packed.
"""

from __future__ import annotations

import hashlib
import zlib
from typing import IO, TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

_TOGETHER = 200
"""Objects in one object stream: a reader unpacks one to find any of them."""

_HEADER = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"
_LEVEL = 6


class FileWriter:
    """Writes numbered objects one after another. `finish` writes what is left, and the table of where each is."""

    def __init__(self, file: IO[bytes]) -> None:
        self._file = file
        self._at = 0
        self._digest = hashlib.md5(usedforsecurity=False)
        self._places: dict[int, tuple[int, int, int]] = {}
        self._waiting: list[tuple[int, bytes]] = []
        self._streams: list[bytes] = []
        self._packed: list[list[int]] = []
        self._write(_HEADER)

    def add(self, number: int, body: bytes) -> None:
        """An object: as it is when it is a stream, else packed with others."""
        if body.endswith((b"endstream", b"endstream\n")):
            self._places[number] = (1, self._at, 0)
            self._write(b"%d 0 obj\n%b\nendobj\n" % (number, body))
            return
        self._waiting.append((number, body))
        if len(self._waiting) == _TOGETHER:
            self._pack()

    def add_all(self, first: int, bodies: Iterable[bytes]) -> int:
        """Objects numbered in a row; the number after the last."""
        for body in bodies:
            self.add(first, body)
            first += 1
        return first

    def finish(self, following: int, root: int, info: int) -> None:
        """The end of the file. `following` is the first number that no object has."""
        if self._waiting:
            self._pack()
        for numbers, stream in zip(self._packed, self._streams, strict=True):
            for index, number in enumerate(numbers):
                self._places[number] = (2, following, index)
            self._places[following] = (1, self._at, 0)
            self._write(b"%d 0 obj\n%b\nendobj\n" % (following, stream))
            following += 1
        self._write_table(following, root, info)

    def _write_table(self, own: int, root: int, info: int) -> None:
        start = self._at
        self._places[own] = (1, start, 0)
        rows = bytearray(b"\0" * 7)
        for number in range(1, own + 1):
            kind, where, index = self._places.get(number, (0, 0, 0))
            rows += bytes([kind]) + where.to_bytes(4, "big") + index.to_bytes(2, "big")
        mark = self._digest.hexdigest().encode("ascii")
        keys = b"/Type/XRef/Size %d/W[1 4 2]/Root %d 0 R/Info %d 0 R/ID[<%b><%b>]" % (own + 1, root, info, mark, mark)
        self._write(b"%d 0 obj\n%b\nendobj\nstartxref\n%d\n%%%%EOF\n" % (own, stream(keys, bytes(rows)), start))

    def _pack(self) -> None:
        """Put what waits in an object stream, which is written at the end, when its own number is known."""
        heads: list[bytes] = []
        at = 0
        for number, body in self._waiting:
            heads.append(b"%d %d" % (number, at))
            at += len(body) + 1
        head = b" ".join(heads) + b"\n"
        content = head + b"\n".join(body for _, body in self._waiting)
        self._streams.append(stream(b"/Type/ObjStm/N %d/First %d" % (len(heads), len(head)), content))
        self._packed.append([number for number, _ in self._waiting])
        self._waiting = []

    def _write(self, data: bytes) -> None:
        self._file.write(data)
        self._digest.update(data)
        self._at += len(data)


def stream(keys: bytes, content: bytes) -> bytes:
    """The body of a compressed stream with these dictionary keys."""
    packed = zlib.compress(content, _LEVEL)
    return b"<<%b/Filter/FlateDecode/Length %d>>\nstream\n%b\nendstream" % (keys, len(packed), packed)
