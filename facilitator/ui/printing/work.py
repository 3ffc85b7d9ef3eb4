"""The strip below the pages: where PDFs go, how far the work is, what came of it, and a way to stop."""

from __future__ import annotations

from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QProgressBar, QWidget

from facilitator.domain.errors import Cancelled
from facilitator.ui import files
from facilitator.ui.parts.widgets import button, column, label, row
from facilitator.ui.printing import words as print_words
from facilitator.ui.printing.pdf_job import Order, PdfJob
from facilitator.workshop.documents import AFTER, BEFORE, ONE_SIDE_ONLY

if TYPE_CHECKING:
    import uuid
    from collections.abc import Callable

    from PySide6.QtPrintSupport import QPrinter

    from facilitator.ui.printing.choice import Choice
    from facilitator.ui.printing.job import PrintJob
    from facilitator.ui.printing.pdf_job import Saved
    from facilitator.ui.printing.wanted import Look, Wanted
    from facilitator.ui.store_thread import StoreThread
    from facilitator.workshop.documents import Document
    from facilitator.workshop.queries.print_values import PrintValues

    Group = tuple[PrintValues, ...]


class PrintWork(QWidget):
    """One thing at a time: saving or printing. `working` says when it begins and ends, `came_out` that all of it is
    there, `broken` carries places in the code, `moved` the folder a person chose.
    """

    working = Signal(bool)
    came_out = Signal()
    broken = Signal(str)
    moved = Signal(object)

    def __init__(self, parent: QWidget, store: StoreThread) -> None:
        super().__init__(parent)
        self._store = store
        self._stem = ""
        self._folder = Path()
        self._busy = False
        self._job: PdfJob | None = None
        self._printing: PrintJob | None = None
        self._scratch = ExitStack()
        self._trouble: list[str] = []
        self._place = label("", "muted", wrap=True)
        self._choose_button = button(self.tr("Choose another folder"), self._choose_folder)
        self._outcome = label("", "strong", wrap=True)
        self._progress = QProgressBar()
        self._progress.setTextVisible(False)
        self._progress.setAccessibleName(self.tr("How much is done"))
        self.stop_button = button(self.tr("Stop"), self.stop)
        self._open_button = button(self.tr("Open the folder"), self._open_folder)
        place, foot = row(self._place, self._choose_button), row(self._outcome, self.stop_button, self._open_button)
        for line in (place, foot):
            line.setStretch(0, 1)
        self.setLayout(column(self._progress, foot, place, gap=8))
        self._open_button.hide()
        self._show(working=False)

    def begin_with(self, stem: str, folder: Path) -> None:
        """The workshop's own name, which the PDFs begin with, and the folder they go into."""
        self._stem, self._folder = stem, folder
        self._show_place()

    def save(self, wanted: Wanted, choice: Choice) -> None:
        """Make PDFs in the folder."""
        if self._begin():
            self._give_out(wanted, lambda look: self._make(look, choice))

    def send(self, wanted: Wanted, choice: Choice) -> None:
        """Ask for a printer, make PDFs that are thrown away again, and print them."""
        if self._busy:
            return
        printer = ask_printer(self, choice)
        if printer:
            self.print_on(printer, wanted, choice)

    def print_on(self, printer: QPrinter, wanted: Wanted, choice: Choice) -> None:
        """Print on this printer."""
        if self._begin():
            self._give_out(wanted, lambda look: self._make_to_print(look, choice, printer))

    def is_done(self) -> bool:
        """Whether nothing is under way."""
        return not self._busy

    def outcome(self) -> str:
        """What is said of the last documents."""
        return self._outcome.text()

    def say(self, words: str) -> None:
        """Say why nothing is made."""
        self._outcome.setText(words)

    def progress(self) -> int:
        """How many pages of what is under way are done."""
        return self._progress.value()

    def stop(self) -> None:
        """Stop what is under way."""
        for job in (self._job, self._printing):
            if job:
                job.stop()

    def end(self) -> None:
        """The window closes: stop, and wait for it."""
        self.stop()
        for job in (self._job, self._printing):
            if job:
                job.wait()
        self._scratch.close()

    def _begin(self) -> bool:
        if self._busy:
            return False
        self._trouble = []
        self._outcome.setText(self.tr("Making the PDF …"))
        self._show(working=True)
        return True

    def _give_out(self, wanted: Wanted, then: Callable[[Look], None]) -> None:
        """Numbers are stored first, and what is printed is read after that: see `Wanted.read`."""

        def give(polls: list[uuid.UUID]) -> None:
            for poll in polls:
                self._store.change(
                    lambda workshop, poll=poll: wanted.give_out(workshop, poll), None, lambda _error: None
                )
            self._store.submit(wanted.read, then, self._not_read)

        self._store.submit(wanted.to_give_out, give, self._not_read)

    def _not_read(self, _error: Exception) -> None:
        """The strip at the top says why."""
        self._outcome.clear()
        self._show(working=False)

    def _make(self, look: Look, choice: Choice) -> None:
        groups = _groups(look)
        if choice.one_file:
            name = print_words.short_name(next(iter(groups))) if len(groups) == 1 else self.tr("papers")
            orders = [Order(tuple(groups.values()), self._free(name), choice.how)] if groups else []
        else:
            orders = [
                Order((group,), self._free(print_words.short_name(document)), choice.how)
                for document, group in groups.items()
            ]
        self._run(orders, self._show_saved)

    def _make_to_print(self, look: Look, choice: Choice, printer: QPrinter) -> None:
        from facilitator.workshop.places import Places
        from facilitator.workshop.scratch import scratch

        folder = self._scratch.enter_context(scratch(Places.of_this_laptop()))
        paths = {document: folder / f"{document}.pdf" for document in look.values}
        orders = [Order((group,), paths[document], choice.how) for document, group in _groups(look).items()]
        both = {paths[one] for one in look.values if choice.two_sided and one not in ONE_SIDE_ONLY}
        self._run(orders, lambda saved: self._print(printer, saved, both, grey=choice.grey))

    def _run(self, orders: list[Order], then: Callable[[list[Saved]], None]) -> None:
        self._job = job = PdfJob(self)
        job.drawn.connect(self._show_progress)
        job.saved.connect(lambda saved: self._end_job(saved, then))
        job.refused.connect(self._refuse)
        job.broken.connect(self._break)
        job.begin(orders)

    def _print(self, printer: QPrinter, saved: list[Saved], both: set[Path], *, grey: bool) -> None:
        from facilitator.ui.printing.job import PrintJob, Sheets

        if not saved or self._trouble:
            self._end(self._trouble)
            return
        self._outcome.setText(self.tr("Printing …"))
        sheets = [Sheets(one.path, one.path in both, one.each) for one in saved]
        self._printing = job = PrintJob(printer, sheets, grey=grey, parent=self)
        job.printed.connect(self._show_progress)
        job.refused.connect(self._refuse)
        job.broken.connect(self._break)
        job.finished.connect(lambda: self._show_printed(job, [warning for one in saved for warning in one.warnings]))
        job.start()

    def _end_job(self, saved: list[Saved], then: Callable[[list[Saved]], None]) -> None:
        if self._job:
            self._job.wait()
            self._job.deleteLater()
            self._job = None
        then(saved)

    def _show_saved(self, saved: list[Saved]) -> None:
        names = ", ".join(one.path.name for one in saved)
        count = print_words.pages(sum(one.pages for one in saved))
        told = [self.tr("Saved: {names} ({pages})").format(names=names, pages=count)] if saved else []
        self._open_button.setVisible(bool(saved))
        self._end([*told, *self._trouble, *(warning for one in saved for warning in one.warnings)])
        if saved and self.stop_button.hasFocus():
            self._open_button.setFocus()

    def _show_printed(self, job: PrintJob, warnings: list[str]) -> None:
        told = (
            []
            if self._trouble
            else [self.tr("Sent to the printer: {pages}").format(pages=print_words.pages(job.pages))]
        )
        self._printing = None
        job.deleteLater()
        self._end([*told, *self._trouble, *warnings])

    def _end(self, told: list[str]) -> None:
        if told and not self._trouble:
            self.came_out.emit()
        self._scratch.close()
        self._outcome.setText("\n".join(told))
        self._show(working=False)

    def _refuse(self, error: Exception) -> None:
        self._trouble.append(str(error))
        if not isinstance(error, Cancelled):
            self._store.refused.emit(error)

    def _break(self, places: str) -> None:
        self._trouble.append(self.tr("One document could not be made."))
        self.broken.emit(places)

    def _free(self, document: str) -> Path:
        """A name in the folder that is not taken, so that no earlier PDF is lost."""
        stem = f"{self._stem} {document}".strip()
        tries = (self._folder / (f"{stem}.pdf" if n == 1 else f"{stem} {n}.pdf") for n in range(1, 10_000))
        return next(path for path in tries if not path.exists())

    def _show_progress(self, pages: int, of: int) -> None:
        self._progress.setMaximum(of)
        self._progress.setValue(pages)

    def _show(self, *, working: bool) -> None:
        self._busy = working
        self.stop_button.setVisible(working)
        self._progress.setVisible(working)
        self._progress.setRange(0, 0)
        self._choose_button.setEnabled(not working)
        if working:
            self._open_button.hide()
            if self.isVisible():
                self.stop_button.setFocus()
        self.working.emit(working)

    def _show_place(self) -> None:
        self._place.setText(self.tr("PDFs go to {folder}").format(folder=self._folder))

    def _choose_folder(self) -> None:
        folder = files.ask_place(self, self._folder)
        if folder:
            self._folder = folder
            self._show_place()
            self.moved.emit(folder)

    def _open_folder(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._folder)))


def ask_printer(parent: QWidget, choice: Choice) -> QPrinter | None:
    """The system's own question: which printer, and its trays. Our choices are filled in."""
    from PySide6.QtGui import QPageSize
    from PySide6.QtPrintSupport import QPrintDialog, QPrinter

    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    sizes = {"A3": QPageSize.PageSizeId.A3, "A5": QPageSize.PageSizeId.A5, "letter": QPageSize.PageSizeId.Letter}
    printer.setPageSize(QPageSize(sizes.get(choice.paper, QPageSize.PageSizeId.A4)))
    printer.setDuplex(QPrinter.DuplexMode.DuplexLongSide if choice.two_sided else QPrinter.DuplexMode.DuplexNone)
    printer.setColorMode(QPrinter.ColorMode.GrayScale if choice.grey else QPrinter.ColorMode.Color)
    dialog = QPrintDialog(printer, parent)
    dialog.setOption(QPrintDialog.PrintDialogOption.PrintToFile, on=False)  # its file dialog reads what it lists
    return printer if dialog.exec() == QPrintDialog.DialogCode.Accepted else None


def _groups(look: Look) -> dict[Document, Group]:
    """What each document says, in the order of printing."""
    return {document: look.values[document] for document in (*BEFORE, *AFTER) if document in look.values}
