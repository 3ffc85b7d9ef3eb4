"""The window itself: in high contrast, mirrored, and with as little room as 200 % leaves on a small laptop."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from build.theatre import LARGE, LIGHT, SMALL, dressed, millbrook, window_on
from facilitator.ui.look import theme

if TYPE_CHECKING:
    from build.screenshots import Stage

FULL_HD, LAPTOP = (960, 540), (683, 384)  # 1920 x 1080 and 1366 x 768 at 200 %


def play(stage: Stage) -> None:
    """With a copy on a stick, a fault that is said, and little room."""
    stick = stage.work / "BLUE STICK"
    stick.mkdir()
    with window_on(stage, millbrook(stage.work)) as (app, window):
        window.copying.copy_into(stick)
        stage.until(lambda: bool(window.rail.elsewhere()))
        dressed(stage, app, window, LARGE, LIGHT)
        stage.shoot("shell", window)
        for look in ("contrast-light", "contrast-dark"):
            theme.wear(app, look)
            stage.shoot(f"shell-{look}", window)
        app.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        dressed(stage, app, window, SMALL, LIGHT)
        stage.shoot("shell-mirrored", window)
        app.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        window.notice.clear()
        for name, size in (("200", FULL_HD), ("200-laptop", LAPTOP)):
            for station in ("plan", "people", "boards", "votes", "prototypes", "print"):
                window.go_to(station)
                dressed(stage, app, window, size, LIGHT)
                for _ in range(5):
                    app.processEvents()
                stage.shoot(f"shell-{name}-{station}", window)
