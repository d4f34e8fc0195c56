"""Checking, declaring, sharing out and scoring: each verb one deed, with its history and its letters."""

from collections.abc import Collection, Mapping, Sequence

from sqlalchemy import delete, select

from portal.applications.models import Application
from portal.assessments import diligence_marks, giving, marks, notices_triage, panels, sharing_queries
from portal.assessments.access import check, require
from portal.assessments.giving import Gift
from portal.assessments.marks import Saved
from portal.assessments.models import Assessment, Conflict, Declaration
from portal.assessments.scoring import Typed, missing, weighted
from portal.assessments.scoring_queries import OPEN_STATES
from portal.assessments.sharing_queries import Plan
from portal.db.session import action, db, locked
from portal.funds.models import Round
from portal.funds.queries import form_of
from portal.history.actions import move, note
from portal.kit.dates import utc_now
from portal.kit.errors import Invalid, NotAllowed, NotThere, WrongState
from portal.kit.text import N_, tidy
from portal.organisations.one import all_records, is_of_any, standing
from portal.permissions import Permission as P
from portal.permissions import Someone

NOT_CLOSED = N_("This round is still open, so the list of applicants is not whole yet. Come back when it has closed.")
MOVED_ON = N_("This application is no longer being scored. Its partner may have withdrawn it.")
READS_IT = N_("You read this application yourself, so somebody else names its next reader.")
FINISHED = N_("You have finished scoring this application. To change your scores, take them back first.")
ALL_IN = N_("All scores are in now, so yours stand.")


def find_eligible(application: Application, *, by: Someone) -> None:
    """Let an application go on to the reviewers, and tell its partner.

    Raises NotThere in a conflict of interest, NotAllowed, WrongState when somebody was quicker, and Invalid while a
    line of its gate does not pass.
    """
    with action() as session:
        check(locked(application), by=by)
        move(application, "accept", by=by)
        diligence_marks.insist(application)
        organisation = standing(session, application.organisation_id)
        notices_triage.eligible(application, organisation, session.get_one(Round, application.round_id))


def find_not_eligible(application: Application, reasons: str, *, by: Someone) -> None:
    """End an application that cannot go on, and tell its partner why. Raises Invalid without reasons, or as above."""
    with action() as session:
        check(locked(application), by=by)
        reasons = tidy(reasons)
        if not reasons:
            raise Invalid({"reasons": N_("Say why it cannot go on. The partner reads these words.")})
        application.outcome_reasons = reasons
        move(application, "refuse", by=by)
        organisation = standing(session, application.organisation_id)
        notices_triage.not_eligible(application, organisation, session.get_one(Round, application.round_id))


def declare(round_: Round, organisation_refs: Collection[str], *, by: Someone) -> Declaration:
    """Say with which of all applicants this person has a conflict of interest; those known to the portal count anyway.

    It can be renewed. Once the round is shared out, a conflict can be added but not taken back; what was given to
    this person of an organisation that is added goes to somebody else. Raises NotAllowed, and WrongState while
    the round is open.
    """
    require(by, P.ASSESSMENT_SCORE, P.APPLICATION_TRIAGE)
    assert by.person_id is not None, "only a person has permissions"
    with action():
        panels.held(round_.id)
        if not sharing_queries.has_closed(round_):
            raise WrongState(NOT_CLOSED)
        applicants = sharing_queries.applicants(round_.id, by.person_id)
        final = sharing_queries.is_shared_out(round_.id)
        source = {
            each.id: "known" if each.known else "declared"
            for each in applicants
            if each.known or each.ref in organisation_refs or (final and each.declared)
        }
        put_conflicts(round_.id, by.person_id, source)
        declaration = put_declaration(round_.id, by.person_id)
        note(declaration, "declare", by=by, round=round_.code, organisations=sorted(source))
        for assessment in open_readings(round_.id, by.person_id, source):
            hand_on(assessment, round_, by=by)
    return declaration


def put_conflicts(round_id: int, person_id: int, source: Mapping[int, str]) -> None:
    """Make a person's conflicts in a round just these, by organisation.

    Each is kept for every record that was merged, so that it stays true of all of them if they are taken apart.
    """
    now = utc_now()
    of_person = (Conflict.round_id == round_id, Conflict.person_id == person_id)
    there = set(db.session.scalars(select(Conflict.organisation_id).where(*of_person)))
    meant = {record: source[id] for record, id in all_records(db.session(), source).items()}
    db.session.execute(delete(Conflict).where(*of_person, Conflict.organisation_id.not_in(meant)))
    db.session.add_all(
        Conflict(round_id=round_id, person_id=person_id, organisation_id=id, source=meant[id], declared_at=now)
        for id in sorted(meant.keys() - there)
    )
    db.session.flush()


def put_declaration(round_id: int, person_id: int) -> Declaration:
    """A person's declaration for a round, made now or made anew."""
    found = sharing_queries.declaration(round_id, person_id)
    if found is None:
        found = Declaration(round_id=round_id, person_id=person_id, declared_at=utc_now())
        db.session.add(found)
    found.declared_at = utc_now()
    return found


def share_out(round_: Round, *, by: Someone) -> Plan:
    """Give every application that wants readers its readers, evenly and never in conflict, and write to each once.

    Pressed twice, or by two at once, the second finds nothing left to give. Raises NotAllowed, and WrongState while
    the round is open.
    """
    require(by, P.ASSESSMENT_SHARE)
    with action():
        panels.held(round_.id)
        if not sharing_queries.has_closed(round_):
            raise WrongState(NOT_CLOSED)
        plan = sharing_queries.plan(round_)
        third = {each.application for each in plan.wanted if each.is_third}
        gifts = [
            Gift(application, reviewer, application in third)
            for application, chosen in plan.given.items()
            for reviewer in sorted(chosen)
        ]
        if gifts:
            given = giving.give(gifts, by=by)
            note(round_, "share_out", by=by, applications=plan.shared(), readings=len(given))
            giving.tell(given, round_, {each.id: each.email for each in plan.reviewers})
    return plan


def name_reader(application: Application, reviewer_id: int, *, by: Someone) -> Assessment:
    """Give one application that wants a reader to a named reviewer, and write to them.

    Raises NotThere in a conflict of interest, NotAllowed, WrongState when it wants nobody any more, and Invalid for
    somebody who cannot read it.
    """
    require(by, P.ASSESSMENT_SHARE)
    with action() as session:
        panels.held(application.round_id)
        check(locked(application), by=by)
        round_ = session.get_one(Round, application.round_id)
        wanted = sharing_queries.wanted(round_, application.id)
        if not wanted:
            raise WrongState()
        if any(each.id == by.person_id for each in sharing_queries.readers_of(application)):
            raise NotAllowed(READS_IT)
        free = {each.id: each for each in sharing_queries.free_for(application, round_)}
        if reviewer_id not in free:
            raise Invalid({"reviewer": N_("Choose somebody from the list.")})
        given = giving.give([Gift(application.id, reviewer_id, wanted[0].is_third)], by=by)
        giving.tell(given, round_, {reviewer_id: free[reviewer_id].email})
    return given[0]


def save_scores(assessment: Assessment, typed: Mapping[str, Typed], page: str, *, by: Someone) -> Saved:
    """Keep what a reviewer has typed so far, criterion by criterion; `page` tells this page from another window's.

    Raises NotThere for anybody else's, WrongState once it is finished or the application moved on, and Invalid for
    what cannot be kept.
    """
    with action() as session:
        application = session.get_one(Application, assessment.application_id)
        own_open(assessment, application, by=by)
        return marks.write(assessment, typed, page, by=by)


def finish(assessment: Assessment, typed: Mapping[str, Typed], page: str, *, by: Someone) -> Saved:
    """Keep what was typed and, where nothing is missing or in doubt, finish; they can take it back until all are in.

    The last one in ranks the application, or calls another reviewer where points lie far apart. Raises as above.
    """
    with action() as session:
        application = held(assessment)
        own_open(assessment, application, by=by)
        criteria = form_of(application.round_id, application.form_number).criteria
        saved = marks.write(assessment, typed, page, by=by)
        saved.missing.update(missing(saved.marks(), {each.code: each.title for each in criteria}))
        if saved.missing or saved.clashes:
            return saved
        points = {code: mark.points or 0 for code, mark in saved.marks().items()}
        assessment.points = weighted(points, {each.code: each.weight for each in criteria})
        assessment.finished_at = utc_now()
        move(assessment, "finish", by=by, points=assessment.points)
        giving.settle(application, session.get_one(Round, application.round_id))
        return saved


def stand_down(assessment: Assessment, *, by: Someone) -> None:
    """Stop reading for a conflict of interest: it is written down, and somebody else reads it instead.

    From then on this person knows nothing more of the applicant. Raises as for `save_scores`.
    """
    assert by.person_id is not None, "only a person has permissions"
    with action() as session:
        application = held(assessment)
        own_open(assessment, application, by=by)
        key = {"round_id": application.round_id, "person_id": by.person_id}
        for record in sorted(all_records(session, {application.organisation_id})):
            if session.get(Conflict, {**key, "organisation_id": record}) is None:
                session.add(Conflict(**key, organisation_id=record, source="declared", declared_at=utc_now()))
        hand_on(assessment, session.get_one(Round, application.round_id), by=by)


def hand_on(assessment: Assessment, round_: Round, *, by: Someone) -> None:
    """Take a reading from a reviewer in conflict and give it to another one, where somebody is free."""
    move(locked(assessment), "stand_down", by=by)
    giving.call_another(db.session.get_one(Application, assessment.application_id), round_, by=by)


def open_readings(round_id: int, person_id: int, organisation_ids: Collection[int]) -> Sequence[Assessment]:
    """What a person still has to score of these organisations in a round."""
    return db.session.scalars(
        select(Assessment)
        .join(Application)
        .where(Assessment.reviewer_id == person_id, Assessment.state == "shared", Application.round_id == round_id)
        .where(Application.state == "assessing", is_of_any(Application.organisation_id, organisation_ids))
    ).all()


def held(assessment: Assessment) -> Application:
    """The application of a reading, held until the deed ends, with the panel's row of its round before it."""
    application = db.session.get_one(Application, assessment.application_id)
    panels.held(application.round_id)
    return locked(application)


def own(assessment: Assessment, application: Application, *, by: Someone) -> Assessment:
    """Hold a reading of this person's own while its application is being scored. Raises NotThere, or WrongState."""
    reading = locked(assessment)
    if reading.reviewer_id != by.person_id or reading.state == "stood_down":
        raise NotThere()
    require(by, P.ASSESSMENT_SCORE)
    check(application, by=by)
    if application.state != "assessing":
        raise WrongState(ALL_IN if application.state in OPEN_STATES else MOVED_ON)
    return reading


def own_open(assessment: Assessment, application: Application, *, by: Someone) -> None:
    """The same where this person may write in it now. Raises WrongState also once they have finished."""
    if own(assessment, application, by=by).state != "shared":
        raise WrongState(FINISHED)
