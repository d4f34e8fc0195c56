"""Settings are read once; a wrong one stops the start with its name and what is expected."""

import base64
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from portal.config import COUNCILS, from_environment, kept_secret
from portal.kit.errors import Misconfigured
from tests.mail.notify import KEY as NOTIFY_KEY
from tests.mail.notify import TEMPLATE

KEY, OLDER = (base64.urlsafe_b64encode(letter * 32).decode() for letter in (b"n", b"o"))
SOUND = {
    "PORTAL_PRODUCTION": "1",
    "PORTAL_SECRET_KEY": "k" * 40,
    "PORTAL_ENCRYPTION_KEYS": KEY,
    "PORTAL_BASE_URL": "https://partners.example.gov.uk",
    "PORTAL_SMTP_URL": "smtp://mail.example.gov.uk:587",
    "DATABASE_URL": "postgresql://portal@db/portal?sslmode=verify-full",
}
NOTIFY = {"PORTAL_SMTP_URL": "", "PORTAL_NOTIFY_KEY": NOTIFY_KEY, "PORTAL_NOTIFY_TEMPLATE": TEMPLATE}
BUCKET = {"PORTAL_FILES": "s3://bucket", "PORTAL_BUCKET_KEY": "key", "PORTAL_BUCKET_SECRET": "secret"}


def test_production_starts_with_sound_settings(tmp_path: Path) -> None:
    settings = from_environment({**SOUND, "PORTAL_INSTANCE": str(tmp_path)})
    assert (settings.production, settings.demo, settings.secure) == (True, False, True)
    assert settings.database_url == "postgresql+psycopg://portal@db/portal?sslmode=verify-full"


@pytest.mark.parametrize(
    "url",
    [
        *("postgresql://portal@localhost/portal", "postgresql://portal@127.0.0.1:5432/portal", "postgresql:///portal"),
        "postgresql://portal@%2Frun%2Fpostgresql/portal",
        *("postgresql://portal@[::1]/portal", "postgresql:///portal?host=/run/postgresql", "sqlite:////srv/portal.db"),
        "postgresql://portal@db.example.gov.uk/portal?sslrootcert=/etc/council.pem&sslmode=verify-full",
    ],
)
def test_a_database_on_this_machine_or_with_its_certificate_checked_is_sound(tmp_path: Path, url: str) -> None:
    settings = from_environment({**SOUND, "DATABASE_URL": url, "PORTAL_INSTANCE": str(tmp_path)})
    assert settings.database_url.endswith(url.split(":", 1)[1])


@pytest.mark.parametrize(
    "url",
    [
        *("postgresql://portal:secret@db/portal", "postgresql://portal:secret@10.0.0.2/portal?sslmode=prefer"),
        *("postgresql://portal:secret@db/portal?sslmode=require", "postgresql:///portal?host=db&password=secret"),
        *("postgresql://portal:secret@localhost,db/portal", "postgresql://portal:secret@localhost/portal?host=db"),
        "postgresql://portal:secret@localhost/portal?hostaddr=10.0.0.2",
    ],
)
def test_a_database_elsewhere_has_to_show_who_it_is_and_the_refusal_quotes_no_password(
    tmp_path: Path, url: str
) -> None:
    with pytest.raises(Misconfigured, match="on another machine without sslmode=verify-full") as refused:
        from_environment({**SOUND, "DATABASE_URL": url, "PORTAL_INSTANCE": str(tmp_path)})
    assert "secret" not in str(refused.value)
    assert from_environment({"DATABASE_URL": url, "PORTAL_INSTANCE": str(tmp_path)}).database_url, "not in production"


@pytest.mark.parametrize(
    ("change", "named"),
    [
        ({"PORTAL_DEMO": "1"}, "PORTAL_DEMO"),
        ({"PORTAL_SECRET_KEY": ""}, "PORTAL_SECRET_KEY"),
        ({"PORTAL_SECRET_KEY": "short"}, "PORTAL_SECRET_KEY"),
        ({"PORTAL_ENCRYPTION_KEYS": ""}, "PORTAL_ENCRYPTION_KEYS is missing. Expected: keys of 44 characters"),
        ({"PORTAL_ENCRYPTION_KEYS": " , "}, "PORTAL_ENCRYPTION_KEYS is missing"),
        ({"PORTAL_ENCRYPTION_KEYS": KEY[:-4]}, "PORTAL_ENCRYPTION_KEYS has a key that is none"),
        ({"PORTAL_ENCRYPTION_KEYS": f"{KEY},{'k' * 45}"}, "PORTAL_ENCRYPTION_KEYS has a key that is none"),
        ({"PORTAL_ENCRYPTION_KEYS": f"{KEY},é"}, "PORTAL_ENCRYPTION_KEYS has a key that is none"),
        ({"PORTAL_BASE_URL": ""}, "PORTAL_BASE_URL"),
        ({"PORTAL_BASE_URL": "http://partners.example.gov.uk"}, "PORTAL_BASE_URL"),
        ({"PORTAL_BASE_URL": "https://partners.example.gov.uk/portal"}, "PORTAL_BASE_URL"),
        ({"PORTAL_SMTP_URL": ""}, "PORTAL_SMTP_URL"),
        ({"PORTAL_SMTP_URL": "mail.example.gov.uk"}, "PORTAL_SMTP_URL"),
        ({"PORTAL_SMTP_URL": "smtp+plain://mail.example.gov.uk"}, "PORTAL_SMTP_URL"),
        ({"PORTAL_SMTP_URL": "smtp://mail.example.gov.uk:mail"}, "PORTAL_SMTP_URL"),
        ({"PORTAL_SMTP_CA": "/nowhere/authority.pem"}, "PORTAL_SMTP_CA"),
        ({"PORTAL_SMTP_CA": __file__}, "PORTAL_SMTP_CA"),
        ({"PORTAL_NOTIFY_KEY": NOTIFY_KEY, "PORTAL_NOTIFY_TEMPLATE": TEMPLATE}, "PORTAL_SMTP_URL are both set"),
        ({**NOTIFY, "PORTAL_NOTIFY_KEY": "the_portal-1234"}, "PORTAL_NOTIFY_KEY"),
        ({**NOTIFY, "PORTAL_NOTIFY_TEMPLATE": ""}, "PORTAL_NOTIFY_TEMPLATE"),
        ({**NOTIFY, "PORTAL_NOTIFY_TEMPLATE": "the first"}, "PORTAL_NOTIFY_TEMPLATE"),
        ({**NOTIFY, "PORTAL_NOTIFY_URL": "http://notify.example.org"}, "PORTAL_NOTIFY_URL"),
        ({**BUCKET, "PORTAL_FILES": "s3://key@bucket"}, "PORTAL_FILES"),
        ({**BUCKET, "PORTAL_BUCKET_KEY": ""}, "PORTAL_BUCKET_KEY"),
        ({**BUCKET, "PORTAL_BUCKET_SECRET": ""}, "PORTAL_BUCKET_SECRET"),
        ({**BUCKET, "PORTAL_BUCKET_REGION": "Leeds!"}, "PORTAL_BUCKET_REGION"),
        ({**BUCKET, "PORTAL_BUCKET_ENDPOINT": "http://store.example.org"}, "PORTAL_BUCKET_ENDPOINT"),
        ({**BUCKET, "PORTAL_BUCKET_ENDPOINT": "https://key@store.example.org"}, "PORTAL_BUCKET_ENDPOINT"),
        ({"PORTAL_CLAMD": "/run/clamav/clamd.ctl"}, "PORTAL_CLAMD"),
        ({"PORTAL_CLAMD": "tcp://scanner.example.org"}, "PORTAL_CLAMD"),
        ({"DATABASE_URL": "mysql://db/portal"}, "DATABASE_URL"),
        ({"PORTAL_PRODUCTION": "perhaps"}, "PORTAL_PRODUCTION"),
        ({"PORTAL_TRUSTED_PROXIES": "many"}, "PORTAL_TRUSTED_PROXIES"),
    ],
)
def test_a_wrong_setting_is_named(tmp_path: Path, change: dict[str, str], named: str) -> None:
    with pytest.raises(Misconfigured, match=named):
        from_environment({**SOUND, "PORTAL_INSTANCE": str(tmp_path), **change})


def test_letters_go_by_notify_in_place_of_a_mail_server(tmp_path: Path) -> None:
    settings = from_environment({**SOUND, **NOTIFY, "PORTAL_INSTANCE": str(tmp_path)})
    assert settings.notify is not None
    assert (settings.notify.template, settings.notify.url) == (TEMPLATE, "https://api.notifications.service.gov.uk")
    assert NOTIFY_KEY not in repr(settings)


def test_a_password_in_a_wrong_address_is_not_repeated(tmp_path: Path) -> None:
    wrong = {"PORTAL_SMTP_URL": "mail://portal:hunter2@mail.example.gov.uk", "PORTAL_INSTANCE": str(tmp_path)}
    with pytest.raises(Misconfigured) as refused:
        from_environment({**SOUND, **wrong})
    assert "hunter2" not in str(refused.value)


def test_nothing_has_to_be_set_to_try_it(tmp_path: Path) -> None:
    first = from_environment({"PORTAL_INSTANCE": str(tmp_path)})
    again = from_environment({"PORTAL_INSTANCE": str(tmp_path)})
    assert first.database_url == f"sqlite:///{tmp_path}/portal.sqlite3"
    assert first.base_url == "http://127.0.0.1:5000"
    assert first.secret_key == again.secret_key
    assert first.encryption_keys == again.encryption_keys
    for name in ("secret_key", "encryption_keys"):
        assert (tmp_path / name).stat().st_mode & 0o077 == 0
    assert sorted(path.name for path in tmp_path.iterdir()) == ["encryption_keys", "secret_key"]


def test_keys_come_newest_first_and_a_refusal_quotes_none(tmp_path: Path) -> None:
    sound = {**SOUND, "PORTAL_INSTANCE": str(tmp_path), "PORTAL_ENCRYPTION_KEYS": f" {KEY}, {OLDER},"}
    assert from_environment(sound).encryption_keys == (KEY, OLDER)
    with pytest.raises(Misconfigured) as refused:
        from_environment({**sound, "PORTAL_ENCRYPTION_KEYS": f"{KEY},a-secret-that-is-no-key"})
    assert KEY not in str(refused.value)
    assert "a-secret" not in str(refused.value)


def test_a_made_secret_is_the_same_for_all_processes_that_start_at_once(tmp_path: Path) -> None:
    with ThreadPoolExecutor(16) as pool:
        found = list(pool.map(lambda number: kept_secret(tmp_path, "secret", lambda: f"made by {number}"), range(200)))
    assert len(set(found)) == 1
    assert found[0].startswith("made by ")


def test_the_old_name_of_postgres_is_understood(tmp_path: Path) -> None:
    settings = from_environment({"DATABASE_URL": "postgres://u@h/d", "PORTAL_INSTANCE": str(tmp_path)})
    assert settings.database_url == "postgresql+psycopg://u@h/d"


def test_the_demonstration_is_of_leeds_unless_another_council_is_named(tmp_path: Path) -> None:
    demo = {"PORTAL_INSTANCE": str(tmp_path), "PORTAL_DEMO": "1"}
    county = COUNCILS / "hallowshire"

    assert from_environment(demo).demo_council == COUNCILS / "leeds"
    for word in ("hallowshire", str(county), str(county / "vocabulary.toml")):
        settings = from_environment({**demo, "PORTAL_DEMO_COUNCIL": word})
        assert settings.demo_council == county
        assert settings.database_url == f"sqlite:///{tmp_path}/portal-hallowshire.sqlite3"


@pytest.mark.parametrize("word", ["durham", "/nowhere", "../leeds", str(COUNCILS), str(COUNCILS / "leeds" / "x")])
def test_a_council_that_is_not_there_stops_the_start(tmp_path: Path, word: str) -> None:
    with pytest.raises(Misconfigured, match=r"PORTAL_DEMO_COUNCIL is “.*Expected: hallowshire, leeds, or a folder"):
        from_environment({"PORTAL_INSTANCE": str(tmp_path), "PORTAL_DEMO_COUNCIL": word})
