"""Typed reading from one consistent snapshot. What comes back is plain data: no lazy relations, nothing that writes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar, TypeVarTuple

import sqlalchemy as sa

from facilitator.domain.row import Row
from facilitator.domain.schema import table_of
from facilitator.store.attachments import attached
from facilitator.store.reading import models_on

if TYPE_CHECKING:
    import uuid
    from collections.abc import Callable, Hashable, Sequence

    from facilitator.domain.attachment import Attachment

M = TypeVar("M", bound=Row)
T = TypeVar("T")
Columns = TypeVarTuple("Columns")
Condition = Any
"""A comparison of columns, such as `Note.board_id == board_id`, which a type checker takes for a bool."""


class Reader:
    """Given to a query by `Workshop.read`; good only until that query returns."""

    def __init__(self, connection: sa.Connection) -> None:
        self._connection = connection
        self._models = models_on(connection)
        self._known: dict[Hashable, Any] = {}

    @property
    def connection(self) -> sa.Connection:
        """For questions to the log itself, by the store's own functions."""
        return self._connection

    def get(self, model: type[M], row_id: uuid.UUID) -> M | None:
        """A row by its id, or None."""
        return self._models.get(model, row_id)

    def find(self, model: type[M], *where: Condition, order_by: Sequence[Any] = ()) -> list[M]:
        """The rows that meet every condition, in the order asked for, then by id."""
        table = table_of(model)
        statement = sa.select(model).where(*where).order_by(*order_by, table.c.id)
        return list(self._models.scalars(statement))

    def rows(self, statement: sa.Select[*Columns]) -> Sequence[sa.Row[*Columns]]:
        """The plain tuples of a statement: for long lists, several times faster than models."""
        return self._connection.execute(statement).all()

    def once(self, question: Hashable, read: Callable[[], T]) -> T:
        """The answer to a question, which is read only the first time it is asked of this snapshot; so it must be a
        value that nobody changes.
        """
        if question not in self._known:
            self._known[question] = read()
        return self._known[question]

    def picture(self, name: str) -> Attachment | None:
        """An attachment by its hash, or None when this file does not hold it."""
        return attached(self._connection, name)

    def count(self, model: type[Row], *where: Condition) -> int:
        """How many rows meet every condition."""
        statement = sa.select(sa.func.count()).select_from(table_of(model)).where(*where)
        return self._connection.execute(statement).scalar_one()
