"""Both README commands on a bare Debian 12, as a person with a new machine would type them.

Makes a root with only python3 and python3-venv, clones the committed tree into it and runs each command there without a
display or standard input. What was printed is kept in .cache/bare/. Only the way to the network (name server, proxy,
certificates, pip's settings) is copied in from this machine. Needs root, mmdebstrap, unshare and git.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import time
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).resolve().parents[2]
SCRATCH = ROOT / ".cache" / "bare"
BARE = SCRATCH / "root"
HERE = "/home/facilitator"  # inside the bare root
NETWORK_FILES = ["/etc/resolv.conf", "/etc/hosts", "/etc/ssl/certs/ca-certificates.crt"]
NETWORK_VARIABLES = re.compile(r"(?i)(https?|no|all)_proxy|PIP_(CERT|INDEX_URL|PROXY|DEFAULT_TIMEOUT)|SSL_CERT_FILE")
COMMANDS = {
    "run": "python3 build/dev.py run",
    "second run": "python3 build/dev.py run",
    "test": "python3 build/dev.py test",
    "window": "python3 -m build.display timeout 20 python3 build/dev.py run",
}
STILL_OPEN = 124  # what `timeout` answers when the window was there until it was told to go


def run() -> Iterator[dict[str, object]]:
    """Each command's wall seconds, exit status and the last line it printed."""
    missing = [name for name in ("mmdebstrap", "unshare", "git") if shutil.which(name) is None]
    if os.geteuid() != 0 or missing:
        raise SystemExit(f"The bare bench needs root and {', '.join(missing or ['nothing else'])}.")
    make_root()
    try:
        for name, command in COMMANDS.items():
            yield typed(name, command)
    finally:
        shutil.rmtree(BARE, ignore_errors=True)


def make_root() -> None:
    """A fresh Debian 12 with Python and a clone of this repository, and nothing else."""
    shutil.rmtree(SCRATCH, ignore_errors=True)
    SCRATCH.mkdir(parents=True)
    packages = "--include=python3,python3-venv"
    subprocess.run(["mmdebstrap", "-q", "--variant=minbase", packages, "bookworm", str(BARE)], check=True)
    for name in NETWORK_FILES:
        target = BARE / name.lstrip("/")
        if Path(name).exists():
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(name, target)
    subprocess.run(["git", "clone", "-q", str(ROOT), f"{BARE}{HERE}"], check=True)


def typed(name: str, command: str) -> dict[str, object]:
    """Run one command in the bare root, which is unmounted and emptied of processes afterwards."""
    log = SCRATCH / f"{name.replace(' ', '-')}.txt"
    settings = {key: value for key, value in os.environ.items() if NETWORK_VARIABLES.fullmatch(key)}
    env = {"HOME": "/root", "PATH": "/usr/sbin:/usr/bin:/sbin:/bin", "LANG": "C.UTF-8", **settings}
    mount = f'mount --rbind /dev "{BARE}/dev" && mount -t proc proc "{BARE}/proc"'
    inside = f"cd {HERE} && {command}"
    outside = f'{mount} && exec chroot "{BARE}" sh -c "$1"'
    started = time.monotonic()
    with log.open("wb") as file:
        status = subprocess.run(
            ["unshare", "--mount", "--pid", "--fork", "--kill-child", "sh", "-c", outside, "sh", inside],
            env=env,
            stdin=subprocess.DEVNULL,
            stdout=file,
            stderr=subprocess.STDOUT,
            check=False,
        ).returncode
    lines = [line for line in log.read_text(encoding="utf-8", errors="replace").splitlines() if line.strip()]
    return {
        "command": name,
        "wall_s": round(time.monotonic() - started, 1),
        "status": "window open" if name == "window" and status == STILL_OPEN else status,
        "lines": len(lines),
        "last": lines[-1] if lines else "",
    }
