"""Applications that look like others, in every state that their pages can be in: each finds one side, or the other."""

from sqlalchemy import ColumnElement, select

from portal.applications.models import Application
from portal.assessments import alike_settling
from portal.assessments.alike_models import Suspicion
from portal.db.session import action, db
from portal.demo import alikes
from portal.organisations.models import Organisation
from tests import states


def first_of(*where: ColumnElement[bool]) -> Suspicion | None:
    """The first suspicion of which this is true."""
    return db.session.scalars(select(Suspicion).where(*where).order_by(Suspicion.id)).first()


def side(found: Suspicion | None, *, other: bool) -> str:
    """The reference of its second application, or of the other one."""
    assert found is not None, "the town has no such suspicion"
    return db.session.get_one(Application, found.first_id if other else found.second_id).ref


def copied(*, other: bool = False) -> str:
    """One that has the words of another."""
    return side(first_of(Suspicion.state == "open", ~Suspicion.is_weak), other=other)


def cleared(*, other: bool = False) -> str:
    """One that is not the same as another, as Joyce found."""
    return side(first_of(Suspicion.state == "cleared"), other=other)


def same_postcode(*, other: bool = False) -> str:
    """One of two that have only their postcode in common."""
    there = first_of(Suspicion.is_weak)
    return side(there or suspected(3, postcode="LS14 6AA"), other=other)


def confirmed(*, other: bool = False) -> str:
    """One that is the same as another, as an officer said."""
    there = first_of(Suspicion.state == "confirmed")
    if there is None:
        there = suspected(5, phone="0113 496 0999")
        because = "One group, and two names."
        alike_settling.settle(there, "confirm", because, there.version, by=states.someone("joyce"))
    return side(there, other=other)


def suspected(number: int, **facts: str) -> Suspicion:
    """The suspicion between two of those that are being scored, of whose organisations these facts are true now."""
    sent = [states.application("assessing", "summer", place) for place in (number, number + 1)]
    with action() as session:
        for each in sent:
            home = session.get_one(Organisation, each.organisation_id)
            for name, value in facts.items():
                setattr(home, name, value)
        session.flush()
        for each in sent:
            alikes.look_at(session, each)
    first, second = sorted(each.id for each in sent)
    found = first_of(Suspicion.first_id == first, Suspicion.second_id == second)
    assert found is not None, "the portal found it"
    return found
