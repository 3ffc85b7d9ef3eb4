"""Whether the packaged app finds every shared library it names, on Linux, where some are left to the system."""

from __future__ import annotations

import os
import re
import subprocess
from concurrent.futures import ThreadPoolExecutor

from build import system

MAGIC = b"\x7fELF"
LINE = re.compile(r"^\s*(?P<name>\S+) => (?P<path>\S+|not found)(?: \(0x|$)", re.MULTILINE)
FROM_EVERY_SYSTEM = {"libc.so.6", "libdl.so.2", "libm.so.6", "libpthread.so.0", "librt.so.1"}
CUPS = "libcups.so.2"
"""Comes with the system's printing, and what it asks for comes with it."""
FROM_THE_DESKTOP = {
    CUPS,
    "libGLX.so.0",  # these two with libGL
    "libGLdispatch.so.0",
    "libwayland-client.so.0",  # these three with Wayland; without it nothing asks for them
    "libwayland-cursor.so.0",
    "libwayland-egl.so.1",
}


def missing(folder: str) -> list[str]:
    """What is neither in the folder nor on the list of what systems bring: "libthis.so.1, for libthat.so".

    A library that this system happens to have counts as missing: another one may not.
    """
    brought = FROM_EVERY_SYSTEM | FROM_THE_DESKTOP | set(system.LIBRARIES)
    folder = os.path.realpath(folder)
    env = dict(os.environ, LD_LIBRARY_PATH=os.path.join(folder, "_internal"), LC_ALL="C")
    files = elf_files(folder)
    with ThreadPoolExecutor() as pool:
        asked = list(pool.map(lambda path: asked_outside(path, folder, env), files))
    return sorted(
        f"{name}, for {os.path.relpath(path, folder)}"
        for path, names in zip(files, asked, strict=True)
        for name in names - brought
    )


def asked_outside(path: str, folder: str, env: dict[str, str]) -> set[str]:
    """The libraries of one file that the loader finds outside the folder, or not at all."""
    found = looked_up(path, env)
    theirs = looked_up(found[CUPS], env).keys() if os.path.isfile(found.get(CUPS, "")) else set[str]()
    return {
        name
        for name, where in found.items()
        if name not in theirs and not os.path.realpath(where).startswith(folder + os.sep)
    }


def looked_up(path: str, env: dict[str, str]) -> dict[str, str]:
    """The libraries that one file asks for, and those they ask for: where the loader finds each."""
    done = subprocess.run(["ldd", path], capture_output=True, text=True, env=env, check=False)
    return dict(LINE.findall(done.stdout))


def elf_files(folder: str) -> list[str]:
    """Every program and library below a folder, once."""
    found = []
    for top, _, names in os.walk(folder):
        for path in (os.path.join(top, name) for name in names):
            if os.path.islink(path):
                continue
            with open(path, "rb") as file:
                if file.read(len(MAGIC)) == MAGIC:
                    found.append(path)
    return sorted(found)
