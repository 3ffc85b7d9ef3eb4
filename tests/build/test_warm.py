"""Tests are tried in many processes at once, each of which has to be heard itself."""

from __future__ import annotations

import sys
import time
from concurrent.futures import ThreadPoolExecutor

import pytest

from build.guards import PROCESSES
from build.warm import ended, ready


@pytest.fixture
def impatient() -> object:
    """Threads that take turns as often as they can."""
    before = sys.getswitchinterval()
    sys.setswitchinterval(1e-5)
    yield
    sys.setswitchinterval(before)


@pytest.mark.usefixtures("impatient")
def test_what_ends_at_the_same_time_as_others_is_heard_with_its_own_status() -> None:
    statuses = [2 + n % 3 for n in range(240)]
    with ThreadPoolExecutor(8) as pool:
        heard = list(pool.map(lambda status: ended(PROCESSES.Process(target=sys.exit, args=(status,)), 60), statuses))
    assert heard == statuses


def test_what_does_not_end_in_time_is_stopped() -> None:
    process = PROCESSES.Process(target=time.sleep, args=(600,))
    assert ended(process, 0.1) is None
    assert not process.is_alive()


def test_on_a_mac_nothing_is_copied_that_has_read_the_libraries(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "darwin")
    assert ready().get_start_method() == "spawn"
