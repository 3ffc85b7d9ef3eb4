"""While one thing is worked on, the next is made ready; whatever happens, what it needed is put away."""

from __future__ import annotations

import threading
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, closing

import pytest

from facilitator.sync.one_ahead import _Waiting, one_ahead


def test_the_next_one_is_made_ready_meanwhile_and_none_beyond_it() -> None:
    begun: list[int] = []
    second = threading.Event()

    def ready(item: int, _stack: ExitStack) -> int:
        begun.append(item)
        if item == 2:
            second.set()
        return 10 * item

    with closing(one_ahead([1, 2, 3], ready)) as coming:
        assert next(coming)() == 10
        assert second.wait(60)
        assert begun == [1, 2]
        assert [one() for one in coming] == [20, 30]


def test_what_cannot_be_made_ready_holds_up_no_other_and_all_is_put_away_in_time() -> None:
    begun: list[int] = []
    away: list[int] = []

    def ready(item: int, stack: ExitStack) -> int:
        begun.append(item)
        stack.callback(away.append, item)
        if item == 1:
            raise ValueError("damaged")
        return item

    with closing(one_ahead([1, 2, 3], ready)) as coming:
        with pytest.raises(ValueError, match="damaged"):
            next(coming)()
        assert next(coming)() == 2
        assert away == [1]
    assert sorted(away) == begun


def test_what_was_not_begun_when_the_caller_stops_never_is() -> None:
    begun: list[int] = []
    busy = threading.Event()
    with ThreadPoolExecutor(1) as thread:
        thread.submit(busy.wait, 60)
        _Waiting(thread, lambda item, _stack: begun.append(item), 1).close()
        busy.set()
    assert begun == []


def test_of_nothing_there_is_nothing_to_make_ready() -> None:
    assert list(one_ahead([], lambda item, _stack: item)) == []
