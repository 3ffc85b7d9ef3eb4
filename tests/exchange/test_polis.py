"""A Polis export comes in whole, and a broken one is refused in a sentence that says where."""

from __future__ import annotations

import csv
import shutil
from collections import Counter
from pathlib import Path

import pytest

from facilitator.domain.change import Insert
from facilitator.domain.errors import Expected
from facilitator.domain.validate import validate
from facilitator.exchange.polis import ATTRIBUTION, read_conversation, read_polis

DATA = Path(__file__).parent.parent / "data"
LONDON, HOUSING = DATA / "polis-london-youth-policing", DATA / "polis-affordable-housing"


@pytest.fixture
def london(tmp_path: Path) -> Path:
    return Path(shutil.copytree(LONDON, tmp_path / "london"))


def straight_from(folder: Path) -> dict[int, Counter[str]]:
    """Counts by statement, written without a line of the product: sort by time (stable), keep the last."""
    with (folder / "votes.csv").open(encoding="utf-8", newline="") as file:
        rows = sorted(csv.DictReader(file), key=lambda row: int(row["timestamp"]))
    last = {(row["comment-id"], row["voter-id"]): row["vote"] for row in rows}
    counts: dict[int, Counter[str]] = {}
    for (comment, _), vote in last.items():
        counts.setdefault(int(comment), Counter())[vote] += 1
    return counts


@pytest.mark.parametrize("folder", [LONDON, HOUSING], ids=lambda folder: folder.name)
def test_each_voter_counts_once_on_a_statement_with_the_latest_vote(folder: Path) -> None:
    found: dict[int, Counter[str]] = {}
    for marks in read_conversation(folder).votes.values():
        for statement, value in marks.items():
            found.setdefault(statement, Counter())[str(value)] += 1
    assert found == straight_from(folder)


def test_london_comes_in_as_one_change_that_says_what_it_adds() -> None:
    incoming = read_polis(LONDON)
    assert incoming.added == {"boards": 1, "notes": 39, "polls": 1, "options": 39, "ballots": 26, "marks": 638}
    assert incoming.skipped == 2
    assert incoming.change.code == "polis-import"
    validate(incoming.change)


def test_what_the_hosts_hid_is_kept_and_stays_hidden() -> None:
    inserts = [edit for edit in read_polis(LONDON).change.edits if isinstance(edit, Insert)]
    assert sum(edit.values["withheld"] is True for edit in inserts if edit.table == "note") == 3
    assert sum(edit.values["hidden"] is True for edit in inserts if edit.table == "option") == 3


def test_the_letters_of_what_is_shown_have_no_gaps() -> None:
    inserts = [edit for edit in read_polis(LONDON).change.edits if isinstance(edit, Insert) and edit.table == "option"]
    assert [edit.values["place"] for edit in inserts] == list(range(1, 40))
    assert [edit.values["hidden"] for edit in inserts] == [False] * 36 + [True] * 3


def test_board_and_vote_say_where_they_come_from() -> None:
    inserts = [edit for edit in read_polis(LONDON).change.edits if isinstance(edit, Insert)]
    sources = [str(edit.values["source"]) for edit in inserts if edit.table in ("board", "poll")]
    assert sources == [f"{ATTRIBUTION} https://pol.is/9xxwa9jpkm"] * 2


def test_the_later_row_counts_when_two_votes_have_one_time(london: Path) -> None:
    votes = "timestamp,comment-id,voter-id,vote\n5,1,1,1\n5,1,1,-1\n4,1,1,0\n"
    (london / "votes.csv").write_text(votes, encoding="utf-8")
    conversation = read_conversation(london)
    assert conversation.votes == {1: {1: -1}}
    assert conversation.skipped == 2


def test_blank_statements_and_votes_on_them_are_counted_as_skipped(london: Path) -> None:
    (london / "comments.csv").write_text('comment-id,moderated,comment-body\n1,1,"  "\n2,1,yes\n', encoding="utf-8")
    (london / "votes.csv").write_text(
        "timestamp,comment-id,voter-id,vote\n1,1,1,1\n1,2,1,1\n1,77,1,1\n\n", encoding="utf-8"
    )
    conversation = read_conversation(london)
    assert [statement.text for statement in conversation.statements] == ["yes"]
    assert conversation.votes == {1: {2: 1}}
    assert conversation.skipped == 4


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
def test_other_encodings_read_the_same(london: Path, encoding: str) -> None:
    plain = read_conversation(london)
    for file in london.iterdir():
        file.write_bytes(file.read_text(encoding="utf-8").encode(encoding))
    assert read_conversation(london) == plain


def test_windows_letters_are_read_and_the_guess_is_said(london: Path) -> None:
    text = "comment-id,moderated,comment-body\n1,1,Un café à £2\n"
    (london / "comments.csv").write_bytes(text.encode("windows-1252"))
    conversation = read_conversation(london)
    assert conversation.statements[0].text == "Un café à £2"
    assert "Windows-1252" in conversation.notices[0]


def test_a_file_saved_again_with_semicolons_reads_the_same(london: Path) -> None:
    plain = read_conversation(london)
    for file in london.iterdir():
        with file.open(encoding="utf-8", newline="") as source:
            rows = list(csv.reader(source))
        with file.open("w", encoding="utf-8", newline="") as target:
            csv.writer(target, delimiter=";").writerows(rows)
    assert read_conversation(london) == plain


BROKEN = {
    "no votes file": ("votes.csv", None, "no votes.csv"),
    "an empty file": ("votes.csv", "", "votes.csv is empty"),
    "a missing column": ("votes.csv", "timestamp,comment-id,voter-id\n1,1,1\n", "no column vote"),
    "a vote in words": (
        "votes.csv",
        "timestamp,comment-id,voter-id,vote\n1,1,1,yes\n",
        "line 2: vote must be a whole number",
    ),
    "a vote of two": ("votes.csv", "timestamp,comment-id,voter-id,vote\n1,1,1,2\n", "line 2: a vote is 1, 0 or -1"),
    "half a vote": ("votes.csv", "timestamp,comment-id,voter-id,vote\n1,1,1,0.5\n", "line 2: vote must be a whole"),
    "no time": ("votes.csv", "timestamp,comment-id,voter-id,vote\n1,1,1,1\n,1,1,1\n", "line 3: timestamp must be"),
    "endless digits": (
        "votes.csv",
        "timestamp,comment-id,voter-id,vote\n" + "9" * 9000 + ",1,1,1\n",
        "timestamp must be",
    ),
    "an endless cell": ("comments.csv", "comment-id,moderated,comment-body\n1,1," + "x" * 200_000, "cell is too long"),
    "an open quotation mark": ("comments.csv", 'comment-id,moderated,comment-body\n1,1,"half\n', "quotation marks"),
    "words under no heading": ("comments.csv", "comment-id,moderated,comment-body\n1,1,one, two\n", "4 cells under 3"),
    "a statement twice": (
        "comments.csv",
        "comment-id,moderated,comment-body\n1,1,a\n1,1,b\n",
        "statement 1 is there twice",
    ),
    "a summary of something else": ("summary.csv", "name,value\n", "no line that begins with topic"),
    "a workbook": ("comments.csv", "PK\x03\x04", "is a workbook"),
}


@pytest.mark.parametrize(("file", "text", "said"), BROKEN.values(), ids=list(BROKEN))
def test_a_broken_export_is_refused_in_one_clear_line(london: Path, file: str, text: str | None, said: str) -> None:
    if text is None:
        (london / file).unlink()
    else:
        (london / file).write_text(text, encoding="utf-8")
    with pytest.raises(Expected, match=said) as refusal:
        read_polis(london)
    assert "\n" not in str(refusal.value)


def test_a_folder_that_is_not_there_an_empty_one_and_a_file_are_told_apart(tmp_path: Path) -> None:
    with pytest.raises(Expected, match="There is no folder"):
        read_polis(tmp_path / "nowhere")
    with pytest.raises(Expected, match=r"no comments.csv and no votes.csv and no summary.csv"):
        read_polis(tmp_path)
    (tmp_path / "file").touch()
    with pytest.raises(Expected, match="is a file"):
        read_polis(tmp_path / "file")
