"""Keys that come before what they are meant for is there. Whoever goes to the votes and types the first ballot at once
means that ballot, not the button that happens to have the focus while the vote is being read.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QKeyCombination, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtGui import QAction, QWindow
    from PySide6.QtWidgets import QMainWindow

PATIENCE = 10_000  # milliseconds; whoever waits longer wants an answer to a key, be it the wrong one
PRESS, RELEASE, OVERRIDE = QEvent.Type.KeyPress, QEvent.Type.KeyRelease, QEvent.Type.ShortcutOverride


class EarlyKeys(QObject):
    """Keeps what is typed into a window from `hold` to `give`, and then has it happen in the order it was typed."""

    def __init__(self, window: QMainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._held: QWindow | None = None
        self._kept: list[QKeyEvent] = []
        self._patience = QTimer(self, singleShot=True)
        self._patience.timeout.connect(self.give)

    def hold(self) -> None:
        """Let keys wait from now on."""
        handle = self._window.windowHandle()
        if handle and self._held is None:
            self._held = handle
            handle.installEventFilter(self)
            self._patience.start(PATIENCE)

    def give(self) -> None:
        """Have happen what was typed; a key that goes somewhere that is not read yet lets those after it wait again."""
        handle, self._held = self._held, None
        if handle:
            self._patience.stop()
            handle.removeEventFilter(self)
        while self._kept and self._held is None:
            self._have_happen(self._kept.pop(0))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep a key; no shortcut is looked for before its turn. What is typed into an open menu is not kept."""
        if not isinstance(event, QKeyEvent) or QApplication.activePopupWidget():
            return False
        if event.type() in {PRESS, RELEASE}:
            self._kept.append(_copy(event, event.type()))
        event.accept()
        return True

    def _have_happen(self, key: QKeyEvent) -> None:
        """Do with a key what Qt does: ask who has the focus, then the shortcuts, then give it to who has the focus."""
        target = QApplication.activePopupWidget() or QApplication.focusWidget() or self._window
        if key.type() is PRESS:
            asked = _copy(key, OVERRIDE)
            asked.ignore()
            QApplication.sendEvent(target, asked)
            action = None if asked.isAccepted() else self._action(key)
            if action:
                if action.autoRepeat() or not key.isAutoRepeat():
                    action.trigger()
                return
        QApplication.sendEvent(target, key)

    def _action(self, key: QKeyEvent) -> QAction | None:
        """The action that now has these keys."""
        for keys in _read_as(key):
            for action in self._window.actions():
                if action.isEnabled() and keys in action.shortcuts():
                    return action
        return None


def _copy(key: QKeyEvent, kind: QEvent.Type) -> QKeyEvent:
    """The same key for later: Qt throws its own away."""
    return QKeyEvent(
        kind,
        key.key(),
        key.modifiers(),
        key.nativeScanCode(),
        key.nativeVirtualKey(),
        key.nativeModifiers(),
        key.text(),
        key.isAutoRepeat(),
        key.count(),
    )


def _read_as(key: QKeyEvent) -> Iterator[QKeySequence]:
    """How a key can be read: as it is, and without Shift, which some keyboards need for a plus or a question mark."""
    held = key.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    yield QKeySequence(QKeyCombination(held, Qt.Key(key.key())))
    if held & Qt.KeyboardModifier.ShiftModifier and not chr(min(key.key(), 0x10FFFF)).isalpha():
        yield QKeySequence(QKeyCombination(held & ~Qt.KeyboardModifier.ShiftModifier, Qt.Key(key.key())))
