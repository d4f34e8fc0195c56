"""The blueprint onto which every page of this area is put, and the status of a page with a form on it."""

from flask import Blueprint

from portal.kit.text import Say
from portal.web.forms import Form

bp = Blueprint("organisations", __name__)


def status_of(form: Form, refused: Say | None = None) -> int:
    """409 where somebody was quicker, 422 where something typed does not fit, 200 otherwise."""
    return 409 if refused else 422 if form.errors else 200
