"""What Linux itself must bring: the shared libraries that Qt opens; for the tests a screen, a session bus, PDF tools.

PySide6's wheels carry Qt but not what Qt asks of the desktop. Each library is tried rather than looked up in a package
list, so a machine that has it from anywhere is left alone.
"""

from __future__ import annotations

import ctypes
import importlib.util
import os
import shutil
import subprocess
import sys

# What readelf lists for Qt 6.11's xcb platform plugin, Gui, Widgets and DBus, less what Qt brings: its Debian package.
LIBRARIES = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libX11-xcb.so.1": "libx11-xcb1",
    "libX11.so.6": "libx11-6",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-glx.so.0": "libxcb-glx0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-render.so.0": "libxcb-render0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-shm.so.0": "libxcb-shm0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-util.so.1": "libxcb-util1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxcb.so.1": "libxcb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxkbcommon.so.0": "libxkbcommon0",
}
# What the tests start: its Debian package.
COMMANDS = {
    "Xvfb": "xvfb",
    "xdotool": "xdotool",
    "dbus-run-session": "dbus-daemon",
    "pdftotext": "poppler-utils",
    "qpdf": "qpdf",
    "cc": "gcc",
}
# What the tests read: its Debian package.
FILES = {
    "/usr/share/unicode/BidiCharacterTest.txt": "unicode-data",
    "/usr/libexec/at-spi-bus-launcher": "at-spi2-core",
    "/usr/include/stdlib.h": "libc6-dev",
}


def ready(*, tools: bool) -> None:
    """Install what is missing, or say what to type and stop."""
    missing = needs(tools=tools)
    if not missing:
        return
    if shutil.which("apt-get") is None:
        print("Missing here; if the window does not open, install what your system calls them:", *missing, flush=True)
        return
    rights = privilege()
    if rights is None:
        line = f"sudo apt-get update && sudo {' '.join(install_command(missing))}"
        raise SystemExit(f"Some system packages are missing. Type this, then the same command again:\n  {line}")
    print("Installing system packages:", *missing, flush=True)
    apt_get(rights, ["apt-get", "update", "-q"], fatal=False)
    apt_get(rights, install_command(missing), fatal=True)


def needs(*, tools: bool) -> list[str]:
    """The Debian packages this machine lacks, in alphabetical order."""
    missing: set[str] = set()
    if importlib.util.find_spec("ensurepip") is None:
        missing.add("python3-venv")
    if sys.platform.startswith("linux"):
        missing |= {package for name, package in LIBRARIES.items() if not opens(name)}
        if tools:
            missing |= {package for name, package in COMMANDS.items() if shutil.which(name) is None}
            missing |= {package for path, package in FILES.items() if not os.path.exists(path)}
    return sorted(missing)


def opens(library: str) -> bool:
    """Whether the system's loader finds this shared library."""
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def privilege() -> list[str] | None:
    """What to put before a command to run it as root without a question; None when that cannot be had."""
    if os.geteuid() == 0:
        return []
    sudo = shutil.which("sudo")
    if sudo and subprocess.run([sudo, "-n", "true"], capture_output=True, check=False).returncode == 0:
        return [sudo, "-n"]
    return None


def install_command(packages: list[str]) -> list[str]:
    """The apt command that installs these without a question."""
    return ["apt-get", "install", "-y", "-q", "--no-install-recommends", *packages]


def apt_get(rights: list[str], words: list[str], *, fatal: bool) -> None:
    """Run apt with its chatter kept back unless it fails. Old lists may still do, so only an install is fatal."""
    done = subprocess.run(
        [*rights, "env", "DEBIAN_FRONTEND=noninteractive", *words],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    if done.returncode:
        print(done.stdout, flush=True)
        if fatal:
            raise SystemExit("The system packages could not be installed. What apt said is above.")
