"""Answers: a page, a part of it, or the way to the next one."""

from collections.abc import Iterator
from typing import Any
from urllib.parse import urlsplit

from flask import Response, current_app, flash, make_response, redirect, render_template, url_for

from portal.kit.text import Say
from portal.web.htmx import is_partial
from portal.web.words import spoken, translated


def page(template: str, /, *, part: str | None = None, status: int = 200, **context: Any) -> Response:
    """A page, or only its part when htmx asks for a part and the page has one to give."""
    chosen = part if part and is_partial() else template
    return make_response(render_template(f"{chosen}.html", **context), status)


def go(endpoint: str, **values: Any) -> Response:
    """On to another page of the portal, after something was done."""
    return away(url_for(endpoint, **values))


def away(path: str) -> Response:
    """On to a path of the portal that was checked before."""
    return make_response(redirect(path, 303))


def tell(sentence: Say | str, kind: str = "done") -> None:
    """Say something on the next page this browser shows; `kind` is done or warning."""
    flash(translated(sentence), kind)


def offer_next(queue: str) -> None:
    """Offer, beside what was said of a deed, the next thing that waits in the same queue of the inbox."""
    flash(queue, "onward")


def streamed(parts: Iterator[str]) -> Iterator[str]:
    """The parts of an answer that is written while it is sent: each in the reader's language and with the database.

    Between two parts nothing is held, so that a slow reader, or one who leaves, keeps nothing busy.
    """
    app, voice = current_app._get_current_object(), spoken.get()  # type: ignore[attr-defined]

    def one_by_one() -> Iterator[str]:
        while True:
            with app.app_context():
                token = spoken.set(voice)
                try:
                    part = next(parts, None)
                finally:
                    spoken.reset(token)
            if part is None:
                return
            yield part

    return one_by_one()


def safe_next(path: str | None) -> str | None:
    """A path to go back to after signing in, or None for anything that could lead elsewhere."""
    if not path or not path.startswith("/") or len(path) > 2000:
        return None
    if path.startswith("//") or "\\" in path or " " in path or not path.isprintable():
        return None
    parts = urlsplit(path)
    return None if parts.scheme or parts.netloc else path
