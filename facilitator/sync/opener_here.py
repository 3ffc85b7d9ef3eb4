"""What bundles are opened with where nobody names a key: this laptop's own, when it is not locked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from facilitator.sync.bundle_keys import is_sealed, own_key_file, secret_of
from facilitator.sync.bundle_opening import Opener

if TYPE_CHECKING:
    from facilitator.workshop.places import Places


def opener_here(places: Places) -> Opener:
    """This laptop's own key, or nothing; a bundle that needs another is then refused and says so."""
    file = own_key_file(places)
    if not file.exists() or is_sealed(file):
        return Opener()
    return Opener((secret_of(file),))
