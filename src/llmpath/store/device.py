"""Which machine this is, found without starting a program, so that a copied home is noticed."""

import hashlib
import platform
import secrets
from pathlib import Path

_MACHINE_IDS = ("/etc/machine-id", "/var/lib/dbus/machine-id")


def new_device() -> str:
    """Return a name for a new device: 12 random hex digits."""
    return secrets.token_hex(6)


def host() -> str:
    """Return six hex digits that differ between machines and stay the same on one."""
    return hashlib.sha256(f"{_machine_id()}\n{platform.node()}".encode()).hexdigest()[:6]


def _machine_id() -> str:
    for path in _MACHINE_IDS:
        try:
            return Path(path).read_text("ascii").strip()
        except (OSError, ValueError):
            continue
    return ""
