"""What there is to walk up to, and whose it is: in words, from product.md, not as the portal's own queries have it."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from flask import current_app
from sqlalchemy import select
from werkzeug.routing import Rule

from portal.accounts.models import Person, SignIn
from portal.applications.models import Application, Keyed
from portal.assessments.alike_models import Suspicion
from portal.assessments.models import Assessment, Conflict, Gap
from portal.assessments.reserve_models import FreedOffer, Promotion
from portal.db.session import db
from portal.desk.models import SavedView
from portal.funds.models import Round
from portal.mail.models import Letter
from portal.messages.models import Message
from portal.organisations.models import JoinRequest, Merge, Organisation
from portal.permissions import COUNCIL_ROLES, Role
from portal.programme import look
from portal.programme.colours import OWN, packed
from tests.house.lived_in import (
    REVIEWERS,
    being_scored,
    colins_clubs,
    decision_on,
    guest_invitation_to,
    id_of,
    invitation_to,
    own,
    own_organisation,
    readers_of,
    sign_in_for,
    strangers,
)
from tests.house.roles import EVERYBODY, NOBODY, WALKERS, holding, team

READ_ALL_THAT_WAS_SENT = holding(Role.APPROVER, Role.FINANCE, Role.PROGRAMME_LEAD)
OFFICERS = holding(Role.APPROVER, Role.FINANCE)
SECTION = "project"
GUESTS = frozenset({"farida", "neil"})
"""Who is let into Amina's draft and nothing else: one writes, one reads."""
OPEN_TO_GUESTS = {
    *("applications.show", "applications.answers", "applications.file", "applications.give_up"),
    *("applications.section", "applications.save", "applications.choose", "applications.earlier"),
    *("applications.attach", "applications.detach"),
}
"""All that a guest can open. Who only reads is led back to reading, or told, where others write."""
OTHER_COLOURS = packed({**OWN, "main": "#5b2333"})


@dataclass(frozen=True, slots=True)
class Subject:
    """One thing: the parts of its address, and the keys of those whose it is. `only`: nobody else tries it."""

    name: str
    values: dict[str, str]
    theirs: frozenset[str]
    only: str = ""


@dataclass(frozen=True, slots=True)
class Piece:
    """One application: its reference, its team, and who may read it for the council."""

    name: str
    ref: str
    team: frozenset[str] = NOBODY
    council: frozenset[str] = NOBODY
    is_ranked: bool = False
    is_released: bool = False
    is_reserved: bool = False
    is_given_up: bool = False

    @property
    def is_sent(self) -> bool:
        """Whether it was sent, so that others than its team may read it."""
        return bool(self.council)


@dataclass
class Town:
    """Everything that the walk knows by name."""

    pieces: dict[str, Piece]
    rounds: tuple[str, ...]
    organisations: dict[str, str]
    readings: list[Subject]
    sign_ins: list[Subject]
    invitations: dict[str, str]
    people: dict[str, str]
    leaderless: str
    letter: str
    failed_letter: str
    being_typed: str
    cookies: dict[str, str]


# --- Finding it again ---------------------------------------------------------------------------------------


def look_around() -> Town:
    """Everything by name, as it was laid out: each test finds the town put back, so a process looks once."""
    town: Town = current_app.extensions.get("looked around") or found()
    current_app.extensions["looked around"] = town
    return town


def found() -> Town:
    """Everything by name, in a town that nothing has happened in yet."""
    rounds = db.session.scalars(select(Round.code).order_by(Round.code)).all()
    return Town(
        pieces={piece.name: piece for piece in pieces()},
        rounds=tuple(rounds),
        organisations={key: own_organisation(key).ref for key in ("amina", "grace", "marcia", "colin")},
        readings=readings(),
        sign_ins=sign_ins(),
        invitations={"grace": "invitation-of-amina", "ended": "invitation-of-nobody-any-more"},
        people={key: db.session.get_one(Person, id_of(key)).ref for key in ("tom", "ben", "neil")},
        leaderless=db.session.scalars(
            select(JoinRequest.ref).where(JoinRequest.state == "waiting", JoinRequest.line.like("Eileen ran it%"))
        ).one(),
        letter=db.session.scalars(select(Letter.ref).order_by(Letter.id).limit(1)).one(),
        failed_letter=db.session.scalars(select(Letter.ref).where(Letter.status == "failed").limit(1)).one(),
        being_typed=db.session.scalars(
            select(Application.ref)
            .join(Keyed, Keyed.application_id == Application.id)
            .where(Application.state == "draft")
        ).one(),
        cookies=current_app.extensions["cookies"],
    )


def pieces() -> Iterator[Piece]:
    """The applications, each for what is special about it."""
    everything, circle = READ_ALL_THAT_WAS_SENT, team("signing_circle")
    yield Piece("amina's draft", own("amina", "autumn").ref, team=team("tea_and_tech"))
    grace = own("grace", "summer")
    yield Piece("grace's, being scored", grace.ref, circle, everything | readers_of(grace) - {"ruth"})
    told = own("grace", "spring")
    yield Piece("grace's, told", told.ref, circle, everything | readers_of(told) - {"ruth"}, True, is_released=True)
    club = colins_clubs()
    yield Piece("colin's club's", club.ref, team("colins_club"), everything - {"colin"} | readers_of(club))
    for name, readers in (("daniel's and hannah's", ("daniel", "hannah")), ("ruth's and hannah's", ("ruth", "hannah"))):
        yield Piece(name, being_scored(*readers).ref, council=everything | set(readers))
    left = reading_called("daniel-stood-down").application_id
    yield Piece("left by daniel", db.session.get_one(Application, left).ref, council=everything | {"hannah"})
    half = db.session.get_one(Application, first_reading("daniel", "finished").application_id)
    yield Piece("half scored", half.ref, council=everything | readers_of(half))
    apart = db.session.scalars(select(Application).join(Gap).where(Application.state == "assessing")).one()
    yield Piece("apart", apart.ref, council=everything | readers_of(apart))
    yield Piece("to check", next(strangers("submitted", "summer")).ref, council=everything)
    yield Piece("never sent", next(strangers("draft")).ref)
    yield Piece("taken back unsent", next(each.ref for each in strangers("withdrawn") if each.submitted_at is None))
    typed = db.session.scalars(
        select(Application)
        .join(Keyed, Keyed.application_id == Application.id)
        .where(Application.state == "changes_asked")
    ).one()
    yield Piece("typed in by leanne", typed.ref, team=frozenset({"leanne"}), council=everything)
    yield from before_the_panel(everything)
    yield from on_reserve_lists(everything)
    yield Piece("that is not there", "GC-0000-0000-00")


def before_the_panel(everything: frozenset[str]) -> Iterator[Piece]:
    """Those that are ranked: without a decision, proposed, confirmed, and the one that Joyce stands back from."""
    conflicts = {
        (row.round_id, row.organisation_id)
        for row in db.session.scalars(select(Conflict).where(Conflict.person_id == id_of("joyce")))
    }
    scored = {}
    for each in strangers("scored"):
        decision = decision_on(each)
        if (each.round_id, each.organisation_id) in conflicts:
            scored["joyce stands back"] = each
        else:
            scored.setdefault(decision.state if decision else "scored", each)
    for name, each in scored.items():
        readers = everything | readers_of(each)
        council = readers - {"joyce"} if name == "joyce stands back" else readers
        yield Piece(name, each.ref, NOBODY, council, True)


def on_reserve_lists(everything: frozenset[str]) -> Iterator[Piece]:
    """Those on a reserve list: one that waits, one that Joyce proposed to fund; and an offer that was turned down."""
    proposed = db.session.scalars(select(Promotion.application_id).where(Promotion.state == "proposed")).one()
    freed = select(FreedOffer.application_id).join(Promotion, Promotion.id == FreedOffer.promotion_id)
    given_up = db.session.scalars(freed.where(Promotion.state == "proposed")).one()
    waits = next(each for each in strangers("reserved") if each.id != proposed)
    for name, each in (("on the list", waits), ("proposed from the list", db.session.get_one(Application, proposed))):
        yield Piece(name, each.ref, council=everything | readers_of(each), is_ranked=True, is_reserved=True)
    gone = db.session.get_one(Application, given_up)
    yield Piece("turned down", gone.ref, council=everything | readers_of(gone), is_given_up=True)


def reading_called(ref: str) -> Assessment:
    """A reading by its reference."""
    return db.session.scalars(select(Assessment).where(Assessment.ref == ref)).one()


def first_reading(key: str, state: str) -> Assessment:
    """A reviewer's first reading in that state, of an application that is still being scored."""
    return db.session.scalars(
        select(Assessment)
        .join(Application)
        .where(Assessment.reviewer_id == id_of(key), Assessment.state == state, Application.state == "assessing")
        .where(Assessment.ref.not_in(("ruths-own-circle", "daniel-stood-down")))
        .order_by(Assessment.id)
        .limit(1)
    ).one()


def readings() -> list[Subject]:
    """Readings: one's own, given by mistake, left, and none at all."""
    found = [
        Subject("ruth's of her own circle", {"ref": "ruths-own-circle"}, NOBODY),
        Subject("left by daniel", {"ref": "daniel-stood-down"}, NOBODY),
        Subject("that is not there", {"ref": "nothing-here"}, NOBODY),
    ]
    found += [
        Subject(f"{key}'s, {state}", {"ref": first_reading(key, state).ref}, frozenset({key}))
        for key in sorted(REVIEWERS)
        for state in ("shared", "finished")
    ]
    return found


def sign_ins() -> list[Subject]:
    """Second browsers that some are signed in with, and one that has ended."""
    found = [Subject("that is not there", {"ref": "nothing-here"}, NOBODY)]
    for key in ("amina", "sam", "joyce"):
        second = select(SignIn.ref).where(SignIn.person_id == id_of(key)).order_by(SignIn.id.desc()).limit(1)
        found.append(Subject(f"{key}'s", {"ref": db.session.scalars(second).one()}, frozenset({key})))
    return found


# --- Whose what stands behind an address is -----------------------------------------------------------------

Find = Callable[[Town, Rule], list[Subject]]


def everybodys(town: Town, rule: Rule) -> list[Subject]:
    """A page that is the same for all whom its guard admits."""
    return [Subject("", {}, EVERYBODY)]


def rounds(town: Town, rule: Rule) -> list[Subject]:
    """Rounds belong to nobody."""
    there = [Subject(code, {"code": code}, EVERYBODY) for code in town.rounds]
    return [*there, Subject("that is not there", {"code": "spring-1926"}, NOBODY)]


PDFS = ("applications.pdf_file", "assessments.pdf_file")
"""A PDF is there once it was asked for and made; in the town nobody has asked."""


def partners(town: Town, rule: Rule) -> list[Subject]:
    """Applications belong to the team of their organisation; a decision is theirs once its letter is released."""
    found = []
    for piece in town.pieces.values():
        theirs = piece.team | guests_of(piece, rule)
        if rule.endpoint == "applications.give_up":
            theirs = guests_of(piece, rule)
        if rule.endpoint.startswith(TEAMS_ALONE) and piece.name.startswith("typed"):
            theirs = NOBODY
        if rule.endpoint in {"assessments.decision", "assessments.turn_down"} and not piece.is_released:
            theirs = NOBODY
        if rule.endpoint in PDFS or (rule.endpoint == "applications.pdf" and not piece.is_sent):
            theirs = NOBODY
        values = {"ref": piece.ref}
        if "section" in rule.arguments:
            values["section"] = SECTION
        found.append(Subject(piece.name, values, theirs))
    if rule.endpoint in {"applications.hand_over", "applications.letter"}:
        found = [Subject(each.name, each.values, each.theirs & {"leanne"}) for each in found]
    if rule.endpoint == "applications.take_over":
        sent = "typed in by leanne"
        found = [Subject(each.name, each.values, EVERYBODY if each.name == sent else NOBODY) for each in found]
        found.append(Subject("being typed in by leanne", {"ref": town.being_typed}, EVERYBODY))
    if "section" in rule.arguments:
        found.append(Subject("no section of it", {**found[0].values, "section": "nonsense"}, NOBODY))
    return found


TEAMS_ALONE = ("applications.people", "applications.invite")


def guests_of(piece: Piece, rule: Rule) -> frozenset[str]:
    """The guests to whom a route opens of an application; earlier texts are for those who write."""
    if piece.name != "amina's draft" or rule.endpoint not in OPEN_TO_GUESTS:
        return NOBODY
    return GUESTS - {"neil"} if rule.endpoint == "applications.earlier" else GUESTS


def guests(town: Town, rule: Rule) -> list[Subject]:
    """A guest's place is the affair of a lead of the team, or of who invited them, by way of its own application."""
    draft, other, sent = (town.pieces[name].ref for name in ("amina's draft", "grace's, told", "grace's, being scored"))
    return [
        Subject("neil's", {"ref": draft, "guest": town.people["neil"]}, frozenset({"amina"})),
        Subject("neil's, as if it were grace's", {"ref": other, "guest": town.people["neil"]}, NOBODY),
        Subject("ben's, who is no guest", {"ref": sent, "guest": town.people["ben"]}, NOBODY),
        Subject("that is not there", {"ref": draft, "guest": "nothing-here"}, NOBODY),
    ]


def guest_invitations(town: Town, rule: Rule) -> list[Subject]:
    """An invitation to an application is taken back by a lead, or by who sent it, and only at its own address."""
    draft, sent = town.pieces["amina's draft"].ref, town.pieces["grace's, being scored"].ref
    living, ended = "guest-of-a-friend", "guest-of-a-former-friend"
    return [
        Subject("amina's", {"ref": draft, "invitation": living}, frozenset({"amina"})),
        Subject("amina's, ended", {"ref": draft, "invitation": ended}, NOBODY),
        Subject("amina's, as if it were grace's", {"ref": sent, "invitation": living}, NOBODY),
        Subject("that is not there", {"ref": draft, "invitation": "nothing-here"}, NOBODY),
    ]


def partners_files(town: Town, rule: Rule) -> list[Subject]:
    """A question that takes a file is the team's, where its round asks it; a file, where one was sent.

    Where the council asks about some answers, the other questions are not there: so no file of what Leanne typed in.
    """
    sent = ("amina's draft", "grace's, being scored")
    found = []
    for piece in town.pieces.values():
        is_asked = "section" in rule.arguments and piece.name != "typed in by leanne"
        is_theirs = is_asked or piece.name in sent
        part = {"section": "documents"} if "section" in rule.arguments else {}
        values = {"ref": piece.ref, "question": "rules", **part}
        found.append(Subject(piece.name, values, piece.team | guests_of(piece, rule) if is_theirs else NOBODY))
        found.append(Subject(f"{piece.name}, no file", {**values, "question": "documents"}, NOBODY))
    return found


def councils_files(town: Town, rule: Rule) -> list[Subject]:
    """A file opens to whoever may read its application."""
    return [
        Subject(
            piece.name,
            {"ref": piece.ref, "question": "rules"},
            piece.council if piece.name == "grace's, being scored" else NOBODY,
        )
        for piece in town.pieces.values()
    ]


def readers_files(town: Town, rule: Rule) -> list[Subject]:
    """A file opens to the reader of its application; of these readings some are of the one that has a file."""
    with_file = select(Assessment.ref).join(Application, Application.id == Assessment.application_id)
    refs = set(db.session.scalars(with_file.where(Application.ref == town.pieces["grace's, being scored"].ref)))
    return [
        Subject(
            one.name,
            {**one.values, "question": "rules"},
            one.theirs if one.values["ref"] in refs else NOBODY,
            one.only,
        )
        for one in town.readings
    ]


def councils(town: Town, rule: Rule) -> list[Subject]:
    """Applications open to council people who may read them; the panel's pages, once they are ranked."""
    at_panel = "/decision" in rule.rule
    if "/reserve" in rule.rule:
        return [Subject(each.name, {"ref": each.ref}, who_may(each, rule)) for each in town.pieces.values()]
    if rule.endpoint in PDFS:
        return [Subject(piece.name, {"ref": piece.ref}, NOBODY) for piece in town.pieces.values()]
    return [
        Subject(piece.name, {"ref": piece.ref}, piece.council if piece.is_ranked or not at_panel else NOBODY)
        for piece in town.pieces.values()
    ]


def asked_about(town: Town, rule: Rule) -> list[Subject]:
    """What the council asks is there where it has asked: for the team, and for who checks applications."""
    mine = rule.endpoint.startswith("applications.")
    asked = "typed in by leanne"
    return [
        Subject(piece.name, {"ref": piece.ref}, (piece.team if mine else piece.council) if name == asked else NOBODY)
        for name, piece in town.pieces.items()
    ]


def alikes(town: Town, rule: Rule) -> list[Subject]:
    """Two that look alike open to who checks applications and has no part in either, from both sides."""
    officers = holding(Role.APPROVER)
    (one, other), (cleared, too) = alike("open"), alike("cleared")
    club, like_it = town.pieces["colin's club's"].ref, town.pieces["to check"].ref
    unlike = town.pieces["half scored"].ref
    return [
        Subject("a copy and what it was copied from", {"ref": one, "other": other}, officers),
        Subject("the same from the other side", {"ref": other, "other": one}, officers),
        Subject("cleared", {"ref": cleared, "other": too}, officers),
        Subject("colin's club's", {"ref": club, "other": like_it}, officers - {"colin"}),
        Subject("what is like colin's club's", {"ref": like_it, "other": club}, officers - {"colin"}),
        Subject("two that are not alike", {"ref": one, "other": unlike}, NOBODY),
        Subject("one and itself", {"ref": one, "other": one}, NOBODY),
        Subject("one and one that is not there", {"ref": one, "other": "nothing-here"}, NOBODY),
    ]


def alike(state: str) -> tuple[str, str]:
    """The references of two that look alike, of which neither is Colin's club's."""
    found = db.session.scalars(
        select(Suspicion)
        .where(Suspicion.state == state, ~Suspicion.is_weak)
        .where(Suspicion.first_id != colins_clubs().id, Suspicion.second_id != colins_clubs().id)
        .order_by(Suspicion.id)
        .limit(1)
    ).one()
    first, second = (db.session.get_one(Application, id).ref for id in (found.first_id, found.second_id))
    return first, second


def who_may(piece: Piece, rule: Rule) -> frozenset[str]:
    """The pages of a reserve list open for what is on it; an offer that was turned down is only seen."""
    is_there = piece.is_given_up if rule.endpoint == "assessments.see_freed" else piece.is_reserved
    return piece.council if is_there else NOBODY


def own_readings(town: Town, rule: Rule) -> list[Subject]:
    """A reading is its reviewer's alone."""
    return town.readings


def organisations(town: Town, rule: Rule) -> list[Subject]:
    """An organisation is its team's, in so far as they act for it; acting for it is open to all its teams' people."""
    found = [Subject("that is not there", {"ref": "nothing-here"}, NOBODY)]
    for key, ref in town.organisations.items():
        theirs = frozenset(one.key for one in WALKERS if one.team and one.team == home(key))
        if rule.endpoint == "organisations.switch" and key == "marcia":
            theirs |= {"ben"}
        if rule.endpoint == "organisations.ask":
            theirs = EVERYBODY
        found.append(Subject(f"{key}'s", {"ref": ref}, theirs))
    return found


def papers(town: Town, rule: Rule) -> list[Subject]:
    """A document is its organisation's team's; one that is not held cannot be opened, but it can be given."""
    council = rule.endpoint == "organisations.council_document"
    opens = council or rule.endpoint == "organisations.document_file"
    found = []
    for one in (to_verify if council else organisations)(town, rule):
        held = ("governing", "nonsense") if one.name.startswith(("amina", "grace")) else ("governing",)
        for sort in held:
            there = sort != "nonsense" and not (opens and one.name.startswith(("marcia", "colin")))
            theirs = one.theirs if there else NOBODY
            found.append(Subject(f"{sort}, {one.name}", {**one.values, "sort": sort}, theirs))
    return found


def home(key: str) -> str:
    """The demonstration's word for somebody's organisation."""
    return next(one.team for one in WALKERS if one.key == key)


def invitations(town: Town, rule: Rule) -> list[Subject]:
    """An invitation is taken back by the team that sent it, and only by way of that team's own address."""
    grace, amina = town.organisations["grace"], town.organisations["amina"]
    living, ended = town.invitations["grace"], town.invitations["ended"]
    return [
        Subject("grace's", {"ref": grace, "invitation": living}, team("signing_circle")),
        Subject("grace's, ended", {"ref": grace, "invitation": ended}, NOBODY),
        Subject("grace's, as if it were amina's", {"ref": amina, "invitation": living}, NOBODY),
        Subject("that is not there", {"ref": grace, "invitation": "nothing-here"}, NOBODY),
    ]


def members(town: Town, rule: Rule) -> list[Subject]:
    """Somebody's place in a team is that team's affair, and only by way of its own address."""
    tea, circle = town.organisations["amina"], town.organisations["grace"]
    tom, ben = town.people["tom"], town.people["ben"]
    return [
        Subject("tom's", {"ref": tea, "member": tom}, team("tea_and_tech")),
        Subject("ben's", {"ref": circle, "member": ben}, team("signing_circle")),
        Subject("tom's, who has left", {"ref": circle, "member": tom}, NOBODY),
        Subject("ben's, as if it were amina's", {"ref": tea, "member": ben}, NOBODY),
        Subject("that is not there", {"ref": tea, "member": "nothing-here"}, NOBODY),
    ]


def asking(town: Town, rule: Rule) -> list[Subject]:
    """Who asks to join is the affair of the team that they ask, and of nobody else's."""
    tea, circle = town.organisations["amina"], town.organisations["grace"]
    return [
        Subject("ben's", {"ref": tea, "wanted": "request-of-ben"}, team("tea_and_tech")),
        Subject("tom's", {"ref": circle, "wanted": "request-of-tom"}, team("signing_circle")),
        Subject("ben's, as if it were grace's", {"ref": circle, "wanted": "request-of-ben"}, NOBODY),
        Subject("that is not there", {"ref": tea, "wanted": "nothing-here"}, NOBODY),
    ]


def own_requests(town: Town, rule: Rule) -> list[Subject]:
    """A request to join is its sender's alone, but for the team that answers it at an address of its own."""
    found = [Subject(f"{key}'s", {"ref": f"request-of-{key}"}, frozenset({key})) for key in ("ben", "tom")]
    return [*found, Subject("that is not there", {"ref": "nothing-here"}, NOBODY)]


def to_verify(town: Town, rule: Rule) -> list[Subject]:
    """Organisations are checked by officers who have no part in them."""
    officers = holding(Role.APPROVER, Role.FINANCE)
    found = [Subject("that is not there", {"ref": "nothing-here"}, NOBODY)]
    for key, ref in town.organisations.items():
        found.append(Subject(f"{key}'s", {"ref": ref}, officers - ({"colin"} if key == "colin" else NOBODY)))
    return found


def to_merge(town: Town, rule: Rule) -> list[Subject]:
    """Two records are laid side by side for officers who have no part in either."""
    officers = holding(Role.APPROVER, Role.FINANCE)
    tea, club = town.organisations["amina"], town.organisations["colin"]
    circle = town.organisations["grace"]
    return [
        Subject("amina's and grace's", {"ref": tea, "other": circle}, officers),
        Subject("amina's and colin's", {"ref": tea, "other": club}, officers - {"colin"}),
        Subject("colin's and amina's", {"ref": club, "other": tea}, officers - {"colin"}),
        Subject("amina's and one that is not there", {"ref": tea, "other": "nothing-here"}, NOBODY),
        Subject("one that is not there and amina's", {"ref": "nothing-here", "other": tea}, NOBODY),
    ]


def merged(town: Town, rule: Rule) -> list[Subject]:
    """A record is taken apart by officers who have no part in it, from the organisation that it was merged into."""
    officers = holding(Role.APPROVER, Role.FINANCE)
    found = db.session.execute(
        select(Merge.ref, Organisation.ref.label("into")).join(Organisation, Organisation.id == Merge.into_id)
    ).one()
    return [
        Subject("one that is merged", {"ref": found.into, "merge": found.ref}, officers),
        Subject("as if it were amina's", {"ref": town.organisations["amina"], "merge": found.ref}, NOBODY),
        Subject("that is not there", {"ref": found.into, "merge": "nothing-here"}, NOBODY),
    ]


def leaderless(town: Town, rule: Rule) -> list[Subject]:
    """A request to join a team without a lead is the council's to answer; every other is the team's own."""
    officers = holding(Role.APPROVER, Role.FINANCE)
    return [
        Subject("without a lead", {"ref": town.leaderless}, officers),
        Subject("with a lead", {"ref": "request-of-ben"}, NOBODY),
        Subject("that is not there", {"ref": "nothing-here"}, NOBODY),
    ]


def own_sign_ins(town: Town, rule: Rule) -> list[Subject]:
    """A sign-in is its person's alone."""
    return town.sign_ins


def own_kept(town: Town, rule: Rule) -> list[Subject]:
    """What somebody was sending when they were signed out is theirs alone."""
    found = [Subject(f"{key}'s", {"ref": f"kept-of-{key}"}, frozenset({key})) for key in ("amina", "joyce")]
    return [*found, Subject("that is not there", {"ref": "nothing-here"}, NOBODY)]


def own_apps(town: Town, rule: Rule) -> list[Subject]:
    """An authenticator app is theirs who have one: everybody with a role in the council."""
    return [Subject("", {}, holding(*COUNCIL_ROLES))]


def council_people(town: Town, rule: Rule) -> list[Subject]:
    """People with a role in the council are there for whoever keeps the roles; partners are not."""
    there = db.session.execute(select(Person.email, Person.ref)).all()
    refs: dict[str, str] = {row.email.split(".")[0]: row.ref for row in there} | {"that is not there": "nothing-here"}
    held = {"role": "approver"} if "role" in rule.arguments else {}
    found = [
        Subject(key, {"ref": refs[key], **held}, EVERYBODY if key == "joyce" else NOBODY)
        for key in ("joyce", "amina", "that is not there")
    ]
    others = ("administrator", "nonsense") if held else ()
    return found + [Subject(f"joyce as {role}", {"ref": refs["joyce"], "role": role}, NOBODY) for role in others]


def links(town: Town, rule: Rule) -> list[Subject]:
    """A link opens to whoever holds it, for its own purpose alone, until it has ended."""
    makers = {
        "accounts.link": (sign_in_for, invitation_to),
        "organisations.accept": (invitation_to, guest_invitation_to),
        "applications.accept": (guest_invitation_to, invitation_to),
    }
    right, wrong = makers[rule.endpoint]
    living = [Subject("a living link", {"token": right(one.key)}, EVERYBODY, only=one.key) for one in WALKERS]
    return [
        *living,
        Subject("a link that has ended", {"token": right("nobody any more")}, NOBODY),
        Subject("a link for something else", {"token": wrong("amina")}, NOBODY),
        Subject("a link that never was", {"token": "nothing-here"}, NOBODY),
    ]


def letters(town: Town, rule: Rule) -> list[Subject]:
    """The demonstration shows its letters to anybody."""
    return [
        Subject("a letter", {"ref": town.letter}, EVERYBODY),
        Subject("that is not there", {"ref": "nothing-here"}, NOBODY),
    ]


def outbox(town: Town, rule: Rule) -> list[Subject]:
    """A letter in the outbox is whoever's the outbox is."""
    return [
        Subject("one that failed", {"ref": town.failed_letter}, EVERYBODY),
        Subject("one that was sent", {"ref": town.letter}, EVERYBODY),
        Subject("that is not there", {"ref": "nothing-here"}, NOBODY),
    ]


def jobs(town: Town, rule: Rule) -> list[Subject]:
    """A job is nobody's in particular."""
    return [
        Subject("a job", {"name": "forget_forms"}, EVERYBODY),
        Subject("that is not there", {"name": "nothing_here"}, NOBODY),
    ]


def looks(town: Town, rule: Rule) -> list[Subject]:
    """A stylesheet in a council's colours is anybody's, at an address that this portal wrote."""
    word, shown, ending = (
        look.address({**OWN, "main": "#5b2333"}, "css").removeprefix("/look/").replace(".", "/").split("/")
    )
    right = {"word": word, "shown": shown, "ending": ending}
    return [
        Subject("a stylesheet", right, EVERYBODY),
        Subject("one that nobody asked for", {**right, "shown": "0" * 16}, NOBODY),
    ]


def settings(town: Town, rule: Rule) -> list[Subject]:
    """Settings are the council's: whoever keeps them keeps them all."""
    there: list[tuple[str, dict[str, str]]] = {
        "which": [("facts", {"which": "contact"})],
        "setting": [("of a list", {"setting": "communities"}), ("of colours", {"setting": "colours"})],
        "code": [("a list", {"code": "communities"})],
        "word": [("colours", {"word": OTHER_COLOURS})],
    }[min(rule.arguments)]
    if rule.arguments == {"code", "word"}:
        word = "english_teachers" if rule.endpoint == "programme.restore_word" else "older"
        there = [("a word", {"code": "communities", "word": word})]
    missing = dict.fromkeys(rule.arguments, "nothing-here")
    return [
        *(Subject(name, values, EVERYBODY) for name, values in there),
        Subject("that is not there", missing, NOBODY),
    ]


def messages(town: Town, rule: Rule) -> list[Subject]:
    """A message belongs to all who answer messages."""
    first = {
        state: db.session.scalars(select(Message.ref).where(Message.state == state).order_by(Message.id)).first()
        for state in ("waiting", "answered")
    }
    return [
        *(Subject(f"a message, {state}", {"ref": ref or ""}, EVERYBODY) for state, ref in first.items()),
        Subject("that is not there", {"ref": "M-0000-0000-00"}, NOBODY),
    ]


def plans(town: Town, rule: Rule) -> list[Subject]:
    """A round in the making is anybody's who makes rounds; the one that is open for changes can be changed as well."""
    made = {"code": MADE}
    there: dict[str, dict[str, str]] = {
        "which": {"which": "dates"},
        "where": {"where": "criteria"},
        "item": {"where": "criteria", "item": "need"},
        "section": {"section": "project"},
    }
    for name, values in there.items():
        made |= values if name in rule.arguments else {}
    if rule.endpoint == "planning.carry":
        made |= {"where": "in-project", "item": "how_many_people_will_you_help"}
    found = [Subject("being made", made, EVERYBODY)]
    if rule.arguments == {"code"}:
        found += [Subject(code, {"code": code}, EVERYBODY) for code in town.rounds]
    missing = dict.fromkeys(rule.arguments, "nothing-here")
    return [*found, Subject("that is not there", missing, NOBODY)]


MADE = "first-steps-online-summer-2027"
"""The round that the demonstration leaves unfinished."""


def to_type_for(town: Town, rule: Rule) -> list[Subject]:
    """Whoever types in for others does so for any organisation and to any round, while the round lets them."""
    code = town.rounds[0]
    return [
        *(
            Subject(f"{key}'s", {"code": code, "organisation": ref}, EVERYBODY)
            for key, ref in town.organisations.items()
        ),
        Subject("an organisation that is not there", {"code": code, "organisation": "nothing-here"}, NOBODY),
        Subject(
            "a round that is not there", {"code": "spring-1926", "organisation": town.organisations["amina"]}, NOBODY
        ),
    ]


def waiting(town: Town, rule: Rule) -> list[Subject]:
    """What waits is the affair of those whose inbox it is in: who may do that work, and has no conflict with it."""
    to_check, theirs = town.pieces["to check"], holding(Role.APPROVER)
    proposed = town.pieces["proposed"]
    table = next(one for one in to_verify(town, rule) if one.name.startswith("marcia"))
    return [
        Subject("to check", {"queue": "to_triage", "target": to_check.ref}, to_check.council & theirs),
        Subject("as if it were scored", {"queue": "to_propose", "target": to_check.ref}, NOBODY),
        Subject("to confirm", {"queue": "to_confirm", "target": proposed.ref}, proposed.council & theirs - {"joyce"}),
        Subject("marcia's", {"queue": "to_verify", "target": table.values["ref"]}, table.theirs & OFFICERS),
        Subject("of no queue", {"queue": "nothing-here", "target": to_check.ref}, NOBODY),
        Subject("that is not there", {"queue": "to_triage", "target": "nothing-here"}, NOBODY),
    ]


def own_views(town: Town, rule: Rule) -> list[Subject]:
    """A view of the inbox is its owner's alone."""
    views = select(SavedView.ref, SavedView.name, SavedView.person_id).order_by(SavedView.id)
    owners = {id_of(key): key for key in ("joyce", "martin")}
    found = [
        Subject(f"{owners[row.person_id]}'s {row.name}", {"ref": row.ref}, frozenset({owners[row.person_id]}))
        for row in db.session.execute(views)
    ]
    return [*found, Subject("that is not there", {"ref": "nothing-here"}, NOBODY)]


TABLE: tuple[tuple[str, set[str], Find], ...] = (
    ("/grants/<code>", {"code"}, rounds),
    ("/review/rounds/<code>", {"code"}, rounds),
    ("/funds/rounds/<code>", {"code"}, plans),
    ("/funds/rounds/<code>/facts", {"code", "which"}, plans),
    ("/funds/rounds/<code>/lists", {"code", "where"}, plans),
    ("/funds/rounds/<code>/lists", {"code", "where", "item"}, plans),
    ("/funds/rounds/<code>/preview", {"code", "section"}, plans),
    ("/assisted/<code>", {"code"}, rounds),
    ("/assisted/<code>/organisations/<organisation>", {"code", "organisation"}, to_type_for),
    ("/applications/<ref>/changes", {"ref"}, asked_about),
    ("/applications/<ref>", {"ref"}, partners),
    ("/applications/<ref>/people/<guest>", {"ref", "guest"}, guests),
    ("/applications/<ref>/people/invitations/<invitation>", {"ref", "invitation"}, guest_invitations),
    ("/applications/<ref>/files/<question>", {"ref", "question"}, partners_files),
    ("/applications/<ref>/parts/<section>/files/<question>", {"ref", "section", "question"}, partners_files),
    ("/review/applications/<ref>/files/<question>", {"ref", "question"}, councils_files),
    ("/review/assessments/<ref>/files/<question>", {"ref", "question"}, readers_files),
    ("/applications/<ref>/parts/<section>", {"ref", "section"}, partners),
    ("/review/applications/<ref>/changes/ask", {"ref"}, councils),
    ("/review/applications/<ref>/changes", {"ref"}, asked_about),
    ("/review/applications/<ref>/alike/<other>", {"ref", "other"}, alikes),
    ("/review/applications/<ref>", {"ref"}, councils),
    ("/review/assessments/<ref>", {"ref"}, own_readings),
    ("/organisations/requests/<ref>", {"ref"}, own_requests),
    ("/organisations/<ref>/documents/<sort>", {"ref", "sort"}, papers),
    ("/verification/<ref>/documents/<sort>", {"ref", "sort"}, papers),
    ("/organisations/<ref>", {"ref"}, organisations),
    ("/organisations/<ref>/team/people/<member>", {"ref", "member"}, members),
    ("/organisations/<ref>/team/requests/<wanted>", {"ref", "wanted"}, asking),
    ("/verification/requests/<ref>", {"ref"}, leaderless),
    ("/verification/<ref>/same/<other>", {"ref", "other"}, to_merge),
    ("/verification/<ref>/merged/<merge>", {"ref", "merge"}, merged),
    ("/verification/<ref>", {"ref"}, to_verify),
    ("/organisations/<ref>/team/invitations/<invitation>", {"ref", "invitation"}, invitations),
    ("/messages/<ref>", {"ref"}, messages),
    ("/inbox/views/<ref>", {"ref"}, own_views),
    ("/inbox/<queue>/<target>", {"queue", "target"}, waiting),
    ("/account/sign-ins/<ref>", {"ref"}, own_sign_ins),
    ("/account/kept/<ref>", {"ref"}, own_kept),
    ("/account/authenticator", set(), own_apps),
    ("/account/recovery-codes", set(), own_apps),
    ("/council/people/<ref>", {"ref"}, council_people),
    ("/council/people/<ref>/roles/<role>", {"ref", "role"}, council_people),
    ("/sign-in/link/<token>", {"token"}, links),
    ("/invitations/applications/<token>", {"token"}, links),
    ("/invitations/<token>", {"token"}, links),
    ("/demo/mail/<ref>", {"ref"}, letters),
    ("/outbox/<ref>", {"ref"}, outbox),
    ("/jobs/<name>", {"name"}, jobs),
    ("/settings/council/<which>", {"which"}, settings),
    ("/settings/colours/<word>", {"word"}, settings),
    ("/settings/lists/<code>", {"code"}, settings),
    ("/settings/lists/<code>/words/<word>", {"code", "word"}, settings),
    ("/settings/history/<setting>", {"setting"}, settings),
    ("/look/<word>/<shown>.<ending>", {"word", "shown", "ending"}, looks),
    ("/", set(), everybodys),
)
"""By the beginning of an address and its parts: who says whose the things behind it are."""


def subjects_of(town: Town, rule: Rule) -> list[Subject]:
    """What to try behind a route. AssertionError for a route of which nobody said whose its things are."""
    for start, parts, find in TABLE:
        if rule.rule.startswith(start) and rule.arguments == parts:
            return find(town, rule)
    raise AssertionError(f"{rule.rule}: say in tests/house/subjects.py whose the things behind it are")
