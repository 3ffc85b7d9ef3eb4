"""Which papers say something else than when they were printed last on this laptop: only those need printing again.

What is remembered of a paper is a digest (SHA-256) of all that it says, so nothing of it can be read there.
"""

from __future__ import annotations

import dataclasses
import hashlib
import json
from enum import Enum
from typing import TYPE_CHECKING

from facilitator.workshop.documents import Document
from facilitator.workshop.queries.organiser_values import SessionHead

if TYPE_CHECKING:
    import uuid
    from collections.abc import Iterable, Mapping

    from facilitator.ui.preferences import Preferences

NAME = "print/made"
SESSIONS = 12
"""Sessions of which it is remembered, the last ones."""

_LETTERS = 16
_NOT_SAID = frozenset({"printed", "numbers"})
"""Fields that differ each time, though the paper says the same: the moment, and the numbers of what is given out."""

SAID_OF_SESSION = {
    Document.POCKET_ORDER: frozenset({"title", "day", "starts"}),
    Document.WELCOME: frozenset({"programme", "title", "day", "starts", "ends", "place", "doors"}),
    Document.PROMPT_CARDS: frozenset({"title"}),
    Document.RELATIONSHIP_FORM: frozenset({"programme"}),
    Document.EXPENSES: frozenset({"programme", "number", "of"}),
}
"""What of the session (`SessionHead`) stands on a document; on others all of it does. A longer welcome moves the end of
the session, and need not send twenty sheets of slips to the printer again.
"""

_Made = dict[str, dict[str, str]]


def mark(document: Document, said: Iterable[object]) -> str:
    """A digest of what a document says."""
    plain = _plain(tuple(said), SAID_OF_SESSION.get(document))
    return hashlib.sha256(repr(plain).encode("utf-8", "surrogatepass")).hexdigest()[:_LETTERS]


class Marks:
    """What was printed on this laptop, session by session."""

    def __init__(self, preferences: Preferences) -> None:
        self._preferences = preferences

    def changed(self, session: uuid.UUID, now: Mapping[Document, str]) -> set[Document]:
        """Those that were printed, and say something else now."""
        made = self._read().get(str(session), {})
        return {document for document, said in now.items() if made.get(document.value, said) != said}

    def keep(self, session: uuid.UUID, printed: Mapping[Document, str]) -> None:
        """These were printed, or saved to be printed elsewhere."""
        made = self._read()
        before = made.pop(str(session), {})
        made[str(session)] = before | {document.value: said for document, said in printed.items()}
        last = dict([*made.items()][-SESSIONS:])
        self._preferences.keep(NAME, json.dumps(last, separators=(",", ":")))

    def _read(self) -> _Made:
        """What is remembered; nothing where somebody else wrote something else there."""
        try:
            found: object = json.loads(self._preferences.get(NAME) or "{}")
        except (ValueError, RecursionError):
            return {}
        if not isinstance(found, dict):
            return {}
        return {
            str(session): {str(name): str(said) for name, said in made.items()}
            for session, made in found.items()
            if isinstance(made, dict)
        }


def _plain(value: object, of_session: frozenset[str] | None) -> object:
    """A value as something that reads the same each time the program is started."""
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        head = of_session if isinstance(value, SessionHead) else None
        names = (one.name for one in dataclasses.fields(value))
        said = (name for name in names if name not in _NOT_SAID and (head is None or name in head))
        return (type(value).__name__, *((name, _plain(getattr(value, name), of_session)) for name in said))
    if isinstance(value, (list, tuple)):
        return tuple(_plain(one, of_session) for one in value)
    if isinstance(value, dict):
        return sorted((repr(_plain(key, of_session)), repr(_plain(one, of_session))) for key, one in value.items())
    if isinstance(value, (set, frozenset)):
        return sorted(repr(_plain(one, of_session)) for one in value)
    return repr(value.value) if isinstance(value, Enum) else repr(value)
