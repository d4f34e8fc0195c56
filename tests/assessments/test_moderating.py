"""Points that lie far apart: a note in the place of a third reviewer, by somebody who scores none of it."""

import pytest
from sqlalchemy import delete, select, update
from sqlalchemy.exc import DatabaseError

from portal.applications.models import Application
from portal.assessments import actions, moderating, moderation_queries, rescoring
from portal.assessments.models import Moderation, Standing
from portal.db.session import action, db
from portal.kit.errors import Clash, Invalid, NotAllowed, NotThere, WrongState
from portal.permissions import Someone
from tests.assessments import builders, steps

NOTE = {"need": "One looked at the ward figures, the other at the street. Both are right."}


def apart(cast, *, third: bool = False) -> Application:
    """An application whose two readers lie far apart on need alone; Hannah is asked to be the third, or nobody is."""
    round_ = steps.closed_round()
    [application] = steps.sent(round_, 1, "assessing")
    steps.declared(round_, cast, "ruth", "daniel")
    actions.share_out(round_, by=cast["joyce"])
    if third:
        steps.declared(round_, cast, "hannah")
    first, second = steps.readings(application)
    steps.finished(first, cast, {"need": 1}, "Few are reached.")
    steps.finished(second, cast, {"need": 4}, "Many are reached.")
    return db.session.get_one(Application, application.id)


def notes() -> list[Moderation]:
    """Every note there is."""
    db.session.rollback()
    return list(db.session.scalars(select(Moderation)))


def both_roles(who: Someone) -> Someone:
    """An approver who scores as well."""
    with action() as session:
        session.add(builders.CouncilRole(person_id=who.person_id, role="reviewer", given_at=builders.utc_now()))
    found = builders.someone_for(who.email)
    assert found is not None
    return found


def test_a_note_lets_it_go_on_with_the_mean(app, cast) -> None:
    application = apart(cast)
    assert steps.state_of(application) == "assessing"
    moderating.moderate(application, {"need": "  Both are right. "}, by=cast["joyce"])
    [note] = notes()
    assert (note.notes, note.written_by) == ({"need": "Both are right."}, cast["joyce"].person_id)
    standing = db.session.scalars(select(Standing)).one()
    assert (steps.state_of(application), standing.points) == ("scored", round((240 + 330) / 2))
    [deed] = steps.deeds("moderate")
    assert (deed.subject, deed.actor_id, deed.facts) == ("moderation", cast["joyce"].person_id, {"criteria": ["need"]})


def test_words_are_wanted_on_each_criterion_and_not_without_end(app, cast) -> None:
    application = apart(cast)
    for words in ({}, {"need": "   "}, {"plan": "Fine."}, {"need": "x" * 5001}):
        with pytest.raises(Invalid) as refused:
            moderating.moderate(application, words, by=cast["joyce"])
        assert list(refused.value.errors) == ["note-need"]
    assert (notes(), steps.state_of(application)) == ([], "assessing")


def test_a_third_who_was_asked_is_called_off_and_told(app, cast, as_, letters) -> None:
    application = apart(cast, third=True)
    third = steps.readings(application)[2]
    path, before = f"/review/assessments/{third.ref}", len(letters())
    assert as_("hannah").get(path).status_code == 200
    moderating.moderate(application, NOTE, by=cast["joyce"])
    assert [each.state for each in steps.readings(application)] == ["finished", "finished", "stood_down"]
    [letter] = letters()[before:]
    assert (letter.to_address, letter.template) == (cast["hannah"].email, "assessments/mail/called_off")
    assert application.ref in letter.text
    assert "apart" not in letter.text
    assert as_("hannah").get(path).status_code == 404
    assert db.session.scalars(select(Standing)).one().points == round((240 + 330) / 2)


def test_neither_readers_nor_those_who_might_be_asked_write_it(app, cast) -> None:
    application = apart(cast)
    reader = steps.reader_of(steps.readings(application)[0], cast)
    with action() as session:
        session.add(builders.CouncilRole(person_id=reader.person_id, role="approver", given_at=builders.utc_now()))
    with pytest.raises(NotAllowed):
        moderating.moderate(application, NOTE, by=builders.someone_for(reader.email))
    for other in (both_roles(cast["joyce"]), cast["hannah"], cast["priya"], cast["wei"]):
        with pytest.raises((NotAllowed, NotThere)):
            moderating.moderate(application, NOTE, by=other)
    assert notes() == []


def test_who_once_scored_it_and_no_longer_does_writes_no_note(app, cast) -> None:
    """They gave their role as a reviewer back, and are an approver now."""
    application = apart(cast)
    reader = steps.reader_of(steps.readings(application)[0], cast)
    with action() as session:
        role = session.get(builders.CouncilRole, (reader.person_id, "reviewer"))
        session.delete(role)
        session.add(builders.CouncilRole(person_id=reader.person_id, role="approver", given_at=builders.utc_now()))
    now = builders.someone_for(reader.email)
    assert moderation_queries.may_moderate(now)
    with pytest.raises(NotAllowed, match="You read this application yourself"):
        moderating.moderate(application, NOTE, by=now)


def test_nobody_in_conflict_writes_it(app, cast, as_) -> None:
    application = apart(cast)
    organisation = db.session.get_one(builders.Organisation, application.organisation_id)
    actions.declare(builders.the_round(), [organisation.ref], by=cast["joyce"])
    with pytest.raises(NotThere):
        moderating.moderate(application, NOTE, by=cast["joyce"])
    assert as_("joyce").get(f"/review/applications/{application.ref}/moderation").status_code == 404
    moderating.moderate(application, NOTE, by=cast["martin"])


def test_no_note_while_somebody_scores_or_nothing_lies_apart(app, cast) -> None:
    round_ = steps.closed_round()
    [application] = steps.sent(round_, 1, "assessing")
    steps.declared(round_, cast, "ruth", "daniel")
    actions.share_out(round_, by=cast["joyce"])
    first, second = steps.readings(application)

    def refused() -> None:
        with pytest.raises(WrongState):
            moderating.moderate(db.session.get_one(Application, application.id), NOTE, by=cast["joyce"])

    refused()
    steps.finished(first, cast, 3)
    refused()
    steps.finished(second, cast, 5)
    rescoring.take_back(first, by=steps.reader_of(first, cast))
    refused()
    with action() as session:
        session.get_one(Application, application.id).state = "withdrawn"
    refused()
    assert notes() == []


def test_a_note_is_written_on_the_scores_that_were_read(app, cast) -> None:
    application = apart(cast)
    seen = moderation_queries.matter(application, by=cast["joyce"]).stamp
    first = steps.readings(application)[0]
    rescoring.take_back(first, by=steps.reader_of(first, cast))
    kept = actions.marks.rows_of(first)
    typed = {code: actions.Typed(actions.marks.Mark(2, "More."), "") for code in kept}
    for code, row in kept.items():
        typed[code] = actions.Typed(typed[code].mark, actions.marks.kept_of(row).stamp())
    actions.finish(first, typed, "page", by=steps.reader_of(first, cast))
    with pytest.raises(Clash):
        moderating.moderate(application, NOTE, by=cast["joyce"], seen=seen)
    now = moderation_queries.matter(db.session.get_one(Application, application.id), by=cast["joyce"])
    moderating.moderate(application, NOTE, by=cast["joyce"], seen=now.stamp)


def test_the_database_refuses_to_change_a_note(app, cast) -> None:
    moderating.moderate(apart(cast), NOTE, by=cast["joyce"])
    for statement in (update(Moderation).values(notes={}), delete(Moderation)):
        with pytest.raises(DatabaseError, match="moderations is append-only"):
            db.session.execute(statement)
        db.session.rollback()


# On the pages


def test_the_queue_leads_to_both_ways(app, cast, as_) -> None:
    application = apart(cast)
    page = as_("joyce").get(f"/review/applications/{application.ref}").get_data(as_text=True)
    assert "Nobody is free" in page
    assert f"/review/applications/{application.ref}/moderation" in page
    steps.declared(builders.the_round(), cast, "hannah")
    page = as_("joyce").get(f"/review/applications/{application.ref}").get_data(as_text=True)
    assert "Give it to them" in page
    there = as_("joyce").get(f"/review/applications/{application.ref}/moderation").get_data(as_text=True)
    assert "1 reviewer is free to read it." in there
    assert application.ref in as_("joyce").get("/inbox?queue=needs_third").get_data(as_text=True)


def test_what_was_typed_is_kept_and_the_note_stands_beside_the_scores(app, cast, as_, send) -> None:
    application = apart(cast)
    readings = steps.readings(application)
    path = f"/review/applications/{application.ref}/moderation"
    joyce = as_("joyce")
    page = joyce.get(path).get_data(as_text=True)
    assert ("Few are reached." in page, "Many are reached." in page) == (True, True)
    refused = send(joyce, path, {"note-need": ""}, action=path)
    assert refused.status_code == 422
    assert 'href="#note-need"' in refused.get_data(as_text=True)
    stale = send(joyce, path, {"note-need": "Both are right.", "seen": "0" * 16}, action=path)
    assert (stale.status_code, "Both are right." in stale.get_data(as_text=True)) == (409, True)
    answer = send(joyce, path, {"note-need": "Both are right."}, action=path)
    assert answer.status_code == 303
    keys = {cast[key].person_id: key for key in steps.REVIEWERS}
    for client, at in (
        (joyce, f"/review/applications/{application.ref}"),
        (as_("martin"), f"/review/applications/{application.ref}/decision"),
        (as_(keys[readings[0].reviewer_id]), f"/review/assessments/{readings[0].ref}"),
    ):
        told = client.get(at).get_data(as_text=True)
        assert ("Both are right." in told, "in the place of a third reviewer" in told) == (True, True), at
    assert joyce.get(path).status_code == 409
    assert "wrote a note on points that lay far apart" in as_("helen").get("/history?kind=moderation").get_data(
        as_text=True
    )


def test_a_reviewer_learns_nothing_from_the_page(app, cast, as_) -> None:
    application = apart(cast)
    path = f"/review/applications/{application.ref}/moderation"
    for key in (*steps.REVIEWERS, "priya", "helen", "wei"):
        assert as_(key).get(path).status_code == 403, key
    both_roles(cast["joyce"])
    page = as_("joyce").get(path)
    assert (page.status_code, "are reached" in page.get_data(as_text=True)) == (403, False)
    assert path not in as_("joyce").get(f"/review/applications/{application.ref}").get_data(as_text=True)
