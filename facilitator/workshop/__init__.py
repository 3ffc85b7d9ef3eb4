"""The one door to a workshop: open it, apply Changes, ask typed questions, close it."""
