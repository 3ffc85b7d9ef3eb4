"""Showing that each guard matters: taken out in a copy of the tree, the test that names it must fail.

The rows lie in tests/guards/*.toml, each a `[[guard]]` table:

    row      the fault it answers (R8, S1, A3)
    file     the file the guard is in
    find     its exact text there, which must occur once
    replace  the text without the guard
    test     the pytest id of one test that must then fail
    why      one sentence: what would happen to a person without it
"""

from __future__ import annotations

import itertools
import os
import shutil
import sys
import tomllib
import xml.etree.ElementTree as ET
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from queue import Queue

from build import warm
from build.checks import NEEDS_QT, QT_ABSENT, TESTS_HELD, WORKERS

ROOT = Path(__file__).resolve().parent.parent
SCRATCH = ROOT / ".cache" / "guards"
LEAVE_OUT = shutil.ignore_patterns(".git", ".venv", ".cache", "out", "dist", ".pytest_cache", "*.pyc.*")
LIMIT = 180  # seconds for one test
PROCESSES = warm.ready()
LATER = itertools.count(3600)  # seconds


@dataclass(frozen=True)
class Guard:
    """One guard, and the test that shows it matters."""

    row: str
    file: str
    find: str
    replace: str
    test: str
    why: str


def read_guards(folder: Path) -> list[Guard]:
    """All rows, in the order of their files. A row with a missing or unknown key raises TypeError."""
    tables = [tomllib.loads(path.read_text(encoding="utf-8")) for path in sorted(folder.glob("*.toml"))]
    return [Guard(**row) for table in tables for row in table.get("guard", [])]


def misplaced(guard: Guard, tree: Path) -> str:
    """What is wrong with where the guard says it is, or nothing."""
    path = tree / guard.file
    if not path.is_file():
        return f"there is no {guard.file}"
    found = path.read_text(encoding="utf-8").count(guard.find)
    return "" if found == 1 else f"its text occurs {found} times in {guard.file}, not once"


def outcome(tree: Path, tests: list[str], *options: str) -> str:
    """Run these tests in this tree: "holds", "fails" (an assertion or exception in a test), or what else went wrong."""
    report, said = tree / "guard-report.xml", tree / "guard-words.txt"
    report.unlink(missing_ok=True)
    arguments = ["-q", "-p", "no:cacheprovider", f"--junitxml={report}", *options, *tests]
    status = warm.run(PROCESSES, tree, arguments, said, LIMIT * len(tests))
    if status is None:
        return "does not end"
    if status == 0:
        return "holds"
    failures = len(ET.parse(report).findall(".//failure")) if report.exists() else 0
    words = said.read_text(encoding="utf-8", errors="replace") if said.exists() else ""
    return "fails" if status == 1 and failures else f"cannot run:\n{words[-3000:]}"


def where_it_runs(tree: Path, test: str) -> list[str]:
    """The options that hide Qt from a test which does without it: it starts in half the time, as all its like do."""
    return [] if NEEDS_QT.search((tree / test.partition("::")[0]).read_text(encoding="utf-8")) else QT_ABSENT


def without(guard: Guard, tree: Path, *options: str) -> str:
    """Take the guard out of this copy, give the outcome of its test there, and put it back.

    Python takes a file for what it compiled before if its time and size are the same, so each says a time of its own.
    """
    path = tree / guard.file
    before, stood = path.read_bytes(), path.stat()
    path.write_bytes(before.replace(guard.find.encode(), guard.replace.encode()))
    os.utime(path, (stood.st_atime, stood.st_mtime + next(LATER)))
    try:
        return outcome(tree, [guard.test], *options)
    finally:
        path.write_bytes(before)
        os.utime(path, (stood.st_atime, stood.st_mtime))


def verdict(guard: Guard, trees: Queue[Path]) -> tuple[bool, str]:
    """Whether the guard is shown to matter, and the line that says so."""
    problem = misplaced(guard, ROOT)
    if not problem:
        tree = trees.get()
        try:
            seen = without(guard, tree, *where_it_runs(tree, guard.test))
        finally:
            trees.put(tree)
        problem = "" if seen == "fails" else f"without it the test {seen}"
    line = f"{guard.row:<4} {'matters' if not problem else 'NOT SHOWN':<10} {guard.file:<40} {guard.test}"
    return not problem, line + (f"\n     {problem}" if problem else "")


def main(arguments: list[str]) -> int:
    """Try the guards of these rows, or all of them; 1 when one of them is not shown to matter."""
    rows = [row for row in arguments if row != TESTS_HELD]
    guards = [guard for guard in read_guards(ROOT / "tests" / "guards") if not rows or guard.row in rows]
    if rows and not guards:
        print(f"No guard is listed for {', '.join(rows)} in tests/guards", file=sys.stderr)
        return 2
    shutil.rmtree(SCRATCH, ignore_errors=True)
    first, *others = (SCRATCH / str(number) for number in range(WORKERS))
    shutil.copytree(ROOT, first, ignore=LEAVE_OUT)
    if TESTS_HELD not in arguments:
        tests = sorted({guard.test for guard in guards})
        if (seen := outcome(first, tests, "-n", str(WORKERS))) != "holds":
            print(f"With every guard in place these tests together: {seen}")
            return 1
    trees = Queue[Path]()
    for tree in (first, *others):
        if tree != first:
            shutil.copytree(first, tree)
        trees.put(tree)
    with ThreadPoolExecutor(max_workers=WORKERS) as pool:
        verdicts = list(pool.map(lambda guard: verdict(guard, trees), guards))
    shutil.rmtree(SCRATCH)
    print(*(line for _, line in verdicts), sep="\n")
    shown = sum(held for held, _ in verdicts)
    print(f"{shown} of {len(guards)} guards shown to matter")
    return 0 if shown == len(guards) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
