"""The stand-alone app is complete on another laptop, and holds nothing that nobody opens."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from build import freeze, linking, trimming

only_linux = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="only Linux has ldd and ELF files")
PLUGINS = Path(sys.prefix, "lib", f"python3.{sys.version_info.minor}", "site-packages", "PySide6", "Qt", "plugins")
QT = "PySide6/Qt/plugins"


def kept(*places: str, languages: tuple[str, ...] = ()) -> list[str]:
    entries = [(place, place, "BINARY") for place in places]
    return [place for place, _, _ in trimming.used(entries, set(languages))]


def test_what_the_window_opens_is_kept() -> None:
    needed = [
        f"{QT}/platforms/libqxcb.so",
        f"{QT}/platforms/libqoffscreen.so",
        "PySide6\\plugins\\platforms\\qwindows.dll",
        f"{QT}/platforms/libqcocoa.dylib",
        f"{QT}/imageformats/libqjpeg.so",
        f"{QT}/imageformats/libqsvg.so",
        f"{QT}/platforminputcontexts/libibusplatforminputcontextplugin.so",
        "resources/fonts/NotoSans-Regular.ttf",
        "resources/translations/facilitator_ar.qm",
    ]
    assert kept(*needed) == needed


def test_what_nobody_opens_is_left_out() -> None:
    places = (
        f"{QT}/platforms/libqeglfs.so",
        f"{QT}/tls/libqopensslbackend.so",
        "PySide6\\plugins\\tls\\qschannelbackend.dll",
        "PySide6\\opengl32sw.dll",
        "PySide6\\Qt6Quick.dll",
        "PySide6/Qt/lib/libQt6VirtualKeyboard.so.6",
        f"{QT}/platforminputcontexts/libqtvirtualkeyboardplugin.so",
    )
    assert kept(*places) == []


def test_qts_own_words_come_in_the_languages_of_ours() -> None:
    folder = "PySide6/Qt/translations"
    places = (f"{folder}/qtbase_ar.qm", f"{folder}/qtbase_pl.qm", f"{folder}/qtbase_pt_BR.qm", f"{folder}/qt_ar.qm")
    assert kept(*places) == []
    assert kept(*places, languages=("ar", "pt_BR")) == [places[0], places[2]]


@only_linux
def test_a_library_leaves_with_the_last_part_that_asked_for_it() -> None:
    plugin = ("PySide6/Qt/plugins/imageformats/libqjpeg.so", str(PLUGINS / "imageformats" / "libqjpeg.so"), "BINARY")
    gui = ("PySide6/Qt/lib/libQt6Gui.so.6", str(PLUGINS.parent / "lib" / "libQt6Gui.so.6"), "BINARY")
    link = ("libQt6Gui.so.6", "PySide6/Qt/lib/libQt6Gui.so.6", "SYMLINK")
    gtk = ("libgtk-3.so.0", "/usr/lib/libgtk-3.so.0", "BINARY")
    assert trimming.needed([plugin, gui, link, gtk]) == [plugin, gui, link]
    assert trimming.needed([gui, link, gtk]) == []


@only_linux
def test_a_library_that_python_opens_by_its_name_stays() -> None:
    pdfium = PLUGINS.parents[2] / "pypdfium2_raw" / "libpdfium.so"
    entry = ("pypdfium2_raw/libpdfium.so", str(pdfium), "BINARY")
    assert trimming.needed([entry]) == [entry]


@only_linux
def test_printing_is_left_to_the_system_with_all_it_asks_for() -> None:
    plugin = PLUGINS / "printsupport" / "libcupsprintersupport.so"
    printing = ("PySide6/Qt/plugins/printsupport/libcupsprintersupport.so", str(plugin), "BINARY")
    cups = ("libcups.so.2", "/usr/lib/libcups.so.2", "BINARY")
    assert trimming.needed([printing, cups]) == [printing]


@only_linux
def test_a_library_that_is_not_in_the_folder_is_missing_even_where_this_machine_has_it(tmp_path: Path) -> None:
    shutil.copy("/bin/true", tmp_path / "facilitator")
    assert linking.missing(str(tmp_path)) == []
    plugin = shutil.copy(PLUGINS / "imageformats" / "libqjpeg.so", tmp_path)
    assert f"libQt6Gui.so.6, for {Path(plugin).name}" in linking.missing(str(tmp_path))


@pytest.mark.long
def test_the_packaged_app_works_where_nothing_is_installed(tmp_path: Path) -> None:
    dist = str(tmp_path / "dist")
    assert freeze.build(sys.executable, [], dist, str(tmp_path / "scratch")) == 0
    assert freeze.try_without_display(dist) == 0
    assert freeze.look_up_libraries(dist) == 0
    made = tmp_path / "made"
    bare = {"HOME": str(tmp_path), "PATH": str(tmp_path), "LOCALAPPDATA": str(tmp_path)}
    demo = [freeze.program(dist), "demo", "--out", str(made)]
    subprocess.run(demo, cwd=tmp_path, env=bare, capture_output=True, check=True)
    check = [freeze.program(dist), "check", str(next(made.glob("*.workshop"))), "--json"]
    answer = subprocess.run(check, cwd=tmp_path, env=bare, capture_output=True, check=True)
    assert json.loads(answer.stdout) == {"ok": True, "problems": []}
    assert (made / "report.pdf").read_bytes().startswith(b"%PDF-")
    if sys.platform.startswith("linux"):  # whose loader tells what it opens
        watched = {**bare, "LD_DEBUG": "files"}
        said = subprocess.run([freeze.program(dist), "--version"], env=watched, capture_output=True, check=True).stderr
        assert b"libpython" in said
        assert b"libQt6" not in said


def test_nothing_that_the_app_imports_is_left_out(root: Path) -> None:
    imports = (line.split()[1] for file in sorted((root / "facilitator").rglob("*.py")) for line in _import_lines(file))
    assert {name.partition(".")[0] for name in imports}.isdisjoint(trimming.UNUSED_MODULES)


def _import_lines(file: Path) -> list[str]:
    lines = (line.strip() for line in file.read_text(encoding="utf-8").splitlines())
    return [line for line in lines if line.startswith("import ") or (line.startswith("from ") and " import " in line)]
