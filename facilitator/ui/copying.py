"""Saving a copy of the open workshop in another place. The rail says "also on" only of a copy that was read back, and
says so when there have been changes since.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QStorageInfo, QTime, Signal

from facilitator.ui import files
from facilitator.ui.store_thread import Cancel

if TYPE_CHECKING:
    from pathlib import Path

    from facilitator.ui.shell import Window
    from facilitator.workshop.copying import CopyMade
    from facilitator.workshop.workshop import Workshop


class Copying(QObject):
    """The copy of the workshop that is open, if there is one."""

    _went_on = Signal(int)

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self._window = window
        self._where = ""
        self._cancel = Cancel()
        self._went_on.connect(self._say_going_on)

    def begin(self) -> None:
        """Ask for a folder or a stick, and save a copy there."""
        if folder := files.ask_copy(self._window):
            self.copy_into(folder)

    def copy_into(self, folder: Path) -> None:
        """Save a copy in this folder, under the workshop's own file name."""
        path = self._window.path()
        if path is None:
            return
        cancel = self._cancel = Cancel()
        target = folder / path.name

        def job(workshop: Workshop) -> CopyMade:
            from facilitator.workshop.carried import remember_carried
            from facilitator.workshop.copying import copy_to
            from facilitator.workshop.places import Places

            def going_on(part: float) -> None:
                cancel.check()
                self._went_on.emit(round(part * 100))

            places = Places.of_this_laptop()
            made = copy_to(workshop, target, places, going_on)
            remember_carried(workshop, places, target)
            return made

        self._say_going_on(0)
        self._window.store.submit(job, self._made, lambda _error: self._window.notice.hide())

    def changed(self) -> None:
        """Something was changed: the copy is without it."""
        if self._where:
            self._window.rail.show_elsewhere(self.tr("{where}, without the last changes").format(where=self._where))

    def forget(self) -> None:
        """Another workshop is open now."""
        self._where = ""
        self._window.rail.show_elsewhere("")

    def _made(self, made: CopyMade) -> None:
        time = QTime(made.made_at.hour, made.made_at.minute).toString("HH:mm")
        name = name_of(made.path.parent)
        self._where = self.tr("Also on {place}, {time}").format(place=name, time=time)
        self._window.rail.show_elsewhere(self._where)
        self._window.notice.say(
            self.tr(
                "The copy is in {place}, and was read back whole. "
                "It holds people's names: keep it as safe as this laptop."
            ).format(place=name)
        )

    def _say_going_on(self, percent: int) -> None:
        self._window.notice.say(
            self.tr("Saving a copy … {percent} %. It will hold people's names.").format(percent=percent),
            do=self.tr("Stop"),
            act=self._cancel.set,
        )


def name_of(folder: Path) -> str:
    """What a person calls a place: the name of the stick at its top, else of the folder."""
    storage = QStorageInfo(str(folder))
    if storage.isValid() and not storage.isRoot() and str(folder) == storage.rootPath():
        return storage.displayName().rpartition("/")[2] or folder.name
    return folder.name or str(folder)
