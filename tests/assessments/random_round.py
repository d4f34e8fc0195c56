"""A small round in which random people press random buttons; and what has to hold after every press.

Nobody is asked first whether they may: everybody tries everything, and the portal refuses or does it.
"""

from collections.abc import Callable, Mapping
from itertools import count, pairwise
from typing import Any

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule
from sqlalchemy import insert, select

from portal.applications import actions as writing
from portal.applications.models import Application
from portal.applications.rules import DECIDED
from portal.applications.rules import MACHINE as APPLICATION
from portal.assessments import actions, decisions, dossier, moderating, queries, rescoring, scoring_queries
from portal.assessments.models import (
    Assessment,
    Conflict,
    Decision,
    EarlierScore,
    Moderation,
    Panel,
    Score,
    Standing,
)
from portal.assessments.outcomes import LIVE
from portal.assessments.rules import ASSESSMENT, DECISION, OUTCOMES
from portal.assessments.scoring import Mark, Typed, far_apart
from portal.db.session import action, db
from portal.funds.models import FormVersion, Round
from portal.history.models import Deed
from portal.kit.errors import Refusal
from portal.mail.models import Letter
from portal.organisations.models import Organisation
from portal.organisations.queries import someone_for
from portal.permissions import Someone
from tests.assessments import builders, steps
from tests.assessments.builders import WORDS

APPLICATIONS, ASKED, PART, BUDGET = 3, 300_000, 150_000, 500_000
numbers = count(1)
CRITERIA = ("need", "change", "plan", "costs", "safe")
people = st.sampled_from(("joyce", "martin", "olive", "ruth", "daniel", "hannah", "priya", "helen", "wei"))
officers = st.sampled_from(("joyce", "martin", "olive", "joyce", "martin", "ruth", "helen"))
"""Mostly those who may: deeds in which it matters who of them it is."""
reader_or_any = st.one_of(st.none(), st.none(), people)
ones = st.integers(0, APPLICATIONS - 1)
points = st.sampled_from((1, 3, 3, 4))
"""Near more often than far, so that both happen."""


class RandomRound(RuleBasedStateMachine):
    """Three applications, three officers, three reviewers, and some who are neither.

    `town` has the people of the cast by key; it is set by the test, with an app's context around it.
    """

    town: Mapping[str, Someone]

    def __init__(self) -> None:
        super().__init__()
        self.people = {**self.town, "olive": builders.approver("Olive")}
        self.round_id = another_round()
        with action() as session:
            round_ = session.get_one(Round, self.round_id)
            found = [builders.application(round_, state="submitted", asked=ASKED) for _ in range(APPLICATIONS)]
            session.flush()
            for number, one in enumerate(found):
                one.ref = f"GC-{self.round_id:04}-{number}"  # in this order, every time the same presses are tried
                session.get_one(Organisation, one.organisation_id).name = f"Canary {one.ref}"
        self.ids = [one.id for one in found]
        self.kept: dict[tuple[int, int, str], tuple[int, str]] = {}
        self.seen: dict[tuple[str, int], tuple[object, object]] = {}
        self.last_letter = max(db.session.scalars(select(Letter.id)), default=0)

    # --- Who and what ---------------------------------------------------------------------------------------------

    @property
    def round(self) -> Round:
        """The round as it stands."""
        return db.session.get_one(Round, self.round_id)

    def one(self, number: int) -> Application:
        """One of its applications."""
        return db.session.get_one(Application, self.ids[number])

    def applications(self) -> list[Application]:
        """All of them."""
        return list(db.session.scalars(select(Application).where(Application.id.in_(self.ids))))

    def readings(self) -> list[Assessment]:
        """All readings, in their order."""
        of_these = select(Assessment).where(Assessment.application_id.in_(self.ids))
        return list(db.session.scalars(of_these.order_by(Assessment.id)))

    def decisions(self) -> list[Decision]:
        """All decisions."""
        return list(db.session.scalars(select(Decision).where(Decision.round_id == self.round_id)))

    def press(self, deed: Callable[[], object]) -> None:
        """Do it, or be refused in words; nothing else is an answer."""
        try:
            deed()
        except Refusal:
            db.session.rollback()

    def reading(self, number: int) -> Assessment | None:
        """One of the readings, counted round and round."""
        found = self.readings()
        return found[number % len(found)] if found else None

    # --- The presses ----------------------------------------------------------------------------------------------

    @initialize(stage=st.sampled_from((0, 2, 2, 3, 4, 4)))
    def begins(self, stage: int) -> None:
        """The round has come some way already, by the same verbs."""
        if stage > 0:
            for one in self.applications():
                actions.find_eligible(one, by=self.people["joyce"])
        if stage > 1:
            for key in steps.REVIEWERS:
                actions.declare(self.round, [], by=self.people[key])
            actions.share_out(self.round, by=self.people["joyce"])
        if stage > 2:
            for each in self.readings()[: None if stage == 4 else -1]:
                steps.finished(each, self.people, 3)
        if stage == 4:
            for one, outcome in zip(self.applications(), ("fund", "part_fund"), strict=False):
                decisions.propose(one, outcome, PART, *WORDS, by=self.people["joyce"])
            self.propose("martin", APPLICATIONS - 1, "fund", 0)  # for which there is not enough left

    @rule(who=people, one=ones, eligible=st.sampled_from((True, True, True, False)))
    def checks(self, who: str, one: int, eligible: bool) -> None:
        """Triage."""
        verb = actions.find_eligible if eligible else lambda it, by: actions.find_not_eligible(it, "No.", by=by)
        self.press(lambda: verb(self.one(one), by=self.people[who]))

    @rule(who=people, which=st.sets(ones, max_size=1))
    def declares(self, who: str, which: set[int]) -> None:
        """Somebody says with whom they have a conflict."""
        refs = [db.session.get_one(Organisation, self.one(each).organisation_id).ref for each in which]
        self.press(lambda: actions.declare(self.round, refs, by=self.people[who]))

    @rule(who=officers)
    def shares(self, who: str) -> None:
        """Somebody shares out."""
        self.press(lambda: actions.share_out(self.round, by=self.people[who]))

    @rule(number=st.integers(0, 8), given=st.tuples(*[points] * 5), who=reader_or_any, only_saves=st.booleans())
    def scores(self, number: int, given: tuple[int, ...], who: str | None, only_saves: bool) -> None:
        """Its reader, or somebody else, gives points everywhere, and finishes or goes on later."""
        if reading := self.reading(number):
            verb, sheet = actions.save_scores if only_saves else actions.finish, self.sheet(reading, given)
            self.press(lambda: verb(reading, sheet, "page", by=self.of(reading, who)))

    @rule(number=st.integers(0, 8), who=reader_or_any, verb=st.sampled_from(("take_back", "take_back", "stand_down")))
    def thinks_again(self, number: int, who: str | None, verb: str) -> None:
        """Its reader, or somebody else, takes finished scores back or finds a conflict of interest."""
        if reading := self.reading(number):
            deed = {"take_back": rescoring.take_back, "stand_down": actions.stand_down}[verb]
            self.press(lambda: deed(reading, by=self.of(reading, who)))

    @rule(who=officers, one=ones, reviewer=people)
    def names(self, who: str, one: int, reviewer: str) -> None:
        """Somebody names one more reader."""
        self.press(
            lambda: actions.name_reader(self.one(one), self.people[reviewer].person_id or 0, by=self.people[who])
        )

    @rule(who=officers, one=ones)
    def moderates(self, who: str, one: int) -> None:
        """Somebody writes a note on all criteria."""
        notes = dict.fromkeys(CRITERIA, "Both are right.")
        self.press(lambda: moderating.moderate(self.one(one), notes, by=self.people[who]))

    @rule(who=officers, one=ones, outcome=st.sampled_from(sorted(OUTCOMES)), part=st.sampled_from((50_000, 299_900)))
    def proposes(self, who: str, one: int, outcome: str, part: int) -> None:
        """Somebody proposes a decision, or changes what is proposed."""
        self.propose(who, one, outcome, part)

    def propose(self, who: str, one: int, outcome: str, part: int) -> None:
        """Propose a decision, or change what is proposed."""
        there = next((each for each in self.decisions() if each.application_id == self.ids[one]), None)
        by = self.people[who]
        if there is None:
            self.press(lambda: decisions.propose(self.one(one), outcome, part, *WORDS, by=by))
        else:
            self.press(lambda: decisions.propose_again(there, outcome, part, *WORDS, by=by))

    @precondition(lambda self: self.decisions())
    @rule(who=st.one_of(st.none(), officers), number=ones, back=st.sampled_from((False, False, True)))
    def settles(self, who: str | None, number: int, back: bool) -> None:
        """Its proposer, or somebody else, confirms a decision or sends it back."""
        found = self.decisions()
        decision = found[number % len(found)]
        proposer = next(each for each in self.people.values() if each.person_id == decision.proposed_by)
        by = self.people[who] if who else proposer
        if back:
            self.press(lambda: decisions.send_back(decision, "Why?", by=by))
        else:
            self.press(lambda: decisions.confirm(decision, by=by))

    @precondition(lambda self: self.decisions())
    @rule(who=officers)
    def releases(self, who: str) -> None:
        """Somebody releases the letters."""
        self.press(lambda: decisions.release(self.round, by=self.people[who]))

    @rule(one=ones, who=st.one_of(people, people, st.none()))
    def withdraws(self, one: int, who: str | None) -> None:
        """Its lead, or somebody else, takes an application back."""
        self.press(lambda: writing.withdraw(self.one(one), by=self.people[who] if who else lead_of(self.one(one))))

    def of(self, reading: Assessment, who: str | None) -> Someone:
        """Who presses: the reader of it, or whoever is named."""
        return self.people[who] if who else steps.reader_of(reading, self.people)

    def sheet(self, reading: Assessment, given: tuple[int, ...]) -> dict[str, Typed]:
        """A sheet that has seen what is kept."""
        rows = actions.marks.rows_of(reading)
        stamps = {code: actions.marks.kept_of(rows.get(code)).stamp() for code in CRITERIA}
        return {code: Typed(Mark(each, "Because."), stamps[code]) for code, each in zip(CRITERIA, given, strict=True)}

    # --- What holds after each ------------------------------------------------------------------------------------

    @invariant()
    def money_is_held_once_and_within_the_budget(self) -> None:
        """What is committed is what live decisions come to."""
        db.session.rollback()
        panel = db.session.get(Panel, self.round_id)
        held = sum(each.amount_pence for each in self.decisions() if each.state in LIVE)
        assert held == (panel.committed_pence if panel else 0)
        assert held <= BUDGET

    @invariant()
    def two_people_decide(self) -> None:
        """Nobody confirms what they proposed, and only approvers do either; nobody in conflict."""
        for each in self.decisions():
            assert each.confirmed_by != each.proposed_by
            assert (each.confirmed_by is not None) == (each.state in ("confirmed", "released"))
        approvers = {self.people[key].person_id for key in ("joyce", "martin", "olive")}
        assert {each.proposed_by for each in self.decisions()} <= approvers
        assert {each.confirmed_by for each in self.decisions()} <= {None, *approvers}

    @invariant()
    def nobody_in_conflict_reads(self) -> None:
        """What somebody declared is closed to them at once, and nothing of it waits for them."""
        rows = db.session.execute(
            select(Conflict.person_id, Conflict.organisation_id).where(Conflict.round_id == self.round_id)
        ).all()
        conflicts = {tuple(row) for row in rows}
        home = {one.id: one for one in self.applications()}
        for key, who in self.people.items():
            for one in home.values():
                if (who.person_id, one.organisation_id) in conflicts:
                    assert refused(lambda who=who, one=one: queries.one_for(who, one.ref)), key
        for each in self.readings():
            one = home[each.application_id]
            if each.state == "shared" and one.state == "assessing":
                assert (each.reviewer_id, one.organisation_id) not in conflicts

    @invariant()
    def readers_are_blind_until_all_are_in(self) -> None:
        """What a reader finds changes only with what they do themselves, or when all are in."""
        for each in self.readings():
            one = db.session.get_one(Application, each.application_id)
            if each.state == "stood_down" or one.state != "assessing":
                continue
            who = steps.reader_of(each, self.people)
            found = dossier.full(queries.one_for(who, one.ref), who)
            assert (found.given or {}, found.readers, found.free, found.moderation) == ({}, (), (), None)
            assert not found.wants_reader
            assert not found.can_be_moderated
            mine = (each.state, each.points, each.finished_at)
            view = (found.state, found.own_reading, bool(scoring_queries.way(who, each)))
            before = self.seen.get((who.name, one.id))
            assert before is None or before[0] != mine or before[1] == view
            self.seen[who.name, one.id] = (mine, view)

    @invariant()
    def it_goes_on_only_with_all_scores_in(self) -> None:
        """A place in the ranking stands on all readings; with a gap, on a third or a note by somebody else."""
        standing = {row.application_id: row for row in db.session.scalars(select(Standing))}
        notes = {row.application_id: row for row in db.session.scalars(select(Moderation))}
        for one in self.applications():
            live = [each for each in self.readings() if each.application_id == one.id and each.state != "stood_down"]
            if one.state in ("submitted", "assessing", "not_eligible"):
                assert one.id not in standing
            if one.state not in ("scored", *DECIDED):
                continue
            assert {each.state for each in live} == {"finished"}
            assert len(live) >= self.round.assessments_needed
            assert standing[one.id].lowest == min(each.points or 0 for each in live)
            of_live = select(Score).where(Score.assessment_id.in_([each.id for each in live]))
            given: dict[int, dict[str, int]] = {}
            for row in db.session.scalars(of_live):
                given.setdefault(row.assessment_id, {})[row.criterion] = row.points or 0
            assert not far_apart(given.values()) or any(each.is_third for each in live) or one.id in notes
            if one.id in notes:
                assert notes[one.id].written_by not in {each.reviewer_id for each in live}

    @invariant()
    def history_is_a_chain(self) -> None:
        """Every state was reached by the moves that are written down, and by nothing else."""
        for one in self.applications():
            chained(one, "submitted", APPLICATION.codes())
        for each in self.readings():
            chained(each, ASSESSMENT.start, ASSESSMENT.codes())
        for decision in self.decisions():
            chained(decision, DECISION.start, DECISION.codes())

    @invariant()
    def what_was_kept_stays(self) -> None:
        """Nothing of what was given before is ever changed or gone."""
        of_these = select(EarlierScore).where(EarlierScore.assessment_id.in_([each.id for each in self.readings()]))
        rows = {(r.assessment_id, r.number, r.criterion): (r.points, r.reason) for r in db.session.scalars(of_these)}
        assert self.kept.items() <= rows.items()
        self.kept = rows

    @invariant()
    def letters_go_to_whom_they_concern(self) -> None:
        """Reviewers get no letter that names an applicant, and partners only their own."""
        council = {who.email for who in self.people.values()}
        homes = {lead_of(one).email: one for one in self.applications()}
        for letter in db.session.scalars(select(Letter).where(Letter.id > self.last_letter).order_by(Letter.id)):
            self.last_letter = letter.id
            if letter.to_address in council and "withdrawn" not in letter.template:
                assert letter.template in ("assessments/mail/shared", "assessments/mail/called_off")
                assert "Canary" not in letter.text + letter.html
            elif letter.to_address in homes and letter.template == "assessments/mail/decision":
                assert homes[letter.to_address].state in DECIDED
            else:
                assert letter.template.endswith(("eligible", "withdrawn", "decision"))


def another_round() -> int:
    """A round of its own for each try, like the town's, which has closed; its id."""
    like = steps.closed_round()
    rounds, forms = Round.__table__, FormVersion.__table__
    row: dict[str, Any] = dict(db.session.execute(select(rounds).where(rounds.c.id == like.id)).mappings().one())
    row |= {"code": f"round-{next(numbers)}", "budget_pence": BUDGET, "largest_pence": ASKED, "names_hidden": True}
    del row["id"]
    with action() as session:
        id = session.execute(insert(rounds).values(**row).returning(rounds.c.id)).scalar_one()
        for form in session.execute(select(forms).where(forms.c.round_id == like.id)).mappings().all():
            session.execute(insert(forms).values(**{**form, "round_id": id}))
    return int(id)


def lead_of(one: Application) -> Someone:
    """Who leads its organisation."""
    person = db.session.get_one(builders.Person, one.started_by)
    found = someone_for(person.email)
    assert found is not None
    return found


def refused(deed: Callable[[], object]) -> bool:
    """Whether it is refused."""
    try:
        deed()
    except Refusal:
        return True
    return False


def chained(thing: Any, start: str, states: tuple[str, ...]) -> None:
    """Its rows of history lead from its first state to the one it is in, each from where the last one ended."""
    rows = db.session.execute(
        select(Deed.from_state, Deed.to_state)
        .where(Deed.subject == thing.kind, Deed.subject_id == thing.id, Deed.to_state.is_not(None))
        .order_by(Deed.id)
    ).all()
    ways = [(start, start), *map(tuple, rows)]
    assert all(before[1] == after[0] for before, after in pairwise(ways)), ways
    assert ways[-1][1] == thing.state
    assert {state for way in ways for state in way} <= set(states)
