"""A hundred pages of tables and boards in six scripts, tagged, beside what other programs make of the same; a thousand
pages and their memory; and the pack of a session for forty people from the command line.

Processor time is what is compared: it depends less on what else the machine is doing.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from build.measure import process_times, ratio

if TYPE_CHECKING:
    from collections.abc import Iterator

    from build.measure import Taken

ROOT = Path(__file__).resolve().parents[2]
OTHERS = {"reportlab": 5, "by_hand": 3, "typst": 3, "fpdf2": 1, "weasyprint": 1}
"""How often each is measured: the slow ones once, they are far away from any limit."""

OURS = 5
PAGES, MANY = 100, 1_000
PEOPLE = 40


def run() -> Iterator[dict[str, object]]:
    """Milliseconds, megabytes and ratios of processes from their start to the file on the disk."""
    with tempfile.TemporaryDirectory() as folder:
        work = Path(folder)
        yield from _hundred(work)
        _made("ours", MANY, work)
        yield {"figure": f"{MANY:,} pages", "memory_mb": _memory(work), "limit_mb": 200}
        yield _pack(work)


def _hundred(work: Path) -> Iterator[dict[str, object]]:
    ours = statistics.median(taken.cpu for taken in (_made("ours", PAGES, work) for _ in range(OURS)))
    yield {"figure": f"{PAGES} pages, ours", "cpu_ms": round(ours), "memory_mb": _memory(work), "kb": _size(work)}
    for other, repeats in OTHERS.items():
        try:
            theirs = statistics.median(taken.cpu for taken in (_made(other, PAGES, work) for _ in range(repeats)))
        except subprocess.CalledProcessError:
            yield {"figure": f"{PAGES} pages, {other}", "missing": "it does not run here"}
            continue
        row = {"figure": f"{PAGES} pages, {other}", "cpu_ms": round(theirs), "memory_mb": _memory(work)}
        limit = {"reportlab": {"limit_ratio": 2.5}, "weasyprint": {"limit_ratio": 0.33}}.get(other, {})
        yield {**row, "kb": _size(work), "ours_to_it": ratio(ours, theirs), **limit}


def _made(which: str, pages: int, work: Path) -> Taken:
    command = [sys.executable, "-m", "build.bench._pdf_child", which, str(pages), str(work / "x.pdf")]
    return process_times(command, 1)[0]


def _memory(work: Path) -> int | None:
    told = work / "x.mb"
    return int(told.read_text()) if told.exists() else None


def _size(work: Path) -> int:
    return (work / "x.pdf").stat().st_size // 1024


def _pack(work: Path) -> dict[str, object]:
    """The example's pack; its numbers are given out once, before anything is measured."""
    homes = {f"XDG_{kind}_HOME": str(work) for kind in ("CONFIG", "DATA", "CACHE", "STATE")}
    facilitator = [sys.executable, "-m", "facilitator"]
    subprocess.run(
        [*facilitator, "demo", "--out", str(work / "demo")],
        cwd=ROOT, env={**os.environ, **homes}, check=True, capture_output=True,
    )  # fmt: skip
    file = next((work / "demo").rglob("*.workshop"))
    pack = [*facilitator, "print", str(file), "pack", "--copies", str(PEOPLE), "--out", str(work / "pack.pdf")]
    taken = process_times(pack, 6, homes)[1:]
    return {
        "figure": f"pack for {PEOPLE} people, command to file",
        "median_ms": round(statistics.median(one.wall for one in taken)),
        "cpu_ms": round(statistics.median(one.cpu for one in taken)),
        "limit_ms": 3000,
        "kb": (work / "pack.pdf").stat().st_size // 1024,
    }
