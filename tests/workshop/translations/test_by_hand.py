"""What a colleague wrote on a check sheet is typed in: used from then on with her name, and taken back again."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from facilitator.domain.errors import BadInput
from facilitator.workshop.queries.check_sheet import check_lines
from facilitator.workshop.translations.by_hand import as_they_came, check_off
from facilitator.workshop.translations.correcting import keep
from facilitator.workshop.translations.shelf import Shelf
from tests.workshop.translations.test_catalogue import entry, written

DAY = "2026-11-29"


def said(shelf: Shelf, sentence: str) -> tuple[tuple[str, ...], bool, str]:
    now = shelf.catalogue("pl").entries[sentence]
    return now.forms, now.checked, now.by


def test_a_sentence_that_is_put_right_is_checked_by_her(shelf: Shelf) -> None:
    check_off(shelf, "pl", {"no": ("nie",)}, "  Beata  K. ", DAY)
    assert said(shelf, "no") == (("nie",), True, "Beata K.")
    assert said(shelf, "yes") == (("tak",), False, "")
    assert [line.by for line in check_lines(shelf.catalogue("pl"))] == ["", "Beata K.", ""]


def test_what_is_undone_stands_as_it_did_and_so_does_what_is_undone_twice(shelf: Shelf) -> None:
    first = check_off(shelf, "pl", {"no": ("nie",)}, "Beata", DAY)
    second = check_off(shelf, "pl", {"no": ("nie!",), "yes": ("tak",)}, "Ola", DAY)
    keep(shelf, "pl", second)
    assert said(shelf, "no") == (("nie",), True, "Beata")
    assert said(shelf, "yes") == (("tak",), False, "")
    keep(shelf, "pl", first)
    assert said(shelf, "no") == (("ne",), False, "")


def test_a_sentence_can_stand_again_as_it_came_and_that_can_be_undone(shelf: Shelf) -> None:
    check_off(shelf, "pl", {"no": ("nie",), "yes": ("tak",)}, "Beata", DAY)
    before = as_they_came(shelf, "pl", ["no"])
    assert said(shelf, "no") == (("ne",), False, "")
    assert said(shelf, "yes") == (("tak",), True, "Beata")
    keep(shelf, "pl", before)
    assert said(shelf, "no") == (("nie",), True, "Beata")


def test_a_second_colleague_who_finds_it_right_leaves_the_name_of_the_first(shelf: Shelf) -> None:
    check_off(shelf, "pl", {"no": ("nie",)}, "Beata", DAY)
    check_off(shelf, "pl", {"no": ("nie",)}, "Ola", DAY)
    assert said(shelf, "no") == (("nie",), True, "Beata")


def test_of_many_sentences_the_one_that_is_refused_is_named(shelf: Shelf) -> None:
    with pytest.raises(BadInput, match=r"It is: Ballot \{number\}$"):
        check_off(shelf, "pl", {"no": ("nie",), "Ballot {number}": ("Karta",)}, "Beata", DAY)


def test_what_two_windows_keep_at_the_same_time_is_all_there(tmp_path: Path) -> None:
    (tmp_path / "installed").mkdir()
    sentences = [f"sentence {number}" for number in range(40)]
    written(tmp_path / "installed", "".join(entry(one, f"zdanie {one}", draft=True) for one in sentences))
    shelf = Shelf(tmp_path / "installed", tmp_path / "own")
    with ThreadPoolExecutor(4) as windows:
        list(windows.map(lambda one: check_off(shelf, "pl", {one: ("zdanie",)}, "Beata", DAY), sentences))
    assert [line.by for line in check_lines(shelf.catalogue("pl"))] == ["Beata"] * 40
    assert [path.name for path in shelf.own.iterdir()] == ["pl.po"]


def test_lines_that_were_pasted_become_one(shelf: Shelf) -> None:
    check_off(shelf, "pl", {"no": (" nie,\n\tnigdy ",)}, "Beata", DAY)
    assert said(shelf, "no")[0] == ("nie, nigdy",)


@pytest.mark.parametrize(
    ("words", "by", "why"),
    [
        ("Karta", "Beata", r"This sentence must have these .*: \{number\}\."),
        ("Karta {number} {number.__class__}", "Beata", "must have these"),
        ("Karta {number}\u202e", "Beata", "signs in it that cannot be seen"),
        ("Karta {number}\0", "Beata", "signs in it that cannot be seen"),
        ("Karta {number}" + "w" * 20_000, "Beata", "longer than any sentence"),
        (" ", "Beata", "no words for this sentence yet"),
        ("Karta {number}", " ", "Say who checked it"),
        ("Karta {number}", "B\u202eeata", "Say who checked it"),
        ("Karta {number}", "B" * 81, "Say who checked it"),
    ],
)
def test_what_must_not_be_printed_is_refused_and_nothing_of_it_is_kept(
    shelf: Shelf, words: str, by: str, why: str
) -> None:
    with pytest.raises(BadInput, match=why):
        check_off(shelf, "pl", {"no": ("nie",), "Ballot {number}": (words,)}, by, DAY)
    assert said(shelf, "no") == (("ne",), False, "")
    assert not shelf.own_file("pl").exists()
