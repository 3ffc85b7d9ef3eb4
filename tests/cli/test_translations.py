from __future__ import annotations

import json
from pathlib import Path

from facilitator.workshop.translations.shelf import Shelf
from tests.cli.conftest import Run


def test_every_language_is_listed_with_how_much_of_it_is_checked(run: Run) -> None:
    found = {one["language"]: one for one in json.loads(run("translations", "--json").out)}
    assert {"ar", "bn", "pl", "so", "ur"} <= set(found)
    assert (found["ar"]["name"], found["ar"]["checked"], found["ar"]["by"]) == ("Arabic", 0, [])


def test_a_catalogue_goes_out_is_corrected_and_is_used_from_then_on(run: Run, tmp_path: Path) -> None:
    copy = tmp_path / "pl.po"
    assert run("translations", "--language", "Polish", "--out", copy).code == 0
    written = copy.read_text("utf-8")
    copy.write_text(
        written.replace('#, fuzzy\nmsgid "perhaps"\nmsgstr "może"', 'msgid "perhaps"\nmsgstr "być może"'), "utf-8"
    )
    assert run("translations", copy, "--by", "Beata").out == "Polish: 1 sentence checked, 1 in new words\n"
    assert "1 checked by Beata" in run("translations").out
    assert Shelf.of_this_laptop().catalogue("pl").entries["perhaps"].forms == ("być może",)


def test_nothing_is_taken_in_without_a_name(run: Run, tmp_path: Path) -> None:
    copy = tmp_path / "pl.po"
    run("translations", "--language", "pl", "--out", copy)
    assert "who checked it" in run("translations", copy).refusal


def test_a_file_that_is_no_catalogue_is_refused_in_a_sentence(run: Run, tmp_path: Path) -> None:
    strange = tmp_path / "pl.po"
    strange.write_bytes(b"\x89PNG\r\n\x1a\n")
    assert "pl.po" in run("translations", strange, "--by", "Beata").refusal


def test_a_copy_needs_a_language_and_a_place(run: Run, tmp_path: Path) -> None:
    assert "--out" in run("translations", "--language", "pl").refusal
    assert "English" in run("translations", "--language", "en", "--out", tmp_path / "en.po").refusal
    assert ".po" in run("translations", "--language", "pl", "--out", tmp_path / "pl.txt").refusal
