"""The council's pages of rounds and their applications."""

from flask import Response, request

from portal.applications.keying import WAYS_IN
from portal.applications.rules import MACHINE, SENT
from portal.assessments import asked, queries, sharing_queries
from portal.assessments.access import may_see_loads, names_hidden, reads_all
from portal.assessments.alike_queries import twins_of
from portal.assessments.blueprint import bp
from portal.assessments.diligence import VERDICTS
from portal.assessments.diligence_sheet import NOTHING, Answer, gate_for
from portal.assessments.dossier import full
from portal.assessments.forms import ReaderForm, TriageForm
from portal.assessments.rules import ASSESSMENT
from portal.funds.rules import timeline
from portal.kit.dates import utc_now
from portal.permissions import Permission as P
from portal.permissions import Someone
from portal.web.guards import requires
from portal.web.identity import person
from portal.web.pages import page

STATES = {code: MACHINE.state(code) for code in (*SENT, "withdrawn")}
"""The states in which the council reads applications."""

WORDS_MOST = 200


@bp.get("/review")
@requires(P.ROUND_READ)
def rounds() -> Response:
    """All rounds, the newest first."""
    found = queries.rounds(person(), request.args.get("after"), request.args.get("before"))
    return page("assessments/rounds", page=found, now=utc_now())


@bp.get("/review/rounds/<code>")
@requires(P.ROUND_READ)
def round(code: str) -> Response:
    """How far a round has come, and its applications: all those that this person may read."""
    me, round_, args = person(), queries.round_of(code), request.args
    chosen = args["state"] if args.get("state") in STATES else ""
    words = args.get("q", "")[:WORDS_MOST]
    return page(
        "assessments/round",
        part="assessments/_applications",
        round=round_,
        steps=timeline(round_, utc_now()),
        closed=sharing_queries.has_closed(round_),
        declaration=sharing_queries.declaration(round_.id, me.person_id or 0),
        can=open_to(me),
        unshared=queries.unshared(round_) if me.may(P.ASSESSMENT_SHARE) else 0,
        counts=queries.counts(round_, me),
        states=STATES,
        ways=WAYS_IN,
        chosen=chosen,
        q=words,
        page=queries.listed(round_, me, state=chosen, words=words, after=args.get("after"), before=args.get("before")),
        hidden=names_hidden(round_, me),
        now=utc_now(),
    )


def open_to(someone: Someone) -> dict[str, bool]:
    """What this person can do in rounds, by the name that the page uses."""
    return {
        "read": reads_all(someone) or someone.may(P.ASSESSMENT_SCORE),
        "read_all": reads_all(someone),
        "declare": someone.may(P.ASSESSMENT_SCORE) or someone.may(P.APPLICATION_TRIAGE),
        "score": someone.may(P.ASSESSMENT_SCORE),
        "share": someone.may(P.ASSESSMENT_SHARE),
        "panel": someone.may(P.PANEL_READ),
        "release": someone.may(P.DECISION_RELEASE),
        "report": someone.may(P.IMPACT_READ) or someone.may(P.PANEL_READ),
        "figures": someone.may(P.IMPACT_READ) and not someone.may(P.ASSESSMENT_SCORE),
    }


@bp.get("/review/applications/<ref>")
@requires(P.ROUND_READ)
def application(ref: str) -> Response:
    """One application to read, with what happened to it and what can be done now."""
    return application_page(ref)


def application_page(
    ref: str,
    form: TriageForm | None = None,
    reader: ReaderForm | None = None,
    status: int = 200,
    answer: Answer = NOTHING,
) -> Response:
    """The page of one application, with what was typed where it was refused."""
    me = person()
    application = queries.one_for(me, ref)
    found, gate = full(application, me), gate_for(application, me, answer)
    may_check = gate is not None and found.state == "submitted"
    checks, reader = form or TriageForm(), reader or ReaderForm()
    if gate:
        checks.begin(gate.begins, anew=form is None or answer.starts_anew)
    checks.object_to(answer.wrong)
    reader.offer(found.free, loads=may_see_loads(me))
    return page(
        "assessments/application",
        status=status,
        found=found,
        where=STATES[found.state],
        readings=ASSESSMENT,
        asked=asked.newest(application, me) if found.was_asked else None,
        states=STATES,
        twins=None if found.wants_reader else twins_of(application, me),
        may_check=may_check,
        gate=gate,
        verdicts=VERDICTS,
        unsent=answer.words,
        sees_panel=me.may(P.PANEL_READ),
        triage_form=checks,
        reader_form=reader,
        errors=(gate.mistakes() if gate else []) + checks.mistakes() + reader.mistakes(),
    )
