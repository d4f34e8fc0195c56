"""Beginning an application for somebody who came by phone, on paper or in person."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import asdict, dataclass

from portal.applications import queries
from portal.applications.actions import eligible, new_draft
from portal.applications.keyed import is_typing
from portal.applications.keying import why_not_that_day, why_not_type
from portal.applications.models import Application, Keyed
from portal.db.session import action, locked
from portal.funds.models import Round
from portal.history.actions import note
from portal.kit.dates import london_day, utc_now
from portal.kit.errors import Invalid, NotAllowed, WrongState
from portal.kit.text import N_
from portal.organisations.models import Organisation
from portal.organisations.one import held
from portal.permissions import Permission, Someone

HAS_ONE = N_("They have an application to this round already. Each organisation can send one.")


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
        why_not = HAS_ONE if there is not None else why_not_type(now, window.opens_at, window.closes_at)
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
