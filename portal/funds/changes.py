"""What publishing changes in a round that people know already: each fact as it was and will be, and its lists."""

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from portal.funds.forms import FACTS_FORMS
from portal.funds.parts import FACTS, ITEM_LISTS, QUESTIONS
from portal.funds.plans import closing_moment, facts_of
from portal.funds.toml import IN_FORM, IN_LIMITS
from portal.funds.written import Document


@dataclass(frozen=True, slots=True)
class FactChange:
    """A fact that changes: what it is called, what it says now, and what it will say; empty for nothing."""

    label: str
    was: str
    becomes: str


@dataclass(frozen=True, slots=True)
class ListChange:
    """How a list changes: its title, how many items are new, changed and gone, and whether the order is another."""

    title: str
    new: int
    changed: int
    gone: int
    is_moved: bool


@dataclass(frozen=True, slots=True)
class Changes:
    """All that publishing changes; `is_new_form` where who has started keeps the form as it was."""

    facts: tuple[FactChange, ...]
    lists: tuple[ListChange, ...]
    closing_was: dt.datetime
    closing_becomes: dt.datetime
    is_new_form: bool

    @property
    def is_later(self) -> bool:
        """Whether people get more time."""
        return self.closing_becomes > self.closing_was

    @property
    def is_earlier(self) -> bool:
        """Whether people lose time that they were promised."""
        return self.closing_becomes < self.closing_was


def changes(was: Document, becomes: Document) -> Changes:
    """What differs between a round as it is in force and as it will be; both have no fault."""
    old, new = was["round"], becomes["round"]
    lists = tuple(changed_lists(was, becomes))
    return Changes(
        facts=tuple(changed_facts(was, becomes)),
        lists=lists,
        closing_was=closing_moment(old["closes"]),
        closing_becomes=closing_moment(new["closes"]),
        is_new_form=bool(lists) or any(old.get(name) != new.get(name) for name in (*IN_FORM, *IN_LIMITS)),
    )


def changed_facts(was: Document, becomes: Document) -> Iterable[FactChange]:
    """The facts that differ, in words, in the order of their pages."""
    for code, facts in FACTS.items():
        old, new = (FACTS_FORMS[code].read_out(facts_of(each, facts)) for each in (was, becomes))
        for (label, before), (_, after) in zip(old, new, strict=True):
            if before != after:
                yield FactChange(label, before, after)


def changed_lists(was: Document, becomes: Document) -> Iterable[ListChange]:
    """The lists that differ; the questions of all parts are one."""
    old, new = lists_of(was), lists_of(becomes)
    for title, before in old.items():
        after = new[title]
        stay = before.keys() & after.keys()
        change = ListChange(
            title,
            new=len(after.keys() - stay),
            changed=sum(before[code] != after[code] for code in stay),
            gone=len(before.keys() - stay),
            is_moved=[code for code in before if code in stay] != [code for code in after if code in stay],
        )
        if change != ListChange(title, 0, 0, 0, is_moved=False):
            yield change


def lists_of(document: Document) -> Mapping[str, Mapping[str, Any]]:
    """Every list by its title, each item under its code; a question knows in which part it stands."""
    found = {each.title: {item["code"]: item for item in document[each.code]} for each in ITEM_LISTS.values()}
    found[ITEM_LISTS["sections"].title] = {
        section["code"]: {name: value for name, value in section.items() if name != "questions"}
        for section in document["sections"]
    }
    found[QUESTIONS.title] = {
        question["code"]: (section["code"], question)
        for section in document["sections"]
        for question in section["questions"]
    }
    return found
