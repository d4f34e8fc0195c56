"""What the council finds things by is kept in step with what stands there, by every verb that changes it."""

from collections.abc import Callable
from contextlib import suppress

import pytest
from sqlalchemy import select, text

from portal.accounts import actions as accounts
from portal.accounts.models import Person
from portal.applications import actions
from portal.applications.words import EVERYTHING, WORDS
from portal.assessments import actions as assessments
from portal.db.session import action, db
from portal.kit.errors import WrongState
from portal.kit.finding import asked
from portal.organisations import actions as organisations
from portal.organisations import teams, words
from portal.organisations.models import Organisation
from portal.organisations.rules import Details
from portal.organisations.words import BY_ALL, BY_NAME
from portal.permissions import Role, Someone
from tests.applications import drafts
from tests.applications.test_keying import club, typed
from tests.assessments import builders, steps
from tests.desk.searching import (
    due_of_applications,
    due_of_organisations,
    found,
    kept_of_applications,
    kept_of_organisations,
    sent,
)
from tests.organisations import twins
from tests.organisations.walking import home

Cast = dict[str, Someone]


def test_an_application_has_its_words_from_the_deed_that_sends_it(app, cast: Cast) -> None:
    draft = drafts.filled(cast["amina"])
    assert kept_of_applications() == {}, "a draft has none"
    actions.submit(draft, "Amina Yusuf", by=cast["amina"])
    naming, rest = kept_of_applications()[draft.id]
    assert kept_of_applications() == due_of_applications()
    assert "tea cake and tablets" in naming
    assert "tom barker example org" in naming
    assert "every tuesday two helpers and one tea urn" in rest
    assert {"amina", "barker", "cake"} & set(rest.split()) == set(), "whose it is stands apart"


def test_one_that_is_typed_in_has_them_too_and_a_refused_deed_leaves_none(app, cast: Cast) -> None:
    draft = typed(cast["leanne"], whose=club(cast["leanne"]))
    actions.submit(draft, "Betty Wood", by=cast["leanne"])
    kept = kept_of_applications()
    assert kept == due_of_applications()
    assert set(kept) == {draft.id}
    with pytest.raises(WrongState):
        actions.submit(draft, "Betty Wood", by=cast["leanne"])
    assert kept_of_applications() == kept


def test_what_is_withdrawn_or_decided_stays_to_be_found(app, cast: Cast, as_) -> None:
    draft = drafts.sent(cast["amina"])
    kept = kept_of_applications()
    actions.withdraw(draft, "We found another grant.", by=cast["amina"])
    assert kept_of_applications() == kept == due_of_applications()
    assert found(as_("joyce"), "tuesday helpers") == [draft.ref]
    [other] = steps.sent(builders.the_round())
    assessments.find_eligible(other, by=cast["joyce"])
    assert set(kept_of_applications()) == {draft.id}


def register(cast: Cast) -> None:
    """Register an organisation, as somebody new."""
    organisations.register(drafts_details("Kettle Club"), by=twins.join(home("marcia")))


def drafts_details(name: str):
    """What is typed of an organisation."""
    return Details(name=name, legal_form="group", address="1 Wool Lane", postcode="LS8 5AA")


def rename_organisation(cast: Cast) -> None:
    """Let one have another name."""
    with action() as session:
        session.get_one(Organisation, home("amina").id).name = "Samovar Circle"


def name_contacts(cast: Cast) -> None:
    """Let one name somebody else."""
    with action() as session:
        its = session.get_one(Organisation, home("amina").id)
        its.main_contact_name, its.main_contact_email = "Zoë Bell", "zoe@example.org"


def rename_person(cast: Cast) -> None:
    """A lead says another name."""
    accounts.rename("Amina Yusuf-Khan", by=cast["amina"])


def make_lead(cast: Cast) -> None:
    """A member becomes a lead."""
    ben = cast["ben"]
    ref = db.session.get_one(Person, ben.person_id).ref
    teams.change_role(home("grace"), ref, Role.LEAD, by=cast["grace"])


def leave(cast: Cast) -> None:
    """A lead leaves a team that has another."""
    make_lead(cast)
    teams.leave(home("grace"), by=cast["grace"])


def merge(cast: Cast) -> None:
    """Two records turn out to be one organisation."""
    twins.merge(home("grace"), twins.record("Spout Society", leads=1), cast["martin"])


VERBS = (register, rename_organisation, name_contacts, rename_person, make_lead, leave, merge)


@pytest.mark.parametrize("verb", VERBS, ids=lambda verb: verb.__name__)
def test_every_verb_keeps_an_organisations_words(app, cast: Cast, verb: Callable[[Cast], None]) -> None:
    before = kept_of_organisations()
    assert before == due_of_organisations()
    verb(cast)
    after = kept_of_organisations()
    assert after == due_of_organisations()
    assert after != before or verb is merge


def test_what_is_rolled_back_changes_no_words(app, cast: Cast) -> None:
    before = kept_of_organisations()
    with suppress(WrongState), action() as session:
        session.get_one(Organisation, home("amina").id).name = "Samovar Circle"
        session.flush()
        raise WrongState("no")
    with action() as session:
        builders.organisation("Kettle Club")
    after = kept_of_organisations()
    assert {id: words for id, words in after.items() if id in before} == before


def test_earlier_names_stay_the_newest_first(app, cast: Cast) -> None:
    for name in ("Samovar Circle", "Kettle Club", "Samovar Circle"):
        with action() as session:
            session.get_one(Organisation, home("amina").id).name = name
    row = db.session.get_one(words.OrganisationWords, home("amina").id)
    assert (row.name, row.names) == ("samovar circle", "kettle club samovar circle hyde park tea and tech")
    assert words.with_earlier("new", "x " * words.NAMES_MOST).startswith("new x")
    assert len(words.with_earlier("new", "x " * words.NAMES_MOST)) <= words.NAMES_MOST


def test_two_deeds_at_once_leave_the_words_of_both(app, cast: Cast) -> None:
    id = home("amina").id

    def another_name() -> None:
        with action() as session:
            session.get_one(Organisation, id, with_for_update=True).name = "Samovar Circle"

    def another_person() -> None:
        accounts.rename("Amina Yusuf-Khan", by=cast["amina"])

    for _ in range(3):
        steps.at_once(app, [another_name, another_person])
        assert kept_of_organisations() == due_of_organisations()
    row = db.session.get_one(words.OrganisationWords, id)
    assert row.name == "samovar circle"
    assert "amina yusuf khan" in row.more


def test_a_changed_or_deleted_row_leaves_nothing_behind_in_the_index(app, cast: Cast) -> None:
    one = sent(builders.the_round(), "One", "A kettle.")
    for statement, there in (
        ("SELECT 1", True),
        ("UPDATE application_words SET rest = 'spout'", False),
        ("UPDATE application_words SET naming = 'kettle'", True),
        ("DELETE FROM application_words", False),
    ):
        db.session.execute(text(statement))
        question = (
            select(WORDS.c.application_id).select_from(EVERYTHING.joined()).where(EVERYTHING.has(asked("kettle")))
        )
        assert db.session.scalars(question).all() == [one.id] * there, statement
    db.session.rollback()


PLANS = {"every": (EVERYTHING, "kettle urn"), "name": (BY_NAME, "tea tech"), "all": (BY_ALL, "tea amina")}


@pytest.mark.parametrize("which", PLANS)
def test_the_index_is_asked_and_no_table_read_through(app, which: str) -> None:
    by, wanted = PLANS[which]
    question = select(by.key).select_from(by.joined()).where(by.matches(asked(wanted))).order_by(by.place()).limit(9)
    said = str(question.compile(db.engine, compile_kwargs={"literal_binds": True})).replace("%%", "%")
    is_sqlite = db.engine.dialect.name == "sqlite"
    if not is_sqlite:
        db.session.execute(text("SET LOCAL enable_seqscan = off"))
        db.session.execute(text("SET LOCAL enable_indexscan = off"))
    plan = "\n".join(str(row) for row in db.session.execute(text(f"EXPLAIN {'QUERY PLAN ' * is_sqlite}{said}")))
    assert ("VIRTUAL TABLE INDEX" if is_sqlite else f"Index Scan on ix_{by.table.name}_") in plan
    assert ("USING TEMP B-TREE" not in plan) or not is_sqlite
