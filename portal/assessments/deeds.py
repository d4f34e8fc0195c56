"""How deeds to applications, readings and decisions are told, and who is told nothing of them.

The same walls as on every page: nothing of an application to whoever has a conflict of interest with its organisation;
nothing of a reviewer's deeds to anybody before all scores are in; nothing of an application whose round hides names to
a reviewer who would learn from it whose it is. Who reads no applications is told that one was checked or decided, and
not with what result.
"""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from sqlalchemy import ColumnElement, and_, exists, literal, or_, select, true

from portal.applications.declining import DECLINING
from portal.applications.deeds import APPLICATION
from portal.assessments.access import READS_ALL, in_conflict, reads_all
from portal.assessments.decision_queries import HISTORY_WORDS
from portal.assessments.reserve import PROMOTION
from portal.assessments.reserve_queries import HISTORY_WORDS as RESERVE_WORDS
from portal.assessments.reserve_queries import outcome_in
from portal.assessments.rules import ASSESSMENT, DECISION, OUTCOMES
from portal.assessments.scoring_queries import OPEN_STATES
from portal.assessments.tables import (
    APPLICATIONS,
    ASSESSMENTS,
    CHECK_MARKS,
    DECISIONS,
    DECLARATIONS,
    MODERATIONS,
    PROMOTIONS,
    ROUNDS,
)
from portal.history.queries import sentences
from portal.history.telling import Kind, Saying, sayings
from portal.kit.money import pounds
from portal.kit.text import N_
from portal.permissions import Permission as P
from portal.permissions import Someone
from portal.web.words import translated

GIVEN_UP = tuple(move.name for move in DECLINING)
RESULTS = ("accept", "refuse", "fund", "part_fund", "reserve", "decline", "promote", *GIVEN_UP)
PAGE = ("assessments.application", "ref", READS_ALL)
OF_APPLICATION = (APPLICATIONS.c.ref, APPLICATIONS.c.submitted_at.is_not(None).label("is_open"))


ON_THE_GATE = (Saying("check", N_("{who} went on with the checks"), ("mark_line", "write_reasons")),)
"""What was found before scoring is on the application's page for who checks it, and nobody else is told it."""


def closed_to(someone: Someone) -> ColumnElement[bool]:
    """True of applications of which this person is told nothing."""
    conflict = in_conflict(someone.person_id)
    if reads_all(someone) or not someone.may(P.ASSESSMENT_SCORE):
        return conflict
    hides = exists().where(ROUNDS.c.id == APPLICATIONS.c.round_id, ROUNDS.c.names_hidden).correlate(APPLICATIONS)
    return or_(conflict, hides)


def found_for_each(tables: tuple[Any, ...], *clauses: ColumnElement[bool]) -> ColumnElement[bool]:
    """True where such a row is there, looked up for each deed on its own.

    The offset of nothing keeps PostgreSQL from gathering all closed applications first, to show twenty-five deeds.
    """
    return select(literal(1)).select_from(*tables).where(*clauses).limit(1).offset(0).correlate_except(*tables).exists()


def closed_applications(someone: Someone, id: Any) -> ColumnElement[bool]:
    """True of deeds to applications that this person is not told."""
    return found_for_each((APPLICATIONS,), APPLICATIONS.c.id == id, closed_to(someone))


def closed_readings(someone: Someone, id: Any) -> ColumnElement[bool]:
    """True of deeds to readings that this person is not told: all of them, until all scores are in."""
    its = and_(ASSESSMENTS.c.id == id, APPLICATIONS.c.id == ASSESSMENTS.c.application_id)
    early = APPLICATIONS.c.state.not_in(OPEN_STATES)
    return found_for_each((ASSESSMENTS, APPLICATIONS), its, or_(early, closed_to(someone)))


def closed_moderations(someone: Someone, id: Any) -> ColumnElement[bool]:
    """True of deeds to notes on scores that this person is not told. One is written when all scores are in."""
    its = and_(MODERATIONS.c.id == id, APPLICATIONS.c.id == MODERATIONS.c.application_id)
    return found_for_each((MODERATIONS, APPLICATIONS), its, closed_to(someone))


def closed_checks(someone: Someone, id: Any) -> ColumnElement[bool]:
    """True of deeds to lines of a gate that this person is not told."""
    its = and_(CHECK_MARKS.c.id == id, APPLICATIONS.c.id == CHECK_MARKS.c.application_id)
    return found_for_each((CHECK_MARKS, APPLICATIONS), its, closed_to(someone))


def closed_decisions(someone: Someone, id: Any) -> ColumnElement[bool]:
    """True of deeds to decisions that this person is not told."""
    its = and_(DECISIONS.c.id == id, APPLICATIONS.c.id == DECISIONS.c.application_id)
    return found_for_each((DECISIONS, APPLICATIONS), its, closed_to(someone))


def closed_promotions(someone: Someone, id: Any) -> ColumnElement[bool]:
    """True of deeds to promotions from a reserve list that this person is not told."""
    its = and_(PROMOTIONS.c.id == id, APPLICATIONS.c.id == PROMOTIONS.c.application_id)
    return found_for_each((PROMOTIONS, APPLICATIONS), its, closed_to(someone))


def outcome(facts: Mapping[str, Any]) -> dict[str, str]:
    """What was decided in words, with its amount."""
    code, amount = facts.get("outcome"), facts.get("amount")
    words = translated(OUTCOMES[code]) if code in OUTCOMES else ""
    return {"outcome": f"{words}, {pounds(amount)}" if words and amount else words}


KINDS = (
    replace(
        APPLICATION,
        page=PAGE,
        hidden=closed_applications,
        needs=READS_ALL,
        veiled=(
            *(one for one in APPLICATION.sayings if one.code not in RESULTS),
            Saying("check", N_("{who} checked the application"), ("accept", "refuse")),
            Saying("release", N_("{who} released the letter"), ("fund", "part_fund", "reserve", "decline", "promote")),
            Saying("give_up", N_("{who} withdrew the application"), GIVEN_UP),
        ),
    ),
    Kind(
        "declaration",
        N_("Conflicts of interest"),
        sayings({"declare": N_("{who} declared who they have a conflict of interest with")}),
        refs=select(DECLARATIONS.c.id, ROUNDS.c.code.label("ref"), true().label("is_open")).join(
            ROUNDS, ROUNDS.c.id == DECLARATIONS.c.round_id
        ),
        page=("assessments.round", "code", frozenset({P.ROUND_READ})),
    ),
    Kind(
        "check_mark",
        N_("Check of an application"),
        ON_THE_GATE,
        refs=select(CHECK_MARKS.c.id, *OF_APPLICATION).join(
            APPLICATIONS, APPLICATIONS.c.id == CHECK_MARKS.c.application_id
        ),
        page=PAGE,
        hidden=closed_checks,
        needs=READS_ALL,
        veiled=ON_THE_GATE,
    ),
    Kind(
        "assessment",
        N_("Reading"),
        sayings(
            sentences(
                ASSESSMENT,
                {
                    "share": N_("{who} gave the application to a reviewer"),
                    "save_scores": N_("{who} saved scores"),
                },
            )
        ),
        refs=select(ASSESSMENTS.c.id, *OF_APPLICATION).join(
            APPLICATIONS, APPLICATIONS.c.id == ASSESSMENTS.c.application_id
        ),
        machine=ASSESSMENT,
        page=PAGE,
        hidden=closed_readings,
    ),
    Kind(
        "moderation",
        N_("Note on scores"),
        sayings({"moderate": N_("{who} wrote a note on points that lay far apart, in the place of a third reviewer")}),
        refs=select(MODERATIONS.c.id, *OF_APPLICATION).join(
            APPLICATIONS, APPLICATIONS.c.id == MODERATIONS.c.application_id
        ),
        page=PAGE,
        hidden=closed_moderations,
    ),
    Kind(
        "decision",
        N_("Decision"),
        sayings(HISTORY_WORDS),
        refs=select(DECISIONS.c.id, *OF_APPLICATION).join(
            APPLICATIONS, APPLICATIONS.c.id == DECISIONS.c.application_id
        ),
        machine=DECISION,
        page=PAGE,
        fill=outcome,
        hidden=closed_decisions,
        needs=frozenset({P.PANEL_READ}),
        veiled=sayings(
            {
                "propose": N_("{who} proposed a decision"),
                "propose_again": N_("{who} changed the proposal"),
                "send_back": N_("{who} sent the proposal back"),
                "confirm": N_("{who} confirmed the decision"),
                "release": N_("{who} released the letter"),
            }
        ),
    ),
    Kind(
        "promotion",
        N_("Reserve list"),
        sayings(RESERVE_WORDS),
        refs=select(PROMOTIONS.c.id, *OF_APPLICATION).join(
            APPLICATIONS, APPLICATIONS.c.id == PROMOTIONS.c.application_id
        ),
        machine=PROMOTION,
        page=PAGE,
        fill=outcome_in,
        hidden=closed_promotions,
        needs=frozenset({P.PANEL_READ}),
        veiled=sayings(
            {
                "suggest": N_("The portal proposed somebody from a reserve list"),
                "adopt": N_("{who} proposed somebody from a reserve list"),
                "confirm": N_("{who} confirmed a proposal from a reserve list"),
                "release": N_("{who} released the letter"),
                "pass_over": N_("{who} left somebody on a reserve list"),
                "lapse": N_("Somebody left a reserve list"),
            }
        ),
    ),
)
