"""Promises are carried into the plan of the next session, so that it begins with what became of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from facilitator.domain.gestures.programme import carry_promises
from facilitator.domain.validate import clean
from facilitator.workshop.queries.closing import block_called, first_position

if TYPE_CHECKING:
    import uuid
    from collections.abc import Sequence

    from facilitator.domain.change import Change
    from facilitator.workshop.queries.closing import Promise
    from facilitator.workshop.reader import Reader

MOST = 5_000
"""Characters of a block's words; what does not fit is counted at the end."""


def carry(reader: Reader, session_id: uuid.UUID, title: str, promises: Sequence[Promise]) -> Change | None:
    """The Change that puts promises into a session's plan as its first block, or brings the block of that title up to
    date. None when it says just that already, or when nothing was promised. `title` is in the reader's language.
    """
    if not promises:
        return None
    words = _words(promises)
    block = block_called(reader, session_id, title)
    if block is not None and block.prompt == words:
        return None
    first = first_position(reader, session_id)
    position = 0.0 if first is None else first - 1.0
    return carry_promises(session_id, title, words, len(promises), position, block.id if block else None)


def _words(promises: Sequence[Promise]) -> str:
    """A line a promise: what, who, by when."""
    lines = [_line(one) for one in promises]
    said = "\n".join(lines)
    left_out = 0
    while len(said) > MOST:
        left_out += 1
        said = "\n".join([*lines[: len(lines) - left_out], f"+ {left_out}"])
    return said


def _line(promise: Promise) -> str:
    parts = [" ".join(promise.what.split())[:1_000], promise.who.strip(), promise.by_when]
    return clean(" \N{EN DASH} ".join(part for part in parts if part))
