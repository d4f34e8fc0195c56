"""The settings, read once from the environment. A wrong one stops the start with its name and what is expected."""

import os
import re
import secrets
import ssl
from collections.abc import Mapping
from dataclasses import dataclass, field
from ipaddress import ip_address
from pathlib import Path
from urllib.parse import SplitResult, urlsplit

from portal.kit.errors import Misconfigured

ROOT = Path(__file__).resolve().parent.parent
SMTP_SCHEMES = {"smtp", "smtp+starttls", "smtps"}
NOTIFY_URL = "https://api.notifications.service.gov.uk"
UUID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", re.IGNORECASE)
NOTIFY_KEY = re.compile(rf".+-{UUID.pattern}-{UUID.pattern}", re.IGNORECASE)
COUNCILS = ROOT / "portal" / "demo" / "councils"
COUNCIL = "leeds"
COUNCIL_FILES = (
    *("vocabulary.toml", "flavour.toml", "town/homes.toml", "town/areas.csv"),
    *("places/wards.csv", "places/neighbourhoods.csv", "places/postcodes.csv"),
)
"""What a folder has to hold that makes the demonstration a council's."""
SENDER = re.compile(r"(?:[^<>@\r\n]+ <[^<>@\s]+@[^<>@\s]+>|[^<>@\s]+@[^<>@\s]+)")
YES, NO = {"1", "yes", "true", "on"}, {"", "0", "no", "false", "off"}


@dataclass(frozen=True, slots=True)
class Notify:
    """The council's account with GOV.UK Notify: its key, the template that takes our letters, and where it answers."""

    key: str = field(repr=False)
    template: str
    url: str


@dataclass(frozen=True, slots=True)
class Settings:
    """Everything about this installation that is not in its database."""

    production: bool
    demo: bool
    secret_key: str
    database_url: str
    base_url: str
    smtp_url: str
    mail_from: str
    instance: Path
    trusted_proxies: int
    smtp_ca: str = ""
    notify: Notify | None = None
    demo_council: Path = COUNCILS / COUNCIL
    processes: int = 2
    threads: int = 4

    @property
    def secure(self) -> bool:
        """Whether people reach the portal over TLS, so that cookies are kept to it."""
        return self.base_url.startswith("https://")

    @property
    def is_sqlite(self) -> bool:
        """Whether the embedded database is used."""
        return self.database_url.startswith("sqlite")


def from_environment(environ: Mapping[str, str] = os.environ) -> Settings:
    """The settings this environment asks for. Raises Misconfigured."""
    production = flag(environ, "PORTAL_PRODUCTION")
    demo = flag(environ, "PORTAL_DEMO")
    if production and demo:
        raise Misconfigured(
            "PORTAL_PRODUCTION and PORTAL_DEMO are both set. The demonstration signs anybody in: choose one of the two."
        )
    instance = Path(environ.get("PORTAL_INSTANCE") or ROOT / "instance").resolve()
    base_url = environ.get("PORTAL_BASE_URL", "").rstrip("/")
    notify = notify_account(environ)
    if production:
        need(environ, "PORTAL_BASE_URL", "the address people use, such as https://partners.example.gov.uk")
    if production and notify is None:
        expected = "the mail server, such as smtp://mail.example.gov.uk:587, or PORTAL_NOTIFY_KEY in its place"
        need(environ, "PORTAL_SMTP_URL", expected)
    council = demo_council(environ)
    return Settings(
        production=production,
        demo=demo,
        secret_key=secret_key(environ, instance, production),
        database_url=database_url(environ, instance, council if demo else COUNCILS / COUNCIL),
        base_url=web_address(base_url or f"http://127.0.0.1:{port(environ)}", production),
        smtp_url=smtp_address(environ.get("PORTAL_SMTP_URL", "")),
        mail_from=sender(environ.get("PORTAL_MAIL_FROM") or "Join the Dots <portal@example.org>"),
        instance=instance,
        trusted_proxies=whole_number(environ, "PORTAL_TRUSTED_PROXIES", 0, 5),
        smtp_ca=certificates(environ.get("PORTAL_SMTP_CA", "").strip()),
        notify=notify,
        demo_council=council,
        processes=whole_number(environ, "PORTAL_PROCESSES", 2, 32, least=1),
        threads=whole_number(environ, "PORTAL_THREADS", 4, 64, least=1),
    )


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


def port(environ: Mapping[str, str]) -> int:
    """Where the portal listens on this machine; 5000 unless PORT says otherwise. Raises Misconfigured."""
    return whole_number(environ, "PORT", 5000, 65535)


def secret_key(environ: Mapping[str, str], instance: Path, production: bool) -> str:
    """The key that signs cookies: given in production, made once and kept in the instance folder elsewhere."""
    given = environ.get("PORTAL_SECRET_KEY", "")
    if production:
        if len(given) < 32:
            raise Misconfigured("PORTAL_SECRET_KEY is missing or short. Expected: at least 32 random characters.")
        return given
    return given or kept_secret(instance)


def kept_secret(instance: Path) -> str:
    """The instance folder's own secret, made at the first start by whichever process comes first."""
    path = folder(instance) / "secret_key"
    try:
        with path.open("x", encoding="ascii") as file:
            path.chmod(0o600)
            file.write(secrets.token_hex(32))
    except FileExistsError:
        pass
    return path.read_text(encoding="ascii")


def demo_council(environ: Mapping[str, str]) -> Path:
    """The folder of the council that the demonstration is of, from its name, the folder, or the vocabulary.toml in it.

    Raises Misconfigured for one that is not there, or in which something is missing.
    """
    word = environ.get("PORTAL_DEMO_COUNCIL", "").strip() or COUNCIL
    named = COUNCILS / word if re.fullmatch(r"[a-z0-9_-]+", word) else Path(word).resolve()
    folder = named.parent if named.name == COUNCIL_FILES[0] else named
    missing = [name for name in COUNCIL_FILES if not (folder / name).is_file()]
    if missing:
        names = ", ".join(sorted(path.name for path in COUNCILS.iterdir() if path.is_dir()))
        raise Misconfigured(
            f"PORTAL_DEMO_COUNCIL is “{word}”. Expected: {names}, or a folder with all that theirs have. "
            f"There is no {missing[0]}."
        )
    return folder


def database_url(environ: Mapping[str, str], instance: Path, council: Path) -> str:
    """SQLite in the instance folder unless DATABASE_URL names a PostgreSQL or another SQLite. Raises Misconfigured.

    Each council's demonstration has a file of its own, so that none is shown another's town.
    """
    given = environ.get("DATABASE_URL", "").strip()
    if not given:
        name = "portal" if council == COUNCILS / COUNCIL else f"portal-{council.name}"
        return f"sqlite:///{folder(instance) / name}.sqlite3"
    scheme = given.split(":", 1)[0]
    if scheme in {"postgres", "postgresql", "postgresql+psycopg"} and parts_of(given):
        return "postgresql+psycopg" + given[len(scheme) :]
    if scheme == "sqlite":
        return given
    # What follows the first words may be a password, and this sentence goes to a log.
    raise Misconfigured(
        f"DATABASE_URL starts with “{scheme}:”, and cannot be read."
        " Expected: postgresql://user:password@host/name or sqlite:///path."
    )


def folder(path: Path) -> Path:
    """The folder for data, made where it is missing. Raises Misconfigured."""
    try:
        path.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise Misconfigured(f"PORTAL_INSTANCE is “{path}”. Expected: a folder that may be written to.") from error
    if not os.access(path, os.W_OK | os.X_OK):
        raise Misconfigured(f"PORTAL_INSTANCE is “{path}”. Expected: a folder that may be written to.")
    return path


def parts_of(url: str) -> SplitResult | None:
    """The parts of an address with a sound host and port; nothing where it cannot be read."""
    try:
        parts = urlsplit(url)
        return parts if parts.port is None or parts.port > 0 else None
    except ValueError:
        return None


def web_address(url: str, production: bool) -> str:
    """The address that letters link to. Raises Misconfigured."""
    parts = parts_of(url)
    schemes = {"https"} if production else {"http", "https"}
    if not parts or parts.scheme not in schemes or not parts.hostname or "@" in url or any(parts[2:]):
        raise Misconfigured(
            f"PORTAL_BASE_URL is “{url}”. Expected: {'https' if production else 'http or https'}://host, no path."
        )
    return url


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


def is_here(host: str) -> bool:
    """Whether a host is this very machine, so that nobody can listen on the way to it."""
    try:
        return host == "localhost" or ip_address(host).is_loopback
    except ValueError:
        return False


def sender(words: str) -> str:
    """Who letters are from. Raises Misconfigured."""
    if not SENDER.fullmatch(words):
        raise Misconfigured(f"PORTAL_MAIL_FROM is “{words}”. Expected: Name <address@example.org>.")
    return words
