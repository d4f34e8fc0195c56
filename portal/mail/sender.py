"""Carrying letters from the outbox to the mail server."""

import datetime as dt
import smtplib
import ssl
from collections.abc import Callable, Sequence
from email.message import EmailMessage
from email.utils import format_datetime
from urllib.parse import unquote, urlsplit

import structlog
from flask import current_app

from portal.config import Settings
from portal.db.session import action, locked
from portal.jobs.registry import pump
from portal.kit.dates import utc_now
from portal.mail.models import Letter
from portal.mail.queries import claim

log = structlog.get_logger()

BATCH = 20
TRIES_MOST = 48
TIMEOUT_SECONDS = 20
Send = Callable[[EmailMessage], object]


def back_off(tries: int) -> dt.timedelta:
    """How long to wait after so many tries: one minute, doubling, never more than an hour."""
    return dt.timedelta(seconds=min(3600, 30 * 2 ** min(tries, 10)))


def message(letter: Letter, settings: Settings) -> EmailMessage:
    """The letter as an e-mail. Its Message-ID never changes, so that a mail program drops a second copy."""
    mail = EmailMessage()
    mail["Subject"] = letter.subject
    mail["From"] = settings.mail_from
    mail["To"] = letter.to_address
    mail["Date"] = format_datetime(letter.created_at)
    mail["Message-ID"] = f"<{letter.ref}@{urlsplit(settings.base_url).hostname}>"
    mail["Auto-Submitted"] = "auto-generated"
    mail.set_content(letter.text)
    mail.add_alternative(letter.html, subtype="html")
    return mail


@pump("letters")
def send_due() -> int:
    """Send what is due; how many letters went. Without a mail server they are kept and count as sent."""
    settings: Settings = current_app.extensions["portal_settings"]
    letters = claim(BATCH)
    if not letters:
        return 0
    if not settings.smtp_url:
        for letter in letters:
            mark_sent(letter)
        return len(letters)
    return send_all(letters, settings)


def send_all(letters: Sequence[Letter], settings: Settings) -> int:
    """Send claimed letters over one connection; when the server is away, all of them wait for a later try."""
    sent = 0
    try:
        with connect(settings.smtp_url) as server:
            for letter in letters:
                sent += send_one(letter, settings, server.send_message)
    except (OSError, smtplib.SMTPException) as error:
        log.warning("mail server", error=type(error).__name__)
        for letter in letters:
            put_back(letter, "The mail server could not be reached.")
    return sent


def send_one(letter: Letter, settings: Settings, send: Send) -> bool:
    """Send one letter. What the server refuses for good is set aside; what it puts off is tried again."""
    try:
        send(message(letter, settings))
    except smtplib.SMTPServerDisconnected:
        raise
    except smtplib.SMTPRecipientsRefused as error:
        code, words = next(iter(error.recipients.values()))
        refused(letter, code, words)
    except smtplib.SMTPResponseException as error:
        refused(letter, error.smtp_code, error.smtp_error)
    except ValueError as error:
        set_aside(letter, f"This letter cannot be written: {error}")
    else:
        mark_sent(letter, forget=letter.secret)
        return True
    return False


def refused(letter: Letter, code: int, words: bytes | str) -> None:
    """Set aside or put back, by the server's code."""
    said = words.decode("utf-8", "replace") if isinstance(words, bytes) else words
    keep = set_aside if code >= 500 else put_back
    keep(letter, f"{code} {said}"[:500])


def connect(url: str) -> smtplib.SMTP:
    """A connection to the mail server named by smtp:// (with STARTTLS where offered) or smtps://."""
    parts = urlsplit(url)
    host = parts.hostname or ""
    if parts.scheme == "smtps":
        server: smtplib.SMTP = smtplib.SMTP_SSL(
            host, parts.port or 465, timeout=TIMEOUT_SECONDS, context=ssl.create_default_context()
        )
    else:
        server = smtplib.SMTP(host, parts.port or 25, timeout=TIMEOUT_SECONDS)
        server.ehlo()
        if server.has_extn("starttls"):
            server.starttls(context=ssl.create_default_context())
    if parts.username:
        server.login(unquote(parts.username), unquote(parts.password or ""))
    return server


def mark_sent(letter: Letter, *, forget: bool = False) -> None:
    """Write down that the server took it; `forget` takes away the text, so that no code or link stays readable."""
    with action():
        row = locked(letter)
        if forget:
            row.text = row.html = ""
        row.status, row.sent_at, row.leased_until, row.error = "sent", utc_now(), None, None


def put_back(letter: Letter, error: str) -> None:
    """Try again later, or set it aside after two days of tries."""
    with action():
        row = locked(letter)
        if row.status != "waiting":
            return
        row.leased_until, row.error = None, error
        row.next_try_at = utc_now() + back_off(row.tries)
        if row.tries >= TRIES_MOST:
            row.status = "failed"


def set_aside(letter: Letter, error: str) -> None:
    """Stop trying: this letter can never go as it is."""
    with action():
        row = locked(letter)
        row.status, row.leased_until, row.error = "failed", None, error
