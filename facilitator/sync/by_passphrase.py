"""Opening what age locked with a passphrase, which is made slow so that nobody tries many. Age refuses what would take
this computer much too long, and measures for that anew each time, some thousandths of a second, how fast it is: while
another program runs, the right passphrase would be refused, too. So age is asked again before it is believed.
"""

from __future__ import annotations

from facilitator.domain.errors import BadInput

TRIES = 100
"""Each takes some thousandths of a second, until one is let through."""
_TOO_SLOW = "Excessive work parameter"
"""What age says when opening would take this computer more than sixteen seconds or so."""


def decrypted(locked: bytes, passphrase: str, name: str) -> bytes:
    """What is in it. Raises pyrage.DecryptError when the passphrase does not open it, BadInput when this computer is
    too slow for what it was locked with.
    """
    from pyrage import DecryptError
    from pyrage import passphrase as age

    for _ in range(TRIES):
        try:
            return age.decrypt(locked, passphrase)
        except DecryptError as error:
            if not str(error).startswith(_TOO_SLOW):
                raise
    raise BadInput(
        f"{name} was locked on a much faster computer, and this one would need too long to open it, or it is damaged. "
        "Open it on that one, or lock it again for a key."
    )
