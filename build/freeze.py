"""Building the stand-alone app with PyInstaller, and starting it once to see that it is whole."""

from __future__ import annotations

import os

from build import environment

DIST = os.path.join(environment.ROOT, "dist")


def run(python: str, arguments: list[str]) -> int:
    """Build `dist/facilitator/` and ask the program in it for its version; arguments go to PyInstaller."""
    scratch = os.path.join(environment.ROOT, ".cache", "pyinstaller")
    command = [python, "-m", "PyInstaller", "--noconfirm", "--log-level", "WARN", "--workpath", scratch]
    status = environment.call([*command, "--distpath", DIST, *arguments, "installer.spec"])
    if status:
        return status
    program = os.path.join(DIST, "facilitator", "facilitator.exe" if os.name == "nt" else "facilitator")
    return environment.call([program, "--version"])
