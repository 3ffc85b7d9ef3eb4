from __future__ import annotations

from pathlib import Path

import pytest

from facilitator.domain.errors import BadInput
from facilitator.workshop.translations.correcting import hand_out, take_in
from facilitator.workshop.translations.shelf import Shelf
from tests.workshop.translations.test_catalogue import entry, written

DAY = "2026-11-29"


def test_what_a_colleague_put_right_is_used_from_then_on_with_her_name(shelf: Shelf, tmp_path: Path) -> None:
    took = take_in(shelf, written(tmp_path, entry("no", "nie")), "Beata", DAY)
    assert (took.language, took.checked, took.changed, took.unknown) == ("pl", 1, 1, 0)
    now = shelf.catalogue("pl").entries["no"]
    assert (now.forms, now.checked, now.by, now.on) == (("nie",), True, "Beata", DAY)


def test_the_installed_catalogue_is_never_changed(shelf: Shelf, tmp_path: Path) -> None:
    before = shelf.installed_file("pl").read_bytes()
    take_in(shelf, written(tmp_path, entry("no", "nie")), "Beata", DAY)
    assert shelf.installed_file("pl").read_bytes() == before


def test_what_keeps_its_mark_stays_a_draft(shelf: Shelf, tmp_path: Path) -> None:
    took = take_in(shelf, written(tmp_path, entry("no", "nie", draft=True) + entry("yes", "tak")), "Beata", DAY)
    assert (took.checked, took.changed) == (1, 1)
    assert not shelf.catalogue("pl").entries["no"].checked
    assert shelf.catalogue("pl").entries["no"].forms == ("nie",)


def test_somebody_who_read_it_all_need_not_take_the_marks_off(shelf: Shelf, tmp_path: Path) -> None:
    copy = tmp_path / "copy.po"
    assert hand_out(shelf, "pl", copy) == 3
    assert take_in(shelf, copy, "Beata", DAY, all_checked=True).checked == 3
    assert len(shelf.catalogue("pl").checked) == 3


def test_a_copy_that_comes_back_as_it_went_changes_nothing(shelf: Shelf, tmp_path: Path) -> None:
    copy = tmp_path / "copy.po"
    hand_out(shelf, "pl", copy)
    took = take_in(shelf, copy, "Beata", DAY)
    assert (took.checked, took.changed) == (0, 0)
    assert shelf.catalogue("pl").checked == []


def test_a_second_colleague_leaves_the_name_of_the_first(shelf: Shelf, tmp_path: Path) -> None:
    take_in(shelf, written(tmp_path, entry("yes", "tak")), "Beata", DAY)
    copy = tmp_path / "copy.po"
    hand_out(shelf, "pl", copy)
    take_in(shelf, copy, "Tomasz", "2026-12-01")
    assert shelf.catalogue("pl").entries["yes"].by == "Beata"


def test_words_that_we_do_not_print_are_counted_and_left(shelf: Shelf, tmp_path: Path) -> None:
    took = take_in(shelf, written(tmp_path, entry("never printed", "nigdy")), "Beata", DAY)
    assert (took.checked, took.unknown) == (0, 1)


@pytest.mark.parametrize("name", ["", "   ", "x" * 81])
def test_a_correction_has_the_name_of_somebody(shelf: Shelf, tmp_path: Path, name: str) -> None:
    with pytest.raises(BadInput, match="who checked it"):
        take_in(shelf, written(tmp_path, entry("no", "nie")), name, DAY)
    assert not shelf.own.exists()


def test_a_language_that_the_app_has_no_words_in_is_refused(shelf: Shelf, tmp_path: Path) -> None:
    with pytest.raises(BadInput, match="no catalogue"):
        take_in(shelf, written(tmp_path, entry("no", "nein"), language="de"), "Beata", DAY)


def test_a_hostile_catalogue_is_refused_and_nothing_is_kept(shelf: Shelf, tmp_path: Path) -> None:
    with pytest.raises(BadInput, match=r"Line \d+ of pl\.po"):
        take_in(shelf, written(tmp_path, entry("Ballot {number}", "{number.__init__}")), "Beata", DAY)
    assert not shelf.own.exists()


def test_what_is_asked_for_by_name_or_code_is_found(shelf: Shelf) -> None:
    assert shelf.asked_for(["Polish", "pl", "en-GB"]) == ("pl", "en")
    assert shelf.asked_for([]) == ("en",)
