"""While the caller works on one thing, the next is made ready already: the look at a file waits for another process,
and taking it in for a disk.
"""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from typing import TYPE_CHECKING, Generic, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Sequence

T = TypeVar("T")
U = TypeVar("U")


class _Waiting(Generic[T, U]):
    """One thing that is being made ready on a thread, and what has to be put away after it."""

    def __init__(self, thread: ThreadPoolExecutor, ready: Callable[[T, ExitStack], U], item: T) -> None:
        self._stack = ExitStack()
        self._future = thread.submit(ready, item, self._stack)

    def result(self) -> U:
        """What was made ready; raises what it raised."""
        return self._future.result()

    def close(self) -> None:
        """Put away what it needed, once it is ready; if it was not begun, it never will be."""
        if not self._future.cancel():
            self._future.exception()
        self._stack.close()


def one_ahead(items: Sequence[T], ready: Callable[[T, ExitStack], U]) -> Generator[Callable[[], U]]:
    """For each of the items, in their order, a way to wait for what `ready` makes of it. What that puts on the stack
    stays open until the caller asks for the next one, or closes this generator.
    """
    with ThreadPoolExecutor(1, "made ready ahead") as thread:
        waiting: list[_Waiting[T, U]] = []
        try:
            for at in range(len(items)):
                waiting += [_Waiting(thread, ready, item) for item in items[at + len(waiting) : at + 2]]
                yield waiting[0].result
                waiting.pop(0).close()
        finally:
            for one in reversed(waiting):
                one.close()
