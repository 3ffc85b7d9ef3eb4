"""Everything a person can do with a key, in one table: its name, its words, its keys and what it does. Menus, buttons
and the page of keys read it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QKeySequence

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from PySide6.QtWidgets import QWidget

    from facilitator.ui.stations import Station


ALSO = {"print": ("Ctrl+P",)}
"""Keys that people know from other programs."""


class Doer(Protocol):
    """What the window must be able to do for its keys to work."""

    def open_file(self) -> None: ...
    def new_file(self) -> None: ...
    def bring_in_polis(self) -> None: ...
    def try_example(self) -> None: ...
    def undo(self) -> None: ...
    def redo(self) -> None: ...
    def find_note(self) -> None: ...
    def capture(self) -> None: ...
    def choose_colour(self, colour: int) -> None: ...
    def edit_note(self) -> None: ...
    def withhold_notes(self) -> None: ...
    def on_board(self, deed: str) -> None: ...
    def go_to(self, station: str) -> None: ...
    def show_keys(self) -> None: ...
    def close(self) -> bool: ...


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing to do. `writes` says that it changes the workshop, `needs_file` that a workshop must be open."""

    name: str
    words: str
    keys: tuple[str, ...]
    slot: Callable[[], object]
    needs_file: bool = True
    writes: bool = False


class Actions(QObject):
    """The table, and a `QAction` for each entry, by name."""

    def __init__(self, window: QWidget, doer: Doer, stations: Iterable[Station]) -> None:
        super().__init__(window)
        self.entries = self._table(doer, stations)
        self._made = {entry.name: self._make(window, entry) for entry in self.entries}

    def __getitem__(self, name: str) -> QAction:
        return self._made[name]

    def allow(self, *, file_open: bool, read_only: bool) -> None:
        """Switch off what cannot be done now."""
        for entry in self.entries:
            possible = (file_open or not entry.needs_file) and not (entry.writes and read_only)
            self._made[entry.name].setEnabled(possible)

    def _table(self, doer: Doer, stations: Iterable[Station]) -> tuple[Entry, ...]:
        return (
            Entry("open", self.tr("Open a workshop"), ("Ctrl+O",), doer.open_file, needs_file=False),
            Entry("new", self.tr("New workshop"), ("Ctrl+N",), doer.new_file, needs_file=False),
            Entry("polis", self.tr("Bring in a Polis folder"), ("Ctrl+I",), doer.bring_in_polis, needs_file=False),
            Entry("example", self.tr("Try the example"), ("Ctrl+E",), doer.try_example, needs_file=False),
            Entry("undo", self.tr("Undo"), ("Ctrl+Z",), doer.undo, writes=True),
            Entry("redo", self.tr("Redo"), ("Ctrl+Shift+Z", "Ctrl+Y"), doer.redo, writes=True),
            Entry("find", self.tr("Find a note"), ("Ctrl+F",), doer.find_note),
            Entry("capture", self.tr("Type a new note"), ("Ctrl+L", "Esc"), doer.capture),
            *(
                Entry(
                    f"colour-{n}",
                    self.tr("Colour {number}").format(number=n),
                    (f"Alt+{n}",),
                    self._colour(doer, n),
                    writes=True,
                )
                for n in range(1, 8)
            ),
            Entry("edit", self.tr("Change the note"), ("F2",), doer.edit_note, writes=True),
            Entry(
                "withhold",
                self.tr("Hide the note from the room, or show it again"),
                ("F8",),
                doer.withhold_notes,
                writes=True,
            ),
            *(
                Entry(name, words, keys, self._on_board(doer, name), writes=writes)
                for name, words, keys, writes in self._of_the_board()
            ),
            *(
                Entry(
                    station.name,
                    self.tr("Go to {station}").format(station=station.words),
                    (f"Ctrl+{n}", *ALSO.get(station.name, ())),
                    self._go(doer, station.name),
                )
                for n, station in enumerate(stations, 1)
            ),
            Entry("keys", self.tr("Show all keys"), ("F1",), doer.show_keys, needs_file=False),
            Entry("close", self.tr("Close the window"), ("Ctrl+Q",), doer.close, needs_file=False),
        )

    def _of_the_board(self) -> tuple[tuple[str, str, tuple[str, ...], bool], ...]:
        """What is done to a board: its name, its words, its keys, and whether it changes the workshop."""
        return (
            ("board-new", self.tr("Ask a new question on a board of its own"), ("Ctrl+B",), True),
            ("board-next", self.tr("Go to the next board"), ("Ctrl+PgDown",), False),
            ("board-before", self.tr("Go to the board before"), ("Ctrl+PgUp",), False),
            ("group", self.tr("Put the selected notes in a theme"), ("Ctrl+G",), True),
            ("ungroup", self.tr("Take the selected notes out of their theme"), ("Ctrl+U",), True),
            ("rename-theme", self.tr("Give the theme another name"), ("Shift+F2",), True),
            ("remove", self.tr("Remove the selected notes for good"), ("Ctrl+Delete",), True),
            ("park", self.tr("Set the selected notes aside, or take them back up"), ("Ctrl+Shift+P",), True),
            ("merge", self.tr("Make one note of the two selected ones"), ("Ctrl+M",), True),
            ("table", self.tr("Go to the next table: it says the next notes"), ("Ctrl+T",), True),
        )

    def _on_board(self, doer: Doer, deed: str) -> Callable[[], None]:
        return lambda: doer.on_board(deed)

    def _go(self, doer: Doer, station: str) -> Callable[[], None]:
        return lambda: doer.go_to(station)

    def _colour(self, doer: Doer, number: int) -> Callable[[], None]:
        return lambda: doer.choose_colour(number)

    def _make(self, window: QWidget, entry: Entry) -> QAction:
        action = QAction(entry.words, window)
        action.setObjectName(entry.name)
        action.setShortcuts([QKeySequence(keys) for keys in entry.keys])
        action.triggered.connect(lambda: entry.slot())
        action.setAutoRepeat(entry.name != "remove")  # a key held down is not the second press that is asked for
        window.addAction(action)
        return action
