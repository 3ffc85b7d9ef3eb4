"""The main job in the real program on a real screen: see what was said, add a note, undo it, see the vote, print."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from facilitator.workshop.places import Places
from facilitator.workshop.workshop import Workshop
from tests.journeys.desk import codes, ended_well, eventually, needs_a_keyboard, program
from tests.ui.windows import made_from_polis

if TYPE_CHECKING:
    from pathlib import Path

    from build.desk import Desk

NOTE = "Free travel for the panel"

pytestmark = needs_a_keyboard


@pytest.fixture
def file(tmp_path: Path, root: Path) -> Path:
    return made_from_polis(tmp_path / "journey.workshop", root / "tests" / "data" / "polis-london-youth-policing")


def sent(desk: Desk, file: Path) -> list[str]:
    """What is done after Enter, which the bar takes once its board is there; on an empty bar it does nothing."""
    desk.press("Return")
    return codes(file)


def saved(desk: Desk, file: Path) -> bool:
    """Whether papers lie beside the file; asked for until the page has read what it prints."""
    if not any(path.suffix == ".pdf" for path in file.parent.iterdir()):
        desk.press("ctrl+s")
    return any(path.suffix == ".pdf" for path in file.parent.iterdir())


def test_see_add_undo_count_and_print(file: Path, root: Path, display: dict[str, str]) -> None:
    with program(file, root, display) as (process, desk):
        desk.focus(desk.find("Policing"))
        before = codes(file)
        desk.type(NOTE)
        eventually(lambda: sent(desk, file) == ["note-add", *before], "the note is stored")
        desk.press("ctrl+z")
        eventually(lambda: len(codes(file)) == len(before) + 2, "the note is taken back")
        desk.press("ctrl+5", "Down", "ctrl+8")
        eventually(lambda: saved(desk, file), "what is ticked is saved")
        desk.press("ctrl+q")
        ended_well(process)
    assert {path.suffix for path in file.parent.iterdir()} == {".pdf", ".workshop"}
    with Workshop.open(file, Places.of_this_laptop()) as workshop:
        assert workshop.check() == []
