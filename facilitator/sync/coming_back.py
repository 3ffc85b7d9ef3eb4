"""A file on a stick and the copy of it on this laptop that both went on: the file is merged into the copy, which may
then take its place as always.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from facilitator.sync.merged import nobody_waits
from facilitator.sync.merging import merge
from facilitator.workshop.workshop import Workshop

if TYPE_CHECKING:
    from facilitator.sync.merged import Merged, Progress
    from facilitator.workshop.away import Waiting
    from facilitator.workshop.places import Places


def bring_both_together(
    waiting: Waiting, places: Places, passphrase: str = "", progress: Progress = nobody_waits
) -> Merged:
    """Take what the file has into the copy on this laptop. The file itself is left as it is: it is opened anew, and
    gets everything when it is closed. Stopped at any moment, both are kept and it can be done again.

    Raises NotFound when the file is not there, NeedsPassphrase, and what merging raises.
    """
    seen = waiting.of_the_original()
    with Workshop.open(waiting.copy, places, passphrase=passphrase) as workshop:
        merged = merge(workshop, [waiting.original], places, progress)
    waiting.has_taken_in(seen)
    return merged
