"""The gate before scoring: which lines it has, when it is open, and what the partner reads of what failed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portal.assessments.diligence import (
    ASK,
    CHECKS,
    FAIL,
    NOTE_MOST,
    PASS,
    REASONS,
    REASONS_MOST,
    VERDICTS,
    Kept,
    Line,
    Mark,
    Typed,
    faults,
    is_open,
    lines_of,
    marked,
    missing,
    questions,
    reasons,
    with_verdict,
)
from portal.assessments.scoring import Outcome, outcome
from portal.funds.questions import EligibilityQuestion
from portal.kit.text import Say
from portal.organisations.papers import SORTS

RULES = tuple(
    EligibilityQuestion(code, f"Question {code}?", right, f"Why not {code}.")
    for code, right in (("area", "yes"), ("spent", "no"), ("bank", "yes"))
)
NOTES = ("", "We rang them.", "They are a couple.")
marks = st.builds(Mark, st.sampled_from(["", *VERDICTS]), st.sampled_from(NOTES))
answers = st.dictionaries(st.sampled_from(["area", "spent", "bank"]), st.sampled_from(["yes", "no"]))
ALWAYS = ["check-organisation", "check-people"]


@st.composite
def gates(draw) -> tuple[Line, ...]:
    """A gate of any shape, with anything found on any of its lines."""
    lines = lines_of(
        draw(st.sampled_from([RULES, RULES[:1], ()])),
        draw(answers),
        sorts=draw(st.sets(st.sampled_from(list(SORTS)))),
        has_number=draw(st.booleans()),
        excludes=draw(st.booleans()),
    )
    found = draw(st.dictionaries(st.sampled_from([line.code for line in lines]), st.builds(Kept, marks)))
    return marked(lines, found)


@given(gates())
def test_the_gate_is_open_where_every_line_passes_and_nowhere_else(lines: tuple[Line, ...]) -> None:
    assert is_open(lines) is ({line.mark.verdict for line in lines} == {PASS})


@given(gates())
def test_every_line_stands_under_one_verdict_in_its_order(lines: tuple[Line, ...]) -> None:
    found = [line for verdict in ("", *VERDICTS) for line in with_verdict(lines, verdict)]
    assert sorted(found, key=lines.index) == list(lines)
    assert [line for line in lines if line.mark.verdict == FAIL] == list(with_verdict(lines, FAIL))


@given(gates())
def test_the_reasons_have_the_text_of_every_line_that_failed_and_of_no_other(lines: tuple[Line, ...]) -> None:
    failed = [line for line in lines if line.mark.verdict == FAIL]
    assert reasons(lines) == tuple((line.fails, line.mark.note) for line in failed)
    texts = {text for text, _ in reasons(lines)}
    assert texts.isdisjoint(line.fails for line in lines if line not in failed)


@given(gates())
def test_what_to_ask_has_every_line_to_ask_about_and_no_other(lines: tuple[Line, ...]) -> None:
    asked = [line for line in lines if line.mark.verdict == ASK]
    assert questions(lines) == tuple((line.asks, line.mark.note) for line in asked)


@given(gates())
def test_a_word_is_missing_just_where_a_line_fails_or_asks_without_a_note(lines: tuple[Line, ...]) -> None:
    silent = {f"note-{line.code}" for line in lines if line.mark.verdict in (FAIL, ASK) and not line.mark.note}
    assert set(missing(lines)) == silent


@given(answers)
def test_a_rule_follows_from_the_answer_until_somebody_marks_it(given: dict[str, str]) -> None:
    lines = lines_of(RULES, given)
    verdicts = {line.code: line.mark.verdict for line in lines if line.code.startswith("rule-")}
    right = {rule.code: rule.right_answer for rule in RULES}
    assert verdicts == {
        f"rule-{code}": (PASS if given[code] == right[code] else FAIL) if code in given else "" for code in right
    }
    [first, *_] = marked(lines, {"rule-area": Kept(Mark(FAIL, "The records say Wakefield."))})
    assert (first.mark.verdict, reasons([first])) == (FAIL, (("Why not area.", "The records say Wakefield."),))


@given(st.sets(st.sampled_from(list(SORTS))), st.booleans(), st.booleans())
def test_a_line_is_there_only_where_it_concerns_the_application(
    sorts: set[str], has_number: bool, excludes: bool
) -> None:
    lines = lines_of((), {}, sorts=sorts, has_number=has_number, excludes=excludes)
    more = [code for code, there in (("check-number", has_number), ("check-uses", excludes)) if there]
    assert {line.code for line in lines} == {*ALWAYS, *more, *(f"check-{sort}" for sort in sorts)}
    assert {line.mark for line in lines} == {Mark()}


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.code)
def test_every_check_says_where_it_comes_from(check) -> None:
    assert check.source.startswith("domain.md 2.")
    assert check.sort in ("", check.code)
    texts = [check.title, check.fails, check.asks]
    assert all(text.strip() == text != "" for text in texts)
    assert len(set(texts)) == 3


def test_there_is_a_check_for_each_sort_of_document_that_a_round_can_need() -> None:
    assert {check.sort for check in CHECKS if check.sort} == set(SORTS)
    assert len({check.code for check in CHECKS}) == len(CHECKS)


@given(marks, marks, st.sampled_from(["", "mine", "theirs"]), st.booleans())
def test_nothing_is_written_over_a_mark_that_its_page_has_not_seen(
    there: Mark, typed: Mark, keep: str, seen: bool
) -> None:
    kept = Kept(there, 2, "another page")
    shown = kept.stamp() if seen else f"1-{Mark(PASS, 'an older one').content()}"
    verdict = outcome(kept, Typed(typed, shown, keep), "this page")
    assert seen or verdict is not Outcome.WRITE
    assert not (seen and not keep and typed != there) or verdict is Outcome.WRITE


def test_what_cannot_be_kept_is_said_beside_its_field() -> None:
    wrong = {
        "check-people": Mark("perhaps", "x" * (NOTE_MOST + 1)),
        "check-uses": Mark(PASS, "x" * NOTE_MOST),
        REASONS: Mark("", "x" * (REASONS_MOST + 1)),
        "no-such-line": Mark("perhaps"),
    }
    found = faults(wrong, ["check-people", "check-uses"])
    assert set(found) == {"verdict-check-people", "note-check-people", REASONS}
    assert str(found[REASONS]) == "Use 20000 characters or fewer. There are 20001 now."
    assert all(isinstance(sentence, Say) for sentence in found.values())
