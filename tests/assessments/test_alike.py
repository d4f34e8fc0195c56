"""Applications that look like others are found, by who sent them and by their words; and nobody else is."""

import datetime as dt
from random import Random

import pytest
from sqlalchemy import delete, func, select, update

from portal.applications import actions as applying
from portal.applications.models import Application
from portal.assessments import alike_comparing, alike_looking, alike_settling
from portal.assessments.alike import Reason
from portal.assessments.alike_models import Look, Mark
from portal.db.session import action, db
from portal.history.models import Deed
from portal.jobs.registry import JOBS, PUMPS
from portal.kit.dates import utc_now
from tests.applications import drafts
from tests.assessments import builders, voices
from tests.assessments.alikes import between, look, reasons, sent, suspicions, waiting, write
from tests.organisations import twins

DAY = dt.timedelta(days=1)
POSTCODE = {"postcode": "LS14 6AA"}


def text(seed: int = 1) -> dict[str, str]:
    """What somebody wrote."""
    return voices.written(Random(seed))


def copy(seed: int = 1) -> dict[str, str]:
    """What somebody made of it."""
    return voices.near_copy(Random(seed + 100), text(seed))


def words(one: Application, other: Application) -> list[str]:
    """The kinds of reasons why two are suspected."""
    return [each.kind for each in reasons(one, other)]


def test_near_copies_are_found_among_others_and_nothing_else(app) -> None:
    rng, round_ = Random(4), builders.the_round()
    texts = [voices.written(rng) for _ in range(12)]
    applications = [sent(round_, each) for each in texts]
    copies = [sent(round_, voices.near_copy(rng, each)) for each in texts[:3]]
    look()
    found = {(each.first_id, each.second_id) for each in suspicions()}
    assert found == {(one.id, other.id) for one, other in zip(applications, copies, strict=False)}
    assert all(each.percent >= 70 for each in reasons(applications[0], copies[0]))
    assert waiting() == []


@pytest.mark.parametrize(
    ("one", "other", "expected", "is_weak"),
    [
        ({"phone": "0113 496 0000"}, {"main_contact_phone": "+44 113 496 0000"}, [Reason("phone")], False),
        (
            {"main_contact_email": "Ada@Example.org"},
            {"second_contact_email": "ada+2@example.org"},
            [Reason("email")],
            False,
        ),
        (POSTCODE, POSTCODE, [Reason("postcode", "LS14 6AA")], True),
        (
            POSTCODE | {"name_key": "seacroft circle"},
            POSTCODE | {"name_key": "seacroft circle"},
            [Reason("name"), Reason("postcode", "LS14 6AA")],
            False,
        ),
        ({"phone": "0113 496 0000"}, {"phone": "0113 496 0001"}, [], None),
        ({"phone": "none"}, {"phone": "none"}, [], None),
        ({"charity_number": "1187654"}, {"company_number": "01187654"}, [], None),
    ],
)
def test_who_sent_them_is_compared_in_every_place_where_it_stands(app, one, other, expected, is_weak) -> None:
    round_ = builders.the_round()
    first, second = sent(round_, **named(one)), sent(round_, **named(other))
    look()
    assert reasons(first, second) == expected
    assert [each.is_weak for each in suspicions()] == [is_weak] * len(expected and [1])


def named(facts: dict[str, str]) -> dict[str, str]:
    """The same, with a name where a contact has an address, as the database insists."""
    names = {f"{who}_contact_name": "Ada" for who in ("main", "second") if f"{who}_contact_email" in facts}
    if "main_contact_phone" in facts:
        names = {"main_contact_name": "Ada", "main_contact_email": "somebody@example.org"}
    return facts | names


def test_the_number_of_a_record_that_was_merged_is_its_organisations_too(app, cast) -> None:
    old = twins.record("Old name", charity="1187654")
    first = sent(builders.the_round(), home=twins.record("New name", leads=1))
    twins.merge(builders.db.session.get_one(builders.Organisation, first.organisation_id), old, cast["joyce"])
    second = sent(builders.the_round(), charity_number="1187654")
    look()
    assert reasons(first, second) == [Reason("charity", "1187654")]


def test_somebody_who_leads_both_and_an_address_in_the_answers_count(app) -> None:
    round_ = builders.the_round()
    one, other = builders.organisation("One"), builders.organisation("Other")
    leader = db.session.scalars(
        select(builders.TeamMember.person_id).where(builders.TeamMember.organisation_id == one.id)
    ).first()
    db.session.add(builders.TeamMember(organisation_id=other.id, person_id=leader, role="lead", joined_at=utc_now()))
    db.session.commit()
    first, second = sent(round_, home=one), sent(round_, home=other)
    third, fourth = sent(round_), sent(round_)
    with action() as session:
        for each, typed in ((third, "Ada@example.org "), (fourth, "ada@EXAMPLE.org")):
            session.add(section(each, "contacts", {"second_email": typed, "contact_phone": "call me"}))
    look()
    assert {(each.first_id, each.second_id) for each in suspicions()} == {(first.id, second.id), (third.id, fourth.id)}
    assert (words(first, second), words(third, fourth)) == (["email"], ["email"])


def section(application: Application, code: str, answers: dict[str, str]) -> builders.SectionAnswers:
    """A section of an application."""
    return builders.SectionAnswers(
        application_id=application.id,
        section=code,
        answers=answers,
        version=1,
        saved_at=utc_now(),
        saved_by=application.started_by,
        form="page",
    )


def test_what_many_have_tells_nothing_of_two(app) -> None:
    round_ = builders.the_round()
    there = [sent(round_, **POSTCODE, phone="0113 496 0000") for _ in range(12)]
    look()
    newest = sent(round_, **POSTCODE, phone="0113 496 0000")
    look()
    assert [each for each in suspicions() if newest.id in (each.first_id, each.second_id)] == []
    assert len(there) == 12


def test_a_paragraph_that_many_use_makes_nobody_a_suspect(app) -> None:
    rng, round_ = Random(11), builders.the_round()
    for _ in range(8):
        texts = voices.written(rng)
        sent(round_, texts | {"safe_online": voices.TEMPLATE + " " + texts["safe_online"]})
    look()
    assert suspicions() == []


def test_an_earlier_round_counts_for_two_years_and_ones_own_words_do_not(app) -> None:
    round_ = builders.the_round()
    recent, old, own = sent(round_, text()), sent(round_, text()), sent(round_, text())
    home = db.session.get_one(builders.Organisation, own.organisation_id)
    with action() as session:
        for each, days in ((recent, 700), (old, 800)):
            before = utc_now() - days * DAY
            session.execute(update(Application).where(Application.id == each.id).values(submitted_at=before))
        session.execute(update(Application).where(Application.id == own.id).values(state="withdrawn"))
    again = sent(round_, copy(), home=home)
    look()
    assert words(recent, again) == ["words"]
    assert (words(old, again), words(own, again)) == ([], [])


def test_what_was_withdrawn_or_is_being_written_is_held_against_nobody(app) -> None:
    round_ = builders.the_round()
    gone = sent(round_, text())
    look()
    with action() as session:
        session.execute(update(Application).where(Application.id == gone.id).values(state="withdrawn"))
    sent(round_, copy())
    look()
    assert suspicions() == []
    with action() as session:
        alike_looking.ask(session, session.get_one(Application, gone.id))
    look()
    assert db.session.scalar(select(func.count()).where(Mark.application_id == gone.id)) == 0


# --- When it is looked at ------------------------------------------------------------------------------------


def test_sending_one_puts_it_on_the_list_in_the_same_deed(app, cast) -> None:
    draft = drafts.filled(cast["amina"])
    assert waiting() == []
    applying.submit(draft, "Amina Yusuf", by=cast["amina"])
    assert waiting() == [draft.id]
    assert "alike" in PUMPS
    assert PUMPS["alike"]() == 1
    assert (PUMPS["alike"](), waiting()) == (0, [])


def test_what_was_sent_before_there_was_a_list_is_put_on_it_and_the_newest_comes_first(app) -> None:
    round_ = builders.the_round()
    older = [sent(round_) for _ in range(3)]
    with action() as session:
        session.execute(delete(Look))
        session.execute(update(Application).values(submitted_at=utc_now() - DAY))
    newest = sent(round_)
    assert JOBS["look_for_alike"].work() == 3
    assert JOBS["look_for_alike"].work() == 0
    assert waiting()[-1] == newest.id
    assert alike_looking.claim().id == newest.id
    assert set(waiting()) == {each.id for each in [*older, newest]}


def test_the_list_is_made_in_batches_until_all_are_on_it(app, monkeypatch) -> None:
    monkeypatch.setattr(alike_looking, "AT_A_TIME", 2)
    for _ in range(5):
        sent(builders.the_round())
    with action() as session:
        session.execute(delete(Look))
        session.execute(update(Application).values(submitted_at=utc_now() - DAY))
    assert alike_looking.ask_for_all() == 5
    assert len(waiting()) == 5


def test_one_that_says_something_else_now_is_looked_at_again_and_the_suspicion_lapses(app) -> None:
    round_ = builders.the_round()
    one, other = sent(round_, text()), sent(round_, copy())
    look()
    assert between(one, other).state == "open"
    with action() as session:
        write(session.get_one(Application, other.id), text(seed=2))
        session.execute(update(Application).where(Application.id == other.id).values(changed_at=utc_now()))
    assert alike_looking.ask_for_all() == 1
    assert look() == 1
    assert between(one, other).state == "lapsed"
    with action() as session:
        write(session.get_one(Application, other.id), copy())
        alike_looking.ask(session, session.get_one(Application, other.id))
    look()
    assert between(one, other).state == "open"
    assert [each.verb for each in deeds_of(between(one, other))] == ["find", "lapse", "find_more"]


def deeds_of(suspicion) -> list[Deed]:
    """What the history has of a suspicion."""
    question = select(Deed).where(Deed.subject == "suspicion", Deed.subject_id == suspicion.id)
    return list(db.session.scalars(question.order_by(Deed.id)))


def test_looking_twice_changes_nothing(app) -> None:
    round_ = builders.the_round()
    one, other = sent(round_, text(), **POSTCODE), sent(round_, copy(), **POSTCODE)
    look()
    before = between(one, other)
    first = (before.version, before.reasons, len(deeds_of(before)))
    with action() as session:
        for each in (one, other):
            alike_looking.ask(session, session.get_one(Application, each.id))
    assert look() == 2
    after = between(one, other)
    assert (after.version, after.reasons, len(deeds_of(after))) == first
    assert words(one, other) == ["words", "postcode"]


def test_a_worker_that_dies_over_it_leaves_it_to_another(app, clock) -> None:
    one, other = sent(builders.the_round(), text()), sent(builders.the_round(), copy())
    first, second = alike_looking.claim(), alike_looking.claim()
    assert {first.id, second.id} == {one.id, other.id}
    assert alike_looking.claim() is None
    with action() as session:
        alike_looking.leave_marks(session, second.id)
    clock.shift(alike_looking.LEASE + dt.timedelta(seconds=1))
    assert look() == 2
    assert words(one, other) == ["words"]


def test_one_that_cannot_be_looked_at_is_tried_again_later_and_holds_up_nobody(app, clock, monkeypatch) -> None:
    broken, sound = sent(builders.the_round()), sent(builders.the_round())
    comparing = alike_looking.found_for

    def fall_over(session, id, *rest):
        if id == broken.id:
            raise ValueError("a text that nobody has thought of")
        return comparing(session, id, *rest)

    monkeypatch.setattr(alike_looking, "found_for", fall_over)
    assert look() == 2
    assert waiting() == [broken.id]
    clock.shift(dt.timedelta(minutes=3))
    assert look() == 1
    clock.shift(dt.timedelta(minutes=3))
    assert look() == 0
    monkeypatch.undo()
    clock.shift(dt.timedelta(minutes=2))
    assert (look(), waiting()) == (1, [])
    assert sound.id not in waiting()


def test_whoever_asks_again_while_one_is_looked_at_is_not_forgotten(app, clock) -> None:
    one = sent(builders.the_round())
    taken = alike_looking.claim()
    clock.shift(dt.timedelta(seconds=5))
    with action() as session:
        alike_looking.ask(session, session.get_one(Application, one.id))
    alike_looking.look_at(taken)
    assert waiting() == [one.id]


# --- Records that are one ------------------------------------------------------------------------------------


def test_two_records_that_become_one_are_no_suspects_and_two_again_are(app, cast) -> None:
    round_ = builders.the_round()
    stays, goes = (twins.record(name, leads=1) for name in ("One", "One again"))
    one, other = sent(round_, text(), home=stays), sent(round_, copy(), home=goes)
    with action() as session:
        session.execute(update(Application).where(Application.id == other.id).values(state="not_eligible"))
    look()
    assert words(one, other) == ["words"]
    merged = twins.merge(stays, goes, cast["joyce"])
    assert len(waiting()) == 2
    look()
    assert between(one, other).state == "lapsed"
    twins.apart(merged, cast["joyce"])
    look()
    assert between(one, other).state == "open"


def test_one_organisation_with_two_applications_in_a_round_is_a_suspect(app, cast) -> None:
    round_ = builders.the_round()
    stays, goes = (twins.record(name, leads=1) for name in ("One", "One again"))
    one, other = (sent(round_, home=home, state="declined") for home in (stays, goes))
    look()
    assert suspicions() == []
    twins.merge(stays, goes, cast["joyce"])
    look()
    assert reasons(one, other) == [Reason("twice")]


# --- What an officer said, and what was found later -----------------------------------------------------------


def test_what_was_cleared_is_open_again_only_where_more_is_alike(app, cast) -> None:
    round_ = builders.the_round()
    one, other = sent(round_, text(), **POSTCODE), sent(round_, text(2), **POSTCODE)
    look()
    alike_settling.settle(between(one, other), "clear", "", between(one, other).version, by=cast["joyce"])
    with action() as session:
        alike_looking.ask(session, session.get_one(Application, other.id))
    look()
    assert between(one, other).state == "cleared"
    with action() as session:
        write(session.get_one(Application, other.id), copy())
        alike_looking.ask(session, session.get_one(Application, other.id))
    look()
    found = between(one, other)
    assert (found.state, found.is_weak, found.settled_by) == ("open", False, None)
    assert words(one, other) == ["words", "postcode"]


def test_only_the_weightiest_are_written_down_where_very_many_are_alike(app, monkeypatch) -> None:
    monkeypatch.setattr(alike_comparing, "NEW_MOST", 2)
    round_ = builders.the_round()
    for _ in range(4):
        sent(round_, **POSTCODE)
    strong = sent(round_, text())
    look()
    newest = sent(round_, copy(), **POSTCODE)
    look()
    mine = [each for each in suspicions() if newest.id in (each.first_id, each.second_id)]
    assert len(mine) == 2
    assert words(strong, newest) == ["words"]
