"""The few figures every bench gives: wall and CPU time of a call or a process, and what a list of them comes to."""

from __future__ import annotations

import math
import os
import statistics
import subprocess
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence


@dataclass(frozen=True)
class Taken:
    """Milliseconds one run took, by the clock on the wall and of the processor's time (all threads)."""

    wall: float
    cpu: float


def times(call: Callable[[], object], repeats: int) -> list[Taken]:
    """Each of `repeats` runs of `call`."""
    return [_one(call) for _ in range(repeats)]


def process_times(command: Sequence[str], repeats: int, env: Mapping[str, str] | None = None) -> list[Taken]:
    """Each of `repeats` runs of a command as a whole process, from its start to its end; a failing one raises."""
    return [_one_process(command, dict(os.environ, **(env or {}))) for _ in range(repeats)]


def percentile(values: Iterable[float], percent: float) -> float:
    """The smallest value that at least `percent` of all are not above (nearest rank)."""
    ordered = sorted(values)
    return ordered[max(0, math.ceil(len(ordered) * percent / 100) - 1)]


def summary(values: Sequence[float], unit: str = "ms") -> dict[str, float]:
    """Median, 95th and 99th percentile and maximum, rounded to microseconds when in milliseconds."""
    figures = {
        "median": statistics.median(values),
        "p95": percentile(values, 95),
        "p99": percentile(values, 99),
        "max": max(values),
    }
    return {f"{name}_{unit}": round(figure, 3) for name, figure in figures.items()}


def ratio(ours: float, theirs: float) -> float:
    """How many times as much as the plain way ours takes."""
    return round(ours / theirs, 2)


def _one(call: Callable[[], object]) -> Taken:
    wall, cpu = time.perf_counter(), time.process_time()
    call()
    return Taken((time.perf_counter() - wall) * 1000, (time.process_time() - cpu) * 1000)


def _one_process(command: Sequence[str], env: dict[str, str]) -> Taken:
    before, wall = os.times(), time.perf_counter()
    subprocess.run(command, env=env, stdout=subprocess.DEVNULL, check=True)
    after = os.times()
    cpu = after.children_user - before.children_user + after.children_system - before.children_system
    return Taken((time.perf_counter() - wall) * 1000, cpu * 1000)
