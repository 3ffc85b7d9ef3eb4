"""The keys of a laptop and of others: kept where only this person reads, and never written over."""

from __future__ import annotations

import stat
import sys
from typing import TYPE_CHECKING

import pytest

from facilitator.domain.errors import BadInput, NotFound
from facilitator.domain.typed_key import key_lines
from facilitator.sync.bundle_keys import (
    KnownKey,
    forget_key,
    is_sealed,
    key_for,
    known_keys,
    make_key_file,
    make_own_key,
    own_key_file,
    own_public_key,
    public_of,
    remember_key,
    secret_of,
)
from facilitator.workshop.places import Places

if TYPE_CHECKING:
    from pathlib import Path

OFFICE = "age127fnyp4xrsd8pekgk03f8x00840mmvtyxh3u93pvc0u659t4hs7sf7yv6f"


@pytest.fixture
def places(tmp_path: Path) -> Places:
    return Places.under(tmp_path / "state")


def test_a_laptop_has_no_key_until_one_is_made(places: Places) -> None:
    assert own_public_key(places) is None
    public = make_own_key(places)
    assert own_public_key(places) == public
    assert public_of(secret_of(own_key_file(places))) == public
    assert not is_sealed(own_key_file(places))


def test_a_key_is_never_written_over(places: Places) -> None:
    make_own_key(places)
    before = own_key_file(places).read_bytes()
    with pytest.raises(BadInput, match="written over is lost"):
        make_own_key(places)
    assert own_key_file(places).read_bytes() == before


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such modes")
def test_only_this_person_may_read_the_secret_half(places: Places) -> None:
    make_own_key(places)
    assert stat.S_IMODE(own_key_file(places).stat().st_mode) == 0o600


def test_a_key_with_a_passphrase_is_of_no_use_without_it(tmp_path: Path) -> None:
    path = tmp_path / "office.key"
    public = make_key_file(path, "ferry nettle candle harbour")
    assert is_sealed(path)
    assert b"AGE-SECRET-KEY" not in path.read_bytes()
    assert public_of(secret_of(path, "ferry nettle candle harbour")) == public
    with pytest.raises(BadInput, match="not the passphrase"):
        secret_of(path, "ferry")
    with pytest.raises(BadInput, match="needs its passphrase"):
        secret_of(path)


def test_a_file_that_is_no_key_is_said_to_be_none(tmp_path: Path) -> None:
    path = tmp_path / "notes.txt"
    path.write_text("Tea", "utf-8")
    with pytest.raises(BadInput, match=r"no secret key in notes\.txt"):
        secret_of(path)
    with pytest.raises(NotFound):
        secret_of(tmp_path / "gone.key")
    with pytest.raises(BadInput, match="damaged"):
        public_of("AGE-SECRET-KEY-1QQQQ")


def test_somebody_elses_key_is_known_by_its_name(places: Places) -> None:
    typed = "\n".join(f"{' '.join(line.groups)} {line.word}" for line in key_lines(OFFICE))
    assert remember_key(places, " The  office ", typed) == KnownKey("The office", OFFICE)
    assert known_keys(places) == [KnownKey("The office", OFFICE)]
    assert key_for(places, "The office") == OFFICE
    assert key_for(places, OFFICE) == OFFICE
    forget_key(places, "The office")
    assert known_keys(places) == []
    with pytest.raises(NotFound):
        forget_key(places, "The office")


def test_a_name_that_is_taken_by_another_key_is_not_given_away(places: Places, tmp_path: Path) -> None:
    remember_key(places, "office", OFFICE)
    other = make_key_file(tmp_path / "other.key")
    with pytest.raises(BadInput, match="another key of that name"):
        remember_key(places, "office", other)
    assert key_for(places, "office") == OFFICE
    for name in (" ", "age1 office"):
        with pytest.raises(BadInput, match="Give the key a name"):
            remember_key(places, name, other)


def test_a_list_of_keys_that_was_damaged_is_no_list(places: Places) -> None:
    remember_key(places, "office", OFFICE)
    (places.keys / "known.json").write_text('["x"]', "utf-8")
    assert known_keys(places) == []
