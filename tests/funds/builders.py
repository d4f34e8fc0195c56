"""Small questions and files for these tests."""

from typing import Any

from portal.funds.faults import Faults
from portal.funds.questions import Choice, Form, Kind, Question, Section
from portal.funds.soundness import NOTHING, Offered
from portal.funds.toml import read

LISTS = {
    "communities": {"older": "Older people", "carers": "Carers"},
    "barriers": {"skills": "Skills", "trust": "Trust"},
    "wards": {"E05011385": "Armley", "E05011388": "Burmantofts & Richmond Hill"},
}


def question(kind: str = "text", code: str = "what", **more: Any) -> Question:
    """A question of one kind."""
    offered = ("a", "b") if kind in {"choice", "choices", "budget"} else ()
    choices = tuple(Choice(each, f"Choice {each}") for each in offered)
    return Question(code, Kind(kind), label="What?", **{"choices": choices, **more})


def form(*questions: Question) -> Form:
    """A form of one section."""
    return Form(sections=(Section("one", "Section one", questions=questions),))


SOUND = """\
[fund]
code = "connected"
name = "Getting Connected"
purpose = "Money for groups."

[round]
code = "one-2026"
title = "Getting Connected 2026"
prefix = "GC"
opens = 2026-07-01T09:00:00
closes = 2026-12-11T12:00:00
grace_minutes = 30
budget = "£60,000"
smallest = "£500"
largest = "£5,000"
assessments_needed = 2
names_hidden = false
checked_by = 2026-12-18
assessed_by = 2027-01-08
panel_on = 2027-01-15
told_by = 2027-01-22
about = "About it."
pays_for = ["devices", "data"]

[[eligibility]]
code = "area"
question = "Do you work here?"
right_answer = "yes"
why_not = "This money is for this place."

[[sections]]
code = "project"
title = "Your project"

[[sections.questions]]
code = "title"
kind = "text"
label = "What do you call it?"
is_title = true

[[sections.questions]]
code = "summary"
kind = "long_text"
label = "What is it?"
words = 150
is_summary = true

[[sections.questions]]
code = "more"
kind = "yes_no"
label = "Is there more?"

[[sections.questions]]
code = "more_what"
kind = "choice"
label = "What more?"
choices = [
  { code = "some", label = "Some" },
  { code = "lots", label = "Lots" },
]
show_if = { question = "more", is = "yes" }

[[sections.questions]]
code = "more_why"
kind = "text"
label = "Why lots?"
show_if = { question = "more_what", is = "lots" }

[[sections]]
code = "numbers"
title = "Numbers"

[[sections.questions]]
code = "people"
kind = "number"
label = "How many people?"
least = 1
most = 1000
is_people = true

[[sections.questions]]
code = "costs"
kind = "budget"
label = "What does it cost?"
is_amount = true

[[criteria]]
code = "need"
title = "Need"
weight = 60
about = "Who needs it."
zero = "Nobody."
three = "Some."
five = "Many."

[[criteria]]
code = "plan"
title = "Plan"
weight = 40
about = "How it is done."
zero = "Not at all."
three = "Well."
five = "Very well."
""".replace('"more"', '"extra"')


def line_of(text: str, source: str = SOUND) -> int:
    """The line on which a text stands first."""
    return source[: source.index(text)].count("\n") + 1


def faults(source: str, offered: Offered = NOTHING) -> list[tuple[int, str]]:
    """Every fault of a source with its line; none for a sound one."""
    try:
        read(source, offered)
    except Faults as error:
        return [(fault.line, fault.sentence) for fault in error.faults]
    return []


def changed(old: str, new: str) -> list[tuple[int, str]]:
    """The faults of the sound file after one change."""
    assert old in SOUND
    return faults(SOUND.replace(old, new, 1))
