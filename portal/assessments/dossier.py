"""Everything that one council person may see of one application, and nothing else."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from portal.accounts.queries import what_happened
from portal.applications import queries as applications
from portal.applications import rules
from portal.applications.keyed import marked
from portal.applications.models import Application
from portal.applications.naming import Names, without_names
from portal.applications.needed import Sent, sent_with
from portal.applications.reading import Reading, parts_of
from portal.assessments import sharing_queries
from portal.assessments.access import names_hidden, reads_all
from portal.assessments.evidence import Furthest
from portal.assessments.moderation_queries import Moderated, can_be_moderated, may_moderate, on
from portal.assessments.scoring_queries import Given, all_given
from portal.assessments.sharing import Reviewer, readers_missing
from portal.assessments.sharing_queries import Reader
from portal.assessments.weighing import furthest
from portal.funds.models import Round
from portal.funds.questions import Criterion, EligibilityQuestion
from portal.history.queries import Told, sentences
from portal.kit.text import Say
from portal.organisations.models import Organisation
from portal.permissions import Permission as P
from portal.permissions import Someone

UNREAD = ("submitted", "changes_asked", "not_eligible")
"""The states in which nobody was given an application to read."""

HISTORY_WORDS = sentences(
    rules.MACHINE, {verb: words for verb, words in rules.MORE_WORDS.items() if verb in ("start", "key_in", "more_time")}
)


@dataclass(frozen=True, slots=True)
class Dossier:
    """One application as one person may see it. Where names are hidden, title and organisation are None."""

    ref: str
    state: str
    round: Round
    title: str | None
    organisation: Organisation | None
    amount_pence: int | None
    reading: Reading
    furthest: Furthest
    eligibility: Sequence[tuple[EligibilityQuestion, str]]
    criteria: Sequence[Criterion]
    outcome_reasons: str | None
    withdrawn_because: str | None
    marked: Say | None
    history: Sequence[Told] = ()
    own_reading: str | None = None
    readers: Sequence[Reader] = ()
    free: Sequence[Reviewer] = ()
    wants_reader: bool = False
    given: Mapping[str, Sequence[Given]] | None = None
    moderation: Moderated | None = None
    can_be_moderated: bool = False
    sent_with: Sequence[Sent] | None = None

    @property
    def was_asked(self) -> bool:
        """Whether its partner was ever asked for changes, as its history says to whoever reads that."""
        return any(told.sentence.msgid == HISTORY_WORDS["ask_changes"] for told in self.history)

    @property
    def heading(self) -> str:
        """What to call it: its title, or only its reference where names are hidden."""
        return self.title or self.ref


def dossier(application: Application, someone: Someone) -> Dossier:
    """What this person may see of an application that they may read (`queries.one_for`, `scoring_queries.mine`)."""
    there = applications.sent(application)
    hidden = names_hidden(application.round, someone)
    reading = Reading(application.ref, parts_of(there.form, there.answers, applications.lists()))
    return Dossier(
        ref=application.ref,
        state=application.state,
        round=application.round,
        title=None if hidden else application.title,
        organisation=None if hidden else application.organisation,
        amount_pence=application.amount_pence,
        reading=without_names(reading, there.form, Names(application, there.answers)) if hidden else reading,
        furthest=furthest(there.form, there.answers),
        eligibility=[(each, application.eligibility.get(each.code, "")) for each in there.form.eligibility],
        criteria=there.form.criteria,
        outcome_reasons=application.outcome_reasons,
        withdrawn_because=None if hidden else application.withdrawn_because,
        marked=marked(application),
        sent_with=None if hidden or not there.form.needs_papers else sent_with(application),
    )


def full(application: Application, someone: Someone) -> Dossier:
    """The same with what stands around it: its history, its readers and, once all are in, their scores.

    Who reads it themselves sees none of the others until all are in, whatever else they may do.
    """
    found = dossier(application, someone)
    readers = () if application.state in UNREAD else sharing_queries.readers_of(application)
    own = next((each for each in readers if each.id == someone.person_id and each.state != "stood_down"), None)
    found = replace(found, own_reading=own.ref if own else None)
    if reads_all(someone):
        found = replace(found, history=history_of(application))
    if own or reads_all(someone):
        given = all_given(application)
        found = replace(found, given=given, moderation=on(application, given) if given else None)
    if own or not someone.may(P.ASSESSMENT_SHARE):
        return found
    going = application.state == "assessing" and bool(readers)
    wants = going and is_short(readers, application.round)
    apart = going and may_moderate(someone) and can_be_moderated(readers, application.round.assessments_needed)
    free = sharing_queries.free_for(application, application.round) if wants else ()
    return replace(found, readers=readers, wants_reader=wants, free=free, can_be_moderated=apart)


def is_short(readers: Sequence[Reader], round_: Round) -> bool:
    """Whether an application that is being scored wants one more reader."""
    states = [each.state for each in readers]
    return readers_missing(round_.assessments_needed, states.count("shared"), states.count("finished")) > 0


def history_of(application: Application) -> list[Told]:
    """What happened to an application as sentences, newest first; saves are left out."""
    return [
        Told(done.at, Say(HISTORY_WORDS[done.verb], who=done.who)) for done in what_happened(application, HISTORY_WORDS)
    ]
