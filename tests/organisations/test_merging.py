"""Two records that are one organisation: merging as a pointer, what follows it, and taking apart."""

import datetime as dt

import pytest
from sqlalchemy import delete, select

from portal.applications import queries as applications
from portal.applications.models import Application
from portal.db.session import action, db
from portal.files.models import File
from portal.history.models import Deed
from portal.kit.dates import london_day, utc_now
from portal.kit.errors import Clash, Invalid, Moved, NotAllowed, NotThere, WrongState
from portal.organisations import actions as inviting
from portal.organisations import (
    check_queries,
    document_queries,
    documents,
    join_queries,
    merge_queries,
    merging,
    queries,
    requests,
    teams,
)
from portal.organisations.merging import CHANGED, HAS_RECORDS, NO_LEAD, NUMBER_TAKEN
from portal.organisations.models import Document, JoinRequest, Merge, Organisation, TeamInvitation, TeamMember
from portal.organisations.papers import SORTS
from portal.organisations.queries import someone_for
from portal.permissions import Role
from tests.assessments import steps
from tests.files.steps import give, look_at_all, upload
from tests.organisations.twins import WHY, again, apart, join, merge, record, standing_merge
from tests.organisations.walking import home, person_ref, verified
from tests.reader import form_to

TABLETS = "Hyde Park Tea & Tablets"


def test_a_merge_is_a_pointer_and_rewrites_no_row(app, cast) -> None:
    tea, twin = home("amina"), record(TABLETS, charity="7654321")
    nadia = join(twin)
    rows = select(TeamMember.id, TeamMember.organisation_id, TeamMember.role).order_by(TeamMember.id)
    before = db.session.execute(rows).all()

    found = merge(tea, twin, cast["joyce"])

    assert db.session.execute(rows).all() == before
    assert again(twin).merged_into_id == tea.id
    assert (found.because, found.merged_by) == (WHY, cast["joyce"].person_id)
    assert someone_for(nadia.email).place.ref == tea.ref
    deeds = {row.subject_id: row.verb for row in db.session.scalars(select(Deed).where(Deed.subject == "organisation"))}
    assert deeds[tea.id] == "take_in"
    assert deeds[twin.id] == "merge"


def test_people_of_both_are_one_team_once_each_with_the_higher_role(app, cast) -> None:
    tea, twin = home("amina"), record(TABLETS)
    join(twin, cast["tom"], Role.LEAD)  # a member of the other one
    join(twin, cast["amina"], Role.MEMBER)
    nadia = join(twin, role=Role.MEMBER)

    merge(tea, twin, cast["joyce"])

    rows = queries.team_of(tea.id).rows
    team = {row.email: row.role for row in rows}
    assert len(rows) == len(team)
    assert (team[cast["tom"].email], team[cast["amina"].email]) == ("lead", "lead")
    assert team[nadia.email] == "member"
    tom = someone_for(cast["tom"].email)
    assert [(place.ref, place.role) for place in tom.places] == [(tea.ref, Role.LEAD)]
    assert [person.email for person in queries.leads_of(tea.id)].count(cast["amina"].email) == 1
    assert queries.leads_of_all([twin.id, tea.id])[twin.id] == queries.leads_of_all([tea.id])[tea.id]
    assert [each.ref for each in queries.for_person(tom.person_id)] == [tea.ref]


def test_who_acted_for_the_record_acts_for_the_one_that_stays(app, as_, send, cast) -> None:
    tea, twin = home("amina"), record(TABLETS)
    join(twin, cast["ben"], Role.MEMBER)  # he is in two teams besides
    ben = as_("ben")
    send(ben, "/account", action=f"/organisations/{twin.ref}/switch")
    assert ben.get(f"/organisations/{twin.ref}").status_code == 200

    merge(tea, twin, cast["joyce"])

    answer = ben.get(f"/organisations/{twin.ref}")
    assert (answer.status_code, answer.location) == (302, f"/organisations/{tea.ref}")
    page = ben.get(f"/organisations/{tea.ref}").text
    assert tea.name in page
    assert f"Also known here as: {TABLETS.replace('&', '&amp;')}." in page


def test_old_addresses_lead_there_with_what_was_typed_and_nobody_else_anywhere(as_, cast) -> None:
    tea, twin = home("amina"), record(TABLETS)
    merge(tea, twin, cast["joyce"])

    amina = as_("amina")
    assert amina.get(f"/organisations/{twin.ref}/team?after=").location == f"/organisations/{tea.ref}/team?after="
    form = steps.keys(amina)
    sent = amina.post(f"/organisations/{twin.ref}/details", data={**form, "name": "Typed"})
    assert (sent.status_code, sent.location) == (307, f"/organisations/{tea.ref}/details")
    assert as_("grace").get(f"/organisations/{twin.ref}").status_code == 404
    assert as_("joyce").get(f"/verification/{twin.ref}").location == f"/verification/{tea.ref}"
    assert as_("amina").get(f"/verification/{twin.ref}").status_code == 403


def test_it_leaves_every_list_and_is_found_under_its_old_name_and_number(app, cast) -> None:
    tea, twin = home("amina"), record("Chapeltown Chips Online", charity="7654321")
    assert twin.id in {row.id for row in check_queries.in_state(cast["joyce"], "unverified", size=500).rows}

    merge(tea, twin, cast["joyce"])

    assert twin.id not in {row.id for row in check_queries.in_state(cast["joyce"], "unverified", size=500).rows}
    for text in ("Chapeltown chips", "7654321", tea.name):
        assert [row.ref for row in join_queries.found(text)][:1] == [tea.ref]
    assert join_queries.twin_of("Chapeltown Chips Online") == tea.id
    assert queries.with_number("charity_number", "7654321") == tea.id
    with pytest.raises(Moved):
        join_queries.one_to_join(twin.ref)


def test_applications_and_documents_of_both_are_in_one_place(app, cast) -> None:
    tea, twin = home("amina"), record(TABLETS, leads=1)
    round_ = steps.closed_round()
    with action():
        theirs = steps.builders.application(round_, twin, state="declined")

    merge(tea, twin, cast["joyce"])

    amina = someone_for(cast["amina"].email)
    found = applications.one_for(amina, theirs.ref)
    assert (found.organisation.ref, found.organisation_id, found.owner_id) == (tea.ref, twin.id, tea.id)
    assert theirs.ref in {row.ref for row in applications.for_organisation(amina).rows}
    for state in ("not_eligible", "draft"):
        with action() as session:
            session.execute(delete(Application).where(Application.organisation_id == tea.id))
            steps.builders.application(round_, tea, state=state)
        found = applications.live(round_.id, twin.id)
        assert found is not None
        assert found.ref == theirs.ref, f"the one of the two that is {state} went no further"
    with pytest.raises(NotThere):
        applications.one_for(cast["grace"], theirs.ref)


def test_of_two_documents_the_newer_counts_and_neither_stays_when_it_is_taken_back(app, clock, cast) -> None:
    tea, twin = home("amina"), record(TABLETS)
    nadia = join(twin)
    with app.test_request_context():
        give(cast["amina"])
        clock.shift(60)
        with upload() as sent:
            documents.give(again(twin), SORTS["governing"], sent, None, "", by=nadia)
    look_at_all()
    newer = db.session.scalars(select(Document).where(Document.organisation_id == twin.id)).one().ref

    merge(tea, twin, cast["joyce"])

    held = {each.sort.code: each.document for each in document_queries.held(again(tea)) if each.document}
    assert [document.ref for document in held.values()] == [newer]
    assert [document.ref for document in document_queries.usable(tea.id)] == [newer]
    assert merge_queries.documents([tea.id])[0].sort == "governing"
    documents.take_back(again(tea), SORTS["governing"], newer, by=someone_for(cast["tom"].email))
    assert document_queries.usable(tea.id) == []
    assert db.session.scalars(select(Document).where(Document.ended_at.is_(None))).all() == []


@pytest.mark.parametrize("why", ["not checked yet", "infected", "out of date"])
def test_a_newer_document_that_nobody_can_use_hides_no_useful_one(app, clock, cast, why: str) -> None:
    tea, twin = home("amina"), record(TABLETS)
    nadia = join(twin)
    with app.test_request_context():
        useful = give(cast["amina"], "insurance", ends=london_day(utc_now()) + dt.timedelta(days=90)).ref
        look_at_all()
        clock.shift(60)
        with upload() as sent:
            ends = london_day(utc_now()) + dt.timedelta(days=40)
            newer = documents.give(again(twin), SORTS["insurance"], sent, ends, "", by=nadia)
    if why == "infected":
        with action() as session:
            session.get_one(File, newer.file_id).state = "infected"
    elif why == "out of date":
        look_at_all()
        clock.shift(dt.timedelta(days=42))  # the day after its last, and one more for an hour that clocks go back

    merge(tea, twin, cast["joyce"])

    found = document_queries.one(again(tea), "insurance")
    assert (found.document.ref, found.is_ready, found.is_over) == (useful, True, False)
    assert [document.ref for document in document_queries.usable(tea.id)] == [useful]
    assert [row.expires_on for row in merge_queries.documents([tea.id])] == [found.document.expires_on]
    with pytest.raises(Clash):
        documents.take_back(again(tea), SORTS["insurance"], newer.ref, by=someone_for(cast["tom"].email))
    documents.take_back(again(tea), SORTS["insurance"], useful, by=someone_for(cast["tom"].email))
    assert document_queries.one(again(tea), "insurance").document is None


def test_what_they_asked_of_each_other_is_answered_by_the_merge(app, cast) -> None:
    tea, twin = home("amina"), record(TABLETS)
    nadia = join(twin)
    asked = requests.ask(tea, "It is mine as well.", by=nadia)
    other = requests.ask(twin, "", by=cast["grace"])

    merge(tea, twin, cast["joyce"])

    assert db.session.get_one(JoinRequest, asked.id).state == "accepted"
    assert [row.ref for row in join_queries.waiting_for_lead(tea.id)] == [other.ref]
    amina = someone_for(cast["amina"].email)
    requests.accept(tea, other.ref, Role.MEMBER, by=amina)
    assert tea.ref in {place.ref for place in someone_for(cast["grace"].email).places}


def test_the_last_lead_of_both_stays_and_roles_change_in_both(app, cast) -> None:
    tea, twin = home("amina"), record(TABLETS)
    join(twin, cast["amina"], Role.MEMBER)
    nadia = join(twin)
    merge(tea, twin, cast["joyce"])
    amina = someone_for(cast["amina"].email)

    teams.leave(again(tea), by=someone_for(nadia.email))
    assert someone_for(nadia.email).places == ()
    with pytest.raises(WrongState):
        teams.leave(again(tea), by=amina)
    with pytest.raises(WrongState):
        teams.change_role(again(tea), person_ref(amina), Role.MEMBER, by=amina)
    teams.change_role(again(tea), person_ref(cast["tom"]), Role.LEAD, by=amina)
    teams.leave(again(tea), by=amina)
    assert someone_for(cast["amina"].email).places == ()


def test_nobody_merges_without_the_right_without_a_reason_or_close_to_one_of_them(app, cast) -> None:
    tea, twin = home("amina"), record(TABLETS)
    for by in (cast["amina"], cast["ruth"], cast["wei"]):
        with pytest.raises(NotAllowed):
            merge(tea, twin, by)
    with pytest.raises(Invalid) as refused:
        merge(tea, twin, cast["joyce"], because="")
    assert set(refused.value.errors) == {"because"}
    join(twin, cast["joyce"])
    with pytest.raises(NotAllowed):
        merge(tea, twin, someone_for(cast["joyce"].email))
    with pytest.raises(NotThere):
        merge(tea, tea, cast["priya"])
    assert db.session.scalars(select(Merge)).all() == []


def test_who_read_an_older_page_is_told_and_nothing_is_merged(app, cast) -> None:
    tea, twin = home("amina"), record(TABLETS)
    read = {each.ref: each.version for each in (tea, twin)}
    verified(twin, cast["priya"])

    with pytest.raises(Clash) as refused:
        merging.merge(tea, twin, WHY, read, by=cast["joyce"])

    assert refused.value.sentence.msgid == CHANGED
    assert again(twin).merged_into_id is None


def test_chains_and_circles_are_refused_with_the_way_out(app, cast) -> None:
    tea, twin, third = home("amina"), record(TABLETS), record("Hyde Park Tablets")
    merge(tea, twin, cast["joyce"])

    with pytest.raises(WrongState) as refused:
        merge(third, tea, cast["joyce"])
    assert refused.value.sentence.msgid == HAS_RECORDS
    for stays, goes in ((twin, third), (twin, tea), (third, twin)):
        with pytest.raises(Clash):
            merge(stays, goes, cast["joyce"])
    merge(tea, third, cast["joyce"])
    assert {row.name for row in merge_queries.leads_and_merged(again(tea))[1]} == {twin.name, third.name}


def test_the_leads_of_both_are_written_to_once_each(app, cast, letters) -> None:
    tea, twin = home("amina"), record(TABLETS)
    nadia = join(twin)
    join(twin, cast["amina"])

    found = merge(tea, twin, cast["joyce"])

    assert sorted(one.to_address for one in letters()) == sorted([cast["amina"].email, nadia.email])
    assert all(WHY in one.text and tea.name in one.subject for one in letters())
    apart(found, cast["priya"], "Two committees.")
    told = [one for one in letters() if one.template == "organisations/mail/taken_apart"]
    assert sorted(one.to_address for one in told) == sorted([cast["amina"].email, nadia.email])
    assert all("Two committees." in one.text for one in told)


def test_taking_apart_gives_each_its_own_and_leaves_what_was_made_meanwhile(app, cast) -> None:
    tea, twin = home("amina"), record(TABLETS, charity="7654321")
    nadia = join(twin)
    found = merge(tea, twin, cast["joyce"])
    amina = someone_for(cast["amina"].email)
    requests.ask(again(tea), "", by=cast["grace"])
    [asked] = join_queries.waiting_for_lead(tea.id)
    requests.accept(again(tea), asked.ref, Role.MEMBER, by=amina)
    assert [str(line) for line in merge_queries.made_since(again(tea), found.merged_at)] == [
        f"In the team: {cast['grace'].name}"
    ]

    apart(found, cast["priya"])

    assert again(twin).merged_into_id is None
    assert [place.ref for place in someone_for(nadia.email).places] == [twin.ref]
    assert {place.ref for place in someone_for(cast["grace"].email).places} == {tea.ref, cast["grace"].place.ref}
    assert [row.ref for row in join_queries.found("7654321")] == [twin.ref]
    told = db.session.get_one(Merge, found.id)
    assert (told.apart_by, told.apart_because) == (cast["priya"].person_id, "They are two groups.")
    merge(tea, again(twin), cast["joyce"])
    assert standing_merge(twin).id != found.id


def test_taking_apart_is_refused_where_it_would_break_a_rule(app, cast) -> None:
    tea, twin = home("amina"), record(TABLETS, charity="7654321")
    nadia = join(twin)
    found = merge(tea, twin, cast["joyce"])
    amina = someone_for(cast["amina"].email)
    teams.change_role(again(tea), person_ref(nadia), Role.MEMBER, by=amina)

    with pytest.raises(WrongState) as refused:
        apart(found, cast["joyce"])
    assert refused.value.sentence.msgid == NO_LEAD
    assert "Nadia" in str(refused.value.sentence)
    teams.change_role(again(tea), person_ref(nadia), Role.LEAD, by=amina)
    with action() as session:
        session.get_one(Organisation, tea.id).charity_number = "7654321"
    with pytest.raises(WrongState) as refused:
        apart(found, cast["joyce"])
    assert refused.value.sentence.msgid == NUMBER_TAKEN
    with pytest.raises(Invalid):
        with action() as session:
            session.get_one(Organisation, tea.id).charity_number = None
        apart(found, cast["joyce"], "")
    apart(found, cast["joyce"])
    with pytest.raises(Clash):
        merging.take_apart(found, "Again.", again(tea).version, by=cast["joyce"])


def test_a_third_record_brings_its_lead_to_the_one_that_stays(app, cast) -> None:
    tea, twin, third = home("amina"), record(TABLETS), record("Hyde Park Tablets")
    join(twin)
    kay = join(third, name="Kay")
    found = merge(tea, twin, cast["joyce"])
    merge(tea, third, cast["joyce"])
    teams.leave(again(tea), by=someone_for(cast["amina"].email))

    apart(found, cast["joyce"])

    assert {row.email for row in queries.team_of(tea.id).rows if row.role == "lead"} == {kay.email}


@pytest.mark.parametrize("direction", ["the record goes", "the record stays"])
def test_who_was_invited_by_somebody_who_goes_does_not_come_in(app, cast, direction: str) -> None:
    tea, twin = home("amina"), record(TABLETS)
    nadia = join(twin)
    found = merge(*((twin, tea) if direction == "the record goes" else (tea, twin)), cast["joyce"])
    amina = someone_for(cast["amina"].email)
    for email, by in (("one@example.org", someone_for(nadia.email)), ("two@example.org", amina)):
        inviting.invite(again(db.session.get_one(Organisation, found.into_id)), email, Role.LEAD, by=by)

    apart(found, cast["priya"])

    stays = {"the record goes": "one@example.org", "the record stays": "two@example.org"}[direction]
    living = select(TeamInvitation.email).where(TeamInvitation.ended_at.is_(None))
    assert db.session.scalars(living).all() == [stays]


def test_one_application_each_stands_in_the_way_until_one_is_gone(app, cast) -> None:
    tea, twin = home("amina"), record(TABLETS, leads=1)
    round_ = steps.closed_round()
    steps.sent_by("amina", round_, state="assessing")
    with action():
        theirs = steps.builders.application(round_, twin, state="submitted")

    with pytest.raises(WrongState) as refused:
        merge(tea, twin, cast["joyce"])
    assert "each organisation can have one" in str(refused.value.sentence)
    with action() as session:
        session.merge(theirs).state = "not_eligible"
    merge(tea, twin, cast["joyce"])


def test_two_that_were_both_decided_are_no_obstacle(app, cast) -> None:
    tea, twin = home("amina"), record(TABLETS, leads=1)
    round_ = steps.closed_round()
    steps.sent_by("amina", round_, state="funded")
    with action():
        steps.builders.application(round_, twin, state="declined")
    merge(tea, twin, cast["joyce"])


def test_the_state_of_the_check_is_that_of_the_one_that_stays(app, cast) -> None:
    tea, twin = verified(home("amina"), cast["priya"]), record(TABLETS)
    assert not check_queries.is_verified(twin.id)
    merge(tea, twin, cast["joyce"])
    assert check_queries.is_verified(twin.id)
    assert check_queries.is_verified(tea.id)
    assert document_queries.held(again(tea))
    assert db.session.scalars(select(Document)).all() == []


def test_a_number_finds_its_own_and_not_those_that_have_none(app, cast) -> None:
    record("Chapeltown Chips Online")
    assert join_queries.found("OC301234") == []


def test_the_second_of_two_officers_is_told_that_it_is_done(as_, send, cast) -> None:
    tea, twin = home("amina"), record(TABLETS)
    joyce, priya = as_("joyce"), as_("priya")
    path = f"/verification/{tea.ref}/same/{twin.ref}"
    typed = {"stays": tea.ref, "because": WHY}
    other = form_to(priya.get(path).text, path)

    assert send(joyce, path, typed, action=path).location == f"/verification/{tea.ref}"
    late = priya.post(path, data={**other.fields, **typed})
    assert (late.status_code, late.location) == (307, f"/verification/{tea.ref}/same/{tea.ref}")
    late = priya.post(late.location, data={**other.fields, **typed}, follow_redirects=True)
    assert "These two are one already." in late.text

    apart_at = f"/verification/{tea.ref}/merged/{standing_merge(again(twin)).ref}"
    second = form_to(priya.get(apart_at).text, apart_at)
    assert send(joyce, apart_at, {"because": "Two."}, action=apart_at).status_code == 303
    late = priya.post(apart_at, data={**second.fields, "because": "Two."}, follow_redirects=True)
    assert "These two are two again already." in late.text


def test_what_was_typed_stays_where_somebody_changed_one_of_the_two(as_, cast) -> None:
    tea, twin = home("amina"), record(TABLETS)
    joyce = as_("joyce")
    path = f"/verification/{tea.ref}/same/{twin.ref}"
    form = form_to(joyce.get(path).text, path)
    verified(twin, cast["priya"])

    answer = joyce.post(path, data={**form.fields, "stays": tea.ref, "because": WHY})

    assert answer.status_code == 409
    assert "Somebody else changed one of the two" in answer.text
    assert f"{WHY}</textarea>" in answer.text
    again_there = form_to(answer.text, path)
    assert joyce.post(path, data=again_there.fields).status_code == 303
    assert again(twin).merged_into_id == tea.id


def test_what_one_has_much_of_hides_nothing_of_the_other(app, cast) -> None:
    there, other = home("amina"), record(TABLETS)
    for number in range(merge_queries.TEAM_MOST + 5):
        join(there, role=Role.MEMBER, name=f"Crowd {number}")
    join(other, name="Late")

    of_there, of_other = merge_queries.sides(there, other)

    assert len(of_there.team) == merge_queries.TEAM_MOST
    assert [row.name for row in of_other.team] == ["Late"]
