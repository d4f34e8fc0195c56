"""Guests of one application: how they come in, what they may do, and how it ends."""

import datetime as dt
from collections.abc import Callable
from typing import Any

import pytest
from sqlalchemy import literal, select, update

from portal.applications import actions, attaching, guest_queries, guests, newer
from portal.applications.chores import who_write
from portal.applications.guesting import (
    ACCESS_ENDED,
    END,
    GUESTS_MOST,
    INVITATIONS_MOST,
    READ,
    WRITE,
    YOU_READ,
    Link,
)
from portal.applications.models import Application, GuestInvitation
from portal.applications.queries import one_for, open_to
from portal.assessments import sharing_queries
from portal.assessments.access import in_conflict
from portal.assessments.ranking import READER, conflicts
from portal.db.base import BigKey
from portal.db.session import action, db
from portal.kit.dates import utc_now
from portal.kit.errors import Gone, Invalid, NotAllowed, NotThere, TooMany, WrongState
from portal.mail.models import Letter
from portal.organisations import check_queries, teams
from portal.organisations.models import Organisation, TeamMember
from portal.organisations.queries import someone_for
from portal.permissions import Role, Someone
from tests.applications import drafts
from tests.applications.guests import guest, invited, let_in, ref_of, shared
from tests.applications.test_files import attach
from tests.conftest import Clock, Send
from tests.files import steps
from tests.organisations.twins import apart, join, merge, record
from tests.organisations.walking import home
from tests.reader import Reader, form_to

As = Callable[[str], Reader]
Cast = dict[str, Someone]
Letters = Callable[[], list[Letter]]
STRANGER = "winston.reid@example.org"
PART = "project"
TYPED = "Words that nobody else has."


def kinds(letters: list[Letter]) -> list[tuple[str, str]]:
    """To whom which letters went."""
    return [(one.to_address, one.template.rpartition("/")[2]) for one in letters]


def test_an_invitation_lets_somebody_write_in_one_application(cast: Cast, letters: Letters) -> None:
    draft = drafts.begun(cast["amina"])
    token = invited(draft, cast["farida"].email, by=cast["amina"])
    assert guests.accept(token, by=cast["farida"]) == draft.ref
    drafts.save(open_to(cast["farida"], draft.ref), PART, cast["farida"], title=TYPED)
    row = drafts.row_of(draft, PART)
    assert row is not None
    assert (row.answers, row.saved_by) == ({"title": TYPED}, cast["farida"].person_id)
    assert kinds(letters()) == [
        (cast["farida"].email, "guest_invitation"),
        (cast["amina"].email, "guest_joined"),
    ]
    assert drafts.verbs_of(draft) == ["start", "guest_invite", "guest_join", "save"]


def test_only_the_digest_of_the_link_is_kept(cast: Cast) -> None:
    token = invited(drafts.begun(cast["amina"]), STRANGER, by=cast["amina"])
    row = db.session.scalars(select(GuestInvitation)).one()
    assert (token in row.link_digest, len(token) >= 43) == (False, True)
    assert row.expires_at - row.invited_at == dt.timedelta(days=7)


def test_a_member_of_the_team_invites_and_nobody_else(cast: Cast) -> None:
    draft = shared(cast["amina"], cast["farida"])
    guests.invite(draft, STRANGER, READ, by=cast["tom"])
    for key in ("farida", "grace", "leanne", "neil"):
        with pytest.raises(NotThere):
            guests.invite(draft, "somebody@example.org", READ, by=cast[key])


def test_who_has_access_anyway_is_not_invited_twice(cast: Cast) -> None:
    draft = shared(cast["amina"], cast["farida"])
    for email in (cast["tom"].email, cast["farida"].email):
        with pytest.raises(Invalid):
            guests.invite(draft, email, READ, by=cast["amina"])


def test_a_newer_invitation_ends_the_one_before(cast: Cast) -> None:
    draft = drafts.begun(cast["amina"])
    first = invited(draft, STRANGER, READ, by=cast["amina"])
    second = invited(draft, STRANGER, WRITE, by=cast["amina"])
    assert (guest_queries.offer(first).state, guest_queries.offer(second).state) == (Link.TAKEN_BACK, Link.LIVING)
    assert len(guest_queries.invited_to(draft.id)) == 1


def test_an_application_has_ten_guests_and_invitations_at_most(cast: Cast) -> None:
    draft = drafts.begun(cast["amina"])
    for number in range(GUESTS_MOST):
        guests.invite(draft, f"friend{number}@example.org", READ, by=cast["amina"])
    with pytest.raises(TooMany):
        guests.invite(draft, STRANGER, READ, by=cast["amina"])
    guests.invite(draft, "friend3@example.org", WRITE, by=cast["amina"])


def test_somebody_sends_twenty_a_day(cast: Cast, clock: Clock) -> None:
    draft = drafts.begun(cast["amina"])
    for _ in range(INVITATIONS_MOST):
        guests.invite(draft, STRANGER, READ, by=cast["amina"])
    with pytest.raises(TooMany):
        guests.invite(draft, STRANGER, READ, by=cast["amina"])
    guests.invite(draft, STRANGER, READ, by=cast["tom"])
    clock.shift(dt.timedelta(days=1, seconds=1))
    guests.invite(draft, STRANGER, READ, by=cast["amina"])


@pytest.mark.parametrize("what", ["used", "taken back", "expired", "unknown"])
def test_each_link_that_does_not_work_has_its_sentence_and_gives_nothing_away(
    cast: Cast, client: Reader, as_: As, clock: Clock, what: str
) -> None:
    draft = drafts.filled(cast["amina"])
    token = invited(draft, STRANGER, by=cast["amina"])
    if what == "used":
        guests.accept(token, by=cast["farida"])
    elif what == "taken back":
        guests.take_back(draft, db.session.scalars(select(GuestInvitation.ref)).one(), by=cast["amina"])
    elif what == "expired":
        clock.shift(dt.timedelta(days=7))
    else:
        token = "x" * 43
    states = {"used": Link.USED, "taken back": Link.TAKEN_BACK, "expired": Link.EXPIRED, "unknown": Link.UNKNOWN}
    with pytest.raises(Gone, match=states[what].value[:30]):
        guests.accept(token, by=cast["neil"])
    for reader in (client, as_("neil")):
        answer = reader.get(f"/invitations/applications/{token}")
        text = answer.get_data(as_text=True)
        assert (answer.status_code, states[what].value in text) == (410, True)
        assert [word for word in ("Amina", "Tea and Tech", STRANGER, draft.title, draft.ref) if word in text] == []
    assert guest(draft, cast["neil"]) is None


def test_whoever_opens_the_link_signs_in_first(cast: Cast, client: Reader, as_: As, write: Send) -> None:
    token = invited(drafts.begun(cast["amina"]), cast["neil"].email, by=cast["amina"])
    path, neil = f"/invitations/applications/{token}", as_("neil")
    assert "First sign in." in client.get(path).text
    assert "You go on with this account." in neil.get(path).text
    answer = write(neil, path)
    assert answer.status_code == 303
    assert neil.get(answer.location or "").status_code == 200


def test_the_wrong_person_is_told_that_it_went_to_another_address(cast: Cast, as_: As) -> None:
    token = invited(drafts.begun(cast["amina"]), STRANGER, by=cast["amina"])
    text = as_("neil").get(f"/invitations/applications/{token}").text
    assert "You are signed in as neil.ferris@example.org. The invitation went to another address." in text
    assert STRANGER not in text


def test_somebody_of_the_team_keeps_the_place_they_have(cast: Cast) -> None:
    draft = drafts.begun(cast["amina"])
    token = invited(draft, STRANGER, READ, by=cast["amina"])
    assert guests.accept(token, by=cast["tom"]) == draft.ref
    assert guest(draft, cast["tom"]) is None


CLOSED = (
    ("send", "/send"),
    ("withdraw", "/withdraw"),
    ("people", "/people"),
    ("invite", "/people/invite"),
    ("newer questions", "/newer-questions"),
    ("copy", "/copy"),
    ("equality", "/equality"),
    ("decision", "/decision"),
    ("sent", "/sent"),
    ("pdf", "/pdf"),
)


@pytest.mark.parametrize(("_what", "below"), CLOSED)
def test_what_is_the_teams_is_no_guests_even_of_one_who_leads_another_team(
    cast: Cast, as_: As, _what: str, below: str
) -> None:
    draft = shared(cast["amina"], cast["grace"])
    assert as_("grace").get(f"/applications/{draft.ref}{below}").status_code == 404


def test_a_guest_who_leads_another_team_can_neither_send_nor_withdraw_nor_ask(cast: Cast) -> None:
    draft = shared(cast["amina"], cast["grace"])
    deeds: tuple[Callable[[], Any], ...] = (
        lambda: actions.submit(draft, "Grace", by=cast["grace"]),
        lambda: actions.withdraw(draft, by=cast["grace"]),
        lambda: actions.ask_to_send(draft, by=cast["grace"]),
        lambda: newer.take(draft, 1, by=cast["grace"]),
        lambda: guests.change(draft, ref_of(cast["grace"]), WRITE, by=cast["grace"]),
    )
    for deed in deeds:
        with pytest.raises(NotThere):
            deed()
    assert one_for(cast["amina"], draft.ref).state == "draft"


def test_a_guest_reads_nothing_else_of_the_organisation(cast: Cast, as_: As) -> None:
    draft = shared(cast["amina"], cast["farida"])
    farida, tea = as_("farida"), db.session.get_one(Organisation, draft.organisation_id).ref
    pages = {
        path: farida.get(path).status_code
        for path in (f"/organisations/{tea}", f"/organisations/{tea}/team", f"/organisations/{tea}/documents")
    }
    assert set(pages.values()) <= {403, 404}, pages
    assert farida.get("/applications").status_code == 403
    text = farida.get(f"/applications/{draft.ref}").text + farida.get(f"/applications/{draft.ref}/answers").text
    assert f"/organisations/{tea}" not in text
    assert "Change who can see" not in text


def test_a_guest_who_writes_is_offered_none_of_the_organisations_documents(cast: Cast, as_: As) -> None:
    document = steps.give(cast["amina"])
    steps.look_at_all()
    draft = shared(cast["amina"], cast["farida"])
    page = f"/applications/{draft.ref}/parts/documents/files/rules"
    offers = ["given before" in as_(key).get(page).text for key in ("amina", "farida")]
    assert offers == [True, False]
    section = drafts.section_of(draft, "documents")
    question = next(each for each in section.questions if each.code == "rules")
    with pytest.raises(NotThere):
        attaching.reuse(draft, section, question, document.ref, "", "f" * 16, by=cast["farida"])
    attaching.reuse(draft, section, question, document.ref, "", "e" * 16, by=cast["amina"])


def test_a_guest_sends_a_file_and_another_one_opens_it(cast: Cast, as_: As) -> None:
    draft = shared(cast["amina"], cast["farida"])
    let_in(draft, cast["neil"], READ, by=cast["amina"])
    attach(draft, cast["farida"])
    steps.look_at_all()
    opened = [as_(key).get(f"/applications/{draft.ref}/files/rules").status_code for key in ("neil", "amina", "grace")]
    assert opened == [200, 200, 404]
    with pytest.raises(WrongState):
        attach(draft, cast["neil"])


def test_a_reader_reads_and_keeps_what_they_typed_in_vain(cast: Cast, as_: As, send: Send) -> None:
    draft = shared(cast["amina"], cast["neil"], READ)
    neil, path = as_("neil"), f"/applications/{draft.ref}"
    before = drafts.row_of(draft, PART)
    assert before is not None
    assert "Tea, cake and tablets" in neil.get(f"{path}/answers").text
    assert f"{path}/parts/" not in neil.get(path).text + neil.get(f"{path}/answers").text
    assert neil.get(f"{path}/parts/{PART}").location == path
    with pytest.raises(WrongState, match=str(YOU_READ)[:30]):
        drafts.save(draft, PART, cast["neil"], title=TYPED)
    answer = posted(neil, f"{path}/parts/{PART}", as_("amina"))
    assert (answer.status_code, TYPED in answer.text) == (409, True)
    assert neil.get(f"{path}/parts/{PART}/earlier").status_code == 404
    after = drafts.row_of(draft, PART)
    assert after is not None
    assert (after.version, after.answers) == (before.version, before.answers)


def posted(client: Reader, path: str, writer: Reader, headers: dict[str, str] | None = None, **more: str) -> Any:
    """Send the form of a section as a page did that was opened while its writer could still write."""
    form = form_to(writer.get(path.removesuffix("/save")).get_data(as_text=True), path.removesuffix("/save"))
    own = form_to(client.get("/account").get_data(as_text=True), None).fields["csrf_token"]
    data = {**form.fields, "title": TYPED, "plan": "", **more, "csrf_token": own}
    return client.post(path, data=data, headers=headers or {})


def test_a_reader_who_may_write_now_can_and_the_other_way_round(cast: Cast, letters: Letters) -> None:
    draft = shared(cast["amina"], cast["neil"], READ)
    ref = ref_of(cast["neil"])
    guests.change(draft, ref, WRITE, by=cast["amina"])
    drafts.save(draft, PART, cast["neil"], title=TYPED)
    guests.change(draft, ref, READ, by=cast["amina"])
    with pytest.raises(WrongState):
        drafts.save(draft, PART, cast["neil"], title="Again")
    assert kinds(letters())[-2:] == [(cast["neil"].email, "guest_changed")] * 2


def test_an_end_counts_at_once_and_shows_what_was_typed_and_nothing_else(cast: Cast, as_: As) -> None:
    draft = shared(cast["amina"], cast["farida"])
    farida, path = as_("farida"), f"/applications/{draft.ref}"
    assert farida.get(f"{path}/parts/{PART}").status_code == 200
    guests.change(draft, ref_of(cast["farida"]), END, by=cast["amina"])
    assert [farida.get(f"{path}{below}").status_code for below in ("", "/answers", f"/parts/{PART}")] == [404] * 3
    answer = posted(farida, f"{path}/parts/{PART}", as_("amina"))
    assert (answer.status_code, TYPED in answer.text) == (409, True)
    assert str(ACCESS_ENDED) in answer.text
    assert [word for word in ("Every Tuesday", path, "Amina") if word in answer.text.partition("<main")[2]] == []
    with pytest.raises(WrongState):
        drafts.save(draft, PART, cast["farida"], title=TYPED)
    row = drafts.row_of(draft, PART)
    assert row is not None
    assert row.answers["title"] == "Tea, cake and tablets"


def test_who_is_out_and_types_far_too_much_is_shown_nothing_else_either(cast: Cast, as_: As) -> None:
    draft = shared(cast["amina"], cast["farida"])
    guests.change(draft, ref_of(cast["farida"]), END, by=cast["amina"])
    answer = posted(as_("farida"), f"/applications/{draft.ref}/parts/{PART}", as_("amina"), summary="much " * 30_000)
    assert (answer.status_code, str(ACCESS_ENDED) in answer.text) == (409, True)
    assert "Every Tuesday" not in answer.text


def test_a_save_by_itself_after_the_end_is_refused_and_reads_nothing(cast: Cast, as_: As) -> None:
    draft = shared(cast["amina"], cast["farida"])
    guests.change(draft, ref_of(cast["farida"]), END, by=cast["amina"])
    part = {"HX-Request": "true", "HX-Request-Type": "partial"}
    farida = as_("farida")
    farida.strict = False
    answer = posted(farida, f"/applications/{draft.ref}/parts/{PART}/save", as_("amina"), headers=part)
    assert answer.status_code == 409
    assert "Every Tuesday" not in answer.text


def test_what_a_colleague_typed_who_was_removed_meanwhile_is_shown_to_copy(cast: Cast, as_: As) -> None:
    draft = drafts.filled(cast["amina"])
    team = db.session.get_one(Organisation, draft.organisation_id)
    tom, path = as_("tom"), f"/applications/{draft.ref}/parts/{PART}"
    teams.remove(team, ref_of(cast["tom"]), by=cast["amina"])
    answer = posted(tom, path, as_("amina"))
    assert (answer.status_code, TYPED in answer.text) == (409, True)
    assert tom.get(path).status_code == 404


@pytest.mark.parametrize("direction", ["the record goes", "the record stays"])
def test_what_a_colleague_typed_whose_record_was_taken_apart_is_shown_to_copy(
    cast: Cast, as_: As, direction: str
) -> None:
    draft, other = drafts.filled(cast["amina"]), record("Hyde Park Tablets")
    own, nadia, neil = db.session.get_one(Organisation, draft.organisation_id), join(other), join(other, cast["neil"])
    found = merge(*((own, other) if direction == "the record stays" else (other, own)), cast["joyce"])
    let_in(draft, cast["farida"], by=someone_for(cast["amina"].email))
    page, path = as_("neil"), f"/applications/{draft.ref}/parts/{PART}"
    assert page.get(path).status_code == 200

    apart(found, cast["priya"])

    answer = posted(page, path, as_("amina"))
    assert (answer.status_code, TYPED in answer.text, str(ACCESS_ENDED) in answer.text) == (409, True, True)
    assert page.get(path).status_code == 404
    for who, ended in ((neil, True), (nadia, True), (cast["farida"], False)):
        place = guest(draft, who)
        assert place is not None
        assert (place.ended_at is not None) is ended
    assert [row.email for row in guest_queries.guests_of(draft.id)] == [cast["farida"].email]
    assert guest(draft, cast["amina"]) is None, "her place in the team says it"


def test_who_left_before_it_was_begun_or_was_invited_by_who_goes_never_had_a_place_in_it(
    cast: Cast, clock: Clock
) -> None:
    other = record("Hyde Park Tablets")
    nadia, neil = join(other), join(other, cast["neil"])
    tea = home("amina")
    found = merge(tea, other, cast["joyce"])
    teams.leave(tea, by=someone_for(neil.email))
    clock.shift(60)
    draft = drafts.filled(someone_for(cast["amina"].email))
    token = invited(draft, STRANGER, by=someone_for(nadia.email))

    apart(found, cast["priya"])

    assert guest(draft, neil) is None
    assert guest(draft, nadia) is not None
    assert guest_queries.invited_to(draft.id) == []
    with pytest.raises(Gone, match=Link.TAKEN_BACK.value[:30]):
        guests.accept(token, by=cast["farida"])


def test_who_left_the_team_a_moment_ago_begins_nothing_in_its_name(cast: Cast) -> None:
    tea, tom = home("amina"), cast["tom"]
    teams.remove(tea, ref_of(tom), by=cast["amina"])
    with pytest.raises(NotAllowed):
        drafts.begun(tom)
    assert db.session.scalars(select(Application.id).where(Application.started_by == tom.person_id)).all() == []


def test_a_place_in_the_team_that_ended_a_moment_ago_writes_nothing(cast: Cast) -> None:
    draft = drafts.filled(cast["amina"])
    teams.remove(db.session.get_one(Organisation, draft.organisation_id), ref_of(cast["tom"]), by=cast["amina"])
    deeds: tuple[Callable[[], Any], ...] = (
        lambda: drafts.save(draft, PART, cast["tom"], title=TYPED),
        lambda: guests.invite(draft, STRANGER, READ, by=cast["tom"]),
    )
    for deed in deeds:
        with pytest.raises(WrongState, match=str(ACCESS_ENDED)[:30]):
            deed()


def test_a_stranger_who_posts_learns_nothing(cast: Cast, as_: As) -> None:
    draft = drafts.filled(cast["amina"])
    path = f"/applications/{draft.ref}/parts/{PART}"
    assert posted(as_("grace"), path, as_("amina")).status_code == 404


def test_a_lead_or_who_invited_changes_it(cast: Cast) -> None:
    draft = drafts.begun(cast["amina"])
    let_in(draft, cast["farida"], by=cast["amina"])
    let_in(draft, cast["neil"], READ, by=cast["tom"])
    with pytest.raises(NotAllowed):
        guests.change(draft, ref_of(cast["farida"]), END, by=cast["tom"])
    guests.change(draft, ref_of(cast["neil"]), WRITE, by=cast["tom"])
    guests.change(draft, ref_of(cast["neil"]), END, by=cast["amina"])
    with pytest.raises(NotThere):
        guests.change(draft, ref_of(cast["neil"]), READ, by=cast["amina"])


def test_a_guest_gives_their_access_up(cast: Cast, as_: As, send: Send) -> None:
    draft = shared(cast["amina"], cast["farida"])
    farida, path = as_("farida"), f"/applications/{draft.ref}"
    send(farida, path, action=f"{path}/give-up")
    assert farida.get(path).status_code == 404
    with pytest.raises(NotThere):
        guests.leave(draft, by=cast["amina"])


def test_a_guest_finds_it_on_the_home_page_and_in_a_list(cast: Cast, as_: As) -> None:
    farida = as_("farida")
    assert "Shared with you" not in farida.get("/home").text
    draft = shared(cast["amina"], cast["farida"])
    assert "Applications of others that you help with" in farida.get("/home").text
    assert f"/applications/{draft.ref}" in farida.get("/applications/shared").text


def test_after_sending_guests_read_on_and_nobody_new_comes(cast: Cast, as_: As) -> None:
    draft = shared(cast["amina"], cast["farida"])
    living = invited(draft, STRANGER, by=cast["amina"])
    actions.submit(draft, "Amina Yusuf", by=cast["amina"])
    assert as_("farida").get(f"/applications/{draft.ref}/answers").status_code == 200
    for deed in (
        lambda: guests.invite(draft, "late@example.org", READ, by=cast["amina"]),
        lambda: drafts.save(draft, PART, cast["farida"], title=TYPED),
    ):
        with pytest.raises(WrongState):
            deed()
    with pytest.raises(Gone, match=Link.OVER.value[:30]):
        guests.accept(living, by=cast["neil"])
    page = as_("neil").get(f"/invitations/applications/{living}")
    assert (page.status_code, Link.OVER.value in page.text, draft.ref in page.text) == (410, True, False)
    assert guest_queries.invited_to(draft.id) == []
    guests.change(draft, ref_of(cast["farida"]), END, by=cast["amina"])
    assert as_("farida").get(f"/applications/{draft.ref}/answers").status_code == 404


def test_reminders_go_to_guests_who_write_and_receipts_to_no_guest(cast: Cast, letters: Letters) -> None:
    draft = shared(cast["amina"], cast["farida"])
    let_in(draft, cast["neil"], READ, by=cast["amina"])
    with action() as session:
        assert [one.email for one in who_write(session, draft)] == [cast["amina"].email, cast["farida"].email]
    actions.submit(draft, "Amina Yusuf", by=cast["amina"])
    assert [to for to, kind in kinds(letters()) if kind == "receipt"] == [cast["amina"].email]


def test_a_colleague_sees_who_else_is_writing_be_it_a_guest(cast: Cast, as_: As) -> None:
    draft = shared(cast["amina"], cast["farida"])
    drafts.save(draft, PART, cast["farida"], title=TYPED)
    assert "Farida Rahman is writing here just now" in as_("amina").get(f"/applications/{draft.ref}").text
    drafts.save(draft, "safe", cast["amina"], safe_lead="Somebody")
    assert "Amina Yusuf is writing here just now" in as_("farida").get(f"/applications/{draft.ref}").text


@pytest.mark.parametrize("ends", [False, True])
def test_a_guest_who_judges_for_the_council_has_no_part_in_it(cast: Cast, ends: bool) -> None:
    draft = shared(cast["amina"], cast["daniel"], READ)
    if ends:
        guests.change(draft, ref_of(cast["daniel"]), END, by=cast["amina"])
    for key, is_kept_away in (("daniel", True), ("hannah", False)):
        person_id = cast[key].person_id
        conflict = select(in_conflict(person_id)).where(Application.id == draft.id)
        stands_back = select(check_queries.in_conflict(person_id)).where(Organisation.id == draft.organisation_id)
        assert bool(db.session.scalar(conflict)) is is_kept_away
        assert bool(db.session.scalar(stands_back)) is is_kept_away
    actions.submit(draft, "Amina Yusuf", by=cast["amina"])
    with action() as session:
        session.get_one(Application, draft.id).state = "assessing"
    kept_away = {cast[key].person_id for key in ("amina", "tom", "daniel")}
    assert sharing_queries.barred(draft.round_id) == {draft.id: kept_away}


def test_the_panel_is_told_of_a_guests_conflict(cast: Cast) -> None:
    draft = shared(cast["amina"], cast["joyce"], READ)
    actions.submit(draft, "Amina Yusuf", by=cast["amina"])
    question = select(conflicts(literal(draft.round_id, BigKey)))
    found = {key: db.session.scalar(question, {READER.key: cast[key].person_id}) for key in ("joyce", "martin")}
    assert found == {"joyce": 1, "martin": 0}


def test_pages_for_guests_ask_little(cast: Cast, as_: As, statements: Callable[[Reader, str], int]) -> None:
    draft = shared(cast["amina"], cast["farida"])
    for number in range(7):
        guests.invite(draft, f"friend{number}@example.org", READ, by=cast["amina"])
    path = f"/applications/{draft.ref}"
    farida, amina = as_("farida"), as_("amina")
    assert statements(farida, path) <= 8
    assert statements(farida, f"{path}/parts/{PART}") <= 8
    assert statements(farida, f"{path}/answers") <= 8
    assert statements(farida, "/applications/shared") <= 8
    assert statements(amina, path) <= 8
    assert statements(amina, f"{path}/people") <= 8


# --- Leaving the team ---------------------------------------------------------------------------------------


def left(draft: Application) -> tuple[str, list[str]]:
    """Who looks after a draft, and who is reminded of it."""
    db.session.rollback()
    found = db.session.get_one(Application, draft.id)
    with action() as session:
        return guest_queries.looks_after(found), [one.name for one in who_write(session, found)]


def test_a_draft_of_somebody_removed_is_handed_on_in_one_step(
    cast: Cast, as_: As, write: Send, send: Send, letters: Letters
) -> None:
    draft = drafts.filled(cast["tom"])
    add_to_team(draft, cast["farida"])
    tea = db.session.get_one(Organisation, draft.organisation_id).ref
    page = f"/organisations/{tea}/team/people/{ref_of(cast['tom'])}"
    amina = as_("amina")
    assert "Who looks after that from now on?" in amina.get(page).text
    send(amina, page, {"heir": ref_of(cast["farida"])}, action=f"{page}/remove")
    assert left(draft) == ("Farida Rahman", ["Amina Yusuf", "Farida Rahman"])
    assert (cast["farida"].email, "handed_on") in kinds(letters())
    actions.submit(one_for(cast["amina"], draft.ref), "Amina Yusuf", by=cast["amina"])
    assert [to for to, kind in kinds(letters()) if kind == "receipt"] == [cast["amina"].email, cast["farida"].email]


def add_to_team(draft: Application, who: Someone) -> None:
    """Put somebody into a draft's team."""
    with action() as session:
        teams.join(session, session.get_one(Organisation, draft.organisation_id), Role.MEMBER, by=who)


def test_without_an_heir_the_leads_have_it(cast: Cast) -> None:
    draft = drafts.filled(cast["tom"])
    assert left(draft) == ("Tom Barker", ["Amina Yusuf", "Tom Barker"])
    teams.remove(db.session.get_one(Organisation, draft.organisation_id), ref_of(cast["tom"]), by=cast["amina"])
    assert left(draft) == ("", ["Amina Yusuf"])
    drafts.save(one_for(cast["amina"], draft.ref), PART, cast["amina"], title="It goes on")


def test_who_leaves_hands_their_drafts_on_themselves(cast: Cast, as_: As, write: Send) -> None:
    draft = drafts.filled(cast["tom"])
    tea = db.session.get_one(Organisation, draft.organisation_id).ref
    write(as_("tom"), f"/organisations/{tea}/team/leave", {"heir": ref_of(cast["amina"])})
    assert left(draft) == ("Amina Yusuf", ["Amina Yusuf"])


def test_nothing_is_handed_to_somebody_outside_or_to_who_leaves(cast: Cast) -> None:
    draft = drafts.filled(cast["tom"])
    team = db.session.get_one(Organisation, draft.organisation_id)
    for heir in ("grace", "tom"):
        with pytest.raises(NotThere):
            teams.remove(team, ref_of(cast["tom"]), ref_of(cast[heir]), by=cast["amina"])
    assert left(draft)[0] == "Tom Barker"


def test_who_leaves_the_team_takes_their_open_invitations_and_their_own_guest_place_along(cast: Cast) -> None:
    draft = drafts.begun(cast["amina"])
    let_in(draft, cast["farida"], by=cast["amina"])
    add_to_team(draft, cast["farida"])
    token = invited(draft, STRANGER, by=cast["tom"])
    team = db.session.get_one(Organisation, draft.organisation_id)
    for key in ("tom", "farida"):
        teams.remove(team, ref_of(cast[key]), by=cast["amina"])
    assert guest_queries.offer(token).state is Link.TAKEN_BACK
    found = guest(draft, cast["farida"])
    assert found is not None
    assert found.ended_at is not None


def test_an_invitation_works_while_who_sent_it_is_in_the_team(cast: Cast) -> None:
    draft = drafts.begun(cast["amina"])
    token = invited(draft, STRANGER, by=cast["tom"])
    assert guest_queries.offer(token).state is Link.LIVING
    with action() as session:  # as it is where their place was in a record that was taken apart
        session.execute(
            update(TeamMember).where(TeamMember.person_id == cast["tom"].person_id).values(left_at=utc_now())
        )
    assert guest_queries.offer(token).state is Link.TAKEN_BACK
    with pytest.raises(Gone):
        guests.accept(token, by=cast["farida"])
    assert guest(draft, cast["farida"]) is None


def test_a_removed_colleague_can_be_invited_as_a_guest(cast: Cast) -> None:
    draft = drafts.begun(cast["amina"])
    teams.remove(db.session.get_one(Organisation, draft.organisation_id), ref_of(cast["tom"]), by=cast["amina"])
    token = invited(draft, cast["tom"].email, by=cast["amina"])
    tom = someone_for(cast["tom"].email)
    assert tom is not None
    guests.accept(token, by=tom)
    drafts.save(open_to(tom, draft.ref), PART, tom, title=TYPED)
