"""Welcome in the languages people speak, for the poster at the door: one well-known word or phrase of each, to a group
of people. A language we are not sure of, or have no letters for, is left out rather than greeted wrongly.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Mapping

GREETINGS: Mapping[str, str] = {
    "ar": "أهلًا وسهلًا",
    "bg": "Добре дошли",
    "bn": "স্বাগতম",
    "cs": "Vítejte",
    "cy": "Croeso",
    "de": "Willkommen",
    "el": "Καλώς ήρθατε",
    "en": "Welcome",
    "es": "Bienvenidos",
    "fa": "خوش آمدید",
    "fr": "Bienvenue",
    "ga": "Fáilte",
    "hr": "Dobro došli",
    "it": "Benvenuti",
    "lt": "Sveiki atvykę",
    "lv": "Laipni lūdzam",
    "nl": "Welkom",
    "pa": "ਜੀ ਆਇਆਂ ਨੂੰ",
    "pl": "Witamy",
    "prs": "خوش آمدید",
    "pt": "Bem-vindos",
    "ro": "Bine ați venit",
    "ru": "Добро пожаловать",
    "sk": "Vitajte",
    "so": "Soo dhawoow",
    "sq": "Mirë se vini",
    "sw": "Karibuni",
    "tl": "Maligayang pagdating",
    "tr": "Hoş geldiniz",
    "uk": "Ласкаво просимо",
    "ur": "خوش آمدید",
    "vi": "Chào mừng",
    "zh": "欢迎",
}
"""By the code of the language (BCP 47)."""


def greetings(languages: Iterable[str], *, but_for: Container[str]) -> list[tuple[str, str]]:
    """The languages that have a greeting here, with it, each once and in this order, but for some of them."""
    codes = dict.fromkeys(code if code in GREETINGS else code.partition("-")[0] for code in languages)
    return [(code, GREETINGS[code]) for code in codes if code in GREETINGS and code not in but_for]
