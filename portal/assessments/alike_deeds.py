"""How deeds about applications that look alike are told: to who checks applications, and only of what they may read."""

from typing import Any

from sqlalchemy import ColumnElement, or_, select, true

from portal.assessments.access import in_conflict, reads_all
from portal.assessments.alike import MORE_WORDS, SUSPICION
from portal.assessments.alike_models import Suspicion
from portal.assessments.tables import APPLICATIONS
from portal.history.queries import sentences
from portal.history.telling import Kind, Saying, sayings
from portal.kit.text import N_
from portal.permissions import Permission as P
from portal.permissions import Someone

SUSPICIONS = Suspicion.__table__
WHO_CHECKS = frozenset({P.APPLICATION_TRIAGE})


def closed_suspicions(someone: Someone, id: Any) -> ColumnElement[bool]:
    """True of deeds of which this person is told nothing: about one side with which they have a conflict of interest.

    Who scores and does not check is told of none: they would learn what their readings leave out.
    """
    if someone.may(P.ASSESSMENT_SCORE) and not reads_all(someone):
        return true()
    either = or_(APPLICATIONS.c.id == SUSPICIONS.c.first_id, APPLICATIONS.c.id == SUSPICIONS.c.second_id)
    return (
        select(SUSPICIONS.c.id)
        .select_from(SUSPICIONS, APPLICATIONS)
        .where(SUSPICIONS.c.id == id, either, in_conflict(someone.person_id))
        .limit(1)
        .offset(0)
        .correlate_except(SUSPICIONS, APPLICATIONS)
        .exists()
    )


KINDS = (
    Kind(
        "suspicion",
        N_("Alike"),
        sayings(sentences(SUSPICION, MORE_WORDS)),
        refs=select(SUSPICIONS.c.id, APPLICATIONS.c.ref, true().label("is_open")).join(
            APPLICATIONS, APPLICATIONS.c.id == SUSPICIONS.c.second_id
        ),
        machine=SUSPICION,
        page=("assessments.application", "ref", WHO_CHECKS),
        hidden=closed_suspicions,
        needs=WHO_CHECKS,
        veiled=(
            *sayings({verb: sentences(SUSPICION, MORE_WORDS)[verb] for verb in ("find", "find_more", "lapse")}),
            Saying(
                "settle", N_("{who} settled whether two applications are the same"), ("clear", "confirm", "ask_again")
            ),
        ),
    ),
)
