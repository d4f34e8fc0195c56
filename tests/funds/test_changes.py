"""What publishing changes: every fact that differs as it was and will be, each list by number, and nothing else."""

import datetime as dt
from collections.abc import Iterator
from copy import deepcopy
from typing import Any

import pytest
from flask import Flask

from portal.funds.changes import Changes, FactChange, ListChange, changes
from portal.funds.toml import read
from portal.funds.written import Document, document_of
from portal.kit.dates import from_london
from tests.funds.plans import LATER


@pytest.fixture
def document(sqlite_app: Flask) -> Iterator[Document]:
    """A round without a fault, while a page is made: facts are told in the reader's words."""
    with sqlite_app.test_request_context():
        yield document_of(read(LATER))


def after(document: Document, change: Any) -> Changes:
    """What it comes to when a copy of the document is changed in some way."""
    becomes = deepcopy(document)
    change(becomes)
    return changes(document, becomes)


def facts(table: str = "round", **values: Any) -> Any:
    """A change of some facts."""
    return lambda document: document[table].update(values)


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (facts(title="Another"), [("Name of this round", "Getting Connected 2026", "Another")]),
        (facts("fund", purpose="For all."), [("Purpose of the fund", "Money for groups.", "For all.")]),
        (lambda document: document["round"].pop("about"), [("About this round", "About it.", "")]),
        (facts(pays_for=["Tea", "Cake"]), [("What it pays for", "devices\ndata", "Tea\nCake")]),
        (facts(budget="£99,000"), [("How much there is in all", "£60,000", "£99,000")]),
        (
            facts(closes="2036-12-12T12:00:00"),
            [("It closes on", "Thursday 11 December 2036", "Friday 12 December 2036")],
        ),
        (facts(closes="2036-12-11T17:30:00"), [("At what time does it close?", "12:00", "17:30")]),
        (
            facts(told_by="2037-03-02"),
            [("Everybody has heard from us by", "Thursday 22 January 2037", "Monday 2 March 2037")],
        ),
        (
            facts(names_hidden=True),
            [("Do reviewers see who applies?", "They see the name", "The name is hidden from them")],
        ),
        (facts(details=["phone"]), [("What do we need to know of an organisation?", "", "Phone number")]),
    ],
)
def test_a_fact_is_told_as_it_was_and_as_it_will_be(document: Document, change: Any, told: list[Any]) -> None:
    found = after(document, change)

    assert list(found.facts) == [FactChange(*each) for each in told]
    assert found.lists == ()


def test_nothing_changes_nothing(document: Document) -> None:
    found = after(document, lambda _: None)

    assert (found.facts, found.lists, found.is_later, found.is_earlier) == ((), (), False, False)


@pytest.mark.parametrize(
    ("closes", "later", "earlier"), [("2036-12-11T12:01:00", True, False), ("2036-12-11T11:59:00", False, True)]
)
def test_whether_people_get_more_time_or_less(document: Document, closes: str, later: bool, earlier: bool) -> None:
    found = after(document, facts(closes=closes))

    assert (found.is_later, found.is_earlier) == (later, earlier)
    assert found.closing_was == from_london(dt.datetime(2036, 12, 11, 12))


def question_moved(document: Document) -> None:
    """The last question goes first."""
    questions = document["sections"][0]["questions"]
    questions.insert(0, questions.pop())


def question_changed_and_new(document: Document) -> None:
    """One question is said better, one is new."""
    questions = document["sections"][0]["questions"]
    questions[0] = {**questions[0], "label": "Better?"}
    questions.append({**questions[0], "code": "brand_new"})


def part_renamed(document: Document) -> None:
    """A part gets another title; its questions stay."""
    document["sections"][0]["title"] = "Another title"


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (question_moved, ("Questions", 0, 0, 0, True)),
        (question_changed_and_new, ("Questions", 1, 1, 0, False)),
        (part_renamed, ("Parts of the form", 0, 1, 0, False)),
        (lambda document: document["criteria"].pop(), ("How applications are scored", 0, 0, 1, False)),
    ],
)
def test_a_list_is_told_by_what_is_new_changed_gone_and_moved(document: Document, change: Any, told: Any) -> None:
    found = after(document, change)

    assert list(found.lists) == [ListChange(*told)]
    assert found.facts == ()


@pytest.mark.parametrize(
    ("change", "is_new"),
    [
        (question_moved, True),
        (facts(pays_for=["Tea"]), True),
        (facts(closes="2036-12-12T12:00:00"), False),
        (facts(title="Another", budget="£99,000"), False),
        (facts(largest="£4,000"), True),
    ],
)
def test_whether_who_has_started_keeps_another_form(document: Document, change: Any, is_new: bool) -> None:
    assert after(document, change).is_new_form is is_new


def test_a_question_in_another_part_has_changed(document: Document) -> None:
    first, *_, last = document["sections"]
    assert first is not last

    def to_last_part(becomes: Document) -> None:
        becomes["sections"][-1]["questions"].append(becomes["sections"][0]["questions"].pop())

    (found,) = after(document, to_last_part).lists
    assert (found.title, found.new, found.changed, found.gone) == ("Questions", 0, 1, 0)
