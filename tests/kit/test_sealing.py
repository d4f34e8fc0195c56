"""Secrets under a keyring: what is sealed can be opened with the keys alone, and keys can be changed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portal.kit.sealing import Keyring, Unreadable, is_key, new_key

OLD, NEW = new_key(), new_key()


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"])))
def test_what_is_sealed_is_opened(text: str) -> None:
    assert Keyring([OLD]).open(Keyring([OLD]).seal(text)) == text


def test_the_same_text_is_never_sealed_alike_and_says_nothing() -> None:
    sealed = {Keyring([OLD]).seal("60-83-71 12345678") for _ in range(20)}
    assert len(sealed) == 20
    assert not any("12345678" in each for each in sealed)


def test_the_newest_key_seals_and_every_key_opens() -> None:
    before = Keyring([OLD]).seal("secret")
    both = Keyring([NEW, OLD])
    assert both.open(before) == "secret"
    with pytest.raises(Unreadable):
        Keyring([OLD]).open(both.seal("secret"))


def test_renewed_it_needs_the_old_key_no_more() -> None:
    before = Keyring([OLD]).seal("secret")
    assert Keyring([NEW]).open(Keyring([NEW, OLD]).renew(before)) == "secret"
    with pytest.raises(Unreadable):
        Keyring([NEW]).renew(before)


@given(st.integers(min_value=0, max_value=200))
def test_what_was_tampered_with_is_not_opened(place: int) -> None:
    sealed = Keyring([OLD]).seal("secret")
    place %= len(sealed.rstrip("=")) - 1  # the last letter carries bits that mean nothing
    spoilt = sealed[:place] + ("A" if sealed[place] != "A" else "B") + sealed[place + 1 :]
    with pytest.raises(Unreadable):
        Keyring([OLD]).open(spoilt)


@pytest.mark.parametrize("nothing", ["", "x", "gAAAAA==", "é", "null"])
def test_what_was_never_sealed_is_not_opened(nothing: str) -> None:
    with pytest.raises(Unreadable):
        Keyring([OLD]).open(nothing)


@pytest.mark.parametrize(
    ("word", "is_one"),
    [(OLD, True), ("", False), (OLD[:-1], False), (OLD[:-4], False), ("k" * 44, False), ("é", False)],
    ids=["a key", "nothing", "a letter short", "four letters short", "no key of the right length", "no ASCII"],
)
def test_what_can_be_a_key(word: str, is_one: bool) -> None:
    assert is_key(word) is is_one
