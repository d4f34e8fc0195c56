"""Identifiers that nobody can guess or count."""

import hashlib
import json
import secrets
from typing import Any

LETTERS = "23456789ABCDEFGHJKMNPQRSTVWXYZ"
"""Digits and capitals without those that are misread on the telephone: 0 O 1 I L U."""


def new_id() -> str:
    """128 random bits for an address, 22 characters that need no escaping."""
    return secrets.token_urlsafe(16)


def new_token() -> str:
    """256 random bits for a link or a cookie."""
    return secrets.token_urlsafe(32)


def new_code() -> str:
    """Six random digits."""
    return f"{secrets.randbelow(1_000_000):06d}"


def new_ref(prefix: str) -> str:
    """A reference that can be read out: the prefix and ten characters (49 random bits), as GC-7K4Q-2M9T-XW."""
    letters = "".join(secrets.choice(LETTERS) for _ in range(10))
    return f"{prefix}-{letters[:4]}-{letters[4:8]}-{letters[8:]}"


def digest(token: str) -> str:
    """What is kept of a secret: its SHA-256, in hexadecimal."""
    return hashlib.sha256(token.encode()).hexdigest()


def mark_of(values: Any) -> str:
    """A short word that is another one as soon as the values are: how a page knows what it was filled from."""
    return hashlib.sha256(json.dumps(values, sort_keys=True).encode()).hexdigest()[:32]
