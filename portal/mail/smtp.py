"""Letters by SMTP. What leaves this machine is encrypted, and the server's certificate is checked, or it waits."""

import contextlib
import smtplib
import socket
import ssl
import threading
from collections.abc import Iterator
from email.message import EmailMessage
from email.utils import format_datetime
from urllib.parse import unquote, urlsplit

from portal.config import Settings
from portal.environment import is_here
from portal.kit.text import N_, one_line
from portal.mail.carriers import Away, Broke, Parcel, PutOff, Refused

TIMEOUT_SECONDS = 20
LETTER_SECONDS = 90
"""A server that answers drop by drop is cut off after this, well before a letter's lease is over."""
SAID_MOST = 500
CLOSING, AUTH_WANTED = 421, 530

NOT_THERE = N_("The mail server could not be reached.")
NO_TLS = N_("The mail server offers no encryption (STARTTLS), so nothing is sent to it.")
NO_ENTRY = N_("The mail server does not accept the portal’s name and password.")
BROKE_OFF = N_("The mail server broke off while it took this letter.")
UNWRITABLE = N_("This letter cannot be put together as an e-mail.")
TOO_PLAIN = N_("The mail server takes no address with letters beyond A to Z.")
CERTIFICATE = N_("The mail server’s certificate cannot be trusted, so nothing is sent to it.")
CERTIFICATES = {
    10: N_("The mail server’s certificate has expired, so nothing is sent to it."),
    18: N_("The mail server signed its certificate itself, so nothing is sent to it."),
    62: N_("The mail server’s certificate is for another name, so nothing is sent to it."),
    64: N_("The mail server’s certificate is for another name, so nothing is sent to it."),
}
"""By OpenSSL's number for what is wrong with a certificate."""


def message(letter: Parcel, settings: Settings) -> EmailMessage:
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


class Smtp:
    """A connection to the mail server named by smtp://, smtp+starttls:// or smtps://."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self.where = settings.smtp_url
        self.server: smtplib.SMTP | None = None

    def open(self) -> None:
        """Connect, encrypt and sign in. Raises Away."""
        try:
            self.server = connect(self.where, self.settings.smtp_ca)
        except ssl.SSLCertVerificationError as error:
            raise Away(CERTIFICATES.get(error.verify_code, CERTIFICATE)) from error
        except smtplib.SMTPAuthenticationError as error:
            raise Away(NO_ENTRY) from error
        except (OSError, smtplib.SMTPException) as error:
            raise Away(NOT_THERE) from error

    def carry(self, letter: Parcel) -> None:
        """Hand over one letter. Raises Refused, PutOff, Broke or Away."""
        try:
            mail = message(letter, self.settings)
        except Exception as error:
            # The standard library raises all kinds of errors here; none may hold up other people's letters.
            raise Refused(UNWRITABLE) from error
        if self.server is None:
            raise Away(NOT_THERE)
        with cut_off(self.server), in_words():
            self.server.send_message(mail)

    def close(self) -> None:
        """Say goodbye, or just hang up."""
        if self.server is not None:
            with contextlib.suppress(OSError, smtplib.SMTPException), cut_off(self.server):
                self.server.quit()
            self.server.close()
            self.server = None


@contextlib.contextmanager
def in_words() -> Iterator[None]:
    """Turn what goes wrong between us and the server into one of the four troubles."""
    try:
        yield
    except smtplib.SMTPServerDisconnected as error:
        raise Broke(BROKE_OFF) from error
    except smtplib.SMTPSenderRefused as error:
        raise Away(said(error.smtp_code, error.smtp_error)) from error
    except smtplib.SMTPRecipientsRefused as error:
        code, words = next(iter(error.recipients.values()))
        raise judged(said(code, words)) from error
    except smtplib.SMTPResponseException as error:
        raise judged(said(error.smtp_code, error.smtp_error)) from error
    except smtplib.SMTPNotSupportedError as error:
        raise Refused(TOO_PLAIN) from error
    except (OSError, smtplib.SMTPException) as error:
        raise Broke(BROKE_OFF) from error
    except Exception as error:
        raise Refused(UNWRITABLE) from error


def judged(answer: str) -> Refused | PutOff | Broke | Away:
    """What an answer means: 5xx never, 4xx not now; but that it closes, or does not know us, is not the letter’s fault.

    A server that will not relay for the portal would refuse every letter, so none is set aside for that.
    """
    code = int(answer[:3])
    if code == CLOSING:
        return Broke(answer)
    if code == AUTH_WANTED or (code > AUTH_WANTED and "relay" in answer.lower()):
        return Away(answer)
    return Refused(answer) if code >= 500 else PutOff(answer)


def said(code: int, words: bytes | str) -> str:
    """A server's answer on one line."""
    text = words.decode("utf-8", "replace") if isinstance(words, bytes) else words
    return one_line(f"{code} {text}")[:SAID_MOST]


def demands_tls(url: str) -> bool:
    """Whether nothing may go to this server in the clear: always, but for smtp:// to this very machine."""
    parts = urlsplit(url)
    return parts.scheme != "smtp" or not is_here(parts.hostname or "")


def connect(url: str, ca: str) -> smtplib.SMTP:
    """An encrypted connection, its certificate checked. Raises Away where a server offers no encryption; OSError."""
    parts = urlsplit(url)
    host, trusted = parts.hostname or "", ssl.create_default_context(cafile=ca or None)
    if parts.scheme == "smtps":
        server: smtplib.SMTP = smtplib.SMTP_SSL(host, parts.port or 465, timeout=TIMEOUT_SECONDS, context=trusted)
    else:
        server = smtplib.SMTP(host, parts.port or 25, timeout=TIMEOUT_SECONDS)
    try:
        with cut_off(server):
            greet(server, url, trusted)
    except BaseException:
        server.close()
        raise
    return server


def greet(server: smtplib.SMTP, url: str, trusted: ssl.SSLContext) -> None:
    """Encrypt what is not encrypted yet, and sign in where a name is given."""
    parts = urlsplit(url)
    server.ehlo()
    if parts.scheme != "smtps":
        if server.has_extn("starttls"):
            server.starttls(context=trusted)
            server.ehlo()
        elif demands_tls(url):
            raise Away(NO_TLS)
    if parts.username:
        server.login(unquote(parts.username), unquote(parts.password or ""))


@contextlib.contextmanager
def cut_off(server: smtplib.SMTP) -> Iterator[None]:
    """Hang up when what is done inside takes too long, however busy the line looks."""
    line = server.sock

    def hang_up() -> None:
        with contextlib.suppress(OSError):
            # The socket's own, because TLS would wait for an answer first.
            socket.socket.shutdown(line, socket.SHUT_RDWR)  # type: ignore[arg-type]

    timer = threading.Timer(LETTER_SECONDS, hang_up)
    timer.daemon = True
    timer.start()
    try:
        yield
    finally:
        timer.cancel()
