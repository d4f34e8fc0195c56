"""The council's words, loaded and read."""

from pathlib import Path
from typing import Any

from flask import Flask
from sqlalchemy import select

from portal.config import ROOT
from portal.db.session import action, db
from portal.history.models import Deed
from portal.programme import actions
from portal.programme import queries as words
from portal.programme.export import as_toml
from portal.programme.models import Council, EarlierSetting, Term
from portal.programme.vocabulary import read

DEMO = ROOT / "portal/demo/councils/leeds/vocabulary.toml"


def test_words_in_the_councils_order(app: Flask) -> None:
    words.forget()

    bands = words.terms("income_band")

    assert [word.code for word in bands][:2] == ["under_5k", "5k_25k"]
    assert words.labels("income_band")["5k_25k"] == "£5,000 to £25,000"
    assert words.terms("no_such_kind") == []


def test_a_council_without_words_still_has_pages(app: Flask) -> None:
    with action() as session:
        session.query(Council).delete()
    words.forget()

    assert words.council().name == "Your council"
    words.forget()


def test_what_was_read_is_kept_for_a_moment(app: Flask, queries: Any) -> None:
    with queries() as counted:
        words.forget()
        for _ in range(5):
            words.council()
            words.labels("community")

    assert counted.number == 2


def test_loading_puts_the_words_in_the_place_of_all_others(app: Flask) -> None:
    loaded = read(DEMO.read_text(encoding="utf-8"))
    loaded.council["name"] = "Otherville"
    loaded.terms["community"] = [words.Word("all", "Everybody", priority="no")]

    count = actions.load(loaded)

    assert words.council().name == "Otherville"
    assert words.terms("community") == [words.Word("all", "Everybody", priority="no")]
    assert count == sum(not term.retired for term in db.session.scalars(select(Term)))
    deed = db.session.scalars(select(Deed).where(Deed.subject == "council").order_by(Deed.id.desc())).first()
    assert deed is not None
    assert (deed.verb, deed.facts["terms"]) == ("load_words", count)
    words.forget()


def test_a_word_that_a_file_does_not_have_is_kept_for_what_it_was_used_for(app: Flask) -> None:
    loaded = read(DEMO.read_text(encoding="utf-8"))
    loaded.terms["community"] = [words.Word("all", "Everybody", priority="no")]

    actions.load(loaded)

    assert words.labels("community")["older"] == "Older people"
    assert words.offered("community") == {"all": "Everybody"}
    assert words.offered("community", kept=["older"]) == {"all": "Everybody", "older": "Older people"}


def test_what_stood_there_before_a_load_is_kept(app: Flask) -> None:
    before = as_toml(words.everything())
    loaded = read(DEMO.read_text(encoding="utf-8"))
    loaded.council["name"] = "Otherville"

    actions.load(loaded)

    newest = db.session.scalars(select(EarlierSetting).order_by(EarlierSetting.id.desc())).first()
    assert newest is not None
    assert newest.said == {"file": before}


def test_the_command_loads_a_file(app: Flask) -> None:
    result = app.test_cli_runner().invoke(args=["programme", "load", str(DEMO)])

    assert result.output == "The council's facts and 80 words were loaded.\n"


def test_the_command_names_faults_and_loads_nothing(app: Flask, tmp_path: Path) -> None:
    file = tmp_path / "words.toml"
    file.write_text("[council]\nname = 'x'\n", encoding="utf-8")

    result = app.test_cli_runner().invoke(args=["programme", "load", str(file)])

    assert result.exit_code == 1
    assert result.output.startswith("Error: Nothing was loaded.\n[council] needs programme = “…”.\n")
    assert words.council().name != "x"
