"""The tests' own net: a warning, a word from Qt, an exception Qt swallows and a thread left behind each fail a test."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

CARELESS = """
import threading, warnings
from PySide6.QtCore import QObject, QTimer, Signal, qWarning
from PySide6.QtWidgets import QWidget

class Source(QObject):
    said = Signal()

class Painted(QWidget):
    def paintEvent(self, event):
        raise ValueError("in paintEvent")

def test_warning():
    warnings.warn("careless")

def test_qt_says(qtbot):
    qWarning("careless")

def test_slot(qtbot):
    source = Source()
    source.said.connect(lambda: 1 / 0)
    source.said.emit()

def test_paint(qtbot):
    widget = Painted()
    qtbot.addWidget(widget)
    widget.grab()

def test_thread():
    threading.Thread(target=threading.Event().wait, args=(10,), daemon=True).start()
"""


def test_each_kind_of_carelessness_fails_a_test(root: Path, tmp_path: Path) -> None:
    shutil.copy(root / "pyproject.toml", tmp_path)
    (tmp_path / "tests").mkdir()
    shutil.copy(root / "tests" / "conftest.py", tmp_path / "tests")
    (tmp_path / "tests" / "test_careless.py").write_text(CARELESS)
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "tests"]
    env = dict(os.environ, PYTHONPATH=str(root))
    said = subprocess.run(command, cwd=tmp_path, env=env, capture_output=True, text=True, check=False).stdout
    for name in ("test_warning", "test_qt_says", "test_slot", "test_paint"):
        assert f"FAILED tests/test_careless.py::{name}" in said
    assert "ERROR tests/test_careless.py::test_thread" in said
