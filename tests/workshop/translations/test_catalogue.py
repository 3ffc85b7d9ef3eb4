from __future__ import annotations

from pathlib import Path

import pytest

from facilitator.domain.errors import BadInput
from facilitator.workshop.translations.catalogue import LARGEST, read_catalogue

HEAD = """msgid ""
msgstr ""
"Language: {language}\\n"
"Content-Type: text/plain; charset=UTF-8\\n"
"Plural-Forms: {plural}\\n"

"""
POLISH = "nplurals=3; plural=(n==1 ? 0 : n%10>=2 && n%10<=4 && (n%100<10 || n%100>=20) ? 1 : 2);"
PEOPLE = 'msgid "{n} person"\nmsgid_plural "{n} people"\n'


def written(folder: Path, body: str, *, language: str = "pl", plural: str = POLISH) -> Path:
    path = folder / f"{language or 'none'}.po"
    path.write_text(HEAD.format(language=language, plural=plural) + body, "utf-8")
    return path


def entry(sentence: str, translation: str, *, draft: bool = False) -> str:
    mark = "#, fuzzy\n" if draft else ""
    return f'{mark}msgid "{sentence}"\nmsgstr "{translation}"\n\n'


def test_a_sentence_is_found_by_its_english(tmp_path: Path) -> None:
    found = read_catalogue(written(tmp_path, entry("yes", "tak")))
    assert found.language == "pl"
    assert found.entries["yes"].forms == ("tak",)


def test_an_entry_with_the_mark_is_not_checked(tmp_path: Path) -> None:
    found = read_catalogue(written(tmp_path, entry("yes", "tak", draft=True) + entry("no", "nie")))
    assert not found.entries["yes"].checked
    assert found.checked == [found.entries["no"]]


def test_who_checked_an_entry_is_read_from_its_remark(tmp_path: Path) -> None:
    found = read_catalogue(written(tmp_path, "# Checked by Beata, 2026-11-29\n" + entry("yes", "tak")))
    assert (found.entries["yes"].by, found.entries["yes"].on) == ("Beata", "2026-11-29")


def test_a_sentence_without_a_translation_has_no_form(tmp_path: Path) -> None:
    assert read_catalogue(written(tmp_path, entry("yes", ""))).translated == []


@pytest.mark.parametrize(("number", "said"), [(1, "osoba"), (2, "osoby"), (5, "osób"), (22, "osoby"), (112, "osób")])
def test_a_number_takes_the_form_its_language_counts_in(tmp_path: Path, number: int, said: str) -> None:
    forms = 'msgstr[0] "{n} osoba"\nmsgstr[1] "{n} osoby"\nmsgstr[2] "{n} osób"\n'
    found = read_catalogue(written(tmp_path, PEOPLE + forms))
    assert found.form(found.entries["{n} person"], number).endswith(said)


def test_a_form_may_say_its_number_in_a_word(tmp_path: Path) -> None:
    forms = 'msgstr[0] "jedna osoba"\nmsgstr[1] "{n} osoby"\nmsgstr[2] "{n} osób"\n'
    assert read_catalogue(written(tmp_path, PEOPLE + forms)).translated


@pytest.mark.parametrize(
    "translation",
    [
        "Karta",
        "Karta {numer}",
        "Karta {number} {number.__class__}",
        "Karta {number} {0}",
        "Karta {number!r}",
        "Karta {number:>9999999}",
        "Karta {number} }",
        "Karta {number} {name}",
    ],
)
def test_a_translation_has_the_places_of_the_english_and_no_others(tmp_path: Path, translation: str) -> None:
    with pytest.raises(BadInput, match="as they stand in the English"):
        read_catalogue(written(tmp_path, entry("Ballot {number}", translation)))


@pytest.mark.parametrize("sign", ["\u202e", "\u2066", "\x07", "\ue000"])
def test_a_translation_has_no_hidden_signs(tmp_path: Path, sign: str) -> None:
    with pytest.raises(BadInput, match="cannot be seen"):
        read_catalogue(written(tmp_path, entry("yes", f"ta{sign}k")))


def test_what_joins_letters_is_allowed(tmp_path: Path) -> None:
    assert read_catalogue(written(tmp_path, entry("yes", "می\u200cشود"))).translated


def test_a_translation_is_not_endless(tmp_path: Path) -> None:
    with pytest.raises(BadInput, match="Make it shorter"):
        read_catalogue(written(tmp_path, entry("yes", "tak " * 1_000)))


@pytest.mark.parametrize(
    "plural",
    ["", "nplurals=3", "nplurals=2; plural=n;", "nplurals=2; plural=__import__('os');", "nplurals=2; plural=1/n;"],
)
def test_a_way_of_counting_that_does_not_hold_is_refused(tmp_path: Path, plural: str) -> None:
    with pytest.raises(BadInput, match="how its language counts"):
        read_catalogue(written(tmp_path, entry("yes", "tak"), plural=plural))


@pytest.mark.parametrize("language", ["", "../pl", "Polski jezyk"])
def test_a_catalogue_says_which_language_it_is_in(tmp_path: Path, language: str) -> None:
    path = tmp_path / "some.po"
    path.write_text(HEAD.format(language=language, plural=POLISH) + entry("yes", "tak"), "utf-8")
    with pytest.raises(BadInput, match="which language"):
        read_catalogue(path)


@pytest.mark.parametrize(
    "content",
    [b"", b"\x89PNG\r\n\x1a\n\x00\x00", b'msgid "\nmsgstr', 'msgid ""\nmsgstr "ą"\n'.encode("cp1250"), b"\x00" * 100],
)
def test_what_is_no_catalogue_is_refused_in_a_sentence(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "strange.po"
    path.write_bytes(content)
    with pytest.raises(BadInput, match=r"strange\.po"):
        read_catalogue(path)


def test_a_file_that_is_too_large_is_not_read(tmp_path: Path) -> None:
    path = written(tmp_path, "#" * (LARGEST + 1))
    with pytest.raises(BadInput, match="too large"):
        read_catalogue(path)


def test_a_file_that_is_not_there_is_said(tmp_path: Path) -> None:
    with pytest.raises(BadInput, match="no file"):
        read_catalogue(tmp_path / "none.po")
    with pytest.raises(BadInput, match="not a catalogue"):
        read_catalogue(tmp_path)
