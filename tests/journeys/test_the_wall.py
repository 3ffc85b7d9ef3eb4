"""A wall of sixty notes in the real program on a real screen: typed, grouped by hand and by keys, one changed, all
taken back and all done again.
"""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import pytest
import sqlalchemy as sa

from facilitator.domain.board import Note, Theme
from facilitator.domain.schema import table_of
from facilitator.workshop.places import Places
from facilitator.workshop.workshop import Workshop
from tests.journeys.desk import codes, ended_well, eventually, needs_a_keyboard, program
from tests.ui.windows import made

if TYPE_CHECKING:
    from pathlib import Path

    from build.desk import Desk

pytestmark = needs_a_keyboard

ARABIC = "لوحة فيها صور لمن لا يقرأ الإنجليزية"
MOVED = 3  # seconds in which a drag is stored, if it carried a note
TYPED = 59  # and one in Arabic that is there before


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return made(tmp_path / "wall.workshop", ARABIC)


def rows(file: Path) -> list[tuple[str, str | None, float, float]]:
    """Every note with its theme and its place, read beside the running program."""
    note, theme = table_of(Note), table_of(Theme)
    query = (
        sa.select(note.c.text, theme.c.name, note.c.x, note.c.y)
        .select_from(note.outerjoin(theme, theme.c.id == note.c.theme_id))
        .order_by(note.c.position)
    )
    with Workshop.open(file, Places.of_this_laptop()) as workshop:
        return [tuple(row) for row in workshop.read(lambda reader: reader.rows(query))]


def dragged(desk: Desk, file: Path) -> bool:
    """Drag from the middle of the wall towards its lower right until a note was moved, and click on it there."""
    for start in ((430, 400), (560, 400), (430, 520), (700, 460), (560, 300)):
        end = (start[0] + 260, start[1] + 90)
        desk.drag(start, end)
        until = time.monotonic() + MOVED
        while time.monotonic() < until:
            if codes(file)[0] == "notes-move":
                desk.drag(end, end)
                return True
            time.sleep(0.1)
    return False


def test_sixty_notes_are_typed_grouped_changed_taken_back_and_done_again(
    file: Path, root: Path, display: dict[str, str]
) -> None:
    with program(file, root, display) as (process, desk):
        desk.focus(desk.find("Millbrook"))
        before, began = rows(file), len(codes(file))
        desk.press("ctrl+4", "F6")
        for number in range(TYPED):
            desk.type(f"note {number}")
            desk.press("Return")
        eventually(lambda: len(rows(file)) == TYPED + 1, "all are typed")
        typed = rows(file)
        assert [text for text, *_ in typed] == [ARABIC, *(f"note {number}" for number in range(TYPED))]
        assert len({(x, y) for _, _, x, y in typed}) == TYPED + 1
        desk.press("Down", "Up", "ctrl+g")
        desk.type("By keys")
        desk.press("Return")
        eventually(lambda: codes(file)[0] == "notes-group", "a note is in a theme")
        assert dragged(desk, file)
        desk.press("F2", "ctrl+a")
        desk.type("changed by hand")
        desk.press("Return")
        eventually(lambda: codes(file)[0] == "note-edit", "a note is changed")
        done, count = rows(file), len(codes(file)) - began
        assert [text for text, *_ in done].count("changed by hand") == 1
        assert {theme for _, theme, *_ in done} == {None, "By keys"}
        desk.press("Escape", "Escape")
        desk.press(*["ctrl+z"] * count)
        eventually(lambda: rows(file) == before, "all is taken back")
        desk.press(*["ctrl+shift+z"] * count)
        eventually(lambda: rows(file) == done, "all is done again")
        desk.press("ctrl+q")
        ended_well(process)
    assert rows(file) == done
    with Workshop.open(file, Places.of_this_laptop()) as workshop:
        assert workshop.check() == []


def test_the_key_that_takes_a_note_out_of_its_theme_does_so_from_the_bar_and_leaves_what_is_half_typed(
    file: Path, root: Path, display: dict[str, str]
) -> None:
    with program(file, root, display) as (process, desk):
        desk.focus(desk.find("Millbrook"))
        desk.press("ctrl+4", "Down", "ctrl+g")
        desk.type("Gate")
        desk.press("Return")
        eventually(lambda: [theme for _, theme, *_ in rows(file)] == ["Gate"], "the note is in a theme")
        desk.press("ctrl+l")
        desk.type("half")
        desk.press("ctrl+u")
        eventually(lambda: [theme for _, theme, *_ in rows(file)] == [None], "the note is in no theme")
        desk.press("ctrl+l", "End")
        desk.type(" typed")
        desk.press("Return")
        eventually(lambda: [text for text, *_ in rows(file)] == [ARABIC, "half typed"], "what was half typed is a note")
        desk.press("ctrl+q")
        ended_well(process)
