"""Secrets that are kept sealed: a keyring whose newest key seals and whose every key opens.

The library weighs 7 MB, which a server process takes up once it seals or opens something.
"""

import base64
import secrets
from collections.abc import Sequence
from functools import cached_property
from importlib import import_module
from typing import Any

KEY_BYTES = 32


def library() -> Any:
    """What seals and opens: Fernet (https://github.com/fernet/spec)."""
    return import_module("cryptography.fernet")


class Unreadable(Exception):
    """A sealed text that none of the keys opens, or that somebody has tampered with."""


class Keyring:
    """The keys, newest first. Each is 32 random bytes in 44 characters, as `new_key` makes them."""

    def __init__(self, keys: Sequence[str]) -> None:
        self.words = tuple(keys)

    @cached_property
    def keys(self) -> Any:
        """The keys, ready to use."""
        return library().MultiFernet([library().Fernet(key) for key in self.words])

    def seal(self, text: str) -> str:
        """The text under the newest key; sealed twice it is never the same."""
        sealed: bytes = self.keys.encrypt(text.encode())
        return sealed.decode()

    def open(self, sealed: str, seconds: int | None = None) -> str:
        """The text again. Raises Unreadable, also for what was sealed longer ago than these seconds."""
        try:
            opened: bytes = self.keys.decrypt(sealed.encode(), ttl=seconds)
        except library().InvalidToken as error:
            raise Unreadable() from error
        return opened.decode()

    def renew(self, sealed: str) -> str:
        """The same text under the newest key. Raises Unreadable."""
        try:
            renewed: bytes = self.keys.rotate(sealed.encode())
        except library().InvalidToken as error:
            raise Unreadable() from error
        return renewed.decode()


def new_key() -> str:
    """A key that nobody else has."""
    return base64.urlsafe_b64encode(secrets.token_bytes(KEY_BYTES)).decode()


def is_key(word: str) -> bool:
    """Whether this can be a key at all."""
    try:
        return word.isascii() and len(base64.b64decode(word, altchars=b"-_", validate=True)) == KEY_BYTES
    except ValueError:
        return False
