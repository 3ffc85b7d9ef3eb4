"""What is ticked: what the session needs until somebody ticks something, or for once only what is printed again; and
what of it says something else than when it was printed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from facilitator.ui.printing.marks import Marks
from facilitator.workshop.documents import AFTER, BEFORE, Document

if TYPE_CHECKING:
    from collections.abc import Collection

    from facilitator.ui.preferences import Preferences
    from facilitator.ui.printing.choice import Choice
    from facilitator.ui.printing.wanted import Look, Wanted


class Ticked:
    """Printing something again for once leaves the choice as it was, and shares out what people fill in as in the pack
    that it belongs to. `changed` is what says something else now than when it was printed.
    """

    def __init__(self, choice: Choice, preferences: Preferences) -> None:
        self._choice = choice
        self._marks = Marks(preferences)
        self._usual: set[Document] = set()
        self._printing: Look | None = None
        self.changed: set[Document] = set()

    @property
    def is_usual(self) -> bool:
        """Whether nobody chose anything else than what the session needs."""
        return self._choice.documents is None and self._choice.again is None

    def documents(self) -> set[Document]:
        """What is ticked."""
        return self._before() if self._choice.again is None else self._choice.again

    def wanted(self, now: str) -> Wanted:
        """It as it is to be read; `now` (ISO 8601) stands on the pages."""
        there = self.documents()
        packed = Document.PACK in self._before()
        return self._choice.wanted(tuple(one for one in (*BEFORE, *AFTER) if one in there), now, packed=packed)

    def needs_another(self, look: Look) -> bool:
        """Whether the session needs something else than before, so that it has to be read."""
        usual = look.usual()
        if self._choice.documents is not None or usual == self._usual:
            return False
        self._usual = usual
        return True

    def compare(self, look: Look) -> None:
        """See what changed."""
        session = look.choices.session
        self.changed = self._marks.changed(session.id, look.marks) if session else set()

    def begin(self, look: Look) -> None:
        """This is being printed now."""
        self._printing = look

    def came_out(self) -> None:
        """It is there: that is what the room has from now on."""
        look = self._printing
        if look and look.choices.session:
            made = {document: said for document, said in look.marks.items() if document in look.shares}
            self._marks.keep(look.choices.session.id, made)

    def tick(self, documents: set[Document]) -> None:
        """Somebody ticked these by hand."""
        if self._choice.again is None:
            self._choice.documents = documents
        else:
            self._choice.again = documents

    def only(self, documents: Collection[Document]) -> None:
        """These and no others, for once."""
        self._choice.again = set(documents)

    def start_anew(self) -> None:
        """What the session needs."""
        self._choice.documents = self._choice.again = None

    def _before(self) -> set[Document]:
        return self._usual if self._choice.documents is None else self._choice.documents
