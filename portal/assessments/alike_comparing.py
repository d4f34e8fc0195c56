"""Finding the applications that are like one, by marks in common, and writing down why they are suspected."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence

from sqlalchemy import ColumnElement, and_, case, func, or_, select
from sqlalchemy.orm import Session

from portal.applications.models import Application
from portal.assessments.alike import (
    REGISTERED,
    SHARED_BY_MOST,
    STANDING,
    YEARS_BACK,
    Reason,
    in_order,
    is_weak,
    reasons_in,
)
from portal.assessments.alike_facts import Fact, texts_of
from portal.assessments.alike_models import Look, Mark, Suspicion
from portal.assessments.likeness import ALIKE, COMMON, SHARED_LEAST, identity_mark, likeness
from portal.history.actions import move, note
from portal.kit.dates import utc_now
from portal.organisations.one import is_of
from portal.permissions import PORTAL

ROWS_MOST = 500
READ_MOST = 10
"""So many that have most marks in common are read and compared word by word."""
SAID_BY_MOST = 2_000
"""A mark that more have than this is not followed up: too many rows for what it can tell."""
NEW_MOST = 20
KNOWN_MOST = 100
Found = dict[int, list[Reason]]
"""What is like an application, by its id, and why."""


def found_for(session: Session, id: int, facts: Collection[Fact], own: Sequence[int]) -> Found:
    """The applications that are like this one, and why; `facts` and `own` are whose it is, and its marks."""
    application = session.get_one(Application, id)
    others = others_than(application)
    found: dict[int, list[Reason]] = defaultdict(list)
    for other in twice(session, application):
        found[other].append(Reason("twice"))
    for other, fact in same_facts(session, facts, others):
        found[other].append(Reason(*fact))
    for other, percent in like_words(session, id, own, others):
        found[other].append(Reason("words", percent=percent))
    return {other: in_order(reasons) for other, reasons in found.items()}


def others_than(application: Application) -> ColumnElement[bool]:
    """True of applications that may be held against this one: sent within two years by another organisation."""
    assert application.submitted_at is not None, "only what was sent is compared"
    sent = application.submitted_at
    return and_(
        Application.state.in_(STANDING),
        Application.submitted_at.between(sent - YEARS_BACK, sent + YEARS_BACK),
        ~is_of(Application.organisation_id, application.owner_id),
    )


def twice(session: Session, application: Application) -> Sequence[int]:
    """Other applications of the same organisation to the same round, as records can have that were merged later.

    Not where one of the two is not eligible: then it is settled which of them counts.
    """
    if application.state == "not_eligible":
        return []
    return session.scalars(
        select(Application.id)
        .where(Application.round_id == application.round_id, Application.id != application.id)
        .where(is_of(Application.organisation_id, application.owner_id))
        .where(Application.state.in_(STANDING), Application.state != "not_eligible")
        .limit(NEW_MOST)
    ).all()


def same_facts(session: Session, facts: Collection[Fact], others: ColumnElement[bool]) -> Iterable[tuple[int, Fact]]:
    """Applications of which one of these facts is true as well; an address or a name that many share is none."""
    by_mark = {identity_mark(*fact): fact for fact in facts}
    rows = session.execute(
        select(Mark.mark, Mark.application_id, Application.organisation_id)
        .join(Application, Application.id == Mark.application_id)
        .where(Mark.mark.in_(by_mark), others)
        .order_by(Mark.application_id.desc())
        .limit(ROWS_MOST)
    ).all()
    whose: dict[int, set[int]] = defaultdict(set)
    for row in rows:
        whose[row.mark].add(row.organisation_id)
    for row in rows:
        fact = by_mark[row.mark]
        if fact[0] in REGISTERED or len(whose[row.mark]) <= SHARED_BY_MOST:
            yield row.application_id, fact


def like_words(session: Session, id: int, own: Sequence[int], others: ColumnElement[bool]) -> Iterable[tuple[int, int]]:
    """Applications that say nearly the same, each with how many of a hundred words.

    One that was found before is looked at once more, however many have its words by now.
    """
    said_by = dict(
        session.execute(
            select(Mark.mark, func.count())
            .join(Application, Application.id == Mark.application_id)
            .where(Mark.mark.in_(own), others)
            .group_by(Mark.mark)
        ).all()
    )
    rare = {mark for mark in own if said_by.get(mark, 0) <= COMMON}
    likely = most_in_common(session, [mark for mark, number in said_by.items() if number <= SAID_BY_MOST], rare, others)
    before = [other_of(each, id) for each in suspicions_of(session, id) if "words" in kinds_of(each)]
    known = session.scalars(select(Application.id).where(Application.id.in_(before), others)).all()
    texts = texts_of(session, {id, *likely, *known})
    mine = texts[id].said()
    for other in sorted({*likely, *known}):
        alike = likeness(mine, texts[other].said(), rare)
        if alike.is_near or (other in known and alike.percent >= ALIKE):
            yield other, alike.percent


def most_in_common(
    session: Session, marks: Collection[int], rare: Collection[int], others: ColumnElement[bool]
) -> Sequence[int]:
    """The few applications that have most of these marks; one that hardly anybody has counts three times."""
    weight = func.sum(case((Mark.mark.in_(rare), 3), else_=1))
    return session.scalars(
        select(Mark.application_id)
        .join(Application, Application.id == Mark.application_id)
        .where(Mark.mark.in_(marks), others)
        .group_by(Mark.application_id)
        .having(func.count() >= SHARED_LEAST)
        .order_by(weight.desc(), Mark.application_id.desc())
        .limit(READ_MOST)
    ).all()


def suspicions_of(session: Session, id: int, *, held: bool = False) -> Sequence[Suspicion]:
    """The suspicions that an application is part of, the newest first; held until the deed ends where asked."""
    question = select(Suspicion).where(or_(Suspicion.first_id == id, Suspicion.second_id == id))
    if held:
        question = question.with_for_update(key_share=True).execution_options(populate_existing=True)
    return session.scalars(question.order_by(Suspicion.id.desc()).limit(KNOWN_MOST)).all()


def other_of(suspicion: Suspicion, id: int) -> int:
    """The other one of the two."""
    return suspicion.second_id if suspicion.first_id == id else suspicion.first_id


def kinds_of(suspicion: Suspicion) -> set[str]:
    """The kinds of its reasons."""
    return {each.kind for each in reasons_in(suspicion.reasons)}


def put(session: Session, id: int, found: Found) -> None:
    """Write down what was found, in the place of what was found before. What an officer said of it stands.

    A suspicion that nothing speaks for any more lapses; one that was settled is open again where more is alike.
    """
    hold(session, {id, *found, *(other_of(each, id) for each in suspicions_of(session, id))})
    there = {other_of(each, id): each for each in suspicions_of(session, id, held=True)}
    standing = set(session.scalars(select(Application.id).where(Application.id.in_(there), in_standing())))
    for other, suspicion in there.items():
        if reasons := found.get(other):
            renew(suspicion, reasons)
        elif suspicion.state == "open" and other in standing:
            move(suspicion, "lapse", by=PORTAL)
            suspicion.version += 1
    new = {other: reasons for other, reasons in found.items() if other not in there}
    for other in sorted(new, key=lambda each: (is_weak(kinds(new[each])), -each))[:NEW_MOST]:
        suspect(session, id, other, new[other])


def in_standing() -> ColumnElement[bool]:
    """True of applications that were sent and stand as they were sent."""
    return Application.state.in_(STANDING)


def hold(session: Session, ids: Collection[int]) -> None:
    """Hold what is known of these until the deed ends, in one order, so that a pair is not written down twice."""
    question = select(Look.application_id).where(Look.application_id.in_(ids)).order_by(Look.application_id)
    session.execute(question.with_for_update(key_share=True)).all()


def kinds(reasons: Iterable[Reason]) -> set[str]:
    """The kinds of these reasons."""
    return {each.kind for each in reasons}


def renew(suspicion: Suspicion, reasons: Sequence[Reason]) -> None:
    """Give a suspicion the reasons that there are now."""
    more = kinds(reasons) - kinds_of(suspicion)
    if suspicion.state == "lapsed" or (suspicion.state == "cleared" and more):
        suspicion.settled_by = suspicion.settled_at = None
        move(suspicion, "find_more", by=PORTAL, kinds=sorted(more))
    kept = [each.kept() for each in reasons]
    if kept != suspicion.reasons or more:
        suspicion.reasons, suspicion.is_weak = kept, is_weak(kinds(reasons))
        suspicion.version += 1


def suspect(session: Session, id: int, other: int, reasons: Sequence[Reason]) -> None:
    """Write down that two look like one."""
    first, second = sorted((id, other))
    suspicion = Suspicion(
        first_id=first,
        second_id=second,
        reasons=[each.kept() for each in reasons],
        is_weak=is_weak(kinds(reasons)),
        found_at=utc_now(),
    )
    session.add(suspicion)
    session.flush()
    note(suspicion, "find", by=PORTAL, kinds=sorted(kinds(reasons)))
