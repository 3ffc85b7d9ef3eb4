"""The report of 165 statements, from the start of the process to the file on the disk, against bare ReportLab."""

from __future__ import annotations

import datetime as dt
import os
import pickle
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from build.measure import percentile, process_times, ratio

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).resolve().parents[2]
HOUSING = ROOT / "tests" / "data" / "polis-affordable-housing"
REPEATS = 7


def run() -> Iterator[dict[str, object]]:
    """Wall milliseconds of the command, and of drawing alone with its ratio to plain ReportLab doing the same."""
    with tempfile.TemporaryDirectory() as folder:
        work = Path(folder)
        homes = {f"XDG_{kind}_HOME": folder for kind in ("CONFIG", "DATA", "CACHE", "STATE")}
        file = example(work, homes)
        command = [sys.executable, "-m", "facilitator", "print", str(file), "report", "--out", str(work / "report.pdf")]
        whole = [taken.wall for taken in process_times(command, REPEATS, homes)]
        yield {
            "figure": "165 statements, command to file",
            "median_ms": round(statistics.median(whole)),
            "max_ms": round(max(whole)),
            "limit_ms": 3000,
            "pages_kb": (work / "report.pdf").stat().st_size // 1024,
        }
        yield drawing(work, file, homes)


def drawing(work: Path, file: Path, homes: dict[str, str]) -> dict[str, object]:
    """From values to the file, ours and the plain way, each a process of its own, in turn."""
    values = work / "values"
    values.write_bytes(read(file, homes))
    child = [sys.executable, "-m", "build.bench._report_child"]
    taken: dict[str, list[float]] = {"ours": [], "bare": []}
    for _ in range(REPEATS):
        for which, figures in taken.items():
            figures += [one.wall for one in process_times([*child, which, str(values), str(work / "x.pdf")], 1, homes)]
    ours, theirs = statistics.median(taken["ours"]), statistics.median(taken["bare"])
    return {
        "figure": "165 statements, values to file",
        "median_ms": round(ours),
        "max_ms": round(percentile(taken["ours"], 100)),
        "bare_ms": round(theirs),
        "ratio": ratio(ours, theirs),
        "limit_ratio": 4,
    }


def example(work: Path, homes: dict[str, str]) -> Path:
    """The housing votes in a workshop file."""
    file = work / "housing.workshop"
    facilitator = [sys.executable, "-m", "facilitator"]
    for verb in (["new", str(file), "--title", "Housing"], ["import", str(file), str(HOUSING), "--as", "polis"]):
        subprocess.run([*facilitator, *verb], cwd=ROOT, env={**os.environ, **homes}, check=True, capture_output=True)
    return file


def read(file: Path, homes: dict[str, str]) -> bytes:
    """What the report of a file says, pickled."""
    from facilitator.workshop.places import Places
    from facilitator.workshop.queries.print_queries import report_values
    from facilitator.workshop.workshop import Workshop

    os.environ.update(homes)
    with Workshop.open(file, Places.of_this_laptop()) as workshop:
        return pickle.dumps(workshop.read(lambda reader: report_values(reader, dt.date.today().isoformat())))


if __name__ == "__main__":
    for row in run():
        print(row)
