"""Public keys as people copy them: in groups of four letters, a check word after each line, and a mistake in typing is
found and said where.

A key is written by age (age-encryption.org/v1), in Bech32 (BIP 173), whose six last letters find every mistake in up to
four letters. The check words are ours: they tell which line to look at.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from hashlib import sha256

from facilitator.domain.errors import BadInput

START = "age1"
LETTERS = "qpzry9x8gf2tvdw0s3jn54khce6mua7l"
LENGTH = 58
"""Letters after the start: 52 of the key and 6 that check it."""
LEAST = 30
"""Of fewer letters nobody would say where in a key the mistake is."""
A_GROUP = 4
GROUPS_A_LINE = 4
WORDS = (
    "apple", "arrow", "basin", "beach", "bench", "birch", "board", "brick", "bridge", "broom", "brush", "cabin",
    "candle", "canoe", "carpet", "castle", "cedar", "chair", "chalk", "cherry", "circle", "cloud", "clover",
    "copper", "corner", "cotton", "dancer", "desert", "dinner", "doctor", "dragon", "eagle", "engine", "farmer",
    "feather", "ferry", "fiddle", "finger", "flower", "forest", "garden", "ginger", "guitar", "hammer",
    "harbour", "honey", "island", "jacket", "kettle", "ladder", "lemon", "market", "meadow", "mirror", "nettle",
    "orange", "parcel", "pepper", "pillow", "planet", "ribbon", "rocket", "saddle", "silver",
)  # fmt: skip
"""Sixty-four words that are not taken for each other when they are said aloud."""

_CODES = (0x3B6A57B2, 0x26508E6D, 0x1EA119FA, 0x3D4233DD, 0x2A1462B3)
_NOT_A_LETTER = re.compile(rf"[^{LETTERS}]")


@dataclass(frozen=True, slots=True)
class KeyLine:
    """One line of a key to copy: groups of four letters, and the word that checks them."""

    groups: tuple[str, ...]
    word: str


def key_lines(key: str) -> tuple[KeyLine, ...]:
    """A public key in lines to read from paper."""
    letters = key.removeprefix(START)
    groups = [letters[at : at + A_GROUP] for at in range(0, len(letters), A_GROUP)]
    lines = [groups[at : at + GROUPS_A_LINE] for at in range(0, len(groups), GROUPS_A_LINE)]
    return tuple(KeyLine(tuple(line), check_word("".join(line), number)) for number, line in enumerate(lines))


def check_word(letters: str, number: int) -> str:
    """The word for a line of a key; the same letters on another line have another one."""
    return WORDS[sha256(f"{number} {letters}".encode()).digest()[0] % len(WORDS)]


def typed_key(text: str) -> str:
    """The public key that somebody typed, pasted or read from a code: spaces, capitals, line breaks and check words do
    not matter. Raises BadInput that says where the mistake is, as far as that can be known.
    """
    said = text.strip().lower()
    if said.startswith("age-secret-key"):
        raise BadInput("That is a secret key, which must stay where it is. Use the public one, which begins with age1.")
    words = re.split(r"[\s.,;:|-]+", said)
    letters = "".join(word for word in words if word not in WORDS).removeprefix(START)
    if len(letters) < LEAST:
        raise BadInput("That is no key. One begins with age1 and has 58 letters and numbers after that.")
    odd = _NOT_A_LETTER.search(letters)
    if odd is not None:
        raise BadInput(_about_letter(odd[0], odd.start()))
    if len(letters) != LENGTH:
        raise BadInput(_about_length(len(letters)))
    if _is_whole(letters):
        return START + letters
    raise BadInput(_about_mistake(letters, [word for word in words if word in WORDS]))


def _about_letter(letter: str, at: int) -> str:
    looks = {"1": " It may be an l.", "i": " It may be an l.", "o": " It may be a 0.", "b": " It may be an 8 or a 6."}
    return f"A key has no {letter!r} in it; look at group {at // A_GROUP + 1} again.{looks.get(letter, '')}"


def _about_length(length: int) -> str:
    by = abs(length - LENGTH)
    letters = f"{by} letter{'' if by == 1 else 's'}"
    said = f"{letters} too many" if length > LENGTH else f"{letters} missing"
    return f"This is not a whole key: there {'is' if by == 1 else 'are'} {said}. Compare it group by group."


def _about_mistake(letters: str, words: list[str]) -> str:
    """Never the right letter, only where to look: a guess that happens to fit might be somebody else's key."""
    lines = key_lines(START + letters)
    wrong = [number for number, line in enumerate(lines) if len(words) == len(lines) and line.word != words[number]]
    if wrong:
        return f"Something in line {wrong[0] + 1} of the key is mistyped. Compare that line letter by letter."
    at = _one_mistake(letters)
    if at is not None:
        return f"One letter of the key is mistyped, in group {at // A_GROUP + 1}. Compare that group letter by letter."
    return "Something in the key is mistyped. Compare it group by group, and look for two letters that changed places."


def _one_mistake(letters: str) -> int | None:
    """Where one other letter would make the key whole."""
    for at in range(len(letters)):
        if any(_is_whole(letters[:at] + letter + letters[at + 1 :]) for letter in LETTERS):
            return at
    return None


def _is_whole(letters: str) -> bool:
    """BIP 173's checksum, over the start "age" and the letters."""
    start = START[:-1]
    values = [ord(letter) >> 5 for letter in start] + [0] + [ord(letter) & 31 for letter in start]
    total = 1
    for value in values + [LETTERS.index(letter) for letter in letters]:
        top = total >> 25
        total = (total & 0x1FFFFFF) << 5 ^ value
        for bit, code in enumerate(_CODES):
            total ^= code if top >> bit & 1 else 0
    return total == 1
