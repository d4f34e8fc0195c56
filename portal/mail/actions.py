"""Putting a letter into the outbox, and sending one again that has failed."""

from typing import Any

from flask import current_app, render_template

from portal.db.session import action, locked
from portal.history.actions import note
from portal.history.models import Recorded
from portal.kit.dates import utc_now
from portal.kit.errors import NotAllowed, WrongState
from portal.kit.refs import new_id
from portal.kit.text import one_line
from portal.mail.models import Letter
from portal.mail.rules import why_not_again
from portal.permissions import Permission, Someone
from portal.web.words import councils_language


def post(*, to: str, template: str, about: Recorded | None = None, secret: bool = False, **context: Any) -> Letter:
    """Queue a letter in the transaction of the deed that causes it.

    `template` names two files below templates/: X.txt, whose first line is the subject, and X.html. Both are filled in
    now, in the council's own language, so that what is sent is what was true. `secret` has it forgotten once it is
    sent. `context` is theirs; link("area.view", …) in it is a page's whole address.
    """
    context["link"] = link
    with councils_language():
        first, _, rest = render_template(f"{template}.txt", **context).strip().partition("\n")
        subject = one_line(first.removeprefix("Subject:"))
        html = render_template(f"{template}.html", subject=subject, **context)
    now = utc_now()
    with action() as session:
        session.flush()
        letter = Letter(
            ref=new_id(),
            to_address=to,
            subject=subject,
            text=rest.strip() + "\n",
            html=html,
            template=template,
            about=about.kind if about else None,
            about_id=about.id if about else None,
            created_at=now,
            next_try_at=now,
            secret=secret,
        )
        session.add(letter)
    return letter


def link(endpoint: str, **values: Any) -> str:
    """The whole address of a page, for letters that are written by a command or by the clock as well."""
    base_url: str = current_app.extensions["portal_settings"].base_url
    return base_url + current_app.url_map.bind("").build(endpoint, values)


def send_again(letter: Letter, *, by: Someone) -> None:
    """Give a letter that has failed another round of tries. Raises NotAllowed, or WrongState with the reason."""
    if not by.may(Permission.OUTBOX_RESEND):
        raise NotAllowed()
    with action():
        row = locked(letter)
        reason = why_not_again(row.status, secret=row.secret)
        if reason:
            raise WrongState(reason)
        row.status, row.tries, row.next_try_at = "waiting", 0, utc_now()
        note(row, "send_again", by=by)
