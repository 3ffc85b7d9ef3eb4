"""What stands on the page of a public key."""

from __future__ import annotations

KEY = "Key for bundles"
HOW = (
    "A bundle made for this key can be opened by its owner and by nobody else, wherever it is lost. "
    "Add the key on each laptop once."
)
CODE = "A square code that holds the key"
PHOTOGRAPH = "Photograph the code, or scan this page, and add the picture on the laptop."
TYPE_IT = "Or type it, with or without the words"
NOT_SECRET = (
    "This key is public. It may hang on the wall. The secret key that belongs to it stays where it was made: "
    "keep a copy of its file in a safe, because without it no bundle can be opened."
)
