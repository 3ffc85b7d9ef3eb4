"""Texts as PDF writes them outside of pages: titles, alternative texts, languages (ISO 32000-1, 7.9.2.2)."""

from __future__ import annotations

_PLAIN = frozenset(map(chr, range(32, 127))) - frozenset("()\\")


def text_string(text: str) -> str:
    """A text string, in brackets where it is plain ASCII, else in hexadecimal UTF-16."""
    if _PLAIN.issuperset(text):
        return f"({text})"
    return f"<FEFF{text.encode('utf-16-be', 'replace').hex().upper()}>"
