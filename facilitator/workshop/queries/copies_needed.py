"""How many people need what they read in other words or larger, counted from the list of people and naming nobody."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import sqlalchemy as sa

from facilitator.domain.people import Participant
from facilitator.domain.schema import table_of
from facilitator.workshop.queries.organiser_values import CopiesNeeded
from facilitator.workshop.translations.shelf import ENGLISH, Shelf

if TYPE_CHECKING:
    from facilitator.workshop.reader import Reader

_participant = table_of(Participant)
READ_AS = {"phr": "ur", "syl": "bn"}
"""Languages that are mostly spoken: whoever speaks Mirpuri or Sylheti and reads, reads Urdu or Bengali."""

LARGE = "large print"
"""How a need for it is written down; other words are for a person to see."""


def copies_needed(reader: Reader) -> CopiesNeeded:
    """Count them."""
    known = set(Shelf.of_this_laptop().languages()) - {ENGLISH}
    rows = reader.rows(
        sa.select(_participant.c.languages, _participant.c.access_needs).where(_participant.c.kind == "participant")
    )
    read = Counter(read_at_home(languages) for languages, _ in rows)
    spoken = sorted(((code, count) for code, count in read.items() if code in known), key=lambda one: (-one[1], one[0]))
    return CopiesNeeded(tuple(spoken), sum(LARGE in needs.casefold() for _, needs in rows))


def read_at_home(languages: str) -> str:
    """The first language of a list, without its region."""
    code = languages.split(" ")[0].split("-")[0]
    return READ_AS.get(code, code)
