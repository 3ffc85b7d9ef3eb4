"""One language's catalogue of the words we print: a gettext PO file, which a translator opens in Poedit or any editor.

An entry with the mark "fuzzy" (Poedit says "needs work") is a draft that nobody who speaks the language has checked. A
catalogue may come from anybody, so nothing in it is run or read as more than text.
"""

from __future__ import annotations

import gettext
import re
import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING

from facilitator.domain.errors import BadInput
from facilitator.domain.languages import LANGUAGE

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from pathlib import Path

    import polib

LARGEST = 1_000_000
"""Bytes. A catalogue of ours has a twentieth of that."""

LONGEST = 2_000
"""Characters of one sentence."""

PLACE = re.compile(r"\{([a-z_]+)\}")
"""Where a value stands in a sentence. It is filled in as it is: never by `str.format`, which can be made to look around
inside the program.
"""

CHECKED = re.compile(r"Checked by (?P<who>.+), (?P<day>\d{4}-\d\d-\d\d)")
_NUMBERS = frozenset({"n", "dots"})
"""Places that a form may leave out, because it says the number in a word or by itself."""

_PLURAL_FORMS = re.compile(r"nplurals\s*=\s*([1-6])\s*;\s*plural\s*=\s*([^;]{1,200});?")


@dataclass(frozen=True, slots=True)
class Entry:
    """An English sentence and what it is in the language: one form, as many as its numbers need, or none where it is
    not translated yet. `many` is the English plural. `checked` says whether somebody who speaks it has, `by` whom and
    `on` which day (ISO 8601), if it was done on this laptop.
    """

    sentence: str
    forms: tuple[str, ...]
    many: str = ""
    checked: bool = False
    by: str = ""
    on: str = ""


@dataclass(frozen=True, slots=True)
class Catalogue:
    """The words of one language (BCP 47), in the order of its file; `plural` chooses the form for a number."""

    language: str
    entries: Mapping[str, Entry]
    plural: Callable[[int], int]

    @property
    def translated(self) -> list[Entry]:
        """The entries that are in the language."""
        return [entry for entry in self.entries.values() if entry.forms]

    @property
    def checked(self) -> list[Entry]:
        """Those of them that somebody who speaks it has looked at."""
        return [entry for entry in self.translated if entry.checked]

    def form(self, entry: Entry, number: int) -> str:
        """What to say of so many."""
        return entry.forms[min(self.plural(abs(number)), len(entry.forms) - 1)]


def read_catalogue(path: Path) -> Catalogue:
    """The catalogue in a file. Raises BadInput, in one sentence, for all that is not one or could not be printed."""
    po = _opened(path)
    language = po.metadata.get("Language", "").strip()
    if not LANGUAGE.fullmatch(language):
        raise BadInput(f"{path.name} does not say which language it is in. Put its code under Language, such as ar.")
    forms, plural = _plural(po.metadata.get("Plural-Forms", ""), path.name)
    entries = (_entry(found, forms, path.name) for found in po if not found.obsolete)
    return Catalogue(language.replace("_", "-"), {entry.sentence: entry for entry in entries}, plural)


def _opened(path: Path) -> polib.POFile:
    import polib

    try:
        if path.stat().st_size > LARGEST:
            raise BadInput(f"{path.name} is too large to be a catalogue of our words. Choose another file.")
        return polib.pofile(str(path), encoding="utf-8")
    except FileNotFoundError:
        raise BadInput(f"There is no file {path.name} there. Look at the name again.") from None
    except UnicodeError:
        raise BadInput(f"{path.name} is not written in UTF-8. Save it again from Poedit.") from None
    except (OSError, ValueError, LookupError):  # polib's own faults are an OSError with its place in the file
        raise BadInput(
            f"{path.name} is not a catalogue (PO file) that can be read. Save it again from Poedit."
        ) from None


def _plural(header: str, name: str) -> tuple[int, Callable[[int], int]]:
    """How many forms there are for numbers, and which of them a number takes (gettext's Plural-Forms)."""
    found = _PLURAL_FORMS.fullmatch(header.strip())
    if found:
        count = int(found[1])
        try:
            rule = gettext.c2py(found[2])
            if all(0 <= rule(number) < count for number in range(200)):
                return count, rule
        except (ValueError, ArithmeticError, RecursionError):
            pass
    raise BadInput(
        f"{name} does not say how its language counts (Plural-Forms). Start from a copy of our own catalogue."
    )


def _entry(found: polib.POEntry, forms: int, name: str) -> Entry:
    """One entry, or one without forms where nothing is translated yet. Raises BadInput for words we must not print."""
    if found.msgid_plural:
        written = tuple(found.msgstr_plural.get(form, "") for form in range(forms))
    else:
        written = (found.msgstr,)
    if not all(written):
        return Entry(found.msgid, (), found.msgid_plural)
    trouble = trouble_with(written, found.msgid, found.msgid_plural)
    if trouble:
        raise BadInput(f"Line {found.linenum or 0} of {name} {trouble}")
    seen = CHECKED.search(found.tcomment)
    who, day = (seen["who"], seen["day"]) if seen else ("", "")
    return Entry(found.msgid, written, found.msgid_plural, not found.fuzzy, who, day)


def trouble_with(forms: Iterable[str], sentence: str, many: str = "") -> str:
    """Why these forms of a sentence cannot be printed, said of where they stand, or nothing."""
    places = frozenset(PLACE.findall(sentence + many))
    number = _NUMBERS if many else frozenset[str]()
    return next(filter(None, (_trouble(text, places, number) for text in forms)), "")


def _trouble(text: str, places: frozenset[str], number: frozenset[str]) -> str:
    """Why a translation cannot be printed, or nothing. It may leave out `number`."""
    if len(text) > LONGEST:
        return "is longer than any sentence of ours. Make it shorter."
    if any(_is_hidden(sign) for sign in text):
        return "has signs in it that cannot be seen. Type the sentence again."
    filled = frozenset(PLACE.findall(text))
    if not places - number <= filled <= places or "{" in PLACE.sub("", text) or "}" in PLACE.sub("", text):
        named = ", ".join(f"{{{place}}}" for place in sorted(places)) or "nothing in curly brackets"
        return f"must have these as they stand in the English, and no others: {named}."
    return ""


def _is_hidden(sign: str) -> bool:
    """Control signs, and those that turn the direction of what follows; what joins letters or parts them is needed."""
    return (
        unicodedata.category(sign) in {"Cc", "Cs", "Co"}
        or sign in "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
    )
