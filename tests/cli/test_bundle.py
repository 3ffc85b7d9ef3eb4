"""Bundles and keys from the command line."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pypdfium2
import pytest
from PIL import Image

from facilitator.domain.typed_key import typed_key

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.conftest import Run


@pytest.fixture
def passphrase(tmp_path: Path) -> Path:
    path = tmp_path / "words.txt"
    path.write_text("ferry nettle candle harbour\n", "utf-8")
    return path


def test_a_workshop_goes_to_the_office_and_opens_there(run: Run, park: Path, tmp_path: Path) -> None:
    public = run("keys", "--new", "--json").json["own"]
    assert run("keys", "--add", "office", "--key", public).code == 0
    made = run("bundle", park, tmp_path / "park.bundle", "--to", "office", "--json").json
    assert made["bytes"] == (tmp_path / "park.bundle").stat().st_size
    answer = run("unbundle", tmp_path / "park.bundle", tmp_path / "table-2")
    assert answer.out == f"Wrote {tmp_path / 'table-2.workshop'}\n"
    assert run("info", tmp_path / "table-2.workshop", "--json").json["title"] == "A park for everyone"


def test_a_passphrase_is_read_from_a_file(run: Run, park: Path, tmp_path: Path, passphrase: Path) -> None:
    answer = run("bundle", park, tmp_path / "park.bundle", "--passphrase-file", passphrase)
    assert "read it back" in answer.out
    assert "nobody can open it" in answer.err
    assert "Say --passphrase-file" in run("unbundle", tmp_path / "park.bundle", tmp_path / "out.workshop").refusal
    done = run("unbundle", tmp_path / "park.bundle", tmp_path / "out.workshop", "--passphrase-file", passphrase)
    assert done.code == 0


def test_a_key_file_with_a_passphrase_opens_a_bundle(run: Run, park: Path, tmp_path: Path, passphrase: Path) -> None:
    public = run("keys", "--new", "--passphrase-file", passphrase, "--json").json["own"]
    run("bundle", park, tmp_path / "park.bundle", "--to", public)
    assert "is locked" in run("unbundle", tmp_path / "park.bundle", tmp_path / "out").refusal
    done = run("unbundle", tmp_path / "park.bundle", tmp_path / "out", "--passphrase-file", passphrase, "--json")
    assert done.json == {"path": str(tmp_path / "out.workshop")}


def test_what_cannot_be_done_is_said_in_a_line(run: Run, park: Path, tmp_path: Path) -> None:
    out = tmp_path / "park.bundle"
    assert "Say who the bundle is for" in run("bundle", park, out).refusal
    assert "no key of that name here" in run("bundle", park, out, "--to", "office").refusal
    assert "name of a workshop" in run("bundle", park, tmp_path / "x.workshop", "--to", "q").refusal
    assert not out.exists()
    assert "no file" in run("unbundle", out, tmp_path / "out").refusal
    assert "is no bundle" in run("unbundle", park, tmp_path / "out").refusal
    assert "say --add with its name" in run("keys", "--add", "office").refusal


def test_keys_are_listed_in_groups_with_their_words(run: Run) -> None:
    assert "has no key" in run("keys").err
    run("keys", "--new")
    answer = run("keys")
    assert answer.out.startswith("This laptop: age1")
    assert len(answer.out.splitlines()) == 5
    assert run("keys", "--forget", "office").code == 1


def test_a_key_is_printed_and_read_from_a_picture_of_the_page(run: Run, tmp_path: Path) -> None:
    assert "no key of its own to print" in run("keys", "--page", tmp_path / "key.pdf").refusal
    run("keys", "--new")
    public = run("keys", "--page", tmp_path / "key.pdf", "--name", "The office", "--json").json["own"]
    photograph = tmp_path / "photograph.jpg"
    with pypdfium2.PdfDocument(tmp_path / "key.pdf") as document:
        words = document[0].get_textpage().get_text_bounded()
        document[0].render(scale=2, rotation=90).to_pil().convert("RGB").save(photograph, quality=40)
    assert typed_key(" ".join(words[words.index("words") + 5 : words.index("This key")].split())) == public
    added = run("keys", "--add", "The office", "--picture", photograph, "--json").json
    assert added["known"] == [{"name": "The office", "key": public}]


def test_a_picture_without_a_key_or_a_bomb_is_refused(run: Run, tmp_path: Path) -> None:
    Image.new("L", (100, 100), 255).save(tmp_path / "white.png")
    assert "no key to be seen" in run("keys", "--add", "x", "--picture", tmp_path / "white.png").refusal
    Image.new("1", (9000, 9000)).save(tmp_path / "bomb.png")
    assert "too large a picture" in run("keys", "--add", "x", "--picture", tmp_path / "bomb.png").refusal
    (tmp_path / "other.png").write_bytes(b"PK\x03\x04")
    assert "not a picture" in run("keys", "--add", "x", "--picture", tmp_path / "other.png").refusal
    assert "no file" in run("keys", "--add", "x", "--picture", tmp_path / "gone.png").refusal
