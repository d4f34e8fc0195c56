"""The way to a fault, and not a word of what was typed."""

import pytest

from portal.kit.faults import way_to


def test_the_way_names_places_and_kinds_and_no_message() -> None:
    with pytest.raises(RuntimeError) as caught:
        read("12 Elm Row")
    way = "\n".join(way_to(caught.value))
    assert "test_faults.py" in way
    assert "from ValueError" in way
    assert "Elm Row" not in way


def read(text: str) -> None:
    """Fail because of what was typed, and say so in the message."""
    try:
        int(text)
    except ValueError as error:
        raise RuntimeError(text) from error
