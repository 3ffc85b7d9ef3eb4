"""R25: a merge that is killed half way has not happened, or has happened whole."""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import Any

import pytest

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="it forks")


def test_killed_fifty_times_in_a_merge_the_file_is_as_before_or_as_after(drive: Callable[..., Any]) -> None:
    outcome = drive("drive_merging", 50)
    assert outcome["broken"] == []
    assert outcome["before"] > 10
    assert outcome["after"] > 0


@pytest.mark.long
def test_killed_a_thousand_times_in_a_merge(drive: Callable[..., Any]) -> None:
    assert drive("drive_merging", 1_000)["broken"] == []
