"""How letters leave: the settings of the mail server or of GOV.UK Notify, and who letters are from."""

import re
import ssl
from collections.abc import Mapping
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from portal.environment import is_here, need, parts_of
from portal.kit.errors import Misconfigured

SMTP_SCHEMES = {"smtp", "smtp+starttls", "smtps"}
NOTIFY_URL = "https://api.notifications.service.gov.uk"
UUID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", re.IGNORECASE)
NOTIFY_KEY = re.compile(rf".+-{UUID.pattern}-{UUID.pattern}", re.IGNORECASE)
SENDER = re.compile(r"(?:[^<>@\r\n]+ <[^<>@\s]+@[^<>@\s]+>|[^<>@\s]+@[^<>@\s]+)")


@dataclass(frozen=True, slots=True)
class Notify:
    """The council's account with GOV.UK Notify: its key, the template that takes our letters, and where it answers."""

    key: str = field(repr=False)
    template: str
    url: str


def smtp_address(url: str) -> str:
    """The mail server, or nothing where letters are only kept in the outbox. Raises Misconfigured."""
    parts = parts_of(url)
    if url and not (parts and parts.scheme in SMTP_SCHEMES and parts.hostname):
        # The address is not repeated, because a password may stand in it.
        raise Misconfigured("PORTAL_SMTP_URL is no mail server. Expected: smtp://host:port or smtps://host:port.")
    return url


def certificates(path: str) -> str:
    """The certificates that a mail server is checked against, or nothing for the usual ones. Raises Misconfigured."""
    if path:
        try:
            ssl.create_default_context(cafile=path)
        except OSError as error:
            raise Misconfigured(f"PORTAL_SMTP_CA is “{path}”. Expected: a file of certificates in PEM.") from error
    return path


def notify_account(environ: Mapping[str, str]) -> Notify | None:
    """The account with GOV.UK Notify, where letters go that way. Raises Misconfigured."""
    key = environ.get("PORTAL_NOTIFY_KEY", "").strip()
    if not key:
        return None
    if environ.get("PORTAL_SMTP_URL"):
        raise Misconfigured("PORTAL_NOTIFY_KEY and PORTAL_SMTP_URL are both set. Choose one way for letters to go.")
    if not NOTIFY_KEY.fullmatch(key):
        raise Misconfigured("PORTAL_NOTIFY_KEY is no key of GOV.UK Notify. Expected: its name and two long ids, whole.")
    template = need(environ, "PORTAL_NOTIFY_TEMPLATE", "the id of a template whose subject and text are ours").strip()
    if not UUID.fullmatch(template):
        raise Misconfigured(f"PORTAL_NOTIFY_TEMPLATE is “{template}”. Expected: a template’s id from GOV.UK Notify.")
    url = environ.get("PORTAL_NOTIFY_URL", "").strip() or NOTIFY_URL
    parts = urlsplit(url)
    if not parts.hostname or not (parts.scheme == "https" or (parts.scheme == "http" and is_here(parts.hostname))):
        raise Misconfigured(f"PORTAL_NOTIFY_URL is “{url}”. Expected: https://host.")
    return Notify(key, template, url)


def sender(words: str) -> str:
    """Who letters are from. Raises Misconfigured."""
    if not SENDER.fullmatch(words):
        raise Misconfigured(f"PORTAL_MAIL_FROM is “{words}”. Expected: Name <address@example.org>.")
    return words
