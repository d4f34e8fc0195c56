"""An address that was made before is the same that Flask makes."""

from pathlib import Path

import flask
import pytest
from flask import Flask

from portal.app import create_app
from portal.web.addresses import url_for
from tests.houses import settings

ASKED = [
    ("desk.front", {}),
    ("assessments.round", {"code": "summer"}),
    ("assessments.round", {"code": "autumn", "state": "scored", "q": "a & b/c?"}),
    ("assessments.round", {"code": "summer", "state": None}),
    ("assessments.panel", {"code": "summer", "print": 1}),
]


@pytest.fixture
def site(tmp_path: Path) -> Flask:
    """A portal without people."""
    return create_app(settings(f"sqlite:///{tmp_path / 'portal.sqlite3'}", tmp_path))


@pytest.mark.parametrize(("endpoint", "values"), ASKED)
def test_it_is_flasks_own_each_time(site: Flask, endpoint: str, values: dict[str, str]) -> None:
    with site.test_request_context("/"):
        site.preprocess_request()
        made = [url_for(endpoint, **values) for _ in range(3)]
        assert made == [flask.url_for(endpoint, **values)] * 3


def test_it_knows_below_which_path_the_portal_stands(site: Flask) -> None:
    for below in ("", "/partners", "", "/others"):
        with site.test_request_context("/", environ_overrides={"SCRIPT_NAME": below}):
            site.preprocess_request()
            assert url_for("assessments.round", code="summer") == f"{below}/review/rounds/summer"
