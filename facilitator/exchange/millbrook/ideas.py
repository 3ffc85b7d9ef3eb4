"""Reading the ideas: the versions that were tried, what people said of each, and what was decided."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from facilitator.exchange.millbrook.lines import (
    Line,
    Part,
    after_fields,
    choice,
    day,
    language,
    one_of,
    parts,
    read_fields,
    read_lines,
    said,
    whole,
    with_meanings,
)

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence
    from pathlib import Path

IDEA_FIELDS = ("Name", "Who for", "Need", "Who delivers", "Theme", "Option")
VERSION_FIELDS = ("Form", "Description", "To learn", "Tried")
DECISION_FIELDS = ("Session", "Outcome", "About", "Reason", "Who", "By when")
PERSPECTIVES = {"would use": "would-use", "would help run": "would-help-run", "both": "both"}
GLADDEST = 4
_VERSION = re.compile(r"Version (\d+): (.+)")
_TRIED = re.compile(r"session (\d+), (.+), (\d+) would use it, (\d+) would help run it")
_SAID = re.compile(r"(worked|change|question|idea|faces), ([a-z ]+?)(?: \(([a-z]+)\))?: (.+)")


@dataclass(frozen=True, slots=True)
class FeedbackText:
    """One thing said, or one rating (1 to 4, else 0)."""

    kind: str
    perspective: str
    text: str
    language: str
    translation: str
    rating: int


@dataclass(frozen=True, slots=True)
class VersionText:
    """One iteration: what it was, who tried it in which session, and what they said. `where` is the line that says who
    tried it, None before anybody has; the session is then 0.
    """

    where: Line | None
    version: int
    name: str
    form: str
    description: str
    to_learn: str
    session: int
    place: str
    used_by: int
    delivered_by: int
    feedback: tuple[FeedbackText, ...]


@dataclass(frozen=True, slots=True)
class IdeaText:
    """An idea; `theme` and `option` are the lines that say what it grew from (an option as vote and letter),
    if they do.
    """

    name: str
    title: str
    who_for: str
    need: str
    who_delivers: str
    theme: Line | None
    option: Line | None
    versions: tuple[VersionText, ...]


@dataclass(frozen=True, slots=True)
class DecisionText:
    """A decision; `idea` is a name and `version` a number, or empty and 0 where it is about neither. `where` is its
    session.
    """

    where: Line
    what: str
    session: int
    outcome: str
    reason: str
    who: str
    by_when: str
    idea: str
    version: int


def read_ideas(path: Path, needs: Collection[str] = ()) -> tuple[IdeaText, ...]:
    """Read ideas.txt. `needs` are fields each idea has to have."""
    return tuple(_idea(part, needs) for part in parts(read_lines(path)))


def read_decisions(path: Path, ideas: Sequence[IdeaText]) -> tuple[DecisionText, ...]:
    """Read decisions.txt; what a decision is about has to be in ideas.txt."""
    known = {idea.name: (idea.name, 0) for idea in ideas} | {
        f"{idea.name} {version.version}": (idea.name, version.version) for idea in ideas for version in idea.versions
    }
    return tuple(_decision(part, known) for part in parts(read_lines(path)))


def _idea(part: Part, needs: Collection[str]) -> IdeaText:
    fields = read_fields(part.lines, IDEA_FIELDS, part.title)
    fields.needs(needs)
    return IdeaText(
        name=fields.need("Name").text,
        title=part.title.text,
        who_for=fields.text("Who for"),
        need=fields.text("Need"),
        who_delivers=fields.text("Who delivers"),
        theme=fields.maybe("Theme"),
        option=fields.maybe("Option"),
        versions=tuple(_version(below) for below in parts(after_fields(part.lines), "## ")),
    )


def _version(part: Part) -> VersionText:
    heading = _VERSION.fullmatch(part.title.text)
    fields = read_fields(part.lines, VERSION_FIELDS, part.title)
    form, where = fields.need("Form"), fields.maybe("Tried")
    tried = _TRIED.fullmatch(where.text) if where else None
    if heading is None:
        raise part.title.wrong('a version begins with a line such as "## Version 1: sketch on a flip chart".')
    if where and tried is None:
        raise where.wrong('say it like "session 3, the hall, 6 would use it, 2 would help run it".')
    return VersionText(
        where=where,
        version=whole(part.title, heading[1]),
        name=heading[2],
        form=choice(form, form.text, "prototype", "form"),
        description=fields.text("Description"),
        to_learn="\n".join(line.text for line in fields.all("To learn")),
        session=int(tried[1]) if tried else 0,
        place=tried[2] if tried else "",
        used_by=int(tried[3]) if tried else 0,
        delivered_by=int(tried[4]) if tried else 0,
        feedback=_feedback(said(after_fields(part.lines))),
    )


def _feedback(lines: Sequence[Line]) -> tuple[FeedbackText, ...]:
    found: list[FeedbackText] = []
    for line, meaning in with_meanings(lines):
        match = _SAID.fullmatch(line.text)
        if match is None:
            raise line.wrong('feedback is such as "worked, would use: Pictures of staff".')
        perspective = one_of(line, match[2], PERSPECTIVES, "point of view")
        if match[1] == "faces":
            ratings = [_rating(line, word) for word in match[4].split()]
            found += [FeedbackText("rating", perspective, "", "", "", rating) for rating in ratings]
        else:
            spoken_in = language(line, match[3] or "en")
            found.append(FeedbackText(match[1], perspective, match[4], spoken_in, meaning, 0))
    return tuple(found)


def _rating(line: Line, word: str) -> int:
    if not 1 <= whole(line, word) <= GLADDEST:
        raise line.wrong(f"faces are numbered 1 (sad) to {GLADDEST} (glad).")
    return int(word)


def _decision(part: Part, known: Mapping[str, tuple[str, int]]) -> DecisionText:
    fields = read_fields(part.lines, DECISION_FIELDS, part.title)
    outcome, about = fields.need("Outcome"), fields.all("About")
    idea, version = one_of(about[0], about[0].text, known, "idea or version") if about else ("", 0)
    return DecisionText(
        where=fields.need("Session"),
        what=part.title.text,
        session=whole(fields.need("Session")),
        outcome=choice(outcome, outcome.text, "decision", "outcome"),
        reason=fields.need("Reason").text,
        who=fields.text("Who"),
        by_when=day(fields.need("By when")),
        idea=idea,
        version=version,
    )
