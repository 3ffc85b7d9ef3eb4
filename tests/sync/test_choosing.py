"""What was written differently is chosen once, and then chosen on every laptop."""

from __future__ import annotations

import json
import uuid
from collections.abc import Callable

import pytest

from facilitator.cli.main import main
from facilitator.domain.change import Change, Delete, Reopen
from facilitator.domain.errors import BadChange, BadInput
from facilitator.domain.gestures.board import add_note, colour_notes, edit_note
from facilitator.workshop.queries.choosing import keep_both, keep_version, write_version
from facilitator.workshop.reader import Reader
from tests.sync.laptops import BOARD, Laptop

TEA = uuid.UUID(int=11)
Copied = Callable[[Laptop, str], Laptop]
Choose = Callable[[Reader, str], Change]


@pytest.fixture
def second(first: Laptop, copied: Copied) -> Laptop:
    """Another laptop on which the same note was reworded."""
    first.does(add_note(BOARD, "Tea", note_id=TEA))
    other = copied(first, "second")
    first.does(edit_note(TEA, "Green tea"))
    other.does(edit_note(TEA, "Black tea"))
    first.merges(other)
    return other


def chosen(laptop: Laptop) -> str:
    (conflict,) = laptop.conflicts()
    return conflict.id


@pytest.mark.parametrize("number", [1, 2])
def test_one_version_is_kept_and_holds_on_both_laptops(first: Laptop, second: Laptop, number: int) -> None:
    name = chosen(first)
    wanted = first.conflicts()[0].versions[number - 1].value
    first.does(first.workshop.read(lambda reader: keep_version(reader, name, number)))
    assert first.conflicts() == []
    second.merges(first)
    assert second.conflicts() == []
    assert first.texts() == second.texts() == [wanted]


def test_a_third_version_is_written(first: Laptop, second: Laptop) -> None:
    name = chosen(first)
    first.does(first.workshop.read(lambda reader: write_version(reader, name, "Tea, any kind")))
    second.merges(first)
    assert first.texts() == second.texts() == ["Tea, any kind"]
    assert first.conflicts() == second.conflicts() == []


def test_both_are_kept_as_two_notes(first: Laptop, second: Laptop) -> None:
    name = chosen(first)
    first.does(first.workshop.read(lambda reader: keep_both(reader, name)))
    second.merges(first)
    assert first.texts() == second.texts() == ["Black tea", "Green tea"]
    assert first.conflicts() == second.conflicts() == []


HOW = {
    "the first kept": lambda reader, name: keep_version(reader, name, 1),
    "the second kept": lambda reader, name: keep_version(reader, name, 2),
    "a third written": lambda reader, name: write_version(reader, name, "Tea, any kind"),
    "both kept": keep_both,
}
in_any_way = pytest.mark.parametrize("choose", HOW.values(), ids=HOW)


@in_any_way
def test_a_choice_that_is_taken_back_is_there_to_be_chosen_again_as_it_was(
    first: Laptop, second: Laptop, choose: Choose
) -> None:
    waiting, texts, name = first.conflicts(), first.texts(), chosen(first)
    first.does(first.workshop.read(lambda reader: choose(reader, name)))
    effects = first.workshop.undo()
    assert (first.conflicts(), first.texts()) == (waiting, texts)
    assert [(cell.id, cell.column) for cell in effects.conflicts] == [(TEA, "text")]
    second.merges(first)
    assert second.conflicts() == waiting
    assert first.workshop.check() == second.workshop.check() == []


@in_any_way
def test_a_choice_that_is_done_again_holds_again_on_both_laptops(first: Laptop, second: Laptop, choose: Choose) -> None:
    name = chosen(first)
    first.does(first.workshop.read(lambda reader: choose(reader, name)))
    texts = first.texts()
    first.workshop.undo()
    first.workshop.redo()
    second.merges(first)
    assert first.conflicts() == second.conflicts() == []
    assert first.texts() == second.texts() == texts


def test_of_several_who_wrote_the_same_the_last_is_named_also_once_a_choice_was_taken_back(
    first: Laptop, copied: Copied
) -> None:
    first.does(add_note(BOARD, "Tea", note_id=TEA))
    second, third = copied(first, "second"), copied(first, "third")
    for minutes, (laptop, words) in enumerate([(third, "Black tea"), (second, "Green tea"), (first, "Green tea")], 1):
        laptop.close()
        laptop.clock = lambda minutes=minutes: 1_900_000_000_000 + 60_000 * minutes  # later than the file was made
        laptop.does(edit_note(TEA, words))
    first.merges(second, third)
    waiting, name = first.conflicts(), chosen(first)
    first.does(first.workshop.read(lambda reader: keep_version(reader, name, 1)))
    first.workshop.undo()
    assert first.conflicts() == waiting
    assert first.places.device.name in {version.device_name for version in waiting[0].versions}


def test_a_choice_that_is_taken_back_after_somebody_chose_again_is_left_alone(first: Laptop, second: Laptop) -> None:
    name = chosen(first)
    first.does(first.workshop.read(lambda reader: keep_version(reader, name, 1)))
    second.merges(first)
    second.does(edit_note(TEA, "White tea"))
    first.merges(second)
    assert first.workshop.undo().left_alone == 1
    assert first.texts() == ["White tea"]
    assert first.conflicts() == []


@pytest.mark.parametrize("number", [1, 2])
def test_whether_a_note_goes_or_stays_is_there_to_be_chosen_again(first: Laptop, copied: Copied, number: int) -> None:
    first.does(add_note(BOARD, "Tea", note_id=TEA))
    other = copied(first, "second")
    first.does(Change("note-remove", (Delete("note", TEA),)))
    other.does(edit_note(TEA, "Green tea"))
    first.merges(other)
    waiting = first.conflicts()
    first.does(first.workshop.read(lambda reader: keep_version(reader, waiting[0].id, number)))
    first.workshop.undo()
    assert (first.conflicts(), first.texts()) == (waiting, [])
    other.merges(first)
    assert (other.conflicts(), other.texts()) == (waiting, [])
    first.workshop.redo()
    assert (first.conflicts(), first.texts()) == ([], ["Green tea"] if number == 2 else [])
    assert first.workshop.check() == other.workshop.check() == []


def test_only_undo_says_several_versions_of_one_thing(first: Laptop, second: Laptop) -> None:
    with pytest.raises(BadChange):
        first.does(Change("note-edit", (Reopen("note", TEA, "text", ("Tea", "Coffee")),)))


@pytest.mark.parametrize(("number", "left"), [(1, []), (2, ["Green tea"])])
def test_what_was_taken_away_here_and_changed_there_goes_or_stays_as_chosen(
    first: Laptop, copied: Copied, number: int, left: list[str]
) -> None:
    first.does(add_note(BOARD, "Tea", note_id=TEA))
    other = copied(first, "second")
    first.does(Change("note-remove", (Delete("note", TEA),)))
    other.does(edit_note(TEA, "Green tea"))
    first.merges(other)
    (conflict,) = first.conflicts()
    assert [version.deleted for version in conflict.versions] == [True, False]
    first.does(first.workshop.read(lambda reader: keep_version(reader, conflict.id, number)))
    other.merges(first)
    assert first.texts() == other.texts() == left
    assert first.conflicts() == other.conflicts() == []
    assert first.workshop.check() == other.workshop.check() == []


def test_of_several_words_on_a_note_that_was_taken_away_those_that_are_kept_are_not_asked_for_again(
    first: Laptop, copied: Copied
) -> None:
    first.does(add_note(BOARD, "Tea", note_id=TEA))
    second, third = copied(first, "second"), copied(first, "third")
    first.does(Change("note-remove", (Delete("note", TEA),)))
    second.does(edit_note(TEA, "Green tea"))
    third.does(edit_note(TEA, "Black tea"))
    first.merges(second, third)
    waiting = first.conflicts()
    number = next(n for n, one in enumerate(waiting[0].versions, 1) if one.value == "Green tea")
    first.does(first.workshop.read(lambda reader: keep_version(reader, waiting[0].id, number)))
    assert (first.conflicts(), first.texts()) == ([], ["Green tea"])
    first.workshop.undo()
    assert (first.conflicts(), first.texts()) == (waiting, [])
    first.workshop.redo()
    assert (first.conflicts(), first.texts()) == ([], ["Green tea"])
    assert first.workshop.check() == []


def test_both_choosing_differently_is_one_more_thing_to_choose(first: Laptop, second: Laptop) -> None:
    second.merges(first)
    name = chosen(first)
    first.does(first.workshop.read(lambda reader: write_version(reader, name, "White tea")))
    second.does(second.workshop.read(lambda reader: write_version(reader, name, "Red tea")))
    first.merges(second)
    assert {one.value for one in first.conflicts()[0].versions} == {"White tea", "Red tea"}


def test_only_the_words_of_a_note_are_kept_twice(first: Laptop, copied: Copied) -> None:
    first.does(add_note(BOARD, "Tea", note_id=TEA))
    other = copied(first, "second")
    first.does(colour_notes([TEA], 2))
    other.does(colour_notes([TEA], 3))
    first.merges(other)
    name = chosen(first)
    with pytest.raises(BadInput):
        first.workshop.read(lambda reader: keep_both(reader, name))
    with pytest.raises(BadInput):
        first.workshop.read(lambda reader: keep_version(reader, name, 3))


def test_the_command_line_lists_and_resolves(first: Laptop, second: Laptop, capsys: pytest.CaptureFixture[str]) -> None:
    first.close()
    assert main(["conflicts", str(first.path), "--json"]) == 0
    (one,) = json.loads(capsys.readouterr().out)
    assert (one["table"], one["row"], one["column"]) == ("note", str(TEA), "text")
    assert {version["value"] for version in one["versions"]} == {"Green tea", "Black tea"}
    assert main(["resolve", str(first.path), one["id"], "--keep", "1", "--text", "x"]) == 1
    assert main(["resolve", str(first.path), one["id"], "--text", "Tea, any kind"]) == 0
    assert main(["resolve", str(first.path), one["id"], "--keep", "1"]) == 1
    assert first.texts() == ["Tea, any kind"]
