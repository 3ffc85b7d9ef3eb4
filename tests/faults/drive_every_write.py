"""Tells a story with the n-th write going wrong, for n = 1, 2, 3 .. until nothing is left to go wrong, and prints what
did not hold. A program of its own, because the disk that fails is put before it by LD_PRELOAD (failing_disk.c).

    python -m tests.faults.drive_every_write FOLDER STORY HOW FIRST STRIDE
"""

from __future__ import annotations

import ctypes
import errno
import json
import os
import shutil
import signal
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from facilitator.domain.errors import Expected
from facilitator.domain.gestures.board import add_note
from facilitator.workshop.workshop import Workshop
from tests.faults import story
from tests.faults.story import State, places, state

if TYPE_CHECKING:
    from collections.abc import Callable

HOWS = {"once": 0, "from-then-on": 1, "kill": 2}
Steps = list["Callable[[Workshop], object]"]


def main(folder: Path, name: str, how: str, first: int, stride: int) -> int:
    """Try every `stride`-th n from `first` on; prints a line of JSON."""
    steps: Steps = getattr(story, name)()
    start = story.begin(folder)
    states = told(start, folder, steps)
    broken: list[str] = []
    n, faults = first, 0
    while True:
        work = folder / str(n)
        work.mkdir()
        path = Path(shutil.copy(start, work / start.name))
        done, happened = with_fault(path, steps, n, how)
        broken += [f"write {n}, {len(done)} steps done: {problem}" for problem in look(path, states, done, how)]
        if not happened:
            break
        faults += 1
        shutil.rmtree(work)
        n += stride
    print(json.dumps({"faults": faults, "broken": broken}))
    return 0


def told(start: Path, folder: Path, steps: Steps) -> list[State]:
    """The story without a fault: what there is before it and after each step."""
    path = Path(shutil.copy(start, folder / "told.workshop"))
    with Workshop.open(path, places(folder)) as workshop:
        states = [state(workshop)]
        for step in steps:
            step(workshop)
            states.append(state(workshop))
    return states


def with_fault(path: Path, steps: Steps, n: int, how: str) -> tuple[list[int], bool]:
    """Tell the story in a child process. Gives the steps it said were done, and whether the fault came to happen."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reading)
        os._exit(tell(path, steps, n, how, writing))
    os.close(writing)
    with os.fdopen(reading, "rb") as pipe:
        done = list(pipe.read())
    status = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    if status == -signal.SIGKILL:
        return done, True
    if status not in (0, 1):
        return [*done, 255], True
    return done, bool(status)


def tell(path: Path, steps: Steps, n: int, how: str, pipe: int) -> int:
    """In the child: each step is tried again once when it is refused; what is done is said at once."""
    disk = ctypes.CDLL(None)
    try:
        disk.fail_at(ctypes.c_long(n), HOWS[how], errno.ENOSPC if n % 2 else errno.EIO, b".workshop")
        workshop = opened(path)
        for number, step in enumerate(steps):
            if not twice(lambda step=step: step(workshop)):
                break
            os.write(pipe, bytes([number]))
        twice(workshop.close)
        return disk.fault_happened()
    except BaseException as error:  # noqa: BLE001 (whatever it is, it is what the test looks for)
        print(f"write {n}: {type(error).__name__}: {error}", file=sys.stderr)
        return 2


def opened(path: Path) -> Workshop:
    """The workshop, at the second try if the first one is refused."""
    try:
        return Workshop.open(path, places(path.parent))
    except Expected:
        return Workshop.open(path, places(path.parent))


def twice(step: Callable[[], object]) -> bool:
    """Whether a step was done, at the second try if need be."""
    for _ in range(2):
        try:
            step()
        except Expected:
            continue
        return True
    return False


def look(path: Path, states: list[State], done: list[int], how: str) -> list[str]:
    """What does not hold afterwards. A step that was on its way when the program or the disk went may be there or not,
    but whole.
    """
    if 255 in done:
        return ["the program ended in an error it does not know"]
    allowed = [states[len(done)]]
    if how != "once" and len(done) < len(states) - 1:
        allowed.append(states[len(done) + 1])
    with Workshop.open(path, places(path.parent)) as workshop:
        found = state(workshop)
        workshop.apply(add_note(story.BOARD, "Afterwards"))
        problems = workshop.check()  # of what there was before as well
    if found not in allowed:
        problems.append(f"there is {found}, not {allowed}")
    if how == "once" and len(done) < len(states) - 1:
        problems.append("the second try was refused as well")
    if story.SECRET not in found.words and story.SECRET.encode() in path.read_bytes():
        problems.append("what was removed for good is still in the file")
    beside = {file.name for file in path.parent.iterdir()} - {path.name, "state"}
    if beside:
        problems.append(f"left beside the file: {sorted(beside)}")
    return problems


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), sys.argv[2], sys.argv[3], int(sys.argv[4]), int(sys.argv[5])))
