"""Beside the plan: one block, with what to say, how to sit, who leads it, what to bring, and what it uses."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from PySide6.QtCore import QStringListModel, Qt, Signal
from PySide6.QtWidgets import QCompleter

from facilitator.ui.parts.form_side import Choice, FormSide, Line, Lines, tall
from facilitator.ui.parts.said import ClockLine, LengthLine
from facilitator.ui.parts.widgets import button
from facilitator.ui.plan.words import BlockWords

if TYPE_CHECKING:
    import uuid
    from collections.abc import Mapping

    from facilitator.domain.change import Value
    from facilitator.workshop.queries.plan import BlockLine, Usable

PROMPT_LINES, KIT_LINES = 3, 3
_BETWEEN_THINGS = re.compile(r"[,;،؛\n]")


class BlockPanel(FormSide):
    """`edited` carries a block and the cells that are new, `removed` and `copied` a block; `unread` what to say of
    words that are no time, and `done` says that Enter ended a line.
    """

    edited = Signal(object, object)
    removed = Signal(object)
    copied = Signal(object)
    unread = Signal(str)
    done = Signal()

    def __init__(self) -> None:
        super().__init__("")
        self.words = BlockWords(self)
        self.setAccessibleName(self.tr("One block of the plan"))
        self._id: uuid.UUID | None = None
        self.title = Line(self.tr("Title"), self.tr("Title"))
        self.kind = Choice(self.tr("What it is"), self.words.kinds().items())
        self.minutes = LengthLine(self.tr("Minutes"))
        self.fixed = ClockLine(self.tr("Fixed at"), self.tr("Follows the one before"))
        self.prompt = Lines(self.tr("Say"), self.tr("What to say, word for word"))
        self.format = Choice(self.tr("How to sit"), self.words.formats().items())
        self.lead = Line(self.tr("Who leads"))
        self.kit = Lines(self.tr("Kit"), self.tr("One thing on each line"))
        self.board = Choice(self.tr("Board"), [(None, self.tr("None"))])
        self.poll = Choice(self.tr("Vote"), [(None, self.tr("None"))])
        self._leads = QStringListModel(self)
        self._copy = button(
            self.tr("Same again"), lambda: self.copied.emit(self._id), about=self.tr("Copy the block: Ctrl+D")
        )
        self._remove = button(
            self.tr("Remove"), lambda: self.removed.emit(self._id), about=self.tr("Undo brings it back")
        )
        self._make()
        self._connect()

    def block_id(self) -> uuid.UUID | None:
        """Which block is shown."""
        return self._id

    def offer(self, use: Usable) -> None:
        """What a block can use."""
        none = (None, self.tr("None"))
        self.board.offer([none, *use.boards])
        self.poll.offer([none, *use.polls])
        self._leads.setStringList(use.leads)

    def show_block(self, block: BlockLine, *, near: str, may_edit: bool) -> None:
        """Show one block; `near` is when its session begins."""
        if block.id != self._id:
            self.keep()
            for field in (self.fixed, self.minutes):
                if not field.is_read():
                    field.forget()
        self._id = block.id
        self.setEnabled(may_edit)
        self.fixed.near = block.starts or near
        self.title.show_value(block.title)
        self.kind.show_value(block.kind)
        self.minutes.show_value(str(block.minutes))
        self.fixed.show_value(block.fixed_start)
        self.prompt.show_value(block.prompt)
        self.format.show_value(block.group_format)
        self.lead.show_value(block.lead)
        self.kit.show_value("\n".join(things_of(block.kit)))
        self.board.show_value(block.board_id)
        self.poll.show_value(block.poll_id)

    def go_title(self) -> None:
        """Begin to change the title."""
        self.title.setFocus()
        self.title.selectAll()

    def _make(self) -> None:
        self.head(self.tr("Block"))
        tall(self.prompt, PROMPT_LINES)
        tall(self.kit, KIT_LINES)
        completer = QCompleter(self._leads, self.lead)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.lead.setCompleter(completer)
        self.form.addRow(self.title)
        self.add(self.minutes.accessibleName(), self.minutes)
        self.above(self.prompt)
        for field in (self.fixed, self.kind, self.format, self.lead, self.kit, self.board, self.poll):
            self.add(field.accessibleName(), field)
        self.form.addRow(self._copy, self._remove)
        self.fill()

    def _connect(self) -> None:
        self.title.kept.connect(self._rename)
        self.kind.kept.connect(lambda kind: self._edit({"kind": kind}))
        self.minutes.kept.connect(lambda minutes: self._edit({"minutes": int(minutes)}))
        self.fixed.kept.connect(lambda clock: self._edit({"fixed_start": clock}))
        for one in (self.fixed, self.minutes):
            one.unread.connect(self.unread)
        self.prompt.kept.connect(lambda words: self._edit({"prompt": words}))
        self.format.kept.connect(lambda code: self._edit({"group_format": code}))
        self.lead.kept.connect(lambda words: self._edit({"lead": words}))
        self.kit.kept.connect(lambda words: self._edit({"kit": ", ".join(things_of(words))}))
        self.board.kept.connect(lambda board: self._edit({"board_id": board}))
        self.poll.kept.connect(lambda poll: self._edit({"poll_id": poll}))
        for field in (self.title, self.minutes, self.lead, self.fixed):
            field.returnPressed.connect(self.done)

    def _rename(self, words: str) -> None:
        if words:
            self._edit({"title": words})
        else:
            self.title.forget()

    def _edit(self, values: Mapping[str, Value]) -> None:
        if self._id:
            self.edited.emit(self._id, values)


def things_of(kit: str) -> list[str]:
    """The things of a kit list, whatever stands between them."""
    return [thing for one in _BETWEEN_THINGS.split(kit) if (thing := " ".join(one.split()))]
