"""Merging from the command line, as a person does who was handed a stick."""

from __future__ import annotations

import shlex
import shutil
import uuid
from pathlib import Path

import pytest

from facilitator.domain.errors import FileTrouble
from facilitator.domain.gestures.board import (
    add_board,
    add_note,
    add_theme,
    edit_note,
    group_notes,
    remove_notes_for_good,
)
from facilitator.domain.gestures.people import add_person
from facilitator.domain.gestures.voting import Choice, add_poll, count_ballot, issue_ballots, open_poll, spoil_ballot
from facilitator.workshop.away import open_anywhere
from facilitator.workshop.forgetting import Wanted, forget
from facilitator.workshop.places import Places
from facilitator.workshop.workshop import Workshop
from tests.cli.conftest import Run
from tests.sync.laptops import BOARD

TEA = uuid.UUID(int=2)


@pytest.fixture
def apart(tmp_path: Path) -> tuple[Path, Path]:
    """Two files that went apart: both have other words for one note, and one has a note more."""
    here, there = tmp_path / "hall.workshop", tmp_path / "stick.workshop"
    with Workshop.new(here, "Millbrook", Places.of_this_laptop()) as workshop:
        workshop.apply(add_board("What would help?", board_id=BOARD))
        workshop.apply(add_note(BOARD, "Tea", note_id=TEA))
    shutil.copy(here, there)
    with Workshop.open(here, Places.of_this_laptop()) as workshop:
        workshop.apply(edit_note(TEA, "Green tea"))
    with Workshop.open(there, Places.under(tmp_path / "table 2")) as workshop:
        workshop.apply(edit_note(TEA, "Black tea"))
        workshop.apply(add_note(BOARD, "Cake"))
    return here, there


def test_a_merge_answers_with_the_keys_of_the_contract(apart: tuple[Path, Path], run: Run) -> None:
    answer = run("merge", *apart, "--json").json
    assert (answer["changes_added"], answer["conflicts"], answer["revived"]) == (2, 1, 0)
    assert Path(answer["backup"]).is_file()


def test_a_merge_says_in_words_what_each_laptop_brought(apart: tuple[Path, Path], run: Run) -> None:
    answer = run("merge", *apart)
    assert answer.out.endswith(" brought 1 note; 1 note changed on both.\n")
    assert "1 thing waits for you to choose. See: facilitator conflicts " in answer.err
    assert run("merge", *apart).out == "Nothing new: everything in there was here already.\n"


def test_a_conflict_is_listed_and_resolved_with_one_of_the_versions(apart: tuple[Path, Path], run: Run) -> None:
    here, there = apart
    run("merge", here, there)
    (conflict,) = run("conflicts", here, "--json").json
    assert {"id", "table", "row", "column", "versions"} <= set(conflict)
    assert [version["value"] for version in conflict["versions"]] == ["Green tea", "Black tea"]
    assert run("resolve", here, conflict["id"], "--keep", 1).out == "Chosen.\n"
    assert run("conflicts", here, "--json").json == []
    run("merge", there, here)
    assert run("conflicts", there, "--json").json == []
    assert run("info", there, "--json").json["counts"]["conflicts"] == 0


def test_three_versions_are_listed_with_the_line_that_chooses_and_no_words_are_refused(
    apart: tuple[Path, Path], tmp_path: Path, run: Run
) -> None:
    here, there = apart
    third = Path(shutil.copy(there, tmp_path / "third.workshop"))
    with Workshop.open(third, Places.under(tmp_path / "table 3")) as workshop:
        workshop.apply(edit_note(TEA, "Mint tea"))
    with Workshop.open(there, Places.under(tmp_path / "table 2")) as workshop:
        workshop.apply(edit_note(TEA, "Tea without milk"))
    run("merge", here, there, third)
    answer = run("conflicts", here)
    assert [line.split()[0] for line in answer.out.splitlines()[1:]] == ["1:", "2:", "3:"]
    line = shlex.split(answer.err[answer.err.index("facilitator resolve") :])[1:]
    assert "no words after --text" in run("resolve", here, line[2], "--text", " ").refusal
    assert run(*line).out == "Chosen.\n"
    assert run("conflicts", here, "--json").json == []


def test_another_workshop_is_refused_by_the_name_of_its_file(park: Path, apart: tuple[Path, Path], run: Run) -> None:
    assert f"{park.name} is another workshop" in run("merge", apart[0], park).refusal


def test_a_forgetting_that_came_from_another_laptop_names_the_backups_and_the_line_that_rewrites_them(
    tmp_path: Path, run: Run
) -> None:
    here, there, amina = tmp_path / "hall.workshop", tmp_path / "stick.workshop", uuid.UUID(int=9)
    with Workshop.new(here, "Millbrook", Places.of_this_laptop()) as workshop:
        workshop.apply(add_person("Zwetschgella", participant_id=amina))
    shutil.copy(here, there)
    with Workshop.open(there, Places.under(tmp_path / "table 2")) as workshop:
        forget(workshop, Wanted(amina, "Zwetschgella"))
    with Workshop.open(here, Places.of_this_laptop()) as workshop:
        workshop.apply(add_board("Ask Zwetschgella?", board_id=BOARD))
        workshop.apply(add_note(BOARD, "Zwetschgella knows"))
    before = shutil.copy(here, tmp_path / "before.workshop")
    answer = run("merge", "--json", here, there).json
    assert [(one["table"], one["words"], one["within"]) for one in answer["mentions"]] == [
        ("board", "Ask Zwetschgella?", ""),
        ("note", "Zwetschgella knows", "Ask Zwetschgella?"),
    ]
    assert answer["mentions"][0]["id"] == str(BOARD)
    shutil.copy(before, here)
    said = run("merge", here, there).err
    assert "1 person had been forgotten on another laptop" in said
    assert (
        "The name still stands in 2 other places, perhaps of somebody else: board “Ask Zwetschgella?”; "
        "note “Zwetschgella knows” on “Ask Zwetschgella?”. Look at them and change the words."
    ) in said
    again = next(line for line in said.splitlines() if line.startswith("Forget them there too: facilitator "))
    assert run(*shlex.split(again)[5:]).code == 0
    assert "still hold them" not in run("erase", here, amina, "--backups").err


def test_a_note_removed_for_good_on_another_laptop_leaves_the_backups_by_the_line_that_is_given(
    apart: tuple[Path, Path], run: Run
) -> None:
    here, there = apart
    with Workshop.open(there, Places.under(there.parent / "table 2")) as workshop:
        workshop.apply(remove_notes_for_good([TEA]))
    said = run("merge", here, there).err
    assert "Removed for good on another laptop and gone here, too: 1 note." in said
    again = next(line for line in said.splitlines() if line.startswith("Forget them there too: facilitator "))
    answer = run(*shlex.split(again)[5:])
    assert answer.code == 0
    assert answer.out.startswith("Rewritten: ")
    backups = [Path(one["path"]) for one in run("backups", here, "--json").json]
    assert backups
    assert not any(words in path.read_bytes() for path in backups for words in (b"Tea", b"Green tea"))
    assert (
        run("backups", here, "--forget").out == "No backup on this laptop holds anything that was removed for good.\n"
    )
    assert run("backups", here, "--forget", "--json").json == {"rewritten": [], "left": []}
    assert "Say --forget alone" in run("backups", here, "--forget", "--drill").refusal


def test_a_stick_and_this_laptop_that_both_went_on_are_made_one_by_the_line_that_is_given(
    tmp_path: Path, run: Run
) -> None:
    stick = tmp_path / "Nextcloud"
    stick.mkdir()
    path, places = stick / "hall.workshop", Places.of_this_laptop()
    with Workshop.new(path, "Millbrook", places) as workshop:
        workshop.apply(add_board("What would help?", board_id=BOARD))
    away = open_anywhere(path, places)
    away.apply(add_note(BOARD, "Here"))
    other = Path(shutil.copy(path, tmp_path / "other.workshop"))
    with Workshop.open(other, Places.under(tmp_path / "table 2")) as there:
        there.apply(add_note(BOARD, "There"))
    shutil.copy(other, path)
    with pytest.raises(FileTrouble, match="brought together"):
        away.close()
    refusal = run("info", path).refusal
    line = shlex.split(refusal[refusal.index("Type: facilitator ") + len("Type: facilitator ") :])
    assert "1 note" in run(*line).out
    assert run("info", path, "--json").json["counts"]["notes"] == 2
    assert run("info", path, "--json").json["counts"]["conflicts"] == 0


def test_a_ballot_that_one_laptop_read_as_blank_is_named_by_the_merge_and_beside_what_there_is_to_choose(
    tmp_path: Path, run: Run
) -> None:
    here, there = tmp_path / "hall.workshop", tmp_path / "stick.workshop"
    poll = add_poll("Where?", [Choice("Hall")], method="dots", dots=3)
    ballots = issue_ballots(poll.edits[0].id, [12])
    with Workshop.new(here, "Millbrook", Places.of_this_laptop()) as workshop:
        for change in (poll, ballots, open_poll(poll.edits[0].id)):
            workshop.apply(change)
    shutil.copy(here, there)
    with Workshop.open(here, Places.of_this_laptop()) as workshop:
        workshop.apply(count_ballot(ballots.edits[0].id, {}))
    with Workshop.open(there, Places.under(tmp_path / "table 2")) as workshop:
        workshop.apply(count_ballot(ballots.edits[0].id, {poll.edits[1].id: 1}))
    told = "Ballot 12 of “Where?” was counted on two laptops, and not the same. Take the sheet and count it once more"
    assert told in run("merge", here, there).err
    assert run("merge", here, there, "--json").json["read_twice"] == [{"poll": "Where?", "number": 12}]
    assert told in run("conflicts", here).err
    assert run("conflicts", here, "--json").json == []


def test_what_there_is_to_choose_is_listed_by_the_words_that_people_know_it_by(
    apart: tuple[Path, Path], run: Run
) -> None:
    here, there = apart
    poll = add_poll("Where?", [Choice("Hall")], method="dots", dots=3)
    ballots = issue_ballots(poll.edits[0].id, [12])
    theme, other = add_theme(BOARD, "Drinks"), add_theme(BOARD, "Comfort")
    with Workshop.open(here, Places.of_this_laptop()) as workshop:
        for change in (poll, ballots, open_poll(poll.edits[0].id), theme, other):
            workshop.apply(change)
    shutil.copy(here, there)
    with Workshop.open(here, Places.of_this_laptop()) as workshop:
        workshop.apply(spoil_ballot(ballots.edits[0].id))
        workshop.apply(group_notes([TEA], theme.edits[0].id))
    with Workshop.open(there, Places.under(there.parent / "table 2")) as workshop:
        workshop.apply(count_ballot(ballots.edits[0].id, {poll.edits[1].id: 1}))
        workshop.apply(group_notes([TEA], other.edits[0].id))
    run("merge", here, there)
    said = run("conflicts", here).out
    assert "  ballot 12 on “Where?”: state\n" in said
    assert ": spoilt  on " in said
    assert "  note “Green tea” on “What would help?”: theme_id\n" in said
    assert ": Drinks  on " in said
    found = {one["table"]: (one["about"], one["within"]) for one in run("conflicts", here, "--json").json}
    assert found == {"ballot": ("12", "Where?"), "note": ("Green tea", "What would help?")}
