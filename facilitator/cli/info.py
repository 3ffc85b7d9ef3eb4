"""`info`: what a workshop holds, in numbers."""

from __future__ import annotations

from facilitator.cli.files import AsJson, WorkshopFile, opened
from facilitator.cli.say import amount, plain, show, show_json


def info(file: WorkshopFile, as_json: AsJson = False) -> None:
    """Say what a workshop is called and how much it holds.

    Example: facilitator info park.workshop
    """
    from facilitator.workshop.queries.counts import counts

    with opened(file) as workshop:
        title, file_id, version = workshop.title, str(workshop.file_id), workshop.format_version
        found = workshop.read(counts)
    if as_json:
        show_json({"title": title, "file_id": file_id, "format_version": version, "counts": found})
        return
    show(plain(title))
    show(f"file {file_id}, format {version}")
    for kind, count in found.items():
        if count:
            show(f"{count:>9,} {amount(count, kind).split(maxsplit=1)[1]}")
