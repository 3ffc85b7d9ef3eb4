"""Whatever bytes a file holds, it is read or refused; it never breaks the program."""

from __future__ import annotations

import contextlib
import tempfile
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from facilitator.domain.errors import Expected
from facilitator.domain.validate import validate
from facilitator.exchange.filing import Standing, file_notes
from facilitator.exchange.notes import read_notes
from facilitator.exchange.polis import read_polis

cells = st.text(alphabet='01-29.eE+,;\t"\r\n\x00é😀 nat', max_size=60)
bytes_ = st.binary(max_size=80) | cells.map(lambda text: text.encode()) | cells.map(lambda text: text.encode("utf-16"))


@given(bytes_, st.sampled_from([".csv", ".txt"]), st.sampled_from([b"", b"text\n", b"a;note\n", b"\xff\xfet\x00"]))
@example(b"\xff\xfe\x00", ".csv", b"")
@example(b"\xef\xbb\xbf\x00", ".txt", b"")
def test_notes_are_read_or_refused(data: bytes, ending: str, heading: bytes) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"notes{ending}"
        path.write_bytes(heading + data)
        with contextlib.suppress(Expected):
            validate(file_notes(read_notes(path), Standing(), None, unnamed="notes").change)


@given(cells, cells, cells)
@example("1,1,1,1", "1,1,x", "topic,x")
@example("1e999,1,1,1", "1,1,x", "topic,x")
@example("nan,1,1,1", "1,1,x", "topic,x")
def test_a_polis_export_is_read_or_refused(votes: str, comments: str, summary: str) -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "votes.csv").write_text(f"timestamp,comment-id,voter-id,vote\n{votes}", encoding="utf-8")
        (folder / "comments.csv").write_text(f"comment-id,moderated,comment-body\n{comments}", encoding="utf-8")
        (folder / "summary.csv").write_text(f"topic,x\n{summary}", encoding="utf-8")
        with contextlib.suppress(Expected):
            validate(read_polis(folder).change)


def test_a_file_that_may_not_be_read_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Expected, match="is a folder"):
        read_notes(tmp_path)
    with pytest.raises(Expected, match="There is no"):
        read_notes(tmp_path / "nowhere.csv")
    with pytest.raises(Expected):
        read_notes(tmp_path / ("x" * 5000 + ".csv"))


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="only Unix has such a file")
def test_a_device_that_never_ends_is_refused() -> None:
    with pytest.raises(Expected, match="larger than"):
        read_notes(Path("/dev/zero"))
