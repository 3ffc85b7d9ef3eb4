"""A wall of so many notes in mixed scripts, the same for every run: what the benches of the board work on."""

from __future__ import annotations

import random
import uuid

from facilitator.domain.arrange import Place, settled
from facilitator.workshop.queries.board import NoteLine

Wall = tuple[uuid.UUID, list[NoteLine], dict[uuid.UUID, Place], dict[uuid.UUID, str]]
"""What the window shows of a board: its id, the notes in reading order, where each lies, and the themes' names."""

BOARD = uuid.UUID(int=1)
SEED = 7
SPEECH = {
    "en": "they moved it and told nobody until we turned up with the buggy in the rain and the door was locked so we "
    "went home again on the bus because the number on the leaflet is an office that closes at four and parents work",
    "ar": "لا أحد أخبرنا أن المكان تغير ووجدنا الباب مغلقا والرقم على الورقة لا يجيب بعد الرابعة ونحن نعمل",
    "bn": "কেউ আমাদের জানায়নি যে জায়গা বদলে গেছে আর দরজা বন্ধ ছিল বৃষ্টিতে আমরা ফিরে এলাম",
    "ur": "ہمیں کسی نے نہیں بتایا کہ جگہ بدل گئی ہے اور دروازہ بند تھا",
}
TABLES = ("Table 1", "Table 2", "Table 3", "Table 4", "Table 5", "")
THEMES = 12


def wall(count: int) -> Wall:
    """So many notes, a fifth of them not in English, half of them in twelve themes."""
    chance = random.Random(SEED)
    themes = [uuid.UUID(int=chance.getrandbits(128)) for _ in range(THEMES)]
    groups: dict[uuid.UUID | None, list[NoteLine]] = {theme: [] for theme in (*themes, None)}
    for _ in range(count):
        theme = chance.choice(themes) if chance.random() < 0.5 else None
        groups[theme].append(_note(chance, theme))
    names = {theme: f"Theme {at}" for at, theme in enumerate(themes, 1)}
    *grouped, loose = ([note.id for note in group] for group in groups.values())
    places = settled(grouped, {}, loose)
    return BOARD, [note for group in groups.values() for note in group], places, names


def _note(chance: random.Random, theme: uuid.UUID | None) -> NoteLine:
    language = chance.choices(list(SPEECH), (80, 10, 5, 5))[0]
    words, english = SPEECH[language].split(), SPEECH["en"].split()
    start, length = chance.randrange(len(words)), chance.randint(3, 14)
    return NoteLine(
        id=uuid.UUID(int=chance.getrandbits(128)),
        text=" ".join(words[(start + at) % len(words)] for at in range(length)),
        language=language,
        translation="" if language == "en" else " ".join(english[:length]),
        colour=chance.randint(1, 7),
        said_by=chance.choice(TABLES),
        withheld=False,
        parked=False,
        theme_id=theme,
    )
