"""What stands beside a workshop is looked at while other programs come and go."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

from facilitator.store.identify import bytes_in

if TYPE_CHECKING:
    from pathlib import Path


def test_a_file_that_comes_and_goes_while_it_is_looked_at_is_there_or_is_not(tmp_path: Path) -> None:
    beside, done = tmp_path / "hall.workshop-wal", threading.Event()

    def come_and_go() -> None:
        for _ in range(2_000):
            beside.write_bytes(b"log")
            beside.unlink()
        done.set()

    other = threading.Thread(target=come_and_go)
    other.start()
    seen = set[int]()
    while not done.is_set():
        seen.add(bytes_in(beside))
    other.join()
    assert seen <= {0, len(b"log")}
    assert bytes_in(beside) == 0
    assert bytes_in(beside / "below a file that is none") == 0
