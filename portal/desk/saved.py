"""The views that people save of their inbox: a name for what they narrow it to. Everybody sees their own alone."""

from collections.abc import Sequence

from sqlalchemy import func, select, update
from sqlalchemy.orm import Session

from portal.accounts import limits
from portal.db.session import action, db
from portal.desk.filters import Filters
from portal.desk.models import SavedView
from portal.desk.rules import NAME_THERE, NOTHING_NARROWED, TOO_MANY, VIEWS_MOST, name_key
from portal.history.actions import note
from portal.kit.dates import utc_now
from portal.kit.errors import Invalid, NotThere
from portal.kit.text import Say
from portal.permissions import Someone


def views_of(someone: Someone) -> Sequence[SavedView]:
    """This person's views, by name."""
    theirs = select(SavedView).where(SavedView.person_id == someone.person_id)
    return db.session.scalars(theirs.order_by(SavedView.name_key, SavedView.id).limit(VIEWS_MOST)).all()


def first_of(views: Sequence[SavedView]) -> SavedView | None:
    """The view that its owner wants to see first."""
    return next((each for each in views if each.is_first), None)


def one(someone: Someone, ref: str) -> SavedView:
    """One of this person's views. Raises NotThere for anybody else's."""
    found = db.session.scalar(select(SavedView).where(SavedView.ref == ref, SavedView.person_id == someone.person_id))
    if found is None:
        raise NotThere()
    return found


def filters_of(view: SavedView) -> Filters:
    """What a view narrows the inbox to."""
    return Filters(view.queue, view.urgency, view.round, view.whose)


def keep(name: str, filters: Filters, *, first: bool, by: Someone) -> SavedView:
    """Save what the inbox is narrowed to. Raises Invalid for a name twice, too many views, or nothing narrowed."""
    assert by.person_id is not None, "only a person has an inbox"
    with action() as session:
        limits.one_at_a_time(session, f"views of {by.person_id}")
        if not filters.chosen():
            raise Invalid({"": NOTHING_NARROWED})
        there = select(func.count()).select_from(SavedView).where(SavedView.person_id == by.person_id)
        if (session.scalar(there) or 0) >= VIEWS_MOST:
            raise Invalid({"": Say(TOO_MANY, most=VIEWS_MOST)})
        alone(session, name, by)
        only_first(session, by, first)
        view = SavedView(
            person_id=by.person_id,
            name=name,
            name_key=name_key(name),
            queue=filters.queue,
            urgency=filters.urgency,
            round=filters.round,
            whose=filters.whose,
            is_first=first,
            made_at=utc_now(),
        )
        session.add(view)
        note(view, "keep", by=by)
    return view


def change(ref: str, name: str, *, first: bool, by: Someone) -> SavedView:
    """Give a view another name, and say whether it is what its owner sees first. Raises NotThere, Invalid."""
    with action() as session:
        limits.one_at_a_time(session, f"views of {by.person_id}")
        view = one(by, ref)
        alone(session, name, by, but=view.id)
        only_first(session, by, first and not view.is_first)
        view.name, view.name_key, view.is_first = name, name_key(name), first
        note(view, "rename", by=by)
    return view


def remove(ref: str, *, by: Someone) -> str:
    """Remove a view; its name. Raises NotThere."""
    with action() as session:
        view = one(by, ref)
        name = view.name
        note(view, "remove", by=by)
        session.delete(view)
    return name


def alone(session: Session, name: str, by: Someone, but: int = 0) -> None:
    """Raises Invalid where another view of this person goes by that name."""
    same = select(SavedView.id).where(
        SavedView.person_id == by.person_id, SavedView.name_key == name_key(name), SavedView.id != but
    )
    if session.scalar(same) is not None:
        raise Invalid({"name": NAME_THERE})


def only_first(session: Session, by: Someone, first: bool) -> None:
    """Where a view is to be seen first, let no other one be so."""
    if first:
        others = update(SavedView).where(SavedView.person_id == by.person_id, SavedView.is_first)
        session.execute(others.values(is_first=False))
