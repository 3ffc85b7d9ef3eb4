"""Two copies in two real programs: a note is changed in both, one is brought into the other, what differs is chosen,
the past is looked through, and the whole is carried away on a stick that has room for it.
"""

from __future__ import annotations

import shutil
import sys
import uuid
from typing import TYPE_CHECKING

import pytest
from pyrage import x25519

from facilitator.domain.board import Note
from facilitator.domain.gestures.board import add_board, add_note, edit_note
from facilitator.sync.bundle_keys import remember_key
from facilitator.sync.bundle_opening import Opener, open_bundle
from facilitator.workshop.places import Device, Places
from facilitator.workshop.queries.conflicts import conflicts
from facilitator.workshop.workshop import Workshop
from tests.journeys.desk import codes, ended_well, eventually, needs_a_keyboard, program

if TYPE_CHECKING:
    from pathlib import Path

    from build.desk import Desk
    from facilitator.store.backup import Backup

BOARD, TEA = uuid.UUID(int=1), uuid.UUID(int=2)
HERE, THERE, TYPED_HERE, TYPED_THERE = "Green tea", "Black tea", "Chairs with arms", "A ramp"

pytestmark = needs_a_keyboard


def two_copies(folder: Path) -> tuple[Path, Path]:
    """A workshop and a copy of it, in each of which the same note was reworded."""
    here, there = folder / "hall.workshop", folder / "table-2.workshop"
    places = Places.of_this_laptop()
    with Workshop.new(here, "Back together", places) as workshop:
        workshop.apply(add_board("What would help?", board_id=BOARD))
        workshop.apply(add_note(BOARD, "Tea", note_id=TEA))
    shutil.copy(here, there)
    with Workshop.open(here, places) as workshop:
        workshop.apply(edit_note(TEA, HERE))
    with Workshop.open(there, Places(folder / "there", Device("there", "Table 2's laptop"))) as workshop:
        workshop.apply(edit_note(TEA, THERE))
    return here, there


def typed(desk: Desk, file: Path, words: str) -> None:
    """A note typed into the bar of the program that is open."""
    desk.focus(desk.find("Back together"))
    desk.press("ctrl+l")
    desk.type(words)
    desk.press("Return")
    eventually(lambda: codes(file)[0] == "note-add", f"{words} is stored")


def texts(file: Path) -> set[str]:
    """The notes, read beside the running program."""
    with Workshop.open(file, Places.of_this_laptop()) as workshop:
        return {note.text for note in workshop.read(lambda reader: reader.find(Note))}


def backups_of(file: Path) -> list[Backup]:
    with Workshop.open(file, Places.of_this_laptop()) as workshop:
        return workshop.backups()


def to_choose(file: Path) -> int:
    with Workshop.open(file, Places.of_this_laptop()) as workshop:
        return len(workshop.read(conflicts))


def chosen(desk: Desk, file: Path) -> bool:
    """Whether the version that has the focus was kept; asked until the station shows what there is to choose."""
    if "version-choose" not in codes(file):
        desk.press("ctrl+9", "Return")
    return "version-choose" in codes(file)


def saved_in(desk: Desk, folder: Path) -> None:
    """The locked file for the office, whose key is the first that is offered, saved in this folder."""
    desk.press("ctrl+9", "ctrl+shift+b")
    desk.focus(desk.find("Choose a stick"))
    desk.type(str(folder))
    desk.press("Return")
    desk.focus(desk.find("Back together"))


def test_two_copies_are_brought_together_and_one_version_is_kept(
    tmp_path: Path, root: Path, display: dict[str, str]
) -> None:
    here, there = two_copies(tmp_path)
    with program(there, root, display) as (process, desk):
        typed(desk, there, TYPED_THERE)
        desk.press("ctrl+q")
        ended_well(process)
    with program(here, root, display) as (process, desk):
        typed(desk, here, TYPED_HERE)
        desk.press("ctrl+9", "ctrl+b")
        desk.focus(desk.find("Files of other laptops"))
        desk.type(str(there))
        desk.press("Return")
        eventually(lambda: TYPED_THERE in texts(here), "what the other laptop brought is here")
        assert to_choose(here) == 1
        desk.focus(desk.find("Back together"))
        eventually(lambda: chosen(desk, here), "one version is kept")
        desk.press("ctrl+h", "Down", "Return")
        desk.press("ctrl+q")
        ended_well(process)
    assert to_choose(here) == 0
    assert texts(here) in ({HERE, TYPED_HERE, TYPED_THERE}, {THERE, TYPED_HERE, TYPED_THERE})
    with Workshop.open(here, Places.of_this_laptop()) as workshop:
        assert workshop.check() == []


@pytest.mark.skipif(sys.platform != "linux", reason="the disk that fails is a library for Linux")
def test_a_stick_that_is_full_keeps_nothing_by_halves_and_another_takes_the_whole(
    tmp_path: Path, root: Path, display: dict[str, str], failing_disk: Path
) -> None:
    here, _ = two_copies(tmp_path)
    office = x25519.Identity.generate()
    remember_key(Places.of_this_laptop(), "The office", str(office.to_public()))
    full, other = tmp_path / "full-stick", tmp_path / "other-stick"
    full.mkdir()
    other.mkdir()
    env = display | {"LD_PRELOAD": str(failing_disk), "FULL_DISK": str(full)}
    with program(here, root, env) as (process, desk):
        typed(desk, here, TYPED_HERE)
        saved_in(desk, full)
        eventually(lambda: any(backup.why == "bundled" for backup in backups_of(here)), "the backup for the bundle")
        saved_in(desk, other)
        eventually(lambda: list(other.glob("*.bundle")) != [], "the locked file is on the other stick")
        assert list(full.iterdir()) == []
        desk.press("ctrl+q")
        ended_well(process)
    (bundle,) = other.iterdir()
    opened = open_bundle(bundle, tmp_path / "office.workshop", Opener((str(office),)))
    assert texts(opened) == {HERE, TYPED_HERE}
