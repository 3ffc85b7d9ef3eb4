"""The station of print: what the room needs on paper, what it gets back, and where the PDFs went."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QCheckBox, QComboBox, QFrame, QProgressBar, QSpinBox, QWidget

from facilitator.domain.errors import Cancelled
from facilitator.ui import files
from facilitator.ui.pages.page import Page
from facilitator.ui.pages.wanted import Wanted
from facilitator.ui.pdf_job import Order, PdfJob, Saved
from facilitator.ui.widgets import button, column, frame, label, row

if TYPE_CHECKING:
    import uuid

    from facilitator.domain.change import Effects
    from facilitator.ui.store_thread import Opened, StoreThread
    from facilitator.workshop.queries.print_values import PrintValues
    from facilitator.workshop.queries.voting import PollItem

MOST_COPIES = 2_000
USUAL_COPIES = 20


class Choice(QWidget):
    """One document to tick, and how many copies where it is given to each person."""

    changed = Signal()

    def __init__(self, words: str, about: str, *, copies: bool) -> None:
        super().__init__()
        self.box = QCheckBox(words)
        self.box.setChecked(True)
        self.box.setAccessibleDescription(about)
        self.copies = QSpinBox()
        self.copies.setRange(1, MOST_COPIES)
        self.copies.setValue(USUAL_COPIES)
        self.copies.setAccessibleName(self.tr("How many: {document}").format(document=words))
        self.copies.setFixedWidth(96)
        self.copies.lineEdit().setTextMargins(10, 0, 0, 0)
        under = label(about, "small", wrap=True)
        under.setContentsMargins(44, 0, 0, 6)
        self.setLayout(column(row(self.box, None, self.copies), under, gap=0))
        self.copies.setVisible(copies)
        self.box.toggled.connect(lambda on: self.copies.setEnabled(on))
        self.box.toggled.connect(lambda _on: self.changed.emit())
        self.copies.valueChanged.connect(lambda _value: self.changed.emit())


class Sheet(QFrame):
    """A picture in words of one document that will be made."""

    def __init__(self) -> None:
        super().__init__()
        self._title = label("", "head", wrap=True)
        self._facts = label("", "muted", wrap=True)
        inside = frame("sheet", column(self._title, self._facts, None), margins=(20, 26, 20, 20), gap=12)
        inside.setMinimumSize(150, 340)
        inside.setMaximumSize(252, 340)
        self.setLayout(row(inside))

    def say(self, title: str, facts: list[str]) -> None:
        """What the document is and what will be in it."""
        self._title.setText(title)
        self._facts.setText("\n\n".join(facts))


class PrintPage(Page):
    """Three documents so far. They are made in a child process and saved beside the workshop, or where the person
    says.
    """

    def __init__(self, store: StoreThread) -> None:
        super().__init__(store)
        self._polls: list[PollItem] = []
        self._opened: Opened | None = None
        self._folder = Path()
        self._job: PdfJob | None = None
        self._read_only = self._known = False
        self.ballots = Choice(
            self.tr("Ballots"), self.tr("One for each person, with a number and no name"), copies=True
        )
        self.forms = Choice(self.tr("Feedback forms"), self.tr("For those who try a prototype out"), copies=True)
        self.report = Choice(self.tr("Report"), self.tr("What was said and how the votes came out"), copies=False)
        self._poll = QComboBox()
        self._poll.setAccessibleName(self.tr("Vote for the ballots"))
        self._poll.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self._poll.activated.connect(lambda _at: self._describe())
        self.save_button = button(self.tr("Save as PDF"), self.save, main=True)
        self.stop_button = button(self.tr("Stop"), self.stop)
        self._folder_button = button(self.tr("Choose another folder"), self._choose_folder)
        self._open_button = button(self.tr("Open the folder"), self._open_folder)
        self._place = label("", "", wrap=True)
        self._outcome = label("", "strong", wrap=True)
        self._progress = QProgressBar()
        self._progress.setTextVisible(False)
        self._progress.setAccessibleName(self.tr("How much is drawn"))
        self._sheets = {name: Sheet() for name in ("ballots", "forms", "report")}
        self._lay_out()
        for choice in (self.ballots, self.forms, self.report):
            choice.changed.connect(self._describe)
        self._open_button.hide()
        self._show_working(working=False)

    def title(self) -> str:
        return self.tr("Print")

    def show_workshop(self, opened: Opened) -> None:
        self._opened = opened
        self._read_only = opened.read_only
        self._folder = opened.path.parent
        self.ballots.box.setEnabled(not opened.read_only)
        if opened.read_only:
            self.ballots.box.setChecked(False)
        self._known = False
        self.reread()

    def follow(self, effects: Effects) -> None:
        if effects.tables() & {"poll", "option"}:
            self.reread()

    def reread(self) -> None:
        from facilitator.workshop.queries.voting import polls

        self.store.submit(lambda workshop: workshop.read(polls), self._show_polls)

    def arrive(self) -> None:
        self.save_button.setFocus()

    def save(self) -> None:
        """Give out the ballots' numbers, read what the documents say in one go, and have them made."""
        if not self._known:
            return
        if not self._chosen():
            self._outcome.setText(self.tr("Tick what you want to print."))
            return
        self._show_working(working=True)
        order = Wanted(
            tuple(self._chosen()), self._chosen_poll(), self.ballots.copies.value(), self.forms.copies.value()
        )
        if "ballots" in order.documents:
            self.store.change(order.give_out, lambda _effects: self._read(order), self._not_made)
        else:
            self._read(order)

    def is_done(self) -> bool:
        """Whether no PDF is being made."""
        return self.save_button.isEnabled()

    def outcome(self) -> str:
        """What is said of the last documents."""
        return self._outcome.text()

    def progress(self) -> int:
        """How many pages of the document under way are drawn."""
        return self._progress.value()

    def stop(self) -> None:
        """Stop making PDFs."""
        if self._job:
            self._job.stop()

    def end(self) -> None:
        """The window closes: stop and wait for the child."""
        if self._job:
            self._job.stop()
            self._job.wait()

    def _lay_out(self) -> None:
        before = (label(self.tr("Before"), "head"), label(self.tr("What the room needs on paper"), "muted"))
        after = (label(self.tr("After"), "head"), label(self.tr("What the room said, to give back"), "muted"))
        left = frame(
            "sideStart",
            column(*before, 4, self.ballots, self._poll, self.forms, 18, *after, 4, self.report, None, gap=4),
            margins=(24, 22, 20, 18),
            gap=4,
        )
        left.setFixedWidth(350)
        sheets = row(*self._sheets.values(), None, gap=20)
        place = row(self._place, self._folder_button, gap=12)
        place.setStretch(0, 1)
        foot = row(self._outcome, self.stop_button, self._open_button, gap=12)
        foot.setStretch(0, 1)
        right = frame("desk", column(sheets, None, place, self._progress, foot), margins=(28, 26, 28, 24), gap=14)
        whole = row(left, right, gap=0)
        whole.setStretch(1, 1)
        self.setLayout(whole)
        tools = self.tools.layout()
        assert tools is not None
        tools.addWidget(self.save_button)

    def _show_polls(self, polls: list[PollItem]) -> None:
        kept = self._chosen_poll()
        self._polls = polls
        ids = [poll.id for poll in polls]
        with QSignalBlocker(self._poll):
            self._poll.clear()
            self._poll.addItems([poll.question for poll in polls])
            if kept and kept in ids:
                self._poll.setCurrentIndex(ids.index(kept))
        self._poll.setVisible(len(polls) > 1)
        self._known = True
        self._describe()

    def _chosen_poll(self) -> uuid.UUID | None:
        at = self._poll.currentIndex()
        return self._polls[at].id if 0 <= at < len(self._polls) else None

    def _chosen(self) -> list[str]:
        ticked = {"ballots": self.ballots, "forms": self.forms, "report": self.report}
        return [name for name, choice in ticked.items() if choice.box.isChecked()]

    def _describe(self) -> None:
        poll = next((poll for poll in self._polls if poll.id == self._chosen_poll()), None)
        copies, forms = self.ballots.copies.value(), self.forms.copies.value()
        each = (
            self.tr("1 ballot with a number of its own")
            if copies == 1
            else self.tr("{count} ballots, each with a number of its own").format(count=copies)
        )
        self._sheets["ballots"].say(
            self.tr("Ballots"),
            [poll.question if poll else self.tr("No vote yet"), each, self.tr("A camera can read them.")],
        )
        self._sheets["forms"].say(
            self.tr("Feedback forms"),
            [
                self.tr("1 form") if forms == 1 else self.tr("{count} forms").format(count=forms),
                self.tr("What worked, what to change, questions, new ideas"),
            ],
        )
        self._sheets["report"].say(
            self.tr("Report"),
            [
                self.tr("Every statement and its counts, in rank order"),
                self.tr("Hidden notes are left out."),
                self.tr("Says where the numbers come from."),
            ],
        )
        chosen = self._chosen()
        for name, sheet in self._sheets.items():
            sheet.setVisible(name in chosen)
        self._place.setText(self.tr("To be saved in {folder}").format(folder=self._folder))

    def _read(self, order: Wanted) -> None:
        self.store.submit(order.read, self._make, self._not_made)

    def _make(self, values: list[tuple[str, tuple[PrintValues, ...]]]) -> None:
        names = {"ballots": self.tr("ballots"), "forms": self.tr("feedback forms"), "report": self.tr("report")}
        orders = [Order(value, self._free(names[name])) for name, value in values]
        self._job = job = PdfJob(self)
        job.drawn.connect(self._show_drawn)
        job.saved.connect(self._show_saved)
        job.refused.connect(self._refuse)
        job.broken.connect(lambda _places: self._not_made(None))
        job.broken.connect(self.broken)
        job.begin(orders)

    broken = Signal(str)

    def _free(self, document: str) -> Path:
        """A name in the folder that is not taken, so that no earlier PDF is lost."""
        stem = f"{self._opened.path.stem if self._opened else ''} {document}".strip()
        tries = (self._folder / (f"{stem}.pdf" if n == 1 else f"{stem} {n}.pdf") for n in range(1, 10_000))
        return next(path for path in tries if not path.exists())

    def _show_drawn(self, pages: int, of: int) -> None:
        self._progress.setMaximum(of)
        self._progress.setValue(pages)

    def _show_saved(self, saved: list[Saved]) -> None:
        self._end_job()
        names = ", ".join(one.path.name for one in saved)
        pages = sum(one.pages for one in saved)
        count = self.tr("1 page") if pages == 1 else self.tr("{count} pages").format(count=pages)
        warnings = [warning for one in saved for warning in one.warnings]
        self._outcome.setText(
            "\n".join([self.tr("Saved: {names} ({pages})").format(names=names, pages=count), *warnings])
        )
        self._open_button.show()
        if self.isVisible():
            self._open_button.setFocus()

    def _refuse(self, error: Exception) -> None:
        self._not_made(error)
        if isinstance(error, Cancelled):
            self._outcome.setText(str(error))
        else:
            self.store.refused.emit(error)

    def _not_made(self, _error: Exception | None) -> None:
        self._end_job()
        self._outcome.clear()

    def _end_job(self) -> None:
        if self._job:
            self._job.wait()
            self._job.deleteLater()
            self._job = None
        self._show_working(working=False)

    def _show_working(self, *, working: bool) -> None:
        self.save_button.setEnabled(not working)
        self.stop_button.setVisible(working)
        self._progress.setVisible(working)
        self._progress.setRange(0, 0)
        if working and self.isVisible():
            self.stop_button.setFocus()
        if working:
            self._open_button.hide()
            self._outcome.setText(self.tr("Making the PDF …"))

    def _choose_folder(self) -> None:
        folder = files.ask_place(self, self._folder)
        if folder:
            self._folder = folder
            self._describe()

    def _open_folder(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._folder)))
