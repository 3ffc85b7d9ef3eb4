"""Choosing library versions: the only time versions move, and the only use of `uv`.

The locks name no host, hold every wheel's hash, and carry markers for Linux, Windows and macOS and Python 3.11 upwards.
"""

from __future__ import annotations

import os
import shutil
import subprocess

from build.environment import LOCKS


def run(arguments: list[str]) -> int:
    """Write both locks anew; arguments go to `uv pip compile` (such as `--upgrade`)."""
    uv = shutil.which("uv")
    if uv is None:
        raise SystemExit("This needs the command uv. Type: python3 -m pip install uv")
    quiet = [
        "--no-emit-index-url",
        "--no-emit-find-links",
        "--no-annotate",
        "--no-header",
        "--no-config",
        "--no-strip-extras",
    ]
    for path in LOCKS.values():
        source, name = os.path.basename(path).replace(".lock", ".in"), os.path.basename(path)
        command = [uv, "pip", "compile", "-q", "--universal", "--python-version", "3.11", "--generate-hashes"]
        command += ["--no-build", *quiet, source, "-o", name, *arguments]
        status = subprocess.run(command, cwd=os.path.dirname(path), check=False).returncode
        if status:
            return status
    return 0
