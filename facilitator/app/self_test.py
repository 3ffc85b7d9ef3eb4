"""The part of `--self-test` that needs Qt, in a process of its own: the window, all that Qt loads from files, and a PDF
made by a further child process as the window has it made.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QDeadlineTimer, QEventLoop, QLibrary, QLibraryInfo, QPluginLoader, QTranslator
from PySide6.QtGui import QFontDatabase, QIcon, QImageReader
from PySide6.QtWidgets import QApplication

from facilitator.app.window import start
from facilitator.resources import resources
from facilitator.ui import fonts

if TYPE_CHECKING:
    from collections.abc import Callable

SCREEN = {"win32": "windows", "darwin": "cocoa"}.get(sys.platform, "xcb")
PLUGINS = (f"platforms/{SCREEN}", "platforms/offscreen", "imageformats/jpeg", "imageformats/svg", "iconengines/svgicon")
FROM_THE_DESKTOP = "libwayland-"
"""A desktop without Wayland lacks these libraries, and never asks for the plugins that need them."""
PICTURES = {b"png", b"jpg", b"svg"}
PATIENCE = 60_000  # milliseconds


class NotWhole(Exception):
    """Something that was packed does not work; the message says what."""


def main(folder: str) -> int:
    """Try everything, on the example in this folder; a line of JSON a step, with what was tried and what is wrong."""
    seen: list[bool] = []
    app, window = start([], lambda _window: seen.append(True))
    steps: dict[str, Callable[[], str]] = {
        "The window opens": lambda: _until(lambda: bool(seen)) or app.platformName(),
        "Every plugin of Qt loads": _plugins,
        "Every font can be shown": _fonts,
        "Every icon can be drawn": _icons,
        "Every translation loads": _translations,
        "A child of the window makes a PDF": lambda: _make_pdf(Path(folder)),
    }
    for words, attempt in steps.items():
        print(json.dumps(_outcome(words, attempt)), flush=True)  # noqa: T201 (to the process that started this one)
    window.close()
    window.store.end()
    return 0


def _outcome(words: str, attempt: Callable[[], str]) -> tuple[str, str]:
    try:
        return f"{words} ({attempt()})", ""
    except Exception as error:  # noqa: BLE001 (whatever it is, the other steps still tell something)
        return words, f"{type(error).__name__}: {error}"


def _until(happened: Callable[[], bool]) -> str:
    deadline = QDeadlineTimer(PATIENCE)
    while not happened():
        if deadline.hasExpired():
            raise NotWhole("it did not happen in a minute")
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 50)
    return ""


def _plugins() -> str:
    """Those the app cannot do without; and once packed, whatever was packed."""
    folder = Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.PluginsPath))
    needed = [_plugin(folder, name) for name in PLUGINS]
    packed = getattr(sys, "frozen", False)
    chosen = sorted(path for path in folder.rglob("*") if QLibrary.isLibrary(path.name)) if packed else needed
    for path in chosen:
        loader = QPluginLoader(str(path))
        if not loader.load() and FROM_THE_DESKTOP not in loader.errorString():
            raise NotWhole(f"{path.relative_to(folder)} does not load: {loader.errorString()}")
    formats = {bytes(name.data()) for name in QImageReader.supportedImageFormats()}
    if absent := PICTURES - formats:
        raise NotWhole(f"{min(absent).decode()} pictures cannot be read")
    return f"{len(chosen)} plugins"


def _plugin(folder: Path, name: str) -> Path:
    kind, _, plugin = name.partition("/")
    for path in (folder / kind).glob(f"*q{plugin}.*"):
        if QLibrary.isLibrary(path.name):
            return path
    raise NotWhole(f"{name} is not there")


def _fonts() -> str:
    files = sorted(resources("fonts").glob("*.ttf"))
    for path in files:
        if QFontDatabase.addApplicationFont(str(path)) < 0:
            raise NotWhole(path.name)
    if absent := set(fonts.FAMILIES) - set(QFontDatabase.families()):
        raise NotWhole(f"{min(absent)} is not among them")
    return f"{len(files)} fonts"


def _icons() -> str:
    files = sorted(resources("icons").rglob("*.svg"))
    for path in files:
        image = QIcon(str(path)).pixmap(64, 64).toImage()
        if not any(image.pixelColor(x, y).alpha() for x in range(image.width()) for y in range(image.height())):
            raise NotWhole(f"nothing is seen of {path.name}")
    return f"{len(files)} icons"


def _translations() -> str:
    files = sorted(resources("translations").glob("*.qm"))
    for path in files:
        if not QTranslator().load(str(path)):
            raise NotWhole(path.name)
    return f"{len(files)} translations" if files else "there is none yet"


def _make_pdf(folder: Path) -> str:
    from facilitator.ui.pdf_job import Order, PdfJob
    from facilitator.workshop.places import Places
    from facilitator.workshop.queries.print_queries import report_values
    from facilitator.workshop.workshop import Workshop

    with Workshop.open(folder / "example.workshop", Places.under(folder / "places")) as workshop:
        values = workshop.read(lambda reader: report_values(reader, "2026-11-09"))
    ended: list[object] = []
    job = PdfJob()
    for signal in (job.saved, job.refused, job.broken):
        signal.connect(ended.append)
    path = folder / "from the window.pdf"
    job.begin([Order((values,), path)])
    try:
        _until(lambda: bool(ended))
    finally:
        job.stop()
        job.wait()
    if not path.is_file():
        raise NotWhole(str(ended[0]))
    return f"{path.stat().st_size // 1024} KB"
