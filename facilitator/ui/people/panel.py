"""Beside the list: one person, what they need and bring, and what they said to each question of consent."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from facilitator.ui.parts.form_side import Choice, FormSide, Line
from facilitator.ui.parts.widgets import button, explain
from facilitator.ui.people.words import PeopleWords, role_of, values_of

if TYPE_CHECKING:
    import uuid

    from facilitator.workshop.queries.people import ConsentLine, PersonDetails, PersonLine


class PersonPanel(FormSide):
    """`edited` carries a person and the cells that are new; `answered` a person, a use, the answer, the words of the
    question and how it was answered; `removed`, `given` (all that is held on them) and `forgotten` a person.
    """

    edited = Signal(object, object)
    answered = Signal(object, str, str, str, str)
    removed = Signal(object)
    given = Signal(object)
    forgotten = Signal(object)
    not_a_language = Signal()

    def __init__(self) -> None:
        super().__init__("")
        self.words = PeopleWords(self)
        self.setAccessibleName(self.tr("One person"))
        self._id: uuid.UUID | None = None
        self.name = Line(self.tr("Name"))
        self.role = Choice(self.tr("Is there as"), self.words.roles().items())
        self.group = Choice(self.tr("Group"), self.words.groups().items())
        self.organisation = Line(self.tr("Works for"))
        self.languages = Line(self.tr("Languages"), self.tr("The home one first"))
        self.needs = Line(self.tr("Needs"), self.tr("A seat near the door"))
        self.strengths = Line(self.tr("Good at"))
        self.how = Choice(self.tr("How they answer"), self.words.ways().items())
        self.answers = {use: self._answer(use, words) for use, words in self.words.uses().items()}
        self.remove = button(
            self.tr("Take off the list"),
            lambda: self.removed.emit(self._id),
            about=self.tr("With their answers and their place; Undo brings them back"),
        )
        self.give = button(
            self.tr("Give them what we hold"),
            lambda: self.given.emit(self._id),
            about=self.tr("Writes all that is held on this person into a folder, to hand to them"),
        )
        self.forget = button(
            self.tr("Forget for good"),
            lambda: self.forgotten.emit(self._id),
            about=self.tr("Out of this file, its history and every later merge; it cannot be undone"),
        )
        self._make()
        self._connect()
        self.setEnabled(False)

    def person_id(self) -> uuid.UUID | None:
        """Who is shown."""
        return self._id

    def show_nobody(self) -> None:
        """Nobody is chosen."""
        self._id = None
        self.setEnabled(False)
        for field in (self.name, self.organisation, self.languages, self.needs, self.strengths):
            field.show_value("")
        for choice in (self.role, self.group):
            choice.show_value("")
        for choice in self.answers.values():
            choice.show_value("not-asked")

    def show_person(self, line: PersonLine, details: PersonDetails, *, may_edit: bool) -> None:
        """Show one person."""
        from facilitator.domain.languages import language_name

        self._id = line.id
        self.setEnabled(may_edit)
        self.name.show_value(line.display_name)
        self.role.show_value(role_of(line))
        self.group.show_value(line.group)
        self.organisation.show_value(line.organisation)
        self.languages.show_value(", ".join(language_name(code) for code in line.languages))
        self.needs.show_value(details.access_needs)
        self.strengths.show_value(details.strengths)
        for use, choice in self.answers.items():
            choice.show_value(line.consents.get(use, "not-asked"))
            explain(choice, " ".join([self.words.questions()[use], *self._told(details.latest(use))]))

    def _make(self) -> None:
        self.head(self.tr("Person"))
        for field in (self.name, self.role, self.group, self.organisation, self.languages, self.needs, self.strengths):
            self.add(field.accessibleName(), field)
        self.head(self.tr("May we …?"))
        for field in (*self.answers.values(), self.how):
            self.add(field.accessibleName(), field)
        for deed in (self.remove, self.give, self.forget):
            self.form.addRow(deed)

    def _connect(self) -> None:
        self.name.kept.connect(self._rename)
        self.role.kept.connect(lambda role: self._edit(values_of(role)))
        self.group.kept.connect(lambda group: self._edit({"stakeholder_group": group}))
        self.organisation.kept.connect(lambda words: self._edit({"organisation": words}))
        self.languages.kept.connect(self._speak)
        self.needs.kept.connect(lambda words: self._edit({"access_needs": words}))
        self.strengths.kept.connect(lambda words: self._edit({"strengths": words}))

    def _answer(self, use: str, words: str) -> Choice:
        made = Choice(words, self.words.answers().items())
        made.kept.connect(
            lambda said: self.answered.emit(self._id, use, said, self.words.questions()[use], self.how.currentData())
        )
        return made

    def _told(self, answer: ConsentLine | None) -> list[str]:
        if answer is None:
            return []
        told = [self.words.answers()[answer.answer], answer.asked_on, self.words.ways().get(answer.how, "")]
        taken_back = self.tr("taken back {day}").format(day=answer.withdrawn_on) if answer.withdrawn_on else ""
        return [", ".join(part for part in (*told, taken_back) if part) + "."]

    def _edit(self, values: dict[str, str]) -> None:
        if self._id:
            self.edited.emit(self._id, values)

    def _rename(self, words: str) -> None:
        if words:
            self._edit({"display_name": words})
        else:
            self.name.forget()

    def _speak(self, words: str) -> None:
        from facilitator.domain.languages import codes_of

        codes, unknown = codes_of(words)
        if unknown:
            self.not_a_language.emit()
        else:
            self._edit({"languages": " ".join(codes)})
