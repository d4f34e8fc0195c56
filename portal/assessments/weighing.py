"""Working out furthest first: as things are now, and kept beside each standing as the panel's ranking has it.

It is kept when the last scores come in. Where a ward, a community or an answer changes while an application is before
the panel, the worker works it out anew within a minute or two. What was decided keeps what its panel saw.
"""

import datetime as dt
from collections.abc import Collection, Iterable, Mapping
from typing import Any

from sqlalchemy import Select, bindparam, or_, select

from portal.applications.models import Application
from portal.applications.rules import DECIDED
from portal.assessments.evidence import Community, Furthest, communities, reach
from portal.assessments.models import FurthestFirst
from portal.assessments.tables import APPLICATIONS, FURTHEST, SECTIONS
from portal.db.session import action, db
from portal.funds import queries as funds
from portal.funds.answers import communities_named, people_by_ward
from portal.funds.questions import Form, Kind
from portal.jobs.registry import job
from portal.kit.dates import utc_now
from portal.kit.refs import mark_of
from portal.kit.text import N_
from portal.places import queries as places
from portal.programme import queries as programme

AT_A_TIME, BATCHES_MOST = 200, 100
"""How many one transaction works out anew, and how many transactions one turn of the worker takes."""

COUNTING = frozenset({Kind.WARDS, Kind.COMMUNITIES, Kind.GROUPS})
"""The kinds of question whose answers count."""

FORMS = select(APPLICATIONS.c.id, APPLICATIONS.c.round_id, APPLICATIONS.c.form_number).where(
    APPLICATIONS.c.id.in_(bindparam("applications", expanding=True))
)
ANSWERS = select(SECTIONS.c.application_id, SECTIONS.c.answers).where(
    SECTIONS.c.application_id.in_(bindparam("applications", expanding=True)),
    SECTIONS.c.section.in_(bindparam("sections", expanding=True)),
)
WEIGHED = (
    select(APPLICATIONS.c.id)
    .outerjoin(FURTHEST, FURTHEST.c.application_id == APPLICATIONS.c.id)
    .order_by(APPLICATIONS.c.id)
    .limit(AT_A_TIME)
)
OLD = WEIGHED.where(
    APPLICATIONS.c.state == "scored",
    or_(
        FURTHEST.c.application_id.is_(None),
        FURTHEST.c.scale != bindparam("scale"),
        FURTHEST.c.at < APPLICATIONS.c.changed_at,
    ),
)
"""What is before a panel and was worked out from something else, or never."""
NEVER = WEIGHED.where(APPLICATIONS.c.state.in_(DECIDED), FURTHEST.c.application_id.is_(None))
"""What was decided before the portal knew furthest first."""


def known_communities() -> dict[str, Community]:
    """Every community that the council has a word for, by its code; one that was used counts for good."""
    return {word.code: Community(word.label, word.priority == "yes") for word in programme.all_terms("community")}


def scale() -> str:
    """The mark of the wards and communities that count now: another one as soon as any of them changes."""
    wards = [[each.code, each.name, each.people, each.deprived_people] for each in places.wards().values()]
    named = [[code, each.name, each.is_priority] for code, each in sorted(known_communities().items())]
    return mark_of([wards, named])


def furthest(form: Form, answers: Mapping[str, Any]) -> Furthest:
    """Furthest first for what was answered in a form, as things are now."""
    wards = reach(people_by_ward(form, answers), places.wards())
    return Furthest(wards, communities(communities_named(form, answers), known_communities()))


def worked_out(ids: Collection[int]) -> dict[int, Furthest]:
    """The same for applications, by id, in two statements however many they are."""
    forms = {
        id: funds.form_of(round_id, number)
        for id, round_id, number in db.session.execute(FORMS, {"applications": list(ids)})
    }
    answers: dict[int, dict[str, Any]] = {id: {} for id in forms}
    sections = {code for form in forms.values() for code in sections_that_count(form)}
    if sections:
        for id, said in db.session.execute(ANSWERS, {"applications": list(ids), "sections": sorted(sections)}):
            answers[id].update(said)
    return {id: furthest(form, answers[id]) for id, form in forms.items()}


def sections_that_count(form: Form) -> tuple[str, ...]:
    """The sections of a form that hold questions that count, or what such a question hangs on."""
    asked = [question for question in form.questions() if question.kind in COUNTING]
    codes = {question.code for question in asked}
    codes |= {condition.question for question in asked for condition in question.conditions}
    return tuple(section.code for section in form.sections if any(each.code in codes for each in section.questions))


def weigh(ids: Iterable[int]) -> None:
    """Work these applications out, held until the deed ends, and keep it. Call it inside `action()`."""
    wanted, now, mark = sorted(ids), utc_now(), scale()
    held = select(Application.id).where(Application.id.in_(wanted)).order_by(Application.id)
    db.session.execute(held.with_for_update(key_share=True))
    rows = select(FurthestFirst).where(FurthestFirst.application_id.in_(wanted))
    rows = rows.execution_options(populate_existing=True)
    there = {row.application_id: row for row in db.session.scalars(rows)}
    for id, found in worked_out(wanted).items():
        row = there.get(id) or FurthestFirst(application_id=id)
        row.points, row.working, row.scale, row.at = found.points, found.to_data(), mark, now
        db.session.add(row)


@job("weigh_furthest", dt.timedelta(minutes=1), N_("Work out furthest first where wards or communities changed"))
def weigh_anew() -> int:
    """Work out anew what is before a panel and no longer right; how many there were."""
    return weigh_all(OLD)


@job("weigh_past", dt.timedelta(hours=6), N_("Work out furthest first of earlier rounds"))
def weigh_past() -> int:
    """Work out what was decided before anybody worked it out; how many there were."""
    return weigh_all(NEVER)


def weigh_all(question: Select[int]) -> int:
    """Work out all that a question finds, some at a time; how many there were."""
    count = 0
    for _ in range(BATCHES_MOST):
        ids = db.session.scalars(question, {"scale": scale()}).all()
        if not ids:
            break
        with action():
            weigh(ids)
        count += len(ids)
    return count


def kept_of(application: Application, row: FurthestFirst | None) -> Furthest:
    """What is kept of an application, as the ranking has it; worked out now where nothing is kept yet."""
    return Furthest.from_data(row.working) if row else worked_out([application.id])[application.id]
