"""A double click on a workshop opens the stand-alone app, once a person has asked for that."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import pytest

from build import opening

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="desktop entries are Linux's")
def test_in_linux_the_script_tells_the_desktop_where_the_app_is(tmp_path: Path) -> None:
    folder = tmp_path / "Tools & more | here"
    folder.mkdir()
    opening.write(str(folder), "linux")
    env = {"HOME": str(tmp_path), "XDG_DATA_HOME": str(tmp_path / "my data"), "PATH": os.environ["PATH"]}
    subprocess.run([str(folder / "open-workshops-with-facilitator.sh")], env=env, check=True, capture_output=True)
    entry = (tmp_path / "my data" / "applications" / "facilitator.desktop").read_text("utf-8")
    assert f'Exec="{folder}/facilitator" %f\n' in entry
    assert f"MimeType={opening.KIND};\n" in entry
    kinds = ET.parse(tmp_path / "my data" / "mime" / "packages" / "facilitator-workshop.xml").getroot()
    assert [glob.get("pattern") for glob in kinds.iter() if glob.tag.endswith("glob")] == ["*.workshop"]
    assert (tmp_path / "my data" / "icons" / "hicolor" / "scalable" / "apps" / "facilitator.svg").exists()


def test_in_windows_the_script_writes_only_what_is_ones_own(tmp_path: Path) -> None:
    opening.write(str(tmp_path), "win32")
    (script,) = tmp_path.iterdir()
    lines = [line for line in script.read_bytes().decode().split("\r\n") if line.startswith("reg")]
    assert all(line.startswith('reg add "HKCU\\') for line in lines)
    assert any(line.endswith(r'/d "\"%~dp0facilitator.exe\" \"%%1\"" /f > nul') for line in lines)


def test_in_macos_the_app_says_it_itself(tmp_path: Path) -> None:
    opening.write(str(tmp_path), "darwin")
    assert list(tmp_path.iterdir()) == []
