"""Everything that guards the project, in the order in which a fault is cheapest to find."""

from __future__ import annotations

import os
import re
import time

from build import environment

ROOT = environment.ROOT
LONGEST_FILE = 400  # lines
LINT_IMPORTS = (
    "import sys; from importlinter.cli import lint_imports as run; sys.exit(run(no_cache=True, no_logo=True))"
)
TESTS_HELD = "--tests-held"
"""Tells the guards that all tests were run just now: only a long run tries theirs once more in the copies they work in,
with every guard in place.
"""

NEEDS_QT = re.compile(r"\b(PySide6|qtbot|qapp|facilitator\.(ui|app)|tests\.ui|build\.scenes)\b")
"""What a file of tests says that belongs to the run that has Qt; all others run where it is hidden."""

QT_ABSENT = ["-p", "no:pytest-qt", "--qt=absent"]

WORKERS = min(9, 3 * (os.cpu_count() or 1))  # half the time a test waits for a disk, a window or another program


def run(python: str, arguments: list[str]) -> int:
    """Run every check and list those that failed; with arguments other than --long, only pytest with them."""
    chosen = [argument for argument in arguments if argument != "--long"]
    long = ["--long"] if "--long" in arguments else []
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)  # hundreds of programs are started, each with the same to compile
    if chosen:
        return environment.call([python, "-m", "pytest", *long, *chosen])
    failed = [name for name, command in steps(python, long) if not step(name, command)]
    if too_long := long_files():
        print(f"\n== files over {LONGEST_FILE} lines", *too_long, sep="\n")
        failed.append("file length")
    print(f"\nFailed: {', '.join(failed)}" if failed else "\nEverything holds.", flush=True)
    return 1 if failed else 0


def steps(python: str, long: list[str]) -> list[tuple[str, list[str]]]:
    """Each check's name and command."""
    pytest = [python, "-m", "pytest", "-q", "-n", str(WORKERS), "--dist", "worksteal", *long]
    first, second = (["--cov", "--cov-report="], ["--cov", "--cov-append"]) if long else ([], [])
    return [
        ("ruff check", [python, "-m", "ruff", "check", "--output-format", "concise"]),
        ("ruff format", [python, "-m", "ruff", "format", "--check"]),
        ("import-linter", [python, "-c", LINT_IMPORTS]),
        ("basedpyright", [python, "-m", "basedpyright"]),
        ("tests below the window, Qt absent", [*pytest, *first, *QT_ABSENT]),
        ("tests of the window", [*pytest, *second, "--qt=only"]),
        ("guards", [python, "-m", "build.guards", *([] if long else [TESTS_HELD])]),
    ]


def step(name: str, command: list[str]) -> bool:
    """Run one check with its name above and its time below, and say whether it held."""
    print(f"\n== {name}", flush=True)
    started = time.monotonic()
    status = environment.call(command)
    verdict = "holds" if status == 0 else f"FAILED ({status})"
    print(f"-- {name}: {verdict} after {time.monotonic() - started:.1f} s", flush=True)
    return status == 0


def long_files() -> list[str]:
    """Our own Python files that have grown past what one reader holds in the head."""
    found = []
    for top in ("facilitator", "build", "tests"):
        for folder, _, names in os.walk(os.path.join(ROOT, top)):
            for name in names:
                path = os.path.join(folder, name)
                if name.endswith(".py") and (lines := count_lines(path)) > LONGEST_FILE:
                    found.append(f"{lines} {os.path.relpath(path, ROOT)}")
    return sorted(found)


def count_lines(path: str) -> int:
    """How many lines this file has."""
    with open(path, "rb") as file:
        return sum(1 for _ in file)
