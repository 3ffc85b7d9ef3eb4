"""Folders for what is soon thrown away: copies that are looked over, bundles that are open, backups that are being
rewritten. A program that ends in the middle leaves its folder behind, with all that people said in it, and with
somebody in it perhaps who is forgotten by now. So what is a day old is thrown away for it.
"""

from __future__ import annotations

import contextlib
import shutil
import tempfile
import time
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from facilitator.store.backup import A_DAY

if TYPE_CHECKING:
    from collections.abc import Generator

    from facilitator.workshop.places import Places

_PREFIX = "passing-"


@contextmanager
def scratch(places: Places) -> Generator[Path]:
    """A new folder on this laptop, gone at the end."""
    sweep(places)
    with tempfile.TemporaryDirectory(prefix=_PREFIX, dir=places.state, ignore_cleanup_errors=True) as folder:
        yield Path(folder)


def sweep(places: Places) -> None:
    """Throw away the folders that were left behind. A younger one may be in use by another program."""
    for left in places.state.glob(f"{_PREFIX}*"):
        with contextlib.suppress(OSError):
            if time.time() - left.stat().st_mtime > A_DAY:
                shutil.rmtree(left, ignore_errors=True)
