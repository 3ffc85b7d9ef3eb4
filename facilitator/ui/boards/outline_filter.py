"""Choosing which notes are shown: by theme, colour, who said them, language and state, each one choice, by keys."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from facilitator.domain.languages import language_name
from facilitator.ui.boards.outline_wanted import ANY, ASIDE, EVERYTHING, HIDDEN, UNTRANSLATED, Wanted
from facilitator.ui.parts.form_side import Choice
from facilitator.ui.parts.widgets import button

if TYPE_CHECKING:
    from facilitator.ui.boards.outline_model import OutlineModel

PARTS = ("theme", "colour", "said_by", "language", "state")
COLUMNS = 3


class FilterBar(QWidget):
    """Hidden until it is asked for. `changed` carries what is wanted now; the words that are looked for come from the
    field that finds.
    """

    changed = Signal(object)

    def __init__(self, notes: OutlineModel) -> None:
        super().__init__()
        self._notes = notes
        names = {
            "theme": self.tr("Theme"),
            "colour": self.tr("Colour"),
            "said_by": self.tr("Said by"),
            "language": self.tr("Language"),
            "state": self.tr("State"),
        }
        self.choices = {part: Choice(names[part]) for part in PARTS}
        self._names = names
        grid = QGridLayout()
        grid.setContentsMargins(0, 0, 0, 0)
        for at, choice in enumerate(self.choices.values()):
            choice.kept.connect(lambda _value: self._choose())
            grid.addWidget(choice, *divmod(at, COLUMNS))
        self._all = button(self.tr("Show all  Ctrl+Shift+X"), self.clear, about=self.tr("Show every note again"))
        grid.addWidget(self._all, *divmod(len(PARTS), COLUMNS))
        self.setLayout(grid)
        self.hide()

    def begin(self) -> None:
        """Ask which notes are wanted."""
        self._offer()
        self.show()
        self.choices["theme"].setFocus()

    def clear(self) -> None:
        """Show every note again, and go away."""
        self.hide()
        self.changed.emit(EVERYTHING)

    def rest(self) -> None:
        """Go away while nothing is chosen here; a choice that holds stays to be seen."""
        if not narrowed(self._notes.wanted):
            self.hide()

    def words(self) -> str:
        """What the notes are narrowed to, such as "colour 3, not translated"."""
        wanted = self._notes.wanted
        chosen = [self._said(part) for part in PARTS if getattr(wanted, part) != ANY]
        if wanted.words.strip():
            chosen.append(self.tr("with “{words}”").format(words=wanted.words.strip()))
        return ", ".join(chosen)

    def _choose(self) -> None:
        values = {part: choice.value() for part, choice in self.choices.items()}
        self.changed.emit(replace(self._notes.wanted, **values))

    def _said(self, part: str) -> str:
        words = self.choices[part].currentText()
        if part == "said_by":
            return self.tr("said by {table}").format(table=words)
        return words if part == "theme" else words[:1].lower() + words[1:] if part in {"colour", "state"} else words

    def _offer(self) -> None:
        notes, wanted, board = self._notes.all_notes(), self._notes.wanted, self._notes.board
        meanings = board.meanings if board else ()
        colours = sorted({note.colour for note in notes})
        speakers = {(note.table_id or note.person_id): note.said_by for note in notes if note.said_by}
        languages = {note.language for note in notes} | {note.spoken_language for note in notes}
        offered: dict[str, list[tuple[object, str]]] = {
            "theme": [(theme.id, theme.name) for theme in self._notes.themes()],
            "colour": [(colour, self._colour(colour, meanings)) for colour in colours],
            "said_by": [(None, self.tr("nobody in particular")), *sorted(speakers.items(), key=lambda one: one[1])],
            "language": [(code, language_name(code)) for code in sorted(languages - {""}, key=language_name)],
            "state": [
                (UNTRANSLATED, self.tr("Not translated")),
                (HIDDEN, self.tr("Hidden from the room")),
                (ASIDE, self.tr("Set aside")),
            ],
        }
        offered["theme"].append((None, self.tr("Not grouped yet")))
        offered["language"].append(("", self.tr("Language not said")))
        for part, choice in self.choices.items():
            choice.offer([(ANY, self._any(part)), *offered[part]])
            choice.show_value(getattr(wanted, part))

    def _any(self, part: str) -> str:
        return self.tr("{name}: any").format(name=self._names[part])

    def _colour(self, colour: int, meanings: tuple[str, ...]) -> str:
        name = self.tr("Colour {number}").format(number=colour)
        meaning = meanings[colour - 1] if colour <= len(meanings) else ""
        return f"{name}, {meaning}" if meaning else name


def narrowed(wanted: Wanted) -> bool:
    """Whether anything but the words that are looked for narrows the notes."""
    return replace(wanted, words="") != EVERYTHING
