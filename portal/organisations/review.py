"""The council's pages about organisations: the list, one with its checklist, and requests where a team has no lead."""

from collections.abc import Collection, Sequence

from flask import Response, request
from flask_babel import gettext as _

from portal.accounts.queries import what_happened
from portal.history.queries import Told, sentences
from portal.kit.dates import london_day, utc_now
from portal.kit.errors import Clash, Invalid, WrongState
from portal.kit.text import N_, Say
from portal.organisations import (
    actions,
    check_queries,
    document_queries,
    join_queries,
    merge_queries,
    papers,
    requests,
    verifying,
)
from portal.organisations.blueprint import bp, status_of
from portal.organisations.check_forms import CheckForm, OpenForm, as_found
from portal.organisations.models import Organisation
from portal.organisations.profile import lines
from portal.organisations.rules import HISTORY
from portal.organisations.team_forms import CouncilAnswerForm
from portal.organisations.verification import ASKS, COUNCIL_WORDS, VERIFICATION, is_open
from portal.organisations.views import all_labels
from portal.permissions import Permission, Role
from portal.web.guards import requires
from portal.web.identity import person
from portal.web.pages import go, page, tell

TOLD = HISTORY | papers.HISTORY | sentences(VERIFICATION, COUNCIL_WORDS)
DONE = {
    "keep": N_("The checklist of {name} is kept."),
    "verify": N_("{name} is verified. We have told its leads by e-mail."),
    "ask_more": N_("We have told the leads of {name} by e-mail what is missing."),
    "refuse": N_("{name} is not verified. We have told its leads by e-mail, with your reasons."),
}


@bp.get("/verification")
@requires(Permission.ORGANISATION_VERIFY)
def review() -> Response:
    """Every organisation in one state of its check, the longest waiting first."""
    state = request.args.get("state", "")
    state = state if state in VERIFICATION.codes() else VERIFICATION.start
    found = check_queries.in_state(person(), state, request.args.get("after"))
    today = london_day(utc_now())
    due = {row.ref: row.check_due_on for row in found.rows} if state == VERIFICATION.start else {}
    return page("organisations/review", page=found, machine=VERIFICATION, state=state, due=due, today=today)


@bp.route("/verification/<ref>", methods=["GET", "POST"])
@requires(Permission.ORGANISATION_VERIFY)
def check(ref: str) -> Response:
    """One organisation with its checklist; whoever is late is shown what stands now, and nothing is overwritten."""
    organisation = check_queries.to_check(person(), ref)
    checklist = check_queries.checklist_of(organisation)
    form = CheckForm(version=organisation.version, **as_found(checklist))
    if request.method != "POST":
        return check_page(organisation, form, checklist=checklist)
    refused = None
    if form.validate():
        try:
            name, decision = organisation.name, form.decision.data
            verifying.judge(organisation, decision, form.marks(), form.words.data, form.read_version(), by=person())
            tell(Say(DONE[decision], name=name))
            return go("organisations.review")
        except Invalid as error:
            form.refuse(error)
        except (Clash, WrongState) as error:
            refused = error.sentence
    return check_page(organisation, form, refused=refused)


@bp.post("/verification/<ref>/open")
@requires(Permission.ORGANISATION_VERIFY)
def reopen(ref: str) -> Response:
    """Open a check again that was decided, and say why."""
    organisation = check_queries.to_check(person(), ref)
    form, refused = OpenForm(), None
    if form.validate():
        try:
            verifying.reopen(organisation, form.words.data, form.read_version(), by=person())
            tell(_("The check is open again. We have told the leads by e-mail."))
            return go("organisations.check", ref=ref)
        except Invalid as error:
            form.refuse(error)
        except (Clash, WrongState) as error:
            refused = error.sentence
    return check_page(organisation, opening=form, refused=refused)


@bp.route("/verification/requests/<ref>", methods=["GET", "POST"])
@requires(Permission.ORGANISATION_VERIFY)
def council_request(ref: str) -> Response:
    """Somebody asks to join a team that nobody leads: let them lead it, or decline."""
    found = join_queries.one_for_council(person(), ref)
    form, refused = CouncilAnswerForm(), None
    if request.method == "POST" and form.validate():
        try:
            answer_for_team(ref, form)
            return go("desk.inbox")
        except WrongState as error:
            refused, found = error.sentence, join_queries.one_for_council(person(), ref)
    status, errors = status_of(form, refused), form.mistakes()
    return page("organisations/council_request", status=status, form=form, errors=errors, found=found, refused=refused)


def answer_for_team(ref: str, form: CouncilAnswerForm) -> None:
    """Do what the officer says, and say what was done."""
    if form.answer.data == Role.LEAD.code:
        requests.let_in(ref, by=person())
        tell(_("They lead the team now. We have told them by e-mail."))
    else:
        requests.turn_down(ref, form.word.data, by=person())
        tell(_("Declined. We have told them by e-mail."))


def check_page(
    organisation: Organisation,
    form: CheckForm | None = None,
    *,
    opening: OpenForm | None = None,
    refused: Say | None = None,
    checklist: Sequence[check_queries.Line] | None = None,
) -> Response:
    """The page of one organisation; where somebody was quicker it says what they found, and keeps what was typed."""
    checklist = checklist or check_queries.checklist_of(organisation)
    typed, reopening = form or CheckForm(), opening or OpenForm()
    if form is None:
        typed.process(None, **as_found(checklist))
    theirs = differing(checklist, typed) if refused else []
    typed.version.data = reopening.version.data = organisation.version
    leads, merged = merge_queries.leads_and_merged(organisation)
    return page(
        "organisations/check",
        status=status_of(reopening if form is None else form, refused),
        organisation=organisation,
        where=organisation.where(),
        is_open=is_open(organisation.state),
        form=typed,
        opening=reopening,
        errors=(reopening if form is None else form).mistakes(),
        refused=refused,
        theirs=theirs,
        checklist=checklist,
        documents=document_queries.held(organisation),
        profile=lines(actions.details_of(organisation), all_labels()),
        leads=leads,
        said=check_queries.exchanges_of(organisation.id),
        asks=ASKS,
        due=organisation.check_due_on,
        merged=merged,
        deeds=deeds_of(organisation, [row.record_id for row in merged]),
    )


def differing(checklist: Sequence[check_queries.Line], form: CheckForm) -> list[check_queries.Line]:
    """The lines on which somebody else found something that this form does not say."""
    mine = form.marks()
    return [line for line in checklist if line.counts and line.mark != mine[line.item.code]]


def deeds_of(organisation: Organisation, merged: Collection[int]) -> list[Told]:
    """What happened to the organisation, in any of its records, as the council reads it."""
    found = what_happened(organisation, list(TOLD), merged)
    return [Told(deed.at, Say(TOLD[deed.verb], who=deed.who, **deed.facts)) for deed in found]
