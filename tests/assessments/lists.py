"""Short ways to a round whose letters are out, with a reserve list."""

from collections.abc import Sequence

from sqlalchemy import select

from portal.accounts.models import Person
from portal.applications.models import Application
from portal.assessments import decisions
from portal.assessments.models import Panel
from portal.assessments.reserve_models import FreedOffer, Promotion
from portal.db.session import db
from portal.funds.models import Round
from portal.organisations.models import TeamMember
from portal.organisations.queries import someone_for
from portal.permissions import Someone
from tests.assessments import builders
from tests.assessments.builders import WORDS

LETTER = "Dear friends,\n\n[the decision]\n\nMoney came free."
SAID = ("Money came free.", LETTER)


def told(
    round_: Round, cast: dict[str, Someone], funded: Sequence[int], reserved: Sequence[int], part: int | None = None
) -> tuple[list[Application], list[Application]]:
    """Applications that got a grant of so many pence (or a part), and those on the list, all with their letters."""
    found = builders.scored(round_, [*funded, *reserved])
    for place, one in enumerate(found):
        outcome = "reserve" if place >= len(funded) else "part_fund" if part else "fund"
        decisions.confirm(decisions.propose(one, outcome, part, *WORDS, by=cast["joyce"]), by=cast["martin"])
    decisions.release(round_, by=cast["martin"])
    return found[: len(funded)], found[len(funded) :]


def lead_of(one: Application) -> Someone:
    """Who leads its organisation."""
    email = db.session.scalars(
        select(Person.email)
        .join(TeamMember, TeamMember.person_id == Person.id)
        .where(TeamMember.organisation_id == one.organisation_id, TeamMember.role == "lead")
    ).first()
    found = someone_for(email or "")
    assert found is not None
    return found


def promotions() -> list[Promotion]:
    """All of them as they stand in the database now."""
    db.session.rollback()
    return list(db.session.scalars(select(Promotion).order_by(Promotion.id)))


def promotion_of(one: Application) -> Promotion:
    """The newest promotion of an application."""
    return [each for each in promotions() if each.application_id == one.id][-1]


def freed() -> list[FreedOffer]:
    """What came free."""
    db.session.rollback()
    return list(db.session.scalars(select(FreedOffer).order_by(FreedOffer.at)))


def committed() -> int:
    """What the panel has promised, in pence."""
    db.session.rollback()
    return db.session.scalars(select(Panel.committed_pence)).one()
