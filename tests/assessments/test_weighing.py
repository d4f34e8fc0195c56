"""Furthest first as it is kept beside each standing: from the answers, and right again when anything changes."""

import datetime as dt
import re

import pytest
from sqlalchemy import select, update

from portal.applications.models import Application, SectionAnswers
from portal.assessments import ranking, weighing
from portal.assessments.evidence import Furthest
from portal.assessments.models import FurthestFirst
from portal.assessments.ranked import Order
from portal.db.session import action, db
from portal.kit.dates import utc_now
from portal.kit.refs import mark_of
from portal.places import queries as places
from portal.places.models import Ward
from portal.programme import queries as programme
from portal.programme import wording
from portal.programme.rules import LISTS
from tests.assessments import builders, steps

PANEL = f"/review/rounds/{builders.ROUND}/panel"


@pytest.fixture(autouse=True)
def anew(app):
    """The wards and words of this test's own database."""
    places.forget()
    programme.forget()
    yield
    places.forget()


def naming(one: Application, *communities: str, groups: dict[str, str] | None = None) -> Application:
    """The application names these communities, and people in these groups."""
    with action() as session:
        row = session.get(SectionAnswers, (one.id, "people"))
        more = {"communities": list(communities), "groups": groups or {}}
        if row is not None:
            row.answers = {**row.answers, **more}
        else:
            session.add(
                SectionAnswers(
                    application_id=one.id,
                    section="people",
                    answers=more,
                    version=1,
                    saved_at=utc_now(),
                    saved_by=one.submitted_by,
                    form="x",
                )
            )
    return one


def kept(one: Application) -> int | None:
    """What is kept of it, in hundredths of a point."""
    db.session.rollback()
    return db.session.scalar(select(FurthestFirst.points).where(FurthestFirst.application_id == one.id))


def prioritise(code: str, cast, value: str = "yes") -> None:
    """The council starts with this community from now on, or no longer."""
    word = next(word for word in programme.all_terms("community") if word.code == code)
    now = {"label": word.label, "phrase": word.phrase, "priority": word.priority}
    wording.reword(LISTS["communities"], code, {**now, "priority": value}, mark_of(now), by=cast["wei"])


def test_communities_chosen_and_groups_with_people_in_them_count_each_once(app) -> None:
    [one] = builders.scored(builders.the_round())
    naming(one, "older", "refugees", groups={"refugees": "4", "recovery": "3", "families": "0", "carers": "many"})
    found = weighing.worked_out([one.id])[one.id]
    assert [(each.name, each.is_priority) for each in found.communities] == [
        ("Older people", False),
        ("Refugees and people seeking asylum", True),
        ("People in recovery from drugs, alcohol or gambling", True),
    ]
    assert found.points == 333


def test_it_is_kept_when_the_last_scores_come_in(app, cast) -> None:
    round_ = steps.closed_round()
    [one] = steps.sent(round_, state="assessing")
    naming(one, "refugees", "older")
    steps.shared_out(round_, cast)
    assert kept(one) is None
    for reading in steps.readings(one, "shared"):
        steps.finished(reading, cast)
    assert (steps.state_of(one), kept(one)) == ("scored", 250)


def test_another_word_for_who_comes_first_is_worked_out_anew_and_once(app, cast) -> None:
    one, told = builders.scored(builders.the_round(), [1_000, 1_000])
    naming(one, "older")
    naming(told, "older")
    assert weighing.weigh_anew() == 2
    with action() as session:
        session.execute(update(Application).where(Application.id == told.id).values(state="funded"))
    assert (kept(one), weighing.weigh_anew()) == (0, 0)
    prioritise("older", cast)
    assert (weighing.weigh_anew(), weighing.weigh_anew()) == (1, 0)
    assert (kept(one), kept(told)) == (500, 0), "what was decided keeps what its panel saw"


def test_wards_that_changed_and_answers_that_changed_are_worked_out_anew(app) -> None:
    ward = db.session.scalars(select(Ward).where(Ward.people > 0).order_by(Ward.code)).first()
    assert ward is not None
    with action():
        one = builders.application(builders.the_round(), wards={ward.code: 10})
        builders.stand(one, 300)
    weighing.weigh_anew()
    with action():
        ward.deprived_people = ward.people
    places.forget()
    assert (weighing.weigh_anew(), kept(one)) == (1, 500)
    with action():
        one.changed_at = utc_now() + dt.timedelta(milliseconds=1)
        db.session.get_one(SectionAnswers, (one.id, "people")).answers = {"wards": {}}
    assert (weighing.weigh_anew(), kept(one)) == (1, 0)


def test_rounds_that_were_decided_before_are_caught_up_with(app) -> None:
    [one] = builders.scored(builders.the_round(), [1_000])
    naming(one, "refugees")
    with action():
        one.state = "declined"
    assert (weighing.weigh_anew(), kept(one)) == (0, None)
    assert (weighing.weigh_past(), kept(one), weighing.weigh_past()) == (1, 500, 0)


def test_two_workers_at_once_keep_it_once(app) -> None:
    found = builders.scored(builders.the_round(), [1_000] * 5)
    steps.at_once(app, [weighing.weigh_anew] * 4)
    assert [kept(one) for one in found] == [0] * 5


# --- The ranking with it ---


def three(cast):
    """By score a, b, c; with furthest first b overtakes a, and c stays where it is."""
    round_ = builders.the_round()
    with action():
        a, b, c = (builders.application(round_, title=title, asked=100) for title in ("A", "B", "C"))
        for one, points in ((a, 400), (b, 390), (c, 100)):
            builders.stand(one, points)
    naming(b, "refugees")
    naming(c, "older", "refugees")
    weighing.weigh_anew()
    return round_, (a, b, c)


def test_the_ranking_with_it_says_both_places_and_how_far_each_moves(app, cast) -> None:
    round_, _ = three(cast)
    rows = ranking.ranked(round_, cast["joyce"], order=Order.TOGETHER).rows
    told = [(row.title, row.place, row.by_score, row.moves, row.furthest, row.together, row.running) for row in rows]
    assert told == [("B", 1, 2, 1, 500, 412, 100), ("A", 2, 1, -1, 0, 320, 200), ("C", 3, 3, 0, 250, 130, 300)]
    assert [row.title for row in ranking.ranked(round_, cast["joyce"]).rows] == ["A", "B", "C"]


@pytest.mark.parametrize("size", [1, 2, 3])
def test_pages_with_it_are_cut_from_one_list_both_ways(app, cast, size: int) -> None:
    round_ = builders.the_round()
    found = builders.scored(round_, [1_000 + number for number in range(7)])
    for number, one in enumerate(found):
        naming(one, *(("refugees", "older", "families")[: 1 + number % 3]))
    weighing.weigh_anew()
    joyce, together = cast["joyce"], {"order": Order.TOGETHER}
    whole = list(ranking.ranked(round_, joyce, size=100, **together).rows)
    assert [row.id for row in whole] != [one.id for one in found]
    pages, after = [], ""
    while after is not None:
        page = ranking.ranked(round_, joyce, after=after, size=size, **together)
        pages += page.rows
        after = page.after
    assert pages == whole
    back = ranking.ranked(round_, joyce, before=ranking.key_of(whole[-1], Order.TOGETHER), size=size, **together)
    assert list(back.rows) == whole[-1 - size : -1]


def test_the_page_shows_the_order_that_was_asked_for_and_keeps_it(app, cast, as_) -> None:
    three(cast)
    page = " ".join(as_("joyce").get(f"{PANEL}?order=together").text.split())
    titles = [page.index(f">{title}</a>") for title in "BAC"]
    assert titles == sorted(titles)
    assert "It decides nothing, and the panel need not follow it." in page
    assert all(words in page for words in ("up 1", "down 1", "same place", "2 by score"))
    assert f'href="{PANEL}?order=together&amp;print=1"' in page
    by_score = " ".join(as_("joyce").get(f"{PANEL}?order=nonsense").text.split())
    assert by_score.index(">A</a>") < by_score.index(">B</a>")
    assert "by score<" not in by_score


def test_the_budget_line_falls_where_the_money_ends_in_that_order(app, cast) -> None:
    three(cast)
    round_ = builders.the_round(150)
    rows = ranking.ranked(round_, cast["joyce"], order=Order.TOGETHER).rows
    assert [(row.title, row.is_first_over(150)) for row in rows] == [("B", False), ("A", True), ("C", False)]
    assert ranking.figures(round_, cast["joyce"], Order.TOGETHER).fits == 1


def test_the_paper_shows_what_makes_up_every_figure(app, cast, as_) -> None:
    ward = db.session.scalars(select(Ward).where(Ward.deprived_people > 0).order_by(Ward.code)).first()
    assert ward is not None
    with action():
        one = builders.application(builders.the_round(), wards={ward.code: 40}, title="Tea")
        builders.stand(one, 400)
    naming(one, "refugees", "older")
    weighing.weigh_anew()
    found = weighing.worked_out([one.id])[one.id]
    paper = " ".join(re.sub("<[^>]+>", " ", as_("joyce").get(f"{PANEL}?print=1").text).split())
    assert "How furthest first was worked out" in paper
    assert f"40 × {found.reach.percent}% {ward.name.replace('&', '&amp;')} = {found.reach.deprived:.1f}" in paper
    assert "Refugees and people seeking asylum ★; Older people: 2.50." in paper


def test_a_figure_that_is_old_is_said_to_be_until_the_worker_has_been(app, cast, as_) -> None:
    three(cast)
    joyce, said = as_("joyce"), "Furthest first is being worked out anew."
    assert said not in joyce.get(PANEL).text
    prioritise("older", cast)
    assert said in joyce.get(PANEL).text
    weighing.weigh_anew()
    assert said not in joyce.get(PANEL).text


def test_the_page_of_a_decision_shows_what_the_ranking_counts(app, cast, as_) -> None:
    _, (_, _, c) = three(cast)
    page = " ".join(as_("joyce").get(f"/review/applications/{c.ref}/decision").text.split())
    assert "Together: 0.00 + 2.50 = 2.50 of 5" in page
    assert "<strong>Refugees and people seeking asylum</strong>, priority community" in page
    assert Furthest.from_data(db.session.get_one(FurthestFirst, c.id).working) == weighing.worked_out([c.id])[c.id]


def test_the_ranking_with_it_costs_the_same_for_three_and_for_thirty(app, cast, as_, queries) -> None:
    round_, _ = three(cast)
    joyce = as_("joyce")
    joyce.get(f"{PANEL}?order=together")
    with queries() as few:
        joyce.get(f"{PANEL}?order=together")
    builders.scored(round_, [1_000] * 30)
    weighing.weigh_anew()
    with queries() as many:
        joyce.get(f"{PANEL}?order=together")
    assert many.number <= few.number <= 8


@pytest.mark.parametrize("key", ["ruth", "daniel", "amina", "tom"])
def test_who_reads_no_panel_sees_no_ranking_with_it(app, cast, as_, key: str) -> None:
    three(cast)
    assert as_(key).get(f"{PANEL}?order=together").status_code in {403, 404}
