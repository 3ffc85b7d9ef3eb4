"""Names of languages in English, by their codes (BCP 47): those spoken in the halls we know of, and a few more.

Source: the IANA Language Subtag Registry; where its name is not what people say themselves (Panjabi), theirs.
"""

from __future__ import annotations

_NAMES = {
    "am": "Amharic", "ar": "Arabic", "bfi": "British Sign Language", "bg": "Bulgarian", "bn": "Bengali",
    "ckb": "Sorani Kurdish", "cs": "Czech", "cy": "Welsh", "de": "German", "el": "Greek", "en": "English",
    "es": "Spanish", "et": "Estonian", "fa": "Persian", "fi": "Finnish", "fr": "French", "ga": "Irish",
    "gd": "Scottish Gaelic", "gu": "Gujarati", "ha": "Hausa", "he": "Hebrew", "hi": "Hindi", "hr": "Croatian",
    "hu": "Hungarian", "hy": "Armenian", "id": "Indonesian", "ig": "Igbo", "it": "Italian", "ja": "Japanese",
    "ka": "Georgian", "kn": "Kannada", "ko": "Korean", "ku": "Kurdish", "lt": "Lithuanian", "lv": "Latvian",
    "ml": "Malayalam", "mr": "Marathi", "ne": "Nepali", "nl": "Dutch", "om": "Oromo", "pa": "Punjabi",
    "phr": "Mirpuri", "pl": "Polish", "ps": "Pashto", "pt": "Portuguese", "rn": "Kirundi", "ro": "Romanian",
    "rom": "Romani", "ru": "Russian", "rw": "Kinyarwanda", "si": "Sinhala", "sk": "Slovak", "sl": "Slovenian",
    "sn": "Shona", "so": "Somali", "sq": "Albanian", "sr": "Serbian", "sv": "Swedish", "sw": "Swahili",
    "syl": "Sylheti", "ta": "Tamil", "te": "Telugu", "th": "Thai", "ti": "Tigrinya", "tl": "Tagalog", "tr": "Turkish",
    "tw": "Twi", "uk": "Ukrainian", "ur": "Urdu", "vi": "Vietnamese", "yo": "Yoruba", "yue": "Cantonese",
    "zh": "Chinese", "zu": "Zulu",
}  # fmt: skip


def language_name(code: str) -> str:
    """A language as it is called in English; a code we do not know stands for itself."""
    return _NAMES.get(code.casefold().split("-")[0], code)
