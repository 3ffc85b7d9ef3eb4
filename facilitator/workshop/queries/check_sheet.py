"""What a check sheet says: each of our English sentences beside its translation, for somebody who speaks both."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from facilitator.domain.errors import NothingToPrint
from facilitator.workshop.translations.shelf import ENGLISH, Shelf

if TYPE_CHECKING:
    from collections.abc import Sequence

    from facilitator.workshop.reader import Reader
    from facilitator.workshop.translations.catalogue import Catalogue, Entry

_NUMBERS = range(200)


@dataclass(frozen=True, slots=True)
class CheckLine:
    """A sentence and its forms, none where it is not translated. Where it is said of a number, `numbers` has one for
    which each form is said. `by` is who checked it, if it was done on this laptop.
    """

    english: tuple[str, ...]
    forms: tuple[str, ...]
    numbers: tuple[int, ...]
    checked: bool
    by: str = ""


@dataclass(frozen=True, slots=True)
class CheckSheetValues:
    """A check sheet for one language (BCP 47); `printed` is the moment of printing (ISO 8601)."""

    language: str
    lines: tuple[CheckLine, ...]
    printed: str


def check_sheet_values(reader: Reader, languages: Sequence[str], printed: str) -> CheckSheetValues:
    """The sheet of the first of these languages that is not English, else of those in use in the workshop. Raises
    NothingToPrint when we have no words in any of them.
    """
    from facilitator.workshop.queries.spoken import languages_here  # brings in the tables, which drawing does without

    shelf = Shelf.of_this_laptop()
    there = shelf.languages()
    asked = (*languages, *languages_here(reader))
    language = next((one for one in asked if one != ENGLISH and one in there), None)
    if language is None:
        raise NothingToPrint(
            "Only English is spoken here so far, so there is no translation to check. Add the languages of the people, "
            "or say which one to check: --language ar."
        )
    return CheckSheetValues(language, check_lines(shelf.catalogue(language)), printed)


def check_lines(catalogue: Catalogue) -> tuple[CheckLine, ...]:
    """The sentences of a catalogue in the order of the sheet, on which they are numbered from 1."""
    return tuple(_line(entry, catalogue) for entry in catalogue.entries.values())


def _line(entry: Entry, catalogue: Catalogue) -> CheckLine:
    english = (entry.sentence, entry.many) if entry.many and entry.many != entry.sentence else (entry.sentence,)
    if not entry.many:
        return CheckLine(english, entry.forms, (), entry.checked, entry.by)
    first = {catalogue.plural(number): number for number in reversed(_NUMBERS)}
    numbers = tuple(first.get(form, 0) for form in range(max(max(first) + 1, len(entry.forms))))
    return CheckLine(english, entry.forms, numbers, entry.checked, entry.by)
