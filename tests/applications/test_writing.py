"""Saving, clashing and choosing: nothing that was typed is lost."""

import pytest

from portal.kit.errors import Clash, Invalid
from portal.kit.refs import new_id
from portal.permissions import Someone
from tests.applications import drafts

Cast = dict[str, Someone]


def test_what_is_typed_is_kept_right_or_wrong(cast: Cast) -> None:
    draft = drafts.begun(cast["amina"])
    row = drafts.save(draft, "people", cast["amina"], people_helped="about forty", furthest="x " * 500)
    assert row.answers == {"people_helped": "about forty", "furthest": "x " * 500}
    assert (row.version, draft.people, drafts.verbs_of(draft)) == (1, None, ["start", "save"])


def test_title_summary_amount_and_people_are_copied_onto_the_application(cast: Cast) -> None:
    draft = drafts.filled(cast["amina"])
    copied = (draft.title, draft.summary, draft.amount_pence, draft.people)
    assert copied == ("Tea, cake and tablets", "We help people get online over a cup of tea.", 100_050, 40)


def test_questions_that_the_page_did_not_ask_keep_their_answers(cast: Cast) -> None:
    draft = drafts.begun(cast["amina"])
    drafts.save(draft, "costs", cast["amina"], other_money="yes", other_money_who="A trust")
    row = drafts.save(draft, "costs", cast["amina"], other_money="no")
    assert row.answers == {"other_money": "no", "other_money_who": "A trust"}


def test_saving_the_same_again_changes_nothing(cast: Cast) -> None:
    draft = drafts.begun(cast["amina"])
    drafts.save(draft, "project", cast["amina"], title="Tea")
    row = drafts.save(draft, "project", cast["tom"], title="Tea")
    assert (row.version, row.saved_by, drafts.verbs_of(draft)) == (1, cast["amina"].person_id, ["start", "save"])


def test_a_page_that_goes_on_typing_leaves_no_earlier_text(cast: Cast) -> None:
    draft, page = drafts.begun(cast["amina"]), new_id()
    drafts.save(draft, "project", cast["amina"], 0, page, title="T")
    drafts.save(draft, "project", cast["amina"], 1, page, title="Te")
    row = drafts.save(draft, "project", cast["amina"], 2, page, title="Tea")
    assert (row.answers, row.version, drafts.earlier_of(draft, "project")) == ({"title": "Tea"}, 3, [])


def test_an_own_save_that_was_never_answered_is_no_clash_and_loses_nothing(cast: Cast) -> None:
    draft, page = drafts.begun(cast["amina"]), new_id()
    drafts.save(draft, "project", cast["amina"], 0, page, title="Tea")
    row = drafts.save(draft, "project", cast["amina"], 0, page, title="Tea and cake")
    assert (row.answers, row.version) == ({"title": "Tea and cake"}, 2)
    assert [kept.answers for kept in drafts.earlier_of(draft, "project")] == [{"title": "Tea"}]


def test_a_newer_page_replaces_a_text_and_the_older_one_is_kept(cast: Cast) -> None:
    draft = drafts.begun(cast["amina"])
    drafts.save(draft, "project", cast["amina"], title="Tea")
    row = drafts.save(draft, "project", cast["tom"], title="Cake")
    kept = drafts.earlier_of(draft, "project")
    assert (row.answers, row.version, row.saved_by) == ({"title": "Cake"}, 2, cast["tom"].person_id)
    assert [(each.answers, each.version, each.saved_by, each.form) for each in kept] == [
        ({"title": "Tea"}, 1, cast["amina"].person_id, None)
    ]


def test_an_overtaken_page_clashes_and_its_text_is_set_aside(cast: Cast) -> None:
    draft, page = drafts.begun(cast["amina"]), new_id()
    drafts.save(draft, "project", cast["amina"], title="Tea")
    with pytest.raises(Clash) as refused:
        drafts.save(draft, "project", cast["tom"], 0, page, title="Cake")
    assert refused.value.theirs == drafts.row_of(draft, "project")
    assert drafts.row_of(draft, "project").answers == {"title": "Tea"}  # type: ignore[union-attr]
    (aside,) = drafts.earlier_of(draft, "project")
    assert (aside.answers, aside.saved_by, aside.form) == ({"title": "Cake"}, cast["tom"].person_id, page)
    assert drafts.verbs_of(draft) == ["start", "save", "set_aside"]


def test_an_overtaken_page_that_types_on_has_one_text_aside(cast: Cast) -> None:
    draft, page = drafts.begun(cast["amina"]), new_id()
    drafts.save(draft, "project", cast["amina"], title="Tea")
    for typed in ("Ca", "Cake", "Cakes"):
        with pytest.raises(Clash):
            drafts.save(draft, "project", cast["tom"], 0, page, title=typed)
    assert [each.answers for each in drafts.earlier_of(draft, "project")] == [{"title": "Cakes"}]


def test_an_overtaken_page_with_the_same_text_is_no_clash(cast: Cast) -> None:
    draft = drafts.begun(cast["amina"])
    drafts.save(draft, "project", cast["amina"], title="Tea")
    row = drafts.save(draft, "project", cast["tom"], 0, title="Tea")
    assert (row.version, drafts.earlier_of(draft, "project")) == (1, [])


def test_choosing_ones_own_text_keeps_the_other(cast: Cast) -> None:
    draft = drafts.begun(cast["amina"])
    drafts.save(draft, "project", cast["amina"], title="Tea")
    with pytest.raises(Clash):
        drafts.save(draft, "project", cast["tom"], 0, title="Cake")
    (aside,) = drafts.earlier_of(draft, "project")
    row = drafts.choose(draft, aside, cast["tom"], 1, title="Cake, then tea")
    assert (row.answers, row.version) == ({"title": "Cake, then tea"}, 2)
    kept = [(each.answers["title"], each.form) for each in drafts.earlier_of(draft, "project")]
    assert kept == [("Cake", None), ("Tea", None)]
    assert drafts.verbs_of(draft)[-2:] == ["choose", "save"]


def test_choosing_theirs_keeps_ones_own(cast: Cast) -> None:
    draft = drafts.begun(cast["amina"])
    drafts.save(draft, "project", cast["amina"], title="Tea")
    with pytest.raises(Clash):
        drafts.save(draft, "project", cast["tom"], 0, title="Cake")
    (aside,) = drafts.earlier_of(draft, "project")
    row = drafts.choose(draft, aside, cast["tom"], 1, title="Tea")
    assert (row.answers, row.version) == ({"title": "Tea"}, 1)
    assert [(each.answers["title"], each.form) for each in drafts.earlier_of(draft, "project")] == [("Cake", None)]


def test_a_choice_that_is_overtaken_itself_is_set_aside_again(cast: Cast) -> None:
    draft, page = drafts.begun(cast["amina"]), new_id()
    drafts.save(draft, "project", cast["amina"], title="Tea")
    with pytest.raises(Clash):
        drafts.save(draft, "project", cast["tom"], 0, title="Cake")
    (aside,) = drafts.earlier_of(draft, "project")
    drafts.save(draft, "project", cast["amina"], title="Tea and biscuits")
    with pytest.raises(Clash):
        drafts.choose(draft, aside, cast["tom"], 1, page, title="Cake!")
    waiting = [each.answers for each in drafts.earlier_of(draft, "project") if each.form]
    assert waiting == [{"title": "Cake!"}]


def test_more_than_anybody_types_is_refused_whole(cast: Cast) -> None:
    draft = drafts.begun(cast["amina"])
    with pytest.raises(Invalid) as refused:
        drafts.save(draft, "project", cast["amina"], plan="x" * 100_001)
    assert list(refused.value.errors) == ["plan"]
    assert drafts.row_of(draft, "project") is None
