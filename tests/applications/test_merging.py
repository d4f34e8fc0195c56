"""Two pages of one section: other questions merge without a word, and no order of saves loses a text."""

from dataclasses import dataclass, field
from typing import Any, cast

import pytest
from flask import Flask
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from sqlalchemy import delete

from portal.applications import actions
from portal.applications.merging import Sheet, mark, marks_after, marks_in, marks_of
from portal.applications.models import Application, EarlierAnswers, SectionAnswers
from portal.applications.queries import set_aside
from portal.db.session import action
from portal.funds.questions import Kind, Question
from portal.kit.errors import Clash
from portal.kit.refs import new_id
from portal.organisations.queries import someone_for
from portal.permissions import Someone
from tests import town
from tests.applications import drafts

Cast = dict[str, Someone]
PART, ASKED = "project", ("title", "summary", "plan")


@dataclass
class Tab:
    """A page of the part in somebody's browser, as its script keeps it."""

    draft: Application
    by: Someone
    typed: dict[str, str] = field(default_factory=dict)
    touched: set[str] = field(default_factory=set)

    def __post_init__(self) -> None:
        row = drafts.row_of(self.draft, PART)
        self.key, self.version = new_id(), row.version if row else 0
        stands: dict[str, Any] = row.answers if row else {}
        self.typed = {code: stands.get(code, "") for code in ASKED}
        questions = [each for each in drafts.section_of(self.draft, PART).questions if each.code in ASKED]
        self.marks = marks_of(questions, self.typed)

    def types(self, code: str, text: str) -> None:
        """Type over one question."""
        self.typed[code] = text
        self.touched.add(code)

    def saves(self, *, answered: bool = True) -> bool:
        """Send all that is on the page; whether all of it stands. Without an answer the page knows of nothing."""
        section = drafts.section_of(self.draft, PART)
        sheet = Sheet(section, dict(self.typed), self.version, self.key, marks_in(self.marks))
        try:
            row, stands = actions.save(self.draft, sheet, by=self.by), True
        except Clash as clash:
            row, stands = cast(SectionAnswers, clash.theirs), False
        if answered:
            self.version, self.marks = row.version, marks_after(sheet, row.answers)
        return stands


def stands(draft: Application) -> dict[str, str]:
    """What stands in the part."""
    row = drafts.row_of(draft, PART)
    return {code: row.answers.get(code, "") for code in ASKED} if row else dict.fromkeys(ASKED, "")


def found(draft: Application) -> set[str]:
    """Every text that is kept somewhere in the part."""
    earlier = [text for each in drafts.earlier_of(draft, PART) for text in each.answers.values()]
    return {*stands(draft).values(), *earlier}


def test_two_who_answer_different_questions_are_merged_without_a_word(cast: Cast) -> None:
    draft = drafts.begun(cast["amina"])
    amina, tom = Tab(draft, cast["amina"]), Tab(draft, cast["tom"])
    amina.types("title", "Tea")
    tom.types("plan", "On Tuesdays")
    assert [amina.saves(), tom.saves(), amina.saves()] == [True] * 3
    assert stands(draft) == {"title": "Tea", "summary": "", "plan": "On Tuesdays"}
    assert [each.answers for each in drafts.earlier_of(draft, PART)] == []
    assert drafts.verbs_of(draft) == ["start", "save", "save"]


def test_only_the_question_that_both_changed_waits_for_a_choice(cast: Cast) -> None:
    draft = drafts.begun(cast["amina"])
    amina, tom = Tab(draft, cast["amina"]), Tab(draft, cast["tom"])
    amina.types("title", "Tea")
    tom.types("title", "Cake")
    tom.types("summary", "Short")
    assert [amina.saves(), tom.saves()] == [True, False]
    assert stands(draft) == {"title": "Tea", "summary": "Short", "plan": ""}
    (aside,) = set_aside(draft, cast["tom"])
    assert aside.answers == {"title": "Cake"}


def test_a_page_that_was_told_of_two_texts_goes_on_with_the_rest(cast: Cast) -> None:
    draft = drafts.begun(cast["amina"])
    amina, tom = Tab(draft, cast["amina"]), Tab(draft, cast["tom"])
    amina.types("title", "Tea")
    tom.types("title", "Cake")
    amina.saves()
    for summary in ("S", "Sh", "Short"):
        tom.types("summary", summary)
        assert not tom.saves()
    assert stands(draft)["summary"] == "Short"
    assert [each.answers for each in drafts.earlier_of(draft, PART)] == [{"title": "Cake"}]


def test_a_text_that_goes_in_after_all_waits_no_longer(cast: Cast) -> None:
    draft = drafts.begun(cast["amina"])
    amina, tom = Tab(draft, cast["amina"]), Tab(draft, cast["tom"])
    amina.types("title", "Tea")
    tom.types("title", "Cake")
    assert [amina.saves(), tom.saves()] == [True, False]
    amina.types("title", "")
    assert [amina.saves(), tom.saves()] == [True, True]
    assert (stands(draft)["title"], list(set_aside(draft, cast["tom"]))) == ("Cake", [])
    assert "Cake" in found(draft)


def test_what_a_colleague_wrote_is_not_taken_back_by_a_page_that_never_touched_it(cast: Cast) -> None:
    draft = drafts.begun(cast["amina"])
    drafts.save(draft, PART, cast["amina"], title="Tea", summary="Old", plan="Old")
    amina, tom = Tab(draft, cast["amina"]), Tab(draft, cast["tom"])
    tom.types("summary", "New")
    amina.types("plan", "Newer")
    assert [tom.saves(), amina.saves(), amina.saves()] == [True] * 3
    assert stands(draft) == {"title": "Tea", "summary": "New", "plan": "Newer"}
    amina.types("summary", "Amina’s")
    assert not amina.saves()


def test_the_choice_is_not_disturbed_by_another_question(cast: Cast) -> None:
    draft = drafts.begun(cast["amina"])
    amina, tom = Tab(draft, cast["amina"]), Tab(draft, cast["tom"])
    amina.types("title", "Tea")
    tom.types("title", "Cake")
    assert [amina.saves(), tom.saves()] == [True, False]
    section, asked = drafts.section_of(draft, PART), drafts.section_of(draft, PART).questions[:1]
    (aside,), seen = set_aside(draft, cast["tom"]), marks_in(marks_of(asked, stands(draft)))
    amina.types("plan", "On Tuesdays")
    assert amina.saves()
    actions.choose(draft, aside, Sheet(section, {"title": "Cake"}, 1, new_id(), seen), by=cast["tom"])
    assert stands(draft) == {"title": "Cake", "summary": "", "plan": "On Tuesdays"}


DO = ["open", "type", "clear", "save", "lost", "write", "write", "again", "mine", "theirs"]
STEPS = st.lists(st.tuples(st.integers(0, 2), st.sampled_from(DO), st.sampled_from(ASKED[:2])), max_size=24)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(STEPS)
@example([(0, "type", "title"), (0, "lost", "title"), (0, "clear", "title"), (0, "save", "title")])
def test_no_order_of_saves_loses_a_text(sqlite_app: Flask, steps: list[tuple[int, str, str]]) -> None:
    people = [by for key in ("amina", "tom") if (by := someone_for(town.BY_KEY[key].email))]
    draft = drafts.begun(people[0])
    forget(draft)
    tabs = [Tab(draft, people[place % 2]) for place in range(3)]
    last_sent: dict[tuple[str, str], str] = {}
    for number, (place, what, code) in enumerate(steps):
        if what in {"open", "again"}:
            tabs[place] = Tab(draft, tabs[place].by)
        tab = tabs[place]
        if what in {"type", "write", "again", "clear"}:
            tab.types(code, "" if what == "clear" else f"text {number}")
        if what in {"save", "lost", "write", "again"}:
            untouched = set(ASKED) - tab.touched
            before = {each: stands(draft)[each] for each in untouched}
            tab.saves(answered=what != "lost")
            assert {each: stands(draft)[each] for each in untouched} == before
            asides = [each.answers for each in drafts.earlier_of(draft, PART) if each.form == tab.key]
            assert {each for answers in asides for each in answers} <= tab.touched
            last_sent |= {(tab.key, each): tab.typed[each] for each in tab.touched}
        if what in {"mine", "theirs"}:
            choose(draft, tab.by, what)
        assert {text for text in last_sent.values() if text} <= found(draft)


def choose(draft: Application, by: Someone, what: str) -> None:
    """Settle this person's newest choice, one way for all questions, as the page of both texts does."""
    for aside in set_aside(draft, by)[:1]:
        section, now = drafts.section_of(draft, PART), stands(draft)
        seen = marks_in(marks_of(section.questions, now))
        wanted = aside.answers if what == "mine" else {code: now[code] for code in aside.answers}
        row = drafts.row_of(draft, PART)
        assert row is not None
        actions.choose(draft, aside, Sheet(section, wanted, row.version, new_id(), seen), by=by)


def forget(draft: Application) -> None:
    """Begin with an empty part."""
    with action() as session:
        session.execute(delete(SectionAnswers).where(SectionAnswers.application_id == draft.id))
        session.execute(delete(EarlierAnswers).where(EarlierAnswers.application_id == draft.id))


ANSWERED: list[tuple[Kind, Any, Any]] = [
    (Kind.TEXT, "Tea", " Tea\n"),
    (Kind.LONG_TEXT, "One\n\ntwo", "\nOne\n\ntwo"),
    (Kind.COMMUNITIES, ["older", "carers"], ["carers", "", "older"]),
    (Kind.WARDS, {"E05": "4"}, {"E05": " 4", "E06": ""}),
    (Kind.GROUPS, {"older": "4"}, {"older": " 4", "carers": ""}),
    (Kind.BUDGET, [{"item": "Tea", "amount": "3"}], [{"item": "Tea", "amount": "3", "quote": ""}, {"item": ""}]),
    (Kind.TEXT, "", None),
    (Kind.CHOICES, [], None),
]


@pytest.mark.parametrize(("kind", "one", "other"), ANSWERED)
def test_a_mark_is_the_same_however_a_page_sends_the_same(kind: Kind, one: Any, other: Any) -> None:
    question = Question("q", kind, "Label")
    assert mark(question, one) == mark(question, other)
    assert (mark(question, one) == "") is (not one)
