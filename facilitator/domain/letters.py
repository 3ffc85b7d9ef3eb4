"""The letters options go by on a ballot: A to Z, then AA, AB and so on, as the columns of a spreadsheet do."""

from __future__ import annotations

ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


def letter(place: int) -> str:
    """The letters of the option at this place, counted from 1: 1 is A, 26 is Z, 27 is AA."""
    if place < 1:
        raise ValueError("places are counted from 1")
    written = ""
    while place:
        place, rest = divmod(place - 1, len(ALPHABET))
        written = ALPHABET[rest] + written
    return written


def place_of(letters: str) -> int:
    """The place these letters stand for, small or capital; ValueError when they are not letters from A to Z."""
    place = 0
    for one in letters.upper():
        place = place * len(ALPHABET) + ALPHABET.index(one) + 1
    if not place:
        raise ValueError("no letters")
    return place
