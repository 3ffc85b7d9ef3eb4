"""Bundles and keys from the command line."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pypdfium2
import pytest
from PIL import Image

from facilitator.domain.gestures.board import add_board
from facilitator.domain.typed_key import typed_key
from facilitator.workshop.carried import carried
from facilitator.workshop.places import Places
from facilitator.workshop.workshop import Workshop

if TYPE_CHECKING:
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
    places = Places.of_this_laptop()
    with Workshop.open(park, places) as workshop:
        last = carried(workshop, places)
    assert last is not None
    assert (last.name, last.has_all) == ("park.bundle", True)
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


def test_a_bundle_from_another_laptop_is_merged_as_its_workshop_would_be(
    run: Run, park: Path, tmp_path: Path, passphrase: Path
) -> None:
    public = run("keys", "--new", "--json").json["own"]
    run("keys", "--add", "Table 2", "--key", public)
    other = Path(shutil.copy(park, tmp_path / "table-2.workshop"))
    with Workshop.open(other, Places.under(tmp_path / "there")) as there:
        there.apply(add_board("Who would come?"))
    assert run("bundle", other, tmp_path / "key.bundle", "--to", "table 2").code == 0
    assert run("bundle", other, tmp_path / "words.bundle", "--passphrase-file", passphrase).code == 0
    assert "1 board" in run("merge", park, tmp_path / "key.bundle").out
    assert "Say --passphrase-file" in run("merge", park, tmp_path / "words.bundle").refusal
    done = run("merge", park, tmp_path / "words.bundle", "--passphrase-file", passphrase)
    assert done.out == "Nothing new: everything in there was here already.\n"
    assert "That is the workshop itself" in run("merge", park, park).refusal
    assert "facilitator unbundle" in run("info", tmp_path / "key.bundle").refusal
