"""What stands in a workshop file, to the letter: the statements that make it, and the check that a file holds these
and nothing else.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from sqlalchemy.dialects import sqlite
from sqlalchemy.schema import CreateIndex, CreateTable

from facilitator.domain.schema import shapes
from facilitator.store.attachments import ATTACHMENTS
from facilitator.store.log_tables import LOG

if TYPE_CHECKING:
    from collections.abc import Iterable

    import sqlalchemy as sa

FORMAT = 4
"""The version of the file format, in SQLite's user_version."""
_NO_COLUMN = re.compile(r"(PRIMARY KEY|UNIQUE|FOREIGN KEY|CONSTRAINT|CHECK)\b")
_Clauses = tuple[str, frozenset[str], str]


@cache
def statements() -> tuple[str, ...]:
    """The SQL that makes an empty workshop file of the current format."""
    tables = [*LOG.sorted_tables, *ATTACHMENTS.sorted_tables, *(shape.table for shape in shapes().values())]
    dialect = sqlite.dialect()
    made: list[str] = []
    for table in tables:
        made.append(str(CreateTable(table).compile(dialect=dialect)).strip())
        made += [
            str(CreateIndex(index).compile(dialect=dialect)).strip()
            for index in sorted(table.indexes, key=lambda index: str(index.name))
        ]
    return tuple(made)


def create(connection: sa.Connection) -> None:
    """Make the tables in an open transaction."""
    for statement in statements():
        connection.exec_driver_sql(statement)


def strangers(objects: Iterable[tuple[str, str, str | None]], later: Iterable[str] = ()) -> list[str]:
    """Which of a file's (type, name, SQL) are not exactly ours: triggers, views, unknown or altered tables, and those
    that are missing. `later` are the statements of migrations that the file has yet to go through.

    A table counts as ours when it has our clauses in any order, because an added column stands last in a migrated
    file.
    """
    ours = {_name(statement): _clauses(statement) for statement in statements()}
    for statement in reversed(list(later)):
        _take_out(ours, statement)
    theirs = {name: _clauses(sql) for _, name, sql in objects if sql is not None}
    return sorted(name for name in ours.keys() | theirs.keys() if ours.get(name) != theirs.get(name))


def columns_in_order(statement: str) -> list[str]:
    """The names of a table's columns in the order in which a row has them, from the statement that made it."""
    folded = re.sub(r"\s+", " ", statement).strip()
    clauses = _split(folded[folded.find("(") + 1 : folded.rfind(")")])
    return [clause.split(" ")[0].strip('"') for clause in clauses if not _NO_COLUMN.match(clause)]


def added_columns(table: str, migrations: Iterable[str]) -> list[str]:
    """The columns that the statements of these migrations have added to a table, in their order."""
    return [found[2] for found in map(_adding, migrations) if found and found[1] == table]


def _adding(statement: str) -> re.Match[str] | None:
    return re.fullmatch(r'ALTER TABLE "?([a-z0-9_]+)"? ADD COLUMN (\w+) .*', re.sub(r"\s+", " ", statement).strip())


def _take_out(ours: dict[str, _Clauses], statement: str) -> None:
    """What a file looked like before a migration's statement, which makes a table or an index or adds a column."""
    added = re.fullmatch(r'ALTER TABLE "?([a-z0-9_]+)"? ADD COLUMN (.*)', re.sub(r"\s+", " ", statement).strip())
    if added is None:
        del ours[_name(statement)]
    else:
        head, clauses, tail = ours[added[1]]
        ours[added[1]] = head, clauses - {added[2]}, tail


def _name(statement: str) -> str:
    found = re.match(r'CREATE (?:TABLE|INDEX) "?([a-z0-9_]+)"?', statement)
    if found is None:
        raise ValueError(statement)
    return found[1]


def _clauses(statement: str) -> _Clauses:
    """The head, the comma-separated clauses between the outer brackets, and the tail of a CREATE statement, white
    space folded.
    """
    folded = re.sub(r"\s+", " ", statement).strip()
    opening, closing = folded.find("("), folded.rfind(")")
    clauses = _split(folded[opening + 1 : closing])
    return folded[:opening].strip(), frozenset(clauses), folded[closing + 1 :].strip()


def _split(body: str) -> list[str]:
    """What stands between the commas outside of brackets."""
    clauses: list[str] = []
    depth, start = 0, 0
    for at, letter in enumerate(body + ","):
        depth += (letter == "(") - (letter == ")")
        if letter == "," and depth == 0:
            clauses.append(body[start:at].strip())
            start = at + 1
    return clauses
