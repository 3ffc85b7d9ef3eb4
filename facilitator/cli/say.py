"""What goes where: answers to standard output, words about them to standard error, and JSON alone on its line."""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterable

_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]+")


def plain(text: str) -> str:
    """Text that people wrote, as one line that cannot steer the terminal."""
    return _CONTROL.sub(" ", text).strip()


def short(text: str, length: int = 60) -> str:
    """The start of a text, for a list."""
    line = plain(text)
    return line if len(line) <= length else line[: length - 1].rstrip() + "…"


def show(line: str = "") -> None:
    """One line of an answer."""
    print(line)


def show_json(value: object) -> None:
    """The whole answer, as one JSON value."""
    print(json.dumps(value, ensure_ascii=False))


def note(line: str) -> None:
    """Words for the person, beside the answer."""
    print(line, file=sys.stderr)


def notes(lines: Iterable[str]) -> None:
    """Several of them."""
    for line in lines:
        note(line)


def trouble(message: str) -> None:
    """The one line that says what is wrong and what to do."""
    note(f"facilitator: {plain(message)}")


_ONE = {"people": "person", "stories": "story", "copies": "copy"}


def amount(count: int, kind: str) -> str:
    """A number with its word, such as "1 board" or "39 notes"; `kind` is the plural: "pieces of feedback"."""
    return f"{count:,} {one_of(kind) if count == 1 else kind}"


def one_of(kind: str) -> str:
    """One of a kind. The first word that is a plural, as one: "piece of feedback", "other place"."""
    words = kind.split(" ")
    for at, word in enumerate(words):
        if word in _ONE or word.endswith("s"):
            return " ".join((*words[:at], _ONE.get(word, word.removesuffix("s")), *words[at + 1 :]))
    return kind


def in_words(counts: Iterable[tuple[int, str]]) -> str:
    """Amounts with commas between: "1 board, 39 notes and 26 ballots"."""
    *first, last = [amount(count, kind) for count, kind in counts] or ["nothing"]
    return f"{', '.join(first)} and {last}" if first else last
