"""The settings, read once from the environment. A wrong one stops the start with its name and what is expected."""

import contextlib
import os
import re
import secrets
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import parse_qsl, unquote, urlsplit

from portal.environment import flag, is_here, need, parts_of, whole_number
from portal.filing import Filing, filing
from portal.kit.errors import Misconfigured
from portal.kit.sealing import is_key, new_key
from portal.postage import Notify, certificates, notify_account, sender, smtp_address

ROOT = Path(__file__).resolve().parent.parent
COUNCILS = ROOT / "portal" / "demo" / "councils"
COUNCIL = "leeds"
COUNCIL_FILES = (
    *("vocabulary.toml", "flavour.toml", "town/homes.toml", "town/areas.csv"),
    *("places/wards.csv", "places/neighbourhoods.csv", "places/postcodes.csv"),
)
"""What a folder has to hold that makes the demonstration a council's."""


@dataclass(frozen=True, slots=True)
class Settings:
    """Everything about this installation that is not in its database."""

    production: bool
    demo: bool
    secret_key: str
    encryption_keys: tuple[str, ...]
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
    files: Filing | None = None

    @property
    def secure(self) -> bool:
        """Whether people reach the portal over TLS, so that cookies are kept to it."""
        return self.base_url.startswith("https://")

    @property
    def is_sqlite(self) -> bool:
        """Whether the embedded database is used."""
        return self.database_url.startswith("sqlite")

    @property
    def filing(self) -> Filing:
        """Where files are kept: in the instance folder where nothing else was said."""
        return self.files or Filing(self.instance / "files")


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
    database = database_url(environ, instance, council if demo else COUNCILS / COUNCIL)
    if production:
        insist_on_tls(database)
    return Settings(
        production=production,
        demo=demo,
        secret_key=secret_key(environ, instance, production),
        encryption_keys=encryption_keys(environ, instance, production),
        database_url=database,
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
        files=filing(environ, instance),
    )


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
    return given or kept_secret(instance, "secret_key", lambda: secrets.token_hex(32))


def encryption_keys(environ: Mapping[str, str], instance: Path, production: bool) -> tuple[str, ...]:
    """The keys that seal secrets in the database, newest first: given in production, made once elsewhere.

    Raises Misconfigured, and never says what the keys are.
    """
    given = environ.get("PORTAL_ENCRYPTION_KEYS", "")
    words = given if given.strip() or production else kept_secret(instance, "encryption_keys", new_key)
    keys = tuple(word.strip() for word in words.split(",") if word.strip())
    if not keys or not all(map(is_key, keys)):
        wrong = "has a key that is none" if keys else "is missing"
        raise Misconfigured(
            f"PORTAL_ENCRYPTION_KEYS {wrong}. Expected: keys of 44 characters, the newest first, with commas between. "
            "This makes one: openssl rand -base64 32 | tr +/ -_"
        )
    return keys


def kept_secret(instance: Path, name: str, make: Callable[[], str]) -> str:
    """The instance folder's own secret of that name, made at the first start by whichever process comes first."""
    path, draft = folder(instance) / name, instance / f"{name}.{secrets.token_hex(8)}"
    if not path.exists():
        draft.touch(mode=0o600)
        draft.write_text(make(), encoding="ascii")
        # It gets its name once it is whole, so that no other process reads half of it.
        with contextlib.suppress(FileExistsError):
            os.link(draft, path)
        draft.unlink()
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


def insist_on_tls(url: str) -> None:
    """Raises Misconfigured for a PostgreSQL elsewhere whose line may be read, or whose certificate is not checked.

    A host that starts with a stroke is a socket of this machine (libpq's way of writing it).
    """
    parts = urlsplit(url)
    words = dict(parse_qsl(parts.query))
    hosts = ",".join(filter(None, (words.get("hostaddr"), words.get("host", unquote(parts.hostname or ""))))).split(",")
    is_near = url.startswith("sqlite") or all(not host or host.startswith("/") or is_here(host) for host in hosts)
    if not is_near and words.get("sslmode") != "verify-full":
        raise Misconfigured(
            "DATABASE_URL names a PostgreSQL on another machine without sslmode=verify-full. Expected: "
            "postgresql://user:password@host/name?sslmode=verify-full&sslrootcert=FILE, with the file of the "
            "authority that signed its certificate."
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


def web_address(url: str, production: bool) -> str:
    """The address that letters link to. Raises Misconfigured."""
    parts = parts_of(url)
    schemes = {"https"} if production else {"http", "https"}
    if not parts or parts.scheme not in schemes or not parts.hostname or "@" in url or any(parts[2:]):
        raise Misconfigured(
            f"PORTAL_BASE_URL is “{url}”. Expected: {'https' if production else 'http or https'}://host, no path."
        )
    return url
