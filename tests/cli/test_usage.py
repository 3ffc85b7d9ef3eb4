"""The command line as a whole: every verb helps, nothing is heavier than it must be, and faults come as one line."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from facilitator import __main__ as face
from facilitator import __version__
from facilitator.cli.main import VERBS, main
from tests.cli.conftest import Run


def python(root: Path, *code: str, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, *code],
        cwd=root,
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )


@pytest.mark.parametrize("verb", VERBS)
def test_every_verb_helps_with_an_example_that_names_it(run: Run, verb: str) -> None:
    answer = run(verb, "--help")
    assert answer.code == 0
    assert f"Example: facilitator {verb} " in " ".join(answer.out.split())


def test_the_door_knows_every_verb() -> None:
    assert set(VERBS) == face.VERBS


@pytest.mark.parametrize("words", [["info", "x"], ["--version"], ["--help"], ["histroy", "park.workshop"], ["demo"]])
def test_verbs_options_and_slips_go_to_the_command_line(words: list[str]) -> None:
    assert face.wants_command_line(words)


@pytest.mark.parametrize("words", [[], ["park.workshop"]])
def test_a_lone_file_or_nothing_opens_the_window(words: list[str]) -> None:
    assert not face.wants_command_line(words)


def test_the_version_is_said(run: Run) -> None:
    assert run("--version").out == f"facilitator {__version__}\n"


@pytest.mark.parametrize(
    "words", [["bogus", "x"], ["--bogus"], ["new", "x.workshop"], ["history", "x", "--limit", "none"]]
)
def test_wrong_usage_is_two(run: Run, words: list[str]) -> None:
    answer = run(*words)
    assert answer.code == 2
    assert answer.out == ""


def test_choosing_a_face_loads_next_to_nothing(root: Path) -> None:
    code = "import facilitator.__main__, sys; print(*sys.modules)"
    loaded = set(python(root, "-c", code).stdout.split())
    assert not {name.split(".")[0] for name in loaded} & {"typer", "sqlmodel", "PySide6", "reportlab", "numpy"}


@pytest.mark.parametrize("words", [["--version"], ["info", "nowhere.workshop"], ["import", "--help"]])
def test_the_command_line_never_loads_qt(root: Path, words: list[str]) -> None:
    code = f"""
import sys
from facilitator.__main__ import main
main({words!r})
assert not [name for name in sys.modules if name.startswith(("PySide6", "shiboken6"))]
"""
    answer = python(root, "-c", code)
    assert answer.returncode == 0, answer.stderr


def test_help_does_not_load_the_store_or_the_printer(root: Path) -> None:
    code = """
import sys
from facilitator.__main__ import main
main(["print", "--help"])
assert not [name for name in ("sqlalchemy", "sqlmodel", "reportlab", "uharfbuzz", "rich") if name in sys.modules]
"""
    answer = python(root, "-c", code)
    assert answer.returncode == 0, answer.stderr


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="only Linux has a disk that is always full")
def test_a_full_disk_behind_the_answer_is_told_in_one_line(root: Path) -> None:
    with open("/dev/full", "w", encoding="utf-8") as full:
        command = [sys.executable, "-m", "facilitator", "--version"]
        answer = subprocess.run(command, cwd=root, stdout=full, stderr=subprocess.PIPE, text=True, check=False)
    assert answer.returncode == 1
    assert answer.stderr.startswith("facilitator: No space left on device")
    assert "Traceback" not in answer.stderr


def test_a_fault_of_ours_is_one_line_without_a_word_of_anybodys(capsys: pytest.CaptureFixture[str]) -> None:
    def stumble(name: str) -> None:
        raise RuntimeError(f"could not store {name}")

    assert main(["stumble", "Amina"], {"stumble": stumble}) == 1
    said = str(capsys.readouterr().err)
    assert said.count("\n") == 1
    assert "RuntimeError at cli/main.py" in said
    assert "Amina" not in said


def test_ctrl_c_is_an_ordinary_end(capsys: pytest.CaptureFixture[str]) -> None:
    def dawdle(name: str) -> None:
        raise KeyboardInterrupt

    assert main(["dawdle", "x"], {"dawdle": dawdle}) == 1
    assert str(capsys.readouterr().err).startswith("facilitator: Stopped.")


def test_ctrl_c_while_the_program_is_still_loading_is_an_ordinary_end_too(root: Path, tmp_path: Path) -> None:
    (tmp_path / "typer.py").write_text("raise KeyboardInterrupt", encoding="utf-8")
    answer = python(root, "-m", "facilitator", "info", "x", PYTHONPATH=str(tmp_path))
    assert (answer.returncode, answer.stdout) == (1, "")
    assert answer.stderr == "facilitator: Stopped before anything was done.\n"


def test_words_of_any_script_come_out_whatever_the_locale(root: Path, tmp_path: Path) -> None:
    file = str(tmp_path / "a.workshop")
    plain = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0", "PYTHONIOENCODING": ""}
    python(root, "-m", "facilitator", "new", file, "--title", "حديقة 公园 🌳")
    answer = python(root, "-m", "facilitator", "info", file, **plain)
    assert answer.stdout.splitlines()[0] == "حديقة 公园 🌳"


def test_a_reader_that_stops_early_is_no_fault(root: Path) -> None:
    command = [sys.executable, "-m", "facilitator", "--help"]
    with subprocess.Popen(command, cwd=root, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
        assert process.stdout
        assert process.stderr
        process.stdout.close()
        assert "Traceback" not in process.stderr.read()
