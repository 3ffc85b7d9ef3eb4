"""Values as the log writes them: compact JSON, ids as 32 hexadecimal digits, and a new row without what it does not say
(empty, 0, no, nothing). A default that says something is written out, so that a later version may have another.
"""

from __future__ import annotations

import json
import uuid
from typing import TYPE_CHECKING, cast

from facilitator.domain.errors import NotAWorkshop
from facilitator.domain.schema import python_type

if TYPE_CHECKING:
    from collections.abc import Mapping

    from facilitator.domain.change import Value
    from facilitator.domain.schema import Column, TableShape


def encode(value: Value) -> str:
    """One value as JSON."""
    return _dump(_plain(value))


def encode_cell(column: Column, value: Value) -> str:
    """A column's value as JSON, in the one way it is written: heads of a cell are compared as text."""
    if column.kind == "number" and isinstance(value, int | float):
        return encode(float(value) + 0.0)  # 5 as 5.0, and -0.0 as 0.0
    return encode(value)


def encode_row(shape: TableShape, values: Mapping[str, Value]) -> str:
    """A whole new row as a JSON object, but for the columns whose default is empty and that are empty."""
    return _dump({name: _plain(value) for name, value in values.items() if value or shape.columns[name].default})


def decode(column: Column, text: str | None) -> Value:
    """One value back from JSON; a redacted one is the column's default."""
    return column.default if text is None else _typed(column, _load(text))


def decode_row(shape: TableShape, text: str | None) -> dict[str, Value]:
    """A whole row back from JSON, defaults filled in; columns this version does not know are passed over."""
    values = shape.defaults()
    if text is not None:
        said = _load_object(text)
        values.update(
            {name: _typed(shape.columns[name], value) for name, value in said.items() if name in shape.columns}
        )
    return values


def encode_details(details: Mapping[str, Value]) -> str:
    """A Change's details as a JSON object."""
    return _dump({name: _plain(value) for name, value in details.items()})


def decode_details(text: str) -> dict[str, Value]:
    """A Change's details back; ids stay text."""
    return cast("dict[str, Value]", _load_object(text))


def blanked(shape: TableShape, text: str | None) -> str | None:
    """What is left of a logged row when it is removed for good: only what it cannot be without."""
    if text is None:
        return None
    said = _load_object(text)
    return _dump(
        {
            name: value
            for name, value in said.items()
            if name in shape.columns and shape.columns[name].kept_when_redacted
        }
    )


def _plain(value: Value) -> str | int | float | bool | None:
    return value.hex if isinstance(value, uuid.UUID) else value


def _typed(column: Column, value: object) -> Value:
    """A value as its column has it; raises NotAWorkshop for one that cannot be."""
    if value is None and not column.required:
        return None
    if column.kind == "id" and isinstance(value, str):
        return row_id(value)
    if column.kind == "number" and isinstance(value, int) and not isinstance(value, bool):
        return float(value)
    if type(value) is not python_type(column.kind):
        raise damaged()
    return cast("Value", value)


def row_id(written: str | bytes) -> uuid.UUID:
    """The id of a row as the log has it: 32 hexadecimal digits or 16 bytes. Raises NotAWorkshop."""
    try:
        return uuid.UUID(bytes=written) if isinstance(written, bytes) else uuid.UUID(hex=written)
    except ValueError:
        raise damaged() from None


def damaged() -> NotAWorkshop:
    """What to raise when the log holds what this program never writes."""
    return NotAWorkshop("The history in this file is damaged. Please open its newest backup.")


def _load(text: str) -> object:
    try:
        return json.loads(text, parse_constant=_refuse)
    except (ValueError, RecursionError):
        raise damaged() from None


def _load_object(text: str) -> dict[str, object]:
    said = _load(text)
    if not isinstance(said, dict):
        raise damaged()
    return cast("dict[str, object]", said)


def _refuse(_: str) -> object:
    """NaN and the infinities are no JSON."""
    raise ValueError


def _dump(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
