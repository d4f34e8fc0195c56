"""The letters of an application: its receipt, its end, the wish that a lead should send it, and how soon it closes."""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from portal.accounts.models import Person
from portal.accounts.queries import names_of
from portal.applications.guest_queries import keeper_of
from portal.applications.keyed import contacts_of, is_typing, keyed_of, said_of
from portal.applications.models import Application, GuestInvitation, Keyed
from portal.applications.needed import sent_with
from portal.applications.queries import reading, written
from portal.applications.reading import Line, Progress, Reading
from portal.db.session import db
from portal.funds.models import Round
from portal.funds.queries import form_of
from portal.kit.text import Say
from portal.mail.actions import post
from portal.organisations.one import standing
from portal.organisations.queries import leads_of, leads_of_all
from portal.permissions import PORTAL, Someone
from portal.web.words import councils_language

COPY_MOST = 200_000
"""More characters than this the receipt does not carry; GOV.UK Notify takes 2 MB, and old mail programs less."""


def receipt(application: Application, *, by: Someone) -> None:
    """Tell the sender, or who they typed it in for, and every lead that it has arrived.

    With it goes a copy of all answers, and which documents were fixed with it. A copy beyond what mail servers take is
    left out, and the letter says where to read it.
    """
    keyed = keyed_of(application.id)
    with councils_language():
        copy, says = reading(application), marked(keyed)
    more: dict[str, Any] = {"reading": copy if size_of(copy) <= COPY_MOST else None, "keyed": keyed, "marked": says}
    more["sent_with"] = sent_with(application)
    letter("receipt", application, to=involved(application, by=by), by=by, **more)


def withdrawn(application: Application, *, by: Someone) -> None:
    """Tell the person who withdrew it, or who they did it for, and every lead that it was withdrawn, and why."""
    letter("withdrawn", application, to=involved(application, by=by), by=by, because=application.withdrawn_because)


def involved(application: Application, *, by: Someone) -> list[str]:
    """The addresses of who did it, unless they did it for somebody, of who looks after it, and of who is told of it."""
    told = told_of({application.id: application.owner_id})[application.id]
    keeper = keeper_of(application)
    kept = [keeper, *told] if keeper else told
    return kept if is_typing(application, by) else [by.email, *kept]


def told_of(organisations: Mapping[int, int]) -> dict[int, list[str]]:
    """Who is written to about these applications: every lead, and who it was typed in for; by the application's id.

    `organisations` holds the organisation of each application, by id. Who is reached by post alone is not here.
    """
    leads, contacts = leads_of_all(organisations.values()), contacts_of(organisations.keys())
    return {
        id: list(dict.fromkeys([*leads.get(organisation, ()), *contacts.get(id, ())]))
        for id, organisation in organisations.items()
    }


def size_of(copy: Reading) -> int:
    """How many characters the answers of a copy have."""
    return sum(len(line.words) if isinstance(line.words, str) else sum(map(len, line.words)) for line in all_of(copy))


def all_of(copy: Reading) -> Iterator[Line]:
    """Every line of a copy."""
    return (line for part in copy.parts for line in part.lines)


def marked(keyed: Keyed | None) -> Say | None:
    """The sentence that says who typed an application in for somebody, and how it came; None where they wrote it."""
    return said_of(keyed, names_of([keyed.keyed_by])[keyed.keyed_by]) if keyed else None


def asked(application: Application, *, by: Someone) -> None:
    """Tell every lead that a member of their team thinks the application is ready to go."""
    letter("asked", application, to=leads(application), by=by)


def file_stopped(application: Application, email: str, *, name: str, has_virus: bool) -> None:
    """Tell whoever sent a file that it did not pass, and what to do."""
    letter("file_stopped", application, to=[email], by=PORTAL, name=name, has_virus=has_virus)


def closing(application: Application, to: Iterable[str]) -> None:
    """Remind people that the round of a draft closes soon, and of what becomes of it then."""
    letter("closing", application, to=to, by=PORTAL, **how_far(application))


def closing_moved(application: Application, to: Iterable[str], *, known: dt.datetime) -> None:
    """Tell people of a draft when its round closes now; `known` is the closing that they were told before."""
    letter("closing_moved", application, to=to, by=PORTAL, known=known, **how_far(application))


def how_far(application: Application) -> dict[str, int]:
    """How many parts of a draft are done, and how many there are."""
    done = [step for step in written(application).steps() if step.progress is Progress.DONE]
    return {"done": len(done), "parts": len(form_of(application.round_id, application.form_number).sections)}


def guest_invitation(application: Application, invited: GuestInvitation, *, token: str, by: Someone) -> None:
    """Send the link to one application, and say who invites, to what, and until when."""
    more = {"role": invited.role, "expires_at": invited.expires_at, "token": token, "secret": True}
    letter("guest_invitation", application, to=[invited.email], by=by, **more)


def guest_joined(application: Application, invited: GuestInvitation, *, by: Someone) -> None:
    """Tell whoever invited somebody that they are in, and with which account."""
    inviter = db.session.get_one(Person, invited.invited_by)
    letter("guest_joined", application, to=[inviter.email], by=by, role=invited.role, email=by.email)


def guest_changed(application: Application, email: str, role: str, *, by: Someone) -> None:
    """Tell a guest that they may do something else from now on."""
    letter("guest_changed", application, to=[email], by=by, role=role)


def guest_ended(application: Application, email: str, *, by: Someone) -> None:
    """Tell a guest that they cannot see the application any more."""
    letter("guest_ended", application, to=[email], by=by)


def handed_on(application: Application, email: str, *, by: Someone) -> None:
    """Tell somebody that they look after a draft from now on."""
    letter("handed_on", application, to=[email], by=by)


def typing_taken(application: Application, email: str, *, by: Someone) -> None:
    """Tell who typed a draft in for somebody that a colleague goes on with it."""
    letter("typing_taken", application, to=[email], by=by)


def leads(application: Application) -> list[str]:
    """The addresses of those who may send it."""
    return [person.email for person in leads_of(application.owner_id)]


def letter(template: str, application: Application, *, to: Iterable[str], by: Someone, **more: Any) -> None:
    """One letter to each address."""
    organisation = standing(db.session(), application.organisation_id)
    window = db.session.get_one(Round, application.round_id)
    for email in dict.fromkeys(to):
        post(
            to=email,
            template=f"applications/mail/{template}",
            about=application,
            application=application,
            organisation=organisation.name,
            round=window,
            who=by.name,
            **more,
        )
