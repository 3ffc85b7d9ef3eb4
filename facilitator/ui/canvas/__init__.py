"""The board as a wall of notes: one widget that paints itself from cached tiles, and the gestures on it."""
