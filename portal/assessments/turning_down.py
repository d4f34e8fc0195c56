"""A partner gives up what they were told: an offer, or a place on the reserve list."""

from sqlalchemy import select

from portal.applications.actions import own
from portal.applications.declining import declines
from portal.applications.keyed import is_typing
from portal.applications.models import Application
from portal.assessments import notices_reserve
from portal.assessments.decisions import panel_of
from portal.assessments.models import Decision, Panel
from portal.assessments.promoting import drop, open_of, suggest
from portal.assessments.reserve_models import FreedOffer
from portal.db.session import action, db, locked
from portal.funds.models import Round
from portal.history.actions import move
from portal.kit.dates import utc_now
from portal.kit.errors import WrongState
from portal.kit.text import N_, tidy
from portal.organisations.one import standing
from portal.permissions import PORTAL, Someone

NOTHING_TO_GIVE_UP = N_("There is no offer to turn down here. Somebody may have done it just now.")


def turn_down(application: Application, because: str = "", *, by: Someone) -> None:
    """Give up an offer or a place on the list, for good, and keep why in their words where they say it.

    The money is free at once, and the portal suggests who gets it instead. Raises NotThere, NotAllowed, and WrongState
    where there is nothing to give up.
    """
    with action() as session:
        panel = panel_of(application.round_id)
        held = locked(application)
        own(held, by=by)
        was, verb = held.state, declines(held.state, is_typing=is_typing(held, by))
        if verb is None:
            raise WrongState(NOTHING_TO_GIVE_UP)
        move(held, verb, by=by)
        held.withdrawn_because, held.changed_at = tidy(because) or None, utc_now()
        if was == "reserved":
            end_promotion(panel, held)
        else:
            free_offer(panel, held)
        organisation, round_ = standing(session, held.organisation_id), session.get_one(Round, held.round_id)
        notices_reserve.turned_down(held, organisation.name, round_.title, by=by)


def free_offer(panel: Panel, application: Application) -> None:
    """Give the money of an offer back to the panel, and let the portal suggest who gets it."""
    decision = locked(db.session.scalars(select(Decision).where(Decision.application_id == application.id)).one())
    panel.committed_pence -= decision.amount_pence
    found = suggest(panel)
    db.session.add(
        FreedOffer(
            application_id=application.id,
            round_id=application.round_id,
            amount_pence=decision.amount_pence,
            at=utc_now(),
            promotion_id=found.id if found else None,
        )
    )


def end_promotion(panel: Panel, application: Application) -> None:
    """Whoever leaves the list is not funded from it; the next takes their turn."""
    promotion = open_of(application)
    if promotion is not None:
        drop(panel, promotion, "lapse", by=PORTAL)
