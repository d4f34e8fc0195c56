"""A round's report: what it counts, for whom, and that its copies hold values alone."""

import csv
import datetime as dt
import io
from dataclasses import replace

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import select, update

from portal.applications.equality import shown as safe
from portal.applications.models import SectionAnswers
from portal.assessments import decisions, past_rounds, report, report_queries
from portal.assessments.models import Conflict, Decision
from portal.assessments.report import SMALLEST, Counts, Line, Table
from portal.assessments.report_answers import Naming, named
from portal.assessments.report_queries import report_of
from portal.db.session import action, db
from portal.funds.models import FormVersion, Round
from portal.funds.questions import Kind
from portal.kit.dates import utc_now
from portal.kit.refs import new_id
from portal.permissions import Permission, Someone
from portal.places.models import Ward
from tests.assessments import builders
from tests.assessments.builders import WORDS
from tests.assessments.steps import deeds
from tests.reader import form_to

REPORT = f"/review/rounds/{builders.ROUND}/report"
READERS = ("joyce", "martin", "priya", "colin", "helen")
OTHERS = ("ruth", "daniel", "hannah", "leanne", "philippa", "wei", "amina", "tom", "sam")
DAY = dt.timedelta(days=1)


@pytest.fixture
def wards(app) -> list[Ward]:
    """Two wards of the town."""
    return list(db.session.scalars(select(Ward).order_by(Ward.name).limit(2)))


def answer(one, **answers: object) -> None:
    """Put answers into its section about people."""
    row = db.session.get(SectionAnswers, (one.id, "people"))
    if row is None:
        more = {"version": 1, "saved_at": utc_now(), "saved_by": one.submitted_by, "form": new_id()}
        row = SectionAnswers(application_id=one.id, section="people", answers={}, **more)
        db.session.add(row)
    row.answers = {**row.answers, **answers}


def table(found: report_queries.Report, code: str) -> dict[str, Counts]:
    """One of a report's tables, by the words of its rows."""
    return {line.label: line.counts for each in found.tables if each.code == code for line in each.lines}


def decided(round_: Round, cast, outcomes: list[str], asked: int = 100_000) -> list:
    """Applications of that round with these decisions, released."""
    found = builders.scored(round_, [asked] * len(outcomes))
    for one, outcome in zip(found, outcomes, strict=True):
        part = asked // 2 if outcome == "part_fund" else None
        decisions.confirm(decisions.propose(one, outcome, part, *WORDS, by=cast["joyce"]), by=cast["martin"])
    decisions.release(round_, by=cast["martin"])
    return found


def conflict(key: str, one, cast) -> None:
    """That person has a conflict of interest with whoever sent it."""
    made = {"source": "declared", "declared_at": utc_now(), "person_id": cast[key].person_id}
    with action() as session:
        session.add(Conflict(round_id=one.round_id, organisation_id=one.organisation_id, **made))


# --- What is counted ---


def test_the_whole_round_in_figures(app, cast) -> None:
    round_ = builders.the_round()
    decided(round_, cast, ["fund", "part_fund", "reserve", "decline"])
    with action():
        for state in ("not_eligible", "withdrawn", "submitted"):
            builders.application(round_, asked=7_000, state=state)
        draft = builders.application(round_, asked=1, state="draft")
        draft.submitted_at = draft.submitted_by = draft.signed_name = None

    found = report_of(round_, cast["helen"])

    assert found.counts == Counts(applied=7, eligible=4, funded=2, asked=421_000, granted=150_000)
    assert found.counts.rate == 29
    assert found.states == {
        **dict.fromkeys(("funded", "part_funded", "reserved", "declined", "not_eligible", "withdrawn", "submitted"), 1)
    }


def test_by_ward_with_the_people_named(app, cast, wards) -> None:
    round_, (here, there) = builders.the_round(), wards
    [funded, _] = decided(round_, cast, ["fund", "decline"])
    with action():
        answer(funded, wards={here.code: "1,200", there.code: " 15 "})
        builders.application(round_, asked=5_000, state="submitted", wards={here.code: 30})
        builders.application(round_, asked=9_000, state="submitted")

    found = report_of(round_, cast["joyce"])

    assert table(found, "wards") == {
        here.name: Counts(2, 1, 1, 105_000, 100_000, 1_230, 1_200),
        there.name: Counts(1, 1, 1, 100_000, 100_000, 15, 15),
    }
    assert {here.name, there.name}.isdisjoint(found.unnamed)
    assert len(found.unnamed) == len(db.session.scalars(select(Ward.code)).all()) - 2


def test_a_ward_with_no_number_beside_it_counts_nobody(app, cast, wards) -> None:
    round_ = builders.the_round()
    with action():
        for typed in ("many", "-3", "1.5", "12345678901", "٣", "4", ""):
            answer(builders.application(round_, state="submitted"), wards={wards[0].code: typed})
    [counts] = table(report_of(round_, cast["joyce"]), "wards").values()
    assert (counts.applied, counts.people) == (6, 4)


def test_an_answer_of_the_wrong_shape_breaks_nothing(app, cast) -> None:
    round_ = builders.the_round()
    with action():
        for odd in ("a text", ["a", "list"], 7, None, {"E05": ["deep"]}):
            answer(builders.application(round_, state="submitted"), wards=odd, communities=odd, groups=odd)
    found = report_of(round_, cast["joyce"])
    assert found.counts.applied == 5
    assert {label for each in found.tables[:2] for label in table(found, each.code)} == {"E05", "a", "list"}


def test_by_community_an_application_counts_once_in_each_that_it_names(app, cast) -> None:
    round_ = builders.the_round()
    with action():
        one, other = (builders.application(round_, asked=1_000, state="assessing") for _ in range(2))
        answer(one, communities=["older", "carers", "older"], furthest={"older": "12"})
        answer(other, communities=["older"])

    found = {
        line.label: line.counts.applied
        for each in report_of(round_, cast["joyce"]).tables
        if each.code == "communities"
        for line in each.lines
    }

    assert list(found.values()) == [2, 1]


def test_by_kind_and_size_as_the_organisation_that_stands_says(app, cast) -> None:
    round_ = builders.the_round()
    with action() as session:
        big, small, twin = (builders.organisation() for _ in range(3))
        big.legal_form, big.income_band = "cic", "25k_75k"
        for home in (big, small, twin):
            builders.application(round_, home, asked=1_000, state="assessing")
        twin.merged_into_id = big.id
        session.flush()

    found = report_of(round_, cast["joyce"])

    assert sorted(each.applied for each in table(found, "kinds").values()) == [1, 2]
    assert [line.counts.applied for line in found.tables[2].lines] == [2, 1]
    assert found.tables[2].lines[-1].label == "Not said"


def test_a_question_that_was_not_asked_counts_nothing(app, cast, wards) -> None:
    """Its answer may still be there, from before another one hid it."""
    round_ = builders.the_round()
    with action():
        shown, hidden, among = (builders.application(round_, state="submitted") for _ in range(3))
        for one, said in ((shown, "yes"), (hidden, "no"), (among, ["no", "yes"])):
            answer(one, elsewhere=said, more={wards[0].code: "5"})
    naming = Naming("people", "more", Kind.WARDS, (("people", "elsewhere", "yes"),))
    is_sqlite = db.engine.dialect.name == "sqlite"

    rows = db.session.execute(named(naming, [1], is_sqlite=is_sqlite), {"round": round_.id}).all()

    assert sorted(row.application_id for row in rows) == [shown.id, among.id]
    assert {(row.list, row.code, row.people) for row in rows} == {("wards", wards[0].code, 5)}


def test_how_long_answers_took(app, cast) -> None:
    round_ = builders.the_round()
    found = decided(round_, cast, ["fund", "decline", "decline"])
    noon = utc_now().replace(hour=12)
    with action() as session:
        session.execute(update(Round).values(opens_at=noon - 90 * DAY, closes_at=noon - 40 * DAY))
        for one, before, after in zip(found, (1, 30, 2), (10, 20, 39), strict=True):
            session.merge(one).submitted_at = noon - (40 + before) * DAY
            session.execute(
                update(Decision).where(Decision.application_id == one.id).values(released_at=noon + (after - 40) * DAY)
            )
    assert report_of(builders.the_round(), cast["helen"]).days == report.Days(20, 39, 41, 50)


def test_before_any_letter_nothing_is_said_of_days(app, cast) -> None:
    builders.scored(builders.the_round(), [1_000])
    assert report_of(builders.the_round(), cast["helen"]).days is None


def test_the_public_page_of_the_next_round_says_the_same(app, cast) -> None:
    round_ = builders.the_round()
    decided(round_, cast, ["fund", "part_fund", "decline"])
    with action() as session:
        builders.application(round_, state="withdrawn")
        session.execute(update(Round).values(opens_at=utc_now() - 90 * DAY, closes_at=utc_now() - 40 * DAY))
    found = report_of(builders.the_round(), cast["helen"])
    last = past_rounds.last_time(round_.fund_id, utc_now())
    assert last is not None
    assert (last.applied, last.funded, last.median_days) == (4, 2, found.days.from_closing)
    assert found.counts.rate == report.success(last.applied, last.funded) == 50
    assert (last.applied, last.funded) == (found.counts.applied, found.counts.funded)


# --- For whom ---


def test_who_answers_for_the_round_reads_it_and_nobody_else(as_) -> None:
    assert {as_(who).get(REPORT).status_code for who in READERS} == {200}
    assert {as_(who).get(REPORT).status_code for who in OTHERS} == {403}


def test_a_conflict_of_interest_is_left_out_and_said(app, cast, as_, wards) -> None:
    round_ = builders.the_round()
    with action():
        theirs = builders.application(round_, asked=5_000, state="assessing", wards={wards[0].code: 30})
        builders.application(round_, asked=1_000, state="assessing", wards={wards[0].code: 4})
    conflict("joyce", theirs, cast)

    found, whole = report_of(round_, cast["joyce"]), report_of(round_, cast["martin"])

    assert (found.conflicts, found.counts) == (1, Counts(1, 1, 0, 1_000, 0))
    assert table(found, "wards") == {wards[0].name: Counts(1, 1, 0, 1_000, 0, 4, 0)}
    assert [sum(line.counts.applied for line in each.lines) for each in found.tables[2:]] == [1, 1]
    assert (whole.conflicts, whole.counts.applied) == (0, 2)
    assert "You have a conflict of interest" in as_("joyce").get(REPORT).get_data(as_text=True)
    assert "You have a conflict of interest" not in as_("martin").get(REPORT).get_data(as_text=True)


def outsider(someone: Someone) -> Someone:
    """The same person, who may see figures and read nothing."""
    found = replace(someone)
    object.__setattr__(found, "permissions", frozenset({Permission.IMPACT_READ}))
    return found


def test_who_reads_no_application_is_shown_no_small_number(app, cast, wards) -> None:
    round_ = builders.the_round()
    decided(round_, cast, ["fund"] * 6 + ["decline"] * 2)
    with action():
        builders.application(round_, asked=5_000, state="submitted", wards={wards[0].code: 30})

    found = report_of(round_, outsider(cast["helen"]))

    assert (found.counts.applied, found.counts.funded, found.counts.eligible) == (9, 6, None)
    assert found.states == {"funded": None, "declined": None, "submitted": None}
    assert table(found, "wards") == {wards[0].name: Counts(*[None] * 7)}


numbers = st.lists(st.tuples(st.integers(0, 30), st.integers(0, 30), st.integers(0, 30)), min_size=1, max_size=8)


@given(numbers, st.booleans())
def test_what_is_not_shown_cannot_be_had_by_taking_away(rows, parts: bool) -> None:
    lines = tuple(
        Line(str(at), Counts(sum(row), row[0] + row[1], row[0], 500, 400, 90, 80)) for at, row in enumerate(rows)
    )
    found = report.shown(Table("x", "X", "X", lines, parts), safe)
    for name in ("applied", "eligible", "funded"):
        pairs = [
            (getattr(was.counts, name), getattr(now.counts, name)) for was, now in zip(lines, found.lines, strict=True)
        ]
        assert all(now is None or now == was for was, now in pairs)
        assert all(now is None or now >= SMALLEST or (not parts and now == 0) for _, now in pairs)
    for line in found.lines:
        if line.counts.applied is None:
            assert line.counts == Counts(*[None] * 7)
        assert (line.counts.granted is None) == (line.counts.helped is None) == (line.counts.funded is None)


# --- Copies ---


def copy(client, format: str):
    """The copy that a button of the page sends."""
    form = form_to(client.get(REPORT).get_data(as_text=True), f"{REPORT}/copy")
    return client.post(f"{REPORT}/copy", data={**form.fields, "format": format})


@pytest.fixture
def hostile(app, cast, wards) -> Round:
    """A round in which what would be a formula stands wherever a text can."""
    round_ = builders.the_round()
    with action() as session:
        session.execute(update(Round).values(title='=HYPERLINK("http://evil")'))
        session.execute(update(Ward).where(Ward.code == wards[0].code).values(name="@SUM(1+1)"))
        home = builders.organisation()
        home.legal_form, home.income_band = "+kind", "-band"
        builders.application(round_, home, asked=123_456, state="assessing", wards={wards[0].code: 30})
    app.extensions.pop("portal_wards", None)
    return builders.the_round()


def test_the_lines_hold_values_alone(hostile, as_) -> None:
    client = as_("joyce")
    answer = client.get(copy(client, "csv").headers["Location"])
    rows = list(csv.reader(io.StringIO(answer.get_data(as_text=True).removeprefix("\ufeff"))))
    cells = [cell for row in rows for cell in row]
    assert answer.headers["Content-Disposition"] == f'attachment; filename="{hostile.code}-report.csv"'
    assert ["Round", '\'=HYPERLINK("http://evil")'] in rows
    assert ["'@SUM(1+1)", "1", "1", "0", "0", "1234.56", "0.0", "30", "0"] in rows
    assert {"'+kind", "'-band"} <= set(cells)
    assert [cell for cell in cells if cell.startswith(("=", "+", "-", "@", "\t", "\r"))] == []


def test_the_workbook_holds_values_alone(hostile, as_) -> None:
    client = as_("joyce")
    answer = client.get(copy(client, "xlsx").headers["Location"])
    book = openpyxl.load_workbook(io.BytesIO(answer.data))
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row if cell.value is not None]
    assert book.sheetnames == ["Round", "By ward", "By community", "By size of organisation", "By kind of organisation"]
    assert {sheet.sheet_state for sheet in book} == {"visible"}
    assert {cell.data_type for cell in cells} == {"s", "n"}
    assert not list(book.defined_names)
    assert list(book["By ward"].iter_rows(values_only=True))[1] == (*("'@SUM(1+1)", 1, 1, 0, 0, 1234.56, 0, 30, 0),)
    assert [cell.value for cell in cells if str(cell.value).startswith(("=", "+", "-", "@"))] == []


def test_a_copy_says_what_the_page_says(app, cast, as_) -> None:
    decided(builders.the_round(), cast, ["fund", "decline"])
    client = as_("helen")
    rows = list(csv.reader(io.StringIO(client.get(copy(client, "csv").headers["Location"]).get_data(as_text=True))))
    facts = {row[0]: row[1] for row in rows if len(row) == 2}
    assert (facts["Applied"], facts["Funded"], facts["Success rate (%)"], facts["Granted (£)"]) == (
        "2",
        "1",
        "50",
        "1000.0",
    )


def test_that_a_copy_was_taken_is_written_down_and_told(app, cast, as_) -> None:
    builders.scored(builders.the_round(), [1_000])
    client = as_("joyce")
    copy(client, "xlsx")
    [deed] = deeds("export")
    assert (deed.subject, deed.actor_id, deed.facts) == ("round", cast["joyce"].person_id, {"format": "xlsx"})
    assert "took a copy of the round’s report" in as_("helen").get("/history?kind=round").get_data(as_text=True)


def test_a_copy_is_for_whoever_took_it_and_for_ten_minutes(app, as_, clock) -> None:
    builders.scored(builders.the_round(), [1_000])
    where = copy(as_("joyce"), "csv").headers["Location"]
    assert as_("martin").get(where).status_code == 303
    assert as_("joyce").get(where).status_code == 200
    clock.shift(dt.timedelta(minutes=11))
    again = as_("joyce").get(where)
    assert (again.status_code, again.headers["Location"].endswith("/report")) == (303, True)


# --- What it costs ---


def test_it_asks_the_same_of_one_application_and_of_a_thousand(app, cast, as_, queries, wards) -> None:
    round_, client, asked = builders.the_round(), as_("joyce"), []
    for more in (1, 30):
        with action():
            for _ in range(more):
                builders.application(round_, state="assessing", wards={each.code: 9 for each in wards})
        client.get(REPORT)
        with queries() as counted:
            assert client.get(REPORT).status_code == 200
        asked.append(len(counted.statements))
    assert asked[0] == asked[1] <= 8


def test_questions_of_every_form_of_the_round_are_read(app, cast, wards) -> None:
    round_ = builders.the_round()
    with action() as session:
        first = session.get_one(FormVersion, (round_.id, 1))
        session.add(FormVersion(round_id=round_.id, number=2, form=first.form, made_at=utc_now()))
        session.flush()
        old = builders.application(round_, state="assessing", wards={wards[0].code: 3})
        new = builders.application(round_, state="assessing", wards={wards[0].code: 4})
        old.form_number, new.form_number = 1, 2
        session.execute(update(Round).where(Round.id == round_.id).values(form_number=2))
    found = table(report_of(builders.the_round(), cast["joyce"]), "wards")
    assert [(each.applied, each.people) for each in found.values()] == [(2, 7)]
