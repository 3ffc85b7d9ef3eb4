"""Every Change the program can make has words in the history."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

import pytest

from facilitator.cli.words import KINDS, WORDS, words
from facilitator.domain.change import Value

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

MAKES_A_CHANGE = {"Change", "together", "_set_all"}
"""What is called with the code of a Change first."""


def codes(tree: ast.AST) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and node.args and getattr(node.func, "id", "") in MAKES_A_CHANGE:
            yield from (
                part.value
                for part in ast.walk(node.args[0])
                if isinstance(part, ast.Constant) and isinstance(part.value, str) and "-" in part.value
            )


def every_code(root: Path) -> set[str]:
    paths = (root / "facilitator").rglob("*.py")
    return {code for path in paths for code in codes(ast.parse(path.read_text(encoding="utf-8")))}


def test_every_change_has_words(root: Path) -> None:
    made = every_code(root)
    assert {"note-add", "notes-withhold", "notes-show", "person-walk-in", "people-import"} <= made
    assert sorted(made - set(WORDS)) == []


@pytest.mark.parametrize("code", sorted(WORDS))
def test_words_are_one_short_line_with_every_gap_filled(code: str) -> None:
    counted: dict[str, Value] = dict.fromkeys(KINDS, 2)
    for details in ({}, counted):
        said = words(code, details)
        assert said
        assert "{" not in said
        assert len(said) < 60


def test_words_count() -> None:
    assert words("arrivals-tick", {"people": 1}) == "Tick 1 person as arrived"
    assert words("arrivals-tick", {"people": 3}) == "Tick 3 people as arrived"
    assert words("notes-merge", {"notes": 2}, "undo") == "Undo: Make 2 notes into one"
