"""The one drawing of the app's icon becomes what Windows and macOS show."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PIL import Image

from build import app_icon

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QApplication


@pytest.mark.parametrize(("name", "sizes"), [("a.ico", app_icon.WINDOWS), ("a.icns", app_icon.MACOS)])
def test_an_icon_holds_every_size_and_can_be_told_from_nothing(
    qapp: QApplication, tmp_path: Path, name: str, sizes: tuple[int, ...]
) -> None:
    with Image.open(app_icon.write(tmp_path / name, sizes)) as icon:
        widths = {size[0] * (size[2] if len(size) > 2 else 1) for size in icon.info["sizes"]}
        assert widths == set(sizes)
        assert len(icon.convert("RGB").getcolors(maxcolors=1 << 16) or ()) > 3
