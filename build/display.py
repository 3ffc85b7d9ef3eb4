"""A screen and a session bus of one's own, for tests, benches and screenshots on a machine that has neither.

`python3 -m build.display COMMAND ...` runs any command there.
"""

from __future__ import annotations

import contextlib
import os
import subprocess
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator


@contextlib.contextmanager
def virtual_display(width: int = 1920, height: int = 1080) -> Iterator[dict[str, str]]:
    """Start Xvfb and a D-Bus session; give the environment variables a process needs to use them.

    Both end with the block. Sizes are in pixels.
    """
    with _screen(width, height) as display, _session_bus() as bus:
        yield {"DISPLAY": display, "DBUS_SESSION_BUS_ADDRESS": bus, "QT_QPA_PLATFORM": "xcb"}


@contextlib.contextmanager
def _screen(width: int, height: int) -> Iterator[str]:
    """Xvfb on a display number it picks itself, so that several can run side by side."""
    command = ["Xvfb", "-displayfd", "1", "-screen", "0", f"{width}x{height}x24", "-nolisten", "tcp", "-noreset"]
    with _started(command) as process:
        yield f":{_first_line(process)}"


@contextlib.contextmanager
def _session_bus() -> Iterator[str]:
    """A bus that no other process of this person's uses; screen readers find programs over it."""
    with _started(["dbus-daemon", "--session", "--nofork", "--print-address=1"]) as process:
        yield _first_line(process)


@contextlib.contextmanager
def _started(command: list[str]) -> Iterator[subprocess.Popen[str]]:
    """Run a program that says on its first line where to reach it, and end it after the block."""
    quiet = {key: value for key, value in os.environ.items() if key != "DBUS_SESSION_BUS_ADDRESS"}
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, env=quiet)
    try:
        yield process
    finally:
        process.terminate()
        process.wait()
        if process.stdout:
            process.stdout.close()


def _first_line(process: subprocess.Popen[str]) -> str:
    """What the program said, or a plain complaint that it did not start."""
    line = process.stdout.readline().strip() if process.stdout else ""
    if not line:
        raise RuntimeError(f"{process.args!r} did not start")
    return line


if __name__ == "__main__":
    with virtual_display() as variables:
        sys.exit(subprocess.run(sys.argv[1:], env=dict(os.environ, **variables), check=False).returncode)
