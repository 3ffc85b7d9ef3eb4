"""What a paper says, as PDFium reads it to whoever copies from it; a reader in Python takes many times as long."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pypdfium2

if TYPE_CHECKING:
    from pathlib import Path


def words_of(pdf: Path | bytes) -> str:
    """All its words, with one space between them."""
    with pypdfium2.PdfDocument(pdf) as document:
        return " ".join(" ".join(page.get_textpage().get_text_range() for page in document).split())
