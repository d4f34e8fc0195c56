"""The council's pages of rounds and applications: what they list, find, count and cost."""

import re

import pytest
from sqlalchemy import update

from portal.applications.models import SectionAnswers
from portal.assessments import actions
from portal.db.session import action
from portal.kit.dates import utc_now
from portal.kit.refs import new_id
from tests.assessments import builders, steps

PART = {"HX-Request": "true", "HX-Request-Type": "partial"}
REFS = re.compile(r"GC-[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{2}")


def text_of(response) -> str:
    """The page of an answer that went well."""
    assert response.status_code == 200, response.status_code
    return response.get_data(as_text=True)


def refs_in(response) -> set[str]:
    """The references on a page."""
    return set(REFS.findall(text_of(response)))


def test_the_rounds_with_how_many_each_may_read(app, cast, as_) -> None:
    round_ = steps.closed_round()
    steps.sent(round_, 3, "assessing")
    joyce, wei = text_of(as_("joyce").get("/review")), text_of(as_("wei").get("/review"))
    assert f'href="/review/rounds/{round_.code}">{round_.title}' in joyce
    assert [re.findall(r'<td class="n">(\d+)</td>', page) for page in (joyce, wei)] == [["3"], ["0"]]


def test_a_round_lists_counts_and_filters_what_one_may_read(app, cast, as_) -> None:
    round_ = steps.closed_round()
    waiting, scoring = steps.sent(round_, 2), steps.sent(round_, 3, "assessing")
    joyce, here = as_("joyce"), f"/review/rounds/{round_.code}"
    assert refs_in(joyce.get(here)) == {each.ref for each in waiting + scoring}
    assert refs_in(joyce.get(f"{here}?state=assessing")) == {each.ref for each in scoring}
    assert refs_in(joyce.get(f"{here}?state=assessing", headers=PART)) == {each.ref for each in scoring}
    page = text_of(joyce.get(here))
    assert re.findall(r'<strong class="n">(\d+)</strong> <a [^>]*>([^<]+)', page) == [
        ("2", "To check"),
        ("3", "Being scored"),
    ]
    assert "<title>" not in text_of(joyce.get(here, headers=PART))


def test_it_finds_by_reference_organisation_and_title_whatever_the_letters(app, cast, as_) -> None:
    round_ = steps.closed_round()
    with action():
        tea = builders.application(round_, builders.organisation("Zion Elders"), state="submitted", title="100% Tea")
    steps.sent(round_, 2)
    joyce, here = as_("joyce"), f"/review/rounds/{round_.code}"
    found = {
        words: refs_in(joyce.get(here, query_string={"q": words})) for words in (tea.ref.lower(), "zion eld", "0% tEA")
    }
    assert found == {words: {tea.ref} for words in found}
    assert "Nothing fits" in text_of(joyce.get(here, query_string={"q": "%"})) or refs_in(
        joyce.get(here, query_string={"q": "%"})
    ) == {tea.ref}
    assert "Nothing fits" in text_of(joyce.get(here, query_string={"q": "_______"}))


def test_pages_go_on_and_back_without_losing_the_filter(app, cast, as_) -> None:
    round_ = steps.closed_round()
    found = [each.ref for each in steps.sent(round_, 60)]
    joyce, seen, page = as_("joyce"), [], f"/review/rounds/{round_.code}?state=submitted&q=Project"
    while page:
        answer = text_of(joyce.get(page))
        seen.append([ref for ref in found if ref in answer])
        onward = re.search(r'rel="next" href="([^"]+)"', answer)
        page = onward.group(1).replace("&amp;", "&") if onward else None
        assert page is None or ("state=submitted" in page and "q=Project" in page)
    assert seen == [found[:25], found[25:50], found[50:]]
    back = re.search(r'rel="prev" href="([^"]+)"', answer).group(1).replace("&amp;", "&")
    assert refs_in(joyce.get(back)) == set(found[25:50])
    assert refs_in(joyce.get(f"/review/rounds/{round_.code}?after=nonsense&before=WzEsMl0")) == set(found[:25])


def test_a_reviewer_lists_only_their_own_and_is_led_to_the_score_sheet(app, cast, as_) -> None:
    round_ = steps.closed_round()
    steps.sent(round_, 3, "assessing")
    steps.shared_out(round_, cast)
    mine = {
        each.ref: builders.db.session.get_one(builders.Application, each.application_id).ref
        for each in steps.readings()
        if each.reviewer_id == cast["daniel"].person_id
    }
    page = text_of(as_("daniel").get(f"/review/rounds/{round_.code}"))
    assert set(REFS.findall(page)) == set(mine.values())
    assert set(re.findall(r'href="/review/assessments/([^"]+)"', page)) == set(mine)


@pytest.mark.parametrize("key", ["wei", "leanne"])
def test_whose_role_reads_no_applications_sees_the_round_and_none_of_them(app, cast, as_, key: str) -> None:
    round_ = steps.closed_round()
    [application] = steps.sent(round_)
    page = as_(key).get(f"/review/rounds/{round_.code}?q=Project&state=submitted")
    assert refs_in(page) == set()
    assert "Your role does not read applications" in text_of(page)
    assert as_(key).get(f"/review/applications/{application.ref}").status_code == 404


@pytest.mark.parametrize("key", ["amina", "philippa"])
def test_rounds_are_the_councils(app, cast, as_, key: str) -> None:
    steps.closed_round()
    assert [as_(key).get(path).status_code for path in ("/review", "/review/rounds/autumn-2026")] == [403, 403]


def test_a_round_that_is_not_there_is_not_found(app, as_) -> None:
    assert as_("joyce").get("/review/rounds/no-such-round").status_code == 404
    assert as_("joyce").get("/review/applications/GC-0000-0000-00").status_code == 404


def test_an_application_is_read_whole_with_its_history(app, cast, as_) -> None:
    round_ = steps.closed_round()
    [application] = steps.sent(round_)
    with action() as session:
        session.add(answers(application, "project", {"plan": "Tea & tablets on Tuesdays"}))
    actions.find_eligible(application, by=cast["joyce"])
    page = text_of(as_("martin").get(f"/review/applications/{application.ref}"))
    assert "Tea &amp; tablets on Tuesdays" in page
    assert "Joyce Adeyemi found it eligible" in page
    assert "Reviewers score it by" in page


def test_readers_and_scores_are_shown_to_approvers_only_as_far_as_they_may_know(app, cast, as_) -> None:
    round_ = steps.closed_round()
    [application] = steps.sent(round_, 1, "assessing")
    steps.declared(round_, cast, "ruth", "daniel")
    actions.share_out(round_, by=cast["joyce"])
    first, second = steps.readings(application)
    steps.finished(first, cast, 3, "A heron by the canal")
    here = f"/review/applications/{application.ref}"
    joyce, helen = text_of(as_("joyce").get(here)), text_of(as_("helen").get(here))
    assert ("Daniel Kowalski" in joyce, "A heron by the canal" in joyce) == (True, False)
    assert ("Daniel Kowalski" in helen, "A heron by the canal" in helen) == (False, False)
    steps.finished(second, cast, 3, "A heron again")
    for key in ("joyce", "helen", "ruth", "daniel"):
        page = text_of(as_(key).get(here))
        assert ("A heron by the canal" in page, "A heron again" in page) == (True, True), key


def answers(application, section: str, given: dict) -> SectionAnswers:
    """What was written in a section."""
    return SectionAnswers(
        application_id=application.id,
        section=section,
        answers=given,
        version=1,
        saved_at=utc_now(),
        saved_by=application.started_by,
        form=new_id(),
    )


def test_where_names_are_hidden_reviewers_read_and_find_by_reference_alone(app, cast, as_) -> None:
    round_ = steps.closed_round()
    with action() as session:
        home = builders.organisation("Kestrel Canary Club")
        application = builders.application(round_, home, state="assessing", title="The wren canary")
        session.add(answers(application, "organisation", {"org_started": "1903-canary"}))
        session.add(answers(application, "contacts", {"contact_name": "Robin Canary", "second_name": "Jay Canary"}))
        session.add(answers(application, "project", {"title": "The wren canary", "plan": "Tablets on Tuesdays"}))
        session.execute(update(builders.Round).where(builders.Round.id == round_.id).values(names_hidden=True))
    steps.shared_out(round_, cast)
    [reading, _] = steps.readings(application)
    key = next(key for key in steps.REVIEWERS if cast[key] == steps.reader_of(reading, cast))
    client, here = as_(key), f"/review/rounds/{round_.code}"
    paths = ["/inbox", "/review", here, f"/review/applications/{application.ref}"]
    paths += [f"/review/assessments/{reading.ref}", f"/review/assessments/{reading.ref}/conflict"]
    pages = {path: text_of(client.get(path)) for path in paths}
    assert {path: re.findall(r"(?i)canary", page) for path, page in pages.items()} == {path: [] for path in paths}
    assert "Tablets on Tuesdays" in pages[f"/review/assessments/{reading.ref}"]
    assert application.ref in pages[here]
    for words in ("kestrel", "canary", "wren"):
        assert refs_in(client.get(here, query_string={"q": words})) == set()
    assert refs_in(client.get(here, query_string={"q": application.ref})) == {application.ref}
    assert "Kestrel Canary Club" in text_of(as_("joyce").get(f"/review/applications/{application.ref}"))


@pytest.mark.parametrize("number", [1, 30])
def test_what_the_pages_cost(app, cast, as_, queries, number: int) -> None:
    round_ = steps.closed_round()
    applications = steps.sent(round_, number, "assessing")
    [sent] = steps.sent(round_)
    steps.shared_out(round_, cast)
    daniel = next(each for each in steps.readings() if each.reviewer_id == cast["daniel"].person_id)
    steps.finished(steps.readings(applications[0])[0], cast)
    paths = {
        "/review": "joyce",
        f"/review/rounds/{round_.code}": "joyce",
        f"/review/rounds/{round_.code}/conflicts": "daniel",
        f"/review/rounds/{round_.code}/share": "joyce",
        f"/review/applications/{sent.ref}": "joyce",
        f"/review/applications/{applications[0].ref}": "joyce",
        f"/review/assessments/{daniel.ref}": "daniel",
    }
    for path, key in paths.items():
        client = as_(key)
        client.get(path)
        with queries() as counted:
            assert client.get(path).status_code == 200
        assert counted.number <= 8, (path, counted.statements)
