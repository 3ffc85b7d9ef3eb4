"""Typed reading: SQLModel rows over an open connection, only inside this floor's own transaction."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlmodel import Session

if TYPE_CHECKING:
    import sqlalchemy as sa


def models_on(connection: sa.Connection) -> Session:
    """A session that turns rows into models. It never writes and never loads anything later by itself."""
    return Session(bind=connection, autoflush=False, expire_on_commit=False)
