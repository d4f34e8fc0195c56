"""The two keys in every form: that it is ours (CSRF), and that it counts once (idempotency); and where it is sent."""

import base64
import datetime as dt
import hashlib
import json
import re
import secrets
import time
from collections.abc import Sequence
from contextvars import Token

from flask import Flask, Response, flash, g, request
from flask import session as browser
from flask_babel import gettext
from flask_wtf.csrf import CSRFProtect, generate_csrf
from markupsafe import Markup
from sqlalchemy import select, update
from werkzeug.datastructures import FileStorage
from werkzeug.exceptions import BadRequest

from portal.db.models import FormKey
from portal.db.session import AlreadyDone, action, db, form_key
from portal.kit.dates import utc_now
from portal.web.htmx import is_partial
from portal.web.identity import known
from portal.web.pages import away

KEY = re.compile(r"[A-Za-z0-9_-]{16,64}")
Said = Sequence[Sequence[str]]
"""Sentences for the next page, each after its kind."""
UNSAFE = {"POST", "PUT", "PATCH", "DELETE"}
LOOKS_MOST, BETWEEN_LOOKS = 40, 0.05
"""How often a second sending looks where the first one leads, and the seconds between two looks."""
JUST_NOW = dt.timedelta(seconds=10)
"""So long after a deed its answer may still be on its way; one that leads nowhere is not waited for later on."""


def masked(token: str) -> str:
    """The token, other letters each time, so that compression of an answer tells nothing about it (BREACH)."""
    plain = token.encode()
    pad = secrets.token_bytes(len(plain))
    return base64.urlsafe_b64encode(pad + bytes(a ^ b for a, b in zip(pad, plain, strict=True))).decode()


def unmasked(word: str) -> str:
    """The token again; an empty one when the word is nothing of ours."""
    try:
        both = base64.urlsafe_b64decode(word.encode("ascii"))
        half = len(both) // 2
        return bytes(a ^ b for a, b in zip(both[:half], both[half:], strict=True)).decode()
    except ValueError:
        return ""


class MaskedCSRF(CSRFProtect):
    """Flask-WTF's protection with its token masked anew in each answer."""

    def _get_csrf_token(self) -> str | None:
        word = request.form.get("csrf_token", "")
        return unmasked(word) if word else None


def form_keys() -> Markup:
    """The hidden inputs that every form with method="post" carries. One pair serves all forms of a page."""
    if "form_keys" not in g:
        g.form_keys = Markup(
            '<input type="hidden" name="csrf_token" value="{}"><input type="hidden" name="_key" value="{}">'
        ).format(masked(generate_csrf()), secrets.token_urlsafe(12))
    markup: Markup = g.form_keys
    return markup


def away_from_here(action: str) -> str:
    """Where a form is sent: never the very address at which its page stands, which costs it a query if need be.

    Where a form is sent to its page's own address and the line is dead, browsers put their error page in the place of
    that page, and there is no way back to what was typed (docs/decisions/0062-a-form-leaves-its-page.md).
    """
    here = action == request.full_path.removesuffix("?")
    return f"{action}{'&' if '?' in action else '?'}sent" if here else action


def fingerprint() -> str:
    """What makes this form this form: who sends it, where to, its key and all that was typed. Raises BadRequest."""
    key = request.form.get("_key", "")
    if not KEY.fullmatch(key):
        raise BadRequest(gettext("This form has lost its key. Go back, reload the page and send it again."))
    someone = known()
    typed = [(k, v) for k, values in request.form.lists() for v in values if k not in {"csrf_token", "_key"}]
    files = [(name, digest_of(file)) for name, file in request.files.items(multi=True)]
    parts = [someone.person_id if someone else None, request.full_path, key, sorted(typed), sorted(files)]
    return hashlib.sha256(json.dumps(parts).encode()).hexdigest()


def digest_of(file: FileStorage) -> str:
    """The SHA-256 of an uploaded file, read in pieces and rewound."""
    total = hashlib.sha256()
    while piece := file.stream.read(65536):
        total.update(piece)
    file.stream.seek(0)
    return total.hexdigest()


def again(location: str | None, said: Said = ()) -> Response:
    """The answer to a form that was acted on before: where it led and what was said there, and nothing done twice.

    A browser drops the first answer when its button is pressed twice, and with it what that answer said.
    """
    if is_partial():
        return Response(status=204)
    for kind, sentence in said:
        flash(sentence, kind)
    if location is None:
        flash(gettext("This was sent before, and it counted once."), "done")
        location = request.path if "GET" in (request.url_rule.methods or ()) else "/"  # type: ignore[union-attr]
    return away(location)


def where_it_led(digest: str) -> tuple[str | None, Said] | None:
    """The page that a form's first sending led to, and what was said there; None for a form never acted on.

    Who presses twice may be here before the first sending is answered, and gets to see this answer alone: it waits a
    moment for where the first one leads.
    """
    question = select(FormKey.location, FormKey.at).where(FormKey.digest == digest)
    row = db.session.execute(question).first()
    for _ in range(LOOKS_MOST):
        if row is None or row.location is not None or row.at <= utc_now() - JUST_NOW or is_partial():
            break
        db.session.rollback()  # to see what others write meanwhile
        time.sleep(BETWEEN_LOOKS)
        row = db.session.execute(question).first()
    return None if row is None else led(row.location)


def led(kept: str | None) -> tuple[str | None, Said]:
    """Where a form led and what was said there, as it is kept."""
    if kept is None or kept.startswith("/"):
        return kept, ()
    location, said = json.loads(kept)
    return location, said


def set_up(app: Flask) -> None:
    """Check both keys on every unsafe request, and remember where each deed led."""
    MaskedCSRF(app)
    app.jinja_env.globals["form_keys"] = form_keys
    app.jinja_env.globals["away_from_here"] = away_from_here

    @app.before_request
    def claim() -> Response | None:
        if request.method not in UNSAFE or request.endpoint is None:
            return None
        digest = fingerprint()
        before = where_it_led(digest)
        if before is not None:
            return again(*before)
        g.form_key = (digest, form_key.set(digest))
        return None

    @app.errorhandler(AlreadyDone)
    def already(error: AlreadyDone) -> Response:
        before = where_it_led(g.form_key[0])
        return again(*before) if before else again(None)

    @app.after_request
    def note_where(response: Response) -> Response:
        kept: tuple[str, Token[str | None]] | None = g.get("form_key")
        if kept and response.status_code == 303:
            form_key.reset(kept[1])
            g.form_key = None
            remember(kept[0], response.location or "/", browser.get("_flashes", ()))
        return response

    @app.teardown_request
    def release(_error: BaseException | None) -> None:
        kept = g.get("form_key")
        if kept:
            form_key.reset(kept[1])


def remember(digest: str, location: str, said: Said = ()) -> None:
    """Write where a form led and what was said there, where it was acted on at all."""
    led = json.dumps([location, said]) if said else location
    with action() as session:
        session.execute(update(FormKey).where(FormKey.digest == digest).values(location=led))
