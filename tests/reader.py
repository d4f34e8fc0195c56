"""A client that reads like a strict person: every answer must be well-formed, labelled and free of inline code."""

import io
import re
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any
from xml.etree.ElementTree import Element

import html5lib
from flask import Flask, Response
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from portal.db.session import db

PICKED = {"radio", "checkbox"}
SCRIPT_TYPES = {"button", "hidden", "submit", "reset", "image"}
HTML = re.compile(r"text/html")
ITS_OWN = re.compile(r"[\w-]{32,}|\b[0-9a-f]{12}\b|\b[A-Z]{2,6}(-[0-9A-Z]{4}){2}-[0-9A-Z]{2}\b")
"""What each answer has of its own: keys, tokens, the request's id, references."""
READ: set[int] = set()
"""The answers that were read strictly in this run, apart from that."""


def watch(app: Flask) -> None:
    """Fail any request that leaves something unsaved in its session."""
    app.test_client_class = Reader

    @app.after_request
    def nothing_left(response: Response) -> Response:
        left = [*db.session.new, *db.session.dirty, *db.session.deleted]
        assert not left, f"left unsaved: {left}"
        return response


@dataclass
class Form:
    """A form as a browser would send it: where to, and what it holds before anybody types."""

    action: str
    method: str
    fields: dict[str, list[str]] = field(default_factory=dict)
    buttons: dict[str, list[str]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Attached:
    """A file in a form, which can be sent more than once."""

    name: str
    content: bytes

    def sent(self) -> tuple[io.BytesIO, str]:
        """What the client sends."""
        return io.BytesIO(self.content), self.name


def with_files(data: Any) -> Any:
    """A form's data with what is attached to it as the client sends that."""
    if not isinstance(data, dict):
        return data
    return {name: value.sent() if isinstance(value, Attached) else value for name, value in data.items()}


class Reader(FlaskClient):
    """Flask's test client, with opinions."""

    strict = True

    def open(self, *args: Any, **kwargs: Any) -> TestResponse:
        """Send, then read the answer strictly; the test's own session sees what was changed."""
        # A context of its own, because Flask would lend the request the test's, with whoever is signed in there.
        if "data" in kwargs:
            kwargs["data"] = with_files(kwargs["data"])
        with self.application.app_context():
            response = super().open(*args, **kwargs)
        # What is large was written to a file of the machine on its way.
        response.request.environ["wsgi.input"].close()
        db.session.rollback()
        if self.strict and HTML.match(response.content_type or "") and response.get_data():
            check_once(response.get_data(as_text=True), part=is_part(kwargs))
        return response


def is_part(kwargs: dict[str, Any]) -> bool:
    """Whether a part was asked for."""
    headers = kwargs.get("headers") or {}
    return headers.get("HX-Request-Type") == "partial"


@lru_cache(maxsize=4)
def parse(html: str, *, part: bool = False) -> Element:
    """The document, to be read and not changed; AssertionError on the first fault."""
    parser = html5lib.HTMLParser(namespaceHTMLElements=False)
    tree = parser.parseFragment(html) if part else parser.parse(html)
    faults = [f"{code} at {position}" for position, code, _ in parser.errors]
    assert not faults, faults[:5]
    if part:
        root = Element("part")
        root.extend(list(tree))
        return root
    return tree


def check_once(html: str, *, part: bool) -> None:
    """Read one answer, unless the same one was read before: most tests meet the same pages, on either database."""
    known = hash((ITS_OWN.sub("", html), part))
    if known not in READ:
        check(html, part=part)
        READ.add(known)


def check(html: str, *, part: bool = False) -> Element:
    """Read one answer; AssertionError says what is wrong with it."""
    tree = parse(html, part=part)
    if not part:
        assert len(list(tree.iter("h1"))) == 1, "a page has exactly one h1"
        assert (tree.findtext("head/title") or "").strip(), "a page has a title"
    for element in tree.iter():
        if not isinstance(element.tag, str):
            continue
        inline = [name for name in element.attrib if name == "style" or name.startswith("on")]
        assert not inline, f"inline code on <{element.tag}>: {inline}"
    assert not list(tree.iter("style")), "inline style"
    assert all(script.get("src") for script in tree.iter("script")), "inline script"
    ids = [element.get("id") for element in tree.iter() if element.get("id")]
    assert len(ids) == len(set(ids)), f"an id twice: {[i for i in ids if ids.count(i) > 1][:3]}"
    labelled(tree, set(ids))
    for form in tree.iter("form"):
        if form.get("method", "get").lower() == "post":
            names = {control.get("name") for control in form.iter("input")}
            assert {"csrf_token", "_key"} <= names, f"the form to {form.get('action')} lacks its keys"
    return tree


def labelled(tree: Element, ids: set[str]) -> None:
    """Every control has a label, and every label a control."""
    labels = {label.get("for") for label in tree.iter("label") if label.get("for")}
    inside = {id(control) for label in tree.iter("label") for control in label.iter()}
    for tag in ("input", "textarea", "select"):
        for control in tree.iter(tag):
            if control.get("type") in SCRIPT_TYPES:
                continue
            named = control.get("aria-label") or control.get("aria-labelledby")
            assert named or control.get("id") in labels or id(control) in inside, f"no label: {control.attrib}"
    assert labels <= ids, f"labels of nothing: {labels - ids}"


def forms(html: str) -> list[Form]:
    """The forms of a page, filled as they came."""
    found = []
    for element in parse(html).iter("form"):
        form = Form(element.get("action") or "", element.get("method", "get").lower())
        for control in element.iter():
            name = control.get("name")
            if name and isinstance(control.tag, str):
                take(form, control, name)
        found.append(form)
    return found


def take(form: Form, control: Element, name: str) -> None:
    """Add what this control would send."""
    kind = control.get("type", "")
    if control.tag == "button" or kind == "submit":
        form.buttons.setdefault(name, []).append(control.get("value", ""))
    elif control.tag == "textarea":
        form.fields.setdefault(name, []).append((control.text or "").removeprefix("\n"))
    elif control.tag == "select":
        chosen = [option for option in control.iter("option") if "selected" in option.attrib]
        options = chosen or list(control.iter("option"))[:1]
        form.fields.setdefault(name, []).extend(option.get("value", option.text or "") for option in options)
    elif control.tag == "input" and kind != "file" and (kind not in PICKED or "checked" in control.attrib):
        form.fields.setdefault(name, []).append(control.get("value", "" if kind != "checkbox" else "on"))


def form_to(html: str, action: str | None) -> Form:
    """The page's first POST form, or its first to that address (without the query)."""
    posts = [form for form in forms(html) if form.method == "post"]
    if action is not None:
        posts = [form for form in posts if form.action.split("?")[0] == action.split("?")[0]]
    assert posts, f"no form to {action}"
    return posts[0]
