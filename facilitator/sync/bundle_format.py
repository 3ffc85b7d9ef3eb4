r"""What is inside a bundle: one workshop file, compressed, with its length and its SHA-256 before it. No names and no
paths are inside, so it can be written nowhere but where the person says (faults.md, S6).

    "Facilitator bundle 1\n"   length of the file, 8 bytes, big-endian   its SHA-256, 32 bytes   an xz stream

All of it is encrypted by age, which finds every bit that was turned and every byte that is missing.
"""

from __future__ import annotations

import hashlib
import lzma
import struct
from typing import TYPE_CHECKING, Protocol

from facilitator.domain.errors import BadInput, DiskTrouble
from facilitator.store.room import megabytes

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

MAGIC = b"Facilitator bundle 1\n"
HEAD = struct.Struct(">Q32s")
LARGEST = 4 << 30
"""Bytes of the workshop inside. No afternoon fills that; a bomb would."""
MOST_MEMORY = 64 << 20
"""Bytes that unpacking may take, whatever the stream asks for."""
PIECE = 1 << 20
QUICKLY_ABOVE = 32 << 20
"""Bytes. A file so large is mostly pictures, which do not become smaller however long one tries."""


class NotABundle(BadInput):
    """What was inside is not what this program puts there. `newer` says that a later version may know it."""


class Reads(Protocol):
    """A thing that bytes are read from."""

    def read(self, size: int = ..., /) -> bytes:
        """Some of them; none at the end."""
        ...


class Writes(Protocol):
    """A thing that bytes are written to."""

    def write(self, data: bytes, /) -> object:
        """Take some in."""
        ...


def hash_of(path: Path) -> bytes:
    """A file's SHA-256."""
    found = hashlib.sha256()
    with path.open("rb") as file:
        while piece := file.read(PIECE):
            found.update(piece)
    return found.digest()


class Packing:
    """Reads a workshop file as what a bundle holds, a piece at a time."""

    def __init__(self, path: Path, going_on: Callable[[int, int], None]) -> None:
        self._pieces = self._packed(path, going_on)
        self._waiting = b""
        self.trouble: BaseException | None = None
        """What was raised while reading. Age makes a sentence of any exception, so the real one is kept."""

    def read(self, size: int = -1, /) -> bytes:
        """Up to `size` bytes; none at the end."""
        try:
            while len(self._waiting) < size or size < 0:
                piece = next(self._pieces, None)
                if piece is None:
                    break
                self._waiting += piece
        except BaseException as trouble:
            self.trouble = trouble
            raise
        size = len(self._waiting) if size < 0 else size
        given, self._waiting = self._waiting[:size], self._waiting[size:]
        return given

    @staticmethod
    def _packed(path: Path, going_on: Callable[[int, int], None]) -> Iterator[bytes]:
        size = path.stat().st_size
        if size > LARGEST:
            raise DiskTrouble("The workshop is too large for a bundle. Copy the file itself to a disk instead.")
        yield MAGIC + HEAD.pack(size, hash_of(path))
        packer = lzma.LZMACompressor(check=lzma.CHECK_NONE, preset=1 if size > QUICKLY_ABOVE else 6)
        with path.open("rb") as file:
            while piece := file.read(PIECE):
                yield packer.compress(piece)
                going_on(file.tell(), size)
        yield packer.flush()


class Unpacking:
    """Takes in what a bundle holds, a piece at a time, and writes the workshop file that was packed. It never writes
    more than the bundle says that it holds, or keeps more in memory than a few pieces.
    """

    def __init__(self, target: Writes, room: int, going_on: Callable[[int, int], None]) -> None:
        self._target = target
        self._room = room
        self._going_on = going_on
        self._head = b""
        self._size = -1
        self._hash = b""
        self._written = hashlib.sha256()
        self._done = 0
        self._unpacker = lzma.LZMADecompressor(memlimit=MOST_MEMORY)
        self.trouble: BaseException | None = None
        """What was raised while taking in; see `Packing.trouble`."""

    def write(self, data: bytes, /) -> int:
        """Take in some bytes. Raises NotABundle for what no bundle has, DiskTrouble when there is no room."""
        try:
            self._take(data)
        except BaseException as trouble:
            self.trouble = trouble
            raise
        return len(data)

    def flush(self) -> None:
        """Nothing is kept back."""

    def finish(self) -> None:
        """Say that this was all. Raises NotABundle when it is not whole."""
        if self._size < 0 or not self._unpacker.eof or self._done != self._size or self._unpacker.unused_data:
            raise NotABundle("not whole")
        if self._written.digest() != self._hash:
            raise NotABundle("not what was packed")

    def _take(self, data: bytes) -> None:
        if self._size < 0:
            data = self._begin(data)
        try:
            while data or not self._unpacker.needs_input:
                if self._unpacker.eof:
                    raise NotABundle("more than was packed")
                self._store(self._unpacker.decompress(data, max_length=PIECE))
                data = b""
                if self._unpacker.eof:
                    break
        except lzma.LZMAError:
            raise NotABundle("not packed as we do") from None

    def _begin(self, data: bytes) -> bytes:
        """Read what stands before the stream; gives what of the bytes belongs to the stream."""
        self._head += data
        if not self._head.startswith(MAGIC[: len(self._head)]):
            raise NotABundle("something else")
        length = len(MAGIC) + HEAD.size
        if len(self._head) < length:
            return b""
        self._size, self._hash = HEAD.unpack_from(self._head, len(MAGIC))
        if self._size > LARGEST:
            raise NotABundle("too large")
        if self._size > self._room:
            raise DiskTrouble(
                f"The workshop in the bundle needs {megabytes(self._size)}, and only {megabytes(self._room)} are free "
                "in that folder. Make room there, or choose another folder, then try again."
            )
        return self._head[length:]

    def _store(self, piece: bytes) -> None:
        self._done += len(piece)
        if self._done > self._size:
            raise NotABundle("larger than it says")
        self._written.update(piece)
        self._target.write(piece)
        self._going_on(self._done, self._size)
