"""Starting, writing, sending and withdrawing an application. Nothing that was typed is ever thrown away."""

import datetime as dt
from collections.abc import Mapping
from contextlib import suppress

from portal.applications import notices, queries, reopened, rules
from portal.applications.access import access_held
from portal.applications.changing import STATE
from portal.applications.copies import carry_over
from portal.applications.guesting import ACCESS_ENDED, Access
from portal.applications.handing import hand_over
from portal.applications.keyed import is_typing, may_send
from portal.applications.keying import grace_of
from portal.applications.merging import Sheet
from portal.applications.models import Application, EarlierAnswers, SectionAnswers
from portal.applications.needed import fix_documents, needs_of
from portal.applications.sent import follow
from portal.applications.signing import insist_on_read
from portal.applications.writing import keep, refuse_too_long
from portal.db.session import action, db, locked
from portal.funds.answers import Answers
from portal.funds.models import Round
from portal.funds.queries import form_of
from portal.history import queries as history
from portal.history.actions import move, note
from portal.kit.dates import utc_now
from portal.kit.errors import Clash, Invalid, NotAllowed, NotThere, TooMany, WrongState
from portal.kit.refs import new_ref
from portal.kit.text import N_, one_line, tidy
from portal.organisations.one import held, standing
from portal.organisations.teams import membership
from portal.permissions import Permission, Someone

NAME_MOST = 200
ASK_AGAIN = dt.timedelta(hours=1)


def start(
    round: Round, eligibility: Mapping[str, str], *, by: Someone, copy_of: Application | None = None
) -> Application:
    """Begin this organisation's application to a round, or hand back the one that is there already.

    With `copy_of`, another application of this organisation, its answers come along as far as they fit. Raises
    NotAllowed for somebody without an organisation, WrongState outside the round's dates, Invalid, by eligibility
    question, for answers with which nobody can apply, and NotThere for another organisation's to copy.
    """
    now = utc_now()
    if by.place is None or by.person_id is None or not by.may(Permission.APPLICATION_WRITE):
        raise NotAllowed()
    with action() as session:
        window = locked(round)
        home = held(standing(session, by.place.organisation_id))
        if membership(session, home.id, by) is None:  # ended while this request waited
            raise NotAllowed()
        there = queries.live(window.id, home.id)
        if there is not None:
            return there
        why_not = rules.why_not_start(now, window.opens_at, window.closes_at)
        if why_not:
            raise WrongState(why_not)
        application = new_draft(window, home.id, eligible(window, eligibility), now, by=by)
        session.add(application)
        note(application, "start", by=by)
        if copy_of is not None:
            if access_held(copy_of, by) is not Access.TEAM:
                raise NotThere()
            carry_over(copy_of, application, now, by=by)
        return application


def new_draft(
    window: Round, organisation_id: int, eligibility: dict[str, str], now: dt.datetime, *, by: Someone
) -> Application:
    """An application in which nothing is written yet."""
    return Application(
        ref=new_ref(window.prefix),
        round_id=window.id,
        form_number=window.form_number,
        organisation_id=organisation_id,
        started_by=by.person_id,
        started_at=now,
        changed_at=now,
        eligibility=eligibility,
        known_closes_at=window.closes_at,
    )


def eligible(window: Round, given: Mapping[str, str]) -> dict[str, str]:
    """The answers to the round's eligibility questions, all of them right. Raises Invalid."""
    asked = {each.code: each for each in form_of(window.id, window.form_number).eligibility}
    wrong = rules.wrong_answers({code: each.right_answer for code, each in asked.items()}, given)
    if wrong:
        raise Invalid({code: asked[code].why_not for code in wrong})
    return {code: given[code] for code in asked}


def save(application: Application, sheet: Sheet, *, by: Someone) -> SectionAnswers:
    """Keep what a page sends of a section, right or wrong; other questions of it stay as they are.

    Raises Clash, once the text is safely set aside, where another page saved the same question meanwhile; Invalid for
    more than anybody would type; WrongState when the application can no longer be written; NotThere for another
    organisation's.
    """
    now = utc_now()
    refuse_too_long(sheet)
    questions = application.form_number
    with action():
        draft = open_to_write(application, now, sheet.answers, by=by)
        if draft.form_number != questions:
            raise WrongState(rules.OLDER_QUESTIONS)
        row, stands = keep(draft, sheet, now, by=by)
    if not stands:
        raise Clash(theirs=row)
    return row


def choose(application: Application, aside: EarlierAnswers, sheet: Sheet, *, by: Someone) -> SectionAnswers:
    """Settle a text that was set aside: the sheet is what its author goes on with, and every text stays readable.

    Raises as `save` does; after a Clash the new text is set aside in place of the old one.
    """
    now = utc_now()
    refuse_too_long(sheet)
    with action():
        draft = open_to_write(application, now, sheet.answers, by=by)
        locked(aside).form = None
        note(draft, "choose", by=by, section=sheet.section.code)
        row, stands = keep(draft, sheet, now, by=by)
    if not stands:
        raise Clash(theirs=row)
    return row


def submit(application: Application, signed_name: str, read: str | None = None, *, by: Someone) -> None:
    """Send an application, once: check everything again, sign it, fix the documents with it, and send the receipts.

    `read` is the mark of what its signer read; None where no page is signed. Raises NotThere for another
    organisation's, NotAllowed for who is no lead, WrongState when it was sent or withdrawn already or the round's
    grace has ended, ChangedMeanwhile where it is not as it was read, and Invalid, by question, for answers that cannot
    stand and for what the round needs of the organisation and is not there.
    """
    now, name = utc_now(), one_line(signed_name)
    with action() as session:
        if is_typing(application, by):
            # The contact may be invited to lead: organisations are held before applications.
            held(standing(session, application.organisation_id))
        draft = open_to_own(application, now, by=by)
        if not name or len(name) > NAME_MOST:
            raise Invalid({"signed_name": N_("Enter your full name, in 200 characters or fewer")})
        there, typing = queries.written(draft), is_typing(draft, by)
        if read is not None and may_send(draft, by):
            insist_on_read(read, draft, there, by=by)
        faults = {code: say for step in there.steps() for code, say in step.problems.items()}
        if not typing:  # Who types it in for them cannot give what is theirs to give; it can follow.
            faults |= {each.code: each.problem for each in needs_of(draft, there.form).missing() if each.problem}
        if may_send(draft, by) and faults:
            raise Invalid(faults)
        fix_documents(session, draft, there.form)
        draft.submitted_at, draft.submitted_by, draft.signed_name = now, by.person_id, name
        move(draft, "hand_in" if typing else "submit", by=by)
        follow(session, draft)
        notices.receipt(draft, by=by)
        if typing:
            with suppress(TooMany):  # It is sent all the same; the link can go later.
                hand_over(draft, by=by)


def withdraw(application: Application, because: str = "", *, by: Someone) -> None:
    """Take an application back, for good, and keep why in their words where they say it.

    Raises NotThere, NotAllowed, or WrongState once it was decided.
    """
    with action():
        kept, now = locked(application), utc_now()
        own(kept, by=by)
        reopened.close(kept, "withdrawn", now, by=by)
        move(kept, "withdraw_for" if is_typing(kept, by) else "withdraw", by=by)
        kept.withdrawn_because, kept.changed_at = tidy(because) or None, now
        notices.withdrawn(kept, by=by)


def ask_to_send(application: Application, *, by: Someone) -> None:
    """Ask the leads by e-mail to send a draft. Raises TooMany within an hour of the last time."""
    now = utc_now()
    with action():
        draft = open_to_own(application, now, by=by)
        if any(deed.at > now - ASK_AGAIN for deed in history.of(draft, most=1, verbs=["ask"])):
            raise TooMany(N_("Somebody asked less than an hour ago. Give them a little time."))
        note(draft, "ask", by=by)
        notices.asked(draft, by=by)


def open_to_own(
    application: Application, now: dt.datetime, answers: Answers | None = None, *, by: Someone
) -> Application:
    """The draft, held, where this person writes in it for its organisation: what no guest does."""
    draft = open_to_write(application, now, answers, by=by)
    own(draft, by=by)
    return draft


def open_to_write(
    application: Application, now: dt.datetime, answers: Answers | None = None, *, by: Someone
) -> Application:
    """The draft, held until the deed ends, where this person may write in it at this moment, be it as a guest.

    Or what was sent, where the council has asked about just these answers and about no other.
    """
    draft = locked(application)
    access = access_held(draft, by)
    if not access.is_guest:
        insist_on_own(access, by=by)
    if draft.state == STATE and answers is not None:
        why_not = reopened.why_not_answer(draft, answers)
    else:
        window = db.session.get_one(Round, draft.round_id)
        grace = grace_of(window.grace_minutes, is_typing=access is Access.TYPING)
        why_not = rules.why_not_write(draft.state, now, window.closes_at, grace)
    if why_not or access.why_not_write:
        raise WrongState(why_not or access.why_not_write)
    return draft


def own(application: Application, *, by: Someone) -> None:
    """Refuse who neither acts for its organisation nor types it in for them, as if there were no such application.

    Who could write in it until a moment ago is told that this has ended.
    """
    insist_on_own(access_held(application, by), by=by)


def insist_on_own(access: Access, *, by: Someone) -> None:
    """The same where what the application is to them was read in this deed already."""
    if access is Access.ENDED:
        raise WrongState(ACCESS_ENDED)
    if not access.is_own:
        raise NotThere()
    if access is Access.TEAM and not by.may(Permission.APPLICATION_WRITE):
        raise NotAllowed()
