"""Everything a person can do with a key, in one table: its name, its words, its keys and what it does. Menus, buttons
and the page of keys read it.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QKeySequence

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from PySide6.QtWidgets import QWidget

    from facilitator.ui.look.looks import Looks
    from facilitator.ui.stations import Station


ALSO = {"print": ("Ctrl+P",)}
"""Keys that people know from other programs."""


class Doer(Protocol):
    """What the window must be able to do for its keys to work."""

    looks: Looks

    def open_file(self) -> None: ...
    def new_file(self) -> None: ...
    def go_home(self) -> None: ...
    def copy_elsewhere(self) -> None: ...
    def bring_in_polis(self) -> None: ...
    def try_example(self) -> None: ...
    def undo(self) -> None: ...
    def redo(self) -> None: ...
    def find_note(self) -> None: ...
    def capture(self) -> None: ...
    def escape(self) -> None: ...
    def do(self, station: str, deed: str) -> None: ...
    def fold(self) -> None: ...
    def go_to(self, station: str) -> None: ...
    def show_keys(self) -> None: ...
    def close(self) -> bool: ...


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing to do. `writes` says that it changes the workshop, `needs_file` that a workshop must be open, and
    `place` names the station where its keys work; empty is everywhere. `ticked` says that a tick shows whether it
    holds now.
    """

    name: str
    words: str
    keys: tuple[str, ...]
    slot: Callable[[], object]
    needs_file: bool = True
    writes: bool = False
    place: str = ""
    ticked: bool = False


class Actions(QObject):
    """The table, and a `QAction` for each entry, by name."""

    def __init__(self, window: QWidget, doer: Doer, stations: Iterable[Station]) -> None:
        super().__init__(window)
        known = tuple(stations)
        self.titles = {station.name: station.words for station in known}
        self.entries = (*self._table(doer), *self._of_stations(doer, known))
        self._made = {entry.name: self._make(window, entry) for entry in self.entries}
        self._file_open = self._read_only = False
        self._place = ""

    def __getitem__(self, name: str) -> QAction:
        return self._made[name]

    def allow(self, *, file_open: bool, read_only: bool) -> None:
        """Switch off what cannot be done now."""
        self._file_open, self._read_only = file_open, read_only
        for entry in self.entries:
            self._made[entry.name].setEnabled(self._is_possible(entry))

    def at(self, place: str) -> None:
        """A person came to a station: the keys of the others rest, so that one key may mean different deeds."""
        self._place = place
        for entry in self.entries:
            if entry.place:
                self._made[entry.name].setEnabled(self._is_possible(entry))

    def _is_possible(self, entry: Entry) -> bool:
        here = entry.place in {"", self._place}
        return here and (self._file_open or not entry.needs_file) and not (entry.writes and self._read_only)

    def _table(self, doer: Doer) -> tuple[Entry, ...]:
        return (
            Entry("open", self.tr("Open a workshop"), ("Ctrl+O",), doer.open_file, needs_file=False),
            Entry("new", self.tr("New workshop"), ("Ctrl+N",), doer.new_file, needs_file=False),
            Entry("polis", self.tr("Bring in a Polis folder"), ("Ctrl+I",), doer.bring_in_polis, needs_file=False),
            Entry("example", self.tr("Try the example"), ("Ctrl+E",), doer.try_example, needs_file=False),
            Entry("home", self.tr("Home: all workshops"), ("Alt+Home",), doer.go_home),
            Entry("copy", self.tr("Save a copy elsewhere"), ("Ctrl+Shift+S",), doer.copy_elsewhere),
            Entry("undo", self.tr("Undo"), ("Ctrl+Z",), doer.undo, writes=True),
            Entry("redo", self.tr("Redo"), ("Ctrl+Shift+Z", "Ctrl+Y"), doer.redo, writes=True),
            Entry("find", self.tr("Find a note"), ("Ctrl+F",), doer.find_note),
            Entry("capture", self.tr("Type a new note"), ("Ctrl+L",), doer.capture),
            Entry("escape", self.tr("Put a message away, or go back"), ("Esc",), doer.escape, needs_file=False),
            Entry("panel", self.tr("Fold the panel away, or bring it back"), ("F9",), doer.fold),
            *self._looks(doer),
            Entry("keys", self.tr("Show all keys"), ("F1", "?", "Ctrl+/"), doer.show_keys, needs_file=False),
            Entry("close", self.tr("Close the window"), ("Ctrl+Q",), doer.close, needs_file=False),
        )

    def _looks(self, doer: Doer) -> Iterator[Entry]:
        """How everything looks: its size, its colours, and the way it runs."""
        sizes = (
            ("bigger", self.tr("Everything bigger"), ("Ctrl++", "Ctrl+="), 1),
            ("smaller", self.tr("Everything smaller"), ("Ctrl+-",), -1),
            ("usual-size", self.tr("Everything at its usual size"), ("Ctrl+0",), 0),
        )
        for name, words, keys, step in sizes:
            yield Entry(name, words, keys, partial(doer.looks.scale, step), needs_file=False)
        for look, words in (
            ("system", self.tr("As the system")),
            ("light", self.tr("Light")),
            ("dark", self.tr("Dark")),
            ("contrast-light", self.tr("High contrast, light")),
            ("contrast-dark", self.tr("High contrast, dark")),
        ):
            yield Entry(f"look-{look}", words, (), partial(doer.looks.wear, look), needs_file=False, ticked=True)
        yield Entry("mirrored", self.tr("Right to left"), (), doer.looks.mirror, needs_file=False, ticked=True)

    def _of_stations(self, doer: Doer, stations: Iterable[Station]) -> Iterator[Entry]:
        """The way to each station, and what is done there and nowhere else."""
        for station in stations:
            words = self.tr("Go to {station}").format(station=station.words)
            keys = (f"Ctrl+{station.key}", *ALSO.get(station.name, ()))
            yield Entry(station.name, words, keys, self._go(doer, station.name))
            for deed in station.deeds():
                slot = self._do(doer, station.name, deed.name)
                yield Entry(deed.name, deed.words, deed.keys, slot, writes=deed.writes, place=station.name)

    def _go(self, doer: Doer, station: str) -> Callable[[], None]:
        return lambda: doer.go_to(station)

    def _do(self, doer: Doer, station: str, deed: str) -> Callable[[], None]:
        return lambda: doer.do(station, deed)

    def _make(self, window: QWidget, entry: Entry) -> QAction:
        action = QAction(entry.words, window)
        action.setObjectName(entry.name)
        action.setCheckable(entry.ticked)
        action.setShortcuts([QKeySequence(keys) for keys in entry.keys])
        action.triggered.connect(lambda: entry.slot())
        action.setAutoRepeat(entry.name != "remove")  # a key held down is not the second press that is asked for
        window.addAction(action)
        return action
