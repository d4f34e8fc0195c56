"""The ranking: by score, with the money running along, the same on whichever page."""

import pytest
from sqlalchemy import select

from portal.assessments import decisions, ranking, weighing
from portal.assessments.models import Conflict
from portal.assessments.ranked import Ranked
from portal.db.session import action, db
from portal.kit.dates import utc_now
from portal.places.models import Ward
from tests.assessments import builders
from tests.assessments.builders import WORDS


def walk(round_, someone, size: int) -> list[list[Ranked]]:
    """Every page from first to last."""
    pages, after = [], None
    while True:
        page = ranking.ranked(round_, someone, after=after, size=size)
        pages.append(list(page.rows))
        after = page.after
        if after is None:
            return pages


def back(round_, someone, size: int, last: Ranked) -> list[list[Ranked]]:
    """Every page from the one before this row to the first."""
    pages, before = [], ranking.key_of(last)
    while before:
        page = ranking.ranked(round_, someone, before=before, size=size)
        pages.append(list(page.rows))
        before = page.before
    return pages


def test_best_first_equal_ones_by_age_with_the_sum_of_what_was_asked(app, cast) -> None:
    round_ = builders.the_round()
    with action():
        found = [builders.application(round_, asked=pence) for pence in (100, 20, 3, 4_000)]
        for one, points in zip(found, (300, 480, 480, 100), strict=True):
            builders.stand(one, points, points - 20, points + 20)
    [rows] = walk(round_, cast["joyce"], 25)
    assert [(row.id, row.place, row.points, row.lowest, row.highest, row.running) for row in rows] == [
        (found[1].id, 1, 480, 460, 500, 20),
        (found[2].id, 2, 480, 460, 500, 23),
        (found[0].id, 3, 300, 280, 320, 123),
        (found[3].id, 4, 100, 80, 120, 4_123),
    ]


@pytest.mark.parametrize("size", [1, 2, 3, 7, 25])
def test_pages_are_cut_from_one_list_both_ways(app, cast, size) -> None:
    round_ = builders.the_round()
    builders.scored(round_, [1_000 + number for number in range(8)])
    [whole] = walk(round_, cast["joyce"], 100)
    pages = walk(round_, cast["joyce"], size)
    assert [row for page in pages for row in page] == whole
    returned = back(round_, cast["joyce"], size, whole[-1])
    assert [row for page in reversed(returned) for row in page] == whole[:-1]


@pytest.mark.parametrize("word", ["", "nonsense", "W10", "WyJhIiwgMV0", "x" * 500])
def test_a_key_that_is_none_shows_the_first_page(app, cast, word) -> None:
    round_ = builders.the_round()
    builders.scored(round_, [1_000] * 3)
    assert ranking.ranked(round_, cast["joyce"], after=word).rows[0].place == 1


def test_the_line_falls_once_where_the_budget_ends(app, cast) -> None:
    round_ = builders.the_round(1_000_000)
    builders.scored(round_, [400_000, 500_000, 200_000, 50_000])
    [rows] = walk(round_, cast["joyce"], 25)
    assert [row.is_first_over(1_000_000) for row in rows] == [False, False, True, False]
    assert ranking.figures(round_, cast["joyce"]).fits == 2


def test_only_what_is_before_the_panel_or_decided_is_ranked(app, cast) -> None:
    round_ = builders.the_round()
    with action():
        for state in ("assessing", "scored", "funded", "declined", "withdrawn"):
            builders.stand(builders.application(round_, state=state, title=state), 300)
    [rows] = walk(round_, cast["joyce"], 25)
    assert [row.title for row in rows] == ["scored", "funded", "declined"]
    figures = ranking.figures(round_, cast["joyce"])
    assert (figures.eligible, figures.ready) == (4, 3)


def test_the_figures_follow_every_deed(app, cast) -> None:
    round_ = builders.the_round(1_000_000)
    first, second, third = builders.scored(round_, [300_000] * 3)

    def now() -> tuple[int, ...]:
        figures = ranking.figures(round_, cast["joyce"])
        return figures.to_propose, figures.to_confirm, figures.to_release, figures.proposed, figures.left

    assert now() == (3, 0, 0, 0, 1_000_000)
    decision = decisions.propose(first, "fund", None, *WORDS, by=cast["joyce"])
    decisions.propose(second, "part_fund", 100_000, *WORDS, by=cast["joyce"])
    assert now() == (1, 2, 0, 400_000, 600_000)
    decisions.confirm(decision, by=cast["martin"])
    assert now() == (1, 1, 1, 400_000, 600_000)
    decisions.send_back(decision, "Why?", by=cast["martin"])
    assert now() == (2, 1, 0, 100_000, 900_000)
    decisions.propose(third, "decline", None, *WORDS, by=cast["joyce"])
    assert now() == (1, 2, 0, 100_000, 900_000)


def test_what_somebody_has_a_conflict_with_is_in_no_row_and_no_sum(app, cast) -> None:
    round_ = builders.the_round(1_000_000)
    first, second, third = builders.scored(round_, [300_000, 200_000, 100_000])
    decisions.propose(second, "fund", None, *WORDS, by=cast["martin"])
    with action() as session:
        session.add(
            Conflict(
                round_id=round_.id,
                person_id=cast["joyce"].person_id,
                organisation_id=second.organisation_id,
                source="declared",
                declared_at=utc_now(),
            )
        )
    [rows] = walk(round_, cast["joyce"], 25)
    assert [(row.id, row.place, row.running) for row in rows] == [(first.id, 1, 300_000), (third.id, 2, 400_000)]
    figures = ranking.figures(round_, cast["joyce"])
    assert (figures.ready, figures.proposed, figures.left, figures.conflicts) == (2, 0, None, 1)
    assert ranking.figures(round_, cast["martin"]).left == 800_000


def test_how_far_it_reaches_comes_from_the_wards_it_names(app, cast) -> None:
    round_ = builders.the_round()
    poorest, richest = db.session.scalars(
        select(Ward).order_by((1.0 * Ward.deprived_people / Ward.people).desc())
    ).all()[:: len(db.session.scalars(select(Ward)).all()) - 1]
    with action():
        named = builders.application(round_, wards={poorest.code: 30, richest.code: 10})
        silent = builders.application(round_)
    found = weighing.worked_out([named.id, silent.id])
    expected = (30 * poorest.deprived_people / poorest.people + 10 * richest.deprived_people / richest.people) / 40
    assert found[named.id].reach.percent == round(100 * expected)
    named_wards = [(ward.ward, ward.people) for ward in found[named.id].reach.wards]
    assert named_wards == [(poorest.name, 30), (richest.name, 10)]
    assert found[silent.id].reach.percent is None
