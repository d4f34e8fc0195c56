"""Funding somebody from the reserve list: the portal suggests, one person adopts it, another confirms, the letter goes.

Each verb holds the panel's row first, as the panel's own verbs do: money, promotion and history change together.
"""

from sqlalchemy import Select, select

from portal.applications.models import Application
from portal.applications.notices import told_of
from portal.assessments import letters, notices, notices_reserve, reserve_queries
from portal.assessments.access import readable_by
from portal.assessments.decisions import CHANGED, panel_of
from portal.assessments.models import Decision, Panel
from portal.assessments.outcomes import why_not_commit, why_not_confirm
from portal.assessments.ranking import ROUND, conflicts
from portal.assessments.reserve import OPEN, why_not_fund
from portal.assessments.reserve_models import FreedOffer, Promotion, ReservePlace
from portal.db.session import action, db, locked
from portal.funds.models import Round
from portal.history.actions import move, note
from portal.kit.dates import utc_now
from portal.kit.errors import Clash, Invalid, NotAllowed, NotThere, WrongState
from portal.kit.refs import new_ref
from portal.kit.text import N_, Say, tidy
from portal.organisations.one import standing
from portal.permissions import PORTAL, Someone
from portal.permissions import Permission as P

OFF_THE_LIST = N_("This application is no longer on the reserve list. Its partner may have left it.")
NOTHING_OPEN = N_("Nobody proposes to fund this application just now. Somebody may have left it on the list.")
REASONS = N_("Give the reasons, in words for the partner.")
LETTER = N_("Write the letter that the partner will get.")
WHY = N_("Say why it stays on the list, so that others understand it later.")


def suggest(panel: Panel) -> Promotion | None:
    """Let the portal propose the next on the list that what is left pays for whole; None where nobody fits.

    What is left is counted anew: where the budget was cut below what is promised, money that comes free fills that up.
    """
    budget = db.session.scalars(select(Round.budget_pence).where(Round.id == panel.round_id)).one()
    panel.budget_pence = max(budget, panel.committed_pence)
    found = reserve_queries.next_that_fits(panel.round_id, panel.budget_pence - panel.committed_pence)
    if found is None:
        return None
    promotion = opened(panel, locked(db.session.get_one(Application, found)))
    note(promotion, "suggest", by=PORTAL, amount=promotion.amount_pence)
    return promotion


def opened(panel: Panel, application: Application) -> Promotion:
    """A new promotion with the portal's draft of its letter; its money is held from now on."""
    session, now = db.session(), utc_now()
    organisation = standing(session, application.organisation_id)
    promotion = Promotion(
        ref=new_ref("P"),
        application_id=application.id,
        round_id=application.round_id,
        amount_pence=application.amount_pence,
        reasons=notices_reserve.reasons(),
        letter=notices_reserve.draft(organisation.name, session.get_one(Round, application.round_id).title),
        since=now,
    )
    panel.committed_pence += promotion.amount_pence
    session.add(promotion)
    session.flush()
    return promotion


def adopt(application: Application, reasons: str, letter: str, *, by: Someone, version: int | None = None) -> Promotion:
    """Propose to fund an application on the list: what the portal suggests, or another of one's own choice.

    Whoever does it is its proposer, also where somebody proposed it before. `version` is the one that was read, None
    where nothing was proposed: Clash where another stands. Raises NotAllowed, NotThere, WrongState and Invalid.
    """
    if not by.may(P.DECISION_PROPOSE):
        raise NotAllowed()
    reasons, letter = tidy(reasons), tidy(letter)
    with action():
        panel = panel_of(application.round_id)
        held = on_list(application.id, by=by)
        promotion = open_for(held, version)
        says = notices.decision_sentence("fund", held.title, held.amount_pence or 0, held.amount_pence or 0)
        filled = letters.filled(letter, notices.mark(), says)
        if found := problems(reasons, letter, is_said=says in filled):
            raise Invalid(found)
        if promotion is None:
            insist_on_money(panel, held, by=by)
            promotion = opened(panel, held)
        promotion.reasons, promotion.letter = reasons, filled
        promotion.proposed_by, promotion.proposed_at = by.person_id, utc_now()
        promotion.version += 1
        move(promotion, "adopt", by=by, amount=promotion.amount_pence)
    return promotion


def problems(reasons: str, letter: str, *, is_said: bool) -> dict[str, Say | str]:
    """What is missing from a proposal, a sentence by field."""
    found: dict[str, Say | str] = {} if reasons else {"reasons": REASONS}
    if not letter:
        found["letter"] = LETTER
    elif not is_said:
        found["letter"] = notices.mark_missing()
    return found


def insist_on_money(panel: Panel, application: Application, *, by: Someone) -> None:
    """Refuse what is left does not pay for whole, without the amount to whom it would tell a decision."""
    left, asked = panel.budget_pence - panel.committed_pence, application.amount_pence or 0
    if not (why_not := why_not_fund(asked, left)):
        return
    apart = db.session.scalar(select(conflicts(ROUND)), {"reader": by.person_id, "round": panel.round_id})
    raise Invalid({"letter": why_not_commit(asked, None) if apart and asked else why_not})


def confirm(application: Application, *, by: Someone, version: int | None = None) -> Promotion:
    """Agree with what somebody else proposed. Raises NotAllowed for the proposer, and Clash as above."""
    with action():
        panel_of(application.round_id)
        promotion = must_be_open(on_list(application.id, by=by), version)
        if promotion.proposed_by is not None and (why_not := why_not_confirm(promotion.proposed_by, by.person_id)):
            raise NotAllowed(why_not)
        promotion.confirmed_by, promotion.confirmed_at = by.person_id, utc_now()
        promotion.version += 1
        move(promotion, "confirm", by=by, amount=promotion.amount_pence)
    return promotion


def pass_over(application: Application, because: str, *, by: Someone, version: int | None = None) -> Promotion | None:
    """Leave an application on the list, with the reason; the portal suggests the next for its money, if anybody fits.

    It is not suggested again unless somebody puts it first. Raises Invalid without a reason, Clash as above.
    """
    because = tidy(because)
    with action():
        panel = panel_of(application.round_id)
        promotion = must_be_open(on_list(application.id, by=by), version)
        if not because:
            raise Invalid({"why": WHY})
        promotion.dropped_because = because
        return drop(panel, promotion, "pass_over", by=by)


def drop(panel: Panel, promotion: Promotion, verb: str, *, by: Someone) -> Promotion | None:
    """End an open promotion and free its money; the next that the portal suggests, where an offer had freed it."""
    panel.committed_pence -= promotion.amount_pence
    promotion.confirmed_by = promotion.confirmed_at = None
    promotion.ended_at = utc_now()
    promotion.version += 1
    move(promotion, verb, by=by, amount=promotion.amount_pence)
    freed = db.session.scalar(select(FreedOffer).where(FreedOffer.promotion_id == promotion.id))
    if freed is None:
        return None
    found = suggest(panel)
    freed.promotion_id = found.id if found else None
    return found


def release(application: Application, *, by: Someone, version: int | None = None) -> Promotion:
    """Release the letter: the partner is told, and the decision says from now on that it is funded.

    What it said before is kept with the promotion. Raises NotAllowed, NotThere, WrongState, and Clash as above.
    """
    with action():
        panel_of(application.round_id)
        held = on_list(application.id, by=by)
        promotion = must_be_open(held, version)
        decision = locked(db.session.scalars(select(Decision).where(Decision.application_id == held.id)).one())
        promotion.ended_at, promotion.told_before_at = utc_now(), decision.released_at
        promotion.reasons_before, promotion.letter_before = decision.reasons, decision.letter
        promotion.version += 1
        move(promotion, "release", by=by, amount=promotion.amount_pence)
        decision.outcome, decision.amount_pence = "fund", promotion.amount_pence
        decision.reasons, decision.letter = promotion.reasons, promotion.letter
        assert promotion.proposed_by is not None, "the table says so of what is confirmed"
        assert promotion.proposed_at is not None, "the table says so of what is confirmed"
        decision.proposed_by, decision.proposed_at = promotion.proposed_by, promotion.proposed_at
        decision.confirmed_by, decision.confirmed_at = promotion.confirmed_by, promotion.confirmed_at
        decision.released_by, decision.released_at = by.person_id, promotion.ended_at
        decision.version += 1
        held.outcome_reasons = decision.reasons
        move(held, "promote", by=by, amount=promotion.amount_pence)
        notices.decided(decision, held, to=told_of({held.id: held.owner_id})[held.id])
    return promotion


def put_first(application: Application, *, by: Someone) -> None:
    """Put an application first on its list, before all that were put there earlier."""
    if by.person_id is None or not by.may(P.DECISION_PROPOSE):
        raise NotAllowed()
    with action() as session:
        panel_of(application.round_id)
        held = on_list(application.id, by=by)
        place = session.get(ReservePlace, held.id) or ReservePlace(application_id=held.id)
        place.place = reserve_queries.first_place(held.round_id) - 1
        place.put_by, place.put_at = by.person_id, utc_now()
        session.add(place)
        note(session.get_one(Round, held.round_id), "put_first", by=by, application=held.id)


def see(application: Application, *, by: Someone) -> None:
    """Say that the panel knows of money that came free and that nobody on the list gets. Once is enough."""
    if not by.may(P.DECISION_PROPOSE):
        raise NotAllowed()
    with action() as session:
        panel_of(application.round_id)
        freed = session.get(FreedOffer, application.id)
        if freed is None or session.scalar(readable_one(application.id, by)) is None:
            raise NotThere()
        if freed.seen_at is None:
            freed.seen_by, freed.seen_at = by.person_id, utc_now()
            note(session.get_one(Round, freed.round_id), "see_freed", by=by, application=application.id)


def on_list(application_id: int, *, by: Someone) -> Application:
    """The application, held until the deed ends. Raises NotThere in a conflict of interest, WrongState off the list."""
    application = db.session.scalar(
        readable_one(application_id, by)
        .with_for_update(of=Application, key_share=True)
        .execution_options(populate_existing=True)
    )
    if application is None:
        raise NotThere()
    if application.state != "reserved":
        raise WrongState(OFF_THE_LIST)
    return application


def readable_one(application_id: int, someone: Someone) -> Select[Application]:
    """The application of that id, where this person may read it."""
    return select(Application).where(Application.id == application_id, readable_by(someone))


def open_for(application: Application, version: int | None) -> Promotion | None:
    """What is proposed for an application, None where nothing is. Raises Clash where that is not what was read."""
    promotion = open_of(application)
    if version != (promotion.version if promotion else None):
        raise Clash(CHANGED, theirs=promotion)
    return promotion


def must_be_open(application: Application, version: int | None) -> Promotion:
    """The same where something has to be proposed; any version where None is given. Raises WrongState and Clash."""
    promotion = open_of(application)
    if promotion is None:
        raise WrongState(NOTHING_OPEN)
    if version is not None and version != promotion.version:
        raise Clash(CHANGED, theirs=promotion)
    return promotion


def open_of(application: Application) -> Promotion | None:
    """The promotion of an application that holds money, held until the deed ends."""
    return db.session.scalar(
        select(Promotion)
        .where(Promotion.application_id == application.id, Promotion.state.in_(OPEN))
        .with_for_update()
        .execution_options(populate_existing=True)
    )
