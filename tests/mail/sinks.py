"""Mail servers of all tempers, certificates for them, and letters for them to take."""

import contextlib
import datetime as dt
import ipaddress
import socket
import ssl
from collections.abc import Iterator
from dataclasses import dataclass, replace
from email.message import EmailMessage
from email.parser import BytesParser
from email.policy import default as default_policy
from pathlib import Path
from typing import Any

from aiosmtpd.controller import Controller
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID
from flask import Flask
from sqlalchemy import func, select

from portal.db.session import action, db
from portal.kit.dates import utc_now
from portal.kit.refs import new_id
from portal.mail.models import Letter


class Sink:
    """A mail server that keeps what it accepts, and answers as it is told to: by address, or everybody under ""."""

    def __init__(self) -> None:
        self.mails: list[EmailMessage] = []
        self.answers: dict[str, str] = {}
        self.is_encrypted: list[bool] = []

    async def handle_DATA(self, server: Any, session: Any, envelope: Any) -> str:  # noqa: N802
        """Accept a letter, or answer as told for that address."""
        told = self.answers.get(envelope.rcpt_tos[0]) or self.answers.get("")
        if told == "hang up":
            server.transport.abort()
            return "421 Gone"
        if told:
            return told
        self.is_encrypted.append(session.ssl is not None)
        self.mails.append(BytesParser(policy=default_policy).parsebytes(envelope.content))  # type: ignore[arg-type]
        return "250 Taken"

    @property
    def subjects(self) -> list[str]:
        """What came, in its order."""
        return [mail["Subject"] for mail in self.mails]


def free_port() -> int:
    """A port that nobody uses."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextlib.contextmanager
def listening(sink: Sink, port: int = 0, **more: Any) -> Iterator[int]:
    """A mail server on this machine; yields its port."""
    controller = Controller(sink, hostname="127.0.0.1", port=port or free_port(), **more)
    controller.start()
    try:
        yield controller.port
    finally:
        controller.stop()


@contextlib.contextmanager
def mail_server(app: Flask, sink: Sink, port: int = 0) -> Iterator[None]:
    """A mail server on this machine, which the portal is set to."""
    with listening(sink, port) as there, set_to(app, f"smtp://127.0.0.1:{there}"):
        yield


@contextlib.contextmanager
def set_to(app: Flask, url: str, **more: Any) -> Iterator[None]:
    """The portal with another mail server."""
    before = app.extensions["portal_settings"]
    app.extensions["portal_settings"] = replace(before, smtp_url=url, **more)
    try:
        yield
    finally:
        app.extensions["portal_settings"] = before
        app.extensions.pop("portal_mail_pause", None)


def write(to: str, subject: str = "A letter", text: str = "Hello.\n", *, secret: bool = False) -> Letter:
    """A letter in the outbox."""
    now = utc_now()
    with action() as session:
        letter = Letter(
            ref=new_id(),
            to_address=to,
            subject=subject,
            text=text,
            html=f"<p>{text}</p>",
            template="tests/letter",
            created_at=now,
            next_try_at=now,
            secret=secret,
        )
        session.add(letter)
    return letter


def by_status() -> dict[str, int]:
    """How many letters are where."""
    db.session.rollback()
    return dict(db.session.execute(select(Letter.status, func.count()).group_by(Letter.status)).all())  # type: ignore[arg-type]


def only() -> Letter:
    """The one letter there is, as it stands now."""
    db.session.rollback()
    return db.session.scalars(select(Letter)).one()


# --- Certificates -------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Certificates:
    """A council's own authority, and what a server shows: signed by it, or by nobody."""

    folder: Path

    @property
    def authority(self) -> str:
        """The authority's own certificate, as a file."""
        return str(self.folder / "authority.pem")

    def server(self, name: str) -> ssl.SSLContext:
        """What the server of that name shows."""
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(self.folder / f"{name}.pem")
        return context


def certificates(folder: Path) -> Certificates:
    """Certificates as servers have them: "sound", for "another" name, "expired", and signed by "itself"."""
    authority = ec.generate_private_key(ec.SECP256R1())
    root = certificate("A council’s own authority", authority, authority, None, is_authority=True)
    (folder / "authority.pem").write_bytes(root.public_bytes(serialization.Encoding.PEM))
    for file, host, days, signs in (
        ("sound", "127.0.0.1", 1, True),
        ("another", "127.0.0.2", 1, True),
        ("expired", "127.0.0.1", -1, True),
        ("itself", "127.0.0.1", 1, False),
    ):
        key = ec.generate_private_key(ec.SECP256R1())
        made = certificate(host, key, authority if signs else key, root if signs else None, days=days)
        private = key.private_bytes(
            serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
        )
        (folder / f"{file}.pem").write_bytes(private + made.public_bytes(serialization.Encoding.PEM))
    return Certificates(folder)


def certificate(
    name: str, key: Any, signed_by: Any, issuer: x509.Certificate | None, *, days: int = 1, is_authority: bool = False
) -> x509.Certificate:
    """One certificate that ends in so many days."""
    subject = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])
    now = dt.datetime.now(dt.UTC)
    made = (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(issuer.subject if issuer else subject)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - dt.timedelta(days=9))
        .not_valid_after(now + dt.timedelta(days=days))
        .add_extension(x509.BasicConstraints(ca=is_authority, path_length=None), critical=True)
    )
    if not is_authority:
        names = x509.SubjectAlternativeName([x509.IPAddress(ipaddress.ip_address(name))])
        made = made.add_extension(names, critical=False)
    return made.sign(signed_by, hashes.SHA256())
