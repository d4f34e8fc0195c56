"""Sending what the council asked for: once, checked again, and kept beside what stood before."""

from sqlalchemy import delete

from portal.applications import change_notices
from portal.applications.actions import own
from portal.applications.change_models import ChangeRequest
from portal.applications.change_queries import newest_of, open_of
from portal.applications.changing import NOTHING_CHANGED, check_by, compared, faults, snapshot
from portal.applications.keyed import is_typing
from portal.applications.models import Application, PdfCopy
from portal.applications.queries import Written, lists, written
from portal.applications.reopened import opened_by
from portal.applications.sent import follow
from portal.applications.signing import insist_on_read
from portal.applications.writing import copy_marked
from portal.db.session import action, locked
from portal.funds.models import Round
from portal.history.actions import move
from portal.kit.dates import london_day, utc_now
from portal.kit.errors import Invalid, NotThere, WrongState
from portal.kit.text import N_, tidy
from portal.permissions import Someone

GONE_ON = {
    "answered": N_("Somebody in your team has sent the changes already. Nothing more is needed."),
    "taken_back": N_("We have taken our question back. Your application goes on as you first sent it."),
    "withdrawn": N_("This application was withdrawn. It cannot be changed any more."),
}
"""Why nothing can be sent any more, by how what was asked has ended."""


def answer(application: Application, reply: str = "", read: str | None = None, *, by: Someone) -> None:
    """Send the changes, with a word to the council where there is one; the application waits to be checked again.

    `read` is the mark of what the page showed. Raises NotThere, NotAllowed for who is no lead, WrongState where the
    request has ended, ChangedMeanwhile where the answers are not as they were read, and Invalid, by question, for what
    cannot stand; for a reply where nothing was changed at all and none is given.
    """
    now, reply = utc_now(), tidy(reply)
    with action() as session:
        sent = locked(application)
        own(sent, by=by)
        request, there = still_open(sent), written(sent)
        if read is not None:
            insist_on_read(read, sent, there, by=by)
        move(sent, "answer_changes_for" if is_typing(sent, by) else "answer_changes", by=by, number=request.number)
        refuse_wrong(request, there, reply)
        request.after, request.reply = snapshot(there.form, request.questions, there.answers), reply
        round_ = session.get_one(Round, sent.round_id)
        request.check_by = check_by(london_day(now), round_.checked_by)
        request.end("answered", now, by.person_id)
        copy_marked(sent, now)
        # A PDF is kept for a week; one from before says what does not stand any more.
        session.execute(delete(PdfCopy).where(PdfCopy.application_id == sent.id))
        follow(session, sent)
        change_notices.sent(sent, request, by=by)


def still_open(application: Application) -> ChangeRequest:
    """What is asked of an application that is held. Raises WrongState with how it ended, and NotThere for nothing."""
    request = open_of(application.id)
    if request is None:
        ended = newest_of(application.id)
        if ended is None or ended.outcome is None:
            raise NotThere()
        raise WrongState(GONE_ON["withdrawn" if application.state == "withdrawn" else ended.outcome])
    return locked(request)


def refuse_wrong(request: ChangeRequest, there: Written, reply: str) -> None:
    """Raises Invalid for answers that cannot stand, and where nothing was changed and nobody says why."""
    open_ = opened_by(request, there.form, there.answers)
    wrong = faults(there.form, open_, there.answers, lists())
    if wrong:
        raise Invalid(wrong)
    if not reply and not has_changed(request, there):
        raise Invalid({"reply": NOTHING_CHANGED})


def has_changed(request: ChangeRequest, there: Written) -> bool:
    """Whether any answer says something else than when it was asked about."""
    after = snapshot(there.form, request.questions, there.answers)
    return any(each.is_changed for each in compared(there.form, request.questions, request.before, after))
