"""One operator typing in a ballot that is read out: a letter a dot, or a key a statement, then Enter.

Nothing here knows a window: a key goes in, the ballot as it then stands comes out. At most one key more than the marks
on the ballot, and the digits of its number where the ballots are not in order.

Keys. Digits before anything else are the ballot's number; without any it is the next one expected. Method dots: a
letter puts a dot on an option; where there are more options than letters, letters are ended by a space. Method agree:
the statements come in order, each takes A or + for agree, D or - for disagree, P for pass, a full stop or a space for
nothing ticked. Backspace takes the last away; Enter is `enter`.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

from facilitator.domain.letters import ALPHABET, letter

if TYPE_CHECKING:
    import uuid
    from collections.abc import Mapping, Sequence

Refusal = Literal[
    "",
    "digits-first",
    "no-such-option",
    "no-dots-left",
    "no-more-on-one",
    "all-answered",
    "unknown-key",
    "look-first",
    "nothing-marked",
    "no-number",
]
"""Why the last key did nothing; the window has words for it. The last three answer Enter: `look-first` that the key
before it did nothing, so that a dot nobody saw refused is not left out in silence; Enter once more then counts.
"""

_OF_A_KEY = ("digits-first", "no-such-option", "no-dots-left", "no-more-on-one", "all-answered", "unknown-key")
BACKSPACE = "\b"
MOST_DIGITS = 6
AGREE: Mapping[str, int | None] = {"A": 1, "+": 1, "D": -1, "-": -1, "P": 0, ".": None, " ": None}


@dataclass(frozen=True, slots=True)
class Line:
    """An option as it stands on the ballot: its place, from 1, gives its letters."""

    id: uuid.UUID
    place: int
    text: str


@dataclass(frozen=True, slots=True)
class Entry:
    """A ballot being typed in. `next_number` is the one expected; `typed` the digits typed instead; `marks` the dots or
    answers in the order they were given (None for nothing ticked), `letters` those of an option not yet ended.
    `most_on_one` is how many dots one option may have, 0 for all of them.
    """

    method: str
    lines: tuple[Line, ...]
    dots: int
    next_number: int
    typed: str = ""
    letters: str = ""
    marks: tuple[tuple[uuid.UUID, int | None], ...] = ()
    refusal: Refusal = ""
    most_on_one: int = 0

    @property
    def number(self) -> int:
        """The ballot's number."""
        return int(self.typed) if self.typed else self.next_number

    @property
    def dots_left(self) -> int:
        """How many dots may still be put."""
        return self.dots - len(self.marks)

    @property
    def at(self) -> Line | None:
        """The statement that the next key answers; None when all are answered, and for dots."""
        if self.method != "agree":
            return None
        answered = {option_id for option_id, _ in self.marks}
        return next((line for line in self.lines if line.id not in answered), None)

    @property
    def is_begun(self) -> bool:
        """Whether anything was typed or clicked that would be lost."""
        return bool(self.typed or self.letters or self.marks)

    @property
    def by_letter(self) -> bool:
        """Whether one letter is one option, so that no key is needed to end it."""
        return all(line.place <= len(ALPHABET) for line in self.lines)

    def values(self) -> dict[uuid.UUID, int]:
        """What the ballot says of each option it says something of, as marks hold it."""
        if self.method == "agree":
            return {option_id: value for option_id, value in self.marks if value is not None}
        said: dict[uuid.UUID, int] = {}
        for option_id, value in self.marks:
            said[option_id] = said.get(option_id, 0) + (value or 0)
        return said


def begin(method: str, lines: Sequence[Line], dots: int, next_number: int, most_on_one: int = 0) -> Entry:
    """An empty ballot."""
    in_order = tuple(sorted(lines, key=lambda line: line.place))
    return Entry(method, in_order, dots, next_number, most_on_one=most_on_one)


def said_before(empty: Entry, values: Mapping[uuid.UUID, int]) -> Entry:
    """A ballot that was counted, as it was typed in, to be looked at and corrected."""
    if empty.method == "agree":
        marks = tuple((line.id, values.get(line.id)) for line in empty.lines) if values else ()
    else:
        marks = tuple((line.id, 1) for line in empty.lines for _ in range(values.get(line.id, 0)))
    return replace(empty, marks=marks, refusal="")


def press(entry: Entry, key: str) -> Entry:
    """The ballot after one key: a character, or BACKSPACE. A key that means nothing here says why in `refusal`."""
    entry = replace(entry, refusal="")
    if key == BACKSPACE:
        return _taken_back(entry)
    key = key.upper()
    if len(key) == 1 and key in "0123456789":
        return _digit(entry, key)
    return _answer(entry, key) if entry.method == "agree" else _letter(entry, key)


def press_all(entry: Entry, keys: str) -> Entry:
    """The ballot after several keys."""
    for key in keys:
        entry = press(entry, key)
    return entry


def put(entry: Entry, option_id: uuid.UUID) -> Entry:
    """A dot put by a click on an option."""
    return _put(replace(entry, refusal=""), option_id)


def take(entry: Entry, option_id: uuid.UUID) -> Entry:
    """The last dot of an option taken away by a click."""
    where = [turn for turn, (one, _) in enumerate(entry.marks) if one == option_id]
    kept = entry.marks[: where[-1]] + entry.marks[where[-1] + 1 :] if where else entry.marks
    return replace(entry, marks=kept, refusal="")


def renumbered(entry: Entry, digits: str) -> Entry:
    """The same ballot under another number, after the one typed first was refused."""
    return replace(entry, typed=digits.lstrip("0")[:MOST_DIGITS], refusal="")


def on_lines(entry: Entry, fresh: Entry) -> Entry:
    """A ballot half typed, on the options as they are now: what it says of those that are still there stays."""
    there = {line.id for line in fresh.lines}
    marks = tuple(mark for mark in entry.marks if mark[0] in there)
    return replace(entry, lines=fresh.lines, dots=fresh.dots, most_on_one=fresh.most_on_one, marks=marks)


def answer(entry: Entry, option_id: uuid.UUID, value: int | None) -> Entry:
    """A statement answered by a click, whether it is its turn or not; the same answer again takes it away."""
    marks = dict(entry.marks)
    if option_id in marks and marks[option_id] == value:
        kept = tuple(mark for mark in entry.marks if mark[0] != option_id)
    else:
        kept = (*(mark for mark in entry.marks if mark[0] != option_id), (option_id, value))
    return replace(entry, marks=kept, refusal="")


def enter(entry: Entry) -> Entry:
    """The ballot as it is counted; `refusal` says why it cannot be yet. A ballot that says nothing is laid aside as
    spoilt, which is for the operator to say.
    """
    if entry.refusal in _OF_A_KEY:
        return replace(entry, refusal="look-first")
    entry = _ended(replace(entry, refusal="")) if entry.letters else replace(entry, refusal="")
    if entry.refusal:
        return entry
    if not entry.number:
        return replace(entry, refusal="no-number")
    return entry if entry.values() else replace(entry, refusal="nothing-marked")


def _taken_back(entry: Entry) -> Entry:
    if entry.letters:
        return replace(entry, letters=entry.letters[:-1])
    if entry.marks:
        return replace(entry, marks=entry.marks[:-1])
    return replace(entry, typed=entry.typed[:-1])


def _digit(entry: Entry, key: str) -> Entry:
    if entry.marks or entry.letters:
        return replace(entry, refusal="digits-first")
    return replace(entry, typed=(entry.typed + key).lstrip("0")[:MOST_DIGITS])


def _answer(entry: Entry, key: str) -> Entry:
    if key not in AGREE:
        return replace(entry, refusal="unknown-key")
    at = entry.at
    if at is None:
        return replace(entry, refusal="all-answered")
    return replace(entry, marks=(*entry.marks, (at.id, AGREE[key])))


def _letter(entry: Entry, key: str) -> Entry:
    if key == " ":
        return _ended(entry) if entry.letters else entry
    if len(key) != 1 or key not in ALPHABET:
        return replace(entry, refusal="unknown-key")
    typed = replace(entry, letters=entry.letters + key)
    return _ended(typed) if entry.by_letter else typed


def _ended(entry: Entry) -> Entry:
    """The letters typed become a dot on their option."""
    named = next((line for line in entry.lines if letter(line.place) == entry.letters), None)
    entry = replace(entry, letters="")
    return replace(entry, refusal="no-such-option") if named is None else _put(entry, named.id)


def _put(entry: Entry, option_id: uuid.UUID) -> Entry:
    if all(line.id != option_id for line in entry.lines):
        return replace(entry, refusal="no-such-option")
    if entry.dots_left <= 0:
        return replace(entry, refusal="no-dots-left")
    if entry.most_on_one and sum(one == option_id for one, _ in entry.marks) >= entry.most_on_one:
        return replace(entry, refusal="no-more-on-one")
    return replace(entry, marks=(*entry.marks, (option_id, 1)))
