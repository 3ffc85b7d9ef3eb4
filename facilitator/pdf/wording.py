"""Our own words in the language of whoever reads them. The English sentence is the key; people's words never are."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING, NamedTuple

from facilitator.domain.scripts import runs_right_to_left
from facilitator.pdf.text.bidi import may_run_right_to_left
from facilitator.pdf.text.phrase import Phrase
from facilitator.workshop.translations.catalogue import PLACE
from facilitator.workshop.translations.shelf import ENGLISH, Shelf

if TYPE_CHECKING:
    import re
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from facilitator.workshop.translations.catalogue import Catalogue, Entry

_TAGS = {ENGLISH: "en-GB"}
MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
DATE = "{day} {month} {year}"
DATE_OF_THE_WEEK = "{weekday} {date}"
_SHORT = 3
_ISOLATED = "\u2068{}\u2069"


class Counted(NamedTuple):
    """The English for one of something and for many, for `Wording.count`."""

    one: str
    many: str


class Wording:
    """The words of one language, and of a `second` one that stands beside it, if there is one.

    Called with an English sentence, it gives the sentence to print. Named values take the place of `{name}` in it and
    are never read as anything but text. `missing` collects what has no translation and so is printed in English;
    `drafts` what was printed in words that nobody who speaks the language has checked.
    """

    def __init__(
        self, language: str = ENGLISH, second: Wording | None = None, *, catalogue: Catalogue | None = None
    ) -> None:
        self.language = language
        self.second = second
        self.missing: set[str] = set()
        self.drafts: set[str] = set()
        self.catalogue = catalogue
        self._plain = language == ENGLISH and second is None

    @property
    def tag(self) -> str:
        """The language as a BCP 47 tag, for whoever reads the page aloud."""
        return _TAGS.get(self.language, self.language)

    @property
    def rtl(self) -> bool:
        """Whether its pages run from right to left."""
        return runs_right_to_left(self.language)

    @property
    def languages(self) -> tuple[str, ...]:
        """The codes of the one or the two."""
        return (self.language, self.second.language) if self.second else (self.language,)

    @property
    def drafted(self) -> frozenset[str]:
        """What was printed so far in unchecked words, of either language."""
        return frozenset(self.drafts | self.missing).union(self.second.drafted if self.second else ())

    @property
    def lacking(self) -> frozenset[str]:
        """The languages in which something of ours that was printed has no words yet."""
        lacks = self.catalogue is not None and not self.missing.isdisjoint(self.catalogue.entries)
        return frozenset({self.language} if lacks else ()).union(self.second.lacking if self.second else ())

    @property
    def some_checked(self) -> bool:
        """Whether somebody has checked at least a part of what is not English."""
        return any(one.catalogue.checked for one in (self, self.second) if one and one.catalogue)

    @property
    def anew(self) -> Wording:
        """The same, with nothing printed yet."""
        return Wording(self.language, self.second.anew if self.second else None, catalogue=self.catalogue)

    @property
    def beside_english(self) -> Wording:
        """The main language beside English; two of which one is English as they are."""
        return self if ENGLISH in self.languages else Wording(self.language, Wording(), catalogue=self.catalogue)

    @property
    def alone(self) -> Wording:
        """The main language without the one beside it, for what has room for one only."""
        return Wording(self.language, catalogue=self.catalogue) if self.second else self

    def __call__(self, sentence: str, **values: object) -> str:
        """A sentence of ours, with its values; what was said already stays as it is."""
        if isinstance(sentence, Phrase):
            return sentence
        return self.in_each(lambda one: one.of_sentence(sentence), values)

    def count(self, n: int, one: str, many: str, **values: object) -> str:
        """A sentence about a number, which stands for `{n}` in it: "{n} person", "{n} people"."""
        return self.in_each(lambda language: language.of_count(n, one, many), {"n": f"{n:,}", **values})

    def joined(self, between: str, parts: Iterable[str]) -> str:
        """Texts one after another, each language with its own; what is empty is left out."""
        filled = [part for part in parts if part]
        if self._plain or not any(isinstance(part, Phrase) for part in filled):
            return between.join(filled)
        beside = [part.second if isinstance(part, Phrase) and part.second else part for part in filled]
        second = self.second.joined(between, beside) if self.second else None
        return self._phrase(between.join(kept_apart(part, self.rtl) for part in filled), second)

    def day(self, iso: str) -> str:
        """A day in words: 14 January 2026."""
        then = date.fromisoformat(iso)
        return self(DATE, day=then.day, month=self(MONTHS[then.month - 1]), year=then.year)

    def weekday(self, iso: str) -> str:
        """A day with its weekday: Thursday 14 January 2027."""
        return self(DATE_OF_THE_WEEK, weekday=self(WEEKDAYS[date.fromisoformat(iso).weekday()]), date=self.day(iso))

    def moment(self, iso: str) -> tuple[str, str]:
        """A day, in short where the language has it so, and the time of day: 23 Nov 2026, 20:41."""
        then = datetime.fromisoformat(iso)
        if self._plain:
            return f"{then.day} {MONTHS[then.month - 1][:_SHORT]} {then.year}", f"{then:%H:%M}"
        return self.day(iso[:10]), f"{then:%H:%M}"

    def in_each(self, sentence: Callable[[Wording], Phrase | str], values: Mapping[str, object]) -> str:
        """The sentence with its values in the one language, and in the other beside it."""
        found = sentence(self)
        if self._plain:
            return _filled(found, values, rtl=False)
        beside = {name: _second_of(value) for name, value in values.items()}
        second = self.second.in_each(sentence, beside) if self.second else None
        known = isinstance(found, Phrase)
        return self._phrase(_filled(found, values, rtl=known and found.rtl), second, english=not known)

    def _phrase(self, text: str, second: str | None, *, english: bool = False) -> Phrase:
        """A text in this language, or left in English."""
        beside = None
        if self.second and second is not None and second != text:
            beside = second if isinstance(second, Phrase) else Phrase(second, self.second.tag, self.second.rtl)
        return Phrase(text, _TAGS[ENGLISH], second=beside) if english else Phrase(text, self.tag, self.rtl, beside)

    def of_sentence(self, sentence: str) -> Phrase | str:
        """A sentence in this language alone, as a phrase; where it has none, the English as it is."""
        entry = self._found(sentence)
        return Phrase(entry.forms[0], self.tag, self.rtl) if entry else sentence

    def of_count(self, n: int, one: str, many: str) -> Phrase | str:
        """The form for so many, in the same way."""
        entry = self._found(one)
        if entry and self.catalogue:
            return Phrase(self.catalogue.form(entry, n), self.tag, self.rtl)
        return one if n == 1 else many

    def _found(self, sentence: str) -> Entry | None:
        if self.catalogue is None:
            return None
        entry = self.catalogue.entries.get(sentence)
        if entry is None or not entry.forms:
            self.missing.add(sentence)
            return None
        if not entry.checked:
            self.drafts.add(sentence)
        return entry


def wording(languages: Sequence[str] = (ENGLISH,), shelf: Shelf | None = None) -> Wording:
    """The words of the first language, with those of the second beside them. Raises BadInput for a language that there
    are no words in.
    """
    if tuple(languages) == (ENGLISH,):
        return Wording()
    shelf = shelf or Shelf.of_this_laptop()
    first, *others = shelf.asked_for(languages)
    return _one(first, shelf, _one(others[0], shelf) if others else None)


def _one(language: str, shelf: Shelf, second: Wording | None = None) -> Wording:
    catalogue = None if language == ENGLISH else shelf.catalogue(language)
    return Wording(language, second, catalogue=catalogue)


def _filled(sentence: str, values: Mapping[str, object], *, rtl: bool) -> str:
    """The sentence with its values, each kept apart where it runs the other way, so that nothing changes places."""

    def value(found: re.Match[str]) -> str:
        given = values.get(found[1], found[0])
        return kept_apart(given if isinstance(given, str) else str(given), rtl)

    return PLACE.sub(value, sentence) if values else str(sentence)


def kept_apart(text: str, rtl: bool) -> str:
    """A text inside another, isolated (UAX #9, 2.4.2) where it may run the other way."""
    if isinstance(text, Phrase):
        other_way = text.rtl != rtl
    else:
        other_way = may_run_right_to_left(text) != rtl and any(map(str.isalpha, text))
    return _ISOLATED.format(text) if other_way else str(text)


def _second_of(value: object) -> object:
    """What stands for a value in the second language: people's words are the same in both."""
    return value.second if isinstance(value, Phrase) and value.second else value
