"""The `.venv` that everything runs in: made from the committed locks, left alone while they have not changed."""

from __future__ import annotations

import glob
import os
import shutil
import subprocess
import sys

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
VENV = os.path.join(ROOT, ".venv")
VERSION = ".".join(str(part) for part in sys.version_info[:3])
PYTHON = os.path.join(VENV, *(("Scripts", "python.exe") if os.name == "nt" else ("bin", "python")))
LOCKS = {
    "app": os.path.join(ROOT, "requirements", "app.lock"),
    "tools": os.path.join(ROOT, "requirements", "tools.lock"),
}


def has_display() -> bool:
    """Whether a window can be opened here."""
    return not sys.platform.startswith("linux") or bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def ready(*, tools: bool = False) -> str:
    """Bring `.venv` and the system up to the locks, if they are not, and give the path of its Python."""
    names = ["app", "tools"] if tools else ["app"]
    if any(stamped(name) != wanted(name) for name in names):
        from build import system

        system.ready(tools=tools)
        if not works():
            create()
        install(names)
    return PYTHON


def wanted(name: str) -> str:
    """What the stamp of a lock says once it is installed: the lock itself, so that any change in it shows."""
    with open(LOCKS[name], encoding="utf-8") as file:
        return VERSION + "\n" + file.read()


def stamp(name: str) -> str:
    """Where it is remembered which state of a lock is installed."""
    return os.path.join(VENV, f"facilitator-{name}.stamp")


def stamped(name: str) -> str:
    """What was last installed under this name, or nothing."""
    try:
        with open(stamp(name), encoding="utf-8") as file:
            return file.read()
    except OSError:
        return ""


def works() -> bool:
    """Whether the Python in `.venv` starts, has pip, and is the version that runs this."""
    command = [PYTHON, "-c", "import pip, platform; print(platform.python_version())"]
    try:
        done = subprocess.run(command, capture_output=True, text=True, check=False)
    except OSError:
        return False
    return done.stdout.strip() == VERSION


def create() -> None:
    """Make `.venv` afresh."""
    print("Making .venv ...", flush=True)
    shutil.rmtree(VENV, ignore_errors=True)
    subprocess.run([sys.executable, "-m", "venv", VENV], check=True)


def install(names: list[str]) -> None:
    """Install the named locks into `.venv`: wheels only, each checked against its hash."""
    print("Installing libraries (once; a few minutes on a slow line) ...", flush=True)
    command = [PYTHON, "-m", "pip", "install", "-q", "--disable-pip-version-check", "--no-input"]
    command += ["--root-user-action", "ignore", "--require-hashes", "--only-binary", ":all:"]
    for name in names:
        command += ["-r", LOCKS[name]]
    if subprocess.run(command, check=False).returncode:
        raise SystemExit("The libraries could not be installed. Check the network and run the same command again.")
    for name in names:
        with open(stamp(name), "w", encoding="utf-8") as file:
            file.write(wanted(name))


def example(out: str) -> str:
    """The example workshop in this folder, or nothing when it has not been made yet."""
    found = sorted(glob.glob(os.path.join(glob.escape(out), "*.workshop")))
    return found[0] if found else ""


def call(command: list[str]) -> int:
    """Run a command from the top of the tree and give its exit status."""
    return subprocess.run(command, cwd=ROOT, check=False).returncode


def become(python: str, arguments: list[str]) -> int:
    """Start Facilitator in this process's place where the system can, so that nothing of ours stays behind it.

    It stays in the folder the person stands in, so that a file they name is found, and imports nothing from there.
    """
    os.environ["PYTHONPATH"] = ROOT
    command = [python, "-P", "-m", "facilitator", *arguments]
    if os.name != "nt":
        sys.stdout.flush()
        os.execv(python, command)
    return subprocess.run(command, check=False).returncode
