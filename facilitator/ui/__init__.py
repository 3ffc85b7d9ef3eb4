"""The window: the only part that knows Qt. It shows what the workshop says, and sends it Changes."""
