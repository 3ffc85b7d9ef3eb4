"""A public key read from a photograph or scan of its page. What a code says is typed by nobody we know, so it goes
through the same checks as a key that was typed.
"""

from __future__ import annotations

import warnings
from typing import TYPE_CHECKING

from facilitator.domain.errors import BadInput, NotFound
from facilitator.domain.typed_key import typed_key

if TYPE_CHECKING:
    from pathlib import Path

MOST_PIXELS = 60_000_000
"""A small file can hold a picture that fills the memory, so its size is read before it is unpacked (faults.md, S4)."""
KINDS = ("JPEG", "PNG", "TIFF")


def key_in_picture(path: Path) -> str:
    """The one public key in a picture. Raises NotFound, or BadInput when there is none, several, or no picture."""
    import zxingcpp
    from PIL import Image, UnidentifiedImageError

    if not path.is_file():
        raise NotFound(f"There is no file {path}. Please check the name.")
    try:
        with (
            warnings.catch_warnings(action="ignore", category=Image.DecompressionBombWarning),
            Image.open(path, formats=KINDS) as picture,
        ):
            if picture.width * picture.height > MOST_PIXELS:
                raise BadInput(f"{path.name} is too large a picture. Make it smaller, then try again.")
            found = zxingcpp.read_barcodes(picture.convert("L"), formats=zxingcpp.BarcodeFormat.QRCode)  # pyright: ignore
    except (UnidentifiedImageError, Image.DecompressionBombError, OSError, SyntaxError):
        raise BadInput(f"{path.name} is not a picture that can be read. Use a JPEG or PNG.") from None
    keys = {str(code.text) for code in found if str(code.text).lower().startswith("age1")}  # pyright: ignore
    if len(keys) != 1:
        seen = "more than one key" if keys else "no key"
        raise BadInput(f"There is {seen} to be seen in {path.name}. Photograph the square code from closer by.")
    return typed_key(keys.pop())
