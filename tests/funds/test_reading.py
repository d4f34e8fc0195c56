"""A form in words, before anybody answers."""

from dataclasses import replace

import pytest

from portal.funds.papers import Paper
from portal.funds.questions import Kind, Question
from portal.funds.reading import HOW, KIND_WORDS, in_full
from portal.funds.toml import read
from tests.funds.builders import LISTS, SOUND, form, question


def test_every_kind_of_question_has_its_words() -> None:
    assert set(KIND_WORDS) == set(HOW) == set(Kind)
    assert len(set(KIND_WORDS.values())) == len(Kind)


def test_every_question_says_how_it_is_answered() -> None:
    project, numbers = in_full(read(SOUND).form, LISTS)

    assert [(each.label, [str(note) for note in each.notes], each.choices) for each in project.questions] == [
        ("What do you call it?", ["One line."], ()),
        ("What is it?", ["Up to 150 words."], ()),
        ("Is there more?", ["Yes or no."], ()),
        ("What more?", ["Only if you answer “Yes” to “Is there more?”.", "Choose one:"], ("Some", "Lots")),
        ("Why lots?", ["Only if you answer “Lots” to “What more?”.", "One line."], ()),
    ]
    assert [str(note) for note in numbers.questions[1].notes] == [
        "From £500 to £5,000 in all.",
        "A list of costs, each with its amount.",
    ]


def test_the_councils_lists_are_written_out() -> None:
    (section,) = in_full(form(question("communities", required=False)), LISTS)

    assert section.questions[0].choices == ("Older people", "Carers")
    assert [str(note) for note in section.questions[0].notes] == ["You can leave this out.", "Choose from:"]


def test_groups_are_named_once() -> None:
    alone, twice = (
        in_full(form(*questions), LISTS)[0].questions[-1]
        for questions in ((question("groups"),), (question("communities", code="who"), question("groups")))
    )

    assert (alone.choices, twice.choices) == (("Older people", "Carers"), ())
    assert [str(note) for note in alone.notes] == ["A number of people for each group. You can leave groups empty."]


@pytest.mark.parametrize(
    ("questions", "documents", "papers"),
    [
        ((question("text"),), (), False),
        ((question("text"), question("file", code="paper", required=False)), (), True),
        ((question("text"),), (Paper("accounts", "Last year’s accounts", ""),), True),
    ],
)
def test_nobody_is_told_to_send_nothing_where_a_paper_can_be_sent(
    questions: tuple[Question, ...], documents: tuple[Paper, ...], papers: bool
) -> None:
    assert replace(form(*questions), documents=documents).asks_for_papers is papers
