"""What the council asks of its applicants: their page of it, with each answer before and after, and sending it."""

from typing import Any

from flask import Response, request
from flask_babel import gettext as _

from portal.applications import answering, queries
from portal.applications.access import access_of
from portal.applications.change_queries import one_of
from portal.applications.change_reading import before_and_after
from portal.applications.changing import REPLY_WORDS, check_by, faults, is_overdue
from portal.applications.keyed import is_typing, may_send
from portal.applications.models import Application
from portal.applications.reopened import opened_by
from portal.applications.signing import ChangedMeanwhile, read_mark
from portal.kit.dates import london_day, utc_now
from portal.kit.errors import Invalid, WrongState
from portal.kit.text import N_
from portal.organisations.forms import InWords
from portal.organisations.queries import leads_of
from portal.permissions import Permission as P
from portal.web.forms import Form, Text
from portal.web.guards import requires
from portal.web.identity import person
from portal.web.pages import go, page, tell
from portal.web.words import translated


class ReplyForm(Form):
    """What is said to the council along with the changes; nobody has to, but who changes nothing."""

    reply = Text(N_("Do you want to tell us something about it?"), [InWords(REPLY_WORDS)], words=REPLY_WORDS)


@requires(P.APPLICATION_READ, P.APPLICATION_KEY_IN, P.APPLICATION_VISIT)
def changes(ref: str) -> Response:
    """What the council asks, and each answer before and after; or what it asked an earlier time."""
    return changes_page(queries.open_to(person(), ref), ReplyForm(), number=request.args.get("number", type=int))


@requires(P.APPLICATION_SUBMIT, P.APPLICATION_KEY_IN)
def send_changes(ref: str) -> Response:
    """Send them, once; what cannot stand is said, and what was typed stays."""
    application, form = queries.one_for(person(), ref), ReplyForm()
    if not form.validate():
        return changes_page(application, form, status=422)
    try:
        answering.answer(application, form.reply.data, request.form.get("read", ""), by=person())
    except ChangedMeanwhile as error:
        form.form_errors += [translated(each) for each in error.changes]
        form.form_errors.append(_("It is not sent yet. Read the answers once more, then send them."))
        return changes_page(application, form, status=409)
    except Invalid as error:
        form.refuse(Invalid({name: say for name, say in error.errors.items() if name == "reply"}))
        return changes_page(application, form, status=422)
    except WrongState as error:
        form.form_errors.append(translated(error.sentence))
        return changes_page(application, form, status=409)
    tell(_("Your changes have arrived. We have sent you an e-mail that says so."))
    return go("applications.show", ref=ref)


def changes_page(
    application: Application, form: ReplyForm, *, number: int | None = None, status: int = 200
) -> Response:
    """The page of one request, the newest where no other is named."""
    there, newest = queries.written(application), one_of(application.id)
    asked = newest if number in (None, newest.number) else one_of(application.id, number)
    access, words = access_of(application, person()), queries.lists()
    is_open, sections = asked.ended_at is None, there.form.sections
    open_ = opened_by(asked, there.form, there.answers) if is_open else frozenset()
    shown: dict[str, Any] = {"application": application, "asked": asked, "newest": newest, "is_open": is_open}
    shown["parts"] = before_and_after(
        asked, there.form, words, there.answers if is_open else None, is_newest=asked is newest
    )
    found = faults(there.form, open_, there.answers, words)
    by_part = [(each, {one.code: found[one.code] for one in each.questions if one.code in found}) for each in sections]
    shown["wrong"] = [(part, sentences) for part, sentences in by_part if sentences]
    shown |= {"access": access, "may_send": may_send(application, person()), "read": read_mark(application, there.rows)}
    shown |= {"is_late": is_overdue(asked.due_on, london_day(utc_now())), "typing": is_typing(application, person())}
    shown["check_by"] = asked.check_by or check_by(asked.due_on, application.round.checked_by)
    shown["leads"] = leads_of(application.owner_id) if is_open and access.is_own else ()
    return page("applications/changes", status=status, form=form, errors=form.mistakes(), **shown)
