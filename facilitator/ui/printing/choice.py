"""What was chosen for printing, and how this laptop remembers it: names of documents, how many, paper and folder. The
number of ballots and forms follows the people of each workshop, so it is not remembered.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from facilitator.domain.reading import Reading
from facilitator.ui.printing.how import How
from facilitator.workshop.documents import AFTER, BEFORE, NUMBERED, Document

if TYPE_CHECKING:
    import uuid

    from facilitator.ui.preferences import Preferences
    from facilitator.ui.printing.wanted import Wanted

PAPERS = ("A4", "A3", "A5", "letter")
"""Those of the command line's --paper."""

MOST_COPIES = 2_000


@dataclass(slots=True)
class Choice:
    """`documents` is None until a person ticks one: then it is what the session needs. `copies` holds only what a
    person asked for; `polls` and `versions` are None for what the session needs. `again` is what is printed for once
    instead of `documents`, and `check` the language of the check sheet; they are not remembered.
    """

    documents: set[Document] | None = None
    copies: dict[Document, int] = field(default_factory=dict)
    paper: str = PAPERS[0]
    languages: tuple[str, ...] = ("en",)
    reading: Reading = Reading.STANDARD
    two_sided: bool = False
    grey: bool = True
    one_file: bool = True
    folder: str = ""
    session: uuid.UUID | None = None
    polls: tuple[uuid.UUID, ...] | None = None
    versions: frozenset[uuid.UUID] | None = None
    again: set[Document] | None = None
    check: str = ""

    @property
    def how(self) -> How:
        """How the papers are set."""
        return How(self.paper, self.languages, self.reading)

    def wanted(self, documents: tuple[Document, ...], now: str, *, packed: bool = False) -> Wanted:
        """These documents as they were chosen; `now` (ISO 8601) stands on the pages. `packed`: they are of a pack."""
        from facilitator.ui.printing.wanted import Wanted

        copies = tuple(self.copies.items())
        return Wanted(
            documents,
            self.session,
            self.polls,
            self.versions,
            copies,
            self.two_sided,
            now,
            self.languages,
            self.reading,
            packed or Document.PACK in documents,
            self.check,
        )

    @classmethod
    def kept(cls, preferences: Preferences) -> Choice:
        """The last choice made on this laptop."""
        named = {document.value: document for document in (*BEFORE, *AFTER)}
        kept = preferences.get("print/documents").split()
        paper, reading = preferences.get("print/paper"), preferences.get("print/reading")
        return cls(
            documents={named[name] for name in kept if name in named} or None,
            copies=dict(_copies(preferences.get("print/copies"), named)),
            paper=paper if paper in PAPERS else PAPERS[0],
            languages=_languages(preferences.get("print/languages")),
            reading=Reading(reading) if reading in set(Reading) else Reading.STANDARD,
            two_sided=preferences.get("print/sides") == "two",
            grey=preferences.get("print/colour") != "colour",
            one_file=preferences.get("print/files") != "each",
            folder=preferences.get("print/folder"),
        )

    def keep(self, preferences: Preferences) -> None:
        """Remember it for the next time."""
        copies = [f"{document}={count}" for document, count in self.copies.items() if document not in NUMBERED]
        for name, value in {
            "documents": " ".join(sorted(self.documents or ())),
            "copies": " ".join(sorted(copies)),
            "paper": self.paper,
            "languages": " ".join(self.languages),
            "reading": self.reading,
            "sides": "two" if self.two_sided else "one",
            "colour": "grey" if self.grey else "colour",
            "files": "one" if self.one_file else "each",
            "folder": self.folder,
        }.items():
            preferences.keep(f"print/{name}", value)


def _languages(kept: str) -> tuple[str, ...]:
    """Those there are still words in."""
    from facilitator.workshop.translations.shelf import Shelf

    known = Shelf.of_this_laptop().languages()
    return tuple(code for code in kept.split() if code in known)[:2] or ("en",)


def _copies(kept: str, named: dict[str, Document]) -> list[tuple[Document, int]]:
    pairs = (pair.partition("=") for pair in kept.split())
    return [
        (named[name], int(count))
        for name, _, count in pairs
        if name in named and count.isdecimal() and 1 <= int(count) <= MOST_COPIES
    ]
