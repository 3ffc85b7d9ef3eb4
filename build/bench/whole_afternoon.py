"""How long a whole afternoon takes by keys alone, typed faster than hands: from the first key on Home to the saved
papers, and each part of it.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

from build.desk import Desk
from build.whole_afternoon import Afternoon

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).resolve().parents[2]


def run() -> Iterator[dict[str, object]]:
    """Seconds for each part and for all of it; the keys come 20 to 40 ms apart."""
    with tempfile.TemporaryDirectory() as folder:
        process = subprocess.Popen([sys.executable, "-m", "facilitator"], cwd=ROOT)
        afternoon = Afternoon(Desk(os.environ), Path(folder) / "hall.workshop")
        try:
            afternoon.desk.find("Facilitator")
            before = started = time.monotonic()
            for part in afternoon.parts():
                part()
                now = time.monotonic()
                yield {"figure": f"{part.__name__}, s", "value": round(now - before, 1)}
                before = now
            yield {"figure": "first key to last, s", "value": round(before - started, 1)}
        finally:
            process.kill()
            process.wait()
