"""Scenes for the screenshots: every module here has `play(stage)`, which drives the real window and takes its pictures."""
