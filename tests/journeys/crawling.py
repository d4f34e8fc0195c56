"""Somebody who opens everything: each link of each page, and each again as htmx would ask for a part of it."""

import re
import secrets
from collections.abc import Iterable
from html import escape, unescape
from urllib.parse import parse_qs, quote, urljoin, urlsplit

from flask import Flask
from werkzeug.routing import Rule

from tests.reader import Reader, form_to

PART = {"HX-Request": "true", "HX-Request-Type": "partial"}
COUNCIL = ("/inbox", "/review")
PAGES_MOST = 300
HREF = re.compile(r'<a [^>]*href="([^"]+)"')


def everything(client: Reader, searches: Iterable[str]) -> dict[str, str]:
    """What stands on every council page and part that links and searches lead to, by its address."""
    client.strict = False  # a page that has no part answers whole, where a part was asked for
    found: dict[str, str] = {}
    ahead = ["/inbox", "/review"]
    while ahead:
        path = ahead.pop()
        if path in found or not path.startswith(COUNCIL):
            continue
        assert len(found) < PAGES_MOST, "a crawl that never ends"
        found[path] = text_of(client, path)
        ahead += links_in(found[path], path)
        if path.startswith("/review/rounds/") and path.count("/") == 3 and "?" not in path:
            ahead += [f"{path}?q={quote(words)}" for words in searches]
    return found


def text_of(client: Reader, path: str) -> str:
    """The page and, after it, its part, without the page's head, which names one's own team."""
    whole, part = client.get(path), client.get(path, headers=PART)
    assert max(whole.status_code, part.status_code) < 500, path
    both = main_of(whole.get_data(as_text=True)) + main_of(part.get_data(as_text=True))
    searched = parse_qs(urlsplit(path).query).get("q", [""])[0]
    return both.replace(f'value="{escape(searched)}"', "")  # the box shows what was typed, found or not


def main_of(html: str) -> str:
    """What a page is about; a part is about all it says."""
    return html[html.find("<main") : html.find("</main>")] if "<main" in html else html


def links_in(html: str, path: str) -> list[str]:
    """Where its links lead within the portal."""
    links = HREF.findall(html)
    found = [urlsplit(urljoin(path, unescape(link))) for link in links]
    return [f"{link.path}?{link.query}" if link.query else link.path for link in found if not link.netloc]


def answers_to(client: Reader, app: Flask, refs: Iterable[str]) -> dict[str, int]:
    """How the council's routes answer when one of these references stands in the address, for GET and for POST."""
    keys = form_to(client.get("/account").get_data(as_text=True), None).fields
    found: dict[str, int] = {}
    for rule in app.url_map.iter_rules():
        if str(rule).startswith("/review") and "ref" in rule.arguments:
            for ref in refs:
                found |= {f"{method} {rule} {ref}": status for method, status in tries(client, rule, ref, keys)}
    return found


def tries(client: Reader, rule: Rule, ref: str, keys: dict[str, list[str]]) -> Iterable[tuple[str, int]]:
    """The status of each method that a route takes, and of the part that htmx asks for."""
    path = str(rule).replace("<ref>", ref)
    if "GET" in (rule.methods or ()):
        yield "GET", client.get(path).status_code
        yield "part", client.get(path, headers=PART).status_code
    if "POST" in (rule.methods or ()):
        data = {**keys, "_key": secrets.token_urlsafe(12)}
        yield "POST", client.post(path, data=data).status_code
