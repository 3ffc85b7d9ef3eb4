"""The office takes in what comes back on sticks: each file once, a bad one beside good ones, and says what is safe to
delete and what is missing.
"""

from __future__ import annotations

import json
import shutil
import uuid
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pyrage import x25519

from facilitator.cli.main import main
from facilitator.domain.board import Note
from facilitator.domain.change import Change, Insert
from facilitator.domain.errors import Cancelled, FileTrouble, NotAWorkshop, NotFound
from facilitator.domain.gestures.board import add_board, add_note, edit_note, remove_notes_for_good
from facilitator.domain.gestures.hanging import Hanging
from facilitator.domain.gestures.notes import merge_notes, say_by_person
from facilitator.domain.gestures.programme import add_session
from facilitator.store.check import problems
from facilitator.sync.archive import Archive
from facilitator.sync.bundle import For, make_bundle
from facilitator.sync.bundle_opening import Opener
from facilitator.sync.office import Receipt, sync
from facilitator.sync.office_status import status
from facilitator.workshop.forgetting import Wanted, forget
from facilitator.workshop.locking_away import set_passphrase
from facilitator.workshop.places import Places
from facilitator.workshop.reader import Reader
from facilitator.workshop.workshop import Workshop
from tests.sync.laptops import BOARD, Laptop

WORDS = "three wet boots"
TEA, CAKE, AMINA = (uuid.UUID(int=number) for number in (11, 12, 31))
Copied = Callable[[Laptop, str], Laptop]


@pytest.fixture
def places(tmp_path: Path) -> Places:
    return Places.under(tmp_path / "office-laptop")


@pytest.fixture
def archive(tmp_path: Path, places: Places) -> Iterator[Archive]:
    with Archive.create(tmp_path / "archive.office", places.device.name) as made:
        yield made


def take(archive: Archive, places: Places, *laptops: Laptop | Path) -> list[Receipt]:
    for laptop in laptops:
        if isinstance(laptop, Laptop):
            laptop.close()
    return sync(archive, [one.path if isinstance(one, Laptop) else one for one in laptops], places)


def notes(archive: Archive) -> list[str]:
    with archive.snapshot() as connection:
        return sorted(note.text for note in Reader(connection).find(Note))


def is_whole(archive: Archive) -> bool:
    """Whether the archive's tables say what its log says; the tables that only an archive has are strangers."""
    with archive.snapshot() as connection:
        return all(one.startswith(("archive_", "ix_archive_")) for one in problems(connection))


def another(tmp_path: Path, title: str, text: str) -> Path:
    path = tmp_path / f"{title}.workshop"
    with Workshop.new(path, title, Places.under(tmp_path / title)) as workshop:
        board = workshop.apply(add_board("Who would come?")).inserted[0].id
        workshop.apply(add_note(board, text))
    return path


def test_laptops_of_several_workshops_come_together_each_file_once(
    archive: Archive, places: Places, first: Laptop, second: Laptop, tmp_path: Path
) -> None:
    first.does(add_note(BOARD, "Tea"))
    second.does(add_note(BOARD, "Cake"))
    other = another(tmp_path, "Harbour", "Boats")
    receipts = take(archive, places, first, second, other)
    assert [(one.state, one.title, one.safe_to_delete) for one in receipts] == [
        ("new", "Millbrook", True),
        ("new", "Millbrook", True),
        ("new", "Harbour", True),
    ]
    assert receipts[1].added == 1
    assert notes(archive) == ["Boats", "Cake", "Tea"]
    again = take(archive, places, first, second, other)
    assert {(one.state, one.added, one.safe_to_delete) for one in again} == {("known", 0, True)}
    assert notes(archive) == ["Boats", "Cake", "Tea"]


def test_a_later_file_of_a_laptop_brings_only_what_is_new(archive: Archive, places: Places, first: Laptop) -> None:
    first.does(add_note(BOARD, "Tea"))
    take(archive, places, first)
    first.does(add_note(BOARD, "Cake"))
    (receipt,) = take(archive, places, first)
    assert (receipt.state, receipt.added) == ("new", 1)
    assert notes(archive) == ["Cake", "Tea"]


def test_an_older_file_takes_nothing_away(archive: Archive, places: Places, first: Laptop, copied: Copied) -> None:
    older = copied(first, "older")
    first.does(add_note(BOARD, "Tea"))
    take(archive, places, first)
    (receipt,) = take(archive, places, older)
    assert (receipt.state, receipt.added, receipt.safe_to_delete) == ("known", 0, True)
    assert notes(archive) == ["Tea"]


def test_a_bad_file_is_said_and_holds_up_no_other(
    archive: Archive, places: Places, first: Laptop, tmp_path: Path
) -> None:
    first.close()
    stick = tmp_path / "stick"
    stick.mkdir()
    (stick / "a.workshop").write_bytes(b"half copied")
    shutil.copy(first.path, stick / "b.workshop")
    (stick / "notes.txt").write_text("not ours")
    bad, good = sync(archive, [stick], places)
    assert (bad.state, bad.safe_to_delete) == ("refused", False)
    assert bad.why.startswith("a.workshop is not a workshop file")
    assert (good.state, good.safe_to_delete) == ("new", True)


@pytest.mark.parametrize("taken_in", [0, 1, 2])
def test_whoever_stops_is_told_what_came_in_and_what_did_not(
    archive: Archive, places: Places, tmp_path: Path, taken_in: int
) -> None:
    files = [another(tmp_path, title, title) for title in ("Hall", "Park")]

    def stop(done: int, _of: int) -> None:
        if done == taken_in:
            raise Cancelled("Stopped.")

    receipts = sync(archive, files, places, progress=stop)
    assert [one.path for one in receipts] == files
    assert [one.state for one in receipts] == ["new"] * taken_in + ["refused"] * (2 - taken_in)
    assert all("You stopped before its turn came." in one.why for one in receipts[taken_in:])
    assert notes(archive) == ["Hall", "Park"][:taken_in]


def test_an_empty_folder_changes_nothing_and_one_that_is_gone_is_said(
    archive: Archive, places: Places, first: Laptop, tmp_path: Path
) -> None:
    first.does(add_note(BOARD, "Tea"))
    take(archive, places, first)
    (tmp_path / "empty").mkdir()
    assert sync(archive, [tmp_path / "empty"], places) == []
    with pytest.raises(NotFound):
        sync(archive, [first.path, tmp_path / "gone"], places)
    assert notes(archive) == ["Tea"]


def test_a_bundle_is_opened_with_the_offices_own_means(
    archive: Archive, places: Places, first: Laptop, tmp_path: Path
) -> None:
    first.does(add_note(BOARD, "Tea"))
    made = make_bundle(first.workshop, tmp_path / "hall.bundle", For((), "three wet boots"))
    (refused,) = sync(archive, [made.path], places)
    assert refused.state == "refused"
    (receipt,) = sync(archive, [made.path], places, lambda _bundle: Opener(passphrase="three wet boots"))
    assert (receipt.state, receipt.title) == ("new", "Millbrook")
    assert notes(archive) == ["Tea"]


def test_an_encrypted_workshop_opens_with_its_passphrase_and_holds_up_no_other_without_it(
    archive: Archive, places: Places, first: Laptop, tmp_path: Path
) -> None:
    first.does(add_note(BOARD, "Tea"))
    first.close()
    set_passphrase(first.path, first.places, "", WORDS)
    other = another(tmp_path, "Harbour", "Boats")
    locked, taken = take(archive, places, first, other)
    assert (locked.state, locked.locked, taken.state) == ("refused", True, "new")
    assert "hall.workshop is encrypted" in locked.why
    (wrong,) = sync(archive, [first.path], places, lambda _file: Opener(passphrase="four dry socks"))
    assert (wrong.state, wrong.locked) == ("refused", True)
    (receipt,) = sync(archive, [first.path], places, lambda _file: Opener(passphrase=WORDS))
    assert (receipt.state, receipt.title, receipt.safe_to_delete) == ("new", "Millbrook", True)
    assert notes(archive) == ["Boats", "Tea"]


def test_an_encrypted_workshop_in_a_bundle_for_the_office_is_taken_in(
    archive: Archive, places: Places, first: Laptop, tmp_path: Path
) -> None:
    first.does(add_note(BOARD, "Tea"))
    first.close()
    set_passphrase(first.path, first.places, "", WORDS)
    key = x25519.Identity.generate()
    with Workshop.open(first.path, first.places, passphrase=WORDS) as opened:
        made = make_bundle(opened, tmp_path / "hall.bundle", For((str(key.to_public()),)))
    (receipt,) = sync(archive, [made.path], places, lambda _file: Opener((str(key),), WORDS))
    assert (receipt.state, receipt.safe_to_delete) == ("new", True)
    assert notes(archive) == ["Tea"]


def test_the_command_line_takes_an_encrypted_workshop_with_a_passphrase_file(
    first: Laptop, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    first.close()
    set_passphrase(first.path, first.places, "", WORDS)
    archive, secret = str(tmp_path / "all.office"), tmp_path / "words.txt"
    secret.write_text(WORDS)
    assert main(["office", "init", archive]) == 0
    assert main(["office", "sync", archive, str(first.path)]) == 1
    assert "hall.workshop: refused. hall.workshop is encrypted. Say --passphrase-file" in capsys.readouterr().out
    assert main(["office", "sync", archive, str(first.path), "--passphrase-file", str(secret)]) == 0
    assert "safe to delete" in capsys.readouterr().out


def test_a_file_that_was_not_closed_is_kept(archive: Archive, places: Places, first: Laptop) -> None:
    first.does(add_note(BOARD, "Tea"))
    (receipt,) = sync(archive, [first.path], places)
    assert (receipt.state, receipt.safe_to_delete) == ("new", False)
    assert notes(archive) == ["Tea"]


def test_what_was_removed_for_good_is_in_no_byte_of_the_archive(
    archive: Archive, places: Places, first: Laptop, copied: Copied
) -> None:
    first.does(add_note(BOARD, "Zebedee is unkind", note_id=TEA))
    older = copied(first, "older")
    take(archive, places, first)
    first.does(remove_notes_for_good([TEA]))
    take(archive, places, first, older)
    archive.close()
    assert b"Zebedee" not in archive.path.read_bytes()


@pytest.fixture
def of_amina(first: Laptop) -> None:
    """Amina is in the list of people, and has said a note."""
    first.does(Change("person-add", (Insert("participant", AMINA, {"display_name": "Zwetschgella"}),)))
    first.does(add_note(BOARD, "A bench", note_id=TEA), say_by_person([TEA], AMINA))


@pytest.mark.usefixtures("of_amina")
@pytest.mark.parametrize("order", ["the old stick last", "the old stick first"])
def test_what_somebody_said_on_a_laptop_that_did_not_know_she_was_forgotten_is_not_kept_in_the_archive(
    archive: Archive, places: Places, first: Laptop, copied: Copied, order: str
) -> None:
    second = copied(first, "second")
    second.does(add_note(BOARD, "A disclosure", note_id=CAKE), say_by_person([CAKE], AMINA))
    second.does(add_note(BOARD, "Benches in the shade"))
    forget(first.workshop, Wanted(AMINA, "Zwetschgella"))
    laptops = (first, second) if order == "the old stick last" else (second, first)
    earlier, later = take(archive, places, *laptops)
    assert (earlier.forgotten, later.forgotten) == (0, 1)
    assert later.safe_to_delete
    assert notes(archive) == ["Benches in the shade"]
    assert is_whole(archive)
    archive.close()
    kept = archive.path.read_bytes()
    assert b"A disclosure" not in kept
    assert b"Zwetschgella" not in kept


@pytest.mark.usefixtures("of_amina")
def test_the_command_line_says_what_an_old_stick_had_of_somebody_who_was_forgotten(
    first: Laptop, copied: Copied, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    second = copied(first, "second")
    second.does(add_note(BOARD, "A disclosure", note_id=CAKE), say_by_person([CAKE], AMINA))
    forget(first.workshop, Wanted(AMINA, "Zwetschgella"))
    for laptop in (first, second):
        laptop.close()
    archive = str(tmp_path / "all.office")
    assert main(["office", "init", archive]) == 0
    assert main(["office", "sync", archive, str(first.path), str(second.path)]) == 0
    said = capsys.readouterr().out.splitlines()[-1]
    assert "not kept, because people were forgotten: 1 thing; " in said
    assert said.endswith("safe to delete")


@pytest.mark.usefixtures("of_amina")
def test_the_laptop_that_forgets_after_the_archive_did_comes_in_as_ever(
    archive: Archive, places: Places, first: Laptop, copied: Copied
) -> None:
    second = copied(first, "second")
    second.does(add_note(BOARD, "A disclosure", note_id=CAKE), say_by_person([CAKE], AMINA))
    forget(first.workshop, Wanted(AMINA, "Zwetschgella"))
    take(archive, places, first, second)
    second.merges(first)
    (receipt,) = take(archive, places, second)
    assert (receipt.state, receipt.forgotten, receipt.safe_to_delete) == ("new", 0, True)
    assert is_whole(archive)


@pytest.mark.parametrize("order", ["removed first", "made one first"])
def test_the_archive_hides_a_note_that_took_in_one_which_was_removed_for_good_elsewhere(
    archive: Archive, places: Places, first: Laptop, copied: Copied, order: str
) -> None:
    first.does(add_note(BOARD, "A disclosure", note_id=TEA), add_note(BOARD, "A bench", note_id=CAKE))
    second = copied(first, "second")
    second.does(merge_notes(CAKE, TEA, {"text": "A bench, a disclosure"}, ideas=(), hanging=Hanging()))
    first.does(remove_notes_for_good([TEA]))
    laptops = (first, second) if order == "removed first" else (second, first)
    _, receipt = take(archive, places, *laptops)
    assert receipt.hidden == 1
    with archive.snapshot() as connection:
        assert [note.withheld for note in Reader(connection).find(Note)] == [True]


def test_the_office_sees_which_laptops_came_what_is_missing_and_what_is_to_be_chosen(
    archive: Archive, places: Places, first: Laptop, copied: Copied
) -> None:
    first.does(
        add_note(BOARD, "Tea", note_id=TEA),
        add_session("Second morning", date="2020-01-21"),
        add_session("Still to come", date="2999-01-21", position=1.0),
    )
    second = copied(first, "second")
    first.does(edit_note(TEA, "Green tea"))
    second.does(edit_note(TEA, "Black tea"))
    take(archive, places, first, second)
    (one,) = status(archive, "2027-01-01")
    assert (one.title, one.files, one.conflicts) == ("Millbrook", 2, 1)
    assert {laptop.name for laptop in one.laptops} == {first.places.device.name, second.places.device.name}
    assert [(missing.title, missing.day) for missing in one.missing] == [("Second morning", "2020-01-21")]


def test_an_archive_is_never_written_over_and_nothing_else_is_taken_for_one(
    tmp_path: Path, places: Places, first: Laptop
) -> None:
    first.close()
    with pytest.raises(FileTrouble):
        Archive.create(first.path, places.device.name)
    with pytest.raises(NotAWorkshop):
        Archive.open(first.path, places.device.name)
    with pytest.raises(NotFound):
        Archive.open(tmp_path / "nowhere.office", places.device.name)


def test_an_archive_that_is_opened_as_a_workshop_is_said_to_be_one(archive: Archive, places: Places) -> None:
    archive.close()
    with pytest.raises(NotAWorkshop, match=r"is the office's archive, not a workshop\."):
        Workshop.open(archive.path, places)


def test_two_programs_do_not_write_to_one_archive(archive: Archive, places: Places) -> None:
    with pytest.raises(FileTrouble, match="in use"):
        Archive.open(archive.path, places.device.name)


def test_the_command_line_makes_fills_and_shows_an_archive(
    tmp_path: Path, first: Laptop, capsys: pytest.CaptureFixture[str]
) -> None:
    first.does(add_note(BOARD, "Tea"))
    first.close()
    path = tmp_path / "all.office"
    assert main(["office", "init", str(path)]) == 0
    assert main(["office", "init", str(path)]) == 1
    capsys.readouterr()
    assert main(["office", "sync", str(path), str(first.path), "--json"]) == 0
    (receipt,) = json.loads(capsys.readouterr().out)
    assert (receipt["state"], receipt["safe_to_delete"], receipt["title"]) == ("new", True, "Millbrook")
    assert main(["office", "status", str(path), "--json"]) == 0
    (one,) = json.loads(capsys.readouterr().out)
    assert (one["title"], one["files"]) == ("Millbrook", 1)
    bad = tmp_path / "bad.workshop"
    bad.write_bytes(b"x")
    assert main(["office", "sync", str(path), str(bad), str(first.path)]) == 1
    assert "1 of 2 files could not be taken in" in capsys.readouterr().err
    assert main(["office", "sync", "postgresql+psycopg://localhost/x", str(first.path)]) == 1
