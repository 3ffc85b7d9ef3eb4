"""The station of people: who is expected, who is here, and what each agreed to."""

from __future__ import annotations

import datetime
import uuid
from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QApplication, QComboBox, QWidget

from facilitator.domain.gestures import people as gestures
from facilitator.domain.gestures.capture import lines_of
from facilitator.ui import files
from facilitator.ui.look import tokens
from facilitator.ui.parts.combo import Combo
from facilitator.ui.parts.page import Page
from facilitator.ui.parts.swap import Swap
from facilitator.ui.parts.widgets import button, column, label, row
from facilitator.ui.people.bring_in import PeopleImport
from facilitator.ui.people.door import Door
from facilitator.ui.people.list import PeopleView
from facilitator.ui.people.model import PeopleModel
from facilitator.ui.people.panel import PersonPanel
from facilitator.ui.people.rights import Rights
from facilitator.ui.plan.words import SessionWords

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from facilitator.domain.change import Change, Effects
    from facilitator.domain.may_be_shown import Said
    from facilitator.exchange.table import Table
    from facilitator.ui.notice import Notice
    from facilitator.ui.store_thread import Opened, StoreThread
    from facilitator.workshop.queries.people import PersonDetails, PersonLine
    from facilitator.workshop.queries.sessions import SessionItem
    from facilitator.workshop.reader import Reader
    from facilitator.workshop.workshop import Workshop

TABLES = {"participant", "attendance", "consent", "session"}


class PeoplePage(Page):
    """Shows everybody, at the door of one session at a time."""

    counted = Signal(int)

    def __init__(self, store: StoreThread, notice: Notice) -> None:
        super().__init__(store)
        self._notice = notice
        self._sessions: list[SessionItem] = []
        self._session: uuid.UUID | None = None
        self._to_choose: uuid.UUID | None = None
        self._read_only = False
        self._words = SessionWords(self)
        self.people = PeopleModel(self)
        self.list = PeopleView(self.people)
        self.door = Door()
        self.panel = PersonPanel()
        self.rights = Rights(self, store, notice)
        self.incoming = PeopleImport()
        self._make_tools()
        self._make_body()
        self._connect()

    def title(self) -> str:
        return self.tr("People")

    def show_workshop(self, opened: Opened) -> None:
        self._session = None
        self._read_only = opened.read_only
        self.people.may_tick = not opened.read_only
        self._bring_in.setEnabled(not opened.read_only)
        self.reread()

    def follow(self, effects: Effects) -> None:
        if any(ref.table == "participant" for ref in effects.deleted):
            self.door.say("")  # it may name somebody who was forgotten
        if effects.tables() & TABLES:
            self.reread()

    def reread(self) -> None:
        wanted, today = self._session, _today()
        self.store.submit(lambda workshop: workshop.read(lambda reader: _look(reader, wanted, today)), self._show)

    def arrive(self) -> None:
        if self._body.currentWidget() is self.incoming:
            self.incoming.columns["name"].setFocus()
        else:
            (self.list if self._read_only else self.door.field).setFocus()

    def end(self) -> None:
        self.panel.keep()

    def import_list(self, path: Path) -> None:
        """Look a list of people over, and ask what its columns hold before anything comes in."""

        def read(_workshop: Workshop) -> tuple[Table, dict[str, int]]:
            from facilitator.exchange.people import guessed
            from facilitator.exchange.table import read_table

            table = read_table(path)
            return table, guessed(table)

        def show(found: tuple[Table, dict[str, int]]) -> None:
            self._notice.hide()
            self._body.setCurrentWidget(self.incoming)
            self.incoming.show_table(*found)

        self.store.submit(read, show)

    def _make_tools(self) -> None:
        self.sessions = Combo()
        self.sessions.setAccessibleName(self.tr("Session"))
        self.sessions.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.sessions.setMinimumContentsLength(16)
        self._bring_in = button(
            self.tr("Bring in a list"), self._ask_list, about=self.tr("A list of people from a spreadsheet, as CSV")
        )
        layout = self.tools.layout()
        assert layout is not None
        layout.addWidget(self.sessions)
        layout.addWidget(self._bring_in)

    def _make_body(self) -> None:
        self._here = label("", "title", wrap=True)
        self._about = label("", "muted", wrap=True)
        self._nothing = label("", "muted", wrap=True)
        left = column(self._here, self._about, 4, self.door, self._nothing, self.list, gap=6)
        left.setContentsMargins(tokens.PAGE_MARGIN, 20, 12, 0)
        left.setStretch(5, 1)
        whole = row(left, self.foldable(self.panel), gap=0)
        whole.setStretch(0, 1)
        main = QWidget()
        main.setLayout(whole)
        self._body = Swap()
        self._body.addWidget(main)
        self._body.addWidget(self.incoming)
        self.setLayout(column(self._body))

    def _connect(self) -> None:
        self.sessions.activated.connect(self._pick)
        self.door.typed.connect(self._find)
        self.door.ticked.connect(self._tick_chosen)
        self.door.walked_in.connect(self._walk_in)
        self.door.expected.connect(self._expect)
        self.door.pasted.connect(self._paste)
        self.door.field.list_key.connect(lambda event: QApplication.sendEvent(self.list, event))
        self.list.typed.connect(self._type_on)
        self.list.chosen.connect(self._show_chosen)
        self.people.ticked.connect(self._tick)
        self.panel.edited.connect(self._edit)
        self.panel.answered.connect(self._answer)
        self.panel.removed.connect(self._remove)
        self.panel.given.connect(self.rights.give)
        self.panel.forgotten.connect(self.rights.forget)
        self.panel.not_a_language.connect(self._say_languages)
        self.incoming.accepted.connect(self._import)
        self.incoming.left.connect(self._leave_import)

    def _show(self, seen: tuple[list[SessionItem], uuid.UUID | None, tuple[PersonLine, ...]]) -> None:
        self._sessions, self._session, lines = seen
        with QSignalBlocker(self.sessions):
            self.sessions.clear()
            self.sessions.addItems([self._words.name(one) for one in self._sessions])
            self.sessions.setCurrentIndex(
                next((one.number - 1 for one in self._sessions if one.id == self._session), 0)
            )
        self.sessions.setVisible(len(self._sessions) > 1)
        self.people.show_people(lines)
        self._describe(lines)
        if self._to_choose and self.list.choose(self._to_choose):
            self._to_choose = None
        self._show_chosen()

    def _describe(self, lines: tuple[PersonLine, ...]) -> None:
        from facilitator.workshop.queries.people import arrivals

        door = arrivals(lines)
        self.counted.emit(door.listed)
        session = next((one for one in self._sessions if one.id == self._session), None)
        here = self.tr("{here} of {listed} are here").format(here=door.arrived, listed=door.listed)
        expected = self.tr("1 person") if door.listed == 1 else self.tr("{count} people").format(count=door.listed)
        self._here.setText(here if session else expected)
        walked_in = self.tr("{count} walked in").format(count=door.walked_in) if door.walked_in else ""
        helping = self.tr("{count} helping").format(count=door.helpers) if door.helpers else ""
        when = self._words.when(session) if session else ""
        self._about.setText(" · ".join(part for part in (when, walked_in, helping) if part))
        self._about.setVisible(bool(self._about.text()))
        nothing = self.tr("Nobody is on the list yet. Type a name and press Ctrl+Enter, or bring in a list.")
        self._nothing.setText("" if lines else nothing)
        self._nothing.setVisible(not lines)
        for part in (self.door.here, self.door.new):
            part.setVisible(session is not None)
        self.door.setVisible(not self._read_only)

    def _find(self, typed: str) -> None:
        self.people.find(typed)
        if not typed.strip():
            self._show_chosen()
            return
        if self.people.rowCount():
            self.list.setCurrentIndex(self.people.index(0))
            self.door.say("")
        else:
            self.door.say(self.tr("Nobody on the list is called that. Shift+Enter: they walked in."))

    def _tick_chosen(self) -> None:
        line = self.list.line()
        if not self.people.typed or line is None:
            self.door.field.selectAll()  # the next letters are somebody else's
            return
        if self._session is None:
            self._notice.say(self.tr("There is no session to come to yet. Add one to the plan first."), warn=True)
        elif line.arrived:
            self._to_choose = line.id
            self.door.clear()
            self.list.choose(line.id)
            self.door.say(self.tr("{name} is here already.").format(name=line.display_name))
        else:
            self._to_choose = line.id
            self.door.clear()
            self._tick(line, here=True)

    def _tick(self, line: PersonLine, here: bool) -> None:
        from facilitator.workshop.queries.door import arriving

        session = self._session
        if session is None:
            self._notice.say(self.tr("There is no session to come to yet. Add one to the plan first."), warn=True)
            return

        def stored(_effects: Effects) -> None:
            said = self.tr("{name} is here.") if here else self.tr("{name} is not here after all.")
            self.door.say(said.format(name=line.display_name))

        self._write(lambda reader: arriving(reader, session, line.id, here=here), stored)

    def _walk_in(self, name: str) -> None:
        if self._session is None:
            self._expect(name)
        else:
            person = uuid.uuid4()
            said = self.tr("{name} walked in and is here.")
            self._add(gestures.walk_in(self._session, name, participant_id=person), person, name, said)

    def _expect(self, name: str) -> None:
        person = uuid.uuid4()
        self._add(gestures.add_person(name, participant_id=person), person, name, self.tr("{name} is on the list."))

    def _add(self, change: Change, person: uuid.UUID, name: str, said: str) -> None:
        self._to_choose = person
        self.door.clear()
        self._apply(
            change,
            lambda _effects: self.door.say(said.format(name=name)),
            lambda _error: self.door.give_back(name),
        )

    def _paste(self, lines: str) -> None:
        self._apply(gestures.add_people(lines_of(lines)))

    def _edit(self, person: uuid.UUID, values: Mapping[str, str]) -> None:
        self._apply(gestures.edit_person(person, **values), failed=lambda _error: self.panel.not_kept())

    def _answer(self, person: uuid.UUID, use: str, said: Said, wording: str, how: str) -> None:
        from facilitator.workshop.queries.door import answering

        today = _today()
        self._write(lambda reader: answering(reader, person, use, said, wording=wording, today=today, how=how))

    def _remove(self, person: uuid.UUID) -> None:
        from facilitator.workshop.queries.hanging import hanging_on

        self._write(lambda reader: gestures.remove_person(person, hanging_on(reader, "participant", person)))
        self.door.field.setFocus()

    def _say_languages(self) -> None:
        self.panel.languages.forget()
        self._notice.say(
            self.tr(
                "A language was not known. Write its usual English name, such as Urdu, with commas between several."
            ),
            warn=True,
        )

    def _type_on(self, letters: str) -> None:
        self.door.field.setFocus()
        self.door.field.insert(letters)

    def _pick(self, at: int) -> None:
        self._session = self._sessions[at].id
        self.door.say("")
        self.reread()

    def _show_chosen(self) -> None:
        from facilitator.workshop.queries.people import person_details

        line = self.list.line()
        if line is None:
            self.panel.show_nobody()
            return

        def show(details: PersonDetails | None) -> None:
            now = self.list.line()
            if details and now and now.id == details.id:
                self.panel.show_person(now, details, may_edit=not self._read_only)

        person = line.id
        self.store.submit(lambda workshop: workshop.read(lambda reader: person_details(reader, person)), show)

    def _ask_list(self) -> None:
        if path := files.ask_list(self):
            self.import_list(path)

    def _leave_import(self) -> None:
        self._body.setCurrentIndex(0)
        self.arrive()

    def _import(self, table: Table, columns: Mapping[str, int]) -> None:
        notices: list[str] = []

        def bring_in(workshop: Workshop) -> Effects:
            from facilitator.exchange.people import people_of

            incoming = people_of(table, columns)
            notices.extend(incoming.notices)
            return workshop.apply(incoming.change)

        def done(_effects: Effects) -> None:
            self._leave_import()
            self._notice.say(" ".join([self.tr("The list is in. Undo takes it out again."), *notices]))

        self.store.change(bring_in, done)

    def _apply(
        self,
        change: Change,
        done: Callable[[Effects], None] | None = None,
        failed: Callable[[Exception], None] | None = None,
    ) -> None:
        self.store.change(lambda workshop: workshop.apply(change), done, failed)

    def _write(self, make: Callable[[Reader], Change], done: Callable[[Effects], None] | None = None) -> None:
        self.store.change(lambda workshop: workshop.apply(workshop.read(make)), done)


def _look(
    reader: Reader, wanted: uuid.UUID | None, today: str
) -> tuple[list[SessionItem], uuid.UUID | None, tuple[PersonLine, ...]]:
    """The sessions, the one whose door this is (the wanted one, else the next to come), and everybody."""
    from facilitator.workshop.queries.people import people
    from facilitator.workshop.queries.sessions import next_up, sessions

    every = sessions(reader)
    chosen = wanted if wanted in [one.id for one in every] else next_up(every, today).id if every else None
    return every, chosen, people(reader, chosen)


def _today() -> str:
    return datetime.date.today().isoformat()
