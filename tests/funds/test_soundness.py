"""What has to fit together in a round."""

import pytest

from portal.funds.questions import Form, Format
from portal.funds.toml import read
from tests.funds.builders import SOUND, changed, faults, line_of


@pytest.mark.parametrize(
    ("old", "new", "at", "sentence"),
    [
        ("closes = 2026-12-11T", "closes = 2026-06-11T", "closes", "The round closes before it opens."),
        ("closes = 2026-12-11T12", "closes = 2026-07-01T09", "closes", "The round closes before it opens."),
        ('smallest = "£500"', 'smallest = "£5,001"', "smallest", "The smallest amount is more than the largest."),
        ('largest = "£5,000"', 'largest = "£60,001"', "largest", "The largest amount is more than the whole budget."),
        (
            "checked_by = 2026-12-18",
            "checked_by = 2026-12-10",
            "checked_by",
            "all are checked comes before the closing day.",
        ),
        ("panel_on = 2027-01-15", "panel_on = 2027-01-07", "panel_on", "The panel meets before all are scored."),
        ("told_by = 2027-01-22", "told_by = 2027-01-14", "told_by", "Everybody is told before the panel meets."),
        ("weight = 60", "weight = 50", "weight = 40", "The weights add up to 90. They have to add up to 100."),
        ('code = "plan"', 'code = "need"', 'code = "plan"', "The code “need” stands here for the second time."),
        ('code = "people"', 'code = "title"', 'code = "people"', "The code “title” stands here for the second time."),
        (
            'code = "lots", l',
            'code = "some", l',
            'code = "lots", l',
            "The code “some” stands here for the second time.",
        ),
        ('code = "title"', 'code = "version"', 'code = "title"', "A question cannot have the code “version”."),
        ("least = 1\n", "least = 2000\n", "least", "The least is more than the most."),
        ("is_title = true", "choices = []", "is_title", "A question of this kind has no choices of its own."),
        ("is_people = true", "words = 5", "is_people", "A question of this kind has no limit in words."),
        ("is_people = true", "", "[[sections]]", "No question asks how many people they will help."),
        ("is_summary = true", "is_title = true", "is_summary", "A second question is marked as the same thing."),
        (
            'label = "Is there more?"',
            "is_people = true",
            'label = "Is there',
            "The number of people helped has to be a whole number.",
        ),
        (
            "is_people = true",
            "is_people = true\nrequired = false",
            "is_people",
            "so everybody has to be asked for it, and to answer.",
        ),
        ('  { code = "lots", label = "Lots" },\n', "", "choices", "This question needs at least two choices."),
        (
            '"extra", is = "yes"',
            '"wrong", is = "yes"',
            "show_if",
            "an answer to “wrong”, which is no earlier question.",
        ),
        (
            '"extra", is = "yes"',
            '"costs", is = "yes"',
            "show_if",
            "an answer to “costs”, which is no earlier question.",
        ),
        (
            '"extra", is = "yes"',
            '"extra", is = "maybe"',
            "show_if",
            "“maybe” is no answer to “extra”. Expected one of: yes, no.",
        ),
        (
            '"extra", is = "yes"',
            '"title", is = "yes"',
            "show_if",
            "no answer to “title”. It has no answers to choose from.",
        ),
        ('is = "lots"', 'is = "many"', 'show_if = { question = "more_what"', "Expected one of: some, lots."),
    ],
)
def test_what_does_not_fit_is_named_at_its_line(old: str, new: str, at: str, sentence: str) -> None:
    found = [line for line, said in changed(old, new) if sentence in said]

    assert found == [line_of(at)]


def test_a_section_without_questions() -> None:
    source = SOUND + '\n[[sections]]\ncode = "empty"\ntitle = "Empty"\n'

    assert faults(source) == [(line_of('[[sections]]\ncode = "empty"', source), "Section “Empty” asks nothing.")]


@pytest.mark.parametrize("kind", ["barriers", "communities"])
def test_a_condition_on_a_list_of_the_councils_own(kind: str) -> None:
    source = SOUND.replace('kind = "yes_no"', f'kind = "{kind}"', 1).replace('"extra", is = "yes"', '"extra", is = "a"')
    at = line_of("show_if", source)

    assert faults(source) == faults(source, {kind: {"a": "One", "b": "Two"}}) == []
    assert faults(source, {kind: {"b": "Two", "c": "Three"}}) == [
        (at, "“a” is no answer to “extra”. Expected one of: b, c.")
    ]
    assert faults(source, {kind: {}}) == [(at, "“a” is no answer to “extra”. It has no answers to choose from.")]


DAYS = """
[[sections]]
code = "days"
title = "Days"
[[sections.questions]]
code = "starts"
kind = "date"
label = "When?"
[[sections.questions]]
code = "ends"
kind = "date"
label = "Until when?"
not_before = "starts"
"""
NO_DAY = "is no earlier day that everybody is asked for."


@pytest.mark.parametrize(
    ("old", "new", "sentence"),
    [
        ('not_before = "starts"', 'not_before = "never"', f"“never” {NO_DAY}"),
        ('not_before = "starts"', 'not_before = "ends"', f"“ends” {NO_DAY}"),
        ('not_before = "starts"', 'not_before = "people"', f"“people” {NO_DAY}"),
        (
            'label = "When?"',
            'label = "When?"\nshow_if = { question = "extra", is = "yes" }',
            f"“starts” {NO_DAY}",
        ),
        (
            'kind = "date"\nlabel = "Until',
            'kind = "text"\nlabel = "Until',
            "Only a day can be held against an earlier day.",
        ),
    ],
)
def test_a_day_is_held_against_an_earlier_one_that_everybody_gives(old: str, new: str, sentence: str) -> None:
    assert faults(SOUND + DAYS) == []
    source = SOUND + DAYS.replace(old, new)
    assert faults(source) == [(line_of("not_before", source), sentence)]


def test_the_order_of_two_days_is_kept_with_the_form() -> None:
    found = read(SOUND + DAYS).form
    assert Form.from_data(found.to_data()) == found
    assert found.question("ends").not_before == "starts"


@pytest.mark.parametrize(
    ("at", "line", "sentence"),
    [
        ("is_title = true", 'format = "website"', "“format” is not right. Expected one of: email, phone."),
        ("is_people = true", 'format = "email"', "Only a short text can be an e-mail address or a telephone number."),
    ],
)
def test_only_a_short_text_has_a_known_shape(at: str, line: str, sentence: str) -> None:
    source = SOUND.replace(at, f"{at}\n{line}")
    assert faults(source) == [(line_of("format =", source), sentence)]


def test_the_shape_of_a_text_is_kept_with_the_form() -> None:
    found = read(SOUND.replace("is_title = true", 'is_title = true\nformat = "email"')).form
    assert Form.from_data(found.to_data()) == found
    assert found.marked("title").format is Format.EMAIL
