"""Whatever is typed, wherever: no page breaks, nothing is cut, and what can be read is kept."""

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from portal.applications.models import Application
from portal.applications.queries import lists
from portal.funds.questions import MANY, Kind, Question
from portal.kit.text import tidy
from portal.permissions import Someone
from tests.applications import drafts
from tests.reader import Reader, form_to

As = Callable[[str], Reader]
NASTY = (
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "{{ 7 * 7 }} {% raw %} ${7*7}",
    "=HYPERLINK(1)\t+1 -1 @SUM(A1)",
    "\x00\x07\x1b[31m red \x7f",
    "\u202e evil \u2066 marks \ufeff",
    "👩‍👩‍👧 e\u0301 ﬁ Ǆ ا",
    "99999999999999999999999999",
    "£1,234,567,890,123.45",
    "31 February 2027",
    "-0 NaN 1e309 0x1F ١٢٣",
    "' OR 1=1; DROP TABLE people; --",
    "%s %(name)s {0} {who}",
    "line\r\nbreaks\rand\nmore\x0b\x0c\x85\u2028",
)
HTMX = {"HX-Request": "true", "HX-Request-Type": "partial"}
JUNK = st.one_of(st.sampled_from(NASTY), st.text(max_size=120), st.lists(st.sampled_from(NASTY)).map(" ".join))
FEW = settings(
    max_examples=6, deadline=None, phases=[Phase.generate], suppress_health_check=[HealthCheck.function_scoped_fixture]
)


def inputs_of(question: Question) -> list[str]:
    """The names of the boxes by which a question is answered."""
    if question.kind is Kind.WARDS:
        return [f"{question.code}-{code}" for code in list(lists()["wards"])[:3]]
    if question.kind is Kind.GROUPS:
        return [f"{question.code}-{code}" for code in list(lists()["communities"])[:3]]
    if question.kind is Kind.BUDGET:
        return [f"{question.code}-{line}-{box}" for line in (1, 2) for box in ("what", "amount", "category")]
    return [question.code]


def readable(text: str) -> str:
    """What a person could read of a text, spaces aside."""
    return "".join(tidy(text).split())


def everything(value: Any) -> str:
    """Every text in a raw answer, spaces aside."""
    if isinstance(value, dict):
        return "".join(map(everything, value.values()))
    return "".join(map(everything, value)) if isinstance(value, list) else "".join(value.split())


@pytest.mark.parametrize("section", list(drafts.ANSWERS))
@FEW
@given(data=st.data())
def test_junk_in_every_box_of_a_section_is_kept_and_breaks_nothing(
    as_: As, cast: dict[str, Someone], section: str, data: st.DataObject
) -> None:
    draft, client = drafts.begun(cast["amina"]), as_("amina")
    questions = [each for each in drafts.section_of(draft, section).questions if each.kind is not Kind.FILE]
    names = [name for question in questions for name in inputs_of(question)]
    typed = {name: data.draw(JUNK, label=name) for name in names}
    path = f"/applications/{draft.ref}/parts/{section}"
    form = form_to(client.get(path).get_data(as_text=True), path)
    asked = " ".join(question.code for question in questions)
    answer = client.post(path, data={**form.fields, **typed, "asked": asked})
    assert answer.status_code in {303, 422}
    kept = there(draft, section)
    for question in questions:
        wanted = "".join(readable(typed[name]) for name in inputs_of(question))
        if question.kind is Kind.BUDGET:
            assert [list(map(everything, row.values()))[:3] for row in kept[question.code]] == lines_of(typed)
        elif question.kind in MANY:
            assert kept[question.code] == ([" ".join(tidy(typed[question.code]).split())] if wanted else [])
        else:
            assert everything(kept[question.code]) == wanted
    for page in (path, f"/applications/{draft.ref}", f"/applications/{draft.ref}/answers", f"{path}/earlier"):
        assert client.get(page).status_code == 200


def lines_of(typed: dict[str, str]) -> list[list[str]]:
    """The lines of a budget as they are kept: what for, which kind, how much; a kind alone says nothing."""
    rows = [[readable(typed[f"budget-{n}-{box}"]) for box in ("what", "category", "amount")] for n in (1, 2)]
    return [row for row in rows if row[0] or row[2]]


def there(draft: Application, section: str) -> dict[str, Any]:
    """What stands in a section."""
    row = drafts.row_of(draft, section)
    assert row is not None
    return row.answers


@FEW
@given(junk=st.fixed_dictionaries(dict.fromkeys(("version", "asked", "go", "more", "title", "title-keep"), JUNK)))
def test_junk_in_what_the_page_itself_fills_in_breaks_nothing(
    as_: As, cast: dict[str, Someone], junk: dict[str, str]
) -> None:
    draft, client = drafts.begun(cast["amina"]), as_("amina")
    path = f"/applications/{draft.ref}/parts/project"
    for end in ("", "/save", "/two-texts"):
        form = form_to(client.get(path).get_data(as_text=True), path)
        answer = client.post(path + end, data={**form.fields, **junk}, headers=HTMX if end == "/save" else {})
        assert answer.status_code < 500
    assert client.get(path, query_string={"lines": junk["version"], "then": junk["go"]}).status_code == 200


def test_a_megabyte_is_refused_with_words_and_the_text_stays(as_: As, cast: dict[str, Someone]) -> None:
    draft, client = drafts.begun(cast["amina"]), as_("amina")
    path = f"/applications/{draft.ref}/parts/project"
    form = form_to(client.get(path).get_data(as_text=True), path)
    answer = client.post(path, data={**form.fields, "plan": "tea " * 250_000})
    assert answer.status_code == 422
    assert answer.get_data(as_text=True).count("tea ") >= 249_999
    too_large = client.post(path, data={**form.fields, "plan": "tea " * 1_000_000})
    assert too_large.status_code == 413
