"""What an e-mail address and a telephone number look like."""

import re

from portal.kit.text import one_line

LOCAL = re.compile(r"[a-z0-9!#$%&'*+/=?^_`{|}~-]+(\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*")
LABEL = re.compile(r"[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?")


def normal_email(text: str) -> str | None:
    """The address as it is kept, in lower case and its domain in ASCII; None for what is no address."""
    local, at, domain = one_line(text).lower().rpartition("@")
    try:
        ascii_domain = domain.encode("idna").decode("ascii")
    except UnicodeError:
        return None
    labels = ascii_domain.split(".")
    sound = bool(at) and len(local) <= 64 and bool(LOCAL.fullmatch(local))
    sound = sound and len(labels) > 1 and all(LABEL.fullmatch(label) for label in labels)
    address = f"{local}@{ascii_domain}"
    return address if sound and not labels[-1].isdigit() and len(address) <= 254 else None


def is_phone(text: str) -> bool:
    """Whether this could be rung: 10 to 15 digits, spaced as anybody likes, with a + in front if need be."""
    digits = re.sub(r"[\s().-]", "", text)
    return bool(re.fullmatch(r"\+?\d{10,15}", digits, re.ASCII))
