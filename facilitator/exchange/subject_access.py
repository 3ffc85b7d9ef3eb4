"""What a workshop holds on one person, written into a folder for that person: a page to read, the same for programs,
and the pictures.
"""

from __future__ import annotations

import html
import json
from dataclasses import asdict
from typing import TYPE_CHECKING

from facilitator.domain.errors import BadInput, FileTrouble
from facilitator.workshop.safe_write import safely_written

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path

    from facilitator.workshop.queries.subject_access import OnPerson

TABLES = {
    "participant": "Your entry in the list of people",
    "attendance": "That you came",
    "consent": "What you agreed to, and what not",
    "connection": "Whom you know or work with",
    "seat": "Where you sat",
    "note": "What you said",
}
ENDINGS = {"image/jpeg": ".jpg", "image/png": ".png"}
_STYLE = (
    "body{font:1.1rem/1.5 sans-serif;max-width:45rem;margin:2rem auto;padding:0 1rem}"
    "dl{display:grid;grid-template-columns:12rem 1fr;gap:.2rem 1rem;border-top:1px solid #999;padding-top:.6rem}"
    "dd{margin:0;white-space:pre-wrap}"
)


def write_subject_access(on: OnPerson, folder: Path) -> list[Path]:
    """Write it into a folder that is new or empty; gives the files. Raises BadInput, FileTrouble or DiskTrouble."""
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise BadInput(f"{folder} is not an empty folder. Choose a new one, so that nobody else's papers are mixed in.")
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        raise FileTrouble(f"The folder {folder} cannot be made ({error.strerror}). Choose another one.") from None
    pictures = {f"picture-{n}{ENDINGS[one.kind]}": one.data for n, one in enumerate(on.pictures, 1)}
    files = {"what-we-hold.html": _page(on, pictures).encode(), "what-we-hold.json": _json(on, pictures), **pictures}
    for name, data in files.items():
        with safely_written(folder / name) as file:
            file.write(data)
    return [folder / name for name in files]


def _json(on: OnPerson, pictures: Iterable[str]) -> bytes:
    rows = {"rows": on.rows, "past": on.past, "mentions": on.mentions}
    said = {name: [asdict(one) for one in held] for name, held in rows.items()}
    document = {"name": on.name, "programme": on.programme, **said, "pictures": list(pictures)}
    return (json.dumps(document, ensure_ascii=False, indent=1) + "\n").encode()


def _page(on: OnPerson, pictures: Iterable[str]) -> str:
    return "\n".join(_lines(on, pictures)) + "\n"


def _lines(on: OnPerson, pictures: Iterable[str]) -> Iterator[str]:
    title = html.escape(f"What we hold on {on.name}")
    yield f'<!doctype html><html lang="en"><meta charset="utf-8"><title>{title}</title><style>{_STYLE}</style>'
    yield f'<h1 dir="auto">{title}</h1><p dir="auto">{html.escape(on.programme)}</p>'
    for table, heading in TABLES.items():
        rows = [row.cells for row in on.rows if row.table == table]
        if rows:
            yield f"<h2>{heading}</h2>"
            yield from map(_cells, rows)
    for name in pictures:
        yield f'<p><img src="{name}" alt="A picture of a note of yours" style="max-width:100%"></p>'
    if on.mentions:
        yield "<h2>Where somebody wrote your name</h2>"
        yield from (_cells(row.cells) for row in on.mentions)
    yield "<h2>How it came to be</h2><p>Every time something of this was written down or changed.</p>"
    for row in on.past:
        yield f"<h3>{html.escape(row.at[:16].replace('T', ' '))}, {html.escape(row.device)}</h3>"
        yield _cells(row.cells)
    yield "</html>"


def _cells(cells: Mapping[str, str]) -> str:
    pairs = (
        f'<dt>{html.escape(name.replace("_", " "))}</dt><dd dir="auto">{html.escape(said)}</dd>'
        for name, said in cells.items()
    )
    return f"<dl>{''.join(pairs)}</dl>"
