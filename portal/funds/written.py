"""A round as the document of its file, and that document as TOML: the same round always gives the same bytes.

A document holds what the file says under the file's own names, with what goes without saying left out. In the database
its days and moments are texts.
"""

import datetime as dt
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from portal.funds import fields as f
from portal.funds import toml
from portal.funds.questions import Form, Kind, plain, question_data
from portal.funds.soundness import NOTHING, Offered
from portal.funds.toml import RoundFile, Table
from portal.kit.dates import LONDON, from_london
from portal.kit.money import pounds
from portal.programme.export import quoted

Document = dict[str, Any]

MONEY = frozenset({"budget", "smallest", "largest"})
IN_POUNDS = frozenset({Kind.MONEY, Kind.BUDGET})
TIMES: Mapping[str, Callable[[str], Any]] = {
    name: dt.datetime.fromisoformat if key.read is f.moment else dt.date.fromisoformat
    for name, key in toml.ROUND.items()
    if key.read in (f.moment, f.day)
}
"""How each day and moment of a round is read from its text."""

HEAD = (
    "# A round as the portal has it. Times are British clock times. Load it again on screen, or with: funds load FILE"
)
COMMENTS = {
    "eligibility": "# Who can apply. The first wrong answer ends the check.",
    "sections": "# The questions, page by page.",
    "criteria": "# How applications are scored: 0 to 5 on each, times its weight.",
    "documents": "# What applicants have to have ready.",
    "returns": "# What an award will owe, so many months after it.",
}
LISTS: Mapping[str, Table] = {
    "eligibility": toml.ELIGIBILITY,
    "sections": toml.SECTION,
    "criteria": toml.CRITERION,
    "documents": toml.DOCUMENT,
    "returns": toml.RETURN,
}
"""The lists of a document, and what each of their items holds."""


def document_of(file: RoundFile) -> Document:
    """The document of a sound round."""
    form = file.form.to_data()
    kept = {**file.round, **{name: list(getattr(file.form, name)) for name in toml.IN_FORM}}
    return {
        "fund": {name: file.fund[name] for name in toml.FUND},
        "round": {
            name: value for name, key in toml.ROUND.items() if (value := in_file(name, key, kept)) not in (None, [])
        },
        "eligibility": form["eligibility"],
        "sections": [
            plain(section) | {"questions": [question_in_file(question_data(each)) for each in section.questions]}
            for section in file.form.sections
        ],
        **{name: form.get(name, []) for name in ("criteria", "documents", "returns")},
    }


def in_file(name: str, key: toml.Key, kept: Mapping[str, Any]) -> Any:
    """One of a round's values as its file writes it, for JSON: pounds for pence, a British clock time as text."""
    value = kept.get(key.name or name)
    if name in MONEY and isinstance(value, int):
        return pounds(value)
    if key.read is f.moment and isinstance(value, dt.datetime):
        return clock(value)
    return value.isoformat() if isinstance(value, dt.date) else value


def clock(moment: dt.datetime) -> str:
    """A moment by the British clock; in UTC where the clock shows that hour a second time."""
    local = moment.astimezone(LONDON).replace(tzinfo=None)
    return (local if from_london(local) == moment else moment.astimezone(dt.UTC)).isoformat()


def question_in_file(data: Document) -> Document:
    """A question as its file writes it: without what goes without saying, and without limits that are the round's."""
    found = {name: value for name, value in data.items() if not (name == "required" and value)}
    for limit in {"least", "most"} & found.keys():
        if found.get("is_amount"):
            del found[limit]
        elif found["kind"] in IN_POUNDS:
            found[limit] = pounds(found[limit])
    return found


def with_times(document: Mapping[str, Any]) -> Document:
    """A document from the database as a file reads: with days and moments in the place of their texts."""
    round_ = {name: TIMES[name](value) if name in TIMES else value for name, value in document["round"].items()}
    return {**document, "round": round_}


def sound(document: Mapping[str, Any], offered: Offered = NOTHING) -> RoundFile:
    """The round that a document from the database describes. Raises faults.Unsound with all that is wrong."""
    return toml.Reading(offered).file(with_times(document))


def loose_form(document: Mapping[str, Any]) -> Form:
    """The form of a document as far as it makes sense: what is missing is empty, a wrong condition is none."""
    seen: set[str] = set()
    sections = []
    for section in document["sections"]:
        questions = []
        for each in section["questions"]:
            pointed = each.get("show_if", {}).get("question")
            drops = {"show_if"} if pointed not in seen else set()
            drops |= {"not_before"} if each.get("not_before") not in seen else set()
            drops |= {"least", "most"}
            questions.append({name: value for name, value in each.items() if name not in drops})
            seen.add(each["code"])
        sections.append({**section, "questions": questions})
    round_ = document["round"]
    lists = {name: round_.get(name, []) for name in toml.IN_FORM}
    return Form.from_data({**{name: document[name] for name in LISTS}, "sections": sections, **lists})


def as_toml(document: Mapping[str, Any]) -> str:
    """The whole file of a document."""
    there = with_times(document)
    lines = [
        HEAD,
        *table_lines("[fund]", there["fund"], toml.FUND),
        *table_lines("[round]", there["round"], toml.ROUND),
    ]
    for name, keys in LISTS.items():
        if there[name]:
            lines += ["", COMMENTS[name]]
        for item in there[name]:
            lines += table_lines(f"[[{name}]]", {**item, "questions": None}, keys)
            for question in item.get("questions", ()):
                lines += table_lines("[[sections.questions]]", question, toml.QUESTION)
    return "\n".join([*lines, ""])


def table_lines(header: str, table: Mapping[str, Any], keys: Table) -> Iterator[str]:
    """One table with its keys in the file's order."""
    yield ""
    yield header
    yield from (f"{name} = {value_of(table[name])}" for name in keys if table.get(name) is not None)


def value_of(value: Any) -> str:
    """One value as TOML writes it."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, dt.date):
        return value.isoformat()
    if isinstance(value, dict):
        return "{ " + ", ".join(f"{name} = {value_of(each)}" for name, each in value.items()) + " }"
    if isinstance(value, Sequence) and not isinstance(value, str):
        return "\n".join(["[", *(f"  {value_of(each)}," for each in value), "]"])
    return text_of(value) if isinstance(value, str) else str(value)


def text_of(text: str) -> str:
    """A text as a basic string, or over several lines where it has several."""
    if "\n" not in text:
        return quoted(text)
    lines = (quoted(line)[1:-1].replace('\\"', '"').replace('"""', '""\\"') for line in text.split("\n"))
    return '"""\n' + "\n".join(lines) + '\n"""'
