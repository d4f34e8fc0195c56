"""The panel's verbs: propose, send back, confirm, and release all letters together.

Each holds the panel's row first, so that the money, the decision and its history change together or not at all.
"""

from collections.abc import Sequence

from sqlalchemy import select

from portal.applications.models import Application
from portal.applications.notices import told_of
from portal.assessments import decision_conditions, decision_queries, letters, notices, panels, ranking
from portal.assessments.access import readable_by
from portal.assessments.models import Decision, Panel
from portal.assessments.outcomes import LIVE, Proposal, amount_for, problems, why_not_commit, why_not_confirm
from portal.assessments.rules import DECISION
from portal.db.session import action, db, locked
from portal.funds.models import Round
from portal.history.actions import move, note
from portal.kit.dates import utc_now
from portal.kit.errors import Clash, Invalid, NotAllowed, NotThere, WrongState
from portal.kit.refs import new_ref
from portal.kit.text import N_
from portal.organisations.models import Organisation
from portal.permissions import PORTAL, Someone
from portal.permissions import Permission as P

CHANGED = N_("Somebody else changed this decision while you had it open. Read what stands now, then decide.")
NOT_BEFORE_PANEL = N_("This application is no longer before the panel. Its partner may have withdrawn it.")
LIST_CHANGED = N_("The list of letters changed while you had it open. Read it again before you release it.")
NO_LETTERS = N_("No letter waits here. Somebody may have released them just now.")


def propose(
    application: Application,
    outcome: str,
    amount: int | None,
    reasons: str,
    letter: str,
    *,
    by: Someone,
    conditions: Sequence[str] = (),
) -> Decision:
    """Propose the first decision on an application. `amount` (pence) counts only where a part is funded.

    The letter has letters.MARK where the sentence that says the decision goes, with its conditions. Raises Clash when
    somebody proposed before, and Invalid for what is missing or costs more than is left.
    """
    if not by.may(P.DECISION_PROPOSE):
        raise NotAllowed()
    with action() as session:
        panel = panel_of(application.round_id)
        application = before_panel(application.id, by=by)
        there = session.scalar(select(Decision).where(Decision.application_id == application.id))
        if there is not None:
            raise Clash(CHANGED, theirs=there)
        decision = Decision(ref=new_ref("D"), application_id=application.id, round_id=application.round_id)
        proposal = Proposal(outcome, amount, reasons, letter, tuple(conditions))
        write(decision, proposal, application, panel, by=by)
        note(decision, "propose", by=by, outcome=outcome, amount=decision.amount_pence, **counted(conditions))
    return decision


def propose_again(
    decision: Decision,
    outcome: str,
    amount: int | None,
    reasons: str,
    letter: str,
    *,
    by: Someone,
    version: int | None = None,
    conditions: Sequence[str] = (),
) -> Decision:
    """Change a proposal, or propose anew what was sent back; whoever does it is its proposer from now on.

    `version` is the one that was read: Clash where another stands. The rest is as for `propose`.
    """
    with action():
        panel, application = opened(decision, version, by=by)
        DECISION.check("propose_again", decision.state)
        free(panel, decision)
        proposal = Proposal(outcome, amount, reasons, letter, tuple(conditions))
        write(decision, proposal, application, panel, by=by)
        move(decision, "propose_again", by=by, outcome=outcome, amount=decision.amount_pence, **counted(conditions))
    return decision


def send_back(decision: Decision, why: str, *, by: Someone, version: int | None = None) -> Decision:
    """Send a decision back to be proposed anew, and free its money. Raises Invalid without a reason, Clash as above."""
    with action():
        panel, _ = opened(decision, version, by=by)
        if not why:
            raise Invalid({"why": N_("Say why you send it back, so that the next proposal can be better.")})
        take_back(panel, decision, why, by=by)
    return decision


def confirm(decision: Decision, *, by: Someone, version: int | None = None) -> Decision:
    """Confirm what somebody else proposed. Raises NotAllowed for the proposer, Clash where another version stands."""
    with action():
        opened(decision, version, by=by)
        if why_not := why_not_confirm(decision.proposed_by, by.person_id):
            raise NotAllowed(why_not)
        decision.confirmed_by, decision.confirmed_at = by.person_id, utc_now()
        decision.version += 1
        move(decision, "confirm", by=by, outcome=decision.outcome, amount=decision.amount_pence)
    return decision


def release(round_: Round, *, by: Someone, listed: str | None = None) -> int:
    """Release every confirmed letter of a round that this person may read, all or none; how many they were.

    `listed` is the stamp of the list that was read (decision_queries.stamp): Clash where the list is another by now.
    Raises WrongState where no letter waits.
    """
    if not by.may(P.DECISION_RELEASE):
        raise NotAllowed()
    with action() as session:
        panel_of(round_.id)
        rows = session.execute(
            decision_queries.confirmed(round_.id, by, Decision, Application, Organisation)
            .order_by(Application.id)
            .with_for_update(of=(Decision, Application))
            .execution_options(populate_existing=True)
        ).all()
        if not rows:
            raise WrongState(NO_LETTERS)
        if listed is not None and listed != decision_queries.stamp(row.Decision for row in rows):
            raise Clash(LIST_CHANGED)
        told = told_of({application.id: application.owner_id for _, application, _ in rows})
        for decision, application, _ in rows:
            decide(decision, application, by=by)
            notices.decided(decision, application, to=told[application.id])
    return len(rows)


def decide(decision: Decision, application: Application, *, by: Someone) -> None:
    """Release one decision, and let its application say so."""
    decision.released_by, decision.released_at = by.person_id, utc_now()
    decision.version += 1
    move(decision, "release", by=by)
    application.outcome_reasons = decision.reasons
    move(application, decision.outcome, by=by, amount=decision.amount_pence)


def panel_of(round_id: int) -> Panel:
    """The round's money, held until the deed ends, and brought up to what the areas below did without knowing of it.

    What was promised to applications that their partners withdrew meanwhile is freed. A budget that was changed
    counts from now on; where it was cut below what is promised, nothing is left until enough was freed.
    """
    panel = panels.held(round_id)
    budget = db.session.scalars(select(Round.budget_pence).where(Round.id == round_id)).one()
    withdrawn = db.session.scalars(
        select(Decision)
        .join(Application, Application.id == Decision.application_id)
        .where(Decision.round_id == round_id, Decision.state.in_(("proposed", "confirmed")))
        .where(Application.state == "withdrawn")
        .with_for_update(of=Decision)
    )
    for decision in withdrawn.all():
        take_back(panel, decision, None, by=PORTAL)
    panel.budget_pence = max(budget, panel.committed_pence)
    return panel


def before_panel(application_id: int, *, by: Someone) -> Application:
    """The application, held until the deed ends. Raises NotThere in a conflict of interest, WrongState elsewhere."""
    application = db.session.scalar(
        select(Application)
        .where(Application.id == application_id, readable_by(by))
        .with_for_update(of=Application)
        .execution_options(populate_existing=True)
    )
    if application is None:
        raise NotThere()
    if application.state != "scored":
        raise WrongState(NOT_BEFORE_PANEL)
    return application


def opened(decision: Decision, version: int | None, *, by: Someone) -> tuple[Panel, Application]:
    """The panel and the application of a decision, all three held. Raises Clash where the version has moved on."""
    panel = panel_of(decision.round_id)
    application = before_panel(decision.application_id, by=by)
    locked(decision)
    if version is not None and version != decision.version:
        raise Clash(CHANGED, theirs=decision)
    return panel, application


def write(decision: Decision, proposal: Proposal, application: Application, panel: Panel, *, by: Someone) -> None:
    """Put a proposal on the decision, its conditions beside it, and its money on the panel. Raises Invalid."""
    if found := problems(proposal):
        raise Invalid(found)
    asked = application.amount_pence or 0
    amount = amount_for(proposal.outcome, asked, proposal.amount)
    says = notices.decision_sentence(proposal.outcome, application.title, amount, asked, proposal.conditions)
    letter = letters.filled(proposal.letter, notices.mark(), says)
    if says not in letter:
        raise Invalid({"letter": notices.mark_missing()})
    assert by.person_id is not None, "the portal itself reads no application, so it proposes nothing"
    decision.outcome, decision.amount_pence = proposal.outcome, amount
    decision.reasons, decision.letter = proposal.reasons, letter
    decision.proposed_by, decision.proposed_at, decision.return_note = by.person_id, utc_now(), None
    decision.version = (decision.version or 0) + 1
    commit(panel, amount, "amount" if proposal.outcome == "part_fund" else "outcome", by=by)
    db.session.add(decision)
    db.session.flush()
    decision_conditions.put(decision, proposal.conditions)


def counted(conditions: Sequence[str]) -> dict[str, int]:
    """What the history has of conditions: how many there are, and no word of them."""
    return {"conditions": len(conditions)} if conditions else {}


def commit(panel: Panel, amount: int, field: str, *, by: Someone) -> None:
    """Take pence from the panel. Raises Invalid at that field where less is left, and says how much.

    Not to somebody in conflict with an applicant of the round: it would tell them what was decided there.
    """
    left = panel.budget_pence - panel.committed_pence
    if amount > left:
        told = {"reader": by.person_id, "round": panel.round_id}
        apart = db.session.scalar(select(ranking.conflicts(ranking.ROUND)), told)
        raise Invalid({field: why_not_commit(amount, None if apart else left)})
    panel.committed_pence += amount


def take_back(panel: Panel, decision: Decision, why: str | None, *, by: Someone) -> None:
    """Undo a proposal or a confirmation: the money is free again, the words stay for the next proposal."""
    free(panel, decision)
    decision.confirmed_by = decision.confirmed_at = None
    decision.return_note = why
    decision.version += 1
    move(decision, "send_back", by=by)


def free(panel: Panel, decision: Decision) -> None:
    """Give back to the panel what a live decision holds."""
    if decision.state in LIVE:
        panel.committed_pence -= decision.amount_pence
