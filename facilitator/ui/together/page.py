"""The station where laptops come back together: what others gathered is brought in, what was written differently is
chosen, and what happened can be looked through.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from facilitator.ui.look import tokens
from facilitator.ui.parts.page import Page
from facilitator.ui.parts.secret import secret
from facilitator.ui.parts.swap import Swap
from facilitator.ui.parts.widgets import button, column, label, row
from facilitator.ui.together.bringing import Bringing
from facilitator.ui.together.carrying import Carrying
from facilitator.ui.together.choices import Choices
from facilitator.ui.together.choosing import Choosing
from facilitator.ui.together.past import Past

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from facilitator.domain.change import Effects
    from facilitator.ui.notice import Notice
    from facilitator.ui.store_thread import Opened, StoreThread
    from facilitator.workshop.queries.conflict_view import Apart


class TogetherPage(Page):
    """Shows what there is to choose, or what happened. `went` carries another station that is wanted."""

    counted = Signal(int)
    went = Signal(str)

    def __init__(self, store: StoreThread, notice: Notice) -> None:
        super().__init__(store)
        self._read_only = False
        self.bringing = Bringing(self, store, notice)
        self.choosing = Choosing(store, self)
        self.choices = Choices()
        self.carrying = Carrying(store, notice)
        self.past = Past(store, notice)
        self._make_tools()
        self._make()
        self.bringing.brought.connect(self._show_brought)
        self.bringing.locked.connect(self._ask_for_passphrase)
        self.carrying.leaving.went.connect(self.went)
        self.choices.doubles.joined.connect(self.choosing.join)
        self.choices.kept.connect(self.choosing.keep)
        self.choices.both_kept.connect(self.choosing.keep_both)
        self.choices.written.connect(self.choosing.write)

    def title(self) -> str:
        return self.tr("Together")

    def show_workshop(self, opened: Opened) -> None:
        self._read_only = opened.read_only
        self.bring_in.setEnabled(not opened.read_only)
        self._brought.setText("")
        self.passphrase.clear()
        self.passphrase.setVisible(False)
        self.past.show_workshop(opened.read_only)
        self.carrying.reread()
        self.carrying.leaving.show_workshop(opened)
        self.reread()

    def follow(self, effects: Effects) -> None:
        if effects.group or effects.tables():
            self.reread()

    def reread(self) -> None:
        from facilitator.workshop.queries.conflict_view import apart

        self.store.submit(lambda workshop: workshop.read(apart), self._show)
        self.carrying.leaving.reread()
        if self._body.currentWidget() is self.past:
            self.past.reread()

    def arrive(self) -> None:
        if self._body.currentWidget() is self.past:
            self.past.arrive()
        elif self.choices.cards:
            self.choices.cards[0].focus()
        else:
            self.bring_in.setFocus()

    def do(self, deed: str) -> None:
        here: dict[str, Callable[[], object]] = {
            "bring-together": self.bringing.begin,
            "happened": self._turn,
            "carry": self.carrying.begin,
            "past-take-back": self.past.take_back,
        }
        here.get(deed, lambda: None)()

    def _turn(self) -> None:
        """Show what happened, or what there is to choose again."""
        to_past = self._body.currentWidget() is not self.past
        self._body.setCurrentWidget(self.past if to_past else self._first)
        self.happened.setText(self.tr("To choose") if to_past else self.tr("What happened"))
        if to_past:
            self.past.reread()
        self.arrive()

    def _show(self, found: Apart) -> None:
        conflicts = found.conflicts
        focused = self.focusWidget()
        holder = next((card for card in self.choices.cards if card.isAncestorOf(focused)), None) if focused else None
        place = self.choices.place(focused) if focused else -1
        waiting = len(conflicts) + len(found.twice)
        self.counted.emit(waiting)
        self.choices.doubles.show_doubles(found.twice, found.numbers, may_join=not self._read_only)
        self.choices.show_choices(conflicts, may_choose=not self._read_only)
        self._head.setText(self._how_many(waiting))
        self._about.setText(
            self.tr(
                "Both versions are kept until somebody chooses. It can wait: nothing is blocked, and what you choose "
                "here holds on every laptop after the next merge."
            )
            if conflicts
            else self.tr(
                "When two or three laptops were used at different tables, bring their files in here, in any order and "
                "as often as you like. Nothing is lost: where two wrote differently, you choose."
            )
        )
        stays = holder in self.choices.cards or focused in self.choices.doubles.joins
        if place >= 0 and not stays and self.isVisible():
            self.choices.focus_near(place)

    def _how_many(self, count: int) -> str:
        if not count:
            return self.tr("Nothing to choose")
        return self.tr("1 thing to choose") if count == 1 else self.tr("{count} things to choose").format(count=count)

    def _ask_for_passphrase(self, paths: list[Path]) -> None:
        """A locked file waits for its passphrase: once it is typed, Enter brings it in."""
        self._locked = paths
        self.passphrase.setVisible(bool(paths))
        (self.passphrase if paths else self.bring_in).setFocus()

    def _unlock(self) -> None:
        words = self.passphrase.text()
        self.passphrase.clear()
        if words:
            self.bringing.bring_in(self._locked, words)

    def _show_brought(self, lines: list[str]) -> None:
        if self.focusWidget() is self.passphrase:  # else the next letters would go to whatever comes after it
            self.bring_in.setFocus()
        self.passphrase.setVisible(False)
        self._brought.setText("\n".join(lines))
        self._brought.setVisible(bool(lines))

    def _make_tools(self) -> None:
        self.bring_in = button(
            self.tr("Bring in another laptop's file"), self.bringing.begin, main=True, about=self.tr("Ctrl+B")
        )
        self.happened = button(self.tr("What happened"), self._turn, about=self.tr("Ctrl+H"))
        layout = self.tools.layout()
        assert layout is not None
        layout.addWidget(self.happened)
        layout.addWidget(self.bring_in)

    def _make(self) -> None:
        self._head = label("", "title", wrap=True)
        self._about = label("", "muted", wrap=True)
        self._brought = label("", wrap=True)
        self._brought.setVisible(False)
        self._locked: list[Path] = []
        self.passphrase = secret(self.tr("Passphrase of the locked file, then Enter"))
        self.passphrase.setVisible(False)
        self.passphrase.returnPressed.connect(self._unlock)
        first = column(self._head, self._about, self.passphrase, self._brought, 4, self.choices, gap=8)
        first.setStretch(5, 1)
        first.setContentsMargins(tokens.PAGE_MARGIN, 20, 12, 0)
        whole = row(first, self.foldable(self.carrying), gap=0)
        whole.setStretch(0, 1)
        self._first = QWidget()
        self._first.setLayout(whole)
        self._body = Swap()
        self._body.addWidget(self._first)
        self._body.addWidget(self.past)
        self.setLayout(column(self._body))
