"""What the council's search finds, for whom, and in which order; and how it leads to a reference at once."""

import pytest
from sqlalchemy import select, update

from portal.accounts.models import Person
from portal.applications.models import SectionAnswers
from portal.applications.words import ApplicationWords, find_unread, read_unread
from portal.assessments import decisions
from portal.assessments.models import Assessment, Conflict
from portal.db.session import action, db
from portal.funds.models import Round
from portal.kit.dates import utc_now
from portal.kit.paging import PAGE_SIZE
from portal.mail.models import Letter
from portal.organisations import words as organisations
from portal.organisations.models import Organisation, TeamMember
from tests.assessments import builders, steps
from tests.desk.searching import (
    ORGANISATION,
    REF,
    answered,
    found,
    organisations_found,
    sent,
    shared_with,
    text_of,
)
from tests.messages import writing
from tests.organisations import twins

READ_ALL = ("joyce", "martin", "priya", "colin", "helen")
READ_NOTHING = ("wei", "leanne")
CANNOT_SEARCH = ("amina", "marcia", "imran")


# --- By words ------------------------------------------------------------------------------------------------------


def test_all_words_have_to_occur_and_the_last_may_go_on(app, as_) -> None:
    round_ = steps.closed_round()
    urn = sent(round_, "Warm hands", "Two helpers and one tea urn.").ref
    tablets = sent(round_, "Tablets on loan", "Twenty tablets, lent for a month.").ref
    both = sent(round_, "Tea and tablets", "One urn, ten tablets.").ref
    joyce = as_("joyce")
    assert found(joyce, "tablets") == [both, tablets], "the last sent first"
    assert found(joyce, "tabl") == [both, tablets]
    assert found(joyce, "tabl urn") == [], "only the last word may go on"
    assert found(joyce, "urn tabl") == [both]
    assert found(joyce, "TEA, Úrn") == [both, urn]
    assert found(joyce, '"tea urn"') == [urn], "in quotes one after the other"
    assert found(joyce, '"urn tea"') == []
    assert found(joyce, "bicycle") == []


def test_what_was_found_is_shown_marked_and_escaped(app, as_) -> None:
    sent(steps.closed_round(), "Safe <b>online</b>", "First this.\nThen <script>alert(1)</script> & a kettle for all.")
    answer = as_("joyce").get("/search?q=kettle")
    assert (
        '"as-typed">Then &lt;script&gt;alert(1)&lt;/script&gt; &amp; a <mark>kettle</mark> for all.</small>'
        in answer.text
    )
    assert "Safe &lt;b&gt;online&lt;/b&gt;" in answer.text


@pytest.mark.parametrize("way", ["joyce", "daniel"])
def test_pages_hold_each_once_in_order(app, as_, cast, way: str) -> None:
    round_ = steps.closed_round()
    named = [sent(round_, f"Project {number}", "Kettles.", name="Kettle Club") for number in range(3)]
    others = [sent(round_, f"Plan {number}", "One kettle.") for number in range(PAGE_SIZE)]
    shared_with(cast["daniel"], *named, *others)
    client = as_(way)
    first = client.get("/search?q=kettle")
    after = first.text.split('rel="next" href="')[1].split('"')[0].replace("&amp;", "&")
    rest = client.get(after)
    refs = [*found(client, "kettle")]
    refs += REF.findall(rest.text)
    expected = [each.ref for each in (*reversed(named), *reversed(others))]
    assert refs == expected, "those of an organisation called so, then the last sent first"
    assert 'rel="next"' not in rest.text
    assert 'value="kettle"' in rest.text, "what was looked for is kept"


def test_drafts_are_never_found(app, as_, cast) -> None:
    round_ = steps.closed_round()
    draft = sent(round_, "Unsent", "A secret kettle.", state="draft")
    with action():
        draft.submitted_at = draft.submitted_by = draft.signed_name = None
    assert found(as_("joyce"), "kettle") == []
    assert as_("joyce").get(f"/search?q={draft.ref}").status_code == 200


# --- Who -----------------------------------------------------------------------------------------------------------


def test_everybody_finds_what_they_may_read(app, as_, cast) -> None:
    round_ = steps.closed_round()
    one, other = sent(round_, "One", "Kettle."), sent(round_, "Other", "Kettle.")
    shared_with(cast["daniel"], one)
    both = [other.ref, one.ref]
    assert {key: found(as_(key), "kettle") for key in READ_ALL} == dict.fromkeys(READ_ALL, both)
    assert {key: found(as_(key), "kettle") for key in READ_NOTHING} == {key: [] for key in READ_NOTHING}
    assert found(as_("daniel"), "kettle") == [one.ref]
    assert {key: as_(key).get("/search?q=kettle").status_code for key in CANNOT_SEARCH} == dict.fromkeys(
        CANNOT_SEARCH, 403
    )
    with action() as session:
        session.execute(update(Assessment).values(state="stood_down"))
    assert found(as_("daniel"), "kettle") == []


def test_a_conflict_of_interest_hides_application_and_organisation(app, as_, cast) -> None:
    round_ = steps.closed_round()
    theirs = sent(round_, "Kettles", "Kettle.", name="Kettle Club")
    home = db.session.get_one(Organisation, theirs.organisation_id)
    before = organisations_found(as_("joyce"), "kettle club")
    with action() as session:
        own = {"round_id": round_.id, "person_id": cast["joyce"].person_id, "organisation_id": home.id}
        session.add(Conflict(**own, source="declared", declared_at=utc_now()))
    joyce, martin = as_("joyce"), as_("martin")
    nothing, gone = text_of(joyce, "kettle club"), text_of(joyce, "kettle clubs")
    assert before == [home.ref] == organisations_found(martin, "kettle club")
    assert found(martin, "kettle club") == [theirs.ref]
    assert nothing.replace("kettle club", "…") == gone.replace("kettle clubs", "…"), "as if there were none"
    for ref in (theirs.ref, home.ref):
        assert (joyce.get(f"/search?q={ref}").status_code, martin.get(f"/search?q={ref}").status_code) == (200, 303)


HIDDEN = {
    "title": "Zebratitle",
    "organisation": "Zebragroup",
    "contact": "Zebracontact",
    "started": "Zebralead",
}


def test_who_reads_without_names_finds_nothing_by_a_name(app, as_, cast) -> None:
    round_ = steps.closed_round()
    quiet = sent(round_, HIDDEN["title"], "A plain kettle.", name=HIDDEN["organisation"])
    with action() as session:
        contacts = {"application_id": quiet.id, "section": "contacts", "version": 1, "saved_at": utc_now()}
        answers = {"contact_name": HIDDEN["contact"], "second_name": "Zebrasecond"}
        session.add(SectionAnswers(**contacts, saved_by=quiet.started_by, form="f" * 22, answers=answers))
        session.get_one(Person, quiet.started_by).name = HIDDEN["started"]
        session.execute(update(Round).where(Round.id == round_.id).values(names_hidden=True))
    answered(quiet)
    shared_with(cast["daniel"], quiet)
    daniel, joyce = as_("daniel"), as_("joyce")
    page = text_of(daniel, "kettle")
    assert found(daniel, "kettle") == [quiet.ref]
    assert "Zebra" not in page
    assert f">{quiet.ref}</a>" in page, "only the reference names it"
    blank = text_of(daniel, "nosuchword")
    for word in (*HIDDEN.values(), "Zebrasecond", "zebra"):
        assert text_of(daniel, word).replace(word, "nosuchword") == blank, "as if there were none"
        assert text_of(daniel, f"kettle {word}").replace(f"kettle {word}", "nosuchword") == blank
    for word in (HIDDEN["title"], HIDDEN["organisation"], HIDDEN["contact"]):
        assert found(joyce, word) == [quiet.ref], "who reads names finds it by each"
    with action() as session:
        session.execute(update(Round).where(Round.id == round_.id).values(names_hidden=False))
    assert found(daniel, HIDDEN["organisation"]) == [quiet.ref]


def test_an_organisations_name_changes_no_order_for_who_reads_without_names(app, as_, cast) -> None:
    round_ = steps.closed_round()
    called, other = sent(round_, "A", "Kettle.", name="Kettle Club"), sent(round_, "B", "Kettle.")
    shared_with(cast["daniel"], called, other)
    assert found(as_("daniel"), "kettle") == [called.ref, other.ref]
    with action() as session:
        session.execute(update(Round).where(Round.id == round_.id).values(names_hidden=True))
    assert found(as_("daniel"), "kettle") == [other.ref, called.ref]


# --- By organisation and person ------------------------------------------------------------------------------------


@pytest.fixture
def club(app) -> Organisation:
    """An organisation of which everything is known."""
    club = twins.record("The Kettle Club", charity="1234567", leads=1)
    with action() as session:
        found = session.get_one(Organisation, club.id)
        found.postcode, found.company_number = "LS14 6AA", "OC123456"
        found.main_contact_name, found.main_contact_email = "Zoë Bell", "zoe@example.org"
        found.safeguarding_lead_name, found.safeguarding_lead_phone = "Ola Quist", "0113 496 0000"
    return club


BY = ("kettle club", "1234567", "oc123456", "LS14 6AA", "ls146aa", "Zoe Bell", "zoe@example.org", "quist")


@pytest.mark.parametrize("words", BY)
def test_an_organisation_is_found_by_all_that_officers_know_of_it(app, as_, club, words: str) -> None:
    assert organisations_found(as_("joyce"), words) == [club.ref]
    assert organisations_found(as_("priya"), words) == [club.ref]
    for key in ("helen", "daniel", "wei", "leanne"):
        assert organisations_found(as_(key), words) == []


def test_who_leads_it_leads_to_it_and_no_other_member_does(app, as_, club) -> None:
    lead, member = twins.join(club, name="Nadia Pryce"), twins.join(club, role=twins.Role.MEMBER, name="Quentin Vole")
    joyce = as_("joyce")
    assert organisations_found(joyce, "nadia pryce") == organisations_found(joyce, lead.email) == [club.ref]
    assert organisations_found(joyce, "quentin vole") == organisations_found(joyce, member.email) == []
    with action() as session:
        for row in session.scalars(select(TeamMember).where(TeamMember.person_id == lead.person_id)):
            row.left_at = utc_now()
    assert organisations_found(joyce, "nadia pryce") == []


def test_its_applications_come_with_it_by_any_of_its_names_for_who_reads_names(app, as_, cast, club) -> None:
    round_ = steps.closed_round()
    other = twins.record("Spout Society", leads=1)
    with action():
        theirs = builders.application(round_, twins.again(other), state="assessing", title="Pour")
    answered(theirs, title="Pour", plan="Slowly.")
    twins.merge(twins.again(club), twins.again(other), cast["martin"])
    with action() as session:
        session.get_one(Organisation, club.id).name = "Samovar Circle"
    shared_with(cast["daniel"], theirs)
    for words in ("samovar", "kettle club", "spout society"):
        assert organisations_found(as_("joyce"), words) == [club.ref], words
        assert [found(as_(key), words) for key in ("joyce", "helen", "daniel")] == [[theirs.ref]] * 3, words
    assert found(as_("joyce"), "zoe@example.org") == [theirs.ref]
    assert found(as_("helen"), "zoe@example.org") == found(as_("daniel"), "zoe@example.org") == []
    assert "also registered as Spout Society" in text_of(as_("joyce"), "spout society")
    assert "found by a number, a postcode or a person" in text_of(as_("joyce"), "zoe@example.org")


def test_all_organisations_are_on_a_page_of_their_own(app, as_) -> None:
    homes = [twins.record(f"Kettle {number}").ref for number in range(PAGE_SIZE + 2)]
    just = twins.record("Kettle").ref
    joyce = as_("joyce")
    assert organisations_found(joyce, "kettle") == [just, *reversed(homes[-4:])], "the one called just so comes first"
    page = joyce.get("/search?q=kettle&kind=organisations")
    assert "/search?q=kettle&amp;kind=organisations" in joyce.get("/search?q=kettle").text
    after = page.text.split('rel="next" href="')[1].split('"')[0].replace("&amp;", "&")
    refs = organisations_found(joyce, "kettle", kind="organisations")
    refs += ORGANISATION.findall(joyce.get(after).text)
    assert refs == [just, *reversed(homes)]
    assert organisations_found(as_("helen"), "kettle", kind="organisations") == []


def test_colleagues_are_found_by_who_says_what_roles_they_hold(app, as_) -> None:
    assert "daniel.kowalski@example.org" in text_of(as_("wei"), "daniel kow")
    assert "daniel.kowalski@example.org" in text_of(as_("wei"), "daniel.kowalski@example.org")
    assert "amina" not in text_of(as_("wei"), "yusuf"), "partners are nobody's colleagues"
    for key in ("joyce", "helen", "daniel", "leanne"):
        assert "kowalski@" not in text_of(as_(key), "daniel kow")


# --- By reference --------------------------------------------------------------------------------------------------


def test_a_reference_leads_to_the_thing_at_once(app, as_, cast) -> None:
    round_ = builders.the_round(9_000_000)
    [application] = builders.scored(round_, [300_000])
    decision = decisions.propose(application, "fund", None, *builders.WORDS, by=cast["joyce"])
    home = db.session.get_one(Organisation, application.organisation_id)
    spoken = application.ref.replace("-", " ").lower()
    joyce = as_("joyce")
    ways = {
        application.ref: f"/review/applications/{application.ref}",
        application.ref.lower(): f"/review/applications/{application.ref}",
        spoken: f"/review/applications/{application.ref}",
        spoken.replace(" ", ""): f"/review/applications/{application.ref}",
        f" {application.ref} ": f"/review/applications/{application.ref}",
        decision.ref: f"/review/applications/{application.ref}/decision",
        home.ref: f"/verification/{home.ref}",
        round_.code: f"/review/rounds/{round_.code}",
    }
    assert {ref: joyce.get("/search", query_string={"q": ref}).location for ref in ways} == ways


def test_messages_e_mails_readings_and_merged_records_have_references_too(app, as_, cast, club) -> None:
    round_ = steps.closed_round()
    one = sent(round_, "One", "Kettle.")
    shared_with(cast["daniel"], one)
    [reading] = steps.readings(one)
    other = twins.record("Spout Society")
    merged_ref = other.ref
    twins.merge(twins.again(club), twins.again(other), cast["martin"])
    message, letter = writing.message(), db.session.scalars(select(Letter)).first()
    assert letter is not None
    ways = {
        ("joyce", message.ref): f"/messages/{message.ref}",
        ("daniel", message.ref): None,
        ("wei", letter.ref): f"/outbox/{letter.ref}",
        ("joyce", letter.ref): None,
        ("daniel", reading.ref): f"/review/assessments/{reading.ref}",
        ("daniel", one.ref): f"/review/applications/{one.ref}",
        ("hannah", reading.ref): None,
        ("hannah", one.ref): None,
        ("wei", one.ref): None,
        ("joyce", merged_ref): f"/verification/{club.ref}",
        ("helen", merged_ref): None,
    }
    there = {(who, ref): as_(who).get("/search", query_string={"q": ref}).location for who, ref in ways}
    assert there == ways


# --- What is typed, and what is not read yet -----------------------------------------------------------------------

NASTY = (
    *('"', "'", '"""', "*", "tea*", "te*a", "AND", "tea AND"),
    *("OR OR", "NOT tea", "NEAR(tea urn, 2)", "rest : tea"),
    *(
        "{naming rest} : tea",
        "^tea",
        "tea:*",
        "tea & !urn",
        "tea | urn",
        "(tea",
        "tea)",
        "<-> tea",
        "\\",
        "tea\\'",
        "''",
    ),
    *(
        "%",
        "_",
        "%tea%",
        ":words",
        "%(words)s",
        "tea\x00urn",
        "te\u202ea",
        "\ud800tea",
        "ｔｅａ",
        "tea\u0301",
        "😀😀",
        "ﬃ½²",
    ),
)


@pytest.mark.parametrize("who", ["joyce", "daniel", "wei"])
def test_nothing_typed_breaks_it(app, as_, cast, who: str) -> None:
    one = sent(steps.closed_round(), "Tea", "Tea urn: and or not near.")
    shared_with(cast["daniel"], one)
    client = as_(who)
    answers = {
        words: client.get("/search", query_string={"q": words.encode("utf-8", "surrogatepass")}) for words in NASTY
    }
    assert {
        words: answer.status_code for words, answer in answers.items() if answer.status_code not in (200, 422)
    } == {}
    if who != "wei":
        assert found(client, "NEAR( tea* AND NOT") == [one.ref], "operators are words"
        assert found(client, "NOT kettle") == []


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ("", "Type a reference, a name or some words."),
        ("x", "Type two letters or more."),
        ("tea " * 13, "Type fewer words: at most 12, and 200 letters in all."),
        ("x" * 1_000_000, "Type fewer words: at most 12, and 200 letters in all."),
    ],
)
def test_what_cannot_be_looked_for_is_said_and_what_was_typed_is_kept(app, as_, words: str, sentence: str) -> None:
    answer = as_("joyce").get("/search", query_string={"q": words})
    assert answer.status_code == 422
    assert answer.text.count(sentence) == 2, "in the summary and beside the field"
    assert f'value="{words.strip()[:200]}"' in answer.text or not words


def test_without_words_the_page_says_what_can_be_found(app, as_) -> None:
    assert "Council people" not in as_("joyce").get("/search").text
    assert "charity or company number" in as_("joyce").get("/search").text
    assert "Where names are hidden from you" in as_("daniel").get("/search").text
    assert "Council people" in as_("wei").get("/search").text


def test_what_stems_from_before_there_were_words_is_read_and_until_then_said(app, as_) -> None:
    round_ = steps.closed_round()
    with action():
        old = builders.application(round_, builders.organisation("Old Kettle"), state="assessing", title="Old kettle")
    with action() as session:
        session.execute(update(organisations.OrganisationWords).values(at=None, name="", names="", more=""))
    joyce = as_("joyce")
    assert (find_unread(), found(joyce, "kettle")) == (1, [])
    assert "still being read in" in text_of(joyce, "kettle")
    assert joyce.get(f"/search?q={old.ref}").status_code == 303, "by its reference it is found all the same"
    assert (read_unread(), read_unread(), find_unread()) == (1, 0, 0)
    assert organisations.read_unread() > 0
    assert (organisations.read_unread(), organisations.find_unread()) == (0, 0)
    assert found(joyce, "kettle") == [old.ref]
    assert len(organisations_found(joyce, "old kettle")) == 1
    assert "still being read in" not in text_of(joyce, "kettle")
    assert db.session.scalars(select(ApplicationWords.at).where(ApplicationWords.at.is_(None))).all() == []
