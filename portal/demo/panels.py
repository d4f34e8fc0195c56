"""What the council made of the demonstration's applications: checks, conflicts, scores, decisions and letters."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from random import Random

from sqlalchemy import select
from sqlalchemy.orm import Session

from portal.accounts.models import Person
from portal.assessments import decision_conditions, notices, weighing
from portal.assessments.decisions import counted
from portal.assessments.letters import Comment
from portal.assessments.models import Assessment, Conflict, Decision, Declaration, Panel, Score, Standing
from portal.assessments.scoring import needs_third, result, weighted
from portal.demo import second_looks
from portal.demo.cast import BY_KEY
from portal.demo.reasons import conditions_for, decision_reasons, reasons_for, score_for
from portal.demo.sendings import Sent, backdate, deed
from portal.funds import queries as funds
from portal.funds.models import Round
from portal.funds.questions import Criterion
from portal.history.actions import move
from portal.kit.dates import from_london, utc_now
from portal.kit.refs import new_id, new_ref
from portal.mail.models import Letter
from portal.permissions import PORTAL

RESERVED, RESERVED_LEAST, FUNDABLE = 8, 2, 250
"""How many a reserve list holds, at most and at least, and the points (hundredths) from which on one is funded."""
EARLY_PANEL = dt.timedelta(days=5)
"""The round that is being assessed had a first panel this long ago."""
PROPOSED, CONFIRMED = 2, 2
"""How many of the summer round's scored applications have a proposal, and how many a confirmed one."""


def working_hour(day: dt.date, rng: Random) -> dt.datetime:
    """Some moment of a working day, never in the future."""
    at = dt.datetime.combine(day, dt.time(9)) + dt.timedelta(minutes=rng.randint(0, 440))
    return min(from_london(at), utc_now() - dt.timedelta(minutes=rng.randint(5, 600)))


@dataclass
class Bench:
    """The reviewers and approvers of the cast, at work."""

    session: Session
    rng: Random
    today: dt.date
    reviewers: list[int]
    conflicted: dict[int, str]
    proposer: int
    confirmer: int

    @classmethod
    def of(cls, session: Session, rng: Random, today: dt.date) -> "Bench":
        """The cast's own, by the addresses they have."""
        ids = {row.email: row.id for row in session.execute(select(Person.email, Person.id))}
        keys = {key: ids[member.email] for key, member in BY_KEY.items() if member.email in ids}
        reviewers = [keys[key] for key in ("ruth", "daniel", "hannah")]
        return cls(session, rng, today, reviewers, {keys["ruth"]: "signing_circle"}, keys["joyce"], keys["martin"])

    def sit(self, round_: Round, sent: list[Sent]) -> None:
        """Take one closed round as far as its applications are planned to come."""
        self.session.add(Panel(round_id=round_.id, budget_pence=round_.budget_pence, committed_pence=0))
        self.check(round_, sent)
        going = [one for one in sent if one.plan in {"assessing", "scored", "decided"}]
        self.declare(round_, sent)
        criteria = funds.form_of(round_.id, round_.form_number).criteria
        standings = {one.row.id: self.read(round_, one, criteria) for one in going}
        self.session.flush()
        weighing.weigh(one.row.id for one in going if one.plan != "assessing")
        self.decide_all(round_, [one for one in going if one.plan == "decided"], standings)
        self.begin_deciding(round_, [one for one in going if one.plan == "scored"], standings)
        self.session.flush()
        if round_.panel_on > self.today:
            second_looks.lay(self.session, going, criteria, self.proposer, self.reviewers[-1])

    def check(self, round_: Round, sent: Iterable[Sent]) -> None:
        """Triage, as history."""
        moves = {"not_eligible": ("refuse", "not_eligible")}
        for one in sent:
            if one.plan in {"not_eligible", "assessing", "scored", "decided"}:
                verb, after = moves.get(one.plan, ("accept", "assessing"))
                at = working_hour(round_.closes_at.date() + dt.timedelta(days=self.rng.randint(1, 6)), self.rng)
                self.session.add(deed("application", one.row.id, verb, at, self.proposer, ("submitted", after)))

    def declare(self, round_: Round, sent: Iterable[Sent]) -> None:
        """Every reviewer has read the list of applicants; Ruth stands back from her own circle."""
        at = working_hour(round_.closes_at.date() + dt.timedelta(days=3), self.rng)
        by_key = {one.team.demo.key: one.team.organisation_id for one in sent}
        for reviewer in self.reviewers:
            self.session.add(Declaration(round_id=round_.id, person_id=reviewer, declared_at=at))
            own = by_key.get(self.conflicted.get(reviewer, ""))
            if own:
                self.session.add(
                    Conflict(
                        round_id=round_.id, person_id=reviewer, organisation_id=own, source="known", declared_at=at
                    )
                )

    def readers(self, one: Sent) -> list[int]:
        """Two reviewers without a conflict, and the third behind them."""
        free = [id for id in self.reviewers if self.conflicted.get(id) != one.team.demo.key]
        self.rng.shuffle(free)
        return free

    def read(self, round_: Round, one: Sent, criteria: Iterable[Criterion]) -> tuple[int, list[Comment]]:
        """Share one out and score it as far as planned; the mean points (hundredths) and the reviewers' comments."""
        shared = working_hour(round_.closes_at.date() + dt.timedelta(days=8), self.rng)
        readers = self.readers(one)
        done = 2 if one.plan != "assessing" else self.rng.choice((0, 0, 1))
        given: list[dict[str, int]] = []
        comments: list[Comment] = []
        totals: list[int] = []
        for place, reviewer in enumerate(readers):
            is_third = place == 2
            if is_third and (done < 2 or not needs_third(given)):
                break
            marks = {each.code: score_for(one.quality, self.rng) for each in criteria}
            finished = working_hour(round_.closes_at.date() + dt.timedelta(days=self.rng.randint(10, 24)), self.rng)
            is_done = is_third or place < done
            points = weighted(marks, {each.code: each.weight for each in criteria})
            assessment = self.assessment(one, reviewer, is_third, shared, (finished, points) if is_done else None)
            self.session.add(assessment)
            if is_done:
                given.append(marks)
                totals.append(points)
                comments += self.score(assessment, one, marks, criteria, finished)
        if one.plan != "assessing":
            self.stand(round_, one, totals)
        return (result(totals).points if totals else 0), comments

    def assessment(
        self, one: Sent, reviewer: int, is_third: bool, shared: dt.datetime, done: tuple[dt.datetime, int] | None
    ) -> Assessment:
        """A reading that was shared out, and finished at that moment with those points (hundredths), if it was."""
        return Assessment(
            ref=new_id(),
            application_id=one.row.id,
            reviewer_id=reviewer,
            is_third=is_third,
            shared_at=shared,
            state="finished" if done else "shared",
            finished_at=done[0] if done else None,
            points=done[1] if done else None,
        )

    def score(
        self,
        assessment: Assessment,
        one: Sent,
        marks: dict[str, int],
        criteria: Iterable[Criterion],
        at: dt.datetime,
    ) -> list[Comment]:
        """The points and reasons of one reading."""
        said = {code: reasons_for(code, points, one.team.demo, self.rng) for code, points in marks.items()}
        assessment.scores = [
            Score(criterion=code, points=points, reason=said[code], version=1, form=new_id(), saved_at=at)
            for code, points in marks.items()
        ]
        return [Comment(each.title, marks[each.code], said[each.code]) for each in criteria]

    def stand(self, round_: Round, one: Sent, totals: list[int]) -> None:
        """The place in the ranking."""
        found = result(totals)
        at = working_hour(round_.assessed_by, self.rng)
        self.session.add(
            Standing(
                application_id=one.row.id,
                round_id=round_.id,
                points=found.points,
                lowest=found.lowest,
                highest=found.highest,
                at=at,
            )
        )
        self.session.add(deed("application", one.row.id, "finish_scoring", at, None, ("assessing", "scored")))

    def decide_all(self, round_: Round, going: list[Sent], standings: dict[int, tuple[int, list[Comment]]]) -> None:
        """What the panel has settled: the best are funded while the money lasts; all letters went out on one day."""
        ranked = sorted(going, key=lambda one: standings[one.row.id][0], reverse=True)
        left, reserved = (round_.budget_pence if round_.told_by < self.today else round_.budget_pence // 2), 0
        at = working_hour(min(round_.told_by, self.today - EARLY_PANEL), self.rng)
        fundable = [one.row.id for one in ranked if standings[one.row.id][0] >= FUNDABLE]
        for one in ranked:
            outcome, amount = self.outcome(one, left, standings[one.row.id][0], reserved)
            if one.row.id in fundable[-RESERVED_LEAST:]:
                outcome, amount = "reserve", 0
            left -= amount
            reserved += outcome == "reserve"
            decision = self.propose(round_, one, outcome, amount, standings[one.row.id][1])
            self.confirm(decision, round_)
            self.release(decision, one, at)

    def outcome(self, one: Sent, left: int, points: int, reserved: int) -> tuple[str, int]:
        """What the money allows: all of it, a good part of it, a place on the reserve list, or no."""
        asked = one.row.amount_pence or 0
        if points >= FUNDABLE and asked <= left:
            return ("fund", asked) if self.rng.random() < 0.8 else ("part_fund", asked * 7 // 1000 * 100)
        if points >= FUNDABLE and left >= asked // 2 > 0:
            return "part_fund", left // 100 * 100
        return ("reserve" if points >= FUNDABLE and reserved < RESERVED else "decline"), 0

    def begin_deciding(self, round_: Round, ready: list[Sent], standings: dict[int, tuple[int, list[Comment]]]) -> None:
        """A round before its panel: the best two have a confirmed decision, the next two a proposed one."""
        ranked = sorted(ready, key=lambda one: standings[one.row.id][0], reverse=True)
        for place, one in enumerate(ranked[: CONFIRMED + PROPOSED]):
            decision = self.propose(round_, one, "fund", one.row.amount_pence or 0, standings[one.row.id][1])
            if place < CONFIRMED:
                self.confirm(decision, round_)

    def propose(self, round_: Round, one: Sent, outcome: str, amount: int, comments: list[Comment]) -> Decision:
        """A proposal with its letter, and its money held."""
        at = working_hour(min(round_.panel_on, self.today - EARLY_PANEL), self.rng)
        asked = one.row.amount_pence or 0
        conditions = conditions_for(outcome, one.team.demo)
        sentence = notices.decision_sentence(outcome, one.row.title, amount, asked, conditions)
        letter = notices.draft(one.team.demo.name, round_.title, comments).replace(notices.mark(), sentence)
        decision = Decision(
            ref=new_ref("D"),
            application_id=one.row.id,
            round_id=round_.id,
            outcome=outcome,
            amount_pence=amount,
            reasons=decision_reasons(outcome, one.team.demo, self.rng),
            letter=letter,
            proposed_by=self.proposer,
            proposed_at=at,
        )
        self.session.add(decision)
        self.session.flush()
        decision_conditions.put(decision, conditions)
        panel = self.session.get_one(Panel, round_.id)
        panel.committed_pence += amount
        facts = {"outcome": outcome, "amount": amount, **counted(conditions)}
        self.session.add(deed("decision", decision.id, "propose", at, self.proposer, None, **facts))
        return decision

    def confirm(self, decision: Decision, round_: Round) -> None:
        """A second approver agrees."""
        at = decision.proposed_at + dt.timedelta(minutes=self.rng.randint(20, 300))
        decision.confirmed_by, decision.confirmed_at = self.confirmer, at
        move(decision, "confirm", by=PORTAL, outcome=decision.outcome, amount=decision.amount_pence)
        backdate(self.session, at, self.confirmer)

    def release(self, decision: Decision, one: Sent, at: dt.datetime) -> None:
        """The letter goes out to the lead."""
        decision.released_by, decision.released_at = self.confirmer, at
        move(decision, "release", by=PORTAL)
        backdate(self.session, at, self.confirmer)
        one.row.outcome_reasons = decision.reasons
        move(one.row, decision.outcome, by=PORTAL, amount=decision.amount_pence)
        backdate(self.session, at, self.confirmer)
        notices.decided(decision, one.row, to=[one.team.demo.email])
        self.post(at)

    def post(self, at: dt.datetime) -> None:
        """The letters just written went out at that moment."""
        for row in self.session.new:
            if isinstance(row, Letter):
                row.status, row.created_at, row.next_try_at, row.sent_at = "sent", at, at, at
