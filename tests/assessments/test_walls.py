"""What must reach nobody: another's scores before all are in, and anything of an applicant to who is in conflict."""

import re

import pytest
from sqlalchemy import select

from portal.applications.models import SectionAnswers
from portal.assessments import actions
from portal.db.session import action, db
from portal.kit.dates import utc_now
from portal.kit.refs import new_id
from portal.organisations.models import Organisation
from tests.assessments import builders, steps

PART = {"HX-Request": "true", "HX-Request-Type": "partial"}
START = (
    "/inbox",
    "/review",
    "/review/next",
    "/review/rounds/autumn-2026?q=canary&state=assessing",
    "/grants",
    "/account",
)
LINK = re.compile(r'(?:href|action|data-hx-get)="(/[^"#]*)"')
UNLIKE = re.compile(r'name="(csrf_token|_key)" value="[^"]*"|Saved at \d\d:\d\d|As of [^<]*')


def crawl(client, *more: str) -> dict[str, str]:
    """Every page this person can reach by links from the council's first pages, and these; whole and as parts."""
    waiting, pages = [*START, *more], {}
    while waiting:
        path = waiting.pop()
        if path in pages or path.startswith("/demo/"):
            continue
        answer = client.get(path)
        pages[path] = (
            answer.get_data(as_text=True) if answer.status_code == 200 else f"{answer.status_code} {answer.location}"
        )
        if answer.status_code == 200 and path.startswith("/review"):
            client.strict = False
            pages[f"part of {path}"] = client.get(path, headers=PART).get_data(as_text=True)
            client.strict = True
        links = [link.replace("&amp;", "&") for link in LINK.findall(pages[path])]
        waiting += [link for link in links if link.startswith(("/review", "/inbox", "/applications"))]
        waiting += [answer.location] if answer.status_code == 303 else []
    return {path: UNLIKE.sub("", page) for path, page in pages.items()}


def where(words: str, pages: dict[str, str]) -> list[str]:
    """The pages that hold these words."""
    return sorted(path for path, page in pages.items() if words.lower() in page.lower())


def posts_to(client, *paths: str) -> list[int]:
    """How this person's own forms are answered at other addresses."""
    keys = steps.keys(client)
    return [client.post(path, data=keys | {"finish": "yes", "outcome": "eligible"}).status_code for path in paths]


@pytest.fixture
def pair(app, cast):
    """An application with its two readers, Hannah being free, and a canary in what the first has typed."""
    round_ = steps.closed_round()
    [application] = steps.sent(round_, 1, "assessing")
    steps.declared(round_, cast, "ruth", "daniel")
    actions.share_out(round_, by=cast["joyce"])
    steps.declared(round_, cast, "hannah")
    first, second = steps.readings(application)
    typed = steps.sheet(application, 1, "A heron canary")
    actions.save_scores(first, typed, "page", by=steps.reader_of(first, cast))
    keys = {cast[key].person_id: key for key in steps.REVIEWERS}
    return application, (first, keys[first.reviewer_id]), (second, keys[second.reviewer_id])


def test_a_reviewer_sees_no_difference_whatever_the_other_has_done(pair, cast, as_, letters) -> None:
    _, (first, _), (_, key) = pair
    client = as_(key)
    before, mail = crawl(client), len(letters())
    steps.finished(first, cast, 1, "A heron canary")
    after = crawl(client)
    assert after == before
    assert where("canary", {path: page for path, page in after.items() if "q=canary" not in path}) == []
    assert len(letters()) == mail


def test_who_has_finished_sees_nothing_of_the_other_until_all_are_in(pair, cast, as_) -> None:
    application, (first, first_key), (second, second_key) = pair
    steps.finished(second, cast, 4, "A wren canary")
    client = as_(second_key)
    before = crawl(client)
    steps.finished(first, cast, 1, "A heron canary")
    waiting = crawl(client)
    third = steps.readings(application)[2]
    assert waiting == before
    assert where("heron", waiting) == []
    assert where("wren", crawl(as_("hannah"))) == where("heron", crawl(as_("hannah"))) == []
    steps.finished(third, cast, 3, "An owl canary")
    for key, reading in ((first_key, first), (second_key, second), ("hannah", third)):
        page = crawl(as_(key))[f"/review/assessments/{db.session.get_one(type(first), reading.id).ref}"]
        assert [word for word in ("heron", "wren", "owl") if f"{word} canary" in page] == ["heron", "wren", "owl"]


def test_a_third_reviewer_cannot_tell_that_they_are_the_third(pair, cast, as_, letters) -> None:
    application, (first, _), (second, _) = pair
    steps.finished(first, cast, 1, "A heron canary")
    before = len(letters())
    steps.finished(second, cast, 4, "A wren canary")
    third = steps.readings(application)[2]
    pages = crawl(as_("hannah"))
    [letter] = letters()[before:]
    assert f"/review/assessments/{third.ref}" in pages
    told = [*pages.values(), letter.text, letter.html]
    assert [text for text in told if re.search(r"(?i)\bthird\b|far apart|canary(?!&amp;| &|\"|&state)", text)] == []


def test_an_approver_who_reads_it_too_is_as_blind(pair, cast, as_) -> None:
    application, (first, _), (_, key) = pair
    with action() as session:
        session.add(builders.CouncilRole(person_id=cast[key].person_id, role="approver", given_at=utc_now()))
    client, here = as_(key), f"/review/applications/{application.ref}"
    before = crawl(client, here)
    assert "Open it beside your scores" in before[here]
    steps.finished(first, cast, 1, "A heron canary")
    assert {path: page for path, page in crawl(client, here).items() if before[path] != page} == {}


def canary(round_, state: str = "assessing"):
    """An application whose every word says whose it is."""
    with action() as session:
        home = builders.organisation("Kestrel Canary Club")
        application = builders.application(round_, home, state=state, title="The kestrel canary", asked=123_457)
        session.add(
            SectionAnswers(
                application_id=application.id,
                section="project",
                answers={"title": "The kestrel canary", "plan": "A kestrel canary plan"},
                version=1,
                saved_at=utc_now(),
                saved_by=application.started_by,
                form=new_id(),
            )
        )
    return application


def organisation_ref(application) -> str:
    """The reference by which its organisation is ticked."""
    return db.session.get_one(Organisation, application.organisation_id).ref


def test_who_declared_a_conflict_does_not_check_the_organisation(app, cast, as_) -> None:
    round_ = steps.closed_round()
    ref = organisation_ref(canary(round_))
    assert as_("joyce").get(f"/verification/{ref}").status_code == 200
    actions.declare(round_, [ref], by=cast["joyce"])
    assert as_("joyce").get(f"/verification/{ref}").status_code == 404
    assert as_("martin").get(f"/verification/{ref}").status_code == 200


@pytest.mark.parametrize("key", ["daniel", "joyce"])
def test_nothing_of_an_applicant_reaches_who_declared_a_conflict(app, cast, as_, send, letters, key: str) -> None:
    round_ = steps.closed_round()
    application = canary(round_)
    steps.sent(round_, 3, "assessing")
    with action():
        waiting = builders.application(round_, state="submitted", title="Another one")
    actions.declare(round_, [organisation_ref(application)], by=cast[key])
    steps.declared(round_, cast, *({*steps.REVIEWERS} - {key}))
    actions.share_out(round_, by=cast["martin"])
    readings = steps.readings(application)
    sheets = [f"/review/assessments/{each.ref}" for each in readings]
    here = f"/review/applications/{application.ref}"
    closed = [here, f"{here}/decision", *sheets, *(f"{sheet}/conflict" for sheet in sheets)]
    client = as_(key)
    pages = crawl(
        client, *closed, "/review/rounds/autumn-2026?q=kestrel", f"/review/rounds/autumn-2026?q={application.ref}"
    )
    told = {path: page for path, page in pages.items() if "/conflicts" not in path and "q=" not in path}
    for words in ("kestrel", application.ref, "£1,234.57", *(each.ref for each in readings)):
        assert where(words, {path: page for path, page in told.items() if path not in closed}) == [], words
    for path in ("/review/rounds/autumn-2026?q=kestrel", f"/review/rounds/autumn-2026?q={application.ref}"):
        assert "Nothing fits" in pages[path]
        assert "Kestrel Canary Club" not in pages[path]
    statuses = {client.get(path).status_code for path in closed}
    assert statuses <= {403, 404}
    assert set(posts_to(client, *(f"{here}/{verb}" for verb in ("check", "reader", "decision")), *sheets)) <= {
        403,
        404,
        405,
    }
    assert steps.state_of(application) == "assessing"
    for reading in readings:
        steps.finished(reading, cast, 3)
    assert [
        each.subject for each in letters() if each.to_address == cast[key].email and "estrel" in each.text + each.html
    ] == []
    assert (
        where(
            "kestrel",
            {path: page for path, page in crawl(client).items() if "/conflicts" not in path and "q=" not in path},
        )
        == []
    )
    assert waiting.id


def test_the_refusal_is_the_same_for_what_exists_and_what_does_not(app, cast, as_) -> None:
    round_ = steps.closed_round()
    application = canary(round_)
    actions.declare(round_, [organisation_ref(application)], by=cast["joyce"])
    joyce, number = as_("joyce"), re.compile(r"Number of this request[^<]*|" + UNLIKE.pattern)
    pages = [joyce.get(f"/review/applications/{ref}") for ref in (application.ref, "GC-2222-2222-22")]
    assert [page.status_code for page in pages] == [404, 404]
    assert len({number.sub("", page.get_data(as_text=True)) for page in pages}) == 1


def test_a_team_member_among_the_reviewers_never_gets_through(app, cast, as_, letters) -> None:
    round_ = steps.closed_round()
    circle = steps.sent_by("grace", round_, title="The plover canary")
    steps.sent(round_, 3, "assessing")
    steps.shared_out(round_, cast)
    readings = steps.readings(circle)
    ruth = as_("ruth")
    sheets = [f"/review/assessments/{each.ref}" for each in readings]
    pages = crawl(ruth, f"/review/applications/{circle.ref}", *sheets, "/review/rounds/autumn-2026?q=plover")
    council = {path: page for path, page in pages.items() if path.startswith(("/review", "part of", "/inbox"))}
    assert where("plover canary", council) == where(circle.ref, council) == []
    assert {ruth.get(path).status_code for path in (f"/review/applications/{circle.ref}", *sheets)} == {404}
    for reading in readings:
        steps.finished(reading, cast, 3, "A plover reason")
    mine = [each for each in letters() if each.to_address == cast["ruth"].email]
    assert [each.subject for each in mine if "plover" in each.text + each.html] == []
    everywhere = crawl(ruth)
    assert where("A plover reason", everywhere) == []


def test_a_conflict_found_in_reading_closes_every_way_back(app, cast, as_, send, letters) -> None:
    round_ = steps.closed_round()
    application = canary(round_)
    steps.shared_out(round_, cast)
    [reading, _] = steps.readings(application)
    key = next(key for key in steps.REVIEWERS if cast[key].person_id == reading.reviewer_id)
    client, path = as_(key), f"/review/assessments/{reading.ref}"
    assert where("kestrel", crawl(client)) != []
    answer = send(client, f"{path}/conflict", action=f"{path}/conflict")
    assert answer.status_code == 303
    before = len(letters())
    pages = {each: page for each, page in crawl(client, path).items() if "/conflicts" not in each and "q=" not in each}
    assert where("kestrel", pages) == []
    for other in steps.readings(application, "shared"):
        steps.finished(other, cast, 4)
    assert [each for each in letters()[before:] if each.to_address == cast[key].email] == []
    assert db.session.scalars(select(Organisation.name).where(Organisation.name == "Kestrel Canary Club")).all()
