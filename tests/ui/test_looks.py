"""How the window looks is chosen once and remembered, and every look can be read (faults.md, A5)."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from facilitator.ui.look import looks, scaling, theme, tokens
from facilitator.ui.preferences import Preferences
from tests.ui.windows import SLOW, made, settle, shown

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

ENOUGH, PLENTY = 4.5, 7.0  # WCAG 2.2, 1.4.3 and 1.4.6


@pytest.fixture(autouse=True)
def usual_again(qapp: QApplication) -> Iterator[None]:
    yield
    theme.wear(qapp, looks.SYSTEM)
    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


def luminance(colour: str) -> float:
    """Relative luminance as WCAG 2.2 defines it."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [one / 12.92 if one <= 0.04045 else ((one + 0.055) / 1.055) ** 2.4 for one in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("look", theme.LOOKS)
@pytest.mark.parametrize(("words", "ground"), tokens.TEXT_ON_GROUND)
def test_words_can_be_read_on_their_ground(look: str, words: str, ground: str) -> None:
    now = theme.LOOKS[look]
    assert contrast(getattr(now, words), getattr(now, ground)) >= (PLENTY if now.border > 1 else ENOUGH)


@pytest.mark.parametrize("tint", tokens.TINTS)
def test_words_can_be_read_on_every_tint_of_paper(tint: str) -> None:
    assert contrast(tokens.TINT_INK, tint) >= PLENTY
    assert contrast(tokens.TINT_MUTED, tint) >= PLENTY


@pytest.mark.parametrize("look", theme.LOOKS)
def test_the_edge_of_a_control_is_seen_on_its_ground(look: str) -> None:
    now = theme.LOOKS[look]
    assert min(contrast(now.edge, ground) for ground in (now.paper, now.surface)) >= 3


def test_a_look_that_was_chosen_is_worn_by_the_next_window(qtbot: QtBot, tmp_path: Path) -> None:
    path = made(tmp_path / "look.workshop", "one")
    with shown(qtbot, path) as window:
        window.actions_["look-contrast-dark"].trigger()
        assert theme.colours() is tokens.HIGH_DARK
    theme.wear(_app(), looks.SYSTEM)
    with shown(qtbot, path) as window:
        assert theme.colours() is tokens.HIGH_DARK
        assert window.actions_["look-contrast-dark"].isChecked()
        assert not window.actions_["look-system"].isChecked()
        window.actions_["look-system"].trigger()
        assert theme.colours() is tokens.LIGHT


def test_right_to_left_is_remembered(qtbot: QtBot) -> None:
    with shown(qtbot) as window:
        window.actions_["mirrored"].trigger()
        assert _app().layoutDirection() is Qt.LayoutDirection.RightToLeft
    _app().setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    with shown(qtbot) as window:
        assert _app().layoutDirection() is Qt.LayoutDirection.RightToLeft
        assert window.actions_["mirrored"].isChecked()
        window.actions_["mirrored"].trigger()


def test_bigger_closes_the_file_and_asks_to_begin_again_with_the_words_in_the_bar_kept(
    qtbot: QtBot, tmp_path: Path
) -> None:
    path = made(tmp_path / "big.workshop", "one")
    with shown(qtbot, path) as window:
        window.board().capture.field.setText("half a th")
        with qtbot.waitSignal(window.leaving, timeout=SLOW):
            window.actions_["bigger"].trigger()
        assert window.path() == path
    assert scaling.kept_scale(Preferences()) == 125
    assert [file.name for file in tmp_path.glob("big*")] == ["big.workshop"]
    with shown(qtbot, path) as window:
        assert window.board().capture.field.text() == "half a th"


def test_the_biggest_says_so_and_stays(qtbot: QtBot) -> None:
    scaling.keep_scale(Preferences(), scaling.SCALES[-1])
    with shown(qtbot) as window:
        window.actions_["bigger"].trigger()
        assert "200 %" in window.notice.words
        assert window.isVisible()


def test_a_narrow_window_has_icons_at_its_side_and_the_panel_comes_when_asked(qtbot: QtBot, tmp_path: Path) -> None:
    with shown(qtbot, made(tmp_path / "narrow.workshop", "one")) as window:
        assert window.rail.width() == tokens.RAIL_WIDTH
        window.resize(683, 384)
        qtbot.waitUntil(lambda: window.rail.width() == tokens.RAIL_NARROW)
        assert not window.board().panel.isVisible()
        window.actions_["panel"].trigger()
        assert window.board().panel.isVisible()
        window.resize(1280, 800)
        qtbot.waitUntil(lambda: window.rail.width() == tokens.RAIL_WIDTH)
        assert window.board().panel.isVisible()
        settle(qtbot, window)


def _app() -> QApplication:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    return app
