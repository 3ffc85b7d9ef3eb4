"""Every table of a workshop in one place, described in the few words that the log, the checks and the exports need."""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Literal

import sqlalchemy as sa

from facilitator.domain import board, discovery, people, programme, prototypes, voting

if TYPE_CHECKING:
    from facilitator.domain.change import Value
    from facilitator.domain.row import Row

Kind = Literal["text", "whole", "number", "yes-no", "id"]

ROOMS: dict[str, tuple[type[Row], ...]] = {
    "programme": (programme.Programme, programme.Session, programme.Activity),
    "people": (people.Participant, people.Attendance, people.Consent, people.Connection, people.Table, people.Seat),
    "discovery": (discovery.Story, discovery.Quote, discovery.Insight, discovery.InsightQuote),
    "board": (board.Board, board.Theme, board.Note),
    "voting": (voting.Poll, voting.Option, voting.Ballot, voting.Mark),
    "prototypes": (
        prototypes.Idea,
        prototypes.IdeaNote,
        prototypes.Prototype,
        prototypes.Trial,
        prototypes.Feedback,
        prototypes.Decision,
    ),
}


@dataclass(frozen=True, slots=True)
class Column:
    """What may stand in a column. `refers_to` is the table an id points into; `limit` counts characters; bounds are
    both included. `picture` says that it names an attachment.
    """

    name: str
    kind: Kind
    required: bool
    refers_to: str | None
    default: Value
    limit: int | None = None
    choices: tuple[str, ...] | None = None
    low: int | None = None
    high: int | None = None
    form: str | None = None
    picture: bool = False

    @property
    def words(self) -> str:
        """Its name as a person would write it."""
        return self.name.removesuffix("_id").replace("_", " ")

    @property
    def kept_when_redacted(self) -> bool:
        """A row cannot be without what it is part of; everything else it holds is blanked when it is removed for
        good.
        """
        return self.kind == "id" and self.required


@dataclass(frozen=True, slots=True)
class TableShape:
    """A table, its SQLAlchemy twin, and its columns without the id."""

    name: str
    table: sa.Table
    columns: dict[str, Column]

    @property
    def references(self) -> tuple[Column, ...]:
        """The columns that point into other tables."""
        return tuple(column for column in self.columns.values() if column.refers_to)

    def defaults(self) -> dict[str, Value]:
        """A row with nothing said in it."""
        return {name: column.default for name, column in self.columns.items()}


@cache
def shapes() -> dict[str, TableShape]:
    """Every table by name, a table before those that point to it."""
    models = [model for room in ROOMS.values() for model in room]
    metadata = models[0].metadata
    named = {table_of(model).name for model in models}
    return {table.name: _shape(table) for table in metadata.sorted_tables if table.name in named}


@cache
def referrers(table: str) -> tuple[tuple[TableShape, Column], ...]:
    """The (table, column) pairs that point into a table."""
    return tuple(
        (shape, column) for shape in shapes().values() for column in shape.references if column.refers_to == table
    )


def table_of(model: type[Row]) -> sa.Table:
    """The SQLAlchemy table behind a model."""
    table: sa.Table = model.__table__  # type: ignore[attr-defined]  # pyright: ignore[reportAttributeAccessIssue, reportUnknownVariableType, reportUnknownMemberType]
    return table  # pyright: ignore[reportUnknownVariableType]


def _shape(table: sa.Table) -> TableShape:
    return TableShape(
        table.name, table, {column.name: _column(column) for column in table.columns if column.name != "id"}
    )


def _column(column: sa.Column[Value]) -> Column:
    info = column.info
    refers_to = next((key.column.table.name for key in column.foreign_keys), None)
    return Column(
        name=column.name,
        kind=_kind(column.type),
        required=not column.nullable,
        refers_to=refers_to,
        default=column.default.arg if isinstance(column.default, sa.ColumnDefault) else None,
        limit=info.get("limit"),
        choices=info.get("choices"),
        low=info.get("low"),
        high=info.get("high"),
        form=info.get("form"),
        picture=info.get("picture", False),
    )


def _kind(type_: sa.types.TypeEngine[Value]) -> Kind:
    kinds: tuple[tuple[type, Kind], ...] = (
        (sa.Uuid, "id"),
        (sa.Boolean, "yes-no"),
        (sa.Integer, "whole"),
        (sa.Float, "number"),
        (sa.Text, "text"),
    )
    return next(kind for sql, kind in kinds if isinstance(type_, sql))


def python_type(kind: Kind) -> type:
    """The Python type of a kind of column."""
    return {"text": str, "whole": int, "number": float, "yes-no": bool, "id": uuid.UUID}[kind]
