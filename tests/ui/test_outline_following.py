"""Whatever is done to a board, what the outline comes to row by row is what it would be if it were read anew."""

from __future__ import annotations

import random
import uuid
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QSize
from PySide6.QtTest import QAbstractItemModelTester

from facilitator.domain.change import Change, Delete, Set
from facilitator.domain.errors import Expected
from facilitator.domain.gestures import board as gestures
from facilitator.domain.gestures.capture import paste_notes
from facilitator.ui.boards.outline_follow import Named
from facilitator.ui.boards.outline_model import OutlineModel
from facilitator.ui.boards.outline_rows import Heading
from facilitator.ui.boards.outline_view import OutlineView
from facilitator.ui.boards.outline_wanted import EVERYTHING, Wanted
from facilitator.workshop.places import Places
from facilitator.workshop.queries.board import outline
from facilitator.workshop.queries.notes import merged
from facilitator.workshop.workshop import Workshop

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from facilitator.domain.change import Effects

BOARD, OTHER = uuid.uuid4(), uuid.uuid4()
ROUNDS = 120


class Room:
    """A board in use, with the model that follows it."""

    def __init__(self, workshop: Workshop, seed: int) -> None:
        self.workshop, self.chance = workshop, random.Random(seed)
        self.model = OutlineModel()
        for board in (BOARD, OTHER):
            workshop.apply(gestures.add_board("What would help?", board_id=board))
        self.notes: list[uuid.UUID] = []
        self.themes: list[uuid.UUID] = []
        self.deeds = (self.add, self.paste, self.group, self.group_anew, self.move, self.edit, self.withhold)
        self.deeds += (self.rename, self.drop_theme, self.merge, self.undo, self.undo, self.redo, self.to_other_board)

    def once(self) -> Effects:
        return self.chance.choice(self.deeds)()

    def some(self) -> list[uuid.UUID]:
        return self.chance.sample(self.notes, min(len(self.notes), self.chance.randint(1, 6)))

    def theme(self) -> uuid.UUID | None:
        return self.chance.choice([None, *self.themes])

    def add(self) -> Effects:
        self.notes.append(uuid.uuid4())
        place = self.chance.choice((0.0, 1.0, self.chance.random() * 9))
        text = self.chance.choice(("Shade", "A bench that is long enough for a whole queue of people", "لوحة"))
        return self.workshop.apply(
            gestures.add_note(BOARD, text, theme_id=self.theme(), position=place, note_id=self.notes[-1])
        )

    def paste(self) -> Effects:
        effects = self.workshop.apply(paste_notes(BOARD, "one\ntwo\nthree", position=self.chance.random() * 9))
        self.notes += [ref.id for ref in effects.inserted]
        return effects

    def group(self) -> Effects:
        return self.workshop.apply(gestures.group_notes(self.some(), self.theme()))

    def group_anew(self) -> Effects:
        place = self.chance.choice((0.0, self.chance.random()))
        effects = self.workshop.apply(gestures.group_under(self.some(), BOARD, "Sitting", position=place))
        self.themes += [ref.id for ref in effects.inserted]
        return effects

    def move(self) -> Effects:
        edits = tuple(Set("note", note, {"position": self.chance.random() * 9}) for note in self.some())
        return self.workshop.apply(Change("notes-move", edits))

    def edit(self) -> Effects:
        return self.workshop.apply(gestures.edit_note(self.chance.choice(self.notes), "Other words"))

    def withhold(self) -> Effects:
        return self.workshop.apply(gestures.withhold_notes(self.some(), on=self.chance.random() < 0.5))

    def rename(self) -> Effects:
        return self.workshop.apply(gestures.rename_theme(self.chance.choice(self.themes), self.chance.choice("abc")))

    def drop_theme(self) -> Effects:
        return self.workshop.apply(Change("theme-add", (Delete("theme", self.chance.choice(self.themes)),)))

    def merge(self) -> Effects:
        kept, gone = self.chance.sample(self.notes, 2)
        return self.workshop.apply(self.workshop.read(lambda reader: merged(reader, kept, gone)))

    def undo(self) -> Effects:
        return self.workshop.undo()

    def redo(self) -> Effects:
        return self.workshop.redo()

    def to_other_board(self) -> Effects:
        edit = Set("note", self.chance.choice(self.notes), {"board_id": self.chance.choice((BOARD, OTHER))})
        return self.workshop.apply(Change("notes-move", (edit,)))

    def fresh(self, wanted: Wanted = EVERYTHING) -> OutlineModel:
        model = OutlineModel()
        model.narrow(wanted)
        read = self.workshop.read(lambda reader: outline(reader, BOARD))
        assert read is not None
        model.show_outline(read)
        return model


@pytest.mark.parametrize("seed", range(4))
def test_following_comes_to_what_reading_anew_does(qtbot: QtBot, tmp_path: Path, seed: int) -> None:
    with Workshop.new(tmp_path / "random.workshop", "Random", Places.of_this_laptop()) as workshop:
        room = Room(workshop, seed)
        first = workshop.read(lambda reader: outline(reader, BOARD))
        assert first is not None
        room.model.show_outline(first)
        QAbstractItemModelTester(room.model, QAbstractItemModelTester.FailureReportingMode.Fatal, room.model)
        view = OutlineView(room.model)
        qtbot.addWidget(view)
        view.resize(QSize(500, 300))
        view.show()
        followed = 0
        for turn in range(ROUNDS):
            try:
                effects = room.once()
            except (Expected, IndexError, ValueError):
                continue  # nothing to undo, or no note yet to do it to
            wanted = room.chance.choice((EVERYTHING, EVERYTHING, Wanted(words="words"), Wanted(colour=1)))
            if turn % 10 == 0:
                room.model.narrow(wanted)
            named = Named.by(effects)
            named.put(room.model, workshop.read(named.read))
            assert room.model.shown() == room.fresh(room.model.wanted).shown()
            heights = [view.height_of(row) for row in range(room.model.rowCount())]
            tops = [view.visualRect(room.model.index(row)).top() + view.verticalOffset() for row in range(len(heights))]
            assert tops == [sum(heights[:row]) for row in range(len(heights))]
            followed += 1
        assert followed > ROUNDS / 3
        view.close()


def test_what_is_selected_edited_and_in_sight_stays_when_rows_come_above(qtbot: QtBot, tmp_path: Path) -> None:
    with Workshop.new(tmp_path / "sight.workshop", "In sight", Places.of_this_laptop()) as workshop:
        room = Room(workshop, 1)
        workshop.apply(paste_notes(BOARD, "\n".join(f"Note {n}" for n in range(60)), position=10.0))
        read = workshop.read(lambda reader: outline(reader, BOARD))
        assert read is not None
        room.model.show_outline(read)
        view = OutlineView(room.model)
        qtbot.addWidget(view)
        view.resize(QSize(500, 300))
        with qtbot.waitExposed(view):
            view.show()
        note = room.model.note_at(room.model.index(40))
        assert note is not None
        view.choose(note.id)
        view.edit_chosen("half of other wor")
        before = view.visualRect(view.currentIndex()).top()
        effects = workshop.apply(paste_notes(BOARD, "above\nabove it", position=0.0))
        named = Named.by(effects)
        named.put(room.model, workshop.read(named.read))
        assert view.visualRect(view.currentIndex()).top() == before
        assert [one.id for one in view.chosen_notes()] == [note.id]
        assert view.half_typed() == "half of other wor"
        grouped = workshop.apply(gestures.group_under([note.id], BOARD, "Sitting"))
        named = Named.by(grouped)
        named.put(room.model, workshop.read(named.read))
        assert isinstance(room.model.shown()[0], Heading)
        assert [one.id for one in view.chosen_notes()] == [note.id]
        assert view.half_typed() == "half of other wor"
        view.close()


def test_what_happens_on_another_board_makes_nothing_anew_here(qtbot: QtBot, tmp_path: Path) -> None:
    with Workshop.new(tmp_path / "w.workshop", "W", Places.of_this_laptop()) as workshop:
        room = Room(workshop, 1)
        here = workshop.apply(gestures.add_note(BOARD, "Shade"))
        with qtbot.waitSignal(room.model.modelReset):
            room.model.show_outline(workshop.read(lambda reader: outline(reader, BOARD)))  # pyright: ignore[reportArgumentType]
        there = Named.by(workshop.apply(paste_notes(OTHER, "one\ntwo")))
        with qtbot.assertNotEmitted(room.model.changing), qtbot.assertNotEmitted(room.model.changed_rows):
            there.put(room.model, workshop.read(there.read))
        moved = Named.by(workshop.apply(Change("try", (Set("note", here.inserted[0].id, {"board_id": OTHER}),))))
        with qtbot.waitSignal(room.model.changed_rows):
            moved.put(room.model, workshop.read(moved.read))
        assert room.model.count() == 0
