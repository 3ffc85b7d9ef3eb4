"""Where this laptop keeps what is not in a workshop file: its name, the backups, keys, and corrected words."""

from __future__ import annotations

import json
import secrets
from dataclasses import dataclass
from typing import TYPE_CHECKING

from platformdirs import user_data_path

if TYPE_CHECKING:
    from pathlib import Path


@dataclass(frozen=True, slots=True)
class Device:
    """This laptop: a random id that tells its work from another's, and the name that history shows."""

    id: str
    name: str


@dataclass(frozen=True, slots=True)
class Places:
    """`state` is a folder of this person on this laptop; backups lie under it, outside every workshop's folder."""

    state: Path
    device: Device

    @classmethod
    def of_this_laptop(cls) -> Places:
        """The places the operating system gives us, made on first use."""
        return cls.under(user_data_path("Facilitator", appauthor=False))

    @classmethod
    def under(cls, state: Path) -> Places:
        """Places below a folder, which is made when it is not there."""
        state.mkdir(parents=True, exist_ok=True)
        return cls(state, _device(state / "device.json"))

    @property
    def backups(self) -> Path:
        """The folder that holds a folder of backups for each workshop."""
        return self.state / "backups"

    @property
    def keys(self) -> Path:
        """The folder of this laptop's own key for bundles and the public keys of others."""
        return self.state / "keys"

    @property
    def translations(self) -> Path:
        """The folder of what colleagues put right in our own words in other languages."""
        return self.state / "translations"


def _device(file: Path) -> Device:
    try:
        known = json.loads(file.read_text("utf-8"))
        return Device(str(known["id"]), str(known["name"]))
    except (OSError, ValueError, KeyError, TypeError):
        made = secrets.token_hex(8)
        device = Device(made, f"Laptop {made[:4].upper()}")  # not the computer's name, which is often a person's
        file.write_text(json.dumps({"id": device.id, "name": device.name}), "utf-8")
        return device
