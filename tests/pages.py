"""Every page and part of the portal in every state that matters: what the gates look at.

To add a page, add a line here. A state that the demonstration's town does not have is made in tests/states.py; the
lines are prepared in their order, all before the first page is opened.
"""

from collections.abc import Callable
from functools import partial

from portal.applications.models import Application
from portal.assessments.models import Assessment
from portal.funds.parts import FACTS
from portal.kit.paging import encode_key
from portal.messages.models import Message
from portal.organisations.models import Organisation
from tests import states
from tests.applications import asked_states as asked
from tests.applications import states as around
from tests.assessments import alike_states as alikes
from tests.assessments import gate_states as lines
from tests.assessments import states as panels
from tests.files import states as papers
from tests.funds import states as making
from tests.organisations import states as twins
from tests.states import TYPED
from tests.upkeep import states as upkeep
from tests.visits import Kind, Page, Send, page

PUBLIC, EDITING, LONG, MARKING, OTHER = Kind.PUBLIC, Kind.EDITING, Kind.LONG, Kind.MARKING, Kind.OTHER
DECIDED = ("funded", "part_funded", "reserved", "declined")
SECTIONS = ("organisation", "contacts", "project", "people", "barriers", "costs", "change", "safe", "documents")
STATES = {
    **dict.fromkeys(("not_eligible", "funded", "part_funded", "reserved", "declined"), "spring"),
    **dict.fromkeys(("assessing", "scored"), "summer"),
}
WRONG = {
    "project": {"starts": "soon", "ends": "later"},
    "people": {"people_helped": "many"},
    "costs": {"budget-1-what": "A tablet", "budget-1-amount": "a lot"},
}
PROPOSED = {"outcome": "decline", "reasons": "The plan is not ready yet.", "letter": "Dear friends,\n\n[the decision]"}
PART_OF_IT, SHOW = {"outcome": "part_fund", "amount": "1"}, {"show": "effect"}
NO_BUT = {**PROPOSED, "conditions": "Write to us in May."}
STALE = {"version": "0", "marks": "", "title": TYPED}
READER, CHECK = (Send({"reviewer": "0"}, form="reader"),), (Send(form="check"),)
OTHERS_LINE = {"seen-rule-bank": "0-nothing", "verdict-rule-bank": "ask", "note-rule-bank": TYPED}
GOES_ON, TWO = (Send({"outcome": "eligible"}, form="check"),), (Send({**OTHERS_LINE, "save": "yes"}, form="check"),)
ENDS = (Send({"outcome": "not_eligible", "reasons": ""}, form="check"),)
BACK = "/applications"
TEA, CIRCLE = "%Tea and Tech%", "%Signing Circle%"
TWICE = {"seen-need": "0-nothing", "points-need": "1", "reason-need": TYPED}
NEVER_READ = {"version": "99", **PROPOSED}
ASKED = {"topic": "grant", "text": "May we apply on paper?", "email": "ada@example.org"}
NEVER_SEEN = {"read": "0", "what": TYPED}
NAMELESS = {"main_contact_name": "", "second_contact_email": "nowhere", "safeguarding_lead_name": TYPED}
NEVER_NAMED = {"read": "0", "second_contact_name": TYPED}


def one(state: str, season: str, number: int = 0, like: str = "%") -> Callable[[], Application]:
    """One of a round's applications."""
    return lambda: states.application(state, season, number, like=like)


def reading(who: str, state: str, number: int = 0) -> Callable[[], Assessment]:
    """One of a reviewer's readings."""
    return lambda: states.reading(who, state, number=number)


def before_panel(state: str, *, season: str = "summer") -> Callable[[], Application]:
    """An application whose decision is in that state."""
    return lambda: states.decision(state, season=season)


def home(who: str) -> Callable[[], Organisation]:
    """Somebody's organisation."""
    return lambda: states.organisation_of(who)


def message(state: str, number: int = 0) -> Callable[[], Message]:
    """A message in that state."""
    return lambda: states.message(state, number)


ANSWER = (Send({"answer": "Yes, on paper is fine."}, form="answer"),)
OLD_ANSWER = (Send({"version": "99", "answer": TYPED}, form="answer"),)


def late() -> tuple[Send, ...]:
    """A section that arrives after its application was sent."""
    return (Send({"plan": TYPED}, to=f"/applications/{states.twice()[1].ref}/parts/project"),)


def no_longer() -> tuple[Send, ...]:
    """A section that arrives after its writer's access has ended."""
    to = f"/applications/{around.guests_come_and_go().ref}/parts/project"
    return (Send({"asked": "plan", "plan": TYPED}, to=to),)


def save(state: str, who: str, typed: dict[str, str], status: int = 200) -> Page:
    """The part that saving as they type answers, in a section that Amina and Tom share."""
    more = {"opens": "applications.section", "of": amina, "section": "project"}
    return page(
        "applications.save", state, EDITING, who, sends=(Send(typed, to="save", part=True),), status=status, **more
    )


def save_score(state: str, typed: dict[str, str], status: int = 200) -> Page:
    """The part that saving scores answers."""
    more = {"opens": "assessments.score", "ref": states.half_scored}
    return page(
        "assessments.save_score",
        state,
        EDITING,
        "daniel",
        sends=(Send(typed, to="save", part=True),),
        status=status,
        **more,
    )


def save_check(state: str, typed: dict[str, str], status: int = 200) -> Page:
    """The part that saving checks answers."""
    sends = (Send(typed, form="check", to="check/save", part=True),)
    more = {"opens": "assessments.application", "ref": lines.failed}
    return page("assessments.save_check", state, EDITING, "joyce", sends=sends, status=status, **more)


TOO_LONG = {"because": "why " * 101}
SPRING, SUMMER, AUTUMN = (partial(states.round_of, season) for season in ("spring", "summer", "autumn"))
READING = reading("ruth", "shared")
JOYCES = partial(states.claimed, "to_triage", "joyce")
amina = one("draft", "autumn", like=TEA)
SIGN_IN = Send({"email": "new.face@example.org"})

WAYS = ("waiting", "accepted", "declined", "withdrawn", "expired")
CHECKED = ("unverified", "more_needed", "verified", "refused")
REFUSED = partial(states.checked_as, "refused")
AMINA = {"ref": home("amina"), "member": partial(states.person_of, "amina")}
WAITING = {"ref": home("amina"), "wanted": partial(states.request, "waiting")}
CIRCLES_NAME = {
    "name": "Seacroft signing circle",
    "legal_form": "group",
    "address": "1 Parklea Road",
    "postcode": "LS14 6AA",
}

SIGNING_IN = (
    page("accounts.sign_in", "", PUBLIC),
    page("accounts.sign_in", "nothing typed", PUBLIC, typed={}, status=422),
    page("accounts.code", "", PUBLIC, path=lambda: "/sign-in", sends=(SIGN_IN,)),
    page("accounts.code", "wrong", PUBLIC, path=lambda: "/sign-in", sends=(SIGN_IN, Send({"code": "1"})), status=422),
    page("accounts.link", "", PUBLIC, path=states.sign_in_link),
    page("accounts.link", "ended", PUBLIC, token="ended", status=410),
    page("accounts.roles", "", PUBLIC),
    page("accounts.name", "first", OTHER, states.newcomer),
    page("accounts.name", "", OTHER, "amina"),
    page("accounts.name", "empty", OTHER, "amina", typed={"name": ""}, status=422),
    page("accounts.kept", "", OTHER, "amina", ref=states.kept),
    page("accounts.show", "partner", LONG, "amina"),
    page("accounts.show", "many sign-ins", LONG, states.many_sign_ins),
    page("accounts.show", "council", LONG, "joyce"),
)

SECOND_FACTOR = (
    page("accounts.second_factor", "", OTHER, "martin", half=True),
    page("accounts.second_factor", "wrong", OTHER, "martin", half=True, typed={"authenticator_code": "1"}, status=422),
    page("accounts.recover", "", OTHER, "martin", half=True),
    page("accounts.recover", "wrong", OTHER, "martin", half=True, typed={"recovery_code": "1"}, status=422),
    page("accounts.set_up", "", OTHER, states.beginner, half=True),
    page("accounts.set_up", "wrong", OTHER, states.beginner, half=True, typed={"new_code": "1"}, status=422),
    page("accounts.change_authenticator", "", OTHER, "joyce"),
    page("accounts.change_authenticator", "wrong", OTHER, "joyce", typed={"new_code": "1"}, status=422),
    page("accounts.change_authenticator", "partner", OTHER, "amina", status=404),
    page("accounts.recovery_codes", "", OTHER, "joyce"),
    page("accounts.recovery_codes", "wrong", OTHER, "joyce", typed={"authenticator_code": "1"}, status=422),
)

COUNCIL_PEOPLE = (
    page("accounts.people", "", LONG, "wei"),
    page("accounts.people", "past the end", LONG, "wei", after=states.past_everybody),
    page("accounts.give_role", "", OTHER, "wei"),
    page("accounts.give_role", "empty", OTHER, "wei", typed={"email": ""}, status=422),
    page("accounts.council_person", "", LONG, "wei", ref=states.person("joyce")),
    page("accounts.council_person", "beginner", LONG, "wei", ref=states.person("beginner@example.org")),
    page("accounts.council_person", "changed", LONG, "wei", ref=states.changed_colleague),
    page("accounts.council_person", "partner", LONG, "wei", ref=states.person("amina"), status=404),
    page("accounts.reset_authenticator", "", OTHER, "wei", ref=states.person("joyce")),
)

FOR_ANYBODY = (
    page("desk.front", "", PUBLIC),
    page("desk.front", "no round", PUBLIC, empty_town=True),
    page("desk.accessibility", "", PUBLIC),
    page("desk.privacy", "", PUBLIC),
    page("messages.contact", "", PUBLIC),
    page("messages.contact", "nothing typed", PUBLIC, typed={}, status=422),
    page("messages.contact", "signed in", PUBLIC, "amina"),
    page("messages.sent", "", PUBLIC),
    page("messages.sent", "just now", PUBLIC, path=lambda: "/contact", typed=ASKED),
    page("funds.index", "", PUBLIC),
    page("funds.index", "no round", PUBLIC, empty_town=True),
    page("funds.show", "open", PUBLIC, code=AUTUMN),
    page("funds.show", "closed", PUBLIC, code=SPRING),
    page("funds.show", "unknown", PUBLIC, code="nothing-here", status=404),
    page("applications.check", "", PUBLIC, code=AUTUMN),
    page("applications.check", "unanswered", PUBLIC, code=AUTUMN, typed={}, status=422),
    page("applications.check", "not yet", PUBLIC, code=AUTUMN, typed=states.wrong_answers),
    page("applications.check", "key lost", PUBLIC, code=AUTUMN, typed={"_key": ""}, status=400),
)

ORGANISATIONS = (
    page("organisations.register", "", EDITING, "sam"),
    page("organisations.register", "empty", EDITING, "sam", typed={}, status=422),
    page("organisations.register", "there already", EDITING, "sam", typed=CIRCLES_NAME, status=422),
    page("organisations.find", "", OTHER, "sam"),
    page("organisations.find", "nothing typed", OTHER, "sam", q="", status=422),
    page("organisations.find", "some", OTHER, "sam", q="Seacroft"),
    page("organisations.find", "none", OTHER, "sam", q="Nobody Has This Name"),
    page("organisations.ask", "", OTHER, "sam", ref=home("grace")),
    page("organisations.ask", "after typing", OTHER, "sam", ref=home("grace"), kept=states.kept_registration),
    page("organisations.ask", "too long", OTHER, "sam", ref=home("grace"), typed={"line": "long " * 80}, status=422),
    *(
        page("organisations.asked", state, OTHER, f"asks.{state}@example.org", ref=partial(states.request, state))
        for state in WAYS
    ),
    page("organisations.show", "more needed", OTHER, "amina", ref=home("amina")),
    page("organisations.show", "verified", OTHER, "grace", ref=home("grace")),
    page("organisations.show", "waiting", OTHER, "marcia", ref=home("marcia")),
    page("organisations.show", "refused", OTHER, partial(states.lead_of_checked, "refused"), ref=REFUSED),
    page("organisations.answer", "", OTHER, "amina", ref=home("amina")),
    page("organisations.answer", "empty", OTHER, "amina", ref=home("amina"), typed={}, status=422),
    page("organisations.answer", "refused", OTHER, partial(states.lead_of_checked, "refused"), ref=REFUSED),
    page("organisations.show", "member", OTHER, "ben", ref=home("ben")),
    page("organisations.show", "another's", OTHER, "amina", ref=home("grace"), status=404),
    page("organisations.edit", "", EDITING, "amina", ref=home("amina")),
    page("organisations.edit", "wrong", EDITING, "amina", ref=home("amina"), typed={"postcode": "?"}, status=422),
    page("organisations.edit", "stale", EDITING, "amina", ref=home("amina"), typed=NEVER_SEEN, status=409),
    page("organisations.reach", "", EDITING, "amina", ref=home("amina")),
    page("organisations.contacts", "", EDITING, "amina", ref=home("amina")),
    page("organisations.contacts", "nobody yet", EDITING, "marcia", ref=home("marcia")),
    page("organisations.contacts", "wrong", EDITING, "amina", ref=home("amina"), typed=NAMELESS, status=422),
    page("organisations.contacts", "stale", EDITING, "amina", ref=home("amina"), typed=NEVER_NAMED, status=409),
    page("organisations.contacts", "on the way", EDITING, "amina", ref=home("amina"), next=BACK),
    page("organisations.edit", "member", EDITING, "ben", ref=home("ben"), status=403),
    page("organisations.show_documents", "", LONG, "amina", ref=home("amina")),
    page("organisations.show_documents", "one out of date", LONG, "grace", ref=home("grace")),
    page("organisations.show_documents", "being checked, stopped", LONG, "marcia", ref=papers.papers_in_every_state),
    page("organisations.give_document", "first", OTHER, "marcia", ref=home("marcia"), sort="governing"),
    page("organisations.give_document", "on the way", OTHER, "marcia", ref=home("marcia"), sort="accounts", next=BACK),
    page("organisations.edit", "on the way", EDITING, "amina", ref=home("amina"), next=BACK),
    page("organisations.reach", "on the way", EDITING, "amina", ref=home("amina"), next=BACK),
    page("organisations.give_document", "newer", OTHER, "amina", ref=home("amina"), sort="insurance"),
    page(
        "organisations.give_document",
        "nothing sent",
        OTHER,
        "amina",
        ref=home("amina"),
        sort="insurance",
        typed={"ends": "soon"},
        status=422,
    ),
    page(
        "organisations.give_document",
        "no file",
        OTHER,
        "amina",
        ref=home("amina"),
        sort="governing",
        typed={},
        status=422,
    ),
    page("organisations.take_back", "", OTHER, "amina", ref=home("amina"), sort="governing"),
    page(
        "organisations.take_back",
        "another one",
        OTHER,
        "amina",
        ref=home("amina"),
        sort="governing",
        typed={"read": "another"},
        status=409,
    ),
    page("organisations.accept", "", PUBLIC, path=states.invitation),
    page("organisations.accept", "signed in", OTHER, "sam", path=states.invitation),
    page("organisations.accept", "ended", PUBLIC, token="ended", status=410),
    page("organisations.team", "lead", LONG, "grace", ref=home("grace")),
    page("organisations.team", "comings and goings", LONG, "grace", ref=states.comings_and_goings),
    page("organisations.team", "member", LONG, "ben", ref=home("ben")),
    page("organisations.member", "", OTHER, "grace", ref=home("grace"), member=partial(states.person_of, "ben")),
    page(
        "organisations.member", "oneself", OTHER, "amina", ref=home("amina"), member=partial(states.person_of, "amina")
    ),
    page("organisations.member", "only lead", OTHER, "amina", **AMINA, typed={"role": "member"}, status=409),
    page("organisations.member", "looks after a draft", OTHER, around.lead_with_an_heir, **around.KEEPER),
    page("organisations.leave", "", OTHER, "ben", ref=home("ben")),
    page("organisations.leave", "only lead", OTHER, "amina", ref=home("amina")),
    *(
        page(
            "organisations.answer_request",
            state,
            OTHER,
            "amina",
            ref=home("amina"),
            wanted=partial(states.request, state),
        )
        for state in WAYS
    ),
    page("organisations.answer_request", "unsaid", OTHER, "amina", **WAITING, typed={}, status=422),
    page("organisations.invite", "", OTHER, "grace", ref=home("grace")),
    page("organisations.invite", "empty", OTHER, "grace", ref=home("grace"), typed={"email": ""}, status=422),
)

VERIFYING = (
    *(page("organisations.review", state, LONG, "joyce", state=state) for state in CHECKED),
    *(page("organisations.check", state, LONG, "joyce", ref=partial(states.checked_as, state)) for state in CHECKED),
    page(
        "organisations.check", "unsettled", LONG, "joyce", ref=home("marcia"), typed={"decision": "verify"}, status=422
    ),
    page("organisations.check", "two officers", LONG, "priya", ref=home("marcia"), typed={"version": "0"}, status=409),
    page("organisations.check", "to and fro", LONG, "priya", ref=states.verified_to_and_fro),
    page(
        "organisations.check", "no reason", LONG, "joyce", ref=home("grace"), sends=(Send({}, form="open"),), status=422
    ),
    page("organisations.council_request", "", OTHER, "joyce", ref=states.without_lead),
    page("organisations.council_request", "unsaid", OTHER, "joyce", ref=states.without_lead, typed={}, status=422),
)

TWIN = {"ref": twins.first_record, "other": twins.second_record}
APPLICANTS = {"ref": twins.applied, "other": twins.applied_too}
MERGED = {"ref": twins.merged, "merge": twins.merge_ref}
MERGING = (
    page("organisations.find_same", "alike", OTHER, "joyce", ref=twins.first_record),
    page("organisations.find_same", "nothing alike", OTHER, "joyce", ref=home("grace")),
    page("organisations.find_same", "some", OTHER, "joyce", ref=home("grace"), q="Seacroft"),
    page("organisations.find_same", "none", OTHER, "joyce", ref=home("grace"), q="Nobody Has This Name"),
    page("organisations.find_same", "too short", OTHER, "joyce", ref=home("grace"), q="a", status=422),
    page("organisations.merge", "", LONG, "joyce", **TWIN),
    page("organisations.merge", "empty", LONG, "joyce", **TWIN, typed={}, status=422),
    page("organisations.merge", "with applications", LONG, "joyce", **APPLICANTS),
    page(
        "organisations.merge", "both applied", LONG, "joyce", **APPLICANTS, typed=twins.merging_applicants, status=409
    ),
    page("organisations.check", "merged", LONG, "joyce", ref=twins.merged),
    page("organisations.check", "two again", LONG, "joyce", ref=twins.two_again),
    page("organisations.show", "merged", OTHER, twins.lead_of_merged, ref=twins.merged),
    page("organisations.take_apart", "", OTHER, "joyce", **MERGED),
    page("organisations.take_apart", "empty", OTHER, "joyce", **MERGED, typed={}, status=422),
    page(
        "organisations.take_apart",
        "two officers",
        OTHER,
        "joyce",
        **MERGED,
        typed={"version": "0", "because": TYPED},
        status=409,
    ),
    page("organisations.take_apart", "made meanwhile", OTHER, "joyce", **{**MERGED, "ref": twins.merged_and_joined}),
)

APPLYING = (
    page("desk.home", "full", LONG, "amina"),
    page("desk.home", "decided", LONG, "grace"),
    page("desk.home", "no organisation", LONG, "sam"),
    page("desk.home", "nothing yet", LONG, states.alone),
    page("applications.index", "", LONG, "grace"),
    page("applications.index", "nothing yet", LONG, states.alone),
    page("applications.start", "", OTHER, states.alone, path=states.check, typed=states.right_answers),
    page("applications.start", "there is one", OTHER, "amina", path=states.check, typed=states.right_answers),
    page("applications.show", "draft", OTHER, "amina", of=amina),
    page("applications.show", "draft, member", OTHER, "tom", of=amina),
    page("applications.show", "begun", OTHER, of=states.just_begun),
    page("applications.show", "two texts", OTHER, of=states.overtaken),
    page("applications.show", "reminded", OTHER, of=states.drafts_that_close_soon),
    page("applications.show", "closing moved", OTHER, of=states.draft_whose_closing_moved),
    page("applications.show", "withdrawn", OTHER, of=states.taken_back),
    page("applications.show", "too late", OTHER, of=states.left_behind),
    *(page("applications.show", where[0], OTHER, of=one(*where)) for where in STATES.items()),
    *(page("applications.section", f"{each}, empty", EDITING, of=states.just_begun, section=each) for each in SECTIONS),
    *(page("applications.section", f"{each}, full", EDITING, of=states.complete, section=each) for each in SECTIONS),
    *(
        page(
            "applications.section",
            f"{each}, wrong",
            EDITING,
            of=states.just_begun,
            section=each,
            typed=typed,
            status=422,
        )
        for each, typed in WRONG.items()
    ),
    page("applications.section", "a file was stopped", EDITING, of=papers.stopped_file, section="documents"),
    page("applications.attach", "", OTHER, "amina", of=amina, section="documents", question="rules"),
    page("applications.attach", "first", OTHER, of=states.just_begun, section="documents", question="rules"),
    page(
        "applications.attach",
        "no file",
        OTHER,
        "amina",
        of=amina,
        section="documents",
        question="rules",
        typed={},
        status=422,
    ),
    page(
        "applications.attach",
        "a colleague was quicker",
        OTHER,
        "amina",
        of=amina,
        section="documents",
        question="rules",
        typed=papers.overtaken_file,
        status=409,
    ),
    page("applications.section", "two texts", EDITING, of=states.overtaken, section="project"),
    page("applications.section", "overtaken", EDITING, "tom", of=amina, section="project", typed=STALE, status=409),
    page(
        "applications.section",
        "too late",
        LONG,
        of=lambda: states.twice()[0],
        section="project",
        sends=late,
        status=409,
    ),
    save("part", "amina", {}),
    save("part, overtaken", "tom", STALE, 409),
    page("applications.choose", "", EDITING, of=states.overtaken, section="project"),
    page(
        "applications.choose", "nothing chosen", EDITING, of=states.overtaken, section="project", typed={}, status=422
    ),
    page("applications.earlier", "", LONG, of=states.overtaken, section="project"),
    page("applications.earlier", "none", LONG, of=states.just_begun, section="project"),
    page("applications.answers", "begun", LONG, of=states.just_begun),
    page("applications.answers", "complete", LONG, of=states.complete),
    page("applications.answers", "member", LONG, "tom", of=amina),
    page("applications.answers", "sent", LONG, of=one("submitted", "autumn")),
    page("applications.show", "guest writes", OTHER, "farida", of=amina),
    page("applications.show", "guest reads", OTHER, "neil", of=amina),
    page("applications.show", "guest, sent", OTHER, "farida", of=around.sent_with_a_guest),
    page("applications.show", "with guests", OTHER, of=around.guests_come_and_go),
    page("applications.section", "guest", EDITING, "farida", of=amina, section="project"),
    page(
        "applications.section",
        "access ended",
        LONG,
        around.GONE,
        path=lambda: "/account/name",
        sends=no_longer,
        status=409,
    ),
    page("applications.answers", "guest", LONG, "neil", of=amina),
    page("applications.people", "", LONG, "amina", of=amina),
    page("applications.people", "member", LONG, "tom", of=amina),
    page("applications.people", "everything", LONG, of=around.guests_come_and_go),
    page("applications.people", "sent", LONG, "grace", of=around.sent_with_a_guest),
    page("applications.people", "nobody yet", LONG, of=states.just_begun),
    page("applications.invite", "", OTHER, "amina", of=amina),
    page("applications.invite", "wrong", OTHER, "amina", of=amina, typed={"email": "ada"}, status=422),
    page("applications.guest", "", OTHER, "amina", of=amina, guest=partial(states.person_of, "neil")),
    page("applications.accept", "", PUBLIC, path=around.guest_link),
    page("applications.accept", "signed in", OTHER, around.COMES, path=around.guest_link),
    page("applications.accept", "somebody else", OTHER, "sam", path=around.guest_link),
    page("applications.accept", "of the council", OTHER, "daniel", path=around.guest_link),
    page("applications.accept", "unknown", PUBLIC, token="nothing-here", status=410),
    *(
        page("applications.accept", what, PUBLIC, path=partial(around.guest_link_that, what), status=410)
        for what in ("used", "taken back", "expired")
    ),
    page("applications.shared", "", LONG, "farida"),
    page("applications.shared", "nothing", LONG, "sam"),
    page("applications.send", "", OTHER, of=states.complete),
    page("applications.send", "unsigned", OTHER, of=states.complete, typed={"signed_name": ""}, status=422),
    page("applications.sent", "", OTHER, of=states.sent_just_now),
    page("applications.sent", "nothing more to ask", OTHER, of=around.asked_already),
    page("applications.pdf", "", OTHER, of=one("submitted", "autumn", 3)),
    page("applications.pdf", "being made", OTHER, of=around.pdf_being_made),
    page("applications.pdf", "part", OTHER, of=around.pdf_being_made, part=True),
    page("applications.pdf", "ready", OTHER, of=around.pdf_ready),
    page("applications.pdf", "failed", OTHER, of=around.pdf_failed),
    page("applications.equality", "", OTHER, of=states.sent_just_now),
    page("applications.equality", "not offered", OTHER, of=states.sent_just_now, typed={"age": "old"}, status=422),
    page("applications.withdraw", "", OTHER, of=states.complete),
    page("applications.withdraw", "too long", OTHER, of=states.complete, typed={"because": "why " * 101}, status=422),
    page("applications.copy", "", OTHER, of=states.taken_back),
    page(
        "applications.start",
        "from a copy",
        OTHER,
        around.lead_who_copies,
        path=around.copying,
        typed=states.right_answers,
    ),
    page("applications.copied", "", OTHER, of=around.begun_from_a_copy),
    *(page("assessments.decision", state, LONG, of=one(state, "spring")) for state in DECIDED),
)

FOR_GRACE = {"code": AUTUMN, "organisation": home("grace")}
FOR_OTHERS = (
    page("applications.assisted", "", LONG, "leanne"),
    page("applications.assisted", "nothing yet", LONG, "martin"),
    page("applications.assisted", "by colleagues", LONG, "joyce", whose="colleagues"),
    page("applications.assisted", "by no colleagues", LONG, "leanne", whose="colleagues"),
    page("applications.take_over", "", OTHER, "joyce", ref=around.being_typed),
    page("applications.take_over", "sent", OTHER, "joyce", ref=around.typed_in),
    page("applications.find_for", "", OTHER, "leanne", code=AUTUMN),
    page("applications.find_for", "too short", OTHER, "leanne", code=AUTUMN, q="x", status=422),
    page("applications.find_for", "some", OTHER, "leanne", code=AUTUMN, q="Seacroft"),
    page("applications.find_for", "none", OTHER, "leanne", code=AUTUMN, q="Nobody Has This Name"),
    page("applications.find_for", "closed", OTHER, "leanne", code=SPRING),
    page("applications.register_for", "", EDITING, "leanne", code=AUTUMN),
    page("applications.register_for", "empty", EDITING, "leanne", code=AUTUMN, typed={}, status=422),
    page("applications.register_for", "there already", EDITING, "leanne", code=AUTUMN, typed=CIRCLES_NAME, status=422),
    page("applications.key_in", "", EDITING, "leanne", **FOR_GRACE),
    page(
        "applications.key_in", "empty", EDITING, "leanne", code=AUTUMN, organisation=home("grace"), typed={}, status=422
    ),
    page("applications.key_in", "closed", OTHER, "leanne", code=SPRING, organisation=home("grace")),
    page("applications.show", "typing it in", OTHER, "leanne", ref=around.being_typed),
    page("applications.show", "gone on with", OTHER, "leanne", ref=around.gone_on_with),
    page("applications.show", "typed in for them", OTHER, of=around.typed_in),
    page("applications.show", "typed in, sent", OTHER, "leanne", ref=around.typed_in),
    page("applications.answers", "typing it in", LONG, "leanne", ref=around.being_typed),
    page("applications.section", "typing it in", EDITING, "leanne", ref=around.being_typed, section="project"),
    page("applications.send", "for them", OTHER, "leanne", ref=around.ready_for_them),
    page("applications.sent", "for them", OTHER, "leanne", ref=around.typed_in),
    page("applications.letter", "", LONG, "leanne", ref=around.typed_in),
    page("assessments.application", "typed in", MARKING, "joyce", ref=around.typed_in),
    page("assessments.pdf", "", OTHER, "joyce", ref=one("scored", "summer")),
    page("applications.equality_figures", "", LONG, "helen", code=SPRING),
    page("applications.equality_figures", "not yet", OTHER, "helen", code=AUTUMN),
)

NEVER_COMPARED = {"version": "0", "same": "clear", "because": TYPED}
COPY, CLEARED, WEAK, SAME = (
    {"ref": find, "other": partial(find, other=True)}
    for find in (alikes.copied, alikes.cleared, alikes.same_postcode, alikes.confirmed)
)
ALIKE = (
    page("assessments.application", "like another", MARKING, "joyce", ref=COPY["ref"]),
    page("assessments.application", "a weak sign", LONG, "joyce", ref=alikes.same_postcode),
    page("assessments.alike", "open", LONG, "joyce", **COPY),
    page("assessments.alike", "unsaid", LONG, "joyce", **COPY, typed={}, status=422),
    page("assessments.alike", "no reason", LONG, "joyce", **COPY, typed={"same": "clear"}, status=422),
    page("assessments.alike", "stale", LONG, "joyce", **COPY, typed=NEVER_COMPARED, status=409),
    page("assessments.alike", "weak", LONG, "joyce", **WEAK),
    page("assessments.alike", "cleared", LONG, "joyce", **CLEARED),
    page("assessments.alike", "the same", LONG, "joyce", **SAME),
    page("assessments.alike", "from the reviewer", OTHER, "daniel", **CLEARED, status=403),
)

REVIEW = (
    page("desk.inbox", "approver", LONG, "joyce"),
    page("desk.inbox", "reviewer", LONG, "daniel"),
    page("desk.inbox", "administrator", LONG, "wei"),
    page("desk.inbox", "nothing waits", LONG, "helen"),
    page("desk.inbox", "one queue", LONG, "joyce", queue="to_triage"),
    page("desk.inbox", "nothing fits", LONG, "joyce", queue="to_triage", round=SPRING),
    page("desk.inbox", "round gone", LONG, "joyce", queue="to_triage", round="none"),
    page("desk.inbox", "mine", LONG, "joyce", whose="mine"),
    page("desk.inbox", "colleagues'", LONG, "joyce", whose="taken"),
    page("desk.inbox", "overdue", LONG, "joyce", urgency="overdue"),
    page("desk.inbox", "part", LONG, "joyce", queue="to_triage", part=True),
    page("desk.next", "", MARKING, "joyce", queue="to_triage"),
    page("assessments.application", "taken", MARKING, "joyce", ref=JOYCES),
    page("assessments.application", "a colleague's", MARKING, "martin", ref=JOYCES),
    page("assessments.decide", "handed over", EDITING, "joyce", ref=states.handed_over),
    page("organisations.check", "left alone", LONG, "joyce", ref=partial(states.claimed, "to_verify", "martin")),
    page("desk.look", "", OTHER, "martin", queue="to_triage", target=JOYCES, part=True),
    page("desk.handing", "", OTHER, "joyce", queue="to_triage", target=JOYCES),
    page("desk.handing", "nobody chosen", OTHER, "joyce", queue="to_triage", target=JOYCES, typed={}, status=422),
    page("desk.handing", "a colleague's", OTHER, "martin", queue="to_triage", target=JOYCES),
    page("desk.handing", "nobody else", OTHER, "wei", queue="failed_letters", target=upkeep.failed_letter),
    page("desk.view_list", "", OTHER, "joyce"),
    page("desk.view_list", "none", OTHER, "priya"),
    page("desk.new_view", "", OTHER, "joyce", queue="to_triage", urgency="soon", round=AUTUMN, whose="free"),
    page("desk.new_view", "nothing narrowed", OTHER, "joyce"),
    page("desk.new_view", "no name", OTHER, "joyce", urgency="soon", typed={"name": ""}, status=422),
    page("desk.view", "", OTHER, "joyce", ref=states.saved_view),
    page("desk.view", "name taken", OTHER, "joyce", ref=states.saved_view, typed={"name": "Mine"}, status=422),
    page("desk.find", "approver", LONG, "joyce"),
    page("desk.find", "reviewer", LONG, "daniel"),
    page("desk.find", "nothing typed", LONG, "joyce", q="", status=422),
    page("desk.find", "too much typed", LONG, "joyce", q="tea " * 60, status=422),
    page("desk.find", "found", LONG, "joyce", q="group"),
    page("desk.find", "found, reviewer", LONG, "daniel", q="people"),
    page("desk.find", "further down", LONG, "helen", q="people", after=lambda: encode_key(1, 2**40)),
    page("desk.find", "organisations", LONG, "joyce", q="group", kind="organisations"),
    page("desk.find", "colleagues", LONG, "wei", q="example"),
    page("desk.find", "nothing found", LONG, "joyce", q="zzzz"),
    page("desk.find", "not for this role", OTHER, "imran", status=403),
    page("assessments.rounds", "approver", LONG, "joyce"),
    page("assessments.rounds", "administrator", LONG, "wei"),
    page("assessments.rounds", "none", LONG, "joyce", empty_town=True),
    page("assessments.round", "open", LONG, "joyce", code=AUTUMN),
    page("assessments.round", "being scored", LONG, "joyce", code=SUMMER),
    page("assessments.round", "decided", LONG, "joyce", code=SPRING),
    page("assessments.round", "reviewer", LONG, "ruth", code=SUMMER),
    page("assessments.round", "administrator", LONG, "wei", code=SUMMER),
    page("assessments.round", "one state", LONG, "joyce", code=SPRING, state="funded"),
    page("assessments.round", "nothing found", LONG, "joyce", code=SPRING, q="zzzz"),
    page("assessments.round", "part", LONG, "joyce", code=SPRING, q="community", part=True),
    page("assessments.application", "a reader wanted", LONG, "joyce", ref=states.checked),
    page("assessments.application", "nobody named", LONG, "joyce", ref=states.checked, sends=READER, status=422),
    *(page("assessments.application", where[0], LONG, "joyce", ref=one(*where)) for where in STATES.items()),
    page("assessments.application", "submitted", MARKING, "joyce", ref=one("submitted", "autumn")),
    page(
        "assessments.application", "unsaid", MARKING, "joyce", ref=one("submitted", "autumn"), sends=CHECK, status=422
    ),
    page("assessments.application", "a line failed", MARKING, "joyce", ref=lines.failed),
    page("assessments.application", "a line to ask about", MARKING, "joyce", ref=lines.to_ask),
    page("assessments.application", "every line passes", MARKING, "joyce", ref=lines.passed),
    page("assessments.application", "held", MARKING, "joyce", ref=lines.to_ask, sends=GOES_ON, status=422),
    page("assessments.application", "reasons to read", MARKING, "joyce", ref=lines.failed, sends=ENDS, status=422),
    page("assessments.application", "two officers", MARKING, "joyce", ref=lines.failed, sends=TWO, status=409),
    save_check("part", {"verdict-check-uses": "ask", "note-check-uses": TYPED}),
    save_check("part, two officers", OTHERS_LINE, 409),
    page("assessments.application", "reviewer", LONG, "daniel", ref=lambda: states.shared_with("daniel")),
    page("assessments.application", "conflict", LONG, "ruth", ref=one("assessing", "summer", like=CIRCLE), status=404),
    page("assessments.conflicts", "not closed", LONG, "daniel", code=AUTUMN),
    page("assessments.conflicts", "undeclared", LONG, "hannah", code=lambda: states.undeclared("spring")),
    page("assessments.conflicts", "declared", LONG, "ruth", code=SUMMER),
    page("assessments.share", "not closed", OTHER, "joyce", code=AUTUMN),
    page("assessments.share", "some", OTHER, "joyce", code=SUMMER),
    page("assessments.next", "", EDITING, "daniel"),
    page("assessments.score", "", EDITING, "hannah", ref=reading("hannah", "shared", 1)),
    page("assessments.score", "half", EDITING, "daniel", ref=states.half_scored),
    page("assessments.score", "unfinished", EDITING, "ruth", ref=READING, typed={"finish": "yes"}, status=422),
    page("assessments.score", "two windows", EDITING, "daniel", ref=states.half_scored, typed=TWICE, status=409),
    page("assessments.score", "finished", LONG, "daniel", ref=reading("daniel", "finished")),
    save_score("part", {"points-need": "3"}),
    save_score("part, two windows", TWICE, 409),
    page("assessments.score", "taken back", EDITING, "daniel", ref=states.scores_taken_back),
    page("assessments.moderate", "a third asked", EDITING, "joyce", ref=states.apart),
    page("assessments.moderate", "unsaid", EDITING, "joyce", ref=states.apart, typed={"note-need": ""}, status=422),
    page("assessments.moderate", "stale", EDITING, "joyce", ref=states.apart, typed={"seen": "x"}, status=409),
    page("assessments.moderate", "nobody asked", EDITING, "martin", ref=states.apart_and_alone),
    page("assessments.application", "far apart", LONG, "joyce", ref=states.apart),
    page("assessments.application", "noted", LONG, "joyce", ref=states.noted),
    page("assessments.decide", "noted", EDITING, "joyce", ref=states.noted),
    page("assessments.application", "corrected", LONG, "joyce", ref=states.corrected),
    page("assessments.stand_down", "", OTHER, "ruth", ref=READING),
)

MADE = {"code": "first-steps-online-summer-2027"}
SECTION_LIST = {**MADE, "where": "in-project"}
CRITERION = {**MADE, "where": "criteria", "item": "need"}
TO_MOVE = {**MADE, "where": "in-your_group", "item": "have_you_done_this_before"}
NOWHERE = (Send({"to": "in-nothing"}, form="part"),)
MOVED = (Send({"way": "down"}, form="need/move", part=True),)
NOT_A_DAY, NO_WEIGHT = {"opens": "soon"}, {"weight": "a lot"}
BROKEN = {"kind": "choice", "label": "?"}
GONE_OVER = {"read": "0", "title": TYPED}

MAKING = (
    page("planning.index", "", LONG, "joyce"),
    page("planning.index", "none", LONG, "joyce", empty_town=True),
    page("planning.begin", "", OTHER, "joyce"),
    page("planning.begin", "empty", OTHER, "joyce", typed={"title": "", "fund": "new"}, status=422),
    page("planning.bring_in", "", OTHER, "joyce"),
    page("planning.bring_in", "no file", OTHER, "joyce", typed={}, status=422),
    page("planning.show", "being made", LONG, "joyce", **MADE),
    page("planning.show", "published", LONG, "joyce", code=AUTUMN),
    page("planning.show", "being changed", LONG, "joyce", code=making.being_changed),
    page("planning.show", "given up", LONG, "joyce", code=making.given_up),
    *(page("planning.facts", part, EDITING, "joyce", which=part, **MADE) for part in FACTS),
    page("planning.facts", "published", EDITING, "joyce", which="about", code=AUTUMN),
    page("planning.facts", "wrong", EDITING, "joyce", which="dates", typed=NOT_A_DAY, status=422, **MADE),
    page("planning.facts", "stale", EDITING, "joyce", which="about", typed=GONE_OVER, status=409, **MADE),
    page("planning.facts", "no such part", OTHER, "joyce", which="nothing", status=404, **MADE),
    *(
        page("planning.items", where, LONG, "joyce", where=where, **MADE)
        for where in ("eligibility", "sections", "criteria", "documents", "returns", "in-project")
    ),
    page("planning.items", "published", LONG, "joyce", where="criteria", code=AUTUMN),
    page("planning.items", "being changed", LONG, "joyce", where="in-costs", code=making.being_changed),
    page("planning.move", "part", LONG, "joyce", opens="planning.items", where="criteria", sends=MOVED, **MADE),
    *(
        page("planning.add", where, EDITING, "joyce", where=where, **MADE)
        for where in ("eligibility", "sections", "criteria", "documents", "returns", "in-project")
    ),
    page("planning.add", "empty", EDITING, "joyce", typed={}, status=422, **SECTION_LIST),
    page("planning.add", "too few answers", EDITING, "joyce", typed=BROKEN, status=422, **SECTION_LIST),
    page("planning.item", "", EDITING, "joyce", **CRITERION),
    page("planning.item", "wrong", EDITING, "joyce", typed=NO_WEIGHT, status=422, **CRITERION),
    page("planning.item", "stale", EDITING, "joyce", typed=GONE_OVER, status=409, **CRITERION),
    page("planning.item", "question", EDITING, "joyce", code=AUTUMN, where="in-costs", item="other_money_who"),
    page("planning.item", "answers", EDITING, "joyce", code=making.being_changed, where="in-costs", item="budget"),
    page("planning.item", "to move", EDITING, "joyce", **TO_MOVE),
    page("planning.carry", "nowhere", EDITING, "joyce", opens="planning.item", sends=NOWHERE, status=422, **TO_MOVE),
    page("planning.publish", "things to mend", OTHER, "joyce", **MADE),
    page("planning.publish", "ready", OTHER, "joyce", code=making.ready),
    page("planning.publish", "changes", OTHER, "joyce", code=making.being_changed),
    page("planning.publish", "published", OTHER, "joyce", code=AUTUMN),
    page("desk.preview", "being made", LONG, "joyce", **MADE),
    page("desk.preview", "published", LONG, "joyce", code=AUTUMN),
    page("desk.preview_check", "being made", OTHER, "joyce", **MADE),
    page("desk.preview_check", "published", OTHER, "joyce", code=AUTUMN),
    page("desk.preview_section", "", LONG, "joyce", code=AUTUMN, section="costs"),
    page("desk.preview_section", "people", LONG, "joyce", code=AUTUMN, section="people"),
    page("desk.preview_section", "no such part", OTHER, "joyce", section="nothing", status=404, **MADE),
    page("funds.show", "coming", PUBLIC, code=making.coming),
    page("applications.show", "newer questions", OTHER, of=making.overtaken),
    page("applications.show", "something missing", OTHER, of=making.needing),
    page("applications.answers", "something missing", LONG, of=making.needing),
    page("applications.copied", "in part", OTHER, of=making.copied_in_part),
    page("applications.newer_questions", "offer", LONG, of=making.overtaken),
    page("applications.newer_questions", "taken", LONG, of=making.went_over),
    page("applications.newer_questions", "none", LONG, "amina", of=amina),
)

HISTORY = (
    page("desk.history", "administrator", LONG, "wei"),
    page("desk.history", "programme lead", LONG, "helen"),
    page("desk.history", "one kind", LONG, "helen", kind="application", person="joyce"),
    page("desk.history", "nothing fits", LONG, "wei", ref="nothing-here"),
    page("desk.history", "no such day", LONG, "wei", since="soon"),
    page("desk.history", "part", LONG, "helen", kind="message", part=True),
    page("desk.history", "first day", LONG, "wei", empty_town=True, kind="message"),
    page("desk.history_file", "key lost", LONG, "wei"),
    page("desk.history", "not for this role", OTHER, "joyce", status=403),
)

MESSAGES = (
    page("messages.index", "", LONG, "joyce"),
    page("messages.index", "to answer", LONG, "helen", state="waiting"),
    page("messages.index", "none", LONG, "joyce", empty_town=True),
    page("messages.index", "none like that", LONG, "joyce", empty_town=True, state="closed"),
    *(page("messages.show", state, OTHER, "joyce", ref=message(state)) for state in ("answered", "closed")),
    page("messages.show", "waiting", OTHER, "joyce", ref=message("waiting")),
    page("messages.show", "taken", OTHER, "wei", ref=states.taken),
    page("messages.show", "mine", OTHER, "leanne", ref=states.taken),
    page("messages.show", "empty", OTHER, "joyce", ref=message("waiting"), sends=(Send(form="answer"),), status=422),
    page("messages.show", "no reason", OTHER, "joyce", ref=message("waiting"), sends=(Send(form="close"),), status=422),
    page("messages.show", "just answered", OTHER, "joyce", ref=message("waiting", 1), sends=ANSWER, once=True),
    page("messages.show", "stale", OTHER, "joyce", ref=message("waiting"), sends=OLD_ANSWER, status=409),
)

PANEL = (
    page("assessments.panel", "none before it", LONG, "joyce", code=AUTUMN),
    page("assessments.panel", "deciding", LONG, "joyce", code=SUMMER),
    page("assessments.panel", "finance", LONG, "priya", code=SUMMER),
    page("assessments.panel", "decided", LONG, "joyce", code=SPRING),
    page("assessments.panel", "furthest first", LONG, "joyce", code=SUMMER, order="together"),
    page("assessments.panel", "paper", LONG, "joyce", code=SUMMER, print="1"),
    page("assessments.panel", "paper, furthest first", LONG, "joyce", code=SUMMER, order="together", print="1"),
    page("assessments.decide", "undecided", EDITING, "joyce", ref=states.undecided),
    page("assessments.decide", "wrong", EDITING, "joyce", ref=states.undecided, typed={"letter": ""}, status=422),
    page("assessments.decide", "effect", EDITING, "joyce", ref=states.undecided, part=True, **PART_OF_IT),
    page("assessments.decide", "effect shown", EDITING, "joyce", ref=states.undecided, typed=PART_OF_IT | SHOW),
    page("assessments.decide", "no with conditions", EDITING, "joyce", ref=states.undecided, typed=NO_BUT, status=422),
    page("assessments.decide", "proposed", EDITING, "joyce", ref=before_panel("proposed")),
    page("assessments.decide", "to confirm", EDITING, "martin", ref=before_panel("proposed")),
    page("assessments.decide", "stale", EDITING, "joyce", ref=before_panel("proposed"), typed=NEVER_READ, status=409),
    page("assessments.decide", "sent back", EDITING, "joyce", ref=states.sent_back),
    page("assessments.decide", "confirmed", EDITING, "joyce", ref=before_panel("confirmed")),
    page("assessments.decide", "released", EDITING, "helen", ref=before_panel("released", season="spring")),
    page("assessments.letters", "some wait", LONG, "martin", code=SUMMER),
    page("assessments.letters", "none", LONG, "joyce", code=AUTUMN),
    page("assessments.report", "decided", LONG, "helen", code=SPRING),
    page("assessments.report", "deciding", LONG, "priya", code=SUMMER),
    page("assessments.report", "conflict", LONG, panels.in_conflict, code=SPRING),
    page("assessments.report", "nobody yet", LONG, "joyce", code=panels.without_applications),
    page("assessments.report_file", "key lost", LONG, "joyce", code=SPRING),
    page("assessments.reserve_list", "money that nobody gets", LONG, "joyce", code=panels.nobody_gets_it),
    page("assessments.reserve_list", "some wait", LONG, "priya", code=SUMMER),
    page("assessments.reserve_list", "none", LONG, "joyce", code=AUTUMN),
    page("assessments.promotion", "waits", EDITING, "joyce", ref=panels.waits),
    page("assessments.promotion", "suggested", EDITING, "joyce", ref=panels.suggested),
    page("assessments.promotion", "suggested, programme lead", LONG, "helen", ref=panels.suggested),
    page("assessments.promotion", "wrong", EDITING, "joyce", ref=panels.suggested, typed={"letter": ""}, status=422),
    page(
        "assessments.promotion", "stale", EDITING, "martin", ref=panels.suggested, typed={"version": "99"}, status=409
    ),
    page("assessments.promotion", "to confirm", EDITING, "martin", ref=panels.promoted("proposed")),
    page("assessments.promotion", "proposed", EDITING, "joyce", ref=panels.promoted("proposed")),
    page("assessments.promotion", "confirmed", EDITING, "martin", ref=panels.confirmed),
    page("assessments.promotion", "told", LONG, "joyce", ref=panels.promoted("released")),
    page("assessments.turn_down", "offer", OTHER, of=one("funded", "spring")),
    page("assessments.turn_down", "reserve list", OTHER, of=panels.waits),
    page("assessments.turn_down", "too long", OTHER, of=one("funded", "spring"), typed=TOO_LONG, status=422),
    page("assessments.decision", "given up", LONG, of=panels.given_up),
    page("assessments.check_release", "", OTHER, "martin", code=SUMMER),
    page("assessments.check_release", "list changed", OTHER, "martin", code=SUMMER, typed={"listed": "x"}, status=409),
)

UPKEEP = (
    page("upkeep.outbox", "", LONG, "wei"),
    page("upkeep.outbox", "programme lead", LONG, "helen"),
    page("upkeep.outbox", "failed", LONG, "wei", state="failed"),
    page("upkeep.outbox", "waiting", LONG, "wei", state="waiting"),
    page("upkeep.outbox", "one address", LONG, "wei", q=lambda: upkeep.failed_letter().to_address),
    page("upkeep.outbox", "nothing found", LONG, "wei", q="zzzz"),
    page("upkeep.outbox", "none", LONG, "wei", empty_town=True),
    page("upkeep.outbox", "part", LONG, "wei", state="failed", part=True),
    page("upkeep.letter", "failed", OTHER, "wei", ref=upkeep.failed_letter),
    page("upkeep.letter", "failed, programme lead", OTHER, "helen", ref=upkeep.failed_letter),
    page("upkeep.letter", "failed and forgotten", OTHER, "wei", ref=upkeep.forgotten_letter),
    page("upkeep.letter", "sent again", OTHER, "wei", ref=upkeep.letter_sent_again),
    page("upkeep.letter", "waiting", OTHER, "wei", ref=upkeep.waiting_letter),
    page("upkeep.letter", "sent", OTHER, "wei", ref=lambda: states.letter("assessments/mail/decision")),
    page("upkeep.letter", "unknown", OTHER, "wei", ref="nothing-here", status=404),
    page("upkeep.jobs", "never run", LONG, "wei", empty_town=True),
    page("upkeep.jobs", "run", LONG, "wei", path=upkeep.jobs_that_ran),
)

WORDS = {"code": "communities"}
MOVE = (Send({"way": "down"}, form="words/older/move", part=True),)
ONE_WORD = {"code": "barriers", "word": "device"}
UNREADABLE, STALE_NAME = {"main": "#2a9d8f"}, {"read": "0", "name": TYPED}
SETTINGS = (
    page("desk.settings_list", "", OTHER, "wei"),
    *(page("programme.facts", which, OTHER, "wei", which=which) for which in ("name", "contact", "about")),
    page("programme.facts", "empty", OTHER, "wei", which="name", typed={"name": ""}, status=422),
    page("programme.facts", "stale", OTHER, "wei", which="name", typed=STALE_NAME, status=409),
    page("programme.facts", "no such part", OTHER, "wei", which="nothing", status=404),
    page("programme.colours_of", "", OTHER, "wei"),
    page("programme.colours_of", "unreadable", OTHER, "wei", typed=UNREADABLE, status=422),
    page("programme.sample", "", OTHER, "wei", word=states.OTHER_COLOURS, read=states.no_colours),
    page("programme.sample", "stale", OTHER, "wei", word=states.OTHER_COLOURS, read="0", typed={}, status=409),
    page("programme.words", "", LONG, "wei", **WORDS),
    page("programme.words", "some retired", LONG, "wei", code="languages"),
    page("programme.move_word", "part", LONG, "wei", opens="programme.words", sends=MOVE, **WORDS),
    page("programme.add_word", "", OTHER, "wei", **WORDS),
    page("programme.add_word", "empty", OTHER, "wei", typed={"label": "", "phrase": ""}, status=422, **WORDS),
    page("programme.add_word", "kind of organisation", OTHER, "wei", code="legal_forms"),
    page("programme.reword", "", OTHER, "wei", **ONE_WORD),
    page("programme.reword", "stale", OTHER, "wei", typed={"read": "0", "label": TYPED}, status=409, **ONE_WORD),
    page("programme.history", "", LONG, "wei", setting="contact"),
    page("programme.history", "nothing yet", LONG, "wei", setting="colours"),
)

WAITING_FOR_THEM, BACK_AGAIN, LATE = asked.asked_about, asked.came_back, asked.late
NOTHING_SAID = (Send({"reply": ""}, form="send"),)
TOO_LONG = (Send({"reply": "because " * 201}, form="send"),)
NO_DAY = (Send({"due": "soon"}, form="day"),)
MOVED_ON = (Send({"number": "99"}, form="take-back"),)
CHANGES = (
    page("desk.home", "asked about", LONG, asked.lead(WAITING_FOR_THEM)),
    page("applications.index", "asked about", LONG, asked.lead(WAITING_FOR_THEM)),
    page("applications.show", "asked about", OTHER, of=WAITING_FOR_THEM),
    page("applications.show", "asked about, late", OTHER, of=LATE),
    page("applications.show", "came back", OTHER, of=BACK_AGAIN),
    page("applications.section", "asked about", EDITING, of=WAITING_FOR_THEM, section="project"),
    page("applications.section", "asked about, one more", EDITING, of=asked.half_answered, section="costs"),
    page("applications.answers", "asked about", LONG, of=asked.half_answered),
    page("applications.changes", "", LONG, of=WAITING_FOR_THEM),
    page("applications.changes", "half answered", LONG, of=asked.half_answered),
    page("applications.changes", "nothing changed", LONG, of=WAITING_FOR_THEM, sends=NOTHING_SAID, status=422),
    page("applications.changes", "too long", LONG, of=WAITING_FOR_THEM, sends=TOO_LONG, status=422),
    page("applications.changes", "late", LONG, of=LATE),
    page("applications.changes", "came back", LONG, of=BACK_AGAIN),
    page("applications.changes", "nothing to change", LONG, of=asked.answered),
    page("applications.changes", "taken back", LONG, of=asked.taken_back),
    page("assessments.application", "asked about", LONG, "joyce", ref=WAITING_FOR_THEM),
    page("assessments.application", "asked about, late", LONG, "joyce", ref=LATE),
    page("assessments.application", "came back", MARKING, "joyce", ref=BACK_AGAIN),
    page("assessments.ask_changes", "", LONG, "joyce", ref=BACK_AGAIN),
    page("assessments.ask_changes", "nothing chosen", LONG, "joyce", ref=BACK_AGAIN, typed={"due": "soon"}, status=422),
    page("assessments.changes", "", LONG, "joyce", ref=WAITING_FOR_THEM),
    page("assessments.changes", "no day", LONG, "joyce", ref=WAITING_FOR_THEM, sends=NO_DAY, status=422),
    page("assessments.changes", "moved on", LONG, "joyce", ref=WAITING_FOR_THEM, sends=MOVED_ON, status=409),
    page("assessments.changes", "late", LONG, "joyce", ref=LATE),
    page("assessments.changes", "came back", LONG, "joyce", ref=BACK_AGAIN),
    page("assessments.changes", "taken back", LONG, "joyce", ref=asked.taken_back),
    page("desk.inbox", "late changes", LONG, "joyce", queue="late_changes"),
)

DEMONSTRATION = (page("demo.letters", "", LONG), page("demo.letter", "", LONG, path=states.a_letter))

EVERY = (
    *(*SIGNING_IN, *SECOND_FACTOR, *COUNCIL_PEOPLE, *FOR_ANYBODY, *ORGANISATIONS, *VERIFYING, *MERGING),
    *(
        *APPLYING,
        *FOR_OTHERS,
        *REVIEW,
        *ALIKE,
        *MAKING,
        *MESSAGES,
        *PANEL,
        *UPKEEP,
        *SETTINGS,
        *HISTORY,
        *DEMONSTRATION,
        *CHANGES,
    ),
)
