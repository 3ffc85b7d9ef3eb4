"""How big everything in the window is: the sizes to choose from, and the one this laptop was last set to.

Qt takes the size of a logical pixel once, when the app is made, so another size needs the window to begin anew.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from facilitator.ui.preferences import Preferences

SCALES = (100, 125, 150, 175, 200)
"""Per cent of the usual size."""
USUAL = SCALES[0]
_NAME = "scale"


def kept_scale(preferences: Preferences) -> int:
    """The size that was chosen last, in per cent."""
    kept = preferences.get(_NAME)
    return int(kept) if kept.isdecimal() and int(kept) in SCALES else USUAL


def keep_scale(preferences: Preferences, percent: int) -> None:
    """Remember a size for the next start."""
    preferences.keep(_NAME, str(percent))
    preferences.write()


def beside(percent: int, step: int) -> int:
    """The size `step` places up or down from this one; the first and the last stay where they are."""
    place = SCALES.index(percent) + step
    return SCALES[max(0, min(place, len(SCALES) - 1))]
