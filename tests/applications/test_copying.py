"""Which answers of one form fit into another."""

from portal.applications.copying import TYPED, copied, gone_over
from portal.funds.questions import MANY, Choice, Condition, Form, Kind, Question, Section


def form(*questions: Question, section: str = "one") -> Form:
    """A form with one section."""
    return Form(sections=(Section(section, "One", questions=questions),))


def choice(code: str, *codes: str, kind: Kind = Kind.CHOICE) -> Question:
    """A question with these answers to choose from."""
    return Question(code, kind, code, choices=tuple(Choice(each, each) for each in codes))


def left(found: object) -> list[tuple[str, object]]:
    """What was left behind, by code."""
    return [(question.code, value) for question, value in found.left]  # type: ignore[attr-defined]


def test_the_same_code_and_kind_come_along_wherever_they_stand_now() -> None:
    old = form(Question("plan", Kind.LONG_TEXT, "Plan"), Question("people", Kind.NUMBER, "People"))
    new = form(Question("people", Kind.NUMBER, "How many?"), Question("plan", Kind.LONG_TEXT, "Plan"), section="new")
    found = copied(old, {"plan": "Tea", "people": "40"}, new)
    assert (found.sections, found.left, found.number) == ({"new": {"people": "40", "plan": "Tea"}}, (), 2)


def test_another_kind_or_no_such_question_is_left_and_said() -> None:
    old = form(Question("when", Kind.TEXT, "When"), Question("gone", Kind.TEXT, "Gone"))
    found = copied(old, {"when": "May", "gone": "Words"}, form(Question("when", Kind.DATE, "When")))
    assert (found.sections, left(found)) == ({}, [("when", "May"), ("gone", "Words")])


def test_a_choice_comes_along_while_it_is_offered() -> None:
    old, new = form(choice("size", "small", "large")), form(choice("size", "large", "huge"))
    assert copied(old, {"size": "large"}, new).sections == {"one": {"size": "large"}}
    assert left(copied(old, {"size": "small"}, new)) == [("size", "small")]


def test_of_many_choices_those_that_are_offered_come_and_the_rest_are_said() -> None:
    old = form(choice("what", "a", "b", "c", kind=Kind.CHOICES))
    found = copied(old, {"what": ["a", "b", "c"]}, form(choice("what", "b", "d", kind=Kind.CHOICES)))
    assert (found.sections, left(found)) == ({"one": {"what": ["b"]}}, [("what", ["a", "c"])])


def test_what_was_hidden_then_is_no_answer_and_what_is_hidden_now_is_said() -> None:
    why = Question("why", Kind.TEXT, "Why", conditions=(Condition("other", "yes"),))
    plain = Question("why", Kind.TEXT, "Why")
    asked = Question("other", Kind.YES_NO, "Other money?")
    assert copied(form(asked, why), {"other": "no", "why": "Old"}, form(plain)).number == 0
    found = copied(form(plain), {"why": "Because"}, form(asked, why))
    assert (found.sections, left(found)) == ({}, [("why", "Because")])


def test_what_is_empty_is_neither_copied_nor_said() -> None:
    found = copied(form(Question("a", Kind.TEXT, "A")), {"a": ""}, form(Question("b", Kind.TEXT, "B")))
    assert (found.number, found.left) == (0, ())


def test_a_new_kind_of_question_is_not_copied_until_somebody_says_how() -> None:
    """A file belongs to one application; copying its answer would show it in another."""
    answers = {
        Kind.WARDS: {"x": "1"},
        Kind.GROUPS: {"x": "1"},
        Kind.BUDGET: [{"item": "x", "category": "", "amount": "1", "quote": ""}],
    }
    answers |= {kind: ["x"] for kind in MANY}
    for kind in Kind:
        question = choice("a", "x", kind=kind)
        found = copied(form(question), {"a": answers.get(kind, "x")}, form(question))
        assert (found.number == 1) == (kind in TYPED | {Kind.CHOICE, Kind.CHOICES})


def line(item: str, category: str) -> dict[str, str]:
    """A line of a budget."""
    return {"item": item, "category": category, "amount": "£1", "quote": ""}


def test_a_line_whose_kind_of_cost_is_gone_comes_without_it_and_is_said() -> None:
    old, new = (form(choice("budget", *codes, kind=Kind.BUDGET)) for codes in (("data", "tea"), ("tea",)))
    found = copied(old, {"budget": [line("Urn", "tea"), line("SIM", "data")]}, new)
    assert found.sections == {"one": {"budget": [line("Urn", "tea"), line("SIM", "")]}}
    assert left(found) == [("budget", [line("SIM", "data")])]


def test_in_the_same_application_files_stay() -> None:
    one, file = form(Question("rules", Kind.FILE, "Rules")), {"ref": "f1", "name": "rules.pdf", "size": "2 KB"}
    assert gone_over(one, {"rules": file}, one).sections == {"one": {"rules": file}}
    assert left(gone_over(one, {"rules": file}, form())) == [("rules", file)]


def test_what_newer_questions_hide_is_said_whole_and_what_both_hide_waits() -> None:
    more = choice("more", "a", "b", kind=Kind.CHOICES)
    hangs = Question("more", Kind.CHOICES, "more", conditions=(Condition("other", "yes"),), choices=more.choices[:1])
    asked, answers = Question("other", Kind.YES_NO, "Other money?"), {"other": "no", "more": ["a", "b"]}
    found = gone_over(form(asked, more), answers, form(asked, hangs))
    assert (found.sections, left(found)) == ({"one": {"other": "no"}}, [("more", ["a", "b"])])
    waits = gone_over(form(asked, hangs), {"other": "no", "more": ["a"]}, form(asked, hangs))
    assert (waits.sections, waits.left) == ({"one": {"other": "no", "more": ["a"]}}, ())


def test_whatever_is_written_stays_or_is_left() -> None:
    """For each kind, into each kind: a word that was written is found again."""
    answers = {Kind.WARDS: {"x": "1"}, Kind.GROUPS: {"x": "1"}, Kind.BUDGET: [line("x", "x")]}
    answers |= {kind: ["x"] for kind in MANY} | {Kind.FILE: {"ref": "x", "name": "x", "size": "x"}}
    for kind in Kind:
        for other in (*Kind, None):
            new = form(choice("a", "y", kind=other)) if other else form()
            value = answers.get(kind, "x")
            found = gone_over(form(choice("a", "x", kind=kind)), {"a": value}, new)
            kept = [*found.sections.get("one", {}).values(), *(rest for _, rest in found.left)]
            assert value in kept, (kind, other)
