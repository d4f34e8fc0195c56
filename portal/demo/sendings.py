"""Applications of the demonstration town, as rows: what was typed, when it was sent, and the history of it."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from random import Random
from typing import Any

from sqlalchemy.orm import Session

from portal.applications.models import Application, SectionAnswers
from portal.demo.answers import application_for
from portal.demo.organisations import DemoOrganisation
from portal.demo.reasons import not_eligible_reasons, withdrawn_reasons
from portal.demo.timetable import round_for
from portal.funds import queries as funds
from portal.funds.answers import amount_asked, people_helped
from portal.funds.models import Round
from portal.history.models import Deed
from portal.kit.dates import utc_now
from portal.kit.refs import new_id, new_ref

LATER = ("assessing", "scored", "decided")
WRITTEN_BY_NOW = 5
"""How many sections of a draft are filled in."""


@dataclass(frozen=True, slots=True)
class Team:
    """An organisation of the town, its row, and the person who leads it."""

    demo: DemoOrganisation
    organisation_id: int
    lead_id: int


@dataclass(frozen=True, slots=True)
class Sent:
    """An application, how good it is, whose it is, and how far the plan takes it."""

    row: Application
    quality: float
    team: Team
    plan: str


def deed(
    subject: str,
    id: int,
    verb: str,
    at: dt.datetime,
    actor: int | None,
    ways: tuple[str, str] | None = None,
    **facts: Any,
) -> Deed:
    """One row of history, as it would have been written at the time."""
    before, after = ways or (None, None)
    return Deed(
        at=at,
        subject=subject,
        subject_id=id,
        verb=verb,
        from_state=before,
        to_state=after,
        actor_id=actor,
        facts=facts,
    )


def backdate(session: Session, at: dt.datetime, actor: int) -> None:
    """Let the rows of history that are about to be written say when it was, and by whom."""
    for row in session.new:
        if isinstance(row, Deed):
            row.at, row.actor_id = at, actor
    session.flush()


class Desk:
    """Where applications to one round are written and come in."""

    def __init__(self, session: Session, rng: Random, round_: Round, season: str, today: dt.date) -> None:
        self.session, self.rng, self.round, self.withdrawn = session, rng, round_, 0
        self.document = round_for(season, today)
        self.form = funds.form_of(round_.id, round_.form_number)
        self.end = min(round_.closes_at, utc_now()) - dt.timedelta(minutes=20)

    def fill(self, states: Sequence[str], teams: Sequence[Team]) -> list[Sent]:
        """One application for each team, as far as planned; a decided one stands as scored until the panel."""
        sent = [self.write(team, state) for team, state in zip(teams, states, strict=True)]
        self.session.flush()
        for one in sent:
            self.record(one)
        self.session.flush()
        return sent

    def moments(self) -> tuple[dt.datetime, dt.datetime]:
        """When one was started and when it was finished: most in the last days before closing."""
        length = (self.end - self.round.opens_at).total_seconds()
        finished = self.round.opens_at + dt.timedelta(seconds=length * self.rng.betavariate(4, 1.2))
        started = finished - dt.timedelta(hours=self.rng.uniform(2, 120))
        return max(started, self.round.opens_at + dt.timedelta(minutes=5)), finished

    def write(self, team: Team, plan: str) -> Sent:
        """One application with all its answers; a draft has only its first sections."""
        found = application_for(team.demo, self.document, self.rng)
        started, finished = self.moments()
        sections = dict(list(found.answers.items())[: WRITTEN_BY_NOW if plan == "draft" else None])
        answers = {code: value for section in sections.values() for code, value in section.items()}
        was_sent = plan not in {"draft", "withdrawn"}
        row = Application(
            ref=new_ref(self.round.prefix),
            round_id=self.round.id,
            form_number=self.round.form_number,
            organisation_id=team.organisation_id,
            started_by=team.lead_id,
            started_at=started,
            changed_at=finished,
            eligibility={question.code: question.right_answer for question in self.form.eligibility},
            known_closes_at=self.round.closes_at,
            title=self.marked("title", answers),
            summary=self.marked("summary", answers),
            amount_pence=amount_asked(self.form, answers),
            people=people_helped(self.form, answers),
            state=plan if plan != "decided" else "scored",
            submitted_at=finished if was_sent else None,
            submitted_by=team.lead_id if was_sent else None,
            signed_name=team.demo.contact if was_sent else None,
            outcome_reasons=not_eligible_reasons(team.demo, self.rng) if plan == "not_eligible" else None,
            withdrawn_because=self.why_withdrawn() if plan == "withdrawn" else None,
        )
        row.sections = [self.section(code, typed, team, finished) for code, typed in sections.items()]
        self.session.add(row)
        return Sent(row, found.quality, team, plan)

    def why_withdrawn(self) -> str | None:
        """What they said when they took it back; every third said nothing."""
        said = withdrawn_reasons()
        self.withdrawn += 1
        return said[self.withdrawn % len(said)] or None

    def section(self, code: str, typed: dict[str, Any], team: Team, at: dt.datetime) -> SectionAnswers:
        """What was typed in one section."""
        return SectionAnswers(section=code, answers=typed, version=1, saved_at=at, saved_by=team.lead_id, form=new_id())

    def marked(self, mark: str, answers: dict[str, Any]) -> str:
        """The answer to the question with that mark."""
        return str(answers.get(self.form.marked(mark).code, ""))

    def record(self, sent: Sent) -> None:
        """The history of one application up to its check."""
        row, lead = sent.row, sent.team.lead_id
        rows = [deed("application", row.id, "start", row.started_at, lead)]
        rows += [
            deed("application", row.id, "save", row.changed_at, lead, section=each.section, version=1)
            for each in row.sections
        ]
        if sent.plan == "withdrawn":
            rows.append(deed("application", row.id, "withdraw", row.changed_at, lead, ("draft", "withdrawn")))
        elif row.submitted_at:
            rows.append(deed("application", row.id, "submit", row.submitted_at, lead, ("draft", "submitted")))
        self.session.add_all(rows)
