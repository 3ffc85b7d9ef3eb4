"""What is too large for the log: pictures of notes. They stand in the file beside the tables, named by their bytes."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from functools import cached_property

LARGEST = 3_000_000
"""Bytes. A note's picture is made smaller before it comes in; this is what no program may go beyond."""
STARTS = {"image/jpeg": b"\xff\xd8\xff", "image/png": b"\x89PNG\r\n\x1a\n"}
"""The kinds that may be kept, and how such a file begins."""


@dataclass(frozen=True)
class Attachment:
    """A picture. `hash` names it: the SHA-256 of its bytes, in hexadecimal."""

    kind: str
    data: bytes

    @cached_property
    def hash(self) -> str:
        """The name by which rows speak of it."""
        return hashlib.sha256(self.data).hexdigest()
