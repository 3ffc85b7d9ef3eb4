"""The archive on screen: which workshops came, from which laptops, what is missing, and what is safe to delete."""

from __future__ import annotations

import datetime
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QScrollArea, QWidget

from facilitator.ui import files
from facilitator.ui.look import tokens
from facilitator.ui.office.words import OfficeWords
from facilitator.ui.parts.secret import secret
from facilitator.ui.parts.widgets import button, column, frame, label, row
from facilitator.ui.store_thread import Cancel

if TYPE_CHECKING:
    from collections.abc import Sequence

    from facilitator.sync.office import Receipt
    from facilitator.sync.office_status import WorkshopStatus
    from facilitator.ui.notice import Notice
    from facilitator.ui.preferences import Preferences
    from facilitator.ui.store_thread import StoreThread

REMEMBERED = "office/archive"


class OfficePage(QWidget):
    """`left` says that somebody goes back to Home."""

    left = Signal()
    _went_on = Signal(int, int)

    def __init__(self, store: StoreThread, notice: Notice, preferences: Preferences) -> None:
        super().__init__()
        self._store, self._notice, self._preferences = store, notice, preferences
        self._words = OfficeWords(self)
        self._cancel = Cancel()
        self._path: Path | None = None
        self._locked: list[Path] = []
        self._receipts: dict[Path, Receipt] = {}
        self._make()
        self._went_on.connect(self._say_going_on)
        if known := preferences.get(REMEMBERED):
            self.open_archive(Path(known))

    def arrive(self) -> None:
        """The page has come up."""
        (self.take if self._path else self.choose).setFocus()

    def open_archive(self, path: Path, *, new: bool = False) -> None:
        """Open an archive, or make one, and show how it stands."""

        def opened(found: list[WorkshopStatus]) -> None:
            self._path = path
            self._preferences.keep(REMEMBERED, str(path))
            self._show(found)

        self._store.aside(lambda: _make(path) if new else _status(path), opened)

    def take_in(self, sources: Sequence[Path]) -> None:
        """Take files and folders in, and give a receipt for each."""
        path = self._path
        if path is None:
            self._notice.say(self.tr("Choose the archive first, or make one."), warn=True)
            return
        if list(sources) != self._locked:  # else the lines of the others stay: some are not safe to delete
            self._receipts = {}
        cancel, passphrase, self._locked = Cancel(), self.passphrase.text(), []
        self._cancel = cancel

        def going_on(done: int, of: int) -> None:
            cancel.check()
            self._went_on.emit(done, of)

        def take() -> tuple[list[Receipt], list[WorkshopStatus]]:
            from facilitator.sync.archive import Archive
            from facilitator.sync.office import sync
            from facilitator.sync.opener_here import opener_here
            from facilitator.workshop.places import Places

            places = Places.of_this_laptop()
            opener = replace(opener_here(places), passphrase=passphrase)
            with Archive.open(path, places.device.name) as archive:
                receipts = sync(archive, sources, places, lambda _file: opener, going_on)
            return receipts, _status(path)

        self._say_going_on(0, 1)
        self._store.aside(take, self._taken, lambda _error: self._notice.hide())

    def _taken(self, found: tuple[list[Receipt], list[WorkshopStatus]]) -> None:
        came, status = found
        self._receipts |= {one.path: one for one in came}
        receipts = list(self._receipts.values())
        first = sorted(receipts, key=lambda one: one.state != "refused")
        self._show(status, [self._words.receipt(one) for one in first])
        refused = sum(one.state == "refused" for one in receipts)
        if locked := [one.path for one in receipts if one.locked]:
            self._ask_for_passphrase(locked)
        elif not receipts:
            self._notice.say(self.tr("There is no workshop and no locked file there. Nothing was changed."), warn=True)
        elif refused:
            words = self.tr("{refused} of {count} files were not taken in. Their lines below say why.")
            self._notice.say(words.format(refused=refused, count=len(receipts)), warn=True)
        else:
            self._notice.say(self.tr("All of it is in. The lines below say what is safe to delete."))

    def _ask_for_passphrase(self, locked: list[Path]) -> None:
        """Some files wait for another passphrase: once it is typed, Enter takes them in."""
        self._locked = locked
        one = self.tr(
            "1 file is locked. Type its passphrase above and press Enter. The lines below tell of the others."
        )
        many = self.tr(
            "{count} files are locked. Type their passphrase above and press Enter. The lines below tell of the others."
        )
        self._notice.say((one if len(locked) == 1 else many).format(count=len(locked)), warn=True)
        self.passphrase.selectAll()
        self.passphrase.setFocus()

    def _take_locked(self) -> None:
        if self._locked and self.passphrase.text():
            self.take_in(self._locked)

    def _show(self, found: list[WorkshopStatus], receipts: Sequence[str] = ()) -> None:
        """The workshops, below a line for each file that was just taken in: two hundred of both can be scrolled."""
        self._where.setText(str(self._path or ""))
        inside = QWidget()
        empty = label(self.tr("Nothing has come in yet. Take in a stick or a folder."), "muted", wrap=True)
        cards: list[QWidget] = [self._card(one) for one in found] or [empty]
        if receipts:
            lines = label("\n".join(receipts), wrap=True)
            lines.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            cards.insert(0, lines)
        inside.setLayout(column(*cards, None, gap=tokens.GAP))
        self._area.setWidget(inside)
        inside.setAutoFillBackground(False)
        self.take.setEnabled(True)
        self.take_files.setEnabled(True)

    def _card(self, status: WorkshopStatus) -> QWidget:
        lines = [
            label(status.title, "head", wrap=True),
            label(self._words.about(status), "muted", wrap=True),
            label(self._words.laptops(status), wrap=True),
            *(label(words, "warn", wrap=True) for words in self._words.to_do(status)),
        ]
        return frame("card", column(*lines, gap=4), margins=(18, 14, 18, 14), gap=4)

    def _make(self) -> None:
        self.choose = button(self.tr("Choose the archive"), self._choose)
        self.new = button(self.tr("Make a new archive"), self._new)
        self.take = button(self.tr("Take in a stick or a folder"), self._take_folder, main=True)
        self.take_files = button(self.tr("Take in files"), self._take_files)
        self.take.setEnabled(False)
        self.take_files.setEnabled(False)
        self.passphrase = secret(self.tr("Passphrase of the locked files, if they have one"))
        self.passphrase.returnPressed.connect(self._take_locked)
        self._where = label("", "small", wrap=True)
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._area.setAccessibleName(self.tr("Workshops in the archive"))
        self._area.viewport().setAutoFillBackground(False)
        top = row(label(self.tr("Office"), "title"), None, self.choose, self.new)
        top.addWidget(button(self.tr("Back  Esc"), self.left.emit))
        about = self.tr("Every workshop that comes back, in one archive. What is there already is passed over.")
        deeds = row(self.take, self.take_files, self.passphrase, gap=tokens.GAP)
        deeds.setStretch(2, 1)
        box = column(top, label(about, "muted", wrap=True), self._where, deeds, 4, self._area, gap=8)
        box.setStretch(5, 1)
        self.setLayout(box)

    def _choose(self) -> None:
        if path := files.ask_archive(self):
            self.open_archive(path)

    def _new(self) -> None:
        if path := files.ask_new_archive(self):
            self.open_archive(path, new=True)

    def _take_folder(self) -> None:
        if path := files.ask_returned(self):
            self.take_in([path])

    def _take_files(self) -> None:
        if paths := files.ask_returned_files(self):
            self.take_in(paths)

    def _say_going_on(self, done: int, of: int) -> None:
        self._notice.say(
            self.tr("Taking in … {done} of {of}").format(done=done, of=of), do=self.tr("Stop"), act=self._cancel.set
        )


def _make(path: Path) -> list[WorkshopStatus]:
    from facilitator.sync.archive import Archive
    from facilitator.workshop.places import Places

    Archive.create(path, Places.of_this_laptop().device.name).close()
    return []


def _status(path: Path) -> list[WorkshopStatus]:
    from facilitator.sync.archive import Archive
    from facilitator.sync.office_status import status
    from facilitator.workshop.places import Places

    with Archive.open(path, Places.of_this_laptop().device.name) as archive:
        return status(archive, datetime.date.today().isoformat())
