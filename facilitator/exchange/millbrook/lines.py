"""Reading text that people wrote: fields, parts and lines that know where they stand, so that a slip can be found."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time
from itertools import takewhile
from typing import TYPE_CHECKING, TypeVar

from facilitator.domain.errors import BadInput
from facilitator.domain.languages import LANGUAGE
from facilitator.domain.schema import shapes
from facilitator.exchange.text_file import read_text

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence
    from pathlib import Path

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a file; `text` is without what stands around it, `indented` when it began with a space."""

    file: str
    number: int
    text: str
    indented: bool = False

    def wrong(self, what: str) -> BadInput:
        """A fault in this line, in one plain sentence that names the file and the line."""
        return BadInput(f"{self.file}, line {self.number}: {what}")


@dataclass(frozen=True, slots=True)
class Fields:
    """Lines such as `Title: The locked door`. `where` is the line to point to when one is missing."""

    where: Line
    found: Mapping[str, tuple[Line, ...]]

    def all(self, name: str) -> tuple[Line, ...]:
        """Every line of this name, without the name."""
        return self.found.get(name, ())

    def needs(self, names: Collection[str]) -> None:
        """BadInput when one of these is missing, or said twice."""
        for name in names:
            self.need(name)

    def maybe(self, name: str) -> Line | None:
        """The one line of this name, None when there is none; BadInput when there are several."""
        return self.need(name) if self.all(name) else None

    def need(self, name: str) -> Line:
        """The one line of this name; BadInput when there is none, or more than one."""
        lines = list(self.all(name))
        if not lines:
            raise self.where.wrong(f'a line "{name}: ..." is missing here.')
        if len(lines) > 1:
            raise lines[1].wrong(f'"{name}" is said twice.')
        return lines[0]

    def text(self, name: str) -> str:
        """What is said under this name, or nothing."""
        return self.need(name).text if self.all(name) else ""


@dataclass(frozen=True, slots=True)
class Part:
    """A heading and the lines below it; before the first heading the title is empty."""

    title: Line
    lines: tuple[Line, ...]


def read_lines(path: Path) -> tuple[Line, ...]:
    """Every line of a file, blank ones too. NotFound or BadInput when it cannot be read."""
    lines = read_text(path).text.splitlines()
    if not any(line.strip() for line in lines):
        raise BadInput(f"{path.name} is empty.")
    return tuple(Line(path.name, number, line.strip(), line[:1].isspace()) for number, line in enumerate(lines, 1))


def read_fields(lines: Sequence[Line], names: Collection[str], where: Line) -> Fields:
    """The fields at the beginning of some lines, up to a blank one. Others than `names` are refused; `where` is what
    to point to when one is missing.
    """
    found: dict[str, tuple[Line, ...]] = {}
    for line in takewhile(lambda line: line.text, lines):
        name, colon, value = line.text.partition(":")
        if not colon or name not in names:
            raise line.wrong(f"this line has to begin with one of: {', '.join(sorted(names))}.")
        found[name] = (*found.get(name, ()), Line(line.file, line.number, value.strip()))
    return Fields(where, found)


def after_fields(lines: Sequence[Line]) -> tuple[Line, ...]:
    """What stands below the first blank line."""
    blank = next((turn for turn, line in enumerate(lines) if not line.text), len(lines))
    return tuple(lines[blank + 1 :])


def parts(lines: Sequence[Line], mark: str = "# ") -> list[Part]:
    """Lines by the headings that begin with `mark`. Blank lines at the end of a part are left out."""
    found: list[tuple[Line, list[Line]]] = []
    for line in lines:
        if line.text.startswith(mark) and not line.indented:
            found.append((Line(line.file, line.number, line.text.removeprefix(mark).strip()), []))
        elif found:
            found[-1][1].append(line)
        elif line.text:
            raise line.wrong(f'a heading that begins with "{mark}" has to come first.')
    return [Part(title, _without_blank_end(below)) for title, below in found]


def said(lines: Sequence[Line]) -> tuple[Line, ...]:
    """The lines that are not blank."""
    return tuple(line for line in lines if line.text)


def with_meanings(lines: Sequence[Line]) -> Iterator[tuple[Line, str]]:
    """Each line with what it means in English, where the next one, set in and beginning with "=", says so."""
    for before, line, following in zip((None, *lines), lines, (*lines[1:], None), strict=False):
        if not line.indented:
            yield line, following.text.removeprefix("=").strip() if following and following.indented else ""
        elif not line.text.startswith("=") or before is None or before.indented:
            raise line.wrong('a line that is set in has to begin with "=" and say what the line before it means.')


def paragraphs(lines: Sequence[Line]) -> str:
    """Lines as running text, with a blank line between paragraphs as they were."""
    return "\n".join(line.text for line in lines).strip()


def one_of(line: Line, word: str, known: Mapping[str, T], what: str) -> T:
    """What a word stands for; BadInput names those there are."""
    if word not in known:
        raise line.wrong(f'there is no {what} "{word}"; there is: {", ".join(sorted(filter(None, known)))}.')
    return known[word]


def choice(line: Line, word: str, table: str, column: str) -> str:
    """A word that a column takes; BadInput names those there are."""
    return one_of(line, word, {code: code for code in shapes()[table].columns[column].choices or ()}, column)


def whole(line: Line, text: str | None = None) -> int:
    """A whole number, of the whole line or of a piece of it."""
    word = line.text if text is None else text.strip()
    if not (word.isascii() and word.isdecimal() and len(word) < 7):
        raise line.wrong(f'"{word}" has to be a number.')
    return int(word)


def day(line: Line) -> str:
    """A day such as 2027-01-14."""
    try:
        return date.fromisoformat(line.text).isoformat()
    except ValueError:
        raise line.wrong(f'"{line.text}" has to be a day such as 2027-01-14.') from None


def clock(line: Line, text: str | None = None) -> int:
    """A time of day such as 10:00, as minutes after midnight."""
    try:
        at = time.fromisoformat(line.text if text is None else text)
    except ValueError:
        raise line.wrong(f'"{line.text if text is None else text}" has to be a time such as 10:00.') from None
    return at.hour * 60 + at.minute


def language(line: Line, code: str) -> str:
    """A language code such as ar."""
    if not LANGUAGE.fullmatch(code):
        raise line.wrong(f'"{code}" has to be the code of a language, such as ar.')
    return code


def agree(line: Line, expected: int, counted: int, what: str) -> None:
    """A number that a file states has to be what it holds."""
    if expected != counted:
        raise line.wrong(f"it says {expected} {what}, but there are {counted}.")


def _without_blank_end(lines: list[Line]) -> tuple[Line, ...]:
    while lines and not lines[-1].text:
        lines.pop()
    return tuple(lines)
