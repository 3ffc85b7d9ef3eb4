"""How long a passphrase has to be, for a workshop as for a bundle, so that nobody is told two things."""

from __future__ import annotations

from facilitator.domain.errors import BadInput

SHORTEST = 8
"""Letters. Whoever finds the laptop or the stick can try as long as they like."""


def must_be_long_enough(passphrase: str) -> None:
    """Raises BadInput for one that is too short."""
    if len(passphrase) < SHORTEST:
        raise BadInput(f"The passphrase is too short. Use at least {SHORTEST} letters, such as four words.")
