"""What the window does while nobody does anything: a hall has no sockets, and each wake-up costs battery."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

import psutil

from build.desk import Desk
from build.first_paint import ROOT, at_home
from facilitator.exchange.millbrook.build import build_millbrook
from facilitator.workshop.places import Places

if TYPE_CHECKING:
    from collections.abc import Iterator

PLACES = {
    "plan": ("ctrl+1",),
    "people": ("ctrl+2",),
    "boards": ("ctrl+4",),
    "the wall": ("ctrl+4", "F6"),
    "votes": ("ctrl+5",),
    "prototypes": ("ctrl+6",),
}
SETTLED = 8  # seconds after the last key: the caret stands still after five
WATCHED = 60  # seconds
LIMIT = 1  # wake-ups a second


def run() -> Iterator[dict[str, object]]:
    """Wake-ups a second (voluntary context switches of all threads) and the processor's share, at each station and on
    the wall.
    """
    with tempfile.TemporaryDirectory() as home:
        path = Path(home) / "millbrook.workshop"
        build_millbrook(path, Places.under(Path(home) / "state")).close()
        env = at_home(home)
        with subprocess.Popen([sys.executable, "-m", "facilitator", str(path)], cwd=ROOT, env=env) as program:
            desk = Desk(env)
            desk.focus(desk.find("Millbrook"))
            for place, keys in PLACES.items():
                desk.press(*keys)
                time.sleep(SETTLED)
                wakeups, share = watched(program.pid)
                yield {
                    "figure": f"at rest at {place}",
                    "wakeups_a_second": round(wakeups, 2),
                    "cpu_percent": round(share * 100, 3),
                    "limit_wakeups_a_second": LIMIT,
                    "watched_s": WATCHED,
                }
            desk.press("ctrl+q")
            program.wait(WATCHED)


def watched(pid: int) -> tuple[float, float]:
    """Wake-ups a second of a process, and its share of one processor."""
    before, spent = woken(pid), cpu(pid)
    time.sleep(WATCHED)
    times = sum(count - before.get(thread, 0) for thread, count in woken(pid).items())
    return times / WATCHED, (cpu(pid) - spent) / WATCHED


def woken(pid: int) -> dict[str, int]:
    """How often each thread of a process gave the processor back by itself, which is how often it was woken."""
    counts: dict[str, int] = {}
    for thread in os.scandir(f"/proc/{pid}/task"):
        lines = Path(thread.path, "status").read_text(encoding="ascii").splitlines()
        counts[thread.name] = sum(int(line.split()[1]) for line in lines if line.startswith("voluntary_ctxt_switches"))
    return counts


def cpu(pid: int) -> float:
    """Seconds of the processor that a process has had."""
    times = psutil.Process(pid).cpu_times()
    return times.user + times.system
