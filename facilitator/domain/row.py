"""The common ground of every table: a random key, and the small vocabulary its columns are declared with.

Columns hold text, whole numbers, numbers, yes/no or the id of another row, so that the log, the file and the exports
need only those five kinds. Every column but a required reference has a default, so that a later version can add
columns to an old file.
"""
# ruff: noqa: ANN401 (SQLModel types what stands for a column as Any, so that it fits every annotation)

from __future__ import annotations

import uuid
from typing import Any

import sqlalchemy as sa
from sqlmodel import Field, SQLModel

LANGUAGE_LIMIT = 100


class Row(SQLModel):
    """A row with a random id, so that rows made on two laptops never collide."""

    id: uuid.UUID = Field(default_factory=uuid.uuid4, primary_key=True)


def text(limit: int = 2_000, default: str = "") -> Any:
    """Words people wrote, at most `limit` characters."""
    return Field(default=default, sa_type=sa.Text, sa_column_kwargs=_kwargs(default, limit=limit))


def picture() -> Any:
    """The hash of an attachment, or empty."""
    return Field(default="", sa_type=sa.Text, sa_column_kwargs=_kwargs("", limit=128, picture=True))


def choice(*options: str) -> Any:
    """One of a few codes; the first is the default."""
    return Field(default=options[0], sa_type=sa.Text, sa_column_kwargs=_kwargs(options[0], choices=options))


def languages() -> Any:
    """Language codes (BCP 47) with a space between, such as "en ar"."""
    return Field(default="", sa_type=sa.Text, sa_column_kwargs=_kwargs("", limit=LANGUAGE_LIMIT, form="languages"))


def date() -> Any:
    """A day as YYYY-MM-DD, or empty."""
    return Field(default="", sa_type=sa.Text, sa_column_kwargs=_kwargs("", limit=10, form="date"))


def clock() -> Any:
    """A time of day as HH:MM, or empty."""
    return Field(default="", sa_type=sa.Text, sa_column_kwargs=_kwargs("", limit=5, form="clock"))


def whole(default: int = 0, low: int = -1_000_000_000, high: int = 1_000_000_000) -> Any:
    """A whole number between two bounds, both included."""
    return Field(default=default, sa_type=sa.Integer, sa_column_kwargs=_kwargs(default, low=low, high=high))


def number(default: float = 0.0) -> Any:
    """A finite number."""
    return Field(default=default, sa_type=sa.Float, sa_column_kwargs=_kwargs(default))


def yes_no(default: bool = False) -> Any:
    """True or false."""
    return Field(default=default, sa_type=sa.Boolean, sa_column_kwargs=_kwargs(default))


def part_of(table: str) -> Any:
    """The row this one belongs to and cannot be without."""
    return Field(foreign_key=f"{table}.id", index=True)


def points_to(table: str) -> Any:
    """Another row this one may point to."""
    return Field(default=None, foreign_key=f"{table}.id", index=True, nullable=True)


def _kwargs(default: str | float | bool, **info: object) -> dict[str, Any]:
    literal = (
        sa.text(f"'{default}'")
        if isinstance(default, str)
        else sa.text(str(int(default) if isinstance(default, bool) else default))
    )
    return {"info": info, "server_default": literal, "nullable": False}
