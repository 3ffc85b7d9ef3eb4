"""Setting up, checking, measuring and packaging Facilitator; `dev.py` is the way in."""
