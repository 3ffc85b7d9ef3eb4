"""A list of people as organisers keep it becomes the people of the workshop, whatever its columns are called."""

from __future__ import annotations

from pathlib import Path

import pytest

from facilitator.domain.people import Participant
from facilitator.workshop.places import Places
from facilitator.workshop.workshop import Workshop
from tests.cli.conftest import Run

LIST = (
    "First name,Surname,Group,Organisation,Home language,Access needs,Phone\n"
    "Amina,Saleh,Resident,,Arabic; English,hearing loop,01632 960001\n"
    "Nasreen,,parent,,Mirpuri and Urdu,,\n"
    ",,,,,,\n"
    "Ruth,,NHS,Health visiting,English,,01632 960002\n"
)


@pytest.fixture
def invited(tmp_path: Path) -> Path:
    path = tmp_path / "invited.csv"
    path.write_text(LIST, encoding="utf-8")
    return path


def people(path: Path) -> dict[str, Participant]:
    with Workshop.open(path, Places.of_this_laptop()) as workshop:
        return {one.display_name: one for one in workshop.read(lambda reader: reader.find(Participant))}


def test_people_come_in_with_what_their_columns_say(park: Path, run: Run, invited: Path) -> None:
    answer = run("import", park, invited, "--as", "people", "--json")
    assert answer.json == {"added": {"participants": 3}, "skipped": 1}
    found = people(park)
    assert set(found) == {"Amina Saleh", "Nasreen", "Ruth"}
    amina, ruth = found["Amina Saleh"], found["Ruth"]
    assert (amina.languages, amina.stakeholder_group, amina.access_needs) == ("ar en", "resident", "hearing loop")
    assert (ruth.stakeholder_group, ruth.organisation, ruth.kind) == (
        "public-service",
        "Health visiting",
        "participant",
    )
    assert found["Nasreen"].languages == "phr ur"


def test_a_column_that_is_not_brought_in_is_named(park: Path, run: Run, invited: Path) -> None:
    assert "Not brought in from invited.csv: Phone." in run("import", park, invited, "--as", "people").err


def test_the_words_say_how_many(park: Path, run: Run, invited: Path) -> None:
    assert run("import", park, invited, "--as", "people").out.startswith("Added 3 participants.\nSkipped 1 row")
    assert run("history", park, "--json").json[0]["label"] == "Bring in 3 people"


def test_importing_twice_adds_twice_and_undo_takes_all_of_it_back(park: Path, run: Run, invited: Path) -> None:
    run("import", park, invited, "--as", "people")
    run("import", park, invited, "--as", "people")
    assert run("info", park, "--json").json["counts"]["participants"] == 6
    run("undo", park)
    run("undo", park)
    assert run("info", park, "--json").json["counts"]["participants"] == 0


def test_columns_can_be_named(park: Path, run: Run, tmp_path: Path) -> None:
    odd = tmp_path / "odd.csv"
    odd.write_text("Wer;Sprachen;Surname\nBeata;pl en;Nowak\n", encoding="utf-8")
    refusal = run("import", park, odd, "--as", "people").refusal
    assert "Wer, Sprachen, Surname" in refusal
    assert "--map name=" in refusal
    named = ("--map", "name=Wer", "--map", "languages=sprachen")
    assert run("import", park, odd, "--as", "people", *named, "--json").json["added"] == {"participants": 1}
    assert people(park)["Beata"].languages == "pl en"


@pytest.mark.parametrize(
    ("given", "said"),
    [("name=Nobody", "no column Nobody"), ("shoe size=First name", "access_needs"), ("name", "--map name=Who")],
)
def test_a_column_that_is_not_there_is_refused_naming_those_there_are(
    park: Path, run: Run, invited: Path, given: str, said: str
) -> None:
    assert said in run("import", park, invited, "--as", "people", "--map", given).refusal
    assert run("info", park, "--json").json["counts"]["participants"] == 0


def test_what_is_not_understood_is_left_out_and_its_line_is_said_without_its_words(
    park: Path, run: Run, tmp_path: Path
) -> None:
    strange = tmp_path / "strange.csv"
    strange.write_text("name,role,group,languages\nZed,wizard,Martian,Klingon\nYan,,,en\n", encoding="utf-8")
    answer = run("import", park, strange, "--as", "people")
    assert answer.code == 0
    for what in ("language", "group", "role"):
        assert f"strange.csv: a {what} was not known and was left out, in line 2." in answer.err
    for word in ("wizard", "Martian", "Klingon", "Zed"):
        assert word not in answer.err


def test_those_who_help_are_told_from_those_who_take_part(park: Path, run: Run, tmp_path: Path) -> None:
    helpers = tmp_path / "helpers.csv"
    helpers.write_text("Name,Role\nSamia,Interpreter\nDonna,Crèche worker\nPat,helper\nKhan,Councillor\n", "utf-8")
    run("import", park, helpers, "--as", "people")
    found = people(park)
    roles = {name: (one.kind, one.supporter_role, one.stakeholder_group) for name, one in found.items()}
    assert roles == {
        "Samia": ("supporter", "interpreter", ""),
        "Donna": ("supporter", "creche-worker", ""),
        "Pat": ("supporter", "", ""),
        "Khan": ("participant", "", "elected-member"),
    }


def test_a_cell_made_safe_for_spreadsheets_comes_back_as_it_was(park: Path, run: Run, tmp_path: Path) -> None:
    safe = tmp_path / "safe.csv"
    safe.write_text("name\n'=Ann\n", encoding="utf-8")
    run("import", park, safe, "--as", "people")
    assert set(people(park)) == {"=Ann"}


def test_a_list_that_names_nobody_is_refused(park: Path, run: Run, tmp_path: Path) -> None:
    empty = tmp_path / "empty.csv"
    empty.write_text("name,group\n,resident\n", encoding="utf-8")
    assert "names nobody" in run("import", park, empty, "--as", "people").refusal


@pytest.mark.parametrize(("as_source", "option"), [("people", "--board"), ("notes", "--map"), ("polis", "--map")])
def test_an_option_that_says_nothing_of_the_source_is_wrong_usage(
    park: Path, run: Run, invited: Path, as_source: str, option: str
) -> None:
    assert run("import", park, invited, "--as", as_source, option, "name=x").code == 2
