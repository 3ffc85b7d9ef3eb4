"""Another size of everything: the same program begins again on the same file, station and place."""

from __future__ import annotations

import json
import subprocess
import sys
from typing import TYPE_CHECKING

from facilitator.app import again
from facilitator.ui.look import scaling
from facilitator.ui.preferences import Preferences
from tests.ui.windows import made

if TYPE_CHECKING:
    from pathlib import Path

    import pytest
    from PySide6.QtWidgets import QApplication

SCRIPT = """
import json, sys
from facilitator.app import window

app, shown = window.start(sys.argv[1:])
shown.settled.connect(lambda: shown.station() == "votes" and shown.close())
app.exec()
print(json.dumps({"ratio": shown.devicePixelRatioF(), "width": shown.width(), "screen": shown.screen().size().width()}))
"""


def test_the_next_start_has_the_size_and_the_station_that_were_left(
    tmp_path: Path, root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = made(tmp_path / "again.workshop", "one")
    scaling.keep_scale(Preferences(), 200)
    left = {"station": "votes", "left": 0, "top": 0, "width": 0.5, "height": 0.5, "maximised": False}
    monkeypatch.setenv(again.ARRIVAL, json.dumps(left))
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT, str(file)], cwd=root, capture_output=True, text=True, timeout=60, check=True
    )
    seen = json.loads(done.stdout)
    assert seen["ratio"] == 2
    assert seen["width"] >= seen["screen"] // 2


def test_the_program_is_started_as_it_was(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert again.command(None) == [sys.executable, "-m", "facilitator"]
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert again.command(tmp_path / "a.workshop") == [sys.executable, str(tmp_path / "a.workshop")]


def test_the_size_is_not_taken_twice(qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(again.SCALE, "1.5")
    monkeypatch.delenv(again.GIVEN_SCALE, raising=False)
    monkeypatch.setenv(again.GIVEN_SCALE, "1.5")
    scaling.keep_scale(Preferences(), 200)
    again.set_scale(Preferences())
    given = again.environment(again.Arrival("boards"))
    assert given.value(again.SCALE) == "1.5"
    assert json.loads(given.value(again.ARRIVAL))["station"] == "boards"


def test_a_strange_arrival_is_no_arrival(monkeypatch: pytest.MonkeyPatch) -> None:
    for said in ("", "[]", "{}", "not json"):
        monkeypatch.setenv(again.ARRIVAL, said)
        assert again.arrival() is None
