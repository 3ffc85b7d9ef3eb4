"""A field for a passphrase: what is typed is not shown, and screen readers are told what it is for."""

from __future__ import annotations

from PySide6.QtWidgets import QLineEdit


def secret(name: str, *, said: bool = True) -> QLineEdit:
    """The field; `said` shows its name in it while it is empty, for one that has no label beside it."""
    made = QLineEdit()
    made.setEchoMode(QLineEdit.EchoMode.Password)
    made.setAccessibleName(name)
    if said:
        made.setPlaceholderText(name)
    return made
