"""Beginning an application for somebody who came by phone, on paper or in person, and going on with a colleague's."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import cast

from sqlalchemy.orm import Session

from portal.accounts.models import Person
from portal.applications import notices, queries
from portal.applications.actions import eligible, new_draft
from portal.applications.guesting import WRITE
from portal.applications.keyed import acts_for, is_typing, keyed_of
from portal.applications.keying import last_to_type, why_not_that_day, why_not_type
from portal.applications.models import Application, Guest, Keyed
from portal.applications.rules import why_not_take_over
from portal.db.session import action, locked
from portal.funds.models import Round
from portal.history.actions import note
from portal.kit.dates import london_day, utc_now
from portal.kit.errors import Invalid, NotAllowed, NotThere, WrongState
from portal.kit.text import N_
from portal.organisations.models import Organisation
from portal.organisations.one import held
from portal.permissions import Permission, Someone

HAS_ONE = N_("They have an application to this round already. Each organisation can send one.")
BEGUN = N_(
    "A colleague types their application to this round in. You find it under “Applications for others”, with what "
    "colleagues type in, and can go on with it there."
)


@dataclass(frozen=True, slots=True)
class Came:
    """How an application came, on which day, and who speaks for the organisation."""

    came_by: str
    came_on: dt.date
    contact_name: str
    contact_email: str = ""
    contact_phone: str = ""


def key_in(
    round: Round, organisation: Organisation, eligibility: Mapping[str, str], came: Came, *, by: Someone
) -> Application:
    """Begin an organisation's application to a round for them. It is theirs; it says who typed it in, and how it came.

    Hands back the one that this person is typing already. Raises NotAllowed, WrongState where they have another one
    or nothing may be typed in any more, and Invalid for a day on which it cannot have come (came_on) or, by question,
    for answers with which nobody can apply.
    """
    now = utc_now()
    if by.person_id is None or not by.may(Permission.APPLICATION_KEY_IN):
        raise NotAllowed()
    with action() as session:
        window = locked(round)
        home = held(organisation)
        there = queries.live(window.id, home.id)
        if there is not None and is_typing(there, by):
            return there
        why_not = has_one(there) if there is not None else why_not_type(now, window.opens_at, window.closes_at)
        if why_not:
            raise WrongState(why_not)
        wrong_day = why_not_that_day(came.came_on, london_day(now), window.opens_at, window.closes_at)
        if wrong_day:
            raise Invalid({"came_on": wrong_day})
        application = new_draft(window, home.id, eligible(window, eligibility), now, by=by)
        session.add(application)
        session.flush()
        session.add(Keyed(application_id=application.id, keyed_by=by.person_id, **asdict(came)))
        note(application, "key_in", by=by, came_by=came.came_by)
    return application


def has_one(there: Application) -> str:
    """Why a second application is not begun, and where to go on with the first, where that is to be had."""
    return BEGUN if there.state == "draft" and keyed_of(there.id) is not None else HAS_ONE


def take_over(application: Application, *, by: Someone) -> None:
    """Go on with what a colleague types in or has sent, in their place: they may be away, or have another post by now.

    They are told, and like everybody who wrote in it they have no part in judging it, for good. Nothing happens where
    it is this person's already. Raises NotAllowed, NotThere for what nobody types in, and for somebody of its team,
    and WrongState once it is judged, or the days to type it in are over.
    """
    now = utc_now()
    if by.person_id is None or not by.may(Permission.APPLICATION_KEY_IN):
        raise NotAllowed()
    with action() as session:
        draft = locked(application)
        keyed = session.get(Keyed, draft.id, populate_existing=True)
        if keyed is None or acts_for(draft, by):
            raise NotThere()
        if keyed.keyed_by == by.person_id:
            return
        window = session.get_one(Round, draft.round_id)
        why_not = why_not_take_over(draft.state, now, last_to_type(window.closes_at))
        if why_not:
            raise WrongState(why_not)
        former = session.get_one(Person, keyed.keyed_by)
        end_access(session, draft, former, now, by=by)
        keyed.keyed_by = by.person_id
        note(draft, "take_typing", by=by, person=former.id)
        notices.typing_taken(draft, former.email, by=by)


def end_access(session: Session, draft: Application, former: Person, now: dt.datetime, *, by: Someone) -> None:
    """Keep who typed in a draft until now as a guest of it whose access has ended."""
    place = session.get(Guest, (draft.id, former.id))
    if place is None:
        place = Guest(application_id=draft.id, person_id=former.id, role=WRITE, since=draft.started_at)
        place.invited_by = cast(int, by.person_id)
        session.add(place)
    place.ended_at = now
