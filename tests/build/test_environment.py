"""What a first user's machine is asked for, and what the locks promise."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from importlib import metadata
from pathlib import Path

import pytest
from packaging.requirements import Requirement

from build import system


def test_a_machine_that_has_everything_is_left_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(system, "LIBRARIES", {"libc.so.6": "libc6"})
    assert system.needs(tools=False) == []


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="only Linux leaves Qt's libraries to the system")
def test_a_library_that_is_not_there_names_its_package(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(system, "LIBRARIES", {"libc.so.6": "libc6", "libnowhere.so.7": "libnowhere7"})
    assert system.needs(tools=False) == ["libnowhere7"]


@pytest.mark.parametrize("name", ["app", "tools"])
def test_a_lock_names_no_host_and_has_a_hash_for_every_library(root: Path, name: str) -> None:
    lock = (root / "requirements" / f"{name}.lock").read_text(encoding="utf-8")
    assert not re.search(r"https?:|file:|--index-url|--find-links", lock)
    pinned = re.split(r"\n(?=[a-z])", lock)
    assert all("==" in entry and "--hash=sha256:" in entry for entry in pinned)


def test_an_extra_that_a_library_asks_for_is_named_in_the_lock(root: Path) -> None:
    """An older pip takes `coverage` alone as no answer to `coverage[toml]`, and then asks for a newer one unpinned."""
    locks = "".join((root / "requirements" / f"{name}.lock").read_text(encoding="utf-8") for name in ("app", "tools"))
    pinned = set(re.findall(r"^([\w.-]+(?:\[[\w,-]+\])?)==", locks, re.MULTILINE))
    names = {entry.split("[")[0] for entry in pinned}
    extras = {name: re.findall(rf"^{re.escape(name)}\[([\w,-]+)\]", locks, re.MULTILINE) for name in names}
    asked = [
        requirement
        for name in names
        for requirement in required_by(name, {"", *",".join(extras[name]).split(",")})
        if requirement.extras
    ]
    assert asked
    assert [str(one) for one in asked if f"{one.name.lower()}[{','.join(sorted(one.extras))}]" not in pinned] == []


def test_every_library_that_the_app_uses_is_asked_for_by_name_and_has_its_reason(root: Path) -> None:
    """One that only comes along with another would be gone when that goes without it."""
    asked = {Requirement(line).name for line in lines_of(root / "requirements" / "app.in")}
    named = {
        "PySide6": "PySide6-Essentials",
        "shiboken6": "PySide6-Essentials",
        "sqlalchemy": "sqlmodel",
        "typing_extensions": "sqlmodel",
    }
    of = {module: named.get(module, found[0]) for module, found in metadata.packages_distributions().items()}
    used = {of.get(module, module) for module in imported(root / "facilitator") - sys.stdlib_module_names}
    assert used - {"facilitator"} <= asked
    reasons = (root / "docs" / "decisions" / "0001-dependencies.md").read_text("utf-8")
    assert [name for name in asked if f"| {name} " not in reasons] == []


def lines_of(path: Path) -> list[str]:
    return [line for line in path.read_text("utf-8").splitlines() if line and not line.startswith(("#", "-"))]


def imported(folder: Path) -> set[str]:
    """The first names of what is imported anywhere below a folder."""
    trees = [ast.parse(path.read_text("utf-8")) for path in folder.rglob("*.py")]
    nodes = [node for tree in trees for node in ast.walk(tree)]
    names = [alias.name for node in nodes if isinstance(node, ast.Import) for alias in node.names]
    names += [node.module for node in nodes if isinstance(node, ast.ImportFrom) and node.module and not node.level]
    return {name.split(".")[0] for name in names}


def required_by(name: str, extras: set[str]) -> list[Requirement]:
    """What an installed library asks for here, with these extras of its own; nothing if it is not installed here."""
    try:
        asked = metadata.requires(name) or []
    except metadata.PackageNotFoundError:
        return []
    found = [Requirement(line) for line in asked]
    return [
        one for one in found if one.marker is None or any(one.marker.evaluate({"extra": extra}) for extra in extras)
    ]


def test_the_first_file_needs_nothing_but_python(root: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-I", "-S", str(root / "build" / "dev.py"), "--help"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0
    assert "python3 build/dev.py VERB" in done.stdout


def test_a_file_named_to_run_is_looked_for_where_the_person_stands(root: Path, tmp_path: Path) -> None:
    (tmp_path / "uuid.py").write_text("raise SystemExit('a file that happens to lie there was run')\n")
    become = "import sys; sys.path[0] = sys.argv[1]; from build import environment; "
    become += "sys.exit(environment.become(sys.executable, sys.argv[2:]))"
    done = subprocess.run(
        [sys.executable, "-c", become, str(root), "new", "park.workshop", "--title", "Park"],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "park.workshop").exists()
