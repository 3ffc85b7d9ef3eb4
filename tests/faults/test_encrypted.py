"""S11: a workshop with a passphrase opens with that and nothing else, and so does everything that is copied from it."""

from __future__ import annotations

import random
import shutil
import signal
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from sqlcipher3 import dbapi2

from facilitator.domain.errors import BadInput, FileTrouble, NeedsPassphrase, NotAWorkshop, ReadOnly
from facilitator.domain.gestures.board import add_note
from facilitator.store.identify import looks_encrypted
from facilitator.sync.bundle import For, make_bundle
from facilitator.sync.bundle_opening import Opener, open_bundle
from facilitator.sync.merging import merge
from facilitator.workshop.copying import copy_to
from facilitator.workshop.locking_away import set_passphrase
from facilitator.workshop.places import Places
from facilitator.workshop.workshop import Workshop
from tests.faults import story

if TYPE_CHECKING:
    from pathlib import Path

WORDS = "ferry 'nettle' candle"
OTHERS = "harbour lemon saddle"


@pytest.fixture
def locked(closed: Path, places: Places) -> Path:
    """The closed workshop, given a passphrase."""
    set_passphrase(closed, places, "", WORDS)
    return closed


def words_in(path: Path, places: Places, passphrase: str = "") -> tuple[str, ...]:
    with Workshop.open(path, places, passphrase=passphrase) as workshop:
        assert workshop.check() == []
        return story.state(workshop).words


def test_it_opens_with_its_passphrase_and_nothing_else(locked: Path, places: Places) -> None:
    assert words_in(locked, places, WORDS) == ("Tea",)
    before = locked.read_bytes()
    with pytest.raises(NeedsPassphrase, match="is encrypted"):
        Workshop.open(locked, places)
    for wrong in ("ferry nettle candle", WORDS + " ", "x"):
        with pytest.raises(NeedsPassphrase, match="not the passphrase"):
            Workshop.open(locked, places, passphrase=wrong)
    assert locked.read_bytes() == before
    assert [path.name for path in locked.parent.glob("hall*")] == ["hall.workshop"]


def test_a_salt_that_begins_as_a_text_file_does_is_asked_for_its_passphrase_too(locked: Path, places: Places) -> None:
    locked.write_bytes(b"{" + locked.read_bytes()[1:])
    assert looks_encrypted(locked)
    with pytest.raises(NeedsPassphrase, match="is encrypted"):
        Workshop.open(locked, places)


def test_nothing_of_it_can_be_read_on_the_disk(locked: Path, places: Places, capfd: pytest.CaptureFixture[str]) -> None:
    with Workshop.open(locked, places, passphrase=WORDS) as workshop:
        workshop.apply(add_note(story.BOARD, "Somebody's secret"))
        for path in locked.parent.glob("hall.workshop*"):
            assert all(word not in path.read_bytes() for word in (b"secret", b"Millbrook", b"SQLite"))
    with pytest.raises(NeedsPassphrase):
        Workshop.open(locked, places, passphrase="wrong")
    assert capfd.readouterr().err == ""


def test_a_plain_file_does_not_mind_a_passphrase(closed: Path, places: Places) -> None:
    assert words_in(closed, places, WORDS) == ("Tea",)


def test_the_passphrase_can_be_changed_and_taken_away(locked: Path, places: Places) -> None:
    with Workshop.open(locked, places, passphrase=WORDS) as workshop:
        before = workshop.history()
    set_passphrase(locked, places, WORDS, OTHERS)
    with pytest.raises(NeedsPassphrase):
        Workshop.open(locked, places, passphrase=WORDS)
    with Workshop.open(locked, places, passphrase=OTHERS) as workshop:
        assert workshop.history() == before
    set_passphrase(locked, places, OTHERS, "")
    assert words_in(locked, places) == ("Tea",)
    assert [path.name for path in locked.parent.glob("[.]*")] == []


def test_without_the_present_one_it_cannot_be_changed(locked: Path, places: Places) -> None:
    before = locked.read_bytes()
    with pytest.raises(NeedsPassphrase):
        set_passphrase(locked, places, "", OTHERS)
    with pytest.raises(NeedsPassphrase):
        set_passphrase(locked, places, "wrong", OTHERS)
    with pytest.raises(BadInput, match="too short"):
        set_passphrase(locked, places, WORDS, "short")
    with pytest.raises(BadInput, match="NUL"):
        set_passphrase(locked, places, WORDS, "four words \x00 and")
    with Workshop.open(locked, places, passphrase=WORDS), pytest.raises(ReadOnly):
        set_passphrase(locked, places, WORDS, OTHERS)
    assert locked.read_bytes() == before


def test_its_backups_are_as_closed_to_others(closed: Path, places: Places) -> None:
    with Workshop.open(closed, places) as workshop:
        workshop.apply(add_note(story.BOARD, "Chairs"))
    done = set_passphrase(closed, places, "", WORDS)
    with Workshop.open(closed, places, passphrase=WORDS) as workshop:
        workshop.apply(add_note(story.BOARD, "Tables"))
    with Workshop.open(closed, places, passphrase=WORDS) as workshop:
        backups = [backup.path for backup in workshop.backups()]
    assert (done.backups, done.left) == (3, ())
    assert len(backups) == 4
    assert all(looks_encrypted(backup) for backup in backups)
    assert len(words_in(backups[0], places, WORDS)) == 3


def test_a_copy_on_a_stick_and_what_is_in_a_bundle_stay_encrypted(locked: Path, places: Places, tmp_path: Path) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    with Workshop.open(locked, places, passphrase=WORDS) as workshop:
        copy_to(workshop, stick / "hall.workshop", places)
        copy_to(workshop, stick / "hall.workshop", places)
        bundle = make_bundle(workshop, stick / "hall.bundle", For(passphrase=OTHERS)).path
    out = open_bundle(bundle, stick / "out.workshop", Opener(passphrase=OTHERS))
    for path in (stick / "hall.workshop", out):
        assert looks_encrypted(path)
        assert words_in(path, places, WORDS) == ("Tea",)


def test_copies_that_have_a_passphrase_are_merged(locked: Path, places: Places, tmp_path: Path) -> None:
    plain, other = tmp_path / "plain.workshop", tmp_path / "other.workshop"
    shutil.copy(locked, plain)
    shutil.copy(locked, other)
    set_passphrase(plain, Places.under(tmp_path / "elsewhere"), WORDS, "")
    for path, words in ((plain, "Chairs"), (other, "Tables")):
        with Workshop.open(path, Places.under(tmp_path / words), passphrase=WORDS) as workshop:
            workshop.apply(add_note(story.BOARD, words))
    with Workshop.open(locked, places, passphrase=WORDS) as workshop:
        merge(workshop, [plain, other], places)
        assert story.state(workshop).words == ("Chairs", "Tables", "Tea")
        assert workshop.check() == []


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such signal")
def test_after_a_crash_nothing_is_lost(locked: Path, places: Places, root: Path) -> None:
    lines = f"""
import os, signal, sys
from pathlib import Path
from facilitator.workshop.places import Places
from facilitator.workshop.workshop import Workshop
from tests.faults.story import many_notes, places
path = Path(sys.argv[1])
w = Workshop.open(path, places(path.parent), passphrase={WORDS!r})
w.apply(many_notes())
os.kill(os.getpid(), signal.SIGKILL)
"""
    done = subprocess.run([sys.executable, "-c", lines, str(locked)], cwd=root, check=False)
    assert done.returncode == -signal.SIGKILL
    assert len(words_in(locked, places, WORDS)) == 1 + story.MANY


def test_a_trigger_in_an_encrypted_file_is_refused_too(locked: Path, places: Places) -> None:
    connection = dbapi2.connect(str(locked))
    connection.execute("PRAGMA key='ferry ''nettle'' candle'")
    connection.execute("CREATE TRIGGER t AFTER INSERT ON note BEGIN DELETE FROM note; END")
    connection.commit()
    connection.close()
    with pytest.raises(NotAWorkshop, match="not made the way"):
        Workshop.open(locked, places, passphrase=WORDS)


def test_turned_bits_and_cuts_are_refused(locked: Path, places: Places) -> None:
    whole = locked.read_bytes()
    for seed in range(6):
        chance, said = random.Random(seed), bytearray(whole)
        if seed % 3 == 0:
            del said[chance.randrange(4096, len(said)) // 4096 * 4096 :]
        else:
            said[chance.randrange(len(said))] ^= 1 << chance.randrange(8)
        locked.write_bytes(said)
        with pytest.raises(FileTrouble):
            Workshop.open(locked, places, passphrase=WORDS)


def test_a_plain_file_whose_beginning_is_spoilt_is_damaged_and_not_encrypted(closed: Path, places: Places) -> None:
    said = closed.read_bytes()
    closed.write_bytes(random.Random(1).randbytes(4096) + said[4096:])
    with pytest.raises(NotAWorkshop, match="damaged"):
        Workshop.open(closed, places)


@pytest.mark.parametrize("beginning", [b"PK\x03\x04", b"\xff\xd8\xff", b"\x89PNG", b"age-encryption.org/v1\n"])
def test_other_files_that_look_random_are_called_what_they_are(
    beginning: bytes, tmp_path: Path, places: Places
) -> None:
    path = tmp_path / "other.workshop"
    path.write_bytes((beginning + random.Random(1).randbytes(40_960))[:40_960])
    with pytest.raises(NotAWorkshop):
        Workshop.open(path, places, passphrase=WORDS)
