"""What we rely on Qt's binding for, tried on the version that the lock names."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


def test_update_can_be_called_fifty_thousand_times(qtbot: QtBot) -> None:
    """PySide6 6.12.0 on Python 3.11 gives away a reference to None at each call and aborts after some 20,000."""
    widget = QWidget()
    qtbot.addWidget(widget)
    before = sys.getrefcount(None)
    for _ in range(50_000):
        widget.update()
    assert sys.getrefcount(None) > before - 1_000
