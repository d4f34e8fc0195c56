"""Giving a file out: only ready ones, a little at a time, to be saved and never to be shown as a page."""

import re
from urllib.parse import quote

from flask import Response

from portal.files import storage
from portal.files.models import File
from portal.files.rules import NOT_READY, STOPPED
from portal.kit.errors import Gone, WrongState

CSP = "default-src 'none'; sandbox; frame-ancestors 'none'"


def answer(file: File, called: str | None = None) -> Response:
    """A file as a download, for whoever may have it: that is for the caller to know. `called` hides its own name.

    Raises WrongState while it is looked at, Gone for one that did not pass or was removed, Away without the store.
    """
    if file.state == "waiting":
        raise WrongState(NOT_READY)
    if file.state != "ready":
        raise Gone(STOPPED)
    response = Response(storage.pieces(file.key), mimetype=file.is_what.mime, direct_passthrough=True)
    response.content_length = file.size
    response.headers["Content-Disposition"] = disposition(called or file.name)
    response.headers["Content-Security-Policy"] = CSP
    response.headers["Cache-Control"] = "no-store"
    return response


def disposition(name: str) -> str:
    """The header that has a browser save a file under this name, in whatever letters (RFC 6266, RFC 8187)."""
    plain = re.sub(r'[^ -~]|["\\%]', "_", name)
    return f"attachment; filename=\"{plain}\"; filename*=UTF-8''{quote(name, safe='')}"
