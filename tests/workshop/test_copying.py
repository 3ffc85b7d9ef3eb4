"""A copy elsewhere is whole or not there, and never takes the place of somebody's work (faults.md, R3, R14)."""

from __future__ import annotations

import shutil
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from facilitator.domain.errors import Cancelled, DiskTrouble, FileTrouble
from facilitator.domain.gestures.board import add_board
from facilitator.workshop.copying import copy_to, last_backup
from facilitator.workshop.places import Places
from facilitator.workshop.workshop import Workshop

if TYPE_CHECKING:
    from pathlib import Path

ELSEWHERE = """
import resource, signal, sys
from pathlib import Path
from facilitator.domain.errors import DiskTrouble
from facilitator.workshop import copying
from facilitator.workshop.places import Places
from facilitator.workshop.workshop import Workshop

signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
with Workshop.open(Path(sys.argv[1]), Places.under(Path(sys.argv[3]))) as workshop:
    back_up = workshop.back_up
    def then_full(why):
        made = back_up(why)
        resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, resource.getrlimit(resource.RLIMIT_FSIZE)[1]))
        return made
    workshop.back_up = then_full
    try:
        copying.copy_to(workshop, Path(sys.argv[2]), Places.under(Path(sys.argv[3])))
    except DiskTrouble as trouble:
        print(trouble)
    hard = resource.getrlimit(resource.RLIMIT_FSIZE)[1]
    resource.setrlimit(resource.RLIMIT_FSIZE, (hard, hard))
"""


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    folder = tmp_path / "stick"
    folder.mkdir()
    return folder / "hall.workshop"


def test_a_copy_can_be_opened_and_says_the_same(workshop: Workshop, stick: Path, places: Places) -> None:
    workshop.apply(add_board("Who tells whom?"))
    made = copy_to(workshop, stick, places)
    assert made.path == stick
    assert list(stick.parent.iterdir()) == [stick]
    with Workshop.open(stick, Places.under(stick.parent / "state")) as copy:
        assert copy.file_id == workshop.file_id
        assert [entry.code for entry in copy.history()] == [entry.code for entry in workshop.history()]
        assert copy.check() == []


def test_an_older_copy_is_brought_up_to_date(workshop: Workshop, stick: Path, places: Places) -> None:
    copy_to(workshop, stick, places)
    before = stick.read_bytes()
    workshop.apply(add_board("Who tells whom?"))
    copy_to(workshop, stick, places)
    assert stick.read_bytes() != before


def test_a_copy_that_was_worked_on_elsewhere_is_left_as_it_is(
    workshop: Workshop, stick: Path, places: Places, tmp_path: Path
) -> None:
    copy_to(workshop, stick, places)
    with Workshop.open(stick, Places.under(tmp_path / "other")) as other:
        other.apply(add_board("Asked on the other laptop"))
    theirs = stick.read_bytes()
    with pytest.raises(FileTrouble, match="changes that this laptop does not have"):
        copy_to(workshop, stick, places)
    assert stick.read_bytes() == theirs


def test_another_workshop_is_not_written_over(workshop: Workshop, stick: Path, places: Places) -> None:
    Workshop.new(stick, "Library", places).close()
    theirs = stick.read_bytes()
    with pytest.raises(FileTrouble, match="another workshop"):
        copy_to(workshop, stick, places)
    assert stick.read_bytes() == theirs


def test_a_file_that_is_no_workshop_is_not_written_over(workshop: Workshop, stick: Path, places: Places) -> None:
    stick.write_bytes(b"%PDF a flyer")
    with pytest.raises(FileTrouble, match="no copy of this workshop"):
        copy_to(workshop, stick, places)
    assert stick.read_bytes() == b"%PDF a flyer"


def test_a_copy_that_is_open_elsewhere_is_left_alone(workshop: Workshop, stick: Path, places: Places) -> None:
    copy_to(workshop, stick, places)
    with (
        Workshop.open(stick, Places.under(stick.parent / "state")),
        pytest.raises(FileTrouble, match="open, or was not closed"),
    ):
        copy_to(workshop, stick, places)


def test_the_workshop_itself_is_no_place_for_its_copy(workshop: Workshop, places: Places) -> None:
    with pytest.raises(FileTrouble, match="the workshop itself"):
        copy_to(workshop, workshop.path, places)
    workshop.apply(add_board("It goes on"))


def test_a_stick_that_is_gone_is_said_in_a_sentence(workshop: Workshop, stick: Path, places: Places) -> None:
    stick.parent.rmdir()
    with pytest.raises(DiskTrouble, match="Put the stick back"):
        copy_to(workshop, stick, places)
    assert not stick.parent.exists()


def test_a_stick_pulled_while_it_is_written_leaves_no_copy(workshop: Workshop, stick: Path, places: Places) -> None:
    def pull(part: float) -> None:
        if part > 0.5:
            shutil.rmtree(stick.parent)

    with pytest.raises(DiskTrouble):
        copy_to(workshop, stick, places, pull)
    assert not stick.exists()


def test_what_the_stick_did_not_keep_is_no_copy(workshop: Workshop, stick: Path, places: Places) -> None:
    """As with a stick that claims to be larger than it is: what is read back is not what was written."""
    spoilt: list[bool] = []

    def spoil(part: float) -> None:
        if part >= 0.5 and not spoilt:
            spoilt.append(True)
            for file in stick.parent.glob(".*.part"):
                file.write_bytes(file.read_bytes()[:-1] + b"?")

    copy_to(workshop, stick, places)
    before = stick.read_bytes()
    with pytest.raises(DiskTrouble, match="did not keep"):
        copy_to(workshop, stick, places, spoil)
    assert spoilt
    assert stick.read_bytes() == before
    assert list(stick.parent.iterdir()) == [stick]


def test_a_copy_that_is_stopped_leaves_nothing(workshop: Workshop, stick: Path, places: Places) -> None:
    def stop(_part: float) -> None:
        raise Cancelled("Stopped. Nothing was changed.")

    with pytest.raises(Cancelled):
        copy_to(workshop, stick, places, stop)
    assert list(stick.parent.iterdir()) == []


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no limit on the size of a file")
def test_a_full_stick_is_said_and_the_copy_before_stays(tmp_path: Path, stick: Path, root: Path) -> None:
    places = Places.under(tmp_path / "state")
    path = tmp_path / "hall.workshop"
    with Workshop.new(path, "Millbrook", places) as workshop:
        copy_to(workshop, stick, places)
    before = stick.read_bytes()
    command = [sys.executable, "-c", ELSEWHERE, str(path), str(stick), str(places.state)]
    done = subprocess.run(command, cwd=root, capture_output=True, text=True, timeout=60, check=True)
    assert "Choose another place" in done.stdout or "choose another place" in done.stdout
    assert stick.read_bytes() == before
    assert list(stick.parent.iterdir()) == [stick]


def test_home_can_ask_for_the_last_backup_of_a_closed_file(tmp_path: Path, places: Places) -> None:
    path = tmp_path / "closed.workshop"
    assert last_backup(path, places) is None
    with Workshop.new(path, "Millbrook", places) as workshop:
        made = workshop.back_up("now")
    assert made.exists()
    assert last_backup(path, places) is not None
