"""The words of the past: a line for each thing that happened, and a board as it stood."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from facilitator.domain.change import Step
from facilitator.ui.parts.direction import isolated
from facilitator.ui.together.words import TogetherWords, short
from facilitator.ui.words import Words

if TYPE_CHECKING:
    from collections.abc import Iterable

    from facilitator.domain.past import HistoryEntry
    from facilitator.workshop.queries.past import PastBoard, PastNote
    from facilitator.workshop.queries.touched import Touched

TABLES = {
    "notes": ("note", "theme", "board"),
    "people": ("participant", "attendance", "consent", "connection", "seat", "room_table"),
    "votes": ("poll", "option", "ballot", "mark"),
    "prototypes": ("idea", "idea_note", "prototype", "trial", "feedback", "decision"),
    "plan": ("programme", "session", "activity"),
    "stories": ("story", "quote", "insight", "insight_quote"),
}
"""The kinds of things one looks for, and the tables they are about."""


class PastWords(QObject):
    """Says what happened as people would."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._words, self._times = Words(self), TogetherWords(self)

    def line(self, entry: HistoryEntry, about: Touched | None = None) -> str:
        """What happened, when, where and to what: "14 Jan 11:20 · Laptop 3F2A · Add a note: “Tea”"."""
        did = self._words.of(Step(entry.group, entry.code, entry.details))
        said = {"do": did, "undo": self.tr("undo: {what}"), "redo": self.tr("do again: {what}")}[entry.did]
        said = said.format(what=did) if entry.did != "do" else said
        said = said[:1].upper() + said[1:]
        if entry.undone:  # before the words, which a narrow window cuts
            said = self.tr("{what} (taken back)").format(what=said)
        if about is not None:
            words = self.tr("{what}: “{words}” and others") if about.others else self.tr("{what}: “{words}”")
            said = words.format(what=said, words=isolated(short(about.words)))
        when = self._times.when(entry.at)
        return self.tr("{when} · {device} · {what}").format(when=when, device=entry.device, what=said)

    def kinds(self) -> dict[str, str]:
        """The kinds one can look for, and their words."""
        return {
            "": self.tr("Everything"),
            "notes": self.tr("Notes and boards"),
            "people": self.tr("People"),
            "votes": self.tr("Votes"),
            "prototypes": self.tr("Prototypes"),
            "plan": self.tr("The plan"),
            "stories": self.tr("Stories"),
        }

    def boards(self, boards: Iterable[PastBoard]) -> str:
        """Boards as they stood, as plain text."""
        return "\n\n".join(self._board(board) for board in boards) or self.tr("There was no board yet.")

    def _board(self, board: PastBoard) -> str:
        lines = [board.question]
        colours = len({note.colour for _, notes in board.themes for note in notes}) > 1
        for name, notes in board.themes:
            lines.append("")
            lines.append(name or self.tr("In no group"))
            lines += [f"    {self._note(note, colours=colours)}" for note in notes]
        return "\n".join(lines)

    def _note(self, note: PastNote, *, colours: bool) -> str:
        """A note in a line. Its colour is said where the board has several: on one of a single colour it says nothing,
        and a bare number would be taken for a count.
        """
        said = isolated(note.text or self.tr("A picture"))
        marks = [
            self.tr("colour {number}").format(number=note.colour) if colours else "",
            self.tr("hidden") if note.withheld else "",
            self.tr("set aside") if note.parked else "",
        ]
        marked = ", ".join(filter(None, marks))
        translated = f" — {isolated(note.translation)}" if note.translation else ""
        return f"{said}{translated}" + (f" ({marked})" if marked else "")
