"""Lets the stand-alone app be its own child process that looks at a file before it is opened."""

from __future__ import annotations

from facilitator.store.look_over import main as look_over

__all__ = ["look_over"]
