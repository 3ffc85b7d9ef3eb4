"""How many people need what they read in other words or larger, counted from the list of people and naming nobody."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import sqlalchemy as sa

from facilitator.domain.people import Participant
from facilitator.domain.reading import Reading
from facilitator.domain.schema import table_of
from facilitator.workshop.queries.organiser_values import CopiesNeeded, ReadAs
from facilitator.workshop.translations.shelf import ENGLISH, Shelf

if TYPE_CHECKING:
    from collections.abc import Collection

    from facilitator.workshop.reader import Reader

_participant = table_of(Participant)
READ_AS = {"phr": "ur", "syl": "bn"}
"""Languages that are mostly spoken: whoever speaks Mirpuri or Sylheti and reads, reads Urdu or Bengali."""

LARGE = "large print"
"""How a need for it is written down; other words are for a person to see."""


def copies_needed(reader: Reader) -> CopiesNeeded:
    """Count them."""
    known, rows = _known(), _people(reader)
    read = Counter(read_at_home(languages) for languages, _ in rows)
    spoken = sorted(((code, count) for code, count in read.items() if code in known), key=lambda one: (-one[1], one[0]))
    return CopiesNeeded(tuple(spoken), sum(needs_large(needs) for _, needs in rows))


def other_readers(reader: Reader, languages: Collection[str], reading: Reading) -> tuple[tuple[ReadAs, int], ...]:
    """How many read otherwise than papers in these `languages` and this `reading` are set, most first; those who need
    large print after the others.
    """
    known = _known() - {*languages}
    counted = Counter(
        ReadAs(
            language if (language := read_at_home(spoken)) in known else "",
            reading == Reading.STANDARD and needs_large(needs),
        )
        for spoken, needs in _people(reader)
    )
    del counted[ReadAs()]
    return tuple(sorted(counted.items(), key=lambda one: (one[0].large, -one[1], one[0].language)))


def needs_large(access_needs: str) -> bool:
    """Whether somebody needs large print."""
    return LARGE in access_needs.casefold()


def read_at_home(languages: str) -> str:
    """The first language of a list, without its region."""
    code = languages.split(" ")[0].split("-")[0]
    return READ_AS.get(code, code)


def _known() -> set[str]:
    """The languages there are words in, but for English."""
    return set(Shelf.of_this_laptop().languages()) - {ENGLISH}


def _people(reader: Reader) -> list[tuple[str, str]]:
    """The languages and needs of those who take part."""
    columns = (_participant.c.languages, _participant.c.access_needs)
    return [
        (spoken, needs)
        for spoken, needs in reader.rows(sa.select(*columns).where(_participant.c.kind == "participant"))
    ]
