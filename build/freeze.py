"""Building the stand-alone app with PyInstaller, and holding it to what it must do where nothing is installed."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
import time

from build import environment, linking, opening

DIST = os.path.join(environment.ROOT, "dist")
SCRATCH = os.path.join(environment.ROOT, ".cache", "pyinstaller")
MB = 1_000_000


def run(python: str, arguments: list[str]) -> int:
    """Build into dist/ and try what came out, saying how long each took; arguments go to PyInstaller."""
    for words, work in (
        ("built", lambda: build(python, arguments)),
        ("tried without a display", lambda: try_without_display(DIST)),
        ("libraries looked up", lambda: look_up_libraries(DIST)),
        ("shown in a window", lambda: show(python, DIST)),
        ("used by keys", lambda: use(python, DIST)),
    ):
        started = time.monotonic()
        if status := work():
            print(f"-- {words}: FAILED ({status})", flush=True)
            return status
        print(f"-- {words}: {time.monotonic() - started:.1f} s", flush=True)
    print(f"{folder(DIST)} is {size(folder(DIST)) / MB:.0f} MB.")
    return 0


def build(python: str, arguments: list[str], dist: str = DIST, scratch: str = SCRATCH) -> int:
    """Have PyInstaller build what installer.spec says."""
    command = [python, "-m", "PyInstaller", "--noconfirm", "--log-level", "ERROR", "--workpath", scratch]
    status = environment.call([*command, "--distpath", dist, *arguments, "installer.spec"])
    if not status:
        opening.write(folder(dist))
    return status


def try_without_display(dist: str) -> int:
    """The program's own test, with no display and nothing of ours in its environment."""
    ours = ("DISPLAY", "WAYLAND_DISPLAY", "PYTHONPATH", "VIRTUAL_ENV", "QT_QPA_PLATFORM")
    env = {name: value for name, value in os.environ.items() if name not in ours}
    with tempfile.TemporaryDirectory() as elsewhere:
        return subprocess.run([program(dist), "--self-test"], cwd=elsewhere, env=env, check=False).returncode


def look_up_libraries(dist: str) -> int:
    """Print the shared libraries that nobody brings, if there are any."""
    if not sys.platform.startswith("linux"):
        return 0
    absent = linking.missing(folder(dist))
    print(*(f"missing: {line}" for line in absent), sep="\n", end="\n" if absent else "")
    return len(absent)


def show(python: str, dist: str) -> int:
    """Open the window on a screen that this makes, and wait until something is seen."""
    if not shutil.which("Xvfb"):
        return 0
    return environment.call([python, "-m", "build.first_paint", program(dist)])


def use(python: str, dist: str) -> int:
    """Open the example in the window, add a note, take it back and close: by keys, where a screen can be made."""
    if not (shutil.which("Xvfb") and shutil.which("xdotool")):
        return 0
    return environment.call([python, "-m", "build.keys_journey", program(dist)])


def program(dist: str) -> str:
    """What a person starts from a command line."""
    if sys.platform == "darwin":
        return os.path.join(dist, "Facilitator.app", "Contents", "MacOS", "facilitator")
    return os.path.join(dist, "facilitator", "facilitator-cli.exe" if os.name == "nt" else "facilitator")


def folder(dist: str) -> str:
    """What is given to people."""
    return os.path.join(dist, "Facilitator.app" if sys.platform == "darwin" else "facilitator")


def size(top: str) -> int:
    """Bytes in all files below a folder, each once however many names lead to it."""
    paths = (os.path.join(where, name) for where, _, names in os.walk(top) for name in names)
    return sum(os.lstat(path).st_size for path in paths)
