"""Every station of the example at twice the size, on the screen of a small projector."""

from __future__ import annotations

from typing import TYPE_CHECKING

from build.scenes.every_station import walk
from build.theatre import millbrook
from facilitator.ui.look.scaling import keep_scale
from facilitator.ui.preferences import Preferences

if TYPE_CHECKING:
    from build.screenshots import Stage

SIZE = (1920, 1080)
SEEN = (960, 540)  # logical pixels: all of the screen


def play(stage: Stage) -> None:
    """As a person has it who chose 200 % the last time."""
    keep_scale(Preferences(), 200)
    walk(stage, millbrook(stage.work), SEEN, ["light"], "200 %")
    walk(stage, None, SEEN, ["light"], "200 %")
