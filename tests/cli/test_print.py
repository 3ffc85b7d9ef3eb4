"""Printing from the command line: numbers are given out once, and a document with nothing to say is refused."""

from __future__ import annotations

from pathlib import Path

import pypdfium2
import pytest

from facilitator.domain.gestures.voting import add_poll
from facilitator.workshop.places import Places
from facilitator.workshop.workshop import Workshop
from tests.cli.conftest import Run
from tests.reading import words_of


def pages(path: Path) -> int:
    with pypdfium2.PdfDocument(path) as document:
        return len(document)


def issued(run: Run, file: Path) -> int:
    return run("results", file, "--json").json[0]["issued"]


def test_printing_ballots_gives_out_their_numbers_once(london: Path, run: Run, tmp_path: Path) -> None:
    assert issued(run, london) == 0
    assert run("print", london, "ballots", "--out", tmp_path / "ballots.pdf", "--copies", 2).code == 0
    first = pages(tmp_path / "ballots.pdf")
    assert issued(run, london) == 2
    changes = run("info", london, "--json").json["counts"]["changes"]
    assert run("print", london, "ballots", "--out", tmp_path / "again.pdf").code == 0
    assert run("info", london, "--json").json["counts"]["changes"] == changes
    assert pages(tmp_path / "again.pdf") == first


def test_more_copies_give_out_only_the_missing_numbers(london: Path, run: Run, tmp_path: Path) -> None:
    for copies, out in ((2, 2), (3, 3), (1, 3)):
        run("print", london, "ballots", "--out", tmp_path / "ballots.pdf", "--copies", copies)
        assert issued(run, london) == out


def test_thirty_ballots_are_enough_when_nobody_is_listed(london: Path, run: Run, tmp_path: Path) -> None:
    assert run("print", london, "ballots", "--out", tmp_path / "ballots.pdf").code == 0
    assert issued(run, london) == 30


def test_several_documents_go_into_one_file_or_one_each(london: Path, run: Run, tmp_path: Path) -> None:
    wanted = ("report", "ballots", "feedback-forms")
    one, folder = tmp_path / "all.pdf", tmp_path / "papers"
    assert run("print", london, *wanted, "--out", one, "--copies", 1).code == 0
    answer = run("print", london, *wanted, "--out", folder, "--copies", 1)
    assert sorted(path.name for path in folder.iterdir()) == ["ballots.pdf", "feedback-forms.pdf", "report.pdf"]
    assert [line.split("/")[-1].split("\\")[-1] for line in answer.out.splitlines()] == [
        f"{name}.pdf" for name in wanted
    ]
    assert pages(one) == sum(pages(path) for path in folder.iterdir())


def test_documents_with_nothing_to_say_are_refused_and_leave_nothing(park: Path, run: Run, tmp_path: Path) -> None:
    out = tmp_path / "out.pdf"
    assert "no vote" in run("print", park, "ballots", "--out", out).refusal
    assert run("print", park, "report", "--out", out).refusal
    assert run("print", park, "ballots", "--out", tmp_path / "folder").refusal
    assert [path.name for path in tmp_path.iterdir()] == ["park.workshop"]


@pytest.mark.parametrize("name", ["out.txt", "london.workshop"])
def test_a_document_never_lands_on_something_else(london: Path, run: Run, tmp_path: Path, name: str) -> None:
    before = london.read_bytes()
    assert run("print", london, "report", "--out", tmp_path / name).refusal
    assert london.read_bytes() == before
    assert [path.name for path in tmp_path.iterdir()] == ["london.workshop"]


def test_a_folder_that_is_not_there_gives_out_no_number(london: Path, run: Run, tmp_path: Path) -> None:
    assert "folder" in run("print", london, "ballots", "--out", tmp_path / "no" / "out.pdf").refusal
    assert issued(run, london) == 0


@pytest.mark.parametrize("paper", ["A4", "A3", "A5", "letter"])
def test_any_usual_paper_will_do(london: Path, run: Run, tmp_path: Path, paper: str) -> None:
    out = tmp_path / "out.pdf"
    assert run("print", london, "report", "--out", out, "--paper", paper).code == 0
    assert pages(out) > 1


def test_our_own_words_are_in_the_language_asked_for(london: Path, run: Run, tmp_path: Path) -> None:
    for asked in (["en"], ["ar"], ["Polish"], ["en", "ur"]):
        options = [part for language in asked for part in ("--language", language)]
        assert run("print", london, "report", "--out", tmp_path / "out.pdf", *options).code == 0


def test_a_language_without_words_is_refused_with_the_list(london: Path, run: Run, tmp_path: Path) -> None:
    refusal = run("print", london, "report", "--out", tmp_path / "out.pdf", "--language", "Klingon").refusal
    assert "ar (Arabic)" in refusal
    assert "Klingon" not in refusal


def test_three_languages_do_not_fit_side_by_side(london: Path, run: Run, tmp_path: Path) -> None:
    three = ("--language", "en", "--language", "ar", "--language", "ur")
    assert "side by side" in run("print", london, "report", "--out", tmp_path / "out.pdf", *three).refusal
    assert not (tmp_path / "out.pdf").exists()


@pytest.mark.parametrize("wrong", [["leaflet"], ["report", "--huge"], ["report", "--paper", "B5"]])
def test_what_is_not_there_yet_is_wrong_usage(london: Path, run: Run, tmp_path: Path, wrong: list[str]) -> None:
    assert run("print", london, *wrong, "--out", tmp_path / "out.pdf").code == 2


def test_the_source_of_the_votes_is_named_on_the_report(london: Path, run: Run, tmp_path: Path) -> None:
    run("print", london, "report", "--out", tmp_path / "out.pdf")
    assert "The Computational Democracy Project" in words_of(tmp_path / "out.pdf")


def test_a_refused_report_gives_out_no_ballots(park: Path, run: Run, tmp_path: Path) -> None:
    with Workshop.open(park, Places.of_this_laptop()) as workshop:
        workshop.apply(add_poll("Which first?", method="dots", blank_letters=8))
    refused = run("print", park, "ballots", "report", "--out", tmp_path / "out.pdf", "--copies", "9")
    assert "nothing to report" in refused.refusal
    assert issued(run, park) == 0
    assert sorted(path.name for path in tmp_path.iterdir()) == ["park.workshop"]
