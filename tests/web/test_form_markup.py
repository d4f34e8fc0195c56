"""Our fields have the markup of GOV.UK Frontend: its macros say what is right, ours say it in a tenth of the time."""

from typing import Any
from xml.etree.ElementTree import Element

import html5lib
import pytest
from jinja2 import Environment, StrictUndefined
from wtforms import BooleanField, Form, IntegerField, RadioField, StringField
from wtforms.fields import SelectChoice

from tests.web.templates import environment

CHOICES = [("hall", "In a hall"), ("home", "At home", "With a second person")]
ITEMS = [
    {"value": "hall", "text": "In a hall"},
    {"value": "home", "text": "At home", "hint": {"text": "With a second person"}},
]


@pytest.fixture(scope="module")
def templates() -> Environment:
    """Our templates and the outside ones."""
    return environment()


@pytest.fixture(scope="module")
def strict() -> Environment:
    """The same, where a name that does not exist is an error."""
    return environment(undefined=StrictUndefined)


def ours(env: Environment, *args: Any, **kwargs: Any) -> str:
    """A field of ours."""
    return str(env.get_template("macros/forms.html").module.plain_field(*args, **kwargs))  # type: ignore[attr-defined]


def theirs(env: Environment, component: str, params: dict[str, Any]) -> str:
    """The same field by the outside macros."""
    name = "govuk" + component.title().replace("-", "")
    return str(
        getattr(env.get_template(f"govuk_frontend_jinja/components/{component}/macro.html").module, name)(params)
    )


def tree(html: str) -> list[Any]:
    """What a browser makes of it: tags, attributes and words, without the space between."""
    fragment = html5lib.HTMLParser(namespaceHTMLElements=False).parseFragment(html)
    return [nodes(element) for element in fragment]


def nodes(element: Element) -> Any:
    """An element as plain data. What only their script reads is left out, and so is a value of nothing."""
    attributes = {k: v.split() if k == "class" else v for k, v in element.attrib.items() if k != "data-module"}
    if not attributes.get("value", True):
        del attributes["value"]
    words = " ".join("".join([element.text or "", *((child.tail or "") for child in element)]).split())
    return element.tag, attributes, words, [nodes(child) for child in element]


def same(env: Environment, mine: str, component: str, params: dict[str, Any]) -> None:
    """Both give the same tree."""
    assert tree(mine) == tree(theirs(env, component, params))


def test_a_line(templates: Environment, strict: Environment) -> None:
    mine = ours(strict, "place", "Where?", "text", "<Leeds>", hint="A town", autocomplete="address-level2", width=20)

    params = {"id": "place", "name": "place", "label": {"text": "Where?"}, "hint": {"text": "A town"}}
    more = {"value": "<Leeds>", "autocomplete": "address-level2", "classes": "govuk-input--width-20"}
    same(templates, mine, "input", params | more)


def test_a_line_with_an_error_keeps_what_was_typed(templates: Environment, strict: Environment) -> None:
    mine = ours(strict, "many", "How many people?", "whole", "about forty", error="Enter a number, like 40")

    params = {"id": "many", "name": "many", "label": {"text": "How many people?"}, "inputmode": "numeric"}
    wrong = {"value": "about forty", "errorMessage": {"text": "Enter a number, like 40"}}
    same(templates, mine, "input", params | wrong | {"classes": "govuk-input--width-10"})


def test_an_amount_of_money(templates: Environment, strict: Environment) -> None:
    mine = ours(strict, "ask", "How much?", "money", "1,200.50")

    params = {"id": "ask", "name": "ask", "label": {"text": "How much?"}, "prefix": {"text": "£"}, "value": "1,200.50"}
    more = {"inputmode": "decimal", "spellcheck": False, "classes": "govuk-input--width-10"}
    same(templates, mine, "input", params | more)


def test_a_label_that_is_the_heading_of_the_page(templates: Environment, strict: Environment) -> None:
    mine = ours(strict, "email", "What is your e-mail address?", "email", heading=True)

    label = {"text": "What is your e-mail address?", "isPageHeading": True, "classes": "govuk-label--l"}
    params = {"id": "email", "name": "email", "type": "email", "label": label}
    same(templates, mine, "input", params | {"autocomplete": "email", "spellcheck": False})


def test_a_long_text(templates: Environment, strict: Environment) -> None:
    mine = ours(
        strict, "plan", "What will you do?", "long", "We will & we can", hint="In your own words", error="Say what"
    )

    params = {"id": "plan", "name": "plan", "label": {"text": "What will you do?"}, "value": "We will & we can"}
    same(
        templates,
        mine,
        "textarea",
        params | {"hint": {"text": "In your own words"}, "errorMessage": {"text": "Say what"}},
    )


def test_one_of_several(templates: Environment, strict: Environment) -> None:
    mine = ours(strict, "place", "Where?", "radios", "home", hint="Choose one", error="Choose a place", choices=CHOICES)

    params = {"idPrefix": "place", "name": "place", "value": "home", "items": ITEMS, "hint": {"text": "Choose one"}}
    legend = {"fieldset": {"legend": {"text": "Where?"}}, "errorMessage": {"text": "Choose a place"}}
    same(templates, mine, "radios", params | legend)


def test_any_of_several(templates: Environment, strict: Environment) -> None:
    mine = ours(strict, "place", "Where?", "checkboxes", ["hall", "home"], choices=CHOICES)

    params = {"idPrefix": "place", "name": "place", "values": ["hall", "home"], "items": ITEMS}
    same(templates, mine, "checkboxes", params | {"fieldset": {"legend": {"text": "Where?"}}})


def test_yes_or_no(templates: Environment, strict: Environment) -> None:
    mine = ours(strict, "before", "Have you done this before?", "yes_no", "no")

    items = [{"value": "yes", "text": "Yes"}, {"value": "no", "text": "No"}]
    params = {"idPrefix": "before", "name": "before", "value": "no", "items": items, "classes": "govuk-radios--inline"}
    same(templates, mine, "radios", params | {"fieldset": {"legend": {"text": "Have you done this before?"}}})


def test_a_choice_from_a_list(templates: Environment, strict: Environment) -> None:
    mine = ours(strict, "form", "Legal form", "select", "cio", choices=[("", "Choose one"), ("cio", "CIO")])

    items = [{"value": "", "text": "Choose one"}, {"value": "cio", "text": "CIO"}]
    params = {"id": "form", "name": "form", "label": {"text": "Legal form"}, "items": items, "value": "cio"}
    same(templates, mine, "select", params)


def test_a_summary_of_errors(templates: Environment, strict: Environment) -> None:
    module: Any = strict.get_template("macros/forms.html").module
    mine = module.error_summary([("many", "Enter a number"), ("", "Somebody has to agree")])

    errors = [{"text": "Enter a number", "href": "#many"}, {"text": "Somebody has to agree"}]
    summary = tree(theirs(templates, "error-summary", {"titleText": "There is a problem", "errorList": errors}))
    # Ours can be given the focus by script of a kilobyte; theirs gets its tabindex from their own script.
    summary[0][1]["tabindex"] = "-1"
    assert tree(str(mine)) == summary


def test_an_optional_field_says_so(strict: Environment) -> None:
    assert ">Phone (optional)</label>" in ours(strict, "phone", "Phone", "tel", optional=True)


def test_a_word_limit_is_stated_without_script_and_described(strict: Environment) -> None:
    html = ours(strict, "plan", "Plan", "long", "", hint="Short", words=150)

    assert 'data-words="150" aria-describedby="plan-hint plan-count"' in html
    assert ">You can use up to 150 words</p>" in html


def test_a_date_keeps_what_was_typed_in_each_box(strict: Environment) -> None:
    html = ours(strict, "starts", "Starts", "date", {"day": "31", "month": "feb", "year": ""}, error="Enter a date")
    boxes = {box.get("id"): box.get("value") for box in html5lib.parse(html, namespaceHTMLElements=False).iter("input")}

    assert boxes == {"starts-day": "31", "starts-month": "feb", "starts-year": None}


class Example(Form):
    """One field of each sort that forms are made of."""

    name = StringField("Your name", description="As on letters")
    many = IntegerField("How many?")
    place = RadioField("Where?", choices=[SelectChoice("hall", "In a hall"), SelectChoice("home", "At home")])
    agree = BooleanField("I may sign for us")


def test_a_field_of_a_form_is_shown_with_what_it_holds(strict: Environment) -> None:
    form = Example(data={"name": "Amina", "place": "home", "agree": True})
    show = strict.get_template("macros/forms.html").module.field  # type: ignore[attr-defined]

    assert tree(show(form.name)) == tree(ours(strict, "name", "Your name", "text", "Amina", hint="As on letters"))
    assert tree(show(form.many)) == tree(ours(strict, "many", "How many?", "whole"))
    choices = [("hall", "In a hall"), ("home", "At home")]
    assert tree(show(form.place)) == tree(ours(strict, "place", "Where?", "radios", "home", choices=choices))
    assert tree(show(form.agree)) == tree(ours(strict, "agree", "I may sign for us", "tick", True))


def test_nothing_typed_becomes_markup(strict: Environment) -> None:
    evil = '"><script data-hx-get="/x">alert(1)</script></textarea>'
    for kind in ("text", "long", "money", "email", "search", "day"):
        html = ours(strict, "q", evil, kind, evil, error=evil, hint=evil)
        parsed = html5lib.parseFragment(html, namespaceHTMLElements=False)
        assert list(parsed.iter("script")) == []
