"""What a round needs of an organisation: said beside the parts, asked for before sending, fixed with what is sent."""

import datetime as dt
from collections.abc import Callable
from html import unescape

import pytest
from sqlalchemy import update

from portal.applications import actions, needed, printing, queries
from portal.applications.guesting import READ
from portal.applications.models import Application
from portal.assessments.models import Assessment
from portal.db.session import action, db
from portal.files.actions import remove_unused
from portal.files.models import File
from portal.funds import editing
from portal.funds.models import Round, RoundPlan
from portal.kit.dates import london_day, utc_now
from portal.kit.errors import Invalid
from portal.kit.refs import new_id
from portal.mail.models import Letter
from portal.organisations.contacts import CONTACTS
from portal.organisations.models import Document, Organisation
from portal.organisations.rules import Details
from portal.permissions import Someone
from portal.web.words import short_day
from tests.applications import drafts
from tests.applications.conftest import Statements
from tests.applications.guests import let_in
from tests.applications.test_keying import typed
from tests.applications.test_newer import change, take_out
from tests.conftest import Send
from tests.files.samples import pdf
from tests.files.states import stop
from tests.files.steps import give, look_at_all
from tests.funds.plans import say
from tests.organisations.walking import home
from tests.reader import Attached, Reader

As = Callable[[str], Reader]
Cast = dict[str, Someone]
Letters = Callable[[], list[Letter]]
RULES = {"title": "Your rules", "sort": "governing"}
POLICY = {"title": "Your safeguarding policy", "sort": "safeguarding", "required": False}
STATEMENTS_MOST = 8
MISSING = "“Your rules” is missing. Send it once: every application can use it"


def needs(cast: Cast, *papers: dict[str, object], details: tuple[str, ...] = ()) -> None:
    """Have the open round need these documents and details, and nothing else."""
    joyce = cast["joyce"]

    def deed(plan: RoundPlan) -> None:
        plan_papers = [each["code"] for each in plan.document["documents"]]
        for code in plan_papers:
            take_out(joyce, "documents", code)(plan)
        for paper in papers:
            editing.add(plan, "documents", paper, str(paper["title"]), by=joyce)
        say(plan, "details", by=joyce, details=list(details) or None)

    change(joyce, deed)


def lacks(key: str, **fields: object) -> None:
    """Take something out of the profile of one of the cast's organisations, or put it there."""
    with action() as session:
        session.execute(update(Organisation).where(Organisation.id == home(key).id).values(**fields))


def words(client: Reader, path: str) -> str:
    """What a page says."""
    return unescape(client.get(path).text)


def test_a_round_that_needs_nothing_says_nothing(as_: As, cast: Cast) -> None:
    needs(cast)
    draft = drafts.filled(cast["amina"])

    assert "What else this grant needs" not in words(as_("amina"), f"/applications/{draft.ref}")
    assert not needed.needs_of(draft, queries.written(draft).form)


def test_writing_goes_on_without_it_and_sending_does_not(as_: As, write: Send, cast: Cast) -> None:
    needs(cast, RULES, POLICY)
    draft, amina = drafts.filled(cast["amina"]), as_("amina")
    page = words(amina, f"/applications/{draft.ref}")
    give_it = f"/organisations/{home('amina').ref}/documents/governing?next=/applications/{draft.ref}"
    assert "Not given yet" in page
    assert "Can follow later" in page
    assert f'href="{give_it}%23needs"' in page
    check = words(amina, f"/applications/{draft.ref}/answers")
    assert f'<a href="{give_it}/answers">{MISSING}</a>' in check
    assert "safeguarding policy” is missing" not in check
    assert "Go on to send it" not in check

    with pytest.raises(Invalid) as caught:
        actions.submit(draft, "Amina Yusuf", by=cast["amina"])
    assert {code: str(said) for code, said in caught.value.errors.items()} == {"document-governing": MISSING}
    path = f"/applications/{draft.ref}/send"
    sent = write(amina, path, {"right": "yes", "speaks": "yes", "purpose": "yes", "signed_name": "Amina Yusuf"})
    assert sent.location == f"/applications/{draft.ref}/answers"

    give(cast["tom"])
    assert "We are checking it" in words(amina, f"/applications/{draft.ref}")
    actions.submit(draft, "Amina Yusuf", by=cast["amina"])
    assert queries.one_for(cast["amina"], draft.ref).state == "submitted"


def test_whoever_gives_it_comes_back(as_: As, send: Send, cast: Cast) -> None:
    needs(cast, RULES)
    draft, amina = drafts.begun(cast["amina"]), as_("amina")
    page = f"/organisations/{home('amina').ref}/documents/governing"
    back = f"/applications/{draft.ref}#needs"
    file = {"file": Attached("rules.pdf", pdf())}
    there = send(amina, f"{page}?next={back.replace('#', '%23')}", file, action=page)
    elsewhere = send(amina, f"{page}?next=//example.org", file, action=page)

    assert (there.status_code, there.location) == (303, back)
    assert elsewhere.location == f"/organisations/{home('amina').ref}/documents"


def test_how_a_document_stands(as_: As, cast: Cast, clock: Callable[..., None]) -> None:
    insurance = {"title": "Your insurance", "sort": "insurance"}
    needs(cast, insurance)
    draft, by = drafts.begun(cast["amina"]), cast["amina"]
    closes = london_day(drafts.open_round().closes_at)

    def now() -> tuple[str, str]:
        (need,) = needed.needs_of(draft, queries.written(draft).form).documents
        return str(need.word), str(need.problem or "")

    assert now()[0] == "Not given yet"
    give(by, "insurance", ends=closes)
    assert now() == ("We are checking it", "")
    look_at_all()
    assert now()[0].startswith("We have it, until ")
    give(by, "insurance", ends=closes - dt.timedelta(days=1))
    look_at_all()
    assert now()[0].endswith(", before the round closes")
    assert now()[1] == ""
    with action() as session:
        session.execute(update(Document).values(expires_on=london_day(utc_now()) - dt.timedelta(days=1)))
    assert now()[0].startswith("Ended on ")
    assert now()[1].endswith("Send the one that counts today")
    stop(give(by, "insurance", ends=closes), "infect")
    assert now() == ("It did not pass our check", "“Your insurance” did not pass our check. Send another one")


def test_what_was_given_stays_with_what_was_sent(as_: As, cast: Cast) -> None:
    needs(cast, RULES, POLICY)
    first = give(cast["amina"])
    look_at_all()
    draft = drafts.filled(cast["amina"])
    let_in(draft, cast["farida"], READ, by=cast["amina"])
    actions.submit(draft, "Amina Yusuf", by=cast["amina"])
    given = first.file_id
    second = give(cast["amina"])
    look_at_all()
    remove_unused(dt.timedelta(0))

    (sent,) = needed.sent_with(queries.one_for(cast["amina"], draft.ref))
    assert (sent.ref, sent.ends) == (db.session.get_one(File, given).ref, None)
    assert second.file_id != given
    path = f"/review/applications/{draft.ref}/files/document-governing"
    joyce, amina = as_("joyce"), as_("amina")
    assert path in joyce.get(f"/review/applications/{draft.ref}").text
    assert joyce.get(path).data.startswith(b"%PDF")
    assert amina.get(f"/applications/{draft.ref}/files/document-governing").status_code == 200
    assert f"/applications/{draft.ref}/files/document-governing" in amina.get(f"/applications/{draft.ref}/answers").text
    for key, where in (("grace", "applications"), ("amina", "applications")):
        missing = f"/{where}/{draft.ref}/files/document-safeguarding"
        assert as_(key).get(missing).status_code == 404
    for key in ("grace", "farida"):
        assert as_(key).get(f"/applications/{draft.ref}/files/document-governing").status_code == 404
    assert as_("farida").get(f"/applications/{draft.ref}/answers").status_code == 200


def test_what_went_along_stands_in_the_receipt_and_in_the_pdf(cast: Cast, letters: Letters) -> None:
    needs(cast, RULES, POLICY, {"title": "Your insurance", "sort": "insurance"})
    give(cast["amina"])
    today = london_day(utc_now())
    ends = today + dt.timedelta(days=300)
    give(cast["amina"], "insurance", ends=ends)
    draft = drafts.sent(cast["amina"])

    receipt = next(one for one in letters() if one.template.endswith("receipt"))
    given = f"given on {short_day(today)}"
    lines = [f"Governing document, {given}", f"Insurance, {given}, until {short_day(ends)}"]
    for text in (receipt.text, unescape(receipt.html), unescape(printing.page_of(draft.id, printing.WHOLE)[0])):
        assert [line for line in lines if line not in text] == []
        assert "Safeguarding policy" not in text
    assert "Governing document" not in printing.page_of(draft.id, printing.HIDDEN)[0]


def test_without_documents_nothing_is_said_of_them(cast: Cast, letters: Letters) -> None:
    draft = drafts.sent(cast["amina"])
    receipt = next(one for one in letters() if one.template.endswith("receipt"))
    for text in (receipt.text, receipt.html, printing.page_of(draft.id, printing.WHOLE)[0]):
        assert "went with it" not in text.lower()


@pytest.mark.parametrize("hidden", [False, True])
def test_who_must_not_know_the_name_sees_no_document(as_: As, cast: Cast, hidden: bool) -> None:
    needs(cast, RULES)
    give(cast["amina"])
    look_at_all()
    draft = drafts.sent(cast["amina"])
    with action() as session:
        session.execute(update(Round).where(Round.id == draft.round_id).values(names_hidden=hidden))
        session.execute(update(Application).where(Application.id == draft.id).values(state="assessing"))
        reading = Assessment(
            ref=new_id(), application_id=draft.id, reviewer_id=cast["daniel"].person_id, shared_at=utc_now()
        )
        session.add(reading)
        ref = reading.ref
    path, daniel = f"/review/assessments/{ref}/files/document-governing", as_("daniel")

    assert (path in daniel.get(f"/review/assessments/{ref}").text) is not hidden
    assert ("Documents that went with it" in daniel.get(f"/review/assessments/{ref}").text) is not hidden
    assert daniel.get(path).status_code == (404 if hidden else 200)


def test_details_are_asked_for_where_the_round_needs_them(as_: As, send: Send, cast: Cast) -> None:
    needs(cast, details=("website", "languages", "postcode"))
    lacks("amina", website="", languages=[])
    draft, amina = drafts.filled(cast["amina"]), as_("amina")
    ref = home("amina").ref
    page = words(amina, f"/applications/{draft.ref}")
    edit = f"/organisations/{ref}/details?next=/applications/{draft.ref}%23needs"
    assert f'href="{edit}#website"' in page
    assert f'href="/organisations/{ref}/reach?next=/applications/{draft.ref}%23needs#languages"' in page
    assert page.count("Still missing") == 2
    assert "A lead of your team can add this" in words(as_("tom"), f"/applications/{draft.ref}")
    with pytest.raises(Invalid) as caught:
        actions.submit(draft, "Amina Yusuf", by=cast["amina"])
    assert list(caught.value.errors) == ["detail-website", "detail-languages"]

    saved = send(amina, edit, {"website": "www.example.org"}, action=f"/organisations/{ref}/details")
    assert saved.location == f"/applications/{draft.ref}#needs"
    lacks("amina", languages=["en"])
    assert "We have them" in words(amina, f"/applications/{draft.ref}")
    actions.submit(draft, "Amina Yusuf", by=cast["amina"])


@pytest.mark.parametrize(
    ("legal_form", "numbers", "asked"),
    [
        ("group", {}, None),
        ("charity", {}, "charity_number"),
        ("charity", {"charity_number": "1234567"}, None),
        ("cic", {"charity_number": "1234567"}, "company_number"),
    ],
)
def test_a_number_is_asked_only_of_those_that_have_one(
    as_: As, cast: Cast, legal_form: str, numbers: dict[str, str], asked: str | None
) -> None:
    needs(cast, details=("number",))
    lacks("amina", legal_form=legal_form, **({"charity_number": None, "company_number": None} | numbers))
    draft = drafts.begun(cast["amina"])

    found = needed.needs_of(draft, queries.written(draft).form).details
    assert [each.anchor for each in found] == ([asked] if asked else [])


NOBODY = dict.fromkeys((name for name in Details.__dataclass_fields__ if name.startswith(tuple(CONTACTS))), "")


def test_whom_to_ask_is_asked_for_only_where_the_round_needs_it(as_: As, send: Send, cast: Cast) -> None:
    needs(cast, details=("main_contact", "safeguarding_lead"))
    lacks("amina", **NOBODY)
    draft, amina = drafts.filled(cast["amina"]), as_("amina")
    ref = home("amina").ref
    page = words(amina, f"/applications/{draft.ref}")
    there = f"/organisations/{ref}/contacts?next=/applications/{draft.ref}%23needs"
    for who in ("main_contact", "safeguarding_lead"):
        assert f'href="{there}#{who}_name"' in page
        assert f'id="{who}_name"' in words(amina, there)
    assert page.count("Still missing") == 2
    assert "Second contact" not in page
    assert words(as_("tom"), f"/applications/{draft.ref}").count("A lead of your team can add this") == 2
    with pytest.raises(Invalid) as caught:
        actions.submit(draft, "Amina Yusuf", by=cast["amina"])
    assert {code: str(said) for code, said in caught.value.errors.items()} == {
        "detail-main_contact": "“Main contact” is missing from the details of your organisation",
        "detail-safeguarding_lead": "“Safeguarding lead” is missing from the details of your organisation",
    }

    named = {
        "main_contact_name": "Amina Yusuf",
        "main_contact_email": "amina.yusuf@example.org",
        "safeguarding_lead_name": "Tom Barker",
        "safeguarding_lead_phone": "07700 900123",
    }
    saved = send(amina, there, named, action=f"/organisations/{ref}/contacts")
    assert saved.location == f"/applications/{draft.ref}#needs"
    assert "We have them" in words(amina, f"/applications/{draft.ref}")
    actions.submit(draft, "Amina Yusuf", by=cast["amina"])


def test_what_is_typed_in_for_somebody_is_sent_without_it(as_: As, cast: Cast) -> None:
    needs(cast, RULES, details=("website",))
    draft, leanne = typed(cast["leanne"]), as_("leanne")
    page = words(leanne, f"/applications/{draft.ref}")
    assert "You can send it without these." in page
    assert "/documents/governing" not in page
    assert "Go on to send it" in words(leanne, f"/applications/{draft.ref}/answers")

    actions.submit(draft, "Betty Wood", by=cast["leanne"])
    assert (
        "None" in words(as_("joyce"), f"/review/applications/{draft.ref}").partition("Documents that went with it")[2]
    )


def test_whoever_started_before_it_was_needed_is_not_asked(as_: As, cast: Cast) -> None:
    needs(cast)
    draft = drafts.filled(cast["amina"])
    needs(cast, RULES)

    assert "What else this grant needs" not in words(as_("amina"), f"/applications/{draft.ref}")
    actions.submit(draft, "Amina Yusuf", by=cast["amina"])


def test_it_takes_one_statement_more(as_: As, cast: Cast, statements: Statements) -> None:
    needs(cast)
    without = drafts.begun(cast["grace"])
    needs(cast, RULES, POLICY, details=("website", "phone"))
    asked = drafts.begun(cast["amina"])
    for page in ("", "/answers"):
        few = statements(as_("grace"), f"/applications/{without.ref}{page}")
        many = statements(as_("amina"), f"/applications/{asked.ref}{page}")
        assert (many - few, many <= STATEMENTS_MOST) == (1, True), (few, many)
