"""Whatever a vote is at, being made, counted, or shown by hands, each control has a name and is big enough."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QAbstractButton, QAbstractSpinBox, QComboBox, QLineEdit

from facilitator.domain.gestures.voting import Choice, add_poll, close_poll, open_poll
from facilitator.workshop.places import Places
from facilitator.workshop.workshop import Workshop
from tests.accessibility.accessible import blanks
from tests.ui.windows import settle, shown, votes

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

LEAST = 36  # logical pixels


@pytest.mark.parametrize("method", ["dots", "agree"])
@pytest.mark.parametrize("at", ["draft", "open", "hands", "tokens", "letters", "closed"])
def test_every_part_of_a_vote_has_a_name_and_is_big_enough(qtbot: QtBot, tmp_path: Path, method: str, at: str) -> None:
    path = tmp_path / "vote.workshop"
    poll = add_poll("Which first?", [Choice("Wall"), Choice("جدار واحد مشترك")], method=method, blank_letters=4)
    poll_id = poll.edits[0].id
    changes = {"draft": [], "closed": [open_poll(poll_id), close_poll(poll_id)]}.get(at, [open_poll(poll_id)])
    with Workshop.new(path, "Millbrook early years", Places.of_this_laptop()) as workshop:
        for change in (poll, *changes):
            workshop.apply(change)
    with shown(qtbot, path) as window:
        window.go_to("votes")
        settle(qtbot, window)
        votes(window)._go_beside(at if at in {"hands", "tokens", "letters"} else "")
        assert blanks(window) == []
        targets = (QAbstractButton, QLineEdit, QComboBox)
        controls = [one for kind in targets for one in votes(window).findChildren(kind) if one.isVisible()]
        controls = [one for one in controls if not isinstance(one.parentWidget(), QAbstractSpinBox)]
        assert [one.accessibleName() for one in controls if min(one.width(), one.height()) < LEAST] == []
