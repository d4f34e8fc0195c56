"""docs/running.md names every setting, and says of each wrong one just what the portal says."""

import re
import subprocess
from pathlib import Path

import pytest

from portal.config import ROOT, from_environment
from portal.db import durability
from portal.kit.errors import Misconfigured
from portal.postage import NOTIFY_URL
from portal.web.uploads import BODY_MOST
from tests.running.follow import blocks, fitted
from tests.test_config import KEY, NOTIFY, SOUND

PAGE = (ROOT / "docs" / "running.md").read_text(encoding="utf-8")
README = (ROOT / "README.md").read_text(encoding="utf-8")
FILES = ROOT / "docs" / "running"
ROW = re.compile(r"^\| `([A-Z_]+)(?:=([^`]*))?` \| (.*?) \|(?: (.*?) \|)?$", re.MULTILINE)
NAME = re.compile(r'"(PORTAL_[A-Z_]+|DATABASE_URL|PORT)"')
ASKED = {
    name
    for room in ("config", "postage", "filing", "environment")
    for name in NAME.findall((ROOT / "portal" / f"{room}.py").read_text(encoding="utf-8"))
}
KNOWN = {name: default for name, value, _, default in ROW.findall(PAGE) if not value and default}
WRONG = [(name, value, sentence) for name, value, sentence, default in ROW.findall(PAGE) if not default]
BUCKET, BY_NOTIFY, PLAIN = map(
    PAGE.index, ("With files in a bucket", "With GOV.UK Notify in place", "And without `PORTAL_PRODUCTION`")
)
IN_BUCKET = {"PORTAL_FILES": "s3://bucket/folder", "PORTAL_BUCKET_KEY": "key", "PORTAL_BUCKET_SECRET": "secret"}


def test_every_setting_is_there_and_no_other() -> None:
    assert KNOWN.keys() == ASKED
    assert {name for name, value, _, default in ROW.findall(README) if not value and default} == ASKED


def test_each_can_be_wrong_in_some_way_that_is_shown() -> None:
    assert {name for name, _, _ in WRONG} == ASKED


@pytest.mark.parametrize(("name", "value", "sentence"), WRONG, ids=map(str, WRONG))
def test_the_portal_says_what_the_page_says(name: str, value: str, sentence: str, tmp_path: Path) -> None:
    place = PAGE.index(f"| `{name}={value}` | {sentence} |")
    sound = (
        {} if place > PLAIN else SOUND | NOTIFY if place > BY_NOTIFY else SOUND | IN_BUCKET if place > BUCKET else SOUND
    )
    with pytest.raises(Misconfigured) as said:
        from_environment({"PORTAL_INSTANCE": str(tmp_path), **sound, name: value})
    assert str(said.value) == sentence.replace(r"\|", "|")


def test_the_defaults_are_those_of_the_page(tmp_path: Path) -> None:
    there = from_environment({"PORTAL_INSTANCE": str(tmp_path)})
    shown = {name: re.fullmatch("`([^`$/]+)`", default) for name, default in KNOWN.items() if name != "PORT"}
    plain = {name.removeprefix("PORTAL_").lower(): match[1] for name, match in shown.items() if match}
    assert len(plain) >= 6
    plain.pop("bucket_region")
    for name, default in plain.items():
        value = getattr(there, name)
        assert str(int(value) if isinstance(value, bool) else getattr(value, "name", value)) == default, name
    assert KNOWN["PORTAL_NOTIFY_URL"] == f"`{NOTIFY_URL}`"


def test_what_a_database_must_not_have_off_is_there() -> None:
    for name, why in durability.POSTGRES:
        sentence = f"DATABASE_URL: PostgreSQL has {name} off, so {why}. Expected: {name} = on."
        assert f"| `{name} = off` | {sentence} |" in PAGE


def test_its_example_is_sound(tmp_path: Path) -> None:
    words = {"PORTAL_HOST": "partners.example.gov.uk", "PORTAL_SECRET": "s" * 64, "PORTAL_PASSWORD": "p"}
    words |= {"PORTAL_SEAL": KEY, "PORTAL_MAIL_SERVER": "smtp://mail.example.gov.uk:587"}
    example = (FILES / "portal.env").read_text(encoding="utf-8")
    for word, value in words.items():
        example = re.sub(rf"\b{word}\b(?!=)", value, example)
    lines = (line.split("=", 1) for line in example.splitlines() if not line.startswith("#"))
    environ = {name: value.strip('"') for name, value in lines}
    assert environ.keys() <= ASKED
    settings = from_environment({**environ, "PORTAL_INSTANCE": str(tmp_path)})
    assert (settings.production, settings.trusted_proxies, settings.secure) == (True, 1, True)


def test_its_commands_are_commands_and_its_files_are_used() -> None:
    found = blocks(PAGE)
    assert len(found) > 8
    for line, commands in found:
        checked = subprocess.run(["bash", "-n"], input=fitted(commands), text=True, capture_output=True, check=False)
        assert (line, checked.returncode, checked.stderr) == (line, 0, "")
    assert [path.name for path in FILES.iterdir() if path.name not in PAGE] == []


def test_nginx_lets_the_portal_refuse_what_is_too_large_by_itself() -> None:
    [most] = re.findall(r"client_max_body_size (\d+)m;", (FILES / "nginx.conf").read_text(encoding="utf-8"))
    assert int(most) * 1024 * 1024 > BODY_MOST
