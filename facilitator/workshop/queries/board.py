"""What a board shows: its notes by theme, and what repeats a note's words elsewhere."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import sqlalchemy as sa

from facilitator.domain.arrange import NOWHERE, Place, laid_at
from facilitator.domain.board import COLOURS, Board, Note, Theme
from facilitator.domain.change import RowRef
from facilitator.domain.errors import NotFound
from facilitator.domain.people import Table
from facilitator.domain.prototypes import IdeaNote
from facilitator.domain.schema import table_of
from facilitator.domain.voting import Mark, Option
from facilitator.workshop.queries.consent import KEPT_BACK, Consents, consents
from facilitator.workshop.queries.happened import merged_into
from facilitator.workshop.queries.naming import called

if TYPE_CHECKING:
    import uuid
    from collections.abc import Iterable

    from facilitator.workshop.reader import Reader

_note, _theme, _board, _table = (table_of(model) for model in (Note, Theme, Board, Table))
_THEME_ORDER = (_theme.c.position, _theme.c.name, _theme.c.id)
_AT_A_TIME = 500
"""SQLite takes a limited number of values in one question."""


@dataclass(frozen=True, slots=True)
class BoardItem:
    """A board in a list. `notes` counts all of them, the withheld too."""

    id: uuid.UUID
    question: str
    notes: int


@dataclass(frozen=True, slots=True)
class TableItem:
    """A table of the room that notes can be said by."""

    id: uuid.UUID
    name: str


@dataclass(frozen=True, slots=True)
class NoteLine:
    """One note. `said_by` is the name of a table, or of a person who agreed to that, or empty. `withheld` notes stay
    on the facilitator's screen; `refused` ones are among them because the person who said them does not want them used.
    `language` is that of the words as written, `spoken_language` that in which they were said, where it is another.
    `place` is where it was laid on the wall, in board units, and `photo` the hash of its picture.
    """

    id: uuid.UUID
    text: str
    language: str
    translation: str
    colour: int
    said_by: str
    withheld: bool
    parked: bool
    theme_id: uuid.UUID | None
    refused: bool = False
    spoken_language: str = ""
    table_id: uuid.UUID | None = None
    person_id: uuid.UUID | None = None
    board_id: uuid.UUID | None = None
    position: float = 0.0
    place: Place = NOWHERE
    photo: str = ""
    face_down: bool = False


@dataclass(frozen=True, slots=True)
class ThemeLine:
    """One theme, without its notes."""

    id: uuid.UUID
    board_id: uuid.UUID
    name: str
    position: float


@dataclass(frozen=True, slots=True)
class ThemeGroup:
    """A theme with its notes in order. The notes of no theme stand under one without id and name."""

    id: uuid.UUID | None
    name: str
    notes: tuple[NoteLine, ...]
    position: float = 0.0


@dataclass(frozen=True, slots=True)
class Outline:
    """A board as a list. `meanings` says what each of the seven colours stands for, empty where it says nothing; in a
    `private_round` new notes lie face down.
    """

    board_id: uuid.UUID
    question: str
    source: str
    meanings: tuple[str, ...]
    themes: tuple[ThemeGroup, ...]
    private_round: bool = False


def boards(reader: Reader) -> list[BoardItem]:
    """Every board, in order."""
    notes = sa.select(sa.func.count()).where(_note.c.board_id == _board.c.id).scalar_subquery()
    query = sa.select(_board.c.id, _board.c.question, notes).order_by(_board.c.position, _board.c.question, _board.c.id)
    return [BoardItem(*row) for row in reader.rows(query)]


def tables(reader: Reader) -> list[TableItem]:
    """Every table of the room, in order."""
    query = sa.select(_table.c.id, _table.c.name).order_by(_table.c.position, _table.c.name, _table.c.id)
    return [TableItem(*row) for row in reader.rows(query)]


def chosen_board(reader: Reader, name: str) -> BoardItem:
    """The board called by this name. Raises NotFound, listing what there is."""
    found = called(boards(reader), name, "boards")
    if len(found) > 1:
        raise NotFound(f"{len(found)} boards have this very name. Name one by its id: {_ids(found)}.")
    return found[0]


def outline(reader: Reader, board_id: uuid.UUID) -> Outline | None:
    """A board by theme, or None when there is no such board. The notes of no theme come last, when there are any."""
    return reader.once(("outline", board_id), lambda: _outline(reader, board_id))


def _outline(reader: Reader, board_id: uuid.UUID) -> Outline | None:
    board = reader.get(Board, board_id)
    if board is None:
        return None
    by_theme: dict[uuid.UUID | None, list[NoteLine]] = {}
    for note in _lines(reader, _note.c.board_id == board_id):
        by_theme.setdefault(note.theme_id, []).append(note)
    themes = reader.find(Theme, _theme.c.board_id == board_id, order_by=_THEME_ORDER)
    groups = [ThemeGroup(theme.id, theme.name, tuple(by_theme.pop(theme.id, ())), theme.position) for theme in themes]
    loose = tuple(sorted((note for notes in by_theme.values() for note in notes), key=place_of))
    if loose:
        groups.append(ThemeGroup(None, "", loose))
    meanings = tuple(str(getattr(board, f"meaning_{colour}")) for colour in range(1, COLOURS + 1))
    return Outline(board.id, board.question, board.source, meanings, tuple(groups), board.private_round)


def place_of(note: NoteLine) -> tuple[float, uuid.UUID]:
    """What notes are ordered by within their theme."""
    return note.position, note.id


def theme_lines(reader: Reader, theme_ids: Iterable[uuid.UUID]) -> list[ThemeLine]:
    """Some themes as they are now; those that are gone are left out."""
    columns = (_theme.c.id, _theme.c.board_id, _theme.c.name, _theme.c.position)
    queries = (sa.select(*columns).where(_theme.c.id.in_(some)) for some in _chunks(theme_ids))
    return [ThemeLine(*row) for query in queries for row in reader.rows(query)]


def note_lines(reader: Reader, note_ids: Iterable[uuid.UUID]) -> list[NoteLine]:
    """Some notes as they are now; those that are gone are left out."""
    return [line for some in _chunks(note_ids) for line in _lines(reader, _note.c.id.in_(some))]


def any_stands_on(reader: Reader, board_id: uuid.UUID, row_ids: Iterable[uuid.UUID]) -> bool:
    """Whether any of these notes or themes is on the board now."""
    return any(
        reader.rows(sa.select(table.c.id).where(table.c.board_id == board_id, table.c.id.in_(some)).limit(1))
        for some in _chunks(row_ids)
        for table in (_note, _theme)
    )


def next_position(reader: Reader, board_id: uuid.UUID) -> float:
    """The place for a new note after all that are on the board."""
    last = reader.rows(sa.select(sa.func.max(_note.c.position)).where(_note.c.board_id == board_id))[0][0]
    return (last or 0.0) + 1.0


def next_board_position(reader: Reader) -> float:
    """The place for a new board after all the others."""
    last = reader.rows(sa.select(sa.func.max(_board.c.position)))[0][0]
    return 0.0 if last is None else last + 1.0


def next_theme_position(reader: Reader, board_id: uuid.UUID) -> float:
    """The place for a new theme after all that are on the board."""
    last = reader.rows(sa.select(sa.func.max(_theme.c.position)).where(_theme.c.board_id == board_id))[0][0]
    return 0.0 if last is None else last + 1.0


def what_hangs_on(reader: Reader, note_ids: Iterable[uuid.UUID]) -> list[RowRef]:
    """What must go when notes are removed for good: the notes that were made one with them, the options that repeat
    their words, the marks on those, and the ties between notes and ideas.
    """
    notes = list(note_ids)
    gone = merged_into(reader, notes)
    found = [RowRef("note", one) for one in gone]
    option, mark, tie = (table_of(model) for model in (Option, Mark, IdeaNote))
    for some in _chunks((*notes, *gone)):
        options = sa.select(option.c.id).where(option.c.note_id.in_(some))
        found += _refs(reader, "mark", sa.select(mark.c.id).where(mark.c.option_id.in_(options)))
        found += _refs(reader, "idea_note", sa.select(tie.c.id).where(tie.c.note_id.in_(some)))
        found += _refs(reader, "option", options)
    return found


def _lines(reader: Reader, which: Any) -> list[NoteLine]:  # noqa: ANN401 (SQLAlchemy's conditions have no common type)
    query = (
        sa.select(
            _note.c.id,
            _note.c.text,
            _note.c.language,
            _note.c.translation,
            _note.c.colour,
            _table.c.name,
            _note.c.participant_id,
            KEPT_BACK,
            _note.c.parked,
            _note.c.theme_id,
            _note.c.spoken_language,
            _note.c.table_id,
            _note.c.board_id,
            _note.c.position,
            _note.c.x,
            _note.c.y,
            _note.c.photo,
            _note.c.face_down,
        )
        .select_from(_note.outerjoin(_table, _table.c.id == _note.c.table_id))
        .where(which)
        .order_by(_note.c.position, _note.c.id)
    )
    asked = consents(reader)
    return [_line(asked, *row) for row in reader.rows(query)]


def _line(
    asked: Consents,
    note_id: uuid.UUID,
    text: str,
    language: str,
    translation: str,
    colour: int,
    table: str | None,
    person_id: uuid.UUID | None,
    withheld: bool,
    parked: bool,
    theme_id: uuid.UUID | None,
    spoken_language: str,
    table_id: uuid.UUID | None,
    board_id: uuid.UUID,
    position: float,
    x: float,
    y: float,
    photo: str,
    face_down: bool,
) -> NoteLine:
    said_by = table or asked.name_on_note(person_id, "screen")
    kept_in = not asked.note_may_be_shown(person_id, "wall", withheld=withheld)
    refused = kept_in and not withheld
    return NoteLine(
        id=note_id,
        text=text,
        language=language,
        translation=translation,
        colour=colour,
        said_by=said_by,
        withheld=kept_in,
        parked=parked,
        theme_id=theme_id,
        refused=refused,
        spoken_language=spoken_language,
        table_id=table_id,
        person_id=person_id,
        board_id=board_id,
        position=position,
        place=laid_at(x, y),
        photo=photo,
        face_down=face_down,
    )


def _refs(reader: Reader, table: str, ids: sa.Select[Any]) -> list[RowRef]:
    return [RowRef(table, row_id) for (row_id,) in reader.rows(ids)]


def _ids(items: Iterable[BoardItem]) -> str:
    return ", ".join(str(item.id) for item in items)


def _chunks(ids: Iterable[uuid.UUID]) -> list[list[uuid.UUID]]:
    every = list(ids)
    return [every[start : start + _AT_A_TIME] for start in range(0, len(every), _AT_A_TIME)]
