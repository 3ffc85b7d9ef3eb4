"""The page that lists every key by where it works, made from the one table of actions; typing finds one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QGridLayout, QLineEdit, QScrollArea, QWidget

from facilitator.ui.look import tokens
from facilitator.ui.parts.caret import calm
from facilitator.ui.parts.widgets import button, column, label, row

if TYPE_CHECKING:
    from collections.abc import Iterator

    from facilitator.ui.actions import Actions, Entry

COLUMNS = 2
WIDE = 900  # logical pixels that two columns need
Found = list[tuple[str, str]]


class Finder(QLineEdit):
    """Where a word is typed; the keys that move through the page go to the page."""

    moved = Signal(QKeyEvent)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take letters, and leave going up and down to the page."""
        if event.key() in {Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown}:
            self.moved.emit(event)
        else:
            super().keyPressEvent(event)


class KeysPage(QWidget):
    """What each key does, place by place."""

    left = Signal()

    def __init__(self, actions: Actions) -> None:
        super().__init__()
        self._actions = actions
        self.finder = Finder()
        self.finder.setAccessibleName(self.tr("Find a key"))
        self.finder.setPlaceholderText(self.tr("Type what you want to do, such as undo"))
        self.finder.textChanged.connect(self._show)
        calm(self.finder)
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setAccessibleName(self.tr("Keys"))
        self._area.viewport().setAutoFillBackground(False)
        self._area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.finder.moved.connect(self._area.keyPressEvent)
        back = button(self.tr("Back  Esc"), self.left.emit)
        top = row(label(self.tr("Keys"), "title"), None, self.finder, back)
        top.setStretch(2, 2)
        box = column(top, self._area, gap=12)
        box.setContentsMargins(tokens.PAGE_MARGIN, 20, tokens.PAGE_MARGIN, 12)
        box.setStretch(1, 1)
        self.setLayout(box)

    def arrive(self) -> None:
        """The page has come up: typing finds a key at once."""
        self.finder.clear()
        self._show()
        self.finder.setFocus()

    def listed(self) -> Iterator[tuple[str, Found]]:
        """Each place with what its keys do, as far as it has to do with what was typed."""
        wanted = self.finder.text().casefold().split()
        for place, words in self._places():
            found = [
                (what, keys)
                for what, keys in self._of(place)
                if all(part in f"{what} {keys} {words}".casefold() for part in wanted)
            ]
            if found:
                yield words, found

    def _places(self) -> Iterator[tuple[str, str]]:
        yield "", self.tr("Everywhere")
        yield "typing", self.tr("While typing a note")
        yield "wall", self.tr("On the wall of notes")
        for place in dict.fromkeys(entry.place for entry in self._actions.entries if entry.place):
            yield place, self._actions.titles[place]

    def _of(self, place: str) -> Iterator[tuple[str, str]]:
        if place in {"typing", "wall"}:
            for words, keys in self._while_typing() if place == "typing" else self._on_the_wall():
                yield words, shown(keys)
        else:
            for entry in self._actions.entries:
                if entry.place == place and entry.keys and not _is_one_of_seven(entry):
                    yield entry.words, shown(entry.keys)

    def _show(self) -> None:
        inside = QWidget()
        inside.setAutoFillBackground(False)
        groups = [self._group(words, found) for words, found in self.listed()]
        if not groups:
            groups = [column(label(self.tr("No key does that. Try a shorter word."), "muted"))]
        if len(groups) > 1 and self.width() >= WIDE:
            sides = row(*(column(*groups[at::COLUMNS], None, gap=20) for at in range(COLUMNS)), gap=48)
            sides.setStretch(0, 1)
            sides.setStretch(1, 1)
        else:
            sides = column(*groups, None, gap=20)
        inside.setLayout(sides)
        self._area.setWidget(inside)

    def _group(self, words: str, found: Found) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(24)
        grid.setVerticalSpacing(8)
        grid.addWidget(label(words, "head"), 0, 0, 1, 2)
        for at, (what, keys) in enumerate(found, 1):
            grid.addWidget(label(what, wrap=True), at, 0)
            grid.addWidget(label(keys, "strong"), at, 1, Qt.AlignmentFlag.AlignTop)
        grid.setColumnStretch(0, 1)
        return grid

    def _while_typing(self) -> tuple[tuple[str, tuple[str, ...]], ...]:
        """Keys that come in rows, or belong to one control."""
        return (
            (self.tr("Colour of the next note, or of the selected ones in the list"), ("Alt+1", "Alt+7")),
            (self.tr("Keep what is typed: add the note, or keep the change"), ("Return",)),
            (self.tr("Move through the notes while typing"), ("Up", "Down")),
            (self.tr("Go from the bar to the notes; from the notes back to the bar, with none selected"), ("Esc",)),
            (self.tr("The first note, or the last, once the hands are on the notes"), ("Home", "End")),
            (self.tr("Begin a new line while changing a note"), ("Shift+Return",)),
        )

    def _on_the_wall(self) -> tuple[tuple[str, tuple[str, ...]], ...]:
        """What a hand does there by dragging, and more."""
        return (
            (self.tr("Go to the nearest note on that side, with any arrow"), ("Ctrl+Left", "Ctrl+Up")),
            (self.tr("Select that note, too"), ("Shift+Left", "Shift+Up")),
            (self.tr("Take the note out of the selected ones, or in again"), ("Ctrl+Space",)),
            (self.tr("Select all notes"), ("Ctrl+A",)),
            (self.tr("Move the selected notes; a theme they come to takes them in"), ("Alt+Left", "Alt+Up")),
            (self.tr("Go to the next note as one reads, or to the one before"), ("Tab", "Shift+Tab")),
            (self.tr("Look further to a side"), ("Left", "Up")),
            (self.tr("Look closer, or from farther away; or turn the wheel with Ctrl"), ("+", "-")),
            (self.tr("See the whole wall"), ("Home",)),
            (self.tr("Move the wall with the mouse while this is held"), ("Space",)),
        )


def shown(keys: tuple[str, ...]) -> str:
    """Keys as this system writes them; the one that Qt calls Return has Enter on it, and is Enter in all we say."""
    native = "   ".join(QKeySequence(one).toString(QKeySequence.SequenceFormat.NativeText) for one in keys)
    return native.replace("Return", "Enter")


def _is_one_of_seven(entry: Entry) -> bool:
    return entry.name.startswith("colour-")
