"""Sends PDFs to the system's printer: each page at the printer's own resolution and at 100 %, never fitted to the page,
because a camera must find the boxes of a ballot where they are.

A thread of its own paints: Qt allows that for a QPrinter ("Thread-Support in Qt Modules"). It alone uses PDFium in this
process, which is for one thread only.
"""

from __future__ import annotations

import threading
from dataclasses import dataclass
from itertools import accumulate
from typing import TYPE_CHECKING

from PySide6.QtCore import QMarginsF, QObject, QRect, QSizeF, QThread, Signal
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrinter

from facilitator.domain.errors import Cancelled, Expected, FileTrouble
from facilitator.ui import fault_report
from facilitator.ui.printing.child import picture_of

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    import pypdfium2 as pdfium

SHARPEST, COARSEST = 600, 300
"""Dots per inch of the pictures sent to a printer: its own resolution, within these."""

STRIPE = 1_000
"""Rows of pixels drawn at a time, so that a page at 600 dpi never stands in memory twice."""

POINTS = 72.0


@dataclass(frozen=True, slots=True)
class Sheets:
    """A PDF to print, and whether both sides of the paper may be used; `each` is how many pages each copy in it has."""

    path: Path
    two_sided: bool
    each: tuple[int, ...] = ()


class PrintJob(QThread):
    """Prints one PDF after another. `printed` carries pages done and in all; `refused` or `broken` tell what went
    wrong; QThread's own `finished` ends it.
    """

    printed = Signal(int, int)
    refused = Signal(object)
    broken = Signal(str)

    def __init__(
        self, printer: QPrinter, sheets: Sequence[Sheets], *, grey: bool, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._printer = printer
        self._sheets = tuple(sheets)
        self._grey = grey
        self._stopped = threading.Event()
        self.pages = 0

    def stop(self) -> None:
        """Stop after the page under way; the printer throws away what it has of the document."""
        self._stopped.set()

    def run(self) -> None:
        try:
            self._print()
        except Expected as error:
            self.refused.emit(error)
        except Exception as error:  # noqa: BLE001 (a thread has nobody else to tell)
            self.broken.emit(fault_report.places(error))

    def _print(self) -> None:
        import pypdfium2 as pdfium

        documents = [pdfium.PdfDocument(one.path) for one in self._sheets]
        try:
            total = sum(map(len, documents))
            # A printer that is a file takes everything in one go: the next document would take its place.
            if self._printer.outputFileName():
                self._print_one(documents, total)
            else:
                for document, sheets in zip(documents, self._sheets, strict=True):
                    self._print_one([document], total, sheets.each, two_sided=sheets.two_sided)
        finally:
            for document in documents:
                document.close()

    def _print_one(
        self,
        documents: Sequence[pdfium.PdfDocument],
        total: int,
        each: Sequence[int] = (),
        *,
        two_sided: bool = False,
    ) -> None:
        printer = self._printer
        printer.setDuplex(QPrinter.DuplexMode.DuplexLongSide if two_sided else QPrinter.DuplexMode.DuplexNone)
        pages = [page for document in documents for page in document]
        backs = empty_backs(each) if two_sided else set[int]()
        full_page(printer, pages[0].get_size())
        painter = QPainter()
        if not painter.begin(printer):
            raise FileTrouble("The printer does not answer. Check that it is on, or save the PDF and print it later.")
        try:
            for turn, page in enumerate(pages):
                if self._stopped.is_set():
                    printer.abort()
                    raise Cancelled("Stopped. Pages that are with the printer already may still come out.")
                if turn:
                    full_page(printer, page.get_size())
                    printer.newPage()
                    if turn in backs:
                        printer.newPage()
                self._paint(painter, page)
                self.pages += 1
                self.printed.emit(self.pages, total)
        finally:
            painter.end()
            for page in pages:
                page.close()

    def _paint(self, painter: QPainter, page: pdfium.PdfPage) -> None:
        """A page at its own size, from the upper left corner of the paper."""
        own = self._printer.resolution()
        across, up = page.get_size()
        dots = max(COARSEST, min(own, SHARPEST))
        made = picture_of(page, round(across / POINTS * dots), grey=self._grey)
        kind = QImage.Format.Format_Grayscale8 if self._grey else QImage.Format.Format_RGB32
        picture = QImage(made.buffer, made.width, made.height, made.stride, kind)
        wide, tall = across / POINTS * own, up / POINTS * own
        for top in range(0, made.height, STRIPE):
            rows = min(STRIPE, made.height - top)
            first, last = round(tall * top / made.height), round(tall * (top + rows) / made.height)
            painter.drawImage(QRect(0, first, round(wide), last - first), picture, QRect(0, top, made.width, rows))


def empty_backs(each: Sequence[int]) -> set[int]:
    """Before which pages (from 0) the back of a sheet stays empty, so that no copy begins on the back of another."""
    begins = accumulate(each, initial=0)
    return {begin + pages for begin, pages in zip(begins, each, strict=False) if pages % 2}


def full_page(printer: QPrinter, size: tuple[float, float]) -> None:
    """Give the printer paper of a page's own size (in points), and all of it to draw on."""
    paper = QPageSize(QSizeF(*size), QPageSize.Unit.Point, "", QPageSize.SizeMatchPolicy.FuzzyMatch)
    printer.setPageLayout(
        QPageLayout(paper, QPageLayout.Orientation.Portrait, QMarginsF(0, 0, 0, 0), QPageLayout.Unit.Point)
    )
    printer.setFullPage(True)
