"""What the panel and the partner ask about decisions."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, Protocol

from flask_babel import ngettext
from sqlalchemy import Row, Select, bindparam, select

from portal.accounts.queries import Done, what_happened
from portal.applications.models import Application
from portal.applications.notices import told_of
from portal.applications.paging import by_key
from portal.applications.queries import one_for
from portal.assessments import decision_conditions, ranking
from portal.assessments.access import Reads, readable, readable_by, reads
from portal.assessments.models import Decision, FurthestFirst, Panel, Standing
from portal.assessments.notices import next_step
from portal.assessments.rules import DECISION, OUTCOMES
from portal.assessments.tables import ROUNDS
from portal.db.session import db
from portal.funds import queries as funds
from portal.funds.models import Round
from portal.funds.questions import Criterion
from portal.history.queries import sentences
from portal.kit.errors import NotThere, WrongState
from portal.kit.money import pounds
from portal.kit.paging import PAGE_SIZE, Page
from portal.kit.refs import digest
from portal.kit.text import N_, Say
from portal.organisations.models import Organisation
from portal.permissions import Someone
from portal.web.words import moment, translated

HISTORY_WORDS = sentences(DECISION, {"propose": N_("{who} proposed: {outcome}")})


@dataclass(frozen=True, slots=True)
class Case:
    """All that the panel has on one application.

    `left` is what is not promised yet, in pence; None for somebody in conflict with any applicant of the round, whom
    it would tell what was decided there.
    """

    application: Application
    organisation: Organisation
    round: Round
    standing: Standing
    decision: Decision | None
    furthest: FurthestFirst | None
    left: int | None

    @property
    def asked(self) -> int:
        """What the partner asked for, in pence."""
        return self.application.amount_pence or 0

    @property
    def criteria(self) -> Sequence[Criterion]:
        """What it was scored on, in the form's order."""
        return funds.form_of(self.round.id, self.application.form_number).criteria


class Stamped(Protocol):
    """What tells one version of a decision from every other."""

    ref: str
    version: int


@dataclass(frozen=True, slots=True)
class Group:
    """The organisations that get the same outcome, and what it comes to in pence."""

    outcome: str
    organisations: tuple[str, ...]
    amount: int


@dataclass(frozen=True, slots=True)
class Listing:
    """What one press would release: by outcome, how many letters by how many e-mails, and the stamp of just this.

    `by_post` names the organisations that no e-mail reaches.
    """

    groups: tuple[Group, ...]
    count: int
    emails: int
    by_post: tuple[str, ...]
    stamp: str


@dataclass(frozen=True, slots=True)
class Released:
    """A decision as the partner reads it."""

    decision: Decision
    application: Application
    conditions: tuple[str, ...]

    @property
    def next_step(self) -> str:
        """What happens next and by when, counted from the day of the letter."""
        return next_step(self.decision.outcome, self.decision.released_at)


def case_of(someone: Someone, ref: str) -> Case:
    """The panel's case on one application. Raises NotThere for one that is not in the ranking, or not theirs to see."""
    told = {"reader": someone.person_id, "ref": ref}
    found = db.session.execute(case_question(reads(someone)), told).first()
    if found is None:
        raise NotThere()
    application, organisation, round_, standing, decision, furthest, panel, conflicts = found
    left = round_.budget_pence - (panel.committed_pence if panel else 0)
    return Case(application, organisation, round_, standing, decision, furthest, None if conflicts else left)


@cache
def case_question(reads: Reads) -> Select[*tuple[Any, ...]]:
    """A case's parts, and with how many applicants of the round READER is in conflict."""
    conflicts = ranking.conflicts(ROUNDS.c.id)
    return (
        select(Application, Organisation, Round, Standing, Decision, FurthestFirst, Panel, conflicts)
        .join(Application.organisation)
        .join(Round, Round.id == Application.round_id)
        .join(Standing, Standing.application_id == Application.id)
        .outerjoin(Decision, Decision.application_id == Application.id)
        .outerjoin(FurthestFirst, FurthestFirst.application_id == Application.id)
        .outerjoin(Panel, Panel.round_id == Application.round_id)
        .where(Application.ref == bindparam("ref"), Application.state.in_(ranking.READY), readable(reads))
    )


def decision_in(case: Case) -> Decision:
    """The decision that stands. Raises WrongState where none was proposed yet."""
    if case.decision is None:
        raise WrongState()
    return case.decision


def history_of(decision: Decision) -> list[tuple[str, str]]:
    """What happened to a decision, newest first: when and what, in words."""
    return [(moment(done.at), translated(sentence(done))) for done in what_happened(decision, HISTORY_WORDS)]


def sentence(done: Done) -> Say:
    """One deed as a sentence, the outcome in words and with its amount."""
    outcome, amount = done.facts.get("outcome"), done.facts.get("amount")
    words = translated(OUTCOMES[outcome]) if outcome else ""
    words += f", {pounds(amount)}" if amount else ""
    if conditions := done.facts.get("conditions"):
        words += ", " + ngettext("with %(num)s condition", "with %(num)s conditions", conditions)
    return Say(HISTORY_WORDS[done.verb], who=done.who, outcome=words)


def confirmed(round_id: int, someone: Someone, *columns: Any) -> Select[Any]:
    """The question for the decisions whose letters wait; those of a conflict of interest are left to others."""
    return (
        select(*columns)
        .select_from(Decision)
        .join(Application, Application.id == Decision.application_id)
        .join(Application.organisation)
        .where(Decision.round_id == round_id, Decision.state == "confirmed", Application.state == "scored")
        .where(readable_by(someone))
    )


def letters(round_: Round, someone: Someone, *, after: str | None, before: str | None) -> Page[Row[Any]]:
    """A page of the letters that wait, each in full, the newest proposal first."""
    columns = (
        Decision.id,
        Decision.outcome,
        Decision.amount_pence,
        Decision.letter,
        Application.ref,
        Application.title,
        Organisation.name.label("organisation"),
    )
    return by_key(confirmed(round_.id, someone, *columns), Decision.id, after, before, PAGE_SIZE)


def listing(round_: Round, someone: Someone) -> Listing:
    """What one press would release now, by outcome, in three statements."""
    of_decision = (Decision.ref, Decision.version, Decision.outcome, Decision.amount_pence)
    columns = (*of_decision, Organisation.name, Application.id, Application.owner_id)
    rows = db.session.execute(confirmed(round_.id, someone, *columns).order_by(Organisation.name, Decision.id)).all()
    told = told_of({row.id: row.owner_id for row in rows})
    by_outcome = {code: [row for row in rows if row.outcome == code] for code in OUTCOMES}
    groups = tuple(
        Group(code, tuple(row.name for row in found), sum(row.amount_pence for row in found))
        for code, found in by_outcome.items()
        if found
    )
    by_post = tuple(row.name for row in rows if not told[row.id])
    return Listing(groups, len(rows), sum(map(len, told.values())), by_post, stamp(rows))


def stamp(rows: Iterable[Stamped]) -> str:
    """One word for exactly these decisions as they stand, so that nothing is released that was not read."""
    return digest(" ".join(sorted(f"{row.ref}:{row.version}" for row in rows)))


def released_to(someone: Someone, ref: str) -> Released:
    """What an organisation was told about its application. Raises NotThere before the letter and for anybody else's."""
    application = one_for(someone, ref)
    decision = db.session.scalar(
        select(Decision).where(Decision.application_id == application.id, Decision.state == "released")
    )
    if decision is None:
        raise NotThere()
    return Released(decision, application, decision_conditions.of(decision))
