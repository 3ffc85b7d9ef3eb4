"""Other tools' formats: what is brought in from them, and what is written for them."""
