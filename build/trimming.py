"""What installer.spec leaves out of the packaged app: parts nobody opens, libraries only they need, debugging symbols.

An entry is PyInstaller's: the place in the folder, the file it comes from, and its kind.
"""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path, PurePath

from PyInstaller.depend.bindepend import get_imports

Entry = tuple[str, str, str]

UNUSED_MODULES = [
    # only in the tests' environment, or used by a library only if it is there
    "lxml", "hypothesis", "pytest", "setuptools", "pip", "tkinter", "rich", "pygments", "markdown_it",
    # Qt without a network
    "PySide6.QtNetwork", "PySide6.QtQml",
    # pictures nobody brings, and drawing that ReportLab and Qt do
    "PIL.AvifImagePlugin", "PIL._avif", "PIL._imagingcms", "PIL._imagingft", "PIL._imagingtk",
]  # fmt: skip
UNUSED_FILES = re.compile(
    r"/plugins/(designer|egldeviceintegrations|generic|networkinformation|qmltooling|sqldrivers|tls|vectorimageformats)/"
    r"|/plugins/platforms/(lib)?q(eglfs|linuxfb|vnc|vkkhrdisplay|minimal|minimalegl|direct2d)\."
    r"|/plugins/platforminputcontexts/(lib)?qtvirtualkeyboardplugin\."
    r"|/plugins/platformthemes/libqgtk3\."  # needs all of GTK for a file dialogue, which the desktop's portal has too
    r"|/plugins/wayland-graphics-integration-server/"
    r"|/plugins/imageformats/(lib)?q(icns|pdf|tga|tiff|wbmp)\."
    r"|/(lib)?Qt6?(Qml|Quick|VirtualKeyboard|EglFS|Sql|Pdf)\w*\."
    r"|/opengl32sw\.dll$"
)
QT_WORDS = re.compile(r"/PySide6/.*translations/(?P<catalogue>[a-z_]+?)_(?P<language>[a-z]{2}(_[A-Z]{2})?)\.qm$")
UNUSED_HOOKS = {"pyi_rth_inspect", "pyi_rth_pkgutil", "pyi_rth_pyside6"}
"""PyInstaller's code for before ours. The last loads Qt in every process, even one that only looks at a file, and makes
other programs that we start load our plugins; PySide6's wheels find theirs without it. We ask for no source code and
list no modules, which the others are for.
"""
OPENED_BY_NAME = re.compile(r"/(lib)?pdfium\.")
"""Libraries that no other names, because Python code opens them."""
LEFT_TO_THE_SYSTEM = "/plugins/printsupport/"
"""Without the system's own CUPS there is no printer either, so what Qt's plugin for it asks for is not brought."""
BUILT_ELSEWHERE = ("PySide6/", "shiboken6/", "numpy.libs/", "pillow.libs/", "pypdfium2_raw/")
"""Their symbols are stripped already, and their places in the file have been moved, which `strip` does not expect."""


def used(entries: list[Entry], languages: set[str]) -> list[Entry]:
    """Those the app may open; of Qt's own words, those in the languages our words are in."""
    return [entry for entry in entries if _is_used("/" + _place(entry), languages)]


def _is_used(place: str, languages: set[str]) -> bool:
    words = QT_WORDS.search(place)
    if words:
        return words["catalogue"] == "qtbase" and words["language"] in languages
    return not UNUSED_FILES.search(place)


def begun_with(scripts: list[Entry]) -> list[Entry]:
    """The scripts that run at the start, ours the last."""
    return [entry for entry in scripts if entry[0] not in UNUSED_HOOKS]


def needed(binaries: list[Entry]) -> list[Entry]:
    """Without the libraries that only left-out parts asked for. On Linux, where each library names those it needs."""
    asking = (entry for entry in binaries if not _is_library(entry) and LEFT_TO_THE_SYSTEM not in "/" + _place(entry))
    asked = {name for entry in asking for name in _imports(entry)}
    kept = [entry for entry in binaries if not _is_library(entry) or PurePath(entry[0]).name in asked]
    files = {_place(entry) for entry in kept}
    return [entry for entry in kept if entry[2] != "SYMLINK" or _target(entry) in files]


def stripped(binaries: list[Entry], scratch: Path) -> list[Entry]:
    """With copies that have no debugging symbols, where `strip` is at hand."""
    if not shutil.which("strip"):
        return binaries
    shutil.rmtree(scratch, ignore_errors=True)
    return [_stripped(entry, scratch) for entry in binaries]


def _stripped(entry: Entry, scratch: Path) -> Entry:
    place, file, kind = entry
    if kind == "SYMLINK" or place.startswith(BUILT_ELSEWHERE):
        return entry
    copy = scratch / place
    copy.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(file, copy)
    subprocess.run(["strip", "--strip-unneeded", copy], check=True)
    return place, str(copy), kind


def _is_library(entry: Entry) -> bool:
    """Whether it is there for others, rather than an extension of Python, a plugin, or Python itself."""
    place, _, kind = entry
    if OPENED_BY_NAME.search("/" + _place(entry)) or place.startswith("libpython"):
        return False
    return kind in ("BINARY", "SYMLINK") and "/plugins/" not in _place(entry)


def _imports(entry: Entry) -> set[str]:
    """The libraries it names, those that they name, and so on."""
    return {PurePath(name).name for name, _ in get_imports(entry[1])}


def _target(entry: Entry) -> str:
    return (PurePath(entry[0]).parent / entry[1]).as_posix()


def _place(entry: Entry) -> str:
    return entry[0].replace("\\", "/")
