"""Scenes for the screenshots: each module here has `play(stage)`, drives the real window and takes its pictures."""
