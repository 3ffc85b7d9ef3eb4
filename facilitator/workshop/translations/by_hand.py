"""What a colleague wrote on a check sheet, typed in a sentence at a time, and taken back again."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from facilitator.domain.errors import BadInput
from facilitator.workshop.translations.catalogue import trouble_with
from facilitator.workshop.translations.correcting import checked_by, checker, keep

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from facilitator.workshop.translations.catalogue import Entry
    from facilitator.workshop.translations.shelf import Shelf

    Before = Mapping[str, Entry | None]


_SPACE = re.compile(r"[ \t\r\n\u2028\u2029]+")
"""What parts words. A sentence is one line, and spaces that hold words together stay."""


def check_off(shelf: Shelf, language: str, said: Mapping[str, tuple[str, ...]], by: str, day: str) -> Before:
    """These sentences are right in these forms: `by` whom and on which day (ISO 8601). Gives what undoes it. Raises
    BadInput, and then keeps nothing, for words that must not be printed.
    """
    who = checker(by)
    now = shelf.catalogue(language).entries
    kept: dict[str, Entry | None] = {}
    for sentence, forms in said.items():
        entry, typed = now[sentence], tuple(_SPACE.sub(" ", form).strip() for form in forms)
        if not all(typed):
            raise BadInput("There are no words for this sentence yet. Type them first.")
        trouble = trouble_with(typed, entry.sentence, entry.many)
        if trouble:
            which = f" It is: {sentence}" if len(said) > 1 else ""
            raise BadInput(f"This sentence {trouble}{which}")
        kept[sentence] = checked_by(who, day, entry, typed)
    return keep(shelf, language, kept)


def as_they_came(shelf: Shelf, language: str, sentences: Iterable[str]) -> Before:
    """These sentences stand again as they came with the app. Gives what undoes it."""
    return keep(shelf, language, dict.fromkeys(sentences))
