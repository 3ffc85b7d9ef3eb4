"""Typed reading: SQLModel rows over an open connection, only inside this floor's own transaction."""

from __future__ import annotations

import sqlalchemy as sa
from sqlmodel import Session


def models_on(connection: sa.Connection) -> Session:
    """A session that turns rows into models. It never writes and never loads anything later by itself."""
    return Session(bind=connection, autoflush=False, expire_on_commit=False)
