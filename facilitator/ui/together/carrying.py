"""Beside what there is to choose: what is still open before everybody leaves, and the workshop as one locked file to
carry.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from facilitator.domain.passphrase import SHORTEST
from facilitator.ui import files
from facilitator.ui.parts.form_side import Choice, FormSide, Line, Lines, tall
from facilitator.ui.parts.secret import secret
from facilitator.ui.parts.widgets import button, label
from facilitator.ui.store_thread import Cancel
from facilitator.ui.together.leaving import Leaving

if TYPE_CHECKING:
    from pathlib import Path

    from facilitator.sync.bundle import BundleMade
    from facilitator.sync.bundle_keys import KnownKey
    from facilitator.ui.notice import Notice
    from facilitator.ui.store_thread import StoreThread
    from facilitator.workshop.workshop import Workshop

BY_PASSPHRASE = ""
KEY_LINES = 4


class Carrying(FormSide):
    """Makes bundles, and keeps the keys they are made for."""

    _went_on = Signal(int)

    def __init__(self, store: StoreThread, notice: Notice) -> None:
        super().__init__("")
        self.setAccessibleName(self.tr("Carry it safely"))
        self._store, self._notice = store, notice
        self._cancel = Cancel()
        self.leaving = Leaving(store, notice)
        self._keys: dict[str, str] = {}
        self.whom = Choice(self.tr("Who may open it"))
        self.passphrase = secret(self.tr("Passphrase"), said=False)
        self.again = secret(self.tr("The passphrase once more"), said=False)
        self._how_long = label(
            self.tr("At least {count} letters, such as four words.").format(count=SHORTEST), "small", wrap=True
        )
        self.save = button(self.tr("Save the locked file"), self.begin, about=self.tr("Ctrl+Shift+B"))
        self.name = Line(self.tr("Whose key"), self.tr("The office"))
        self.key = Lines(self.tr("The key, as it stands on their page"))
        self.keep_key = button(self.tr("Keep this key"), self._remember)
        self._public = label("", "small", wrap=True)
        self.make_own = button(
            self.tr("Make this laptop's own key"),
            self._make_own,
            about=self.tr("Then others can lock files that only this laptop opens"),
        )
        self._make()
        self._went_on.connect(self._say_going_on)
        self.whom.currentIndexChanged.connect(lambda _at: self._show_secrets())
        self._show_secrets()

    def reread(self) -> None:
        """Read which keys there are."""

        def read(_workshop: Workshop) -> tuple[list[KnownKey], str | None]:
            from facilitator.sync.bundle_keys import known_keys, own_public_key
            from facilitator.workshop.places import Places

            places = Places.of_this_laptop()
            return known_keys(places), own_public_key(places)

        self._store.submit(read, self._show)

    def begin(self) -> None:
        """Ask for a folder or a stick, and save the locked file there."""
        if not self._is_a_passphrase():
            return
        if folder := files.ask_stick(self):
            self.save_into(folder)

    def save_into(self, folder: Path) -> None:
        """Save the locked file in this folder, under the workshop's own name and the time."""
        name, secret = str(self.whom.value() or ""), self.passphrase.text()
        key = self._keys.get(name, "")
        cancel = self._cancel = Cancel()

        def make(workshop: Workshop) -> BundleMade:
            from facilitator.sync.bundle import For, make_bundle
            from facilitator.workshop.carried import remember_carried
            from facilitator.workshop.places import Places

            def going_on(done: int, of: int) -> None:
                cancel.check()
                self._went_on.emit(round(100 * done / max(of, 1)))

            whom = For((key,)) if key else For(passphrase=secret)
            made = make_bundle(workshop, files.bundle_in(folder, workshop.path), whom, going_on)
            remember_carried(workshop, Places.of_this_laptop(), made.path)
            return made

        self._say_going_on(0)
        self._store.submit(make, self._made, lambda _error: self._notice.hide())

    def _made(self, made: BundleMade) -> None:
        for field in (self.passphrase, self.again):
            field.clear()
        words = self.tr("{name} is in {place}, and was read back whole.")
        self._notice.say(words.format(name=made.path.name, place=made.path.parent))
        self.leaving.reread()

    def _is_a_passphrase(self) -> bool:
        if self.whom.value():
            return True
        if not self.passphrase.text():
            self._notice.say(self.tr("Type a passphrase first, or choose whose key it is for."), warn=True)
            self.passphrase.setFocus()
            return False
        if len(self.passphrase.text()) < SHORTEST:
            words = self.tr("The passphrase is too short. Use at least {count} letters, such as four words.")
            self._notice.say(words.format(count=SHORTEST), warn=True)
            self.passphrase.setFocus()
            self.passphrase.selectAll()
            return False
        if self.passphrase.text() == self.again.text():
            return True
        self._notice.say(self.tr("The two passphrases differ. Type them once more."), warn=True)
        self.again.setFocus()
        self.again.selectAll()
        return False

    def _remember(self) -> None:
        name, key = self.name.value(), self.key.value()

        def remember(_workshop: Workshop) -> KnownKey:
            from facilitator.sync.bundle_keys import remember_key
            from facilitator.workshop.places import Places

            return remember_key(Places.of_this_laptop(), name, key)

        def done(known: KnownKey) -> None:
            self.name.put("")
            self.key.put("")
            self._notice.say(self.tr("The key of {name} is kept on this laptop.").format(name=known.name))
            self.reread()

        self._store.submit(remember, done)

    def _make_own(self) -> None:
        def make(_workshop: Workshop) -> str:
            from facilitator.sync.bundle_keys import make_own_key
            from facilitator.workshop.places import Places

            return make_own_key(Places.of_this_laptop())

        self._store.submit(make, lambda _public: self.reread())

    def _show(self, found: tuple[list[KnownKey], str | None]) -> None:
        from facilitator.domain.typed_key import key_lines

        known, own = found
        self._keys = {one.name: one.key for one in known}
        somebody = (BY_PASSPHRASE, self.tr("Whoever knows the passphrase"))
        self.whom.offer([*((one.name, one.name) for one in known), somebody])
        lines = key_lines(own) if own else ()
        self._public.setText("\n".join(f"{' '.join(line.groups)}   {line.word}" for line in lines))
        self._public.setVisible(bool(own))
        self.make_own.setVisible(not own)
        self._show_secrets()

    def _show_secrets(self) -> None:
        for field in self._secrets:
            self.form.setRowVisible(field, not self.whom.currentData())

    def _make(self) -> None:
        self.head(self.tr("Before everybody leaves"))
        self.form.addRow(self.leaving)
        self.head(self.tr("Carry it safely"))
        self.form.addRow(
            label(self.tr("One locked file, for a stick. Only those it is for can open it."), "muted", wrap=True)
        )
        self.above(self.whom)
        passphrase = self.above(self.passphrase)
        self.form.addRow(self._how_long)
        again = self.above(self.again)
        self._secrets = (passphrase, self.passphrase, self._how_long, again, self.again)
        self.form.addRow(self.save)
        self.head(self.tr("Keys"))
        self.above(self.name)
        tall(self.key, KEY_LINES)
        self.above(self.key)
        self.form.addRow(self.keep_key)
        self.head(self.tr("This laptop's own key"))
        self.form.addRow(self._public)
        self.form.addRow(self.make_own)
        self.fill()

    def _say_going_on(self, percent: int) -> None:
        self._notice.say(
            self.tr("Locking the file and reading it back … {percent} %").format(percent=percent),
            do=self.tr("Stop"),
            act=self._cancel.set,
        )
