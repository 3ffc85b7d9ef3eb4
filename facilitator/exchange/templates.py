"""Workshops to begin from: sessions, boards, a vote and an idea to try, made from the text in resources/templates."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from facilitator.domain.errors import NotFound
from facilitator.domain.gestures.programme import add_table
from facilitator.exchange.millbrook import happened, planned
from facilitator.exchange.millbrook.making import anew, named, together
from facilitator.exchange.millbrook.programme import read_programme
from facilitator.exchange.millbrook.reading import read_planned
from facilitator.resources import resources
from facilitator.workshop.workshop import Workshop

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from facilitator.domain.change import Change
    from facilitator.exchange.millbrook.reading import Example
    from facilitator.workshop.places import Places

SOURCE = resources("templates")


@dataclass(frozen=True, slots=True)
class Template:
    """Something to begin from. `name` is what the command line calls it; `title` and `about` are for people."""

    name: str
    title: str
    about: str


def templates(source: Path = SOURCE) -> tuple[Template, ...]:
    """Every template, in the order in which they are offered; the last is the empty one."""
    told = {name: read_programme(folder / "programme.txt") for name, folder in _folders(source).items()}
    return tuple(Template(name, programme.title, programme.purpose) for name, programme in told.items())


def make_from_template(path: Path, title: str, name: str, places: Places, source: Path = SOURCE) -> Workshop:
    """Make a workshop file as a template says, in one Change, and leave it open. Nothing in it shares an id with
    another workshop made so. Raises NotFound, naming those there are, when there is no such template; FileTrouble when
    the path is taken; and BadInput, naming file and line, when its text does not add up.
    """
    folders = _folders(source)
    if name not in folders:
        raise NotFound(f'There is no template "{name}". There is: {", ".join(folders)}.')
    begun = anew(together("workshop-new", _changes(read_planned(folders[name]))))
    return Workshop.new(path, title.strip(), places, begun.edits)


def _changes(text: Example) -> Iterator[Change]:
    for turn, table in enumerate(filter(None, text.programme.tables), 1):
        yield add_table(table, position=float(turn), table_id=named("table", turn))
    yield from map(planned.board, text.boards)
    yield from map(planned.session, text.sessions)
    for vote in text.votes:
        yield planned.vote(vote, text)
        yield planned.voting_on(vote, text.sessions)
    for idea in text.ideas:
        yield happened.idea(idea, text)
        yield from (happened.version_built(idea, version) for version in idea.versions)


def _folders(source: Path) -> dict[str, Path]:
    """The folders of templates by name; the number before it says where it stands."""
    return {folder.name.partition("-")[2]: folder for folder in sorted(source.iterdir()) if folder.is_dir()}
