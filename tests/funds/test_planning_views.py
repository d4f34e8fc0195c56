"""Making a round on screen: what each page says, refuses, keeps and leads to."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from io import BytesIO
from typing import Any

import pytest
from flask import Flask
from werkzeug.test import TestResponse

from portal.funds import editing, planning, queries
from portal.funds.plan_queries import one
from portal.funds.questions import Kind
from portal.funds.toml import read
from portal.funds.written import as_toml, document_of
from portal.kit.errors import WrongState
from portal.permissions import Someone
from portal.programme import wording
from portal.programme.rules import LISTS as WORD_LISTS
from tests.funds.builders import line_of
from tests.funds.plans import CODE, LATER, published, reword, say, sound_plan
from tests.reader import Reader, parse

Cast = dict[str, Someone]
As = Callable[[str], Reader]
Send = Callable[..., TestResponse]
Queries = Callable[[], AbstractContextManager[Any]]
HOME = f"/funds/rounds/{CODE}"
STATEMENTS_MOST = 8
WAITS = "“What more?” is shown only after an answer to"


@pytest.fixture
def send(send: Send) -> Send:
    """The same, for the form that a page sends to itself."""
    return lambda client, path, fields=None, *, action=None, **more: send(
        client, path, fields, action=action or path, **more
    )


def words(response: TestResponse) -> str:
    """A page's words on one line."""
    return " ".join("".join(parse(response.get_data(as_text=True)).itertext()).split())


def links(response: TestResponse) -> list[str]:
    """Where a page leads."""
    return [each.get("href", "") for each in parse(response.get_data(as_text=True)).iter("a")]


def test_a_round_from_nothing(app: Flask, as_: As, send: Send) -> None:
    joyce = as_("joyce")
    typed = {"title": "New starts, spring 2027", "fund": "new", "name": "New starts", "purpose": "For new groups."}
    answer = send(joyce, "/funds/new", typed)

    assert (answer.status_code, answer.location) == (303, "/funds/rounds/new-starts-spring-2027")
    assert "12 things to mend before you publish" in words(joyce.get(answer.location))
    assert "New starts, spring 2027" in words(joyce.get("/funds"))


def test_a_new_fund_needs_a_name(as_: As, send: Send) -> None:
    answer = send(as_("joyce"), "/funds/new", {"title": "x", "fund": "new"})

    assert answer.status_code == 422
    assert "Type the name of the new fund." in words(answer)


def test_every_fault_has_its_link(as_: As, cast: Cast) -> None:
    plan = sound_plan(cast["joyce"])
    say(plan, "dates", by=cast["joyce"], closes="2036-01-01T12:00:00", panel_on=None)
    reword(plan, "criteria", "need", by=cast["joyce"], weight=50)
    reword(plan, "in-project", "more_what", by=cast["joyce"], show_if={"question": "nothing", "is": "yes"})
    answer = as_("joyce").get(f"{HOME}/publish")

    found = [link.removeprefix(HOME) for link in links(answer) if link.startswith(f"{HOME}/") and "#" in link]
    assert found == [
        "/facts/dates#panel_on",
        "/facts/dates#closes",
        "/lists/in-project/more_what#show_if",
        "/lists/criteria/plan#weight",
    ]
    assert "Publish the round</button>" not in answer.get_data(as_text=True)


@pytest.mark.parametrize("answer", ["nonsense", "carers"])
def test_an_answer_that_nobody_can_give_is_a_fault(as_: As, cast: Cast, answer: str) -> None:
    """A word that the council never had, and one that it no longer offers."""
    plan, joyce = sound_plan(cast["joyce"]), as_("joyce")
    reword(plan, "in-project", "extra", by=cast["joyce"], kind="communities")
    reword(plan, "in-project", "more_what", by=cast["joyce"], show_if={"question": "extra", "is": answer})
    if answer == "carers":
        assert "Publish the round</button>" in page_of(joyce, f"{HOME}/publish")
        wording.retire(WORD_LISTS["communities"], answer, by=cast["wei"])
    page = joyce.get(f"{HOME}/publish")

    assert f"{WAITS} “Is there more?” that nobody can give now. Choose another." in words(page)
    assert f"{HOME}/lists/in-project/more_what#show_if" in links(page)
    assert "An answer that is no longer there" in page_of(joyce, f"{HOME}/lists/in-project/more_what")
    with pytest.raises(WrongState):
        planning.publish(plan, plan.version, by=cast["joyce"])
    reword(plan, "in-project", "more_what", by=cast["joyce"], show_if={"question": "extra", "is": "older"})
    planning.publish(plan, plan.version, by=cast["joyce"])


@pytest.mark.parametrize(
    ("code", "typed", "said"),
    [
        (
            "more_what",
            {"show_if": {"question": "extra", "is": "maybe"}},
            f"{WAITS} “Is there more?” that nobody can give now. Choose another.",
        ),
        (
            "more_what",
            {"show_if": {"question": "title", "is": "yes"}},
            f"{WAITS} “What do you call it?”, which has no answers to choose from.",
        ),
        (
            "more_what",
            {"show_if": {"question": "costs", "is": "yes"}},
            f"{WAITS} “What does it cost?”, which is not asked before it.",
        ),
        (
            "title",
            {"is_title": None},
            "No question asks for the title of the project. Open the one that does, and say so there.",
        ),
        (
            "more_what",
            {"show_if": {"question": "gone", "is": "yes"}},
            f"{WAITS} a question that is no longer asked.",
        ),
        (
            "more_why",
            {"kind": "date", "not_before": "extra"},
            "“Why lots?” cannot come before “Is there more?”, which is no earlier day that everybody is asked for.",
        ),
        (
            "more_why",
            {"kind": "date", "not_before": "gone"},
            "“Why lots?” cannot come before a day that is no longer asked for.",
        ),
    ],
)
def test_the_screen_names_questions_by_what_they_ask(
    as_: As, cast: Cast, code: str, typed: dict[str, Any], said: str
) -> None:
    plan = sound_plan(cast["joyce"])
    reword(plan, "in-project", code, by=cast["joyce"], **typed)

    for path in (HOME, f"{HOME}/publish"):
        page = parse(page_of(as_("joyce"), path))
        assert said in ["".join(each.itertext()) for each in page.iter("a")]


def test_what_is_wrong_stands_by_its_field_and_is_kept(as_: As, cast: Cast, send: Send) -> None:
    sound_plan(cast["joyce"])
    answer = send(as_("joyce"), f"{HOME}/facts/dates", {"opens": "soon", "closes_time": "noonish"})

    assert answer.status_code == 422
    said = answer.get_data(as_text=True)
    assert 'value="soon"' in said
    assert 'value="noonish"' in said
    assert "Type a day like 2027-01-22." in said
    assert 'href="#opens"' in said


def test_a_day_closes_at_noon_where_nobody_says_otherwise(as_: As, cast: Cast, send: Send) -> None:
    sound_plan(cast["joyce"])
    send(as_("joyce"), f"{HOME}/facts/dates", {"closes": "2036-12-12", "closes_time": ""})

    assert one(CODE).document["round"]["closes"] == "2036-12-12T12:00:00"


def test_the_late_one_sees_both_and_can_save_again(as_: As, cast: Cast, send: Send) -> None:
    plan = sound_plan(cast["joyce"])
    joyce = as_("joyce")
    page = joyce.get(f"{HOME}/lists/criteria/need").get_data(as_text=True)
    reword(plan, "criteria", "need", by=cast["martin"], title="Who needs it")
    typed = {"title": "Need comes first", "read": mark_in(page)}
    late = send(joyce, f"{HOME}/lists/criteria/need", typed)

    assert late.status_code == 409
    said = late.get_data(as_text=True)
    assert "Who needs it" in said
    assert 'value="Need comes first"' in said
    again = send(joyce, f"{HOME}/lists/criteria/need", {"title": "Need comes first", "read": mark_in(said)})
    assert again.status_code == 303
    assert one(CODE).document["criteria"][0]["title"] == "Need comes first"


def test_one_that_somebody_else_took_out_meanwhile(as_: As, cast: Cast, send: Send) -> None:
    plan = sound_plan(cast["joyce"])
    joyce, path = as_("joyce"), f"{HOME}/lists/criteria/need"
    fields = {each.get("name", ""): each.get("value", "") for each in parse(page_of(joyce, path)).iter("input")}
    editing.remove(plan, "criteria", "need", fields["read"], by=cast["martin"])

    late = joyce.post(path, data={**fields, "title": "Need comes first"})
    assert late.status_code == 409
    assert 'value="Need comes first"' in late.get_data(as_text=True)
    again = joyce.post(f"{path}/remove", data={**fields, "_key": fields["_key"][::-1]})
    assert (again.status_code, again.location) == (303, f"{HOME}/lists/criteria")


def page_of(client: Reader, path: str) -> str:
    """A page as it comes."""
    return client.get(path).get_data(as_text=True)


def mark_in(html: str) -> str:
    """The mark of what a page was filled from."""
    return next(each.get("value", "") for each in parse(html).iter("input") if each.get("name") == "read")


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ({"label": ""}, "Type the question."),
        ({"label": "x", "kind": "choice"}, "This question needs at least two choices."),
        ({"label": "x", "kind": "date", "words": "10"}, "A question of this kind has no limit in words."),
        ({"label": "x", "kind": "long_text", "words": "many"}, "Type a whole number from 1 to 2,000."),
        ({"label": "x", "kind": "date", "least": "3"}, "A question of this kind has no least and no most."),
        ({"label": "x", "kind": "number", "least": "9", "most": "3"}, "The least is more than the most."),
        ({"label": "x", "kind": "date", "format": "email"}, "Only a short text can be an e-mail address"),
        ({"label": "x", "kind": "yes_no", "choice-1-label": "a"}, "A question of this kind has no choices of its own."),
        ({"label": "x", "kind": "file", "choice-1-label": "a"}, "A question of this kind has no choices of its own."),
        ({"label": "x", "kind": "file", "words": "10"}, "A question of this kind has no limit in words."),
        ({"label": "x", "kind": "file", "most": "3"}, "A question of this kind has no least and no most."),
        ({"label": "x", "kind": "file", "format": "email"}, "Only a short text can be an e-mail address"),
    ],
)
def test_a_question_that_does_not_fit_its_kind(
    as_: As, cast: Cast, send: Send, typed: dict[str, str], said: str
) -> None:
    sound_plan(cast["joyce"])
    answer = send(as_("joyce"), f"{HOME}/lists/in-project/new", typed)

    assert answer.status_code == 422
    assert said in words(answer)


def test_a_question_with_all_there_is(as_: As, cast: Cast, send: Send) -> None:
    sound_plan(cast["joyce"])
    typed = {
        "label": "How?",
        "hint": "In short",
        "guidance": "Think of last year.",
        "kind": "choices",
        "required": "no",
        "choice-1-label": "By hand",
        "choice-3-label": "By phone",
        "show_if": "extra=yes",
    }
    send(as_("joyce"), f"{HOME}/lists/in-project/new", typed)

    assert one(CODE).document["sections"][0]["questions"][-1] == {
        "code": "how",
        "kind": "choices",
        "label": "How?",
        "hint": "In short",
        "guidance": "Think of last year.",
        "required": False,
        "choices": [{"code": "by_hand", "label": "By hand"}, {"code": "by_phone", "label": "By phone"}],
        "show_if": {"question": "extra", "is": "yes"},
    }


def answers_of(code: str) -> Any:
    """What a question of the first part offers."""
    return next(each for each in one(CODE).document["sections"][0]["questions"] if each["code"] == code)["choices"]


def test_an_answer_gets_a_hint_and_loses_it_again(as_: As, cast: Cast, send: Send) -> None:
    sound_plan(cast["joyce"])
    joyce, path = as_("joyce"), f"{HOME}/lists/in-project/more_what"
    send(joyce, path, {"choice-2-hint": "More  than\nten", "choice-3-label": "None", "choice-3-hint": "Not one"})

    assert answers_of("more_what") == [
        {"code": "some", "label": "Some"},
        {"code": "lots", "label": "Lots", "hint": "More than ten"},
        {"code": "none", "label": "None", "hint": "Not one"},
    ]
    assert "Not one" in words(joyce.get(f"{HOME}/preview/project"))
    send(joyce, path, {"choice-3-label": "", "choice-3-hint": "", "choice-2-hint": ""}, button=("go", "up-2"))
    assert answers_of("more_what") == [{"code": "lots", "label": "Lots"}, {"code": "some", "label": "Some"}]


@pytest.mark.parametrize(
    ("typed", "at", "said"),
    [
        ({"choice-2-label": "", "choice-2-hint": "x"}, "choice-2", "Type the answer that this hint belongs to"),
        ({"choice-3-hint": "x"}, "choice-3", "Type the answer that this hint belongs to"),
        ({"choice-2-hint": "x" * 501}, "choice-2-hint", "Use 500 characters or fewer. There are 501 now."),
        ({"choice-1-label": "x" * 201}, "choice-1", "Use 200 characters or fewer. There are 201 now."),
        ({"choice-1-label": ""}, "choice-1", "This question needs at least two choices."),
    ],
)
def test_what_is_wrong_with_an_answer_stands_beside_it(
    as_: As, cast: Cast, send: Send, typed: dict[str, str], at: str, said: str
) -> None:
    sound_plan(cast["joyce"])
    before = answers_of("more_what")
    answer = send(as_("joyce"), f"{HOME}/lists/in-project/more_what", typed)

    assert (answer.status_code, answers_of("more_what")) == (422, before)
    page = answer.get_data(as_text=True)
    assert f'<a href="#{at}">{said}' in page
    assert words(answer).count(said) == 2, "in the summary, and beside the box"
    for text in filter(None, typed.values()):
        assert f'value="{text}"' in page


def test_answers_are_there_when_a_part_is_refused(as_: As, cast: Cast, send: Send) -> None:
    """Another form of the page was sent; saving this one must not take its answers out."""
    sound_plan(cast["joyce"])
    path = f"{HOME}/lists/in-project/more_what"
    answer = send(as_("joyce"), path, {"to": "in-nothing"}, action=f"{path}/part")

    assert answer.status_code == 422
    assert 'value="Lots"' in answer.get_data(as_text=True)


def test_more_answers_than_a_question_offers_are_refused_and_not_cut(as_: As, cast: Cast, send: Send) -> None:
    plan = sound_plan(cast["joyce"])
    many = [{"code": f"c{number}", "label": f"Answer {number}"} for number in range(201)]
    reword(plan, "in-project", "more_what", by=cast["joyce"], choices=many)
    answer = send(as_("joyce"), f"{HOME}/lists/in-project/more_what")

    assert answer.status_code == 422
    assert '<a href="#choice-201">A question offers 200 answers at most.' in answer.get_data(as_text=True)
    assert len(answers_of("more_what")) == 201


def test_an_answers_code_stays_when_it_is_said_better_and_moved(as_: As, cast: Cast, send: Send) -> None:
    sound_plan(cast["joyce"])
    path = f"{HOME}/lists/in-project/more_what"
    answer = send(as_("joyce"), path, {"choice-2-label": "Very many"}, button=("go", "up-2"))

    assert answer.location == f"{path}#choices"
    assert one(CODE).document["sections"][0]["questions"][3]["choices"] == [
        {"code": "lots", "label": "Very many"},
        {"code": "some", "label": "Some"},
    ]


def test_a_question_for_a_file(as_: As, cast: Cast, send: Send) -> None:
    sound_plan(cast["joyce"])
    joyce, path = as_("joyce"), f"{HOME}/lists/in-project"
    send(joyce, f"{path}/new", {"label": "Your rules", "kind": "file", "required": "no"})
    send(joyce, f"{path}/your_rules", {"hint": "A photo will do"})

    asked = one(CODE).document["sections"][0]["questions"]
    file = {"code": "your_rules", "kind": "file", "label": "Your rules", "hint": "A photo will do", "required": False}
    assert asked[-1] == file
    assert "A file that they send along" in words(joyce.get(path))
    assert "A file, up to 10 MB." in words(joyce.get(f"{HOME}/preview"))
    assert "Add a file" in words(joyce.get(f"{HOME}/preview/project"))


def test_an_answer_cannot_hang_on_a_file(as_: As, cast: Cast, send: Send) -> None:
    sound_plan(cast["joyce"])
    joyce, path = as_("joyce"), f"{HOME}/lists/in-project"
    send(joyce, f"{path}/new", {"label": "Your rules", "kind": "file"})

    assert 'value="your_rules' not in page_of(joyce, f"{path}/new")


SHAPED = """
[[sections.questions]]
code = "from"
kind = "date"
label = "When does it begin?"

[[sections.questions]]
code = "until"
kind = "date"
label = "When does it end?"
not_before = "from"

[[sections.questions]]
code = "email"
kind = "text"
label = "Where do we write to?"
format = "email"

"""


NEEDS = """
[[documents]]
code = "rules"
title = "Your rules"
sort = "governing"

[[documents]]
code = "insurance"
title = "Your insurance"
hint = "If you have one"
sort = "insurance"
required = false

[[documents]]
code = "quotes"
title = "Two prices for anything over £500"
"""


EVERY_KIND = (
    ("text", "most = 40"),
    ("long_text", "words = 90"),
    ("number", "least = 2\nmost = 9"),
    ("money", 'least = "£1"\nmost = "£2,000.50"'),
    ("date", 'not_before = "from"'),
    ("yes_no", 'hint = "Either will do"'),
    ("choice", 'choices = [{ code = "a", label = "One" }, { code = "b", label = "Two", hint = "Or more" }]'),
    ("choices", 'choices = [{ code = "a", label = "One", hint = "At most" }, { code = "b", label = "Two" }]'),
    ("communities", "required = false"),
    ("wards", 'guidance = "Where they live.\\nNot where you meet."'),
    ("groups", "required = false"),
    ("barriers", 'show_if = { question = "k_yes_no", is = "no" }'),
    ("budget", 'choices = [{ code = "a", label = "Devices" }, { code = "b", label = "Data" }]'),
    ("file", 'hint = "A photo will do"\nrequired = false'),
)


def every_kind() -> str:
    """A part of a round's file with a question of every kind, each with something that its kind can have."""
    part = '[[sections]]\ncode = "kinds"\ntitle = "Every kind"\n'
    for kind, more in EVERY_KIND:
        part += f'\n[[sections.questions]]\ncode = "k_{kind}"\nkind = "{kind}"\nlabel = "A {kind}?"\n{more}\n'
    return part


def test_opening_and_saving_changes_nothing(as_: As, cast: Cast, send: Send) -> None:
    """Of no list, and of no kind of question."""
    assert [kind for kind, _ in EVERY_KIND] == list(Kind)
    source = LATER.replace('label = "Lots" }', 'label = "Lots", hint = "More than ten" }')
    source = source.replace("[[criteria]]", f"{every_kind()}\n[[criteria]]", 1)
    source = source.replace('[[sections]]\ncode = "numbers"', SHAPED + '[[sections]]\ncode = "numbers"')
    source = source.replace("pays_for =", 'details = ["postcode", "website"]\npays_for =', 1) + NEEDS
    planning.bring_in(read(source), by=cast["joyce"])
    before, joyce = as_toml(one(CODE).document), as_("joyce")
    paths = [f"facts/{part}" for part in ("about", "money", "dates", "details", "judging")]
    paths += [f"lists/documents/{each['code']}" for each in one(CODE).document["documents"]]
    paths += [f"lists/eligibility/{each['code']}" for each in one(CODE).document["eligibility"]]
    paths += [f"lists/criteria/{each['code']}" for each in one(CODE).document["criteria"]]
    for section in one(CODE).document["sections"]:
        paths += [f"lists/sections/{section['code']}"]
        paths += [f"lists/in-{section['code']}/{each['code']}" for each in section["questions"]]

    for path in paths:
        assert send(joyce, f"{HOME}/{path}").status_code == 303, path
    assert as_toml(one(CODE).document) == before


def test_an_answer_that_a_file_marks_twice_stays_so(as_: As, cast: Cast, send: Send) -> None:
    source = LATER.replace("is_summary = true", "").replace("is_title = true", "is_title = true\nis_summary = true")
    planning.bring_in(read(source), by=cast["joyce"])
    before, path = as_toml(one(CODE).document), f"{HOME}/lists/in-project/title"

    assert send(as_("joyce"), path).status_code == 303
    assert as_toml(one(CODE).document) == before
    send(as_("joyce"), path, {"mark": "summary"})
    asked = one(CODE).document["sections"][0]["questions"][0]
    assert (asked.get("is_title"), asked.get("is_summary")) == (None, True)


def test_a_document_that_organisations_give_once(as_: As, cast: Cast, send: Send) -> None:
    sound_plan(cast["joyce"])
    joyce, path = as_("joyce"), f"{HOME}/lists/documents/new"
    send(joyce, path, {"title": "Your rules", "sort": "governing"})
    send(joyce, path, {"title": "Your insurance", "sort": "insurance", "required": "no"})
    refused = send(joyce, path, {"title": "Two prices", "required": "no"})

    assert one(CODE).document["documents"] == [
        {"code": "your_rules", "title": "Your rules", "sort": "governing"},
        {"code": "your_insurance", "title": "Your insurance", "sort": "insurance", "required": False},
    ]
    assert refused.status_code == 422
    assert "Only a document that organisations give once can follow later." in words(refused)
    listed = words(joyce.get(f"{HOME}/lists/documents"))
    assert "Given once, used by every application" in listed
    assert "can follow later" in listed


def test_details_that_a_round_needs(as_: As, cast: Cast, send: Send) -> None:
    sound_plan(cast["joyce"])
    joyce, path = as_("joyce"), f"{HOME}/facts/details"
    send(joyce, path, {"details": ["website", "number"]})
    assert one(CODE).document["round"]["details"] == ["number", "website"]
    assert "checked" in joyce.get(path).get_data(as_text=True)
    assert "Charity or company number, where there is one" in words(joyce.get(f"{HOME}/preview"))

    late = joyce.get(path).get_data(as_text=True)
    say(one(CODE), "details", by=cast["martin"], details=["phone"])
    clash = send(joyce, path, {"details": ["postcode"], "read": mark_in(late)})
    assert clash.status_code == 409
    assert "Phone number" in words(clash)
    again = send(joyce, path, {"details": [], "read": mark_in(clash.get_data(as_text=True))})
    assert again.status_code == 303
    assert "details" not in one(CODE).document["round"]


def test_moving_without_script_and_with(as_: As, cast: Cast, send: Send) -> None:
    sound_plan(cast["joyce"])
    joyce, path = as_("joyce"), f"{HOME}/lists/criteria"
    plain = send(joyce, path, {"way": "down"}, action=f"{path}/need/move")
    part = send(
        joyce,
        path,
        {"way": "down"},
        action=f"{path}/plan/move",
        headers={"HX-Request": "true", "HX-Request-Type": "partial"},
    )

    assert plain.location == f"{path}#item-need"
    assert part.get_data(as_text=True).lstrip().startswith('<div id="items">')
    assert [each["code"] for each in one(CODE).document["criteria"]] == ["need", "plan"]


def test_a_question_moves_to_another_part(as_: As, cast: Cast, send: Send) -> None:
    sound_plan(cast["joyce"])
    joyce, path = as_("joyce"), f"{HOME}/lists/in-project/extra"
    page = joyce.get(path).get_data(as_text=True)
    answer = send(joyce, path, {"to": "in-numbers"}, action=f"{path}/part")

    assert ('value="in-numbers"' in page, 'value="in-project"' in page) == (True, False)
    assert answer.location == f"{HOME}/lists/in-numbers#item-extra"
    assert [each["code"] for each in one(CODE).document["sections"][1]["questions"]] == ["people", "costs", "extra"]
    said = words(joyce.get(answer.location))
    assert "“Is there more?” is moved to the end of “Numbers”." in said
    assert (
        "“What more?” waits for the answer to “Is there more?”, which is asked after it now. Move or change one" in said
    )


def test_a_question_that_somebody_else_moved_meanwhile_is_shown_where_it_is(as_: As, cast: Cast, send: Send) -> None:
    plan = sound_plan(cast["joyce"])
    joyce, path = as_("joyce"), f"{HOME}/lists/in-project/title"
    fields = {each.get("name", ""): each.get("value", "") for each in parse(page_of(joyce, path)).iter("input")}
    editing.carry(plan, "in-project", "title", "in-numbers", fields["read"], by=cast["martin"])

    late = joyce.post(f"{path}/part", data={**fields, "to": "in-numbers"})
    assert (late.status_code, late.location) == (303, f"{HOME}/lists/in-numbers#item-title")
    editing.remove(plan, "in-numbers", "title", fields["read"], by=cast["martin"])
    later = joyce.post(f"{path}/part", data={**fields, "_key": fields["_key"][::-1], "to": "in-numbers"})
    assert (later.status_code, later.location) == (303, f"{HOME}/lists/in-project")


def test_a_part_that_is_not_there_is_refused_beside_its_field(as_: As, cast: Cast, send: Send) -> None:
    sound_plan(cast["joyce"])
    path = f"{HOME}/lists/in-project/title"
    answer = send(as_("joyce"), path, {"to": "in-nothing"}, action=f"{path}/part")

    assert answer.status_code == 422
    said = answer.get_data(as_text=True)
    assert 'href="#to">Choose one of the parts in the list.' in said
    assert 'value="What do you call it?"' in said


def test_a_question_that_somebody_else_said_anew_is_shown_before_it_moves(as_: As, cast: Cast, send: Send) -> None:
    plan = sound_plan(cast["joyce"])
    joyce, path = as_("joyce"), f"{HOME}/lists/in-project/title"
    fields = {each.get("name", ""): each.get("value", "") for each in parse(page_of(joyce, path)).iter("input")}
    reword(plan, "in-project", "title", by=cast["martin"], label="Its name?")

    late = joyce.post(f"{path}/part", data={**fields, "to": "in-numbers"})
    assert late.status_code == 409
    assert "Its name?" in words(late)


def test_publishing_says_first_what_happens_to_those_who_have_started(as_: As, cast: Cast, send: Send) -> None:
    joyce = as_("joyce")
    send(joyce, "/funds/rounds/autumn-2026", action="/funds/rounds/autumn-2026/change")
    path = "/funds/rounds/autumn-2026/lists/in-project/plan"
    assert "People who have started keep the questions they have" in words(joyce.get(path))
    send(joyce, path, {"label": "How will it go?"})

    assert "They keep the questions that they started with." in words(joyce.get("/funds/rounds/autumn-2026/publish"))
    assert send(joyce, "/funds/rounds/autumn-2026/publish").status_code == 303
    round_ = queries.one("autumn-2026")
    assert round_ is not None
    assert round_.form_number == 2


def test_publishing_lays_what_was_beside_what_will_be(as_: As, cast: Cast) -> None:
    plan, joyce = published(cast["joyce"]), as_("joyce")
    planning.change(plan, by=cast["joyce"])
    assert "Nothing is changed yet." in words(joyce.get(f"{HOME}/publish"))

    say(plan, "dates", by=cast["joyce"], closes="2036-12-08T12:00:00")
    told = words(joyce.get(f"{HOME}/publish"))
    assert "Now: Thursday 11 December 2036" in told
    assert "Then: Monday 8 December 2036" in told
    assert "They keep the questions that they started with." not in told
    assert "It closes earlier than you told people." in told
    assert "It closes later." not in told

    say(plan, "dates", by=cast["joyce"], closes="2036-12-15T12:00:00")
    assert "It closes later. Everybody who writes in a draft hears of it by e-mail." in words(
        joyce.get(f"{HOME}/publish")
    )


def test_publishing_what_somebody_has_changed_meanwhile(as_: As, cast: Cast, send: Send) -> None:
    plan = sound_plan(cast["joyce"])
    seen = plan.version
    say(plan, "money", by=cast["martin"], budget="£70,000")
    answer = send(as_("joyce"), f"{HOME}/publish", {"version": str(seen)})

    assert answer.status_code == 409
    assert "Somebody else has changed this round" in words(answer)
    assert queries.one(CODE) is None


def test_nobody_outside_sees_a_round_that_is_being_made(client: Reader, as_: As, cast: Cast) -> None:
    plan = sound_plan(cast["joyce"])

    assert client.get(f"/grants/{CODE}").status_code == 404
    assert client.get(f"/grants/{CODE}/check").status_code == 404
    assert client.get(f"/grants/{CODE}/closing.ics").status_code == 404
    assert "Getting Connected 2026" not in words(client.get("/grants"))
    assert as_("amina").get(HOME).status_code == 403
    planning.publish(plan, plan.version, by=cast["joyce"])
    assert client.get(f"/grants/{CODE}").status_code == 200


def test_the_preview_shows_what_is_there(as_: As, cast: Cast, send: Send) -> None:
    joyce = as_("joyce")
    send(joyce, "/funds/new", {"title": "Bare", "fund": "getting-connected"})
    assert "This is a preview." in words(joyce.get("/funds/rounds/bare/preview"))
    sound_plan(cast["joyce"])

    assert "What do you call it?" in words(joyce.get(f"{HOME}/preview"))
    page = joyce.get(f"{HOME}/preview/project").get_data(as_text=True)
    assert "Only if you answer “Yes” to “Is there more?”." in page
    assert "<form" not in page[page.index("<main") : page.index("</main")]


def test_the_preview_shows_what_comes_before_and_after_the_questions(as_: As, cast: Cast) -> None:
    plan = sound_plan(cast["joyce"])
    rules = {"title": "Your rules", "sort": "governing"}
    editing.add(plan, "documents", rules, "Your rules", by=cast["joyce"])
    say(plan, "details", by=cast["joyce"], details=["phone"])
    answer = as_("joyce").get(f"{HOME}/preview")
    said = words(answer)

    assert "Apply by Thursday 11 December 2036 at 12 noon" in said
    assert "you have 30 minutes more to send it." in said
    assert "The panel meets and decides" in said
    assert said.count("We tell everybody by Thursday 22 January 2037") == 1
    assert "Not given yet" in said[said.index("What else this grant needs") :]
    assert "Still missing" in said
    assert "You write it closes on Thursday 11 December 2036 at 12 noon" in said.replace("itcloses", "it closes")
    assert links(answer).count(f"{HOME}/preview-check") == 2
    assert not [each for each in links(answer) if each.startswith(("/grants/one-2026", "/organisations/"))]
    check = words(as_("joyce").get(f"{HOME}/preview-check"))
    assert "Do you work here?" in check
    assert "This money is for this place." in check


def test_the_preview_of_a_round_with_little_in_it(as_: As, cast: Cast, send: Send) -> None:
    joyce = as_("joyce")
    send(joyce, "/funds/new", {"title": "Bare", "fund": "getting-connected"})
    say(one("bare"), "judging", by=cast["joyce"], assessments_needed=None, names_hidden=None)
    said = words(joyce.get("/funds/rounds/bare/preview"))

    assert "Some of its dates are still missing." in said
    assert "Apply by" not in said
    assert "Nobody is asked anything before they start." in words(joyce.get("/funds/rounds/bare/preview-check"))


def test_the_file_goes_out_and_comes_in(as_: As, cast: Cast) -> None:
    published(cast["joyce"])
    joyce = as_("joyce")
    answer = joyce.get(f"{HOME}/file")

    assert answer.mimetype == "application/toml"
    assert answer.get_data(as_text=True) == as_toml(document_of(read(LATER)))
    assert 'filename="one-2026.toml"' in answer.headers["Content-Disposition"]


def test_a_file_is_uploaded(as_: As, cast: Cast, send: Send) -> None:
    answer = send(as_("joyce"), "/funds/import", {"file": (BytesIO(LATER.encode()), "round.toml")})

    assert (answer.status_code, answer.location) == (303, HOME)


def test_a_file_that_hangs_on_a_word_of_nobodys_is_not_taken(as_: As, send: Send) -> None:
    broken = LATER.replace('kind = "yes_no"', 'kind = "barriers"').replace(
        '"extra", is = "yes"', '"extra", is = "none"'
    )
    answer = send(as_("joyce"), "/funds/import", {"text": broken})

    assert answer.status_code == 422
    assert f"line {line_of('show_if', broken)}: “none” is no answer to “extra”. Expected one of: device, " in words(
        answer
    )


def test_every_fault_of_a_file_is_told_with_its_line(as_: As, send: Send) -> None:
    broken = LATER.replace('prefix = "GC"', 'prefix = "gc"').replace("weight = 60", "weight = 61")
    answer = send(as_("joyce"), "/funds/import", {"text": broken})

    assert answer.status_code == 422
    listed = next(each for each in parse(answer.get_data(as_text=True)).iter("ul") if each.get("lang") == "en")
    told = ["".join(each.itertext()) for each in listed.iter("li")]
    first = line_of('prefix = "gc"', broken)
    assert told[0].startswith(f"line {first}: “prefix” is not right.")
    assert told[1] == f"line {line_of('weight = 40', broken)}: The weights add up to 101. They have to add up to 100."
    assert len(told) == 2
    assert "The file has 2 faults." in words(answer)
    assert "one-2026" in answer.get_data(as_text=True), "what was pasted is kept"


@pytest.mark.parametrize("junk", [b"\xff\xfe\x00", b"", b"[[sections]]\n" * 999])
def test_a_file_of_anything(as_: As, send: Send, junk: bytes) -> None:
    answer = send(as_("joyce"), "/funds/import", {"file": (BytesIO(junk), "round.toml")})

    assert answer.status_code == 422


def test_few_statements_however_long_the_form(as_: As, cast: Cast, queries: Queries) -> None:
    sound_plan(cast["joyce"])
    joyce = as_("joyce")
    for path in ("/funds", HOME, f"{HOME}/lists/in-project", f"{HOME}/lists/in-project/title", f"{HOME}/publish"):
        with queries() as counted:
            joyce.get(path)
        assert counted.number <= STATEMENTS_MOST, (path, counted.statements)


def test_the_list_costs_the_same_for_many(as_: As, cast: Cast, queries: Queries) -> None:
    joyce = as_("joyce")
    with queries() as few:
        joyce.get("/funds")
    for number in range(30):
        planning.begin({"code": "getting-connected"}, f"Round {number}", by=cast["joyce"])
    with queries() as many:
        joyce.get("/funds")

    assert many.number <= few.number <= STATEMENTS_MOST
