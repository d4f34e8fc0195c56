"""Edits of facts, colours and words: one deed each, what stood before is kept, nothing is overwritten unseen."""

import pytest
from flask import Flask
from sqlalchemy import select

from portal.db.session import action, db
from portal.history.models import Deed
from portal.kit.errors import Clash, Invalid, NotAllowed, NotThere, WrongState
from portal.kit.refs import mark_of
from portal.permissions import Someone
from portal.programme import actions, queries, wording
from portal.programme.colours import OWN
from portal.programme.models import Council, EarlierSetting, Term
from portal.programme.rules import LISTS, PARTS

Cast = dict[str, Someone]
COMMUNITIES, BARRIERS, PARTNERS = (LISTS[code] for code in ("communities", "barriers", "partner_barriers"))
ROSE = {**OWN, "main": "#5b2333", "deep": "#3d1521"}


def now(part: str) -> dict[str, str]:
    """A part of the council's facts as it stands."""
    queries.forget()
    return {name: getattr(queries.council(), name) for name in PARTS[part].fields}


def newest() -> tuple[Deed, EarlierSetting | None]:
    """The newest deed, and what stood there before it."""
    deed = db.session.scalars(select(Deed).order_by(Deed.id.desc())).first()
    assert deed
    return deed, db.session.get(EarlierSetting, deed.facts.get("earlier", 0))


def order(code: str) -> list[str]:
    """The codes of a list that are offered, in order."""
    queries.forget()
    return [word.code for word in queries.words_on(LISTS[code]) if not word.retired]


def test_a_change_is_one_deed_with_the_fields_and_without_the_words(app: Flask, cast: Cast) -> None:
    before = now("contact")

    actions.change("contact", {**before, "phone": "01632 960 777"}, mark_of(before), by=cast["wei"])

    assert queries.council().phone == "01632 960 777"
    deed, earlier = newest()
    assert (deed.subject, deed.verb, deed.actor_id) == ("council", "change_contact", cast["wei"].person_id)
    assert earlier is not None
    assert deed.facts == {"earlier": earlier.id, "fields": ["phone"]}
    assert earlier.said == {"phone": before["phone"]}


def test_saving_what_stands_there_is_no_deed(app: Flask, cast: Cast) -> None:
    deeds = db.session.query(Deed).count()

    actions.change("name", now("name"), "any mark", by=cast["wei"])
    actions.paint(OWN, "any mark", by=cast["wei"])

    assert db.session.query(Deed).count() == deeds


def test_the_later_of_two_is_told_what_stands(app: Flask, cast: Cast) -> None:
    before = now("name")
    actions.change("name", {**before, "team": "the first team"}, mark_of(before), by=cast["wei"])

    with pytest.raises(Clash) as caught:
        actions.change("name", {**before, "place": "Elsewhere"}, mark_of(before), by=cast["wei"])

    assert caught.value.theirs == {**before, "team": "the first team"}
    assert now("name")["place"] == before["place"]


def test_two_who_change_different_pages_do_not_meet(app: Flask, cast: Cast) -> None:
    name, contact = now("name"), now("contact")
    actions.change("name", {**name, "team": "the first team"}, mark_of(name), by=cast["wei"])
    actions.change("contact", {**contact, "phone": "01632 960 778"}, mark_of(contact), by=cast["wei"])

    assert (queries.council().team, queries.council().phone) == ("the first team", "01632 960 778")


def test_a_council_that_has_said_nothing_yet_can_begin(app: Flask, cast: Cast) -> None:
    with action() as session:
        session.query(Council).delete()
    before = now("name")

    actions.change("name", {**before, "name": "Newtown Council"}, mark_of(before), by=cast["wei"])

    assert queries.council().name == "Newtown Council"


@pytest.mark.parametrize("who", ["joyce", "helen", "amina"])
def test_only_an_administrator_keeps_settings(app: Flask, cast: Cast, who: str) -> None:
    for deed in (
        lambda: actions.change("name", now("name"), "", by=cast[who]),
        lambda: actions.paint(ROSE, "", by=cast[who]),
        lambda: wording.add(COMMUNITIES, {"label": "x", "phrase": "x"}, by=cast[who]),
        lambda: wording.retire(COMMUNITIES, "older", by=cast[who]),
    ):
        with pytest.raises(NotAllowed):
            deed()


def test_colours_are_kept_and_can_be_taken_back(app: Flask, cast: Cast) -> None:
    actions.paint(ROSE, mark_of({}), by=cast["wei"])
    assert queries.council().colours == ROSE
    deed, earlier = newest()
    assert earlier is not None
    assert (deed.verb, earlier.said) == ("change_colours", OWN)

    with pytest.raises(Clash) as caught:
        actions.paint(OWN, mark_of({}), by=cast["wei"])
    assert caught.value.theirs == ROSE

    actions.paint(OWN, mark_of(ROSE), by=cast["wei"])
    assert queries.council().colours == {}


def test_colours_that_nobody_can_read_are_refused_here_too(app: Flask, cast: Cast) -> None:
    with pytest.raises(Invalid) as caught:
        actions.paint({**OWN, "main": "#2a9d8f"}, mark_of({}), by=cast["wei"])

    assert list(caught.value.errors) == ["main"]
    assert queries.council().colours == {}


def test_a_new_word_stands_last_and_its_code_was_never_given(app: Flask, cast: Cast) -> None:
    code = wording.add(COMMUNITIES, {"label": "Seasonal workers", "phrase": "seasonal workers"}, by=cast["wei"])

    assert order("communities")[-1] == code == "seasonal_workers"
    deed, _ = newest()
    assert (deed.verb, deed.facts) == ("add_communities", {"word": "seasonal_workers"})


def test_a_barrier_for_partners_is_none_for_people(app: Flask, cast: Cast) -> None:
    before = order("barriers")

    code = wording.add(PARTNERS, {"label": "Device", "heading": "What holds partners back"}, by=cast["wei"])

    assert code == "device_2"
    assert order("barriers") == before
    assert order("partner_barriers")[-1] == "device_2"


@pytest.mark.parametrize("label", ["Older people", "OLDER PEOPLE"])
def test_a_name_that_is_there_is_refused_even_where_it_is_no_longer_offered(app: Flask, cast: Cast, label: str) -> None:
    wording.retire(COMMUNITIES, "older", by=cast["wei"])

    with pytest.raises(Invalid) as caught:
        wording.add(COMMUNITIES, {"label": label, "phrase": "x"}, by=cast["wei"])

    assert list(caught.value.errors) == ["label"]


def test_a_word_is_said_better_under_its_old_code(app: Flask, cast: Cast) -> None:
    read = {"label": "Older people", "phrase": "older people"}

    wording.reword(COMMUNITIES, "older", {**read, "label": "People over 60"}, mark_of(read), by=cast["wei"])

    assert queries.labels("community")["older"] == "People over 60"
    deed, earlier = newest()
    assert earlier is not None
    assert (deed.verb, deed.facts["word"], earlier.said) == ("reword_communities", "older", {"label": "Older people"})
    with pytest.raises(Clash) as caught:
        wording.reword(COMMUNITIES, "older", {**read, "label": "Elders"}, mark_of(read), by=cast["wei"])
    assert caught.value.theirs == {**read, "label": "People over 60"}


def test_words_move_among_those_that_are_offered(app: Flask, cast: Cast) -> None:
    wording.retire(COMMUNITIES, "deaf", by=cast["wei"])
    before = order("communities")
    assert before[:2] == ["older", "blind"]

    wording.move(COMMUNITIES, "blind", mark_of(before), up=True, by=cast["wei"])

    assert order("communities") == ["blind", "older", *before[2:]]
    _, earlier = newest()
    assert earlier is not None
    assert earlier.said == {"order": before}
    wording.restore(COMMUNITIES, "deaf", by=cast["wei"])
    assert sorted(order("communities")) == sorted([*before, "deaf"])


def test_an_order_that_somebody_else_changed_is_not_moved_in_blindly(app: Flask, cast: Cast) -> None:
    before = order("communities")
    wording.move(COMMUNITIES, "deaf", mark_of(before), up=True, by=cast["wei"])

    with pytest.raises(Clash):
        wording.move(COMMUNITIES, "blind", mark_of(before), up=True, by=cast["wei"])

    assert order("communities")[:3] == ["deaf", "older", "blind"]


def test_the_first_stays_first_and_that_is_no_deed(app: Flask, cast: Cast) -> None:
    before, deeds = order("communities"), db.session.query(Deed).count()

    wording.move(COMMUNITIES, before[0], mark_of(before), up=True, by=cast["wei"])

    assert order("communities") == before
    assert db.session.query(Deed).count() == deeds


def test_a_retired_word_is_not_offered_and_still_shown(app: Flask, cast: Cast) -> None:
    wording.retire(COMMUNITIES, "older", by=cast["wei"])

    assert "older" not in queries.offered("community")
    assert queries.labels("community")["older"] == "Older people"
    with pytest.raises(WrongState):
        wording.retire(COMMUNITIES, "older", by=cast["wei"])
    wording.restore(COMMUNITIES, "older", by=cast["wei"])
    assert order("communities")[0] == "older"
    with pytest.raises(WrongState):
        wording.restore(COMMUNITIES, "older", by=cast["wei"])


def test_the_last_word_of_a_list_stays(app: Flask, cast: Cast) -> None:
    first, *others = order("income_bands")
    for code in others:
        wording.retire(LISTS["income_bands"], code, by=cast["wei"])

    with pytest.raises(WrongState):
        wording.retire(LISTS["income_bands"], first, by=cast["wei"])


def test_a_list_has_an_end(app: Flask, cast: Cast) -> None:
    with action() as session:
        session.add_all(
            Term(kind="outcome", code=f"more_{number}", label=f"More {number}", position=100 + number)
            for number in range(94)
        )

    with pytest.raises(Invalid):
        wording.add(LISTS["outcomes"], {"label": "One more"}, by=cast["wei"])


def test_a_word_of_another_list_is_not_there(app: Flask, cast: Cast) -> None:
    for deed in (wording.retire, wording.restore):
        with pytest.raises(NotThere):
            deed(BARRIERS, "partner_time", by=cast["wei"])
    with pytest.raises(NotThere):
        wording.move(BARRIERS, "partner_time", mark_of(order("barriers")), up=True, by=cast["wei"])
