"""Reading single settings from the environment, and what can be told of an address."""

from collections.abc import Mapping
from ipaddress import ip_address
from urllib.parse import SplitResult, urlsplit

from portal.kit.errors import Misconfigured

YES, NO = {"1", "yes", "true", "on"}, {"", "0", "no", "false", "off"}


def flag(environ: Mapping[str, str], name: str) -> bool:
    """A yes or a no. Raises Misconfigured."""
    word = environ.get(name, "").strip().lower()
    if word not in YES | NO:
        raise Misconfigured(f"{name} is “{word}”. Expected: 1 for yes, or 0 for no.")
    return word in YES


def need(environ: Mapping[str, str], name: str, expected: str) -> str:
    """A setting that production cannot do without. Raises Misconfigured."""
    if not environ.get(name):
        raise Misconfigured(f"{name} is missing. Expected: {expected}.")
    return environ[name]


def whole_number(environ: Mapping[str, str], name: str, default: int, most: int, least: int = 0) -> int:
    """A whole number from `least` to `most`. Raises Misconfigured."""
    word = environ.get(name, "").strip() or str(default)
    if not word.isascii() or not word.isdigit() or not least <= int(word) <= most:
        raise Misconfigured(f"{name} is “{word}”. Expected: a whole number from {least} to {most}.")
    return int(word)


def parts_of(url: str) -> SplitResult | None:
    """The parts of an address with a sound host and port; nothing where it cannot be read."""
    try:
        parts = urlsplit(url)
        return parts if parts.port is None or parts.port > 0 else None
    except ValueError:
        return None


def is_here(host: str) -> bool:
    """Whether a host is this very machine, so that nobody can listen on the way to it."""
    try:
        return host == "localhost" or ip_address(host).is_loopback
    except ValueError:
        return False
