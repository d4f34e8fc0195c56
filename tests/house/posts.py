"""How each form is filled in so that it does its work: who sends it, from which page, with what in it."""

import re
import secrets
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from flask import Flask
from sqlalchemy import select

from portal.accounts.models import Person
from portal.accounts.totp import code_at, step_at
from portal.applications.changing import last_due
from portal.db.session import db
from portal.demo.apps import recovery_codes
from portal.demo.cast import BY_KEY as CAST
from portal.desk.models import SavedView
from portal.funds.models import Round
from portal.kit.dates import london_day, utc_now
from portal.kit.refs import mark_of
from portal.mail.models import Letter
from portal.messages.models import Message
from portal.organisations.models import Merge, Organisation
from tests.files.samples import pdf
from tests.funds.plans import LATER
from tests.house.subjects import (
    MADE,
    OTHER_COLOURS,
    SECTION,
    Town,
    alike,
    guest_invitation_to,
    invitation_to,
    sign_in_for,
)
from tests.reader import Attached, Form, Reader, form_to

Fields = dict[str, Any]
PART_OF_A_PAGE = {"HX-Request": "true", "HX-Request-Type": "partial"}


@dataclass(frozen=True, slots=True)
class Post:
    """A form and what to do with it. Words in braces stand for what `places` knows.

    `to` is where it goes, unless to its page; `form` is the action it has on its page, where that is another.
    `fill` and `before` get the form as it came, and the browser. A `part` is what htmx sends while people write.
    """

    who: str
    page: str
    to: str = ""
    form: str = ""
    fill: Fields | Callable[[Form], Fields] = field(default_factory=dict)
    before: Callable[["Visit"], None] | None = None
    is_part: bool = False


@dataclass
class Visit:
    """Somebody's browser in the town."""

    client: Reader
    town: Town
    who: str

    def address(self, words: str) -> str:
        """An address with the town's things in it."""
        return words.format(**places(self.town))

    def post(self, path: str, page: str, **fields: Any) -> None:
        """Fill in a form on the way to another."""
        form = form_to(self.client.get(page).get_data(as_text=True), path)
        answer = self.client.post(path, data={**form.fields, **fields})
        assert answer.status_code == 303, f"{path} on the way answered {answer.status_code}"


@dataclass
class Prepared:
    """A form ready to be sent: its browser, where to, and everything in it, its keys included."""

    client: Reader
    path: str
    data: Fields
    headers: dict[str, str]


def places(town: Town) -> dict[str, str]:
    """What stands in addresses, by the words of the table below."""
    pieces = {name.replace("'", "").replace(" ", "_").replace(",", ""): one.ref for name, one in town.pieces.items()}
    daniels = next(one for one in town.readings if one.name == "daniel's, shared")
    finished = next(one for one in town.readings if one.name == "daniel's, finished")
    aminas = next(one for one in town.sign_ins if one.name == "amina's")
    message = select(Message.ref).where(Message.state == "waiting").order_by(Message.id).limit(1)
    merges = select(Merge.ref, Organisation.ref.label("into")).join(Organisation, Organisation.id == Merge.into_id)
    merge = db.session.execute(merges).one()
    (alike_one, alike_other), (cleared, cleared_too) = alike("open"), alike("cleared")
    return {
        **pieces,
        "alike": alike_one,
        "alike_other": alike_other,
        "cleared": cleared,
        "cleared_too": cleared_too,
        "message": db.session.scalars(message).one(),
        "tea": town.organisations["amina"],
        "circle": town.organisations["grace"],
        "table": town.organisations["marcia"],
        "reading": daniels.values["ref"],
        "finished_reading": finished.values["ref"],
        "sign_in": aminas.values["ref"],
        "invitation": town.invitations["grace"],
        "failed_letter": town.failed_letter,
        "tom": town.people["tom"],
        "leaderless": town.leaderless,
        "being_typed": town.being_typed,
        "into": merge.into,
        "merge": merge.ref,
        "joyce": db.session.scalars(select(Person.ref).where(Person.email == CAST["joyce"].email)).one(),
        "neil": town.people["neil"],
        "view": db.session.scalars(
            select(SavedView.ref).join(Person).where(Person.email == CAST["joyce"].email).order_by(SavedView.id)
        ).first()
        or "",
        "invited": invitation_to("sam"),
        "guest_link": guest_invitation_to("sam"),
        "link": sign_in_for("anonymous"),
    }


def visit(app: Flask, town: Town, who: str) -> Visit:
    """Open a browser as somebody; `anonymous` and the holders of links are not signed in."""
    client: Any = app.test_client()
    client.strict = False
    if who in town.cookies:
        client.set_cookie("signed-in", town.cookies[who])
    return Visit(client, town, who)


def prepare(app: Flask, town: Town, post: Post) -> Prepared:
    """Go to the page, fill the form in, and stop before sending it."""
    there = visit(app, town, post.who)
    if post.before:
        post.before(there)
    page, path = there.address(post.page), there.address(post.to or post.page)
    shown = there.client.get(page)
    assert shown.status_code == 200, f"{page} answered {shown.status_code} to {post.who}"
    form = form_to(shown.get_data(as_text=True), there.address(post.form) or path)
    fill = post.fill(form) if callable(post.fill) else post.fill
    return Prepared(there.client, path, {**form.fields, **fill}, PART_OF_A_PAGE if post.is_part else {})


def stays_of(form: Form) -> str:
    """The first of the two records that a page lays side by side."""
    return form.fields["read"][0].split(":")[0]


FROM_THE_LIST = "/review/applications/{proposed_from_the_list}/reserve"
ON_THE_LIST = "/review/applications/{on_the_list}/reserve"

# --- On the way ---------------------------------------------------------------------------------------------


def ask_for_a_letter(there: Visit) -> None:
    """Ask for a code."""
    there.post("/sign-in", "/sign-in", email="ada@example.org")


def confirm_it(there: Visit) -> None:
    """Confirm what is proposed from the reserve list."""
    page = there.address(FROM_THE_LIST)
    there.post(f"{page}/confirm", page)


def leave_it_on_the_list(there: Visit) -> None:
    """Leave it on the list, so that money is free that nobody gets."""
    page = there.address(FROM_THE_LIST)
    there.post(f"{page}/pass-over", page, why="Their hall has closed.")


def newest_code(_form: Form) -> Fields:
    """The code of the newest letter."""
    text = db.session.scalars(select(Letter.text).order_by(Letter.id.desc()).limit(1)).one()
    found = re.search(r"\b\d{6}\b", text)
    assert found, text
    return {"code": found[0]}


def now_on(secret: str) -> str:
    """What an app with that secret shows."""
    return code_at(secret, step_at(utc_now()))


def code_of_martins_app(_form: Form) -> Fields:
    """The code that Martin's app shows."""
    return {"authenticator_code": now_on(CAST["martin"].secret)}


def code_of_joyces_app(_form: Form) -> Fields:
    """The code that Joyce's app shows."""
    return {"authenticator_code": now_on(CAST["joyce"].secret)}


def recovery_code_of_martin(_form: Form) -> Fields:
    """One that he has not used."""
    return {"recovery_code": recovery_codes(CAST["martin"])[-1]}


def look_at_the_picture(there: Visit) -> None:
    """Copy the key below the picture by hand."""
    path = "/sign-in/authenticator/new" if there.who == "beginner" else "/account/authenticator"
    found = re.search(r'<p><code class="key">([^<]+)</code></p>', there.client.get(path).get_data(as_text=True))
    assert found
    COPIED["secret"] = found[1].replace(" ", "")


COPIED: dict[str, str] = {}


def first_code(_form: Form) -> Fields:
    """What the app shows into which the key was copied."""
    return {"new_code": now_on(COPIED["secret"])}


def codes_of_both_apps(form: Form) -> Fields:
    """What Joyce's old app shows, and her new one."""
    return code_of_joyces_app(form) | first_code(form)


def pass_the_check(there: Visit) -> None:
    """Answer what decides whether one can apply, as it has to be answered."""
    path = "/grants/autumn-2026/check"
    there.post(path, path, **RIGHT)


RIGHT = dict.fromkeys(("area", "not_for_profit", "committee", "bank"), "yes") | dict.fromkeys(
    ("spent", "overdue"), "no"
)


def a_call_of_today(_form: Form) -> Fields:
    """Somebody called, and may apply."""
    today = london_day(utc_now())
    return {"came_by": "phone", "came_on": f"{today:%d %B %Y}", "contact_name": "Betty Wood", **RIGHT}


def send_the_draft(there: Visit) -> None:
    """Send it first, so that there is something to be asked after."""
    path = f"/applications/{there.town.pieces[DRAFT].ref}/send"
    there.post(path, path, **SIGNED)


SIGNED = {"right": "yes", "speaks": "yes", "purpose": "yes", "signed_name": "Amina Yusuf"}


def write_at_once(there: Visit) -> None:
    """Tom opens the section, Amina saves it, and Tom's save comes too late."""
    path = f"/applications/{there.town.pieces[DRAFT].ref}/parts/{SECTION}"
    old = form_to(there.client.get(path).get_data(as_text=True), path)
    other = visit(there.client.application, there.town, "amina")
    other.post(path, path, summary="What Amina wrote meanwhile.")
    late = there.client.post(path, data={**old.fields, "summary": "What Tom wrote meanwhile."})
    assert late.status_code == 409


DRAFT = "amina's draft"


def five_points(form: Form) -> Fields:
    """Full points on every criterion, with a reason."""
    codes = [name.removeprefix("reason-") for name in form.fields if name.startswith("reason-")]
    given = {f"points-{code}": "5" for code in codes} | {f"reason-{code}": "It is all there." for code in codes}
    return {**given, "finish": ""}


def half_of_it(form: Form) -> Fields:
    """Points on the first criterion alone."""
    first = next(name.removeprefix("reason-") for name in form.fields if name.startswith("reason-"))
    return {f"points-{first}": "3", f"reason-{first}": "Half of it is there."}


def a_day_later(_form: Form) -> Fields:
    """Another day by which changes can come: the last one before the panel."""
    panel_on = db.session.scalars(select(Round.panel_on).where(Round.code.startswith("autumn"))).one()
    return {"due": last_due(london_day(utc_now()), panel_on).isoformat()}


def somebody_free(form: Form) -> Fields:
    """The first of those who are free."""
    return {"reviewer": form.fields["reviewer"]}


def new_key() -> str:
    """A key as pages give them."""
    return secrets.token_urlsafe(12)


def as_they_are(_form: Form) -> Fields:
    """The mark of a council's own colours, as a sample's address carries it."""
    return {"read": mark_of({})}


def take_it(there: Visit) -> None:
    """Take what waits to be checked."""
    there.post(there.address(f"{TO_CHECK}/take"), there.address("/review/applications/{to_check}"))


def to_martin(_form: Form) -> Fields:
    """Martin is to take it."""
    return {"colleague": db.session.scalars(select(Person.ref).where(Person.email == CAST["martin"].email)).one()}


def retire_a_word(there: Visit) -> None:
    """Add a word, and stop offering it again."""
    typed = {"label": "English teachers", "phrase": "English teachers", "priority": "no"}
    there.post(f"{COMMUNITIES}/new", f"{COMMUNITIES}/new", **typed)
    word = f"{COMMUNITIES}/words/english_teachers"
    there.post(f"{word}/retire", word)


def open_for_changes(there: Visit) -> None:
    """Open the autumn's round for changes."""
    there.post("/funds/rounds/autumn-2026/change", "/funds/rounds/autumn-2026")


def change_the_questions(there: Visit) -> None:
    """Joyce changes a question of the autumn's round, and publishes that."""
    joyce = visit(there.client.application, there.town, "joyce")
    open_for_changes(joyce)
    item = "/funds/rounds/autumn-2026/lists/in-project/title"
    joyce.post(item, item, label="What will you call it?")
    joyce.post("/funds/rounds/autumn-2026/publish", "/funds/rounds/autumn-2026/publish")


# --- The table ----------------------------------------------------------------------------------------------

MADE_ROUND = f"/funds/rounds/{MADE}"
COMMUNITIES = "/settings/lists/communities"
ANGLERS = {"label": "Anglers", "phrase": "anglers", "priority": "no"}
PART = "/applications/{aminas_draft}/parts/" + SECTION
TO_CHECK = "/inbox/to_triage/{to_check}"
FILES = "/applications/{aminas_draft}/parts/documents/files/rules"
POSTS: dict[str, Post] = {
    "accounts.sign_in": Post("anonymous", "/sign-in", fill={"email": "ada@example.org"}),
    "accounts.code": Post("anonymous", "/sign-in/code", fill=newest_code, before=ask_for_a_letter),
    "accounts.send_again": Post("anonymous", "/sign-in/code", "/sign-in/again", before=ask_for_a_letter),
    "accounts.link": Post("anonymous", "/sign-in/link/{link}"),
    "accounts.sign_out": Post("amina", "/account", "/sign-out"),
    "accounts.name": Post("amina", "/account/name", fill={"name": "Amina Yusuf-Barker"}),
    "accounts.end_sign_in": Post("amina", "/account", "/account/sign-ins/{sign_in}/end"),
    "accounts.second_factor": Post("halfway", "/sign-in/authenticator", fill=code_of_martins_app),
    "accounts.recover": Post("halfway", "/sign-in/recovery-code", fill=recovery_code_of_martin),
    "accounts.set_up": Post("beginner", "/sign-in/authenticator/new", before=look_at_the_picture, fill=first_code),
    "accounts.change_authenticator": Post(
        "joyce", "/account/authenticator", before=look_at_the_picture, fill=codes_of_both_apps
    ),
    "accounts.recovery_codes": Post("joyce", "/account/recovery-codes", fill=code_of_joyces_app),
    "accounts.give_role": Post("wei", "/council/people/new", fill={"email": "bo@example.org", "role": "reviewer"}),
    "accounts.take_role": Post("wei", "/council/people/{joyce}", "/council/people/{joyce}/roles/approver/take"),
    "accounts.reset_authenticator": Post("wei", "/council/people/{joyce}/authenticator"),
    "organisations.register": Post(
        "sam",
        "/organisations/new",
        fill={"name": "Beeston Button Box", "legal_form": "group", "address": "1 Button Lane", "postcode": "LS11 8AB"},
    ),
    "organisations.edit": Post("amina", "/organisations/{tea}/details", fill={"what": "We make tea and mend phones."}),
    "organisations.reach": Post("amina", "/organisations/{tea}/reach", fill={"languages": ["en", "pl"]}),
    "organisations.contacts": Post(
        "amina",
        "/organisations/{tea}/contacts",
        fill={"safeguarding_lead_name": "Ada Bell", "safeguarding_lead_phone": "07700 900123"},
    ),
    "organisations.give_document": Post(
        "amina",
        "/organisations/{tea}/documents/insurance",
        fill={"file": Attached("insurance.pdf", pdf()), "ends": f"1 May {utc_now().year + 1}"},
    ),
    "organisations.take_back": Post("amina", "/organisations/{tea}/documents/governing/take-back"),
    "organisations.invite": Post(
        "amina", "/organisations/{tea}/team/invitations", fill={"email": "bo@example.org", "role": "member"}
    ),
    "organisations.withdraw_invitation": Post(
        "grace", "/organisations/{circle}/team", "/organisations/{circle}/team/invitations/{invitation}/withdraw"
    ),
    "organisations.invite_again": Post(
        "grace", "/organisations/{circle}/team", "/organisations/{circle}/team/invitations/{invitation}/again"
    ),
    "organisations.ask": Post("sam", "/organisations/{tea}/join", fill={"line": "I help on Tuesdays."}),
    "organisations.withdraw_request": Post(
        "ben", "/organisations/requests/request-of-ben", "/organisations/requests/request-of-ben/withdraw"
    ),
    "organisations.answer_request": Post(
        "amina", "/organisations/{tea}/team/requests/request-of-ben", fill={"answer": "member"}
    ),
    "organisations.member": Post("amina", "/organisations/{tea}/team/people/{tom}", fill={"role": "lead"}),
    "organisations.remove": Post(
        "amina", "/organisations/{tea}/team/people/{tom}", "/organisations/{tea}/team/people/{tom}/remove"
    ),
    "organisations.leave": Post("tom", "/organisations/{tea}/team/leave"),
    "organisations.answer": Post("amina", "/organisations/{tea}/check", fill={"words": "The bank has two of us now."}),
    "organisations.check": Post("joyce", "/verification/{table}", fill={"check_address": "yes", "decision": "keep"}),
    "organisations.reopen": Post(
        "joyce", "/verification/{circle}", "/verification/{circle}/open", fill={"words": "The register has changed."}
    ),
    "organisations.merge": Post(
        "joyce", "/verification/{tea}/same/{table}", fill=lambda form: {"stays": stays_of(form), "because": "One hall."}
    ),
    "organisations.take_apart": Post(
        "joyce", "/verification/{into}/merged/{merge}", fill={"because": "They are two groups."}
    ),
    "organisations.council_request": Post("joyce", "/verification/requests/{leaderless}", fill={"answer": "lead"}),
    "organisations.accept": Post("sam", "/invitations/{invited}"),
    "organisations.switch": Post("ben", "/account", "/organisations/{table}/switch"),
    "applications.check": Post("anonymous", "/grants/autumn-2026/check", fill=RIGHT),
    "applications.start": Post("marcia", "/grants/autumn-2026/start", before=pass_the_check),
    "applications.section": Post("amina", PART, fill={"summary": "Tea, and help with phones."}),
    "applications.save": Post("amina", PART, f"{PART}/save", PART, fill={"summary": "Tea, and"}, is_part=True),
    "applications.attach": Post("amina", FILES, fill={"file": Attached("rules.pdf", pdf())}, form=FILES),
    "applications.detach": Post("amina", FILES, f"{FILES}/remove"),
    "applications.choose": Post("tom", f"{PART}/two-texts", fill={"summary-keep": "mine"}, before=write_at_once),
    "applications.ask": Post("tom", "/applications/{aminas_draft}/answers", "/applications/{aminas_draft}/ask"),
    "applications.send": Post(
        "amina",
        "/applications/{aminas_draft}/send",
        fill=SIGNED,
    ),
    "applications.withdraw": Post(
        "amina", "/applications/{aminas_draft}/withdraw", fill={"because": "Our hall is closed."}
    ),
    "applications.invite": Post(
        "amina",
        "/applications/{aminas_draft}/people/invite",
        fill={"email": "ada@example.org", "role": "read"},
    ),
    "applications.take_back": Post(
        "amina",
        "/applications/{aminas_draft}/people",
        "/applications/{aminas_draft}/people/invitations/guest-of-a-friend/withdraw",
    ),
    "applications.guest": Post("amina", "/applications/{aminas_draft}/people/{neil}", fill={"role": "write"}),
    "applications.give_up": Post("farida", "/applications/{aminas_draft}", "/applications/{aminas_draft}/give-up"),
    "applications.accept": Post("sam", "/invitations/applications/{guest_link}"),
    "applications.equality": Post(
        "amina", "/applications/{aminas_draft}/equality", fill={"women": "yes"}, before=send_the_draft
    ),
    "applications.hand_over": Post(
        "leanne", "/applications/{typed_in_by_leanne}", "/applications/{typed_in_by_leanne}/hand-over"
    ),
    "applications.take_over": Post("joyce", "/applications/{being_typed}/take-over"),
    "applications.register_for": Post(
        "joyce",
        "/assisted/autumn-2026/organisations/new",
        fill={"name": "Beeston Bell Ringers", "legal_form": "group", "address": "1 Bell Lane", "postcode": "LS11 8AB"},
    ),
    "applications.key_in": Post("joyce", "/assisted/autumn-2026/organisations/{circle}", fill=a_call_of_today),
    "applications.pdf": Post("grace", "/applications/{graces_being_scored}/pdf"),
    "assessments.pdf": Post("joyce", "/review/applications/{scored}/pdf"),
    "assessments.settle_alike": Post(
        "joyce",
        "/review/applications/{alike}/alike/{alike_other}",
        fill={"same": "confirm", "because": "The same hand wrote both."},
    ),
    "assessments.ask_alike_again": Post(
        "joyce",
        "/review/applications/{cleared}/alike/{cleared_too}",
        "/review/applications/{cleared}/alike/{cleared_too}/again",
    ),
    "assessments.triage": Post(
        "joyce",
        "/review/applications/{to_check}",
        "/review/applications/{to_check}/check",
        fill={"outcome": "not_eligible", "reasons": "You ask for more than the round gives."},
    ),
    "applications.send_changes": Post(
        "leanne",
        "/applications/{typed_in_by_leanne}/changes",
        "/applications/{typed_in_by_leanne}/changes/send",
        fill={"reply": "It is right as it stands."},
    ),
    "assessments.ask_changes": Post(
        "joyce",
        "/review/applications/{to_check}/changes/ask",
        fill={"questions": "plan", "note": "Who helps on Tuesdays?"},
    ),
    "assessments.more_time": Post(
        "joyce",
        "/review/applications/{typed_in_by_leanne}/changes",
        "/review/applications/{typed_in_by_leanne}/changes/day",
        fill=a_day_later,
    ),
    "assessments.take_back_changes": Post(
        "joyce",
        "/review/applications/{typed_in_by_leanne}/changes",
        "/review/applications/{typed_in_by_leanne}/changes/take-back",
    ),
    "assessments.save_check": Post(
        "joyce",
        "/review/applications/{to_check}",
        "/review/applications/{to_check}/check/save",
        "/review/applications/{to_check}/check",
        fill={"verdict-check-people": "ask", "note-check-people": "Do your treasurer and your secretary share a home?"},
        is_part=True,
    ),
    "assessments.name_reader": Post(
        "joyce",
        "/review/applications/{left_by_daniel}",
        "/review/applications/{left_by_daniel}/reader",
        fill=somebody_free,
    ),
    "assessments.moderate": Post(
        "joyce", "/review/applications/{apart}/moderation", fill={"note-need": "Both read it rightly."}
    ),
    "assessments.take_back": Post(
        "daniel", "/review/assessments/{finished_reading}", "/review/assessments/{finished_reading}/correct"
    ),
    "assessments.conflicts": Post("daniel", "/review/rounds/summer-2026/conflicts"),
    "assessments.share_out": Post("joyce", "/review/rounds/summer-2026/share"),
    "assessments.finish": Post("daniel", "/review/assessments/{reading}", fill=five_points),
    "assessments.save_score": Post(
        "daniel",
        "/review/assessments/{reading}",
        "/review/assessments/{reading}/save",
        "/review/assessments/{reading}",
        fill=half_of_it,
        is_part=True,
    ),
    "assessments.stand_down": Post("daniel", "/review/assessments/{reading}/conflict"),
    "assessments.propose": Post(
        "joyce",
        "/review/applications/{scored}/decision",
        fill={"outcome": "decline", "reasons": "Others reach further for the same money."},
    ),
    "assessments.confirm": Post(
        "martin", "/review/applications/{proposed}/decision", "/review/applications/{proposed}/decision/confirm"
    ),
    "assessments.send_back": Post(
        "martin",
        "/review/applications/{proposed}/decision",
        "/review/applications/{proposed}/decision/send-back",
        fill={"why": "The reasons are too short."},
    ),
    "assessments.copy_report": Post(
        "helen", "/review/rounds/spring-2026/report", "/review/rounds/spring-2026/report/copy", fill={"format": "xlsx"}
    ),
    "assessments.promote": Post("joyce", ON_THE_LIST),
    "assessments.put_first": Post("joyce", "/review/rounds/summer-2026/reserve", f"{ON_THE_LIST}/first"),
    "assessments.confirm_promotion": Post("martin", FROM_THE_LIST, f"{FROM_THE_LIST}/confirm"),
    "assessments.release_promotion": Post("martin", FROM_THE_LIST, f"{FROM_THE_LIST}/release", before=confirm_it),
    "assessments.pass_over": Post(
        "martin", FROM_THE_LIST, f"{FROM_THE_LIST}/pass-over", fill={"why": "Their hall has closed."}
    ),
    "assessments.see_freed": Post(
        "martin",
        "/review/rounds/spring-2026/reserve",
        "/review/applications/{turned_down}/reserve/seen",
        before=leave_it_on_the_list,
    ),
    "assessments.turn_down": Post("grace", "/applications/{graces_told}/decision/turn-down"),
    "assessments.release": Post("martin", "/review/rounds/summer-2026/letters/release"),
    "upkeep.again": Post("wei", "/outbox/{failed_letter}", "/outbox/{failed_letter}/again"),
    "upkeep.run": Post("wei", "/jobs", "/jobs/forget_forms/run"),
    "programme.facts": Post("wei", "/settings/council/contact", fill={"phone": "01632 960 123"}),
    "programme.colours_of": Post("wei", "/settings/colours", fill={"main": "#5b2333"}),
    "programme.sample": Post("wei", f"/settings/colours/{OTHER_COLOURS}", fill=as_they_are),
    "programme.add_word": Post("wei", f"{COMMUNITIES}/new", fill=ANGLERS),
    "programme.reword": Post("wei", f"{COMMUNITIES}/words/older", fill={"label": "People over 60"}),
    "programme.move_word": Post("wei", COMMUNITIES, f"{COMMUNITIES}/words/older/move", fill={"way": "down"}),
    "programme.retire_word": Post("wei", f"{COMMUNITIES}/words/older", f"{COMMUNITIES}/words/older/retire"),
    "programme.restore_word": Post(
        "wei",
        COMMUNITIES,
        f"{COMMUNITIES}/words/english_teachers/restore",
        before=retire_a_word,
    ),
    "desk.take": Post("joyce", "/review/applications/{to_check}", f"{TO_CHECK}/take"),
    "desk.give_back": Post("joyce", "/review/applications/{to_check}", f"{TO_CHECK}/give-back", before=take_it),
    "desk.hand_over": Post("joyce", f"{TO_CHECK}/hand-over", fill=to_martin),
    "desk.new_view": Post("joyce", "/inbox/views/new?urgency=soon", "/inbox/views/new", fill={"name": "This week"}),
    "desk.view": Post("joyce", "/inbox/views/{view}", fill={"name": "Before the panel"}),
    "desk.remove_view": Post("joyce", "/inbox/views/{view}", "/inbox/views/{view}/remove"),
    "desk.copy_history": Post("wei", "/history?kind=round", "/history/copy"),
    "planning.begin": Post("joyce", "/funds/new", fill={"title": "Winter 2027", "fund": "getting-connected"}),
    "planning.bring_in": Post("joyce", "/funds/import", fill={"text": LATER}),
    "planning.copy": Post("joyce", "/funds/rounds/autumn-2026", "/funds/rounds/autumn-2026/copy"),
    "planning.change": Post("joyce", "/funds/rounds/autumn-2026", "/funds/rounds/autumn-2026/change"),
    "planning.undo": Post(
        "joyce", "/funds/rounds/autumn-2026", "/funds/rounds/autumn-2026/undo", before=open_for_changes
    ),
    "planning.drop": Post("joyce", MADE_ROUND, f"{MADE_ROUND}/drop"),
    "planning.facts": Post("joyce", f"{MADE_ROUND}/facts/money", fill={"budget": "£9,000"}),
    "planning.publish": Post("joyce", "/funds/rounds/autumn-2026/publish", before=open_for_changes),
    "planning.add": Post("joyce", f"{MADE_ROUND}/lists/documents/new", fill={"title": "Your rules"}),
    "planning.item": Post("joyce", f"{MADE_ROUND}/lists/criteria/need", fill={"weight": "70"}),
    "planning.move": Post(
        "joyce", f"{MADE_ROUND}/lists/criteria", f"{MADE_ROUND}/lists/criteria/need/move", fill={"way": "down"}
    ),
    "planning.carry": Post(
        "joyce",
        f"{MADE_ROUND}/lists/in-project/how_many_people_will_you_help",
        f"{MADE_ROUND}/lists/in-project/how_many_people_will_you_help/part",
        fill={"to": "in-your_group"},
    ),
    "planning.remove": Post("joyce", f"{MADE_ROUND}/lists/criteria/need", f"{MADE_ROUND}/lists/criteria/need/remove"),
    "applications.newer_questions": Post(
        "amina", "/applications/{aminas_draft}/newer-questions", before=change_the_questions
    ),
    "messages.contact": Post(
        "anonymous", "/contact", fill={"topic": "grant", "text": "May we apply?", "email": "ada@example.org"}
    ),
    "messages.claim": Post("joyce", "/messages/{message}", "/messages/{message}/take"),
    "messages.answer": Post(
        "joyce", "/messages/{message}", "/messages/{message}/answer", fill={"answer": "Yes, you may."}
    ),
    "messages.close": Post("joyce", "/messages/{message}", "/messages/{message}/close", fill={"because": "Spam."}),
    "demo.sign_in": Post("anonymous", "/sign-in", "/demo/sign-in", fill={"who": "amina"}),
}


def post_for(endpoint: str) -> Post:
    """How to send what a route takes. AssertionError for one that nobody described."""
    assert endpoint in POSTS, f"{endpoint}: say in tests/house/posts.py how its form is filled in"
    return POSTS[endpoint]
