"""The part of `--self-test` that needs Qt, in a process of its own: the window, all that Qt loads from files, and a PDF
made, shown and printed by further child processes as the window has it done.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QDeadlineTimer, QEventLoop, QLibrary, QLibraryInfo, QPluginLoader, QTranslator
from PySide6.QtGui import QFontDatabase, QIcon, QImageReader
from PySide6.QtWidgets import QApplication

from facilitator.app.window import start
from facilitator.resources import resources
from facilitator.ui.look import fonts

if TYPE_CHECKING:
    from collections.abc import Callable

    from facilitator.workshop.queries.print_values import ReportValues
    from facilitator.workshop.reader import Reader

T = TypeVar("T")
SCREEN = {"win32": "windows", "darwin": "cocoa"}.get(sys.platform, "xcb")
PLUGINS = (f"platforms/{SCREEN}", "platforms/offscreen", "imageformats/jpeg", "imageformats/svg", "iconengines/svgicon")
FROM_THE_DESKTOP = ("libwayland-", "libcups")
"""A desktop without Wayland or CUPS lacks these libraries, and never asks for the plugins that need them."""
PICTURES = {b"png", b"jpg", b"svg"}
PATIENCE = 60_000  # milliseconds
DAY = "2026-11-09"
PAGE_WIDTH = 300  # pixels
WALL_SIZE = 900  # logical pixels


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
        "The wall is painted": lambda: _wall(Path(folder)),
        "A child of the window makes a PDF": lambda: _make_pdf(Path(folder)),
        "Its pages are shown": lambda: _look(Path(folder)),
        "It is printed": lambda: _print(Path(folder)),
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
        if not loader.load() and not any(name in loader.errorString() for name in FROM_THE_DESKTOP):
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


def _wall(folder: Path) -> str:
    """As the station of boards shows the first board of the example."""
    from facilitator.ui.canvas.view import CanvasView
    from facilitator.workshop.queries.board import boards, outline
    from facilitator.workshop.queries.wall import places_on

    board = _of_the_example(folder, lambda reader: outline(reader, boards(reader)[0].id))
    if board is None:
        raise NotWhole("the example has no board")
    notes = [note for theme in board.themes for note in theme.notes]
    view = CanvasView()
    view.resize(WALL_SIZE, WALL_SIZE)
    view.show_board(board.board_id, notes, places_on(board), {one.id: one.name for one in board.themes if one.id})
    image = view.grab().toImage()
    view.deleteLater()
    seen = {image.pixel(x, y) for x in range(0, image.width(), 4) for y in range(0, image.height(), 4)}
    if len(seen) < len({note.colour for note in notes}):
        raise NotWhole("nothing is seen of its notes")
    return f"{len(notes)} notes"


def _report(folder: Path) -> ReportValues:
    from facilitator.workshop.queries.print_queries import report_values

    return _of_the_example(folder, lambda reader: report_values(reader, DAY))


def _of_the_example(folder: Path, query: Callable[[Reader], T]) -> T:
    from facilitator.workshop.places import Places
    from facilitator.workshop.workshop import Workshop

    with Workshop.open(folder / "example.workshop", Places.under(folder / "places")) as workshop:
        return workshop.read(query)


def _paper(folder: Path) -> Path:
    return folder / "from the window.pdf"


def _make_pdf(folder: Path) -> str:
    from facilitator.ui.printing.pdf_job import Order, PdfJob

    ended: list[object] = []
    job = PdfJob()
    for signal in (job.saved, job.refused, job.broken):
        signal.connect(ended.append)
    path = _paper(folder)
    job.begin([Order(((_report(folder),),), path)])
    try:
        _until(lambda: bool(ended))
    finally:
        job.stop()
        job.wait()
    if not path.is_file():
        raise NotWhole(str(ended[0]))
    return f"{path.stat().st_size // 1024} KB"


def _look(folder: Path) -> str:
    """As the window shows papers before they are printed: a child draws them and PDFium makes pictures of them."""
    from facilitator.ui.printing.child import Drew, Picture, Pictured
    from facilitator.ui.printing.desk import PrintDesk
    from facilitator.ui.printing.how import How

    answers: list[object] = []
    desk = PrintDesk()
    desk.answered.connect(answers.append)
    try:
        desk.draw("report", 1, (_report(folder),), How())
        _until(lambda: bool(answers))
        desk.picture(Picture("report", 1, 0, PAGE_WIDTH, grey=True))
        _until(lambda: len(answers) == 2)
    finally:
        desk.end()
    drew, seen = answers
    if not (isinstance(drew, Drew) and isinstance(seen, Pictured)):
        raise NotWhole(str(answers))
    if len(set(seen.pixels)) < 2 or not seen.text.strip():
        raise NotWhole("nothing is seen on the page")
    return f"{len(drew.sizes)} pages"


def _print(folder: Path) -> str:
    """On a printer that is a file, so that no paper comes out anywhere."""
    from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

    from facilitator.ui.printing.job import PrintJob, Sheets

    printer, path = QPrinter(), folder / "printed.pdf"
    printer.setOutputFileName(str(path))
    job = PrintJob(printer, [Sheets(_paper(folder), two_sided=False)], grey=True)
    said: list[object] = []
    job.refused.connect(said.append)
    job.broken.connect(said.append)
    job.start()
    try:
        _until(job.isFinished)
    finally:
        job.stop()
        job.wait()
    if said or not path.is_file():
        raise NotWhole(str(said))
    return f"{job.pages} pages; this system knows {len(QPrinterInfo.availablePrinterNames())} printers"
