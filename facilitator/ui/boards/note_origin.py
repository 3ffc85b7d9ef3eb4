"""Where the words of notes come from: the language they are written and were said in, what they mean, who said them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from facilitator.domain.languages import language_name
from facilitator.ui.boards.language_field import LanguageField
from facilitator.ui.boards.outline_wanted import HERE
from facilitator.ui.parts import direction
from facilitator.ui.parts.form_side import Choice, Line
from facilitator.ui.parts.widgets import column, label

if TYPE_CHECKING:
    import uuid
    from collections.abc import Sequence

    from facilitator.workshop.queries.board import NoteLine
    from facilitator.workshop.queries.spoken import Speaker

NOBODY, UNNAMED, SEVERAL = "nobody", "unnamed", "several"


class NoteOrigin(QWidget):
    """Fields for one note or for several at once. `written` and `spoken` carry a language's name as it was typed,
    `said_by` a Speaker or None, `translated` what one note says in English.
    """

    written = Signal(str)
    spoken = Signal(str)
    translated = Signal(str)
    said_by = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.language = LanguageField(self.tr("Written in"), self.tr("Type a language, such as Urdu"))
        self.tongue = LanguageField(self.tr("Said in, if that is another"), self.tr("such as Somali, by interpreter"))
        self.meaning = Line(self.tr("What it says in English"), self.tr("In English: type, then Enter"))
        self.speaker = Choice(self.tr("Said by"))
        self.language.kept.connect(self.written)
        self.tongue.kept.connect(self.spoken)
        self.meaning.kept.connect(self.translated)
        self.speaker.kept.connect(self._say)
        self._speakers: list[Speaker] = []
        self._meaning_words = label(self.meaning.accessibleName(), "small")
        box = column(gap=2)
        for words, field in (
            (label(self.language.accessibleName(), "small"), self.language),
            (self._meaning_words, self.meaning),
            (label(self.tongue.accessibleName(), "small"), self.tongue),
            (label(self.speaker.accessibleName(), "small"), self.speaker),
        ):
            box.addWidget(words)
            box.addWidget(field)
            box.addSpacing(4)
        self.setLayout(box)

    def offer(self, languages: Sequence[str]) -> None:
        """Complete to these languages first."""
        for field in (self.language, self.tongue):
            field.offer(languages)

    def offer_speakers(self, speakers: Sequence[Speaker]) -> None:
        """Tables and people to choose from."""
        self._speakers = list(speakers)

    def show_notes(self, notes: Sequence[NoteLine]) -> None:
        """Show what is the same for all of these; what differs is left empty."""
        self._show_language(self.language, {note.language for note in notes})
        self._show_language(self.tongue, {note.spoken_language for note in notes})
        one = notes[0] if len(notes) == 1 else None
        for part in (self._meaning_words, self.meaning):
            part.setVisible(one is not None and one.language != HERE)
        self.meaning.show_value(one.translation if one else "")
        runs = direction.of_text(self.meaning.text(), self.layoutDirection())
        self.meaning.setAlignment(direction.alignment(runs))
        self._show_speaker(notes)

    def _show_language(self, field: LanguageField, codes: set[str]) -> None:
        same = next(iter(codes)) if len(codes) == 1 else ""
        field.show_value(language_name(same) if same else "")

    def _show_speaker(self, notes: Sequence[NoteLine]) -> None:
        said = {self._speaker(note) for note in notes}
        same = next(iter(said)) if len(said) == 1 else SEVERAL
        choices: list[tuple[object, str]] = [(NOBODY, self.tr("Nobody in particular"))]
        if same == SEVERAL:
            choices.insert(0, (SEVERAL, self.tr("Not the same for all")))
        if same == UNNAMED:
            choices.insert(0, (UNNAMED, self.tr("Somebody who is not named here")))
        choices += [(speaker.id, speaker.name) for speaker in self._speakers]
        self.speaker.offer(choices)
        self.speaker.show_value(same)

    def _speaker(self, note: NoteLine) -> object:
        known = {speaker.id for speaker in self._speakers}
        by: uuid.UUID | None = note.table_id or note.person_id
        return by if by in known else (UNNAMED if by else NOBODY)

    def _say(self, value: object) -> None:
        if value == NOBODY:
            self.said_by.emit(None)
        speaker = next((one for one in self._speakers if one.id == value), None)
        if speaker:
            self.said_by.emit(speaker)
