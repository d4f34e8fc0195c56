"""The first draft of a letter, and the one sentence in it that nobody can get wrong."""

from hypothesis import given
from hypothesis import strategies as st

from portal.assessments.letters import (
    MARK,
    Comment,
    best,
    decision_sentence,
    draft,
    filled,
    opened,
    weakest,
)
from portal.assessments.rules import OUTCOMES

COMMENTS = [
    Comment("Need", 5, "They know every street."),
    Comment("Plan", 2, "Who does the teaching?"),
    Comment("Costs", 1, "No prices."),
    Comment("Need", 4, "Clear."),
    Comment("Plan", 4, "Sound steps."),
    Comment("Costs", 2, "Some prices are missing."),
    Comment("Change", 3, ""),
]


def test_the_kindest_words_on_what_did_well_come_first() -> None:
    assert best(COMMENTS) == [COMMENTS[0], COMMENTS[4]]


def test_only_where_nobody_saw_it_well_is_something_to_be_stronger() -> None:
    assert weakest(COMMENTS) == [COMMENTS[2]]


def test_a_draft_reads_as_a_letter() -> None:
    assert "\n\n".join(map(str, draft("Tea and Tech", "Small grants", COMMENTS))) == (
        "Dear Tea and Tech,\n\n"
        "Thank you for applying to Small grants. We enjoyed reading about your work.\n\n"
        "[the decision]\n\n"
        "What the people who read it liked:\n\n"
        "- Need: They know every street.\n- Plan: Sound steps.\n\n"
        "What would make it stronger:\n\n"
        "- Costs: No prices.\n\n"
        "Thank you for all that you do."
    )


def test_without_comments_it_is_short() -> None:
    assert len(draft("Tea and Tech", "Small grants", [])) == 4


@given(st.sampled_from(tuple(OUTCOMES)), st.text(), st.integers(1, 10**9), st.integers(1, 10**9), st.text(), st.text())
def test_a_filled_letter_opens_again(outcome, title, amount, asked, before, after) -> None:
    says = str(decision_sentence(outcome, title, amount, asked))
    letter = filled(f"{before}\n{MARK}\n{after}", MARK, says)
    assert says in letter
    assert MARK in opened(letter, MARK, says)
