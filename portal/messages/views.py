"""The contact page: ask the team, with or without an account."""

import datetime as dt

from flask import Blueprint, Response, request, session

from portal.kit.addresses import normal_email
from portal.kit.errors import TooMany
from portal.messages import actions
from portal.messages.actions import Asked
from portal.messages.forms import ContactForm
from portal.messages.models import Message
from portal.web.guards import public
from portal.web.identity import me
from portal.web.pages import go, page
from portal.web.words import translated

bp = Blueprint("messages", __name__)


@bp.route("/contact", methods=["GET", "POST"])
@public
def contact() -> Response:
    """How to reach the team, and a form to write to them."""
    someone = me()
    form = ContactForm(name=named(), email=someone.email if someone else "")
    if request.method != "POST" or not form.validate():
        status = 422 if form.mistakes() else 200
        return page("messages/contact", status=status, form=form, errors=form.mistakes())
    if form.is_machine:
        return go("messages.sent")
    fields = (form.topic, form.text, form.name, form.email, form.phone)
    try:
        message = actions.send(Asked(*(field.data for field in fields)), client=request.remote_addr or "", by=someone)
    except TooMany as error:
        return page("messages/contact", status=429, form=form, errors=[("", translated(error.sentence))])
    remember(message)
    return go("messages.sent")


@bp.get("/contact/sent")
@public
def sent() -> Response:
    """That a message came, and what happens next."""
    found = session.get("message")
    due = dt.date.fromisoformat(found["due"]) if found else None
    return page("messages/sent", sent=found, due=due)


def named() -> str:
    """What the person signed in is called, where they have said it."""
    someone = me()
    return someone.name if someone and normal_email(someone.name) is None else ""


def remember(message: Message) -> None:
    """Let this browser's next page name the message; the rest of it stays where it is."""
    session["message"] = {
        "ref": message.ref,
        "due": message.due_on.isoformat(),
        "email": bool(message.email),
    }
