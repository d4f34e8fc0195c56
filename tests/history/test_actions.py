"""Nothing happens without a row, and no row holds a person's words."""

import pytest
from flask import Flask

from portal.accounts.models import Person
from portal.accounts.queries import by_email
from portal.db.session import action
from portal.demo.cast import BY_KEY
from portal.history.actions import is_code, note
from portal.history.queries import of, told
from portal.permissions import PORTAL, Someone


def amina() -> Person:
    """One of the cast as a record."""
    found = by_email(BY_KEY["amina"].email)
    assert found is not None
    return found


def test_a_note_says_who_did_what_with_which_facts(app: Flask, cast: dict[str, Someone]) -> None:
    with action():
        note(amina(), "give_role", by=cast["wei"], role="reviewer", amount=120_000)
    row = of(amina())[0]
    assert (row.subject, row.verb, row.actor_id) == ("person", "give_role", cast["wei"].person_id)
    assert row.facts == {"role": "reviewer", "amount": 120_000}
    assert (row.from_state, row.to_state) == (None, None)


@pytest.mark.parametrize("fact", ["Amina Yusuf", "amina@example.org", "a story\nof two lines", "x" * 61, 1.5, {"a": 1}])
def test_a_name_or_a_sentence_is_refused(sqlite_app: Flask, fact: object) -> None:
    with pytest.raises(ValueError, match="free text"), action():
        note(amina(), "give_role", by=PORTAL, why=fact)
    assert of(amina()) == []


def test_what_counts_as_a_code() -> None:
    assert all(map(is_code, [None, True, 7, "E05011385", "GC-7K4Q-2M9T-XW", ["a", "b"], (1, 2), ""]))


def test_deeds_are_told_as_sentences_newest_first(app: Flask, cast: dict[str, Someone]) -> None:
    with action():
        note(amina(), "join", by=PORTAL)
        note(amina(), "give_role", by=cast["wei"], role="finance")
    words = {"give_role": "{who} gave the role {role}", "join": "{who} made the account"}
    names = {None: "The portal", cast["wei"].person_id: "Wei Chen"}
    assert [str(one.sentence) for one in told(of(amina()), words, names)] == [
        "Wei Chen gave the role finance",
        "The portal made the account",
    ]
