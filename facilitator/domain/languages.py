"""Languages by the names people give them: what an organiser writes in a list of people becomes a code that the file,
the fonts and the exports understand (BCP 47; ISO 639-3 where there is no shorter one).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from facilitator.domain.find import folded

if TYPE_CHECKING:
    from collections.abc import Mapping

LANGUAGE = re.compile(r"[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*")
"""What a language code looks like (BCP 47), known to us or not."""

LANGUAGES: Mapping[str, tuple[str, ...]] = {
    "af": ("Afrikaans",),
    "ak": ("Akan",),
    "am": ("Amharic", "አማርኛ"),
    "ar": ("Arabic", "العربية"),
    "az": ("Azerbaijani", "Azeri"),
    "be": ("Belarusian",),
    "bem": ("Bemba",),
    "bg": ("Bulgarian", "Български"),
    "bfi": ("British Sign Language", "BSL"),
    "bn": ("Bengali", "Bangla", "বাংলা"),
    "bs": ("Bosnian",),
    "ca": ("Catalan", "Català"),
    "ckb": ("Kurdish Sorani", "Sorani", "Central Kurdish", "کوردی"),
    "cs": ("Czech", "Čeština"),
    "cy": ("Welsh", "Cymraeg"),
    "da": ("Danish", "Dansk"),
    "de": ("German", "Deutsch"),
    "el": ("Greek", "Ελληνικά"),
    "en": ("English",),
    "es": ("Spanish", "Español", "Castilian"),
    "et": ("Estonian",),
    "eu": ("Basque",),
    "fa": ("Persian", "Farsi", "فارسی"),
    "ff": ("Fula", "Fulani", "Pulaar"),
    "fi": ("Finnish", "Suomi"),
    "fr": ("French", "Français"),
    "ga": ("Irish", "Gaeilge"),
    "gd": ("Scottish Gaelic", "Gaelic", "Gàidhlig"),
    "gu": ("Gujarati", "ગુજરાતી"),
    "ha": ("Hausa",),
    "he": ("Hebrew", "עברית"),
    "hi": ("Hindi", "हिन्दी"),
    "hnd": ("Hindko",),
    "hr": ("Croatian", "Hrvatski"),
    "ht": ("Haitian Creole",),
    "hu": ("Hungarian", "Magyar"),
    "hy": ("Armenian",),
    "id": ("Indonesian",),
    "ig": ("Igbo",),
    "it": ("Italian", "Italiano"),
    "jam": ("Jamaican Patois", "Patois", "Jamaican Creole"),
    "ja": ("Japanese", "日本語"),
    "ka": ("Georgian",),
    "kfr": ("Kutchi", "Kachchi"),
    "kk": ("Kazakh",),
    "km": ("Khmer", "Cambodian"),
    "kmr": ("Kurdish Kurmanji", "Kurmanji", "Northern Kurdish"),
    "kn": ("Kannada",),
    "ko": ("Korean", "한국어"),
    "kok": ("Konkani",),
    "ks": ("Kashmiri",),
    "ku": ("Kurdish", "Kurdî"),
    "kri": ("Krio",),
    "ky": ("Kyrgyz",),
    "lg": ("Luganda", "Ganda"),
    "ln": ("Lingala",),
    "lo": ("Lao",),
    "lt": ("Lithuanian", "Lietuvių"),
    "lv": ("Latvian", "Latviešu"),
    "mk": ("Macedonian",),
    "ml": ("Malayalam", "മലയാളം"),
    "mn": ("Mongolian",),
    "mr": ("Marathi", "मराठी"),
    "ms": ("Malay",),
    "mt": ("Maltese",),
    "my": ("Burmese",),
    "nb": ("Norwegian", "Norsk"),
    "nd": ("Ndebele",),
    "ne": ("Nepali", "नेपाली"),
    "nl": ("Dutch", "Flemish", "Nederlands"),
    "ny": ("Chichewa", "Nyanja"),
    "om": ("Oromo", "Afaan Oromo"),
    "pa": ("Punjabi", "Panjabi", "ਪੰਜਾਬੀ"),
    "pap": ("Papiamento",),
    "pcm": ("Nigerian Pidgin", "Pidgin"),
    "phr": ("Mirpuri", "Pahari", "Potwari", "Pothwari", "Pahari Potwari", "Pahari-Potwari"),
    "pl": ("Polish", "Polski"),
    "prs": ("Dari", "دری"),
    "ps": ("Pashto", "Pushto", "Pukhto", "پښتو"),
    "pt": ("Portuguese", "Português"),
    "rhg": ("Rohingya",),
    "rn": ("Kirundi",),
    "ro": ("Romanian", "Moldovan", "Română"),
    "rom": ("Romani", "Romany", "Romanes"),
    "ru": ("Russian", "Русский"),
    "rw": ("Kinyarwanda",),
    "sd": ("Sindhi",),
    "si": ("Sinhala", "Sinhalese", "සිංහල"),
    "sk": ("Slovak", "Slovenčina"),
    "skr": ("Saraiki", "Siraiki"),
    "sl": ("Slovenian", "Slovene"),
    "sn": ("Shona",),
    "so": ("Somali", "Soomaali", "Af-Soomaali"),
    "sq": ("Albanian", "Shqip"),
    "sr": ("Serbian", "Српски"),
    "sv": ("Swedish", "Svenska"),
    "sw": ("Swahili", "Kiswahili"),
    "syl": ("Sylheti",),
    "ta": ("Tamil", "தமிழ்"),
    "te": ("Telugu", "తెలుగు"),
    "tg": ("Tajik",),
    "th": ("Thai", "ไทย"),
    "ti": ("Tigrinya", "ትግርኛ"),
    "tl": ("Tagalog", "Filipino"),
    "tr": ("Turkish", "Türkçe"),
    "tw": ("Twi",),
    "ug": ("Uyghur",),
    "uk": ("Ukrainian", "Українська"),
    "ur": ("Urdu", "اردو"),
    "uz": ("Uzbek",),
    "vi": ("Vietnamese", "Tiếng Việt"),
    "wo": ("Wolof",),
    "xh": ("Xhosa",),
    "yi": ("Yiddish",),
    "yo": ("Yoruba", "Yorùbá"),
    "yue": ("Cantonese", "廣東話"),
    "zh": ("Chinese", "Mandarin", "中文", "普通话"),
    "zu": ("Zulu", "isiZulu"),
}
"""Each language's code, its usual English name first, then others, and what it calls itself."""

_CODES = {folded(name): code for code, names in LANGUAGES.items() for name in names}
_BETWEEN = re.compile(r"[,;/+&\n،؛|]|\band\b|\bor\b", re.IGNORECASE)


def language_name(code: str) -> str:
    """The English name of a language, or its code where we have no name for it."""
    names = LANGUAGES.get(code) or LANGUAGES.get(code.partition("-")[0])
    return names[0] if names else code


def code_of(written: str) -> str | None:
    """The code of one language, given its name or a code that we have or that says a country too (pt-BR); else None."""
    named = _CODES.get(folded(written))
    if named:
        return named
    code = written.strip()
    if not LANGUAGE.fullmatch(code) or code.partition("-")[0].casefold() not in LANGUAGES:
        return None
    return code if "-" in code else code.casefold()


def codes_of(written: str) -> tuple[tuple[str, ...], int]:
    """The codes of several languages, in the order they were written and once each, and how many were not known.

    They may stand with commas, strokes or "and" between, or, where each word is one, with spaces.
    """
    found: list[str] = []
    unknown = 0
    for piece in filter(None, map(str.strip, _BETWEEN.split(written))):
        whole = code_of(piece)
        codes = [whole] if whole else [code_of(word) for word in re.split(r"[\s()]+", piece) if word]
        if None in codes:
            unknown += 1
        found += [code for code in codes if code]
    return tuple(dict.fromkeys(found)), unknown
