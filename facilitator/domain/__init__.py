"""What a workshop is, and the workshop methods as pure functions. No file, no window, no network."""
