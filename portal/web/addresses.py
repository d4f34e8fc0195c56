"""The addresses of the portal's own pages, each made once: a list has fifty, and most of them stand on every page."""

from collections.abc import Callable
from contextvars import ContextVar
from functools import lru_cache
from typing import Any

import flask
from flask import Flask, request

KEPT_MOST = 1_000
Maker = Callable[[str, str, tuple[tuple[str, str], ...]], str]

asked: ContextVar[tuple[Maker, str] | None] = ContextVar("asked", default=None)
"""What makes addresses in this request, and the path that the portal stands below; None outside of requests."""


def set_up(app: Flask) -> None:
    """Have templates and rooms ask here."""

    @lru_cache(maxsize=KEPT_MOST)
    def make(_below: str, endpoint: str, values: tuple[tuple[str, str], ...]) -> str:
        words: dict[str, Any] = dict(values)
        return flask.url_for(endpoint, **words)

    app.jinja_env.globals["url_for"] = url_for

    @app.before_request
    def begin() -> None:
        asked.set((make, request.root_path))

    @app.teardown_request
    def end(_error: BaseException | None) -> None:
        asked.set(None)


def url_for(endpoint: str, /, **values: Any) -> str:
    """Flask's `url_for`; where only words are put in, from what was made before.

    An address depends on nothing else that a request brings but the path that the portal stands below.
    """
    there = asked.get()
    if there is None or endpoint[0] == ".":
        return flask.url_for(endpoint, **values)
    for value in values.values():
        if type(value) is not str:
            return flask.url_for(endpoint, **values)
    return there[0](there[1], endpoint, tuple(values.items()))
