"""Files as they come on a stick, bundles among them, as the workshop files that are in them, for as long as needed."""

from __future__ import annotations

from contextlib import ExitStack, contextmanager
from typing import TYPE_CHECKING

from facilitator.sync.bundle_opening import Opener, is_bundle, open_bundle
from facilitator.workshop.same_file import is_same
from facilitator.workshop.scratch import scratch

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Sequence
    from pathlib import Path

    from facilitator.workshop.places import Places
    from facilitator.workshop.workshop import Workshop

    OpenerOf = Callable[[Path], Opener]
    """What there is to open a bundle or an encrypted workshop with. May raise NeedsPassphrase or BadInput, and then
    that file is refused.
    """


@contextmanager
def unpacked(path: Path, places: Places, opener: OpenerOf) -> Generator[Path]:
    """The workshop file itself, which may be encrypted; that of a bundle is unpacked for as long as it is needed.

    Raises what opening a bundle raises.
    """
    if not is_bundle(path):
        yield path
        return
    with scratch(places) as folder:
        yield open_bundle(path, folder / f"{path.stem}.workshop", opener(path))


@contextmanager
def all_unpacked(paths: Sequence[Path], workshop: Workshop, places: Places, opener: OpenerOf) -> Generator[list[Path]]:
    """Several of them, to be merged into an open workshop. Its own file is not looked into: to close it again would
    take SQLite's locks away (sqlite.org/howtocorrupt.html, 2.2).
    """
    with ExitStack() as stack:
        yield [
            path if is_same(path, workshop.path) else stack.enter_context(unpacked(path, places, opener))
            for path in paths
        ]
