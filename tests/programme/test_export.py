"""All settings as a file: what is written is what is read, byte for byte."""

import string

from flask import Flask
from hypothesis import given
from hypothesis import strategies as st

from portal.programme import actions
from portal.programme import queries as words
from portal.programme.colours import OWN
from portal.programme.export import as_toml
from portal.programme.rules import LISTS, MAY_BE_EMPTY, NUMBERS
from portal.programme.vocabulary import FACTS, KINDS, Vocabulary, Word, read

SAID = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=30).filter(str.strip)
CODES = st.text(string.ascii_lowercase + string.digits + "_", min_size=1, max_size=12)
BESIDE = {
    "community": {"phrase": st.just("") | SAID, "priority": st.sampled_from(["yes", "no"])},
    "barrier": {"heading": st.just("") | SAID, "affects": st.sampled_from(["resident", "partner"])},
    "legal_form": {"number": st.sampled_from(sorted(NUMBERS))},
}
EMPTY = {LISTS[code].kind for code in MAY_BE_EMPTY}


@st.composite
def lists(draw: st.DrawFn, kind: str) -> list[Word]:
    """A list of words, the first of them offered."""
    codes = draw(st.lists(CODES, min_size=0 if kind in EMPTY else 1, max_size=3, unique=True))
    names = draw(st.lists(SAID, min_size=len(codes), max_size=len(codes), unique_by=str.casefold))
    return [
        Word(
            code,
            name,
            retired=bool(number) and draw(st.booleans()),
            **{column: draw(values) for column, values in BESIDE.get(kind, {}).items()},
        )
        for number, (code, name) in enumerate(zip(codes, names, strict=True))
    ]


VOCABULARIES = st.builds(
    Vocabulary,
    st.fixed_dictionaries(dict.fromkeys(FACTS, SAID)),
    st.fixed_dictionaries({kind: lists(kind) for kind in KINDS.values()}),
    st.sampled_from([{}, {**OWN, "main": "#5b2333"}]),
)


@given(VOCABULARIES)
def test_whatever_is_written_is_read_as_it_was(settings: Vocabulary) -> None:
    assert read(as_toml(settings)) == settings


@given(VOCABULARIES)
def test_the_same_settings_give_the_same_bytes(settings: Vocabulary) -> None:
    assert as_toml(read(as_toml(settings))) == as_toml(settings)


def test_loading_what_was_exported_changes_nothing(app: Flask) -> None:
    words.forget()
    first = as_toml(words.everything())

    actions.load(read(first))

    assert as_toml(words.everything()) == first


def test_words_no_longer_offered_go_along(app: Flask) -> None:
    loaded = words.everything()
    loaded.terms["language"] = loaded.terms["language"][:2]
    actions.load(loaded)
    first = as_toml(words.everything())

    actions.load(read(first))

    assert "retired = true" in first
    assert as_toml(words.everything()) == first
