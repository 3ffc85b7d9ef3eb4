"""Every word on screen can be translated, and every Change has words."""

from __future__ import annotations

import ast
import re
from typing import TYPE_CHECKING

import pytest

from facilitator.domain.change import GroupId, Step
from facilitator.ui.words import Words

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

SHOWN_BY = {
    "setText", "setWindowTitle", "setPlaceholderText", "setToolTip", "setAccessibleName", "setAccessibleDescription",
    "say", "label", "button", "explain", "show_state", "setTitle", "addItem", "setPrefix", "setSuffix",
}  # fmt: skip
NOT_WORDS = re.compile(r"^[\W\d_]*$|^Ctrl\+|^[a-z][A-Za-z]*$")
"""Signs, keys, and the names by which the style sheet knows a part."""


def untranslated(tree: ast.AST) -> Iterator[str]:
    """Words given to something that shows them, without tr around them."""
    for node in ast.walk(tree):
        if not isinstance(node, ast.Call):
            continue
        name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
        if name not in SHOWN_BY:
            continue
        for given in (*node.args, *(keyword.value for keyword in node.keywords)):
            if isinstance(given, ast.Constant) and isinstance(given.value, str) and not NOT_WORDS.match(given.value):
                yield f"{given.lineno}: {given.value}"


def test_no_words_are_shown_that_cannot_be_translated(root: Path) -> None:
    found = {
        path.name: lines
        for path in (root / "facilitator" / "ui").rglob("*.py")
        if (lines := list(untranslated(ast.parse(path.read_text("utf-8")))))
    }
    assert found == {}


MADE = re.compile(r"""(?:Change|_set_all)\(\s*"([a-z]+(?:-[a-z]+)+)"(?: if [^,]+ else "([a-z-]+)")?""")


def codes(root: Path) -> set[str]:
    """The code of every Change that the program makes."""
    found = set[str]()
    for part in ("domain/gestures", "exchange", "workshop"):
        for path in (root / "facilitator" / part).rglob("*.py"):
            for pair in MADE.findall(path.read_text("utf-8")):
                found.update(filter(None, pair))
    return found


def test_every_change_has_words(root: Path, qapp: object) -> None:
    assert qapp
    words, fallback = Words(), "the last step"
    made = codes(root)
    assert {"note-add", "polis-import", "ballots-issue"} <= made
    assert [code for code in sorted(made) if words.of(Step(GroupId("s", 1), code, {})) == fallback] == []


@pytest.mark.parametrize(("notes", "said"), [(1, "hide a note"), (12, "hide 12 notes")])
def test_words_count(qapp: object, notes: int, said: str) -> None:
    assert qapp
    assert Words().of(Step(GroupId("s", 1), "notes-withhold", {"notes": notes})) == said
