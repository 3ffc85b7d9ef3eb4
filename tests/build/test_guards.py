"""`dev.py guards` itself: it must not call a guard shown when its test failed for another reason, or not at all."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from build.guards import Guard, misplaced, outcome, read_guards, without

GUARD = Guard(
    "R0", "shop.py", "if price < 0:", "if False:", "test_shop.py::test_price", "A price below nothing is sold."
)
CODE = "def sell(price):\n    if price < 0:\n        raise ValueError\n"
TEST = (
    "from shop import sell\nimport pytest\ndef test_price():\n    with pytest.raises(ValueError):\n        sell(-1)\n"
)


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    (tmp_path / "pytest.ini").write_text("[pytest]\n")
    (tmp_path / "shop.py").write_text(CODE)
    (tmp_path / "test_shop.py").write_text(TEST)
    return tmp_path


def test_a_test_holds_with_its_guard_and_fails_without(tree: Path) -> None:
    assert outcome(tree, [GUARD.test]) == "holds"
    (tree / "shop.py").write_text(CODE.replace(GUARD.find, GUARD.replace))
    assert outcome(tree, [GUARD.test]) == "fails"


def test_a_guard_is_put_back_and_what_python_compiled_before_does_not_hide_that_it_was_gone(
    tree: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("PYTHONDONTWRITEBYTECODE", raising=False)
    assert outcome(tree, [GUARD.test]) == "holds"
    same_size = replace(GUARD, find="price < 0", replace="price <-9")
    assert without(same_size, tree) == "fails"
    assert (tree / "shop.py").read_text() == CODE
    assert outcome(tree, [GUARD.test]) == "holds"


def test_what_was_compiled_without_one_guard_is_not_taken_for_the_file_without_another(
    tree: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("PYTHONDONTWRITEBYTECODE", raising=False)
    assert without(replace(GUARD, find="price < 0", replace="price <-9"), tree) == "fails"
    assert without(replace(GUARD, find="price < 0", replace="price <=0"), tree) == "holds"


def test_a_test_that_cannot_even_be_collected_shows_nothing(tree: Path) -> None:
    (tree / "shop.py").write_text("def sell(price:\n")
    assert outcome(tree, [GUARD.test]).startswith("cannot run")


def test_a_test_that_does_not_exist_shows_nothing(tree: Path) -> None:
    assert outcome(tree, ["test_shop.py::test_gone"]).startswith("cannot run")


def test_a_guard_must_be_where_it_says_and_only_there(tree: Path) -> None:
    assert misplaced(GUARD, tree) == ""
    (tree / "shop.py").write_text(CODE + CODE)
    assert "2 times" in misplaced(GUARD, tree)
    (tree / "shop.py").unlink()
    assert "there is no shop.py" in misplaced(GUARD, tree)


def test_a_row_with_a_missing_key_is_refused(tmp_path: Path) -> None:
    (tmp_path / "store.toml").write_text('[[guard]]\nrow = "R0"\n')
    with pytest.raises(TypeError):
        read_guards(tmp_path)


def test_every_listed_guard_is_where_it_says(root: Path) -> None:
    assert [problem for guard in read_guards(root / "tests" / "guards") if (problem := misplaced(guard, root))] == []


def test_every_listed_guard_names_a_test_that_there_is(root: Path) -> None:
    gone = []
    for guard in read_guards(root / "tests" / "guards"):
        file, _, name = guard.test.partition("::")
        name = name.partition("[")[0]
        if not (root / file).is_file() or f"def {name}(" not in (root / file).read_text(encoding="utf-8"):
            gone.append(guard.test)
    assert gone == []
