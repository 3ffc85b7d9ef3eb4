"""What people are asked before anything they give is used, word for word: the same words in the window, in what the
window keeps with an answer, and in the example.
"""

from __future__ import annotations

QUESTIONS = {
    "notes": "May we keep and use what you write on notes, with your name beside it?",
    "quotes": "May we repeat your words, without your name, in what we print?",
    "photos": "May we take and print photographs in which you can be recognised?",
    "contact": "May we ring or write to you about this work?",
    "relationship-map": "May we draw you, by a shape and not by name, on the picture of who knows whom?",
}
"""The question for each use, in the order in which they are asked."""
