"""R16: of two who open a workshop one writes, the other looks on and says why; a lock left behind locks nobody out."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest

from facilitator.domain.errors import Expected, ReadOnly
from facilitator.domain.gestures.board import add_note
from facilitator.workshop.places import Device, Places
from facilitator.workshop.workshop import Workshop
from tests.faults import story

links = pytest.mark.skipif(sys.platform == "win32", reason="making links needs rights on Windows")


@pytest.fixture
def other(tmp_path: Path) -> Places:
    return Places(tmp_path / "other", Device("other", "the other laptop"))


def lock_of(path: Path) -> Path:
    return path.with_name(path.name + "-lock")


def test_the_second_is_read_only_says_where_it_is_open_and_sees_what_is_written_there(
    closed: Path, places: Places, other: Places
) -> None:
    with Workshop.open(closed, other) as first, Workshop.open(closed, places) as second:
        assert not first.read_only
        assert second.read_only
        assert "already open on the other laptop since" in second.notices[0]
        seen = second.data_version()
        first.apply(add_note(story.BOARD, "Coffee"))
        assert second.data_version() != seen
        assert "Coffee" in story.state(second).words
        with pytest.raises(ReadOnly, match="reading only"):
            second.apply(add_note(story.BOARD, "Cake"))
        with pytest.raises(Expected):
            second.undo()
        assert second.check() == []


def test_on_one_laptop_it_is_another_window_and_the_time_is_that_of_the_clock_on_the_wall(
    closed: Path, places: Places
) -> None:
    with Workshop.open(closed, places), Workshop.open(closed, places) as second:
        since = datetime.fromisoformat(json.loads(lock_of(closed).read_text())["since"]).astimezone()
        assert f"already open in another window on this laptop since {since:%H:%M}. You can" in second.notices[0]


@pytest.mark.parametrize("since", ["soon", "0001-01-01T00:00:00+14:00", ""])
def test_a_time_that_is_none_is_left_out(closed: Path, places: Places, other: Places, since: str) -> None:
    with Workshop.open(closed, other):
        lock_of(closed).write_text(json.dumps({"device": "a laptop", "process": 1, "since": since}))
        with Workshop.open(closed, places) as second:
            assert "already open on a laptop. You can" in second.notices[0]


def test_when_the_first_closes_the_next_one_to_open_writes(closed: Path, places: Places, other: Places) -> None:
    Workshop.open(closed, other).close()
    with Workshop.open(closed, places) as workshop:
        assert not workshop.read_only
        assert workshop.notices == ()


@pytest.mark.parametrize("left", [b"", b"{}", b"not json \xff", json.dumps({"device": "x", "process": 1}).encode()])
def test_a_lock_file_without_a_lock_locks_nobody_out(closed: Path, places: Places, left: bytes) -> None:
    lock_of(closed).write_bytes(left)
    with Workshop.open(closed, places) as workshop:
        assert not workshop.read_only
        workshop.apply(add_note(story.BOARD, "Coffee"))
    assert not lock_of(closed).exists()


def test_a_lock_whose_holder_was_killed_locks_nobody_out(
    killed: Callable[[Path], None], closed: Path, places: Places
) -> None:
    killed(closed)
    assert lock_of(closed).exists()
    with Workshop.open(closed, places) as workshop:
        assert not workshop.read_only


def test_something_else_in_the_place_of_the_lock_is_named(closed: Path, places: Places) -> None:
    lock_of(closed).mkdir()
    with Workshop.open(closed, places) as workshop:
        assert workshop.read_only
        assert "hall.workshop-lock" in workshop.notices[0]
        assert "read only" not in workshop.notices[0]
        assert story.state(workshop).words == ("Tea",)
    assert lock_of(closed).is_dir()


@links
def test_a_link_in_the_place_of_the_lock_is_not_followed(closed: Path, places: Places, tmp_path: Path) -> None:
    precious = tmp_path / "precious"
    precious.write_text("do not touch")
    lock_of(closed).symlink_to(precious)
    with Workshop.open(closed, places) as workshop:
        assert workshop.read_only
    assert precious.read_text() == "do not touch"


@links
@pytest.mark.parametrize("end", ["-wal", "-journal", "-shm"])
def test_a_link_in_the_place_of_what_sqlite_writes_is_refused(
    closed: Path, places: Places, tmp_path: Path, end: str
) -> None:
    precious = tmp_path / "precious"
    precious.write_text("do not touch")
    closed.with_name(closed.name + end).symlink_to(precious)
    with pytest.raises(Expected, match="is a link to somewhere else"):
        Workshop.open(closed, places)
    assert precious.read_text() == "do not touch"


@links
def test_a_workshop_opened_through_a_link_is_the_same_workshop(
    closed: Path, places: Places, other: Places, tmp_path: Path
) -> None:
    (tmp_path / "desk").mkdir()
    link = tmp_path / "desk" / "link.workshop"
    link.symlink_to(closed)
    with Workshop.open(link, other) as first, Workshop.open(closed, places) as second:
        assert (first.read_only, second.read_only) == (False, True)
        first.apply(add_note(story.BOARD, "Coffee"))
        assert "Coffee" in story.state(second).words
    assert list(link.parent.iterdir()) == [link]


RACE = """
import sys
from pathlib import Path
from facilitator.workshop.workshop import Workshop
from facilitator.domain.gestures.board import add_note
from tests.faults.story import BOARD, places
path = Path(sys.argv[1])
sys.stdin.readline()
for _ in range(15):
    with Workshop.open(path, places(path.parent)) as workshop:
        if not workshop.read_only:
            workshop.apply(add_note(BOARD, "written"))
            print("written", flush=True)
"""


def test_of_two_programs_that_race_to_open_never_two_write_and_nothing_is_lost(
    closed: Path, places: Places, root: Path
) -> None:
    racers = [
        subprocess.Popen(
            [sys.executable, "-c", RACE, str(closed)],
            cwd=root,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        for _ in range(2)
    ]
    for racer in racers:
        assert racer.stdin is not None
        racer.stdin.write("go\n")
        racer.stdin.flush()
    said = [racer.communicate() for racer in racers]
    assert [err for _, err in said if err] == []
    written = sum(out.count("written") for out, _ in said)
    assert written  # how often each finds the other there is chance; what was said to be written is not
    with Workshop.open(closed, places) as workshop:
        assert story.state(workshop).words.count("written") == written
        assert workshop.check() == []
        assert not workshop.read_only


def test_a_file_removed_while_it_is_open_is_never_said_to_be_saved(closed: Path, places: Places) -> None:
    workshop = Workshop.open(closed, places)
    workshop.apply(add_note(story.BOARD, "Coffee"))
    moved = closed.with_name("moved.workshop")
    os.replace(closed, moved)
    with pytest.raises(Expected, match="not in its place any more"):
        workshop.apply(add_note(story.BOARD, "Cake"))
    closed.write_bytes(b"another file of that name")
    with pytest.raises(Expected, match="not in its place any more"):
        workshop.apply(add_note(story.BOARD, "Cake"))
    copy = workshop.back_up("by-hand")
    workshop.close()
    with Workshop.open(copy, places) as there:
        assert story.state(there).words == ("Coffee", "Tea")
