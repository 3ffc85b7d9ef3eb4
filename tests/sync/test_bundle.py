"""A bundle is whole and read back, or not there; and it opens for those it was made for, and for nobody else."""

from __future__ import annotations

import hashlib
import lzma
import random
import sqlite3
import stat
import subprocess
import sys
import uuid
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from pyrage import DecryptError, encrypt_io, x25519
from pyrage import passphrase as age

from facilitator.domain.board import Note
from facilitator.domain.change import Change
from facilitator.domain.errors import BadInput, Cancelled, DiskTrouble, Expected, FileTrouble, NewerFile, NotFound
from facilitator.domain.gestures.board import add_board, add_note
from facilitator.sync.bundle import For, make_bundle
from facilitator.sync.bundle_format import HEAD, LARGEST, MAGIC
from facilitator.sync.bundle_opening import Opener, open_bundle
from facilitator.workshop.places import Places
from facilitator.workshop.workshop import Workshop

if TYPE_CHECKING:
    from collections.abc import Iterator

FOUR_WORDS = "ferry nettle candle harbour"
OFFICE = x25519.Identity.generate()
FOR_THE_OFFICE = For((str(OFFICE.to_public()),))
THE_OFFICE = Opener((str(OFFICE),))


@pytest.fixture
def places(tmp_path: Path) -> Places:
    return Places.under(tmp_path / "state")


@pytest.fixture
def workshop(tmp_path: Path, places: Places) -> Iterator[Workshop]:
    with Workshop.new(tmp_path / "hall.workshop", "Millbrook", places) as opened:
        opened.apply(add_board("What would help?"))
        yield opened


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    folder = tmp_path / "stick"
    folder.mkdir()
    return folder


@pytest.fixture
def bundle(workshop: Workshop, stick: Path) -> Path:
    return make_bundle(workshop, stick / "hall.bundle", FOR_THE_OFFICE).path


def sealed(path: Path, inside: bytes) -> Path:
    """What somebody who knows the office's public key may have made."""
    with path.open("wb") as file:
        reader = path.with_suffix(".inside")
        reader.write_bytes(inside)
        with reader.open("rb") as source:
            encrypt_io(source, file, [OFFICE.to_public()])
        reader.unlink()
    return path


def packed(file: bytes, size: int | None = None, digest: bytes = b"") -> bytes:
    """The inside of a bundle, with what it says of itself."""
    head = HEAD.pack(len(file) if size is None else size, digest or hashlib.sha256(file).digest())
    return MAGIC + head + lzma.compress(file)


def refused(bundle: Path, opener: Opener = THE_OFFICE) -> str:
    """How a bundle is refused: one sentence or two, and nothing left of it."""
    folder = bundle.parent / "out"
    folder.mkdir(exist_ok=True)
    with pytest.raises(Expected) as refusal:
        open_bundle(bundle, folder / "out.workshop", opener)
    assert list(folder.iterdir()) == []
    return str(refusal.value)


def test_what_the_office_opens_is_the_whole_workshop(bundle: Path, places: Places, tmp_path: Path) -> None:
    out = open_bundle(bundle, tmp_path / "table-2.workshop", THE_OFFICE)
    with Workshop.open(out, places) as opened:
        assert opened.title == "Millbrook"
        assert opened.check() == []
        assert [entry.code for entry in opened.history()] == ["board-add", "workshop-new"]


def test_several_people_can_each_open_it(workshop: Workshop, stick: Path) -> None:
    other = x25519.Identity.generate()
    made = make_bundle(workshop, stick / "both.bundle", For((*FOR_THE_OFFICE.keys, str(other.to_public()))))
    for number, secret in enumerate((OFFICE, other)):
        assert open_bundle(made.path, stick / f"{number}.workshop", Opener((str(secret),))).exists()


def test_a_passphrase_opens_what_was_made_with_it(workshop: Workshop, stick: Path) -> None:
    made = make_bundle(workshop, stick / "hall.bundle", For(passphrase=FOUR_WORDS))
    assert open_bundle(made.path, stick / "out.workshop", Opener(passphrase=FOUR_WORDS)).exists()
    assert "passphrase does not open" in refused(made.path, Opener(passphrase="ferry nettle candle harbor"))
    assert "locked with a passphrase" in refused(made.path, THE_OFFICE)


def test_a_right_passphrase_opens_it_also_while_another_program_keeps_the_computer_busy(
    workshop: Workshop, stick: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = make_bundle(workshop, stick / "hall.bundle", For(passphrase=FOUR_WORDS))
    busy, decrypt = iter(range(5)), age.decrypt

    def measured_while_busy(locked: bytes, passphrase: str) -> bytes:
        if next(busy, None) is not None:
            raise DecryptError("Excessive work parameter for passphrase.\nDecryption would take around 32 seconds.")
        return decrypt(locked, passphrase)

    monkeypatch.setattr(age, "decrypt", measured_while_busy)
    assert open_bundle(made.path, stick / "out.workshop", Opener(passphrase=FOUR_WORDS)).exists()


def test_what_would_take_this_computer_far_too_long_is_said_to_be_that_and_not_a_wrong_passphrase(
    workshop: Workshop, stick: Path
) -> None:
    made = make_bundle(workshop, stick / "hall.bundle", For(passphrase=FOUR_WORDS))
    beginning, scrypt, rest = made.path.read_bytes().split(b"\n", 2)
    made.path.write_bytes(b"\n".join((beginning, scrypt.rsplit(b" ", 1)[0] + b" 30", rest)))
    assert "locked on a much faster computer" in refused(made.path, Opener(passphrase=FOUR_WORDS))


def test_nothing_that_was_written_can_be_read_on_the_stick(workshop: Workshop, stick: Path) -> None:
    made = make_bundle(workshop, stick / "hall.bundle", FOR_THE_OFFICE)
    said = made.path.read_bytes()
    assert all(words not in said for words in (b"Millbrook", b"SQLite", b"What would help"))


def test_somebody_elses_key_does_not_open_it(bundle: Path) -> None:
    assert "made for another key" in refused(bundle, Opener((str(x25519.Identity.generate()),)))
    assert "Open it where that key is" in refused(bundle, Opener())


@pytest.mark.parametrize("rounds", [100, pytest.param(1000, marks=pytest.mark.long)])
def test_whatever_bit_is_turned_and_wherever_it_is_cut_it_is_refused(bundle: Path, rounds: int) -> None:
    whole = bundle.read_bytes()
    chance = random.Random(rounds)
    for number in range(rounds):
        damaged = bytearray(whole)
        if number % 4 == 0:
            del damaged[chance.randrange(len(whole)) :]
        elif number % 4 == 1:
            damaged += bytes([chance.randrange(256)])
        else:
            at = chance.randrange(300) if number % 4 == 2 else chance.randrange(len(whole))
            damaged[at] ^= 1 << chance.randrange(8)
        bundle.write_bytes(damaged)
        refused(bundle)


@pytest.mark.parametrize("beginning", [b"", b"PK\x03\x04", b"SQLite format 3\0", b"age-encryption.org/v2\n"])
def test_what_is_no_bundle_is_refused(stick: Path, beginning: bytes) -> None:
    other = stick / "other.bundle"
    other.write_bytes(beginning)
    assert "other.bundle is no bundle" in refused(other)


def test_a_bundle_that_is_not_there_is_said_to_be_not_there(stick: Path) -> None:
    with pytest.raises(NotFound, match=r"no file .*gone\.bundle"):
        open_bundle(stick / "gone.bundle", stick / "out.workshop", THE_OFFICE)
    assert "is not a file" in refused(stick)


@pytest.mark.parametrize(
    "inside",
    [
        pytest.param(b"", id="nothing"),
        pytest.param(b"PK\x03\x04../../evil", id="a zip"),
        pytest.param(MAGIC, id="the beginning alone"),
        pytest.param(packed(b"SQLite format 3\0" * 400) + b"more", id="something behind it"),
        pytest.param(packed(b"x" * 5000, size=4000), id="more than it says"),
        pytest.param(packed(b"x" * 5000, size=6000), id="less than it says"),
        pytest.param(packed(b"x" * 5000, digest=bytes(32)), id="another hash"),
        pytest.param(packed(b"x" * 5000)[:-8], id="a stream cut short"),
        pytest.param(packed(b"x", size=LARGEST + 1), id="too large"),
    ],
)
def test_what_somebody_else_has_put_under_the_offices_key_is_refused(stick: Path, inside: bytes) -> None:
    assert "what is in it is no workshop" in refused(sealed(stick / "forged.bundle", inside))


def test_a_bomb_is_refused_before_it_fills_the_disk_or_the_memory(stick: Path) -> None:
    bomb = packed(b"", size=50_000)[: len(MAGIC) + HEAD.size] + lzma.compress(bytes(200 << 20), preset=1)
    told: list[int] = []
    with pytest.raises(BadInput, match="no workshop"):
        open_bundle(
            sealed(stick / "bomb.bundle", bomb), stick / "out.workshop", THE_OFFICE, lambda done, _: told.append(done)
        )
    assert max(told, default=0) <= 50_000
    greedy = [{"id": lzma.FILTER_LZMA2, "preset": 0, "dict_size": 512 << 20}]
    hungry = packed(b"")[: len(MAGIC) + HEAD.size] + lzma.compress(b"x", filters=greedy)
    assert "no workshop" in refused(sealed(stick / "hungry.bundle", hungry))


def test_a_workshop_that_is_not_made_as_ours_is_refused_in_a_bundle_too(workshop: Workshop, stick: Path) -> None:
    backup = workshop.back_up("by-hand")
    newer = bytearray(backup.read_bytes())
    connection = sqlite3.connect(backup)
    connection.execute("CREATE TRIGGER t AFTER INSERT ON note BEGIN DELETE FROM note; END")
    connection.commit()
    connection.close()
    assert "workshop in it is damaged" in refused(sealed(stick / "forged.bundle", packed(backup.read_bytes())))
    newer[60:64] = (99).to_bytes(4)
    path = sealed(stick / "newer.bundle", packed(bytes(newer)))
    with pytest.raises(NewerFile, match=r"newer\.bundle was made by a newer"):
        open_bundle(path, stick / "out.workshop", THE_OFFICE)


def test_a_bundle_or_a_workshop_that_is_there_is_left_as_it_is(workshop: Workshop, bundle: Path) -> None:
    before = bundle.read_bytes()
    with pytest.raises(FileTrouble, match="there already"):
        make_bundle(workshop, bundle, FOR_THE_OFFICE)
    with pytest.raises(FileTrouble, match="there already"):
        open_bundle(bundle, workshop.path, THE_OFFICE)
    assert bundle.read_bytes() == before


def test_a_stick_that_is_gone_is_said_to_be_gone(workshop: Workshop, tmp_path: Path) -> None:
    with pytest.raises(DiskTrouble, match="Put the stick back"):
        make_bundle(workshop, tmp_path / "gone" / "hall.bundle", FOR_THE_OFFICE)


def test_a_folder_is_no_name_for_a_bundle(workshop: Workshop, stick: Path) -> None:
    with pytest.raises(FileTrouble, match="Name a file in it for the bundle"):
        make_bundle(workshop, stick, FOR_THE_OFFICE)


def test_stopping_leaves_nothing(workshop: Workshop, stick: Path) -> None:
    def stop(_done: int, _all: int) -> None:
        raise Cancelled("Stopped.")

    with pytest.raises(Cancelled):
        make_bundle(workshop, stick / "hall.bundle", FOR_THE_OFFICE, stop)
    assert list(stick.iterdir()) == []
    whole = make_bundle(workshop, stick / "hall.bundle", FOR_THE_OFFICE)
    with pytest.raises(Cancelled):
        open_bundle(whole.path, stick / "out.workshop", THE_OFFICE, stop)
    assert [path.name for path in stick.iterdir()] == ["hall.bundle"]


def test_what_the_stick_did_not_keep_is_no_bundle(workshop: Workshop, stick: Path) -> None:
    """As with a stick that claims to be larger than it is: what is read back is not what was written."""
    spoilt: list[Path] = []

    def spoil(done: int, everything: int) -> None:
        if done == everything // 2 and not spoilt:
            spoilt.extend(file for file in stick.glob(".*.part") if file.stat().st_size)
            for file in spoilt:
                file.write_bytes(file.read_bytes()[:-1] + b"?")

    with pytest.raises(DiskTrouble, match="did not keep"):
        make_bundle(workshop, stick / "hall.bundle", FOR_THE_OFFICE, spoil)
    assert spoilt
    assert list(stick.iterdir()) == []


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such limit")
@pytest.mark.parametrize("whom", ["keys", "passphrase"])
def test_a_stick_that_is_full_is_said_to_be_full_and_nothing_is_left(
    workshop: Workshop, stick: Path, root: Path, whom: str
) -> None:
    workshop.close()
    made = "For(passphrase=FOUR_WORDS)" if whom == "passphrase" else "FOR_THE_OFFICE"
    lines = f"""
import resource, signal, sys
from pathlib import Path
from facilitator.domain.errors import DiskTrouble
from facilitator.workshop.places import Places
from facilitator.workshop.workshop import Workshop
from tests.sync.test_bundle import FOR_THE_OFFICE, FOUR_WORDS, For, make_bundle
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
path, out, state = map(Path, sys.argv[1:])
with Workshop.open(path, Places.under(state)) as workshop:
    back_up = workshop.back_up
    def then_full(why):
        made = back_up(why)
        resource.setrlimit(resource.RLIMIT_FSIZE, (4_000, resource.getrlimit(resource.RLIMIT_FSIZE)[1]))
        return made
    workshop.back_up = then_full
    try:
        make_bundle(workshop, out, {made})
    except DiskTrouble as trouble:
        print(trouble)
    hard = resource.getrlimit(resource.RLIMIT_FSIZE)[1]
    resource.setrlimit(resource.RLIMIT_FSIZE, (hard, hard))
"""
    command = [sys.executable, "-c", lines, str(workshop.path), str(stick / "hall.bundle"), str(stick.parent / "state")]
    done = subprocess.run(command, cwd=root, capture_output=True, text=True, check=False)
    assert f"The bundle hall.bundle could not be written in {stick}. It needs up to " in done.stdout, done.stderr
    assert "choose another stick or folder" in done.stdout
    assert list(stick.iterdir()) == []


@pytest.mark.skipif(sys.platform == "win32", reason="it forks")
@pytest.mark.parametrize("rounds", [50, pytest.param(1000, marks=pytest.mark.long)])
def test_killed_at_any_moment_a_bundle_is_whole_or_not_there(tmp_path: Path, root: Path, rounds: int) -> None:
    command = [sys.executable, "-m", "tests.sync.drive_bundle_kills", str(tmp_path), str(rounds)]
    done = subprocess.run(command, cwd=root, capture_output=True, text=True, check=False)
    assert done.stdout.strip() == f"{rounds} killed, 0 half", done.stdout + done.stderr


def test_two_thousand_rows_are_less_than_a_megabyte(workshop: Workshop, stick: Path) -> None:
    chance = random.Random(1)
    words = [f"{chance.randrange(1 << 24):x}" for _ in range(3000)]
    board = uuid.uuid4()
    notes = [add_note(board, " ".join(chance.choices(words, k=10))) for _ in range(2000)]
    workshop.apply(add_board("Which words?", board_id=board))
    workshop.apply(Change("notes-import", tuple(edit for note in notes for edit in note.edits)))
    assert workshop.read(lambda reader: reader.count(Note)) == 2000
    assert make_bundle(workshop, stick / "hall.bundle", FOR_THE_OFFICE).size < 1_000_000


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such modes")
def test_what_comes_out_is_as_private_as_a_workshop(bundle: Path, tmp_path: Path) -> None:
    out = open_bundle(bundle, tmp_path / "out.workshop", THE_OFFICE)
    assert stat.S_IMODE(out.stat().st_mode) == 0o600


@pytest.mark.parametrize(
    ("keys", "passphrase"), [((), ""), (("age1x",), ""), ((), "short"), (FOR_THE_OFFICE.keys, FOUR_WORDS)]
)
def test_a_bundle_is_for_somebody_and_its_passphrase_is_not_short(keys: tuple[str, ...], passphrase: str) -> None:
    with pytest.raises(BadInput):
        For(keys, passphrase)
