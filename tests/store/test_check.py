"""`check` sees a log whose parts do not fit together, even where the tables still say what a replay says."""

from __future__ import annotations

import sqlite3
import uuid
from typing import TYPE_CHECKING

import pytest

from facilitator.domain.change import Change, Delete, Insert
from facilitator.workshop.places import Places
from facilitator.workshop.workshop import Workshop

if TYPE_CHECKING:
    from pathlib import Path

TINKERING = {
    "UPDATE change SET grp = 99 WHERE grp = 3": "a group that is not in it",
    "UPDATE change SET row = 99 WHERE grp = 3": "a row that is not in it",
    "UPDATE change SET col = 99 WHERE grp = 3": "a column that is not in it",
    "UPDATE change SET prev_seq = 99 WHERE grp = 3": "a change that is not in it",
    "UPDATE change SET session = 99 WHERE grp = 3": "a session that is not in it",
    "UPDATE change_group SET undoes = 99 WHERE id = 3": "a step that is not in it",
    "UPDATE change_group SET changes = 0 WHERE id = 3": "does not count the changes",
    "UPDATE change_group SET first_seq = 1 WHERE id = 3": "does not count the changes",
    "UPDATE change SET grp = 2 WHERE grp = 3": "does not count the changes",
}


@pytest.fixture
def places(tmp_path: Path) -> Places:
    return Places.under(tmp_path / "state")


@pytest.fixture
def file(tmp_path: Path, places: Places) -> Path:
    """A workshop with a board that was made and taken away."""
    path, board = tmp_path / "hall.workshop", uuid.uuid4()
    with Workshop.new(path, "Millbrook", places) as workshop:
        workshop.apply(Change("board-add", (Insert("board", board, {}),)))
        workshop.apply(Change("board-delete", (Delete("board", board),)))
        assert workshop.check() == []
    return path


@pytest.mark.parametrize("tinkering", TINKERING)
def test_a_log_that_does_not_fit_together_is_seen(file: Path, places: Places, tinkering: str) -> None:
    connection = sqlite3.connect(file)
    with connection:
        connection.execute(tinkering)
    connection.close()
    with Workshop.open(file, places) as workshop:
        assert any(TINKERING[tinkering] in problem for problem in workshop.check())
