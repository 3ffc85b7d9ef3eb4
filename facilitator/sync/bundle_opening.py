"""Opening a bundle: whatever is wrong with it is said in one sentence, and nothing is written but a whole workshop."""

from __future__ import annotations

import contextlib
import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from facilitator.domain.errors import BadInput, FileTrouble, NeedsPassphrase, NewerFile, NotAWorkshop, NotFound
from facilitator.store.gate import pass_gate
from facilitator.store.identify import identify
from facilitator.store.layout import FORMAT
from facilitator.sync.bundle_format import LARGEST, NotABundle, Unpacking
from facilitator.sync.by_passphrase import decrypted
from facilitator.sync.merged import nobody_waits
from facilitator.workshop.safe_write import safely_written

if TYPE_CHECKING:
    from pyrage import x25519

    from facilitator.sync.merged import Progress

AGE = b"age-encryption.org/v1\n"
BY_PASSPHRASE = AGE + b"-> scrypt "
NO_MATCH = "No matching keys found"
"""What age says when none of the keys is one the bundle was made for."""


@dataclass(frozen=True, slots=True)
class Opener:
    """What a person has to open a bundle with: secret keys, or the passphrase."""

    secrets: tuple[str, ...] = ()
    passphrase: str = ""


def is_bundle(path: Path) -> bool:
    """Whether a file begins as a bundle does. A folder, and what is not there, is none."""
    if not path.is_file():
        return False
    with path.open("rb") as file:
        return file.read(len(AGE)) == AGE


def needs_passphrase(bundle: Path) -> bool:
    """Whether a bundle was made with a passphrase. Raises NotFound, and BadInput for what is no bundle."""
    return _beginning(bundle).startswith(BY_PASSPHRASE)


def open_bundle(bundle: Path, out: Path, opener: Opener, progress: Progress = nobody_waits) -> Path:
    """Write the workshop in a bundle to a new file, looked over as any file that comes from elsewhere.

    Raises NotFound, BadInput for a bundle that is damaged, of another program, for somebody else or not safe to open,
    NeedsPassphrase when the passphrase is not given or does not open it, FileTrouble when `out` is taken,
    DiskTrouble, NewerFile, and Cancelled when `progress` does.
    """
    by_passphrase = needs_passphrase(bundle)
    if out.exists():
        raise FileTrouble(f"{out} is there already. It was left as it is; choose another name for the workshop.")
    if by_passphrase and not opener.passphrase:
        raise NeedsPassphrase(f"{bundle.name} is locked with a passphrase. It opens with that only.")
    if not by_passphrase and not opener.secrets:
        raise BadInput(f"{bundle.name} was made for somebody's key, which is not here. Open it where that key is.")
    with safely_written(out, lambda part: _look_over(part, bundle)) as file:
        with contextlib.suppress(OSError):
            Path(file.name).chmod(0o600)  # as private as any workshop
        room = min(LARGEST, shutil.disk_usage(out.parent).free)
        unpacking = Unpacking(file, room, progress)
        try:
            (_open_by_passphrase if by_passphrase else _open_by_keys)(bundle, unpacking, opener)
            unpacking.finish()
        except NotABundle:
            raise BadInput(
                f"{bundle.name} opened, but what is in it is no workshop of ours. Nothing was kept."
            ) from None
    return out


def check_opens(bundle: Path, passphrase: str) -> None:
    """Open a bundle to the end and keep nothing of it. Raises NeedsPassphrase when it does not open, NotABundle when it
    is not whole.
    """
    unpacking = Unpacking(_Nowhere(), LARGEST, nobody_waits)
    _open_by_passphrase(bundle, unpacking, Opener(passphrase=passphrase))
    unpacking.finish()


class _Nowhere:
    """Takes bytes in and forgets them."""

    def write(self, data: bytes, /) -> int:
        return len(data)


def _open_by_keys(bundle: Path, unpacking: Unpacking, opener: Opener) -> None:
    from pyrage import DecryptError, decrypt_io

    with bundle.open("rb") as file:
        try:
            decrypt_io(file, unpacking, [_identity(secret) for secret in opener.secrets])
        except (DecryptError, OSError) as error:
            if unpacking.trouble is not None:  # not age's complaint but ours, or the disk's where we write
                raise unpacking.trouble from None
            if str(error) == NO_MATCH:
                raise BadInput(
                    f"The key does not open {bundle.name}: it was made for another key, or is damaged."
                ) from None
            raise BadInput(f"{bundle.name} is damaged or cut short. Nothing was kept of it; copy it again.") from None


def _open_by_passphrase(bundle: Path, unpacking: Unpacking, opener: Opener) -> None:
    from pyrage import DecryptError

    if bundle.stat().st_size > LARGEST:
        raise NotABundle("too large")
    try:
        opened = decrypted(bundle.read_bytes(), opener.passphrase, bundle.name)
    except (DecryptError, OSError):
        raise NeedsPassphrase(
            f"The passphrase does not open {bundle.name}: it is another one, or the bundle is damaged or cut short."
        ) from None
    unpacking.write(opened)


def _identity(secret: str) -> x25519.Identity:
    from pyrage import IdentityError, x25519

    try:
        return x25519.Identity.from_str(secret)
    except IdentityError:
        raise BadInput("The secret key is damaged. Use the copy that was kept of it.") from None


def _beginning(bundle: Path) -> bytes:
    try:
        if bundle.exists() and not bundle.is_file():
            raise BadInput(f"{bundle} is not a file. Choose a bundle.")
        with bundle.open("rb") as file:
            start = file.read(len(BY_PASSPHRASE))
    except FileNotFoundError:
        raise NotFound(f"There is no file {bundle}. Please check the name.") from None
    if not start.startswith(AGE):
        raise BadInput(f"{bundle.name} is no bundle{' at all' if start else ': it is empty'}. Choose another file.")
    return start


def _look_over(part: Path, bundle: Path) -> None:
    """The same looks as at any file from elsewhere, but said of the bundle and not of the passing name. One with a
    passphrase of its own is looked over when it is opened with that.
    """
    try:
        identify(part, FORMAT)
        pass_gate(part, FORMAT, alone=True)
    except NeedsPassphrase:
        return
    except NewerFile:
        raise NewerFile(
            f"{bundle.name} was made by a newer Facilitator. Please update Facilitator, then again."
        ) from None
    except NotAWorkshop:
        raise BadInput(f"{bundle.name} opened, but the workshop in it is damaged. Nothing was kept of it.") from None
