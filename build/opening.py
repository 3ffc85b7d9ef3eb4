"""What lies beside the stand-alone app so that a .workshop file opens in it by a double click: a small script that a
person runs once, for herself alone and without the rights of an administrator. In macOS the app itself says so.

The forms are those of the desktop entry and shared MIME-info specifications of freedesktop.org, and of the classes in
the Windows registry.
"""

from __future__ import annotations

import os
import shutil
import sys

from build import environment

KIND = "application/x-facilitator-workshop"
ICON = os.path.join(environment.ROOT, "resources", "icons", "facilitator.svg")
ENTRY = f"""[Desktop Entry]
Type=Application
Name=Facilitator
Comment=Run co-design workshops without a network
Exec="@HERE@/facilitator" %f
Icon=facilitator
MimeType={KIND};
Categories=Office;
Terminal=false
"""
MIME = f"""<?xml version="1.0" encoding="UTF-8"?>
<mime-info xmlns="http://www.freedesktop.org/standards/shared-mime-info">
  <mime-type type="{KIND}">
    <comment>Facilitator workshop</comment>
    <icon name="facilitator"/>
    <glob pattern="*.workshop" weight="80"/>
  </mime-type>
</mime-info>
"""
LINUX = f"""#!/bin/sh
# From now on a double click on a .workshop file opens Facilitator, for you. Run this again when the folder has moved.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
data=${{XDG_DATA_HOME:-$HOME/.local/share}}
written=$(printf '%s' "$here" | sed 's/[&|\\\\]/\\\\&/g')
mkdir -p "$data/applications" "$data/mime/packages" "$data/icons/hicolor/scalable/apps"
sed "s|@HERE@|$written|" "$here/facilitator.desktop" > "$data/applications/facilitator.desktop"
cp "$here/facilitator-workshop.xml" "$data/mime/packages/"
cp "$here/facilitator.svg" "$data/icons/hicolor/scalable/apps/"
for each in "update-mime-database $data/mime" "update-desktop-database $data/applications"; do
    command -v "${{each%% *}}" > /dev/null && "${{each%% *}}" "${{each#* }}" || true
done
command -v xdg-mime > /dev/null && xdg-mime default facilitator.desktop {KIND} || true
echo "A double click on a .workshop file now opens Facilitator."
"""
CLASSES = r"HKCU\Software\Classes"
WINDOWS = rf"""@echo off
rem From now on a double click on a .workshop file opens Facilitator, for you. Run this again when the folder has moved.
reg add "{CLASSES}\.workshop" /ve /d "Facilitator.Workshop" /f > nul
reg add "{CLASSES}\Facilitator.Workshop" /ve /d "Facilitator workshop" /f > nul
reg add "{CLASSES}\Facilitator.Workshop\DefaultIcon" /ve /d "\"%~dp0facilitator.exe\",0" /f > nul
reg add "{CLASSES}\Facilitator.Workshop\shell\open\command" /ve /d "\"%~dp0facilitator.exe\" \"%%1\"" /f > nul
echo A double click on a .workshop file now opens Facilitator.
pause
"""


def write(folder: str, system: str = sys.platform) -> None:
    """Write the script, and what it needs, into the app's folder."""
    if system == "win32":
        _write(folder, "open-workshops-with-facilitator.cmd", WINDOWS.replace("\n", "\r\n"))
    elif system != "darwin":
        _write(folder, "facilitator.desktop", ENTRY)
        _write(folder, "facilitator-workshop.xml", MIME)
        shutil.copy(ICON, folder)
        os.chmod(_write(folder, "open-workshops-with-facilitator.sh", LINUX), 0o755)


def _write(folder: str, name: str, text: str) -> str:
    path = os.path.join(folder, name)
    with open(path, "w", encoding="utf-8", newline="") as file:
        file.write(text)
    return path
