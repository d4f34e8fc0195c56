"""What there is to moderate where points lie far apart, who may, and the note that was written."""

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import ColumnElement, bindparam, select

from portal.applications.models import Application
from portal.assessments import sharing_queries
from portal.assessments.access import require
from portal.assessments.scoring import far_apart
from portal.assessments.scoring_queries import Given, given_in
from portal.assessments.sharing_queries import Reader
from portal.assessments.tables import GAPS, MODERATIONS, PEOPLE
from portal.db.base import BigKey
from portal.db.session import db
from portal.funds.models import Round
from portal.funds.queries import form_of
from portal.funds.questions import Criterion
from portal.kit.errors import NotAllowed, WrongState
from portal.kit.refs import digest
from portal.kit.text import N_
from portal.permissions import Permission as P
from portal.permissions import Someone

NOT_APART = N_("This application wants no note: it is still being scored, or it has gone on to the panel.")
READS_IT = N_("You read this application yourself, so somebody else writes the note on its scores.")
SCORES_TOO = N_("Whoever scores applications may be asked to read this one. Somebody who scores none writes the note.")


@dataclass(frozen=True, slots=True)
class Moderated:
    """A moderation note as it is read: the words by criterion, who wrote them, and when."""

    notes: Mapping[str, str]
    by: str
    at: dt.datetime


@dataclass(frozen=True, slots=True)
class Matter:
    """What somebody who moderates has before them: the criteria to write on, all points, and who is still asked."""

    apart: Sequence[Criterion]
    near: Sequence[Criterion]
    given: Mapping[str, Sequence[Given]]
    asked: Sequence[Reader]

    @property
    def stamp(self) -> str:
        """One word for exactly these scores, so that no note is written on points that were not read."""
        return stamp(self.given)


OF_APPLICATION: ColumnElement[int] = bindparam("application", type_=BigKey)
NOTE_ON = (
    select(MODERATIONS.c.notes, PEOPLE.c.name, MODERATIONS.c.written_at)
    .join(PEOPLE, PEOPLE.c.id == MODERATIONS.c.written_by)
    .where(MODERATIONS.c.application_id == OF_APPLICATION)
)
GAPS_OF = select(GAPS.c.criterion).where(GAPS.c.application_id == OF_APPLICATION)


def may_moderate(someone: Someone) -> bool:
    """Whether this person may see scores before the panel does, to write a note: never one who could yet be asked."""
    return someone.may(P.ASSESSMENT_SHARE) and not someone.may(P.ASSESSMENT_SCORE)


def can_be_moderated(readings: Iterable[Reader], needed: int) -> bool:
    """Whether all whom it needs have finished, and only a third is or would be waited for."""
    live = [each for each in readings if each.state != "stood_down"]
    finished = sum(each.state == "finished" for each in live)
    return finished >= needed and all(each.is_third for each in live if each.state == "shared")


def stamp(given: Mapping[str, Sequence[Given]]) -> str:
    """One word for these scores."""
    return digest(repr(sorted((code, list(each)) for code, each in given.items())))[:16]


def on(application: Application, given: Mapping[str, Sequence[Given]]) -> Moderated | None:
    """The note that was written on an application whose scores these are, if one was.

    It is asked for only where points lie far apart, or lay so before somebody corrected theirs.
    """
    corrected = any(each.before for all_of in given.values() for each in all_of)
    if not corrected and not apart_in(given):
        return None
    row = db.session.execute(NOTE_ON, {"application": application.id}).first()
    return Moderated(*row) if row else None


def matter(application: Application, *, by: Someone) -> Matter:
    """What there is to moderate. Raises NotAllowed for who may not, and WrongState where there is nothing."""
    refuse(by)
    readers, round_ = sharing_queries.readers_of(application), db.session.get_one(Round, application.round_id)
    if any(each.id == by.person_id for each in readers):
        raise NotAllowed(READS_IT)
    if application.state != "assessing" or not can_be_moderated(readers, round_.assessments_needed):
        raise WrongState(NOT_APART)
    given = given_in(application)
    codes = {*db.session.scalars(GAPS_OF, {"application": application.id}), *apart_in(given)}
    if not codes:
        raise WrongState(NOT_APART)
    criteria = form_of(application.round_id, application.form_number).criteria
    return Matter(
        [each for each in criteria if each.code in codes],
        [each for each in criteria if each.code not in codes],
        given,
        [each for each in readers if each.state == "shared"],
    )


def refuse(by: Someone) -> None:
    """Raises NotAllowed for somebody who may not moderate."""
    require(by, P.ASSESSMENT_SHARE)
    if not may_moderate(by):
        raise NotAllowed(SCORES_TOO)


def apart_in(given: Mapping[str, Sequence[Given]]) -> list[str]:
    """The criteria on which points lie far apart just now."""
    return far_apart({code: each.points} for code, all_of in given.items() for each in all_of)
