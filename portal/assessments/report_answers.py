"""Which wards and communities applications name, as a question that the database answers from what was typed."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import BigInteger, ColumnElement, Select, String, case, cast, exists, func, literal, or_, select, true
from sqlalchemy import null as nothing

from portal.assessments.ranking import ROUND
from portal.assessments.tables import APPLICATIONS, SECTIONS
from portal.funds.questions import COUNTED, LISTED, Form, Kind

ASKED = (Kind.WARDS, Kind.GROUPS, Kind.COMMUNITIES)
DIGITS = "0123456789"
MOST_DIGITS = 9


@dataclass(frozen=True, slots=True)
class Naming:
    """A question about wards or communities: where it is asked, and what it hangs on, as section, question, answer."""

    section: str
    question: str
    kind: Kind
    conditions: tuple[tuple[str, str, str], ...]


def asked_in(forms: Mapping[int, Form]) -> dict[Naming, list[int]]:
    """The questions of these forms about wards and communities, each with the numbers of the forms that ask it."""
    found: dict[Naming, list[int]] = {}
    for number, form in forms.items():
        for naming in of_form(form):
            found.setdefault(naming, []).append(number)
    return found


def of_form(form: Form) -> Iterator[Naming]:
    """The same of one form."""
    where = {question.code: section.code for section in form.sections for question in section.questions}
    for section in form.sections:
        for one in section.questions:
            if one.kind in ASKED:
                met = tuple((where[each.question], each.question, each.answer) for each in one.conditions)
                yield Naming(section.code, one.code, one.kind, met)


def named(naming: Naming, numbers: list[int], *, is_sqlite: bool) -> Select[Any]:
    """What the applications to ROUND with those forms answered: `application_id`, `list`, `code` and `people`."""
    answer = SECTIONS.c.answers[naming.question]
    is_counted = naming.kind in COUNTED
    sound: ColumnElement[bool] = true()
    if is_sqlite:
        path = literal(f'$."{naming.question}"', String)
        each = func.json_each(SECTIONS.c.answers, path).table_valued("key", "value", name="each")
        sound = func.json_type(SECTIONS.c.answers, path) == ("object" if is_counted else "array")
    elif is_counted:
        boxes = case((func.json_typeof(answer) == "object", answer))
        each = func.json_each_text(boxes).table_valued("key", "value", name="each")
    else:
        codes = case((func.json_typeof(answer) == "array", answer))
        each = func.json_array_elements_text(codes).table_valued("value", name="each")
    code, people = (each.c.key, number_in(each.c.value)) if is_counted else (each.c.value, cast(nothing(), BigInteger))
    return (
        select(
            SECTIONS.c.application_id,
            literal(LISTED[naming.kind], String).label("list"),
            cast(code, String).label("code"),
            people.label("people"),
        )
        .select_from(APPLICATIONS.join(SECTIONS, SECTIONS.c.application_id == APPLICATIONS.c.id).join(each, true()))
        .where(APPLICATIONS.c.round_id == ROUND, APPLICATIONS.c.form_number.in_(numbers))
        .where(SECTIONS.c.section == naming.section, sound, cast(each.c.value, String) != "")
        .where(*(is_met(*condition) for condition in naming.conditions))
    )


def number_in(typed: ColumnElement[Any]) -> ColumnElement[int]:
    """The people typed into a box, 40 or 1,200; a wrong one counts as nothing, as funds.typed.whole_number has it."""
    plain = func.replace(func.replace(cast(typed, String), ",", ""), " ", "")
    is_number = (func.trim(plain, DIGITS) == "") & (func.length(plain).between(1, MOST_DIGITS))
    return case((is_number, cast(plain, BigInteger)), else_=0)


def is_met(section: str, question: str, answer: str) -> ColumnElement[bool]:
    """Whether an earlier question was answered so, or with a list in which this is."""
    other = SECTIONS.alias("other")
    said = other.c.answers[question].as_string()
    listed = said.startswith("[") & said.contains(f'"{answer}"', autoescape=True)
    return exists().where(
        other.c.application_id == APPLICATIONS.c.id, other.c.section == section, or_(said == answer, listed)
    )
