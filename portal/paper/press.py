"""Handing a page to the process that makes PDFs, and knowing whether there is one."""

import json
import os
import subprocess
import sys
from ctypes.util import find_library
from functools import cache
from importlib.util import find_spec

from portal.config import ROOT
from portal.kit.text import N_, Say

SECONDS = 120
CHARACTERS_MOST = 1_000_000
"""A longer page is no answer that anybody wrote, and would take more memory than a worker is given."""
LIBRARIES = ("pango-1.0", "pangoft2-1.0")
KEPT = ("PATH", "LANG", "LC_ALL", "HOME", "TMPDIR")
"""What of its surroundings that process is told: no setting of the portal, so that no secret is near the document."""


class PressFailed(Exception):
    """The PDF was not made."""


@cache
def why_not() -> Say | None:
    """Why this machine makes no PDFs, or None where it does."""
    if find_spec("weasyprint") is None:
        return Say(N_("WeasyPrint is not installed."))
    missing = [name for name in LIBRARIES if find_library(name) is None]
    if missing:
        return Say(N_("Pango is not installed. On Debian: apt-get install {packages}"), packages="libpangoft2-1.0-0")
    return None


def press(html: str, css: str) -> bytes:
    """A page as a tagged PDF (PDF/UA-1), which carries the page's title and language. Raises PressFailed."""
    if len(html) > CHARACTERS_MOST:
        raise PressFailed("too long")
    try:
        done = subprocess.run(
            [sys.executable, "-m", "portal.paper"],
            input=json.dumps({"html": html, "css": css}).encode(),
            capture_output=True,
            cwd=ROOT,
            env={name: os.environ[name] for name in KEPT if name in os.environ},
            timeout=SECONDS,
            check=True,
        )
    except (OSError, subprocess.SubprocessError) as error:
        raise PressFailed(type(error).__name__) from error
    if not done.stdout.startswith(b"%PDF-"):
        raise PressFailed("no PDF")
    return done.stdout
