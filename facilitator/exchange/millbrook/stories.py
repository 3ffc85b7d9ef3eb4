"""Reading the stories with the quotes marked in them, and the insights that rest on those."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from facilitator.exchange.millbrook.lines import (
    Line,
    after_fields,
    language,
    one_of,
    paragraphs,
    parts,
    read_fields,
    read_lines,
)

if TYPE_CHECKING:
    from collections.abc import Collection
    from pathlib import Path

STORY_FIELDS = ("Title", "Teller", "Source", "Language", "Approved", "May be quoted")
YES_NO = {"yes": True, "no": False}
_MARKED = re.compile(r"\[([^][]+)\]\(([a-z0-9-]+)\)")


@dataclass(frozen=True, slots=True)
class QuoteText:
    """A marked span: characters of the story's body, start included and end not."""

    name: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class StoryText:
    """A story. `name` is that of its file without the number; a translation has the language of its ending."""

    name: str
    title: str
    teller: str
    source: str
    language: str
    body: str
    translation: str
    translation_language: str
    approved: bool
    may_quote: bool
    quotes: tuple[QuoteText, ...]


@dataclass(frozen=True, slots=True)
class InsightText:
    """An insight and the quotes it rests on, each as the names of a story and of a quote in it."""

    name: str
    statement: str
    quotes: tuple[tuple[str, str], ...]


def read_stories(folder: Path) -> tuple[StoryText, ...]:
    """Read every story of a folder, in the order of their numbers."""
    every = sorted(folder.glob("*.txt"))
    translated = {path.name.split(".")[0]: path for path in every if path.name.count(".") == 2}
    return tuple(_story(path, translated.get(path.stem)) for path in every if path.name.count(".") == 1)


def read_insights(path: Path, stories: Collection[StoryText]) -> tuple[InsightText, ...]:
    """Read insights.txt; every quote has to be marked in its story."""
    known = {f"{story.name} / {quote.name}": (story.name, quote.name) for story in stories for quote in story.quotes}
    found: list[InsightText] = []
    for part in parts(read_lines(path)):
        fields = read_fields(part.lines, ("Name", "Quote"), part.title)
        quotes = tuple(one_of(line, line.text, known, "quote") for line in fields.all("Quote"))
        if not quotes:
            raise part.title.wrong("an insight has to rest on a quote.")
        found.append(InsightText(fields.need("Name").text, part.title.text, quotes))
    return tuple(found)


def _story(path: Path, translation: Path | None) -> StoryText:
    lines = read_lines(path)
    fields = read_fields(lines, STORY_FIELDS, lines[0])
    body, quotes = unmarked(paragraphs(after_fields(lines)))
    left = next((line for line in after_fields(lines) if re.search(r"[][]", _MARKED.sub("", line.text))), None)
    if left is not None:
        raise left.wrong("a quote is marked [the words](name), within one paragraph.")
    if len({quote.name for quote in quotes}) < len(quotes):
        raise lines[0].wrong("two quotes of this story have the same name.")
    yes_no = {name: one_of(fields.need(name), fields.need(name).text, YES_NO, "answer") for name in STORY_FIELDS[4:]}
    return StoryText(
        name=path.stem.partition("-")[2],
        title=fields.need("Title").text,
        teller=fields.need("Teller").text,
        source=fields.text("Source"),
        language=language(fields.need("Language"), fields.need("Language").text),
        body=body,
        translation=paragraphs(read_lines(translation)) if translation else "",
        translation_language=language(Line(path.name, 1, ""), translation.name.split(".")[1]) if translation else "",
        approved=yes_no["Approved"],
        may_quote=yes_no["May be quoted"],
        quotes=quotes,
    )


def unmarked(text: str) -> tuple[str, tuple[QuoteText, ...]]:
    """A story without its marks, and where the marked words then stand."""
    body, quotes, done = "", list[QuoteText](), 0
    for mark in _MARKED.finditer(text):
        body += text[done : mark.start()]
        quotes.append(QuoteText(mark[2], len(body), len(body) + len(mark[1])))
        body += mark[1]
        done = mark.end()
    return body + text[done:], tuple(quotes)
