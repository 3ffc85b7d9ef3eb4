"""Random Changes a person could have made: Hypothesis draws numbers, the workshop as it stands gives them meaning."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from typing import Any

from hypothesis import strategies as st

from facilitator.domain.board import Board, Note, Theme
from facilitator.domain.change import Change, Delete, Edit, Insert, Set
from facilitator.domain.people import Participant
from facilitator.domain.row import Row
from facilitator.domain.schema import shapes
from facilitator.domain.voting import Option, Poll
from facilitator.workshop.reader import Reader
from facilitator.workshop.workshop import Workshop

MODELS: dict[str, type[Row]] = {
    "board": Board,
    "theme": Theme,
    "note": Note,
    "participant": Participant,
    "poll": Poll,
    "option": Option,
}

texts = st.text(st.characters(exclude_categories=("Cs",), exclude_characters="\x00"), max_size=12)
choices = st.tuples(
    st.sampled_from(["insert", "insert", "insert", "set", "set", "again", "delete", "move", "many"]),
    st.sampled_from(sorted(MODELS)),
    st.integers(0, 50),
    texts,
)
histories = st.lists(choices, min_size=1, max_size=25)
State = dict[str, dict[uuid.UUID, tuple[Any, ...]]]


def state_of(workshop: Workshop) -> State:
    """Every row of every table, as it stands."""

    def read(reader: Reader) -> State:
        found: State = {}
        for shape in shapes().values():
            rows = reader.rows(shape.table.select())
            found[shape.name] = {row.id: tuple(row) for row in rows}
        return found

    return workshop.read(read)


def change_from(workshop: Workshop, choice: tuple[str, str, int, str]) -> Change | None:
    """The Change a choice means just now; None when there is nothing it could be about."""
    what, table, number, text = choice
    make: dict[str, Callable[[Workshop, str, int, str], list[Edit]]] = {
        "insert": _insert,
        "set": _set,
        "again": _say_again,
        "delete": _delete,
        "move": _move,
        "many": _many,
    }
    edits = make[what](workshop, table, number, text)
    return Change(what, tuple(edits)) if edits else None


def words_column(table: str) -> str:
    """The column of a table that holds what people wrote."""
    return {"board": "question", "theme": "name", "participant": "display_name", "poll": "question"}.get(table, "text")


def _pick(workshop: Workshop, table: str, number: int) -> uuid.UUID | None:
    ids = sorted(row.id for row in workshop.read(lambda reader: reader.find(MODELS[table])))
    return ids[number % len(ids)] if ids else None


def _insert(workshop: Workshop, table: str, number: int, text: str) -> list[Edit]:
    values: dict[str, Any] = {words_column(table): text}
    for column in shapes()[table].references:
        target = _pick(workshop, column.refers_to, number) if column.refers_to in MODELS else None
        if target is None and column.required:
            return []
        if target is not None and (column.required or number % 2):
            values[column.name] = target
    return [Insert(table, uuid.UUID(int=_next_id()), values)]


def _set(workshop: Workshop, table: str, number: int, text: str) -> list[Edit]:
    row = _pick(workshop, table, number)
    return [] if row is None else [Set(table, row, {words_column(table): text})]


def _say_again(workshop: Workshop, table: str, number: int, text: str) -> list[Edit]:
    """Say what stands there once more, or something else."""
    row, column = _pick(workshop, table, number), words_column(table)
    if row is None:
        return []
    stands = next(getattr(one, column) for one in workshop.read(lambda r: r.find(MODELS[table])) if one.id == row)
    return [Set(table, row, {column: stands if number % 2 else text}, again=True)]


def _delete(workshop: Workshop, table: str, number: int, text: str) -> list[Edit]:
    row = _pick(workshop, table, number)
    return [] if row is None else [Delete(table, row)]


def _move(workshop: Workshop, table: str, number: int, text: str) -> list[Edit]:
    """Point a row somewhere else, or nowhere."""
    row = _pick(workshop, table, number)
    loose = [column for column in shapes()[table].references if not column.required and column.refers_to in MODELS]
    if row is None or not loose:
        return []
    column = loose[number % len(loose)]
    target = _pick(workshop, column.refers_to or "", number // 2) if len(text) % 2 else None
    return [Set(table, row, {column.name: target})]


def _many(workshop: Workshop, table: str, number: int, text: str) -> list[Edit]:
    """Several edits in one gesture, of the same row and of others."""
    first, second = _pick(workshop, table, number), _pick(workshop, table, number + 1)
    edits = _insert(workshop, table, number, text)
    if first is not None and second is not None:
        edits += [Set(table, first, {words_column(table): text + "!"}), Set(table, first, {words_column(table): text})]
        edits += [Delete(table, second)]
    return edits


_counter = 0


def _next_id() -> int:
    """Ids in a fixed order, so that a failing history can be run again."""
    global _counter
    _counter += 1
    return _counter
