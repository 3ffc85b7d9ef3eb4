"""A slip in the example's text is found by file and line."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from facilitator.domain.errors import Expected
from facilitator.exchange.millbrook.build import SOURCE, build_millbrook
from facilitator.workshop.places import Places

PICTURES = "    = A board with pictures for people who don't read English\n"
SLIPS = [  # the file, what is in it, what somebody wrote instead, what they are told, and where, if not there
    ("programme.txt", "Title: Mill", "Titel: Mill", "begin with one of", ""),
    ("people.csv", "Amina,,resident", "Amina,,neighbour", '"neighbour"', ""),
    ("people.csv", "Table 2,reads", "Table 9,reads", "no Table 9", ""),
    ("people.csv", "Dave,,", "Amina,,", "this very name", ""),
    ("people.csv", ",2,2 3 4,yes,,no", ",2,3 4,yes,,no", "do not fit", ""),
    ("people.csv", "yes until 2027-01-20", "yes until May", "has to be a day", ""),
    ("links.txt", "Amina: Yasmin, ", "Amina: Leanne, Yasmin, ", "has not agreed", ""),
    ("links.txt", "Amina: Yasmin, ", "Amina: Yasmin, Yasmin, ", "stand here already", ""),
    ("links.txt", "Amina: Yasmin, ", "Amina: ", "says 61 links, but there are 60", "# Known at the start"),
    ("links.txt", "Amina: Yasmin, ", "Amina: Jasmin, ", "called Jasmin", ""),
    ("session-3.txt", "  25 minutes, brain", "  20 minutes, brain", "ends at 10:45", "10:50 Group"),
    ("session-3.txt", "minutes, brainstorm", "minutes, brainwave", '"brainwave"', ""),
    ("session-3.txt", "People: 27", "People: 28", "says 28 people, but there are 27", ""),
    ("session-3.txt", "  Board: 3", "  Board: 7", 'no board "7"', ""),
    ("stories/1-the-locked-door.txt", "](moved)", "", "[the words](name)", ""),
    ("insights.txt", "the-locked-door / her\n", "the-locked-door / him\n", '"the-locked-door / him"', ""),
    ("boards/board-3.txt", "2 idea: A board", "2 wish: A board", '"wish"', ""),
    ("boards/board-3.txt", "2 idea: A board", "8 idea: A board", "no table 8", ""),
    (
        "boards/board-3.txt",
        PICTURES,
        "",
        "in the next line",
        "2 idea (ar): لوحة",
    ),
    ("boards/board-3.txt", "2 idea: A board", "    = stray\n2 idea: A board", "set in", ""),
    ("boards/board-3.txt", "Notes: 58", "Notes: 57", "says 57 notes, but there are 58", ""),
    ("boards/board-3.txt", "Insight: moved", "Insight: stayed", '"stayed"', ""),
    (
        "boards/board-3.txt",
        "1 idea: Text the day before\n",
        "1 idea: Text " + "and " * 12 + "\n",
        "12 words at the most",
        "",
    ),
    ("votes/dots.txt", "1 AACEE", "1 AACEEE", "letters", ""),
    ("votes/dots.txt", "1 AACEE", "1 AACEF", "letters", ""),
    ("votes/dots.txt", "1 AACEE", "1 AACE", "says 113 dots spent, but there are 112", "Dots spent"),
    ("votes/dots.txt", "2 ABB", "1 ABB", "stands here twice", ""),
    ("votes/agree.txt", "1 +-+0+0+++-++", "1 +-+0+0+++-+", "12 signs", ""),
    ("ideas.txt", "Option: dots A", "Option: dots F", '"dots F"', ""),
    ("ideas.txt", "Theme: One shared wall", "Theme: One wall", '"One wall"', ""),
    ("ideas.txt", "faces, would use: 3 3", "faces, would use: 5 3", "numbered 1", ""),
    ("ideas.txt", "worked, both: The coat", "worked, all: The coat", '"all"', ""),
    ("decisions.txt", "About: gate-wall 1", "About: gate-wall 9", '"gate-wall 9"', ""),
    ("decisions.txt", "Outcome: refuse", "Outcome: ignore", '"ignore"', ""),
]


@pytest.mark.parametrize(("file", "words", "slip", "said", "where"), SLIPS)
def test_a_slip_in_the_text_is_named_with_file_and_line(
    tmp_path: Path, file: str, words: str, slip: str, said: str, where: str
) -> None:
    folder = shutil.copytree(SOURCE, tmp_path / "millbrook")
    text = (folder / file).read_text("utf-8")
    before, found, after = text.partition(words)
    assert found
    (folder / file).write_text(before + slip + after, "utf-8", newline="\n")
    line = (text[: text.index(where)] if where else before).count("\n") + 1
    told = refusal(tmp_path, folder)
    assert told.startswith(f"{Path(file).name}, line {line}: ")
    assert said in told


def test_a_vote_that_no_block_holds_is_named(tmp_path: Path) -> None:
    folder = shutil.copytree(SOURCE, tmp_path / "millbrook")
    plan = folder / "session-3.txt"
    plan.write_text(plan.read_text("utf-8").replace("  Poll: dots\n", ""), "utf-8", newline="\n")
    assert refusal(tmp_path, folder) == "dots.txt, line 5: one block of session 3 has to use the vote dots."


@pytest.mark.parametrize("file", ["programme.txt", "links.txt", "boards/board-2.txt", "votes/agree.txt", "ideas.txt"])
def test_an_empty_file_is_said_to_be_empty(tmp_path: Path, file: str) -> None:
    folder = shutil.copytree(SOURCE, tmp_path / "millbrook")
    (folder / file).write_text("\n \n", "utf-8")
    assert refusal(tmp_path, folder) == f"{Path(file).name} is empty."


def refusal(tmp_path: Path, folder: Path) -> str:
    """What is said when the text cannot be used; no file is made then."""
    with pytest.raises(Expected) as caught:
        build_millbrook(tmp_path / "a.workshop", Places.under(tmp_path / "state"), folder)
    assert not (tmp_path / "a.workshop").exists()
    return str(caught.value)
