"""Forms keep what was typed, tidied and never cut, and say beside each field what is wrong with it."""

from typing import Any

import pytest
from flask import Flask
from hypothesis import given
from hypothesis import strategies as st
from wtforms import HiddenField

from portal.kit.errors import Invalid
from portal.kit.text import N_, Say
from portal.web.forms import LINE_MOST, TEXT_MOST, Form, Line, Needed, Text, on_one_line, tidied


class Letter(Form):
    """A form with a bit of everything."""

    title = Line(N_("Title"), [Needed(N_("Give it a title."))])
    short = Line(N_("Short"), most=5)
    body = Text(N_("Body"), words=20)
    state = HiddenField()


def filled(app: Flask, **fields: Any) -> Letter:
    """The form as it arrives with these fields."""
    with app.test_request_context("/", method="POST", data=fields):
        form = Letter()
        form.validate()
        return form


def test_what_is_missing_is_asked_for_by_its_sentence(sqlite_app: Flask) -> None:
    assert filled(sqlite_app).mistakes() == [("title", "Give it a title.")]
    assert filled(sqlite_app, title=" \t\u200e").mistakes() == [("title", "Give it a title.")]


@pytest.mark.parametrize(("field", "most"), [("title", LINE_MOST), ("short", 5), ("body", TEXT_MOST)])
def test_what_is_too_long_is_kept_and_said(sqlite_app: Flask, field: str, most: int) -> None:
    fields = {"title": "A title", field: "x" * (most + 1)}
    form = filled(sqlite_app, **fields)
    assert form.mistakes() == [(field, f"Use {most} characters or fewer. There are {most + 1} now.")]
    assert form[field].data == "x" * (most + 1)
    assert filled(sqlite_app, **{**fields, field: "x" * most}).mistakes() == []


def test_a_text_that_was_not_sent_is_empty(sqlite_app: Flask) -> None:
    form = filled(sqlite_app, state="x")
    assert (form.title.data, form.body.data) == ("", "")


def test_of_a_field_sent_twice_the_first_counts(sqlite_app: Flask) -> None:
    assert filled(sqlite_app, title=["one", "two"]).title.data == "one"


def test_what_is_not_in_the_form_does_not_get_in(sqlite_app: Flask) -> None:
    form = filled(sqlite_app, title="A title", id="7", role="administrator", validate="x", _fields="x")
    assert set(form.data) == {"title", "short", "body", "state"}


def test_a_page_that_is_only_read_keeps_what_it_was_given(sqlite_app: Flask) -> None:
    with sqlite_app.test_request_context("/?title=from+the+address"):
        form = Letter(title="as it stands")
    assert form.title.data == "as it stands"


def test_a_verbs_objections_stand_beside_their_fields(sqlite_app: Flask) -> None:
    form = filled(sqlite_app, title="A title")
    form.refuse(Invalid({"title": Say(N_("{what} is taken."), what="It"), "elsewhere": N_("And another thing.")}))
    assert form.title.errors == ["It is taken."]
    assert form.mistakes() == [("title", "It is taken."), ("", "And another thing.")]


@given(st.text())
def test_a_line_is_one_line_without_control_characters(text: str) -> None:
    line = on_one_line(text)
    assert line == " ".join(line.split())
    assert on_one_line(line) == line
    assert not any(ord(letter) < 32 or 0x7F <= ord(letter) < 0xA0 for letter in line)
    assert not set(line) & set("\u202a\u202b\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f")


@given(st.text())
def test_a_text_keeps_every_letter(text: str) -> None:
    assert tidied(tidied(text)) == tidied(text)
    assert [c for c in tidied(text) if c.isascii() and c.isalnum()] == [c for c in text if c.isascii() and c.isalnum()]


def test_what_is_no_text_is_left_alone() -> None:
    assert tidied(None) is None
    assert on_one_line(["a"]) == ["a"]
