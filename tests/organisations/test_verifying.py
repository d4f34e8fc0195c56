"""The council's check: the checklist, the decision, the partner's answer, and two officers at once."""

import datetime as dt

import pytest
from sqlalchemy import select

from portal.db.session import action, db
from portal.history.models import Deed
from portal.kit.dates import london_day
from portal.kit.errors import Clash, Invalid, NotAllowed, WrongState
from portal.organisations import actions, check_queries, verifying
from portal.organisations.models import Checked, Exchange, TeamMember
from portal.organisations.rules import mark_of
from portal.organisations.verification import ASKS, CHECKLIST, Mark, due_on
from tests.assessments.builders import organisation
from tests.assessments.steps import at_once
from tests.organisations.walking import again, deeds, home, marks, verified
from tests.reader import form_to

BANK = {"bank": Mark("no", "The account is in one person's name.")}
YES = {f"check_{item.code}": "yes" for item in CHECKLIST}


def judge(found, decision: str, by, words: str = "", **other: Mark) -> None:
    """Decide on an organisation as it stands."""
    verifying.judge(found, decision, marks(**other), words, found.version, by=by)


def rename(found, name: str, by) -> None:
    """Give an organisation another name."""
    actions.edit(found, {"name": name}, mark_of(actions.details_of(found), ["name"]), by=by)


def test_an_organisation_begins_in_the_queue_and_waits_ten_working_days(as_, cast) -> None:
    found = home("amina")
    assert found.state == "unverified"
    html = as_("joyce").get("/inbox").text
    assert f'href="/verification/{found.ref}"' in html
    assert "Organisations to verify" in html
    assert "We are checking it" in as_("amina").get("/home").text
    page = as_("amina").get(f"/organisations/{found.ref}").text
    assert "It is our turn." in page
    assert "you can apply for grants meanwhile" in page
    assert not check_queries.is_verified(found.id)


def test_a_checklist_is_kept_with_who_found_what_and_when(as_, send, cast) -> None:
    found = home("amina")
    path = f"/verification/{found.ref}"

    answer = send(as_("joyce"), path, {"check_bank": "yes", "note_bank": "Saw the statement."}, action=path)

    assert answer.location == "/verification"
    html = as_("priya").get(path).text
    assert "Last: Yes, by Joyce Adeyemi on" in html
    assert 'value="Saw the statement."' in html
    assert home("amina").state == "unverified"
    row = db.session.scalars(select(Checked)).one()
    send(as_("priya"), path, {"check_address": "yes"}, action=path)
    assert {one.item: one.checked_by for one in db.session.scalars(select(Checked))} == {
        "bank": cast["joyce"].person_id,
        "address": cast["priya"].person_id,
    }
    assert row.item == "bank"


def test_verified_is_told_and_seen_by_both_sides(as_, send, letters, cast) -> None:
    found = home("amina")
    path = f"/verification/{found.ref}"

    send(as_("joyce"), path, {**YES, "decision": "verify"}, action=path)

    assert check_queries.is_verified(found.id)
    assert [(one.to_address, one.subject) for one in letters()] == [
        (cast["amina"].email, "Hyde Park Tea and Tech is verified")
    ]
    partner = as_("tom").get(f"/organisations/{found.ref}").text
    assert "The council verified the organisation" in partner
    assert "Joyce" not in partner
    assert "Joyce Adeyemi verified the organisation" in as_("priya").get(path).text
    assert found.name not in as_("joyce").get("/inbox").text
    assert found.name in as_("joyce").get("/verification?state=verified").text


def test_nothing_is_verified_while_a_line_is_open_and_all_that_was_typed_stays(as_, send) -> None:
    path = f"/verification/{home('amina').ref}"

    answer = send(
        as_("joyce"), path, {"decision": "verify", "check_bank": "no", "note_bank": "", "words": "Kept."}, action=path
    )

    assert answer.status_code == 422
    assert "This line says no." in answer.text
    assert "Say in a few words why, and how you know." in answer.text
    assert "Kept.</textarea>" in answer.text
    assert db.session.scalars(select(Checked)).all() == []


def test_more_needed_is_asked_in_the_partners_words_and_answered(as_, send, letters, cast) -> None:
    found = home("amina")
    path = f"/verification/{found.ref}"
    typed = {**YES, "check_bank": "no", "note_bank": "Rosalind's own.", "decision": "ask_more", "words": "Ring us."}

    send(as_("joyce"), path, typed, action=path)

    [letter] = letters()
    assert ASKS["bank"] in letter.text
    assert "Ring us." in letter.text
    assert "Rosalind's own." not in letter.text
    assert "We need more from you" in as_("amina").get("/home").text
    partner = as_("amina").get(f"/organisations/{found.ref}").text
    assert ASKS["bank"] in partner
    assert "Rosalind" not in partner
    assert found.name not in as_("joyce").get("/inbox").text
    assert "A lead of the team can answer." in as_("tom").get(f"/organisations/{found.ref}").text

    answer = f"/organisations/{found.ref}/check"
    amina = as_("amina")
    assert send(amina, answer, action=answer).status_code == 422
    back = send(amina, answer, {"words": "Two of us sign since Monday."}, action=answer)
    assert "It is our turn now: you hear from us by" in amina.get(back.location).text
    assert home("amina").state == "unverified"
    assert "Two of us sign since Monday." in as_("priya").get(path).text
    assert "Amina Yusuf answered for the partner" in as_("priya").get(path).text


def test_refused_gives_reasons_and_a_way_back(as_, send, app, letters, cast) -> None:
    found = home("amina")
    path = f"/verification/{found.ref}"
    assert send(as_("joyce"), path, {**YES, "decision": "refuse"}, action=path).status_code == 422

    send(as_("joyce"), path, {**YES, "decision": "refuse", "words": "One family runs it."}, action=path)

    assert "One family runs it." in letters()[-1].text
    assert "ask us to look again" in letters()[-1].text
    partner = as_("amina").get(f"/organisations/{found.ref}").text
    assert "One family runs it." in partner
    assert "Ask us to look again" in partner
    answer = f"/organisations/{found.ref}/check"
    send(as_("amina"), answer, {"words": "Three neighbours have joined."}, action=answer)
    assert home("amina").state == "unverified"
    assert deeds("organisation", "refuse", "ask_again") == ["refuse", "ask_again"]


@pytest.mark.parametrize("state", ["verify", "refuse"])
def test_the_council_opens_a_check_again_and_all_of_it_counts_anew(as_, send, app, letters, cast, state: str) -> None:
    found = home("amina")
    with app.test_request_context():
        judge(found, state, cast["joyce"], "Reasons.")
    path = f"/verification/{found.ref}"
    assert send(as_("priya"), path, action=f"{path}/open").status_code == 422

    send(as_("priya"), path, {"words": "The register says something else."}, action=f"{path}/open")

    assert home("amina").state == "unverified"
    assert "The register says something else." in letters()[-1].text
    answer = send(as_("priya"), path, {"decision": "verify"}, action=path)
    assert answer.status_code == 422
    assert "Say yes, no or not needed." in answer.text
    assert "Last: Yes, by Joyce Adeyemi" in answer.text


def test_another_name_after_verification_opens_the_check_and_says_so(as_, send, app, letters, cast) -> None:
    found = home("amina")
    with app.test_request_context():
        verified(found, cast["joyce"])
    path = f"/organisations/{found.ref}/details"

    amina = as_("amina")
    answer = send(amina, path, {"name": "Hyde Park Tea and Technology"}, action=path)

    html = amina.get(answer.location).text
    assert "so we check it again. You can apply meanwhile." in html
    assert "changed its name, kind or numbers, so the council checks it again" in html
    assert home("amina").state == "unverified"
    assert letters()[-1].subject == "We check Hyde Park Tea and Technology again"


def test_another_phone_number_opens_nothing(as_, send, app, cast) -> None:
    found = home("amina")
    with app.test_request_context():
        verified(found, cast["joyce"])
    path = f"/organisations/{found.ref}/details"
    send(as_("amina"), path, {"phone": "0113 496 0999", "what": "Tea."}, action=path)
    assert home("amina").state == "verified"


def test_before_it_is_verified_another_name_only_changes_what_is_checked(app, cast) -> None:
    found = home("amina")
    since = found.waiting_since
    with app.test_request_context():
        rename(found, "Another", cast["amina"])
    assert (home("amina").state, home("amina").waiting_since) == ("unverified", since)


def test_an_answer_begins_our_ten_days_anew_and_a_second_one_does_not(app, cast, clock) -> None:
    with app.test_request_context():
        judge(home("amina"), "ask_more", cast["joyce"], **BANK)
        clock.shift(dt.timedelta(days=3))
        verifying.answer(home("amina"), "Two of us sign.", by=cast["amina"])
        since = home("amina").waiting_since
        clock.shift(dt.timedelta(days=3))
        verifying.answer(home("amina"), "And here is the letter.", by=cast["amina"])
    assert home("amina").waiting_since == since
    assert len(db.session.scalars(select(Exchange).where(Exchange.verb == "answer")).all()) == 2


def test_only_a_lead_answers(app, as_, cast) -> None:
    found = home("amina")
    with app.test_request_context():
        judge(found, "ask_more", cast["joyce"], **BANK)
        for key in ("tom", "grace", "joyce"):
            with pytest.raises(NotAllowed):
                verifying.answer(found, "Yes.", by=cast[key])
        with pytest.raises(Invalid):
            verifying.answer(found, "", by=cast["amina"])
    assert as_("tom").get(f"/organisations/{found.ref}/check").status_code == 403


def test_an_answer_that_comes_too_late_is_not_lost(as_, app, cast) -> None:
    found = home("amina")
    path = f"/organisations/{found.ref}/check"
    client = as_("amina")
    late = form_to(client.get(path).text, path).fields
    with app.test_request_context():
        verified(home("amina"), cast["joyce"])

    answer = client.post(path, data={**late, "words": "A page of what I wrote."})

    assert answer.status_code == 409
    assert "A page of what I wrote.</textarea>" in answer.text


# --- Who may not ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("is_there_still", [True, False])
def test_an_officer_of_its_own_team_sees_it_in_no_list_and_decides_nothing(as_, app, cast, is_there_still) -> None:
    found = home("amina")
    with action() as session:
        session.add(
            TeamMember(
                organisation_id=found.id,
                person_id=cast["priya"].person_id,
                role="member",
                joined_at=found.created_at,
                left_at=None if is_there_still else found.check_opened_at + dt.timedelta(seconds=1),
            )
        )
    path = f"/verification/{found.ref}"

    assert as_("priya").get(path).status_code == 404
    assert path not in as_("priya").get("/verification").text
    assert path not in as_("priya").get("/inbox").text
    assert path in as_("joyce").get("/inbox").text
    with app.test_request_context():
        for deed in (
            lambda: judge(home("amina"), "verify", cast["priya"]),
            lambda: judge(home("amina"), "keep", cast["priya"]),
            lambda: verifying.reopen(home("amina"), "Why.", 1, by=cast["priya"]),
        ):
            with pytest.raises(NotAllowed, match="in this organisation’s team"):
                deed()


def test_who_left_long_before_the_check_was_opened_may_decide(app, cast) -> None:
    found = home("amina")
    with action() as session:
        before = found.check_opened_at - dt.timedelta(days=1)
        session.add(
            TeamMember(
                organisation_id=found.id,
                person_id=cast["priya"].person_id,
                role="member",
                joined_at=before,
                left_at=before,
            )
        )
    with app.test_request_context():
        verified(home("amina"), cast["priya"])
    assert home("amina").state == "verified"


@pytest.mark.parametrize("key", ["ruth", "helen", "wei", "leanne", "imran", "amina"])
def test_nobody_else_of_the_council_verifies(app, as_, cast, key: str) -> None:
    found = home("grace")
    assert as_(key).get("/verification").status_code == 403
    with app.test_request_context(), pytest.raises(NotAllowed):
        judge(found, "verify", cast[key])


# --- Two officers at once ---------------------------------------------------------------------------------------------


def test_the_later_officer_is_told_and_sees_both(as_, send, cast) -> None:
    found = home("amina")
    path = f"/verification/{found.ref}"
    priya = as_("priya")
    late = form_to(priya.get(path).text, path).fields
    send(as_("joyce"), path, {"check_bank": "no", "note_bank": "One name on it."}, action=path)

    answer = priya.post(path, data={**late, **YES, "decision": "verify", "note_bank": "Saw two names."})

    assert answer.status_code == 409
    assert "Somebody else was here since you opened it" in answer.text
    assert "One name on it." in answer.text
    assert 'value="Saw two names."' in answer.text
    assert home("amina").state == "unverified"
    knowingly = form_to(answer.text, path).fields
    assert priya.post(path, data=knowingly).status_code == 303
    assert home("amina").state == "verified"


def test_words_for_what_somebody_else_decided_meanwhile_are_shown_to_who_wrote_them(as_, app, cast) -> None:
    found = home("amina")
    path = f"/verification/{found.ref}"
    priya = as_("priya")
    late = form_to(priya.get(path).text, path).fields
    with app.test_request_context():
        verified(home("amina"), cast["joyce"])

    answer = priya.post(path, data={**late, "decision": "refuse", "words": "My page of reasons."})

    assert answer.status_code == 409
    assert "It stands at: Verified." in answer.text
    assert "My page of reasons." in answer.text


def test_nobody_verifies_what_changed_while_they_read(app, cast) -> None:
    found = home("amina")
    read = found.version
    with app.test_request_context():
        rename(found, "Somebody Else Entirely", cast["amina"])
        with pytest.raises(Clash):
            verifying.judge(home("amina"), "verify", marks(), "", read, by=cast["joyce"])


def test_what_is_decided_is_not_decided_again(app, cast) -> None:
    with app.test_request_context():
        verified(home("amina"), cast["joyce"])
        for decision in ("verify", "refuse", "ask_more", "keep"):
            with pytest.raises(WrongState):
                judge(home("amina"), decision, cast["priya"], "Words.")


def test_of_sixteen_decisions_at_once_one_counts(app, cast, letters) -> None:
    found = home("amina")
    id, version = found.id, found.version
    officers = [cast["joyce"], cast["martin"], cast["priya"], cast["colin"]]
    ways = ["verify", "refuse", "ask_more", "keep"]

    def press(n: int) -> str:
        verifying.judge(again(id), ways[n % 4], marks(), "Words.", version, by=officers[n // 4])
        return ways[n % 4]

    came = at_once(app, [lambda n=n: press(n) for n in range(16)])

    won = [one for one in came if isinstance(one, str)]
    assert len(won) == 1
    assert {type(one).__name__ for one in came if not isinstance(one, str)} == {"Clash"}
    assert len(letters()) == (0 if won == ["keep"] else 1)
    assert home("amina").version == version + 1


def test_history_holds_codes_alone(app, cast) -> None:
    with app.test_request_context():
        judge(home("amina"), "ask_more", cast["joyce"], "Words for Amina.", **BANK)
    deed = db.session.scalars(select(Deed).where(Deed.verb == "ask_more")).one()
    assert deed.facts == {"missing": ["bank"], "version": 2}


def test_the_list_of_thirty_comes_in_pages(as_, cast) -> None:
    with action():
        for n in range(30):
            organisation(f"Group number {n:02}")
    first = as_("joyce").get("/verification").text
    further = next(line.split('href="')[1].split('"')[0] for line in first.splitlines() if 'rel="next"' in line)
    second = as_("joyce").get(further.replace("&amp;", "&")).text
    names = [f"Group number {n:02}" for n in range(30)]
    assert [name for name in names if (name in first) == (name in second)] == []


def test_the_due_date_stands_in_the_queue(as_, cast) -> None:
    found = home("amina")
    due = due_on(london_day(found.waiting_since))
    assert f"{due.day} {due:%B %Y}" in as_("joyce").get("/verification").text
