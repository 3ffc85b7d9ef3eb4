"""Composition: what is put together when a person starts the program."""
