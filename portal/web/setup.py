"""Everything of this room, put onto an app."""

from collections.abc import Callable, MutableMapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit
from wsgiref.headers import Headers

from flask import Flask, has_request_context
from flask.templating import Environment
from flask_compress import Compress
from werkzeug.middleware.proxy_fix import ProxyFix
from werkzeug.routing import BaseConverter
from whitenoise import WhiteNoise

from portal.config import ROOT, Settings
from portal.db.session import db
from portal.permissions import Someone
from portal.web import addresses, errors, guards, headers, keys, logs, uploads, words
from portal.web.assets import asset_finder
from portal.web.identity import Keeper, Loader, Names, Why, halfway, me

BODY_MOST = 2 * 1024 * 1024
PARTS_MOST = 2_000
HASHED = r"\.[0-9a-f]{16}\.\w+$"
"""How a file is called whose name changes with its content, so that browsers may keep it for good."""


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What the areas above hand down: who is asking, or why nobody is any more; what is kept; menu and words."""

    load_identity: Loader
    why_ended: Why
    keep: Keeper
    menu: Callable[[Someone | None], list[Any]]
    council: Callable[[], Any]
    names: Names


class Templates(Environment):
    """Jinja's environment, whose globals are one plain dict: a page makes many contexts from them.

    Jinja chains two, to show globals that are added later; here all are there before the first template is read.
    """

    def make_globals(self, d: MutableMapping[str, Any] | None) -> MutableMapping[str, Any]:
        """The globals that a template sees."""
        return {**self.globals, **(d or {})}


class Word(BaseConverter):
    """What stands for one thing in an address: codes, references and tokens, and nothing else that could be sent."""

    regex = r"[A-Za-z0-9_-]{1,100}"


def prepare(app: Flask, settings: Settings, around: Surroundings) -> None:
    """Make the app answer as the portal does: templates, words, keys, guards, headers, errors, compression."""
    configure(app, settings)
    app.url_map.converters["default"] = Word
    templates(app, settings, around)
    app.extensions["portal_identity"] = around.load_identity
    app.extensions["portal_why_ended"] = around.why_ended
    app.extensions["portal_keeper"] = around.keep
    logs.set_up()
    with app.app_context():
        logs.count_statements(db.engine)
    app.extensions["portal_names"] = around.names
    words.set_up(app)
    addresses.set_up(app)
    headers.set_up(app, secure=settings.secure)
    uploads.set_up(app)
    keys.set_up(app)
    guards.watch(app)
    errors.set_up(app)
    Compress(app)
    same_for_all = headers.fixed(secure=settings.secure)

    def cover(found: Headers, _path: str, _url: str) -> None:
        for name, value in same_for_all.items():
            found[name] = value

    app.wsgi_app = WhiteNoise(  # type: ignore[method-assign]
        app.wsgi_app,
        root=str(ROOT / "static" / "dist"),
        prefix="static/",
        allow_all_origins=False,
        immutable_file_test=HASHED,
        add_headers_function=cover,
        max_age=0,
    )
    if settings.trusted_proxies:
        count = settings.trusted_proxies
        app.wsgi_app = ProxyFix(app.wsgi_app, x_for=count, x_proto=count)  # type: ignore[method-assign]


def configure(app: Flask, settings: Settings) -> None:
    """Flask's own settings, from ours."""
    app.config.update(
        SECRET_KEY=settings.secret_key,
        SESSION_COOKIE_NAME="__Host-form" if settings.secure else "form",
        SESSION_COOKIE_SECURE=settings.secure,
        SESSION_COOKIE_HTTPONLY=True,
        SESSION_COOKIE_SAMESITE="Lax",
        TRUSTED_HOSTS=[urlsplit(settings.base_url).hostname] if settings.production else None,
        MAX_CONTENT_LENGTH=BODY_MOST,
        MAX_FORM_MEMORY_SIZE=BODY_MOST,
        MAX_FORM_PARTS=PARTS_MOST,
        WTF_CSRF_TIME_LIMIT=None,
        WTF_CSRF_SSL_STRICT=True,
        COMPRESS_ALGORITHM=["br", "gzip"],
        COMPRESS_BR_LEVEL=4,
        COMPRESS_MIN_SIZE=400,
        BABEL_TRANSLATION_DIRECTORIES=str(ROOT / "portal" / "translations"),
        TEMPLATES_AUTO_RELOAD=False,
    )


def templates(app: Flask, settings: Settings, around: Surroundings) -> None:
    """Where templates come from, and what each of them can count on."""
    app.jinja_environment = Templates
    app.jinja_env.trim_blocks = True
    app.jinja_env.lstrip_blocks = True
    app.jinja_env.add_extension("jinja2.ext.do")
    find = asset_finder(ROOT / "static" / "dist" / "manifest.json")
    app.extensions["portal_asset"] = app.jinja_env.globals["asset"] = find

    @app.context_processor
    def surroundings() -> dict[str, Any]:
        shown = {"council": around.council(), "demo": settings.demo}
        if has_request_context():
            someone = me()
            shown |= {"me": someone, "is_half": halfway() is not None, "nav": around.menu(someone), "errors": None}
        return shown
