"""The same wall and gestures in Excalidraw, a well-known canvas that lives in a browser, beside ours, as a ratio. Needs
npm and Chromium, and fetches Excalidraw from npm the first time; where they are missing it says so.

Ours is the processor's time of the whole process for a frame; of Chromium only the page's main thread is counted, which
is to its advantage, because other threads and processes of it paint as well.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

SIZES = (1_000, 5_000)
THEIR_FRAMES = 60
HERE = Path(__file__).parent / "excalidraw"
PLACE = HERE.parents[2] / ".cache" / "excalidraw"
BROWSERS = ("chromium", "chromium-browser", "google-chrome")
PAGE = """<!doctype html><meta charset="utf-8"><link rel="stylesheet" href="wall.css">
<style>html, body, #wall {margin: 0; height: 100%}</style><div id="wall"></div><script src="wall.js"></script>
"""


def beside(ours: Iterable[dict[str, Any]]) -> Iterator[dict[str, object]]:
    """A row for each size and gesture of ours: theirs, ours, and how many times as long theirs takes."""
    browser = next((found for name in BROWSERS if (found := shutil.which(name))), None)
    npm, node = shutil.which("npm"), shutil.which("node")
    if not (browser and npm and node):
        yield {"beside": "Excalidraw", "not_measured": "needs npm and Chromium, which are not here"}
        return
    _fetch(npm)
    mine = {(row["notes"], row["gesture"]): row for row in ours}
    for notes in SIZES:
        for theirs in _driven(node, browser, notes):
            gesture = theirs["gesture"]
            own = mine[notes, gesture]
            yield {
                "beside": "Excalidraw",
                "notes": notes,
                "gesture": gesture,
                "theirs_median_ms": theirs["median_ms"],
                "theirs_p95_ms": theirs["p95_ms"],
                "ours_median_ms": own["median_ms"],
                "ours_p95_ms": own["p95_ms"],
                "ratio_at_median": round(theirs["median_ms"] / max(own["median_ms"], 0.01), 1),
                "ratio_at_p95": round(theirs["p95_ms"] / max(own["p95_ms"], 0.01), 1),
            }


def _fetch(npm: str) -> None:
    """Excalidraw and what drives it, in a folder that is no part of the tree."""
    PLACE.mkdir(parents=True, exist_ok=True)
    for name in ("package.json", "wall.jsx", "drive.mjs"):
        shutil.copy(HERE / name, PLACE)
    (PLACE / "wall.html").write_text(PAGE, encoding="utf-8")
    if not (PLACE / "node_modules" / "puppeteer-core").exists():
        command = [npm, "install", "--no-audit", "--no-fund", "--ignore-scripts", "--legacy-peer-deps", "--silent"]
        subprocess.run(command, cwd=PLACE, check=True)
    esbuild = PLACE / "node_modules" / "esbuild" / "bin" / "esbuild"
    options = ["--bundle", "--outfile=wall.js", "--conditions=production", "--minify", "--log-level=error"]
    options += ['--define:process.env.NODE_ENV="production"']
    loaders = [f"--loader:.{kind}=dataurl" for kind in ("woff2", "ttf", "svg")]
    subprocess.run([str(esbuild), "wall.jsx", *options, *loaders], cwd=PLACE, check=True)


def _driven(node: str, browser: str, notes: int) -> Iterator[dict[str, Any]]:
    with tempfile.TemporaryDirectory() as folder:
        wall = Path(folder) / "wall.json"
        wall.write_text(json.dumps(_values(notes)), encoding="utf-8")
        command = [node, "drive.mjs", browser, str(PLACE / "wall.html"), str(wall)]
        done = subprocess.run(command, cwd=PLACE, stdout=subprocess.PIPE, text=True, check=True)
    for line in done.stdout.splitlines():
        yield json.loads(line)


def _values(count: int) -> dict[str, object]:
    """The bench's own wall, in Excalidraw's measures."""
    from build.bench._wall import wall
    from facilitator.domain.arrange import NOTE_HEIGHT, NOTE_WIDTH
    from facilitator.ui.look.tokens import TINTS

    _, notes, places, _ = wall(count)
    hung = [
        {
            "id": note.id.hex,
            "x": places[note.id][0],
            "y": places[note.id][1],
            "width": NOTE_WIDTH,
            "height": NOTE_HEIGHT,
            "text": note.text,
            "colour": TINTS[note.colour - 1],
        }
        for note in notes
    ]
    wide = max(x for x, _ in places.values()) + NOTE_WIDTH - min(x for x, _ in places.values())
    tall = max(y for _, y in places.values()) + NOTE_HEIGHT - min(y for _, y in places.values())
    return {"notes": hung, "frames": THEIR_FRAMES, "whole": max(0.1, min(1900 / wide, 1060 / tall))}
