"""What goes by a reference, as far as a council person may open it: the way there in one step."""

import re
from collections.abc import Iterator
from typing import Any

from sqlalchemy import Select, literal, select, union_all

from portal.assessments.access import readable_by
from portal.assessments.tables import APPLICATIONS, ASSESSMENTS, DECISIONS, ORGANISATIONS, ROUNDS
from portal.db.session import db
from portal.mail.models import Letter
from portal.messages.models import Message
from portal.organisations.check_queries import in_conflict
from portal.organisations.models import RECORD, STANDS
from portal.permissions import Permission as P
from portal.permissions import Someone

MESSAGES, LETTERS = Message.__table__, Letter.__table__
GAPS = re.compile(r"[\s\-–—.]+")
CODE_LENGTH = 10
"""How many characters of a reference come after its prefix: see `kit.refs.new_ref`."""
LEAST = 4
Way = tuple[str, dict[str, str]]
"""An endpoint, and the values of its address."""


def spellings(typed: str) -> list[str]:
    """A reference as it may be written: as it was typed, or read out and typed without its dashes or its capitals."""
    bare = GAPS.sub("", typed).upper()
    prefix, code = bare[:-CODE_LENGTH], bare[-CODE_LENGTH:]
    read_out = [f"{prefix}-{code[:4]}-{code[4:8]}-{code[8:]}"] if prefix else []
    return list(dict.fromkeys([typed, typed.lower(), *read_out]))


def way_to(typed: str, someone: Someone) -> Way | None:
    """Where the one thing of that reference is that this person may open; None for none, and for more than one."""
    if len(typed) < LEAST:
        return None
    questions = [question for question in of_someone(someone, spellings(typed)) if question is not None]
    ways = {tuple(row) for row in db.session.execute(union_all(*questions))}
    if len(ways) != 1:
        return None
    [(endpoint, part, ref)] = ways
    return endpoint, {part: ref}


def of_someone(someone: Someone, refs: list[str]) -> Iterator[Select[Any]]:
    """The questions for all that this person may open; each has an endpoint, the name of its part, and the part."""
    if someone.may(P.ROUND_READ):
        yield to("assessments.round", "code", ROUNDS.c.code).where(ROUNDS.c.code.in_(refs))
        sent = to("assessments.application", "ref", APPLICATIONS.c.ref)
        yield sent.where(APPLICATIONS.c.ref.in_(refs), readable_by(someone))
    if someone.may(P.ASSESSMENT_SCORE):
        own = to("assessments.score", "ref", ASSESSMENTS.c.ref).join(
            APPLICATIONS, APPLICATIONS.c.id == ASSESSMENTS.c.application_id
        )
        own = own.where(ASSESSMENTS.c.reviewer_id == someone.person_id, ASSESSMENTS.c.state != "stood_down")
        yield own.where(ASSESSMENTS.c.ref.in_(refs), readable_by(someone))
    if someone.may(P.PANEL_READ):
        decided = to("assessments.decide", "ref", APPLICATIONS.c.ref).join(
            DECISIONS, DECISIONS.c.application_id == APPLICATIONS.c.id
        )
        yield decided.where(DECISIONS.c.ref.in_(refs), readable_by(someone))
    if someone.may(P.ORGANISATION_VERIFY):
        stands = to("organisations.check", "ref", ORGANISATIONS.c.ref).join(RECORD, ORGANISATIONS.c.id == STANDS)
        yield stands.where(RECORD.c.ref.in_(refs), ~in_conflict(someone.person_id))
    if someone.may(P.MESSAGE_ANSWER):
        yield to("messages.show", "ref", MESSAGES.c.ref).where(MESSAGES.c.ref.in_(refs))
    if someone.may(P.OUTBOX_READ):
        yield to("upkeep.letter", "ref", LETTERS.c.ref).where(LETTERS.c.ref.in_(refs))


def to(endpoint: str, part: str, column: Any) -> Select[Any]:
    """The question for one kind of thing."""
    return select(literal(endpoint).label("endpoint"), literal(part).label("part"), column.label("ref"))
