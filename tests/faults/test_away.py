"""R14, R15, R19: a workshop on a stick, a share or in a folder that is copied away is worked on in a copy."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from facilitator.domain.errors import BothWentOn, DiskTrouble, FileTrouble, NotFound
from facilitator.domain.gestures.board import add_board, add_note
from facilitator.store.backup import backups_of_path
from facilitator.sync.coming_back import bring_both_together
from facilitator.workshop import place_of as place_module
from facilitator.workshop.away import Away, open_anywhere, settled, waiting
from facilitator.workshop.place_of import place_of
from facilitator.workshop.workshop import Workshop
from tests.faults import story

if TYPE_CHECKING:
    from collections.abc import Callable

    from facilitator.workshop.places import Places

MOUNTS = """\
22 1 8:2 / / rw,relatime shared:1 - ext4 /dev/sda2 rw
30 22 8:1 / /boot/efi rw - vfat /dev/sda1 rw
40 22 8:17 / /mnt/my\\040stick rw,nosuid shared:9 - vfat /dev/sdb1 rw
41 22 0:50 / /mnt/council rw - cifs //server/share rw
42 22 0:51 / /home/amina/far rw - fuse.sshfs amina@host: rw
43 22 8:33 / /mnt/disk rw - ext4 /dev/sdc1 rw
"""


@pytest.fixture
def on_the_stick(closed: Path, tmp_path: Path) -> Path:
    """The closed workshop in a folder that a service copies away, which is told by its name on every system."""
    folder = tmp_path / "Dropbox"
    folder.mkdir()
    return Path(shutil.move(closed, folder / closed.name))


def write(path: Path, places: Places, words: str) -> None:
    with open_anywhere(path, places) as workshop:
        workshop.apply(add_note(story.BOARD, words))


def words_in(path: Path, places: Places) -> tuple[str, ...]:
    with Workshop.open(path, places) as workshop:
        return story.state(workshop).words


@pytest.mark.skipif(sys.platform == "win32", reason="paths of other systems")
@pytest.mark.parametrize(
    ("path", "place"),
    [
        ("/home/amina/hall.workshop", "own-disk"),
        ("/boot/efi/hall.workshop", "own-disk"),
        ("/mnt/disk/hall.workshop", "own-disk"),
        ("/mnt/my stick/hall.workshop", "stick"),
        ("/mnt/council/2026/hall.workshop", "share"),
        ("/home/amina/far/hall.workshop", "share"),
    ],
)
def test_sticks_and_shares_are_told_by_what_is_mounted(
    path: str, place: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    mounts = tmp_path / "mountinfo"
    mounts.write_text(MOUNTS, "utf-8")
    monkeypatch.setattr(place_module, "_MOUNTS", mounts)
    assert place_of(Path(path)) == place


@pytest.mark.skipif(sys.platform == "win32", reason="paths of other systems")
@pytest.mark.parametrize("path", ["/media/amina/STICK/hall.workshop", "/run/media/amina/4A-B3/x/hall.workshop"])
def test_what_is_plugged_in_is_a_stick(path: str) -> None:
    assert place_of(Path(path)) == "stick"


@pytest.mark.parametrize("folder", ["Dropbox", "OneDrive - The Council", "Nextcloud", "Google Drive", "MEGAsync"])
def test_folders_that_are_copied_away_are_told_by_their_names(folder: str, tmp_path: Path) -> None:
    assert place_of(tmp_path / folder / "2026" / "hall.workshop") == "cloud"
    assert place_of(tmp_path / f"{folder} of trees" / "hall.workshop") != "cloud" or " - " in folder


def test_folders_that_are_copied_away_are_told_by_what_the_service_leaves_there(tmp_path: Path) -> None:
    (tmp_path / "work" / ".stfolder").mkdir(parents=True)
    assert place_of(tmp_path / "work" / "hall.workshop") == "cloud"
    assert place_of(tmp_path / "hall.workshop") == "own-disk"


def test_work_goes_on_in_a_copy_and_comes_back_when_it_is_closed(on_the_stick: Path, places: Places) -> None:
    before = on_the_stick.read_bytes()
    with open_anywhere(on_the_stick, places) as workshop:
        workshop.apply(add_note(story.BOARD, "Chairs"))
        assert on_the_stick.read_bytes() == before
        assert workshop.path == on_the_stick
        assert not on_the_stick.with_name("hall.workshop-wal").exists()
    assert words_in(on_the_stick, places) == ("Chairs", "Tea")
    assert [path.name for path in on_the_stick.parent.iterdir()] == ["hall.workshop"]
    assert waiting(places) == []


def test_a_workshop_that_is_made_there_is_worked_on_in_a_copy_too(places: Places, tmp_path: Path) -> None:
    folder = tmp_path / "Nextcloud"
    folder.mkdir()
    with settled(Workshop.new(folder / "new.workshop", "Millbrook", places), places) as workshop:
        workshop.apply(add_board("What would help?"))
        assert [path.name for path in sorted(folder.glob("*.workshop*"))] == ["new.workshop", "new.workshop-lock"]
    with Workshop.open(folder / "new.workshop", places) as workshop:
        assert len(workshop.history()) == 2
    made = Workshop.new(tmp_path / "here.workshop", "Millbrook", places)
    assert settled(made, places) is made
    made.close()


@pytest.mark.skipif(sys.platform == "win32", reason="paths of other systems")
def test_a_system_that_runs_from_a_share_as_a_whole_is_its_own_disk(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    mounts = tmp_path / "mountinfo"
    mounts.write_text("22 1 0:8 / / rw - 9p none rw\n", "utf-8")
    monkeypatch.setattr(place_module, "_MOUNTS", mounts)
    assert place_of(Path("/home/amina/hall.workshop")) == "own-disk"


def test_looking_writes_nothing_there(on_the_stick: Path, places: Places) -> None:
    stamp = on_the_stick.stat().st_mtime_ns
    with open_anywhere(on_the_stick, places) as workshop:
        assert not workshop.read_only
    assert on_the_stick.stat().st_mtime_ns == stamp


def test_its_backups_are_found_by_where_it_lies(on_the_stick: Path, places: Places) -> None:
    write(on_the_stick, places, "Chairs")
    assert backups_of_path(places.backups, on_the_stick)


def test_a_stick_that_is_pulled_costs_nothing(on_the_stick: Path, places: Places, tmp_path: Path) -> None:
    drawer = tmp_path / "drawer"
    workshop = open_anywhere(on_the_stick, places)
    workshop.apply(add_note(story.BOARD, "Chairs"))
    on_the_stick.parent.rename(drawer)
    with pytest.raises(DiskTrouble, match="Put the stick back"):
        workshop.close()
    (left,) = waiting(places)
    assert left.original == on_the_stick
    drawer.rename(on_the_stick.parent)
    with open_anywhere(on_the_stick, places) as again:
        assert any("had not come back" in notice for notice in again.notices)
        assert story.state(again).words == ("Chairs", "Tea")
    assert words_in(on_the_stick, places) == ("Chairs", "Tea")
    assert waiting(places) == []


def test_after_a_crash_the_next_opening_goes_on_with_the_copy(
    on_the_stick: Path, places: Places, killed: Callable[[Path], None]
) -> None:
    away = Away.take(on_the_stick, places)
    away.leave()
    killed(away.copy)
    assert [left.copy for left in waiting(places)] == [away.copy]
    with open_anywhere(on_the_stick, places) as workshop:
        assert len(story.state(workshop).words) == 1 + story.MANY
    assert len(words_in(on_the_stick, places)) == 1 + story.MANY


@pytest.mark.skipif(sys.platform == "win32", reason="there locks do not depend on who closes a file")
def test_to_ask_what_waits_takes_no_lock_from_the_copy_that_is_open(on_the_stick: Path, places: Places) -> None:
    """POSIX locks of a process go when it closes any handle of the file (sqlite.org/howtocorrupt.html, 2.2)."""
    with open_anywhere(on_the_stick, places) as workshop:
        workshop.apply(add_note(story.BOARD, "Here"))
        (copy,) = (places.state / "away").glob("*/hall.workshop")
        assert is_held(copy)
        assert waiting(places, workshop.path) == []
        assert is_held(copy)


def is_held(file: Path) -> bool:
    """Whether another program finds the bytes locked by which SQLite says that it reads the file."""
    look = "import fcntl, sys; fcntl.lockf(open(sys.argv[1], 'rb+'), fcntl.LOCK_EX | fcntl.LOCK_NB, 510, 0x40000002)"
    done = subprocess.run([sys.executable, "-c", look, str(file)], capture_output=True, text=True, check=False)
    assert done.returncode == 0 or "BlockingIOError" in done.stderr
    return done.returncode != 0


def test_where_both_went_on_neither_is_lost(on_the_stick: Path, places: Places, tmp_path: Path) -> None:
    workshop = open_anywhere(on_the_stick, places)
    workshop.apply(add_note(story.BOARD, "Here"))
    other = shutil.copy(on_the_stick, tmp_path / "other.workshop")
    with Workshop.open(Path(other), places) as elsewhere:
        elsewhere.apply(add_note(story.BOARD, "There"))
    shutil.copy(other, on_the_stick)
    with pytest.raises(FileTrouble, match="changed by somebody else"):
        workshop.close()
    with pytest.raises(BothWentOn, match="can be brought together"):
        open_anywhere(on_the_stick, places)
    (left,) = waiting(places)
    assert words_in(left.copy, places) == ("Here", "Tea")
    assert words_in(on_the_stick, places) == ("Tea", "There")
    bring_both_together(left, places)
    assert words_in(on_the_stick, places) == ("Tea", "There")
    open_anywhere(on_the_stick, places).close()
    assert words_in(on_the_stick, places) == ("Here", "Tea", "There")
    assert waiting(places) == []


def test_a_file_that_is_changed_once_more_while_the_two_are_brought_together_is_not_written_over(
    on_the_stick: Path, places: Places
) -> None:
    workshop = open_anywhere(on_the_stick, places)
    workshop.apply(add_note(story.BOARD, "Here"))
    other = Path(shutil.copy(on_the_stick, places.state / "other.workshop"))
    for words in ("There", "Late"):
        with Workshop.open(other, places) as elsewhere:
            elsewhere.apply(add_note(story.BOARD, words))
        if words == "There":
            shutil.copy(other, on_the_stick)
            with pytest.raises(FileTrouble, match="changed by somebody else"):
                workshop.close()
            bring_both_together(waiting(places)[0], places)
    shutil.copy(other, on_the_stick)
    with pytest.raises(BothWentOn):
        open_anywhere(on_the_stick, places)
    assert words_in(on_the_stick, places) == ("Late", "Tea", "There")


def test_what_a_crash_left_on_the_stick_is_taken_along_and_cleared_away(
    on_the_stick: Path, places: Places, killed: Callable[[Path], None]
) -> None:
    killed(on_the_stick)
    write(on_the_stick, places, "Chairs")
    assert len(words_in(on_the_stick, places)) == 2 + story.MANY
    assert [path.name for path in on_the_stick.parent.glob("hall*")] == ["hall.workshop"]


def test_two_laptops_cannot_have_it_at_once(on_the_stick: Path, places: Places) -> None:
    first = open_anywhere(on_the_stick, places)
    with pytest.raises(FileTrouble, match="open on another laptop"):
        open_anywhere(on_the_stick, places)
    first.close()
    open_anywhere(on_the_stick, places).close()


def test_a_file_that_is_not_there_makes_nothing(tmp_path: Path, places: Places) -> None:
    with pytest.raises(NotFound):
        open_anywhere(tmp_path / "Dropbox" / "gone.workshop", places)
    with pytest.raises(NotFound, match="Put the stick back"):
        Away.take(tmp_path / "Dropbox" / "gone.workshop", places)
