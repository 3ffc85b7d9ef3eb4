"""R4: whichever write to the disk fails, or is the last before the program dies, the workshop is whole.

Each story is told again and again, with the first write going wrong, then the second, and so on until none is left.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="LD_PRELOAD is of Linux")

HOWS = ("once", "from-then-on", "kill")


@pytest.mark.parametrize(("how", "first"), list(zip(HOWS, (1, 2, 3), strict=True)))
def test_any_write_may_go_wrong_while_notes_are_written(
    drive: Callable[..., Any], failing_disk: Path, how: str, first: int
) -> None:
    """Every third write in each way, so that together they leave out none; all in all ways with --long."""
    outcome = drive("drive_every_write", "typed", how, first, 3, preload=failing_disk)
    assert outcome["broken"] == []
    assert outcome["faults"] > 40


@pytest.mark.parametrize(("how", "first"), list(zip(HOWS, (1, 11, 21), strict=True)))
def test_any_write_may_go_wrong_while_a_note_is_removed_for_good_and_the_file_backed_up(
    drive: Callable[..., Any], failing_disk: Path, how: str, first: int
) -> None:
    outcome = drive("drive_every_write", "removed", how, first, 31, preload=failing_disk)
    assert outcome["broken"] == []
    assert outcome["faults"] > 10


@pytest.mark.long
@pytest.mark.parametrize("how", HOWS)
@pytest.mark.parametrize("told", ["typed", "removed"])
def test_every_single_write_may_go_wrong_in_every_way(
    drive: Callable[..., Any], failing_disk: Path, told: str, how: str
) -> None:
    assert drive("drive_every_write", told, how, 1, 1, preload=failing_disk)["broken"] == []
