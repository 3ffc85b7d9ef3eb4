"""Who may read a backup, and what is left of one that broke off."""

from __future__ import annotations

import os
import stat
import sys
from typing import TYPE_CHECKING

import pytest

from facilitator.domain.gestures.board import add_board
from facilitator.workshop.places import Places
from facilitator.workshop.workshop import Workshop

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps what is in a person's own folder from others")
def test_a_backup_is_as_private_as_the_workshop(tmp_path: Path) -> None:
    path = tmp_path / "hall.workshop"
    with Workshop.new(path, "Millbrook", Places.under(tmp_path / "state")) as workshop:
        backup = workshop.back_up("by-hand")
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(backup.stat().st_mode) == 0o600
    assert stat.S_IMODE(backup.parent.stat().st_mode) == 0o700


def test_what_a_backup_that_broke_off_left_behind_goes_a_day_later(tmp_path: Path) -> None:
    """It may hold words that are removed for good meanwhile, and no list of backups would name it."""
    with Workshop.new(tmp_path / "hall.workshop", "Millbrook", Places.under(tmp_path / "state")) as workshop:
        folder = workshop.back_up("by-hand").parent
        old, beside, fresh = folder / ".old.part", folder / ".old.part-journal", folder / "fresh.part"
        for part in (old, beside, fresh):
            part.write_text("half a backup", "utf-8")
        for part in (old, beside):
            os.utime(part, (0, 0))
        workshop.apply(add_board("What would help?"))
    assert not old.exists()
    assert not beside.exists()
    assert fresh.exists()
