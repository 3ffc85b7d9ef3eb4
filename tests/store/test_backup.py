"""Who may read a backup."""

from __future__ import annotations

import stat
import sys
from typing import TYPE_CHECKING

import pytest

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
