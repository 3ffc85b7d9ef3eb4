"""What a report of a fault may hold: the places in the code and the kind of each exception. Messages may repeat what
people wrote, so they stay out.

Without Qt, because the child process that makes a PDF reports its faults in the same words.
"""

from __future__ import annotations

import traceback
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import TracebackType


def places(error: BaseException) -> str:
    """Where it happened, the first cause first, a place in the code a line."""
    return "\n".join(_chain(error))


def _chain(error: BaseException) -> Iterator[str]:
    cause = error.__cause__ or error.__context__
    if cause is not None:
        yield from _chain(cause)
        yield "then"
    yield from _trace(error.__traceback__)
    yield type(error).__qualname__


def _trace(trace: TracebackType | None) -> Iterator[str]:
    for place in traceback.extract_tb(trace):
        file = place.filename.replace("\\", "/")
        start = file.rfind("/facilitator/")
        yield f"  {file[start + 1 :] if start >= 0 else file.rsplit('/', 1)[-1]}:{place.lineno} {place.name}"
