"""Writing a section, with and without htmx."""

import datetime as dt
import re
from collections.abc import Callable
from html import unescape
from typing import Any

import pytest

from portal.applications import actions
from portal.applications.merging import marks_in
from portal.permissions import Someone
from portal.programme import wording
from portal.programme.rules import LISTS
from tests.applications import drafts
from tests.applications.conftest import Statements
from tests.conftest import Clock, Send
from tests.reader import Reader, form_to

HTMX = {"HX-Request": "true", "HX-Request-Type": "partial"}
As = Callable[[str], Reader]
Cast = dict[str, Someone]


def page_of(draft: Any, section: str, then: str = "") -> str:
    """The address of a section's page."""
    return f"/applications/{draft.ref}/parts/{section}{then}"


def kept(draft: Any, section: str) -> dict[str, Any]:
    """What stands in a section."""
    row = drafts.row_of(draft, section)
    return row.answers if row else {}


def test_a_section_is_kept_and_the_next_one_follows(as_: As, write: Send, cast: Cast) -> None:
    draft = drafts.begun(cast["amina"])
    answer = write(as_("amina"), page_of(draft, "organisation"), drafts.ANSWERS["organisation"])
    assert (answer.status_code, answer.location) == (303, page_of(draft, "contacts"))
    assert kept(draft, "organisation") == drafts.ANSWERS["organisation"]


def test_the_last_section_leads_to_checking_and_so_does_a_change_from_there(as_: As, write: Send, cast: Cast) -> None:
    draft, client = drafts.begun(cast["amina"]), as_("amina")
    last = write(client, page_of(draft, "documents"))
    changed = write(client, page_of(draft, "organisation", "?then=check"), drafts.ANSWERS["organisation"])
    answers = f"/applications/{draft.ref}/answers"
    assert (last.location, changed.location) == (answers, f"{answers}#part-organisation")


def test_a_change_from_checking_comes_back_there_by_every_way(as_: As, write: Send, cast: Cast) -> None:
    """A fault, one more question, more lines for a budget, two texts: the way back is never lost."""
    draft, client, then = drafts.filled(cast["amina"]), as_("amina"), "?then=check"
    fault = write(client, page_of(draft, "people", then), {"people_helped": "many"})
    assert fault.status_code == 422
    assert form_to(fault.get_data(as_text=True), page_of(draft, "people", then)).action == page_of(
        draft, "people", then
    )
    mended = write(client, page_of(draft, "people", then), {"people_helped": "40"})
    assert mended.location == f"/applications/{draft.ref}/answers#part-people"
    lines = write(client, page_of(draft, "costs", then), button=("more", "budget"))
    assert "then=check" in lines.location
    asked = write(client, page_of(draft, "costs", then), {"other_money": "yes"})
    assert "then=check" in asked.location


def test_choosing_between_two_texts_comes_back_to_checking_too(as_: As, write: Send, cast: Cast) -> None:
    draft, client = drafts.filled(cast["amina"]), as_("amina")
    path = page_of(draft, "project", "?then=check")
    old = form_to(client.get(path).get_data(as_text=True), path)
    drafts.save(draft, "project", cast["tom"], summary="Tom's own words.")
    late = client.post(path, data={**old.fields, "summary": "Amina's own words."})
    assert late.status_code == 409
    choose = page_of(draft, "project", "/two-texts?then=check")
    chosen = write(client, choose, {"summary-keep": "mine", "summary": "Both of ours."})
    assert (chosen.status_code, chosen.location) == (303, path)


def test_what_cannot_stand_is_kept_and_shown_with_its_errors(as_: As, write: Send, cast: Cast) -> None:
    draft = drafts.begun(cast["amina"])
    answer = write(as_("amina"), page_of(draft, "people"), {"people_helped": "about forty", "wards-E05011385": "some"})
    text = unescape(answer.get_data(as_text=True))
    assert answer.status_code == 422
    assert "<title>Error: " in text
    assert "Enter how many people, in figures, like 40" in text
    assert 'href="#wards-E05011385"' in text
    assert "All you typed is saved." in text
    assert kept(draft, "people")["people_helped"] == "about forty"
    assert kept(draft, "people")["wards"] == {"E05011385": "some"}


def test_coming_back_later_asks_nothing(as_: As, write: Send, cast: Cast) -> None:
    draft = drafts.begun(cast["amina"])
    answer = write(as_("amina"), page_of(draft, "people"), {"people_helped": "many"}, button=("go", "later"))
    assert (answer.status_code, answer.location) == (303, f"/applications/{draft.ref}")
    assert kept(draft, "people")["people_helped"] == "many"


def test_an_answer_that_leads_to_more_questions_shows_them(as_: As, write: Send, cast: Cast) -> None:
    draft, client = drafts.begun(cast["amina"]), as_("amina")
    answer = write(client, page_of(draft, "costs"), {"other_money": "yes"})
    assert (answer.status_code, answer.location) == (303, page_of(draft, "costs", "#other_money_who"))
    text = client.get(page_of(draft, "costs")).get_data(as_text=True)
    assert "There are 2 more questions here." in text
    assert 'name="other_money_who"' in text


def test_a_hidden_question_keeps_its_answer(as_: As, write: Send, cast: Cast) -> None:
    draft, client = drafts.begun(cast["amina"]), as_("amina")
    drafts.save(draft, "costs", cast["amina"], other_money="yes", other_money_who="A trust")
    write(client, page_of(draft, "costs"), {"other_money": "no"}, button=("go", "later"))
    assert kept(draft, "costs")["other_money_who"] == "A trust"
    assert "other_money_who" not in client.get(page_of(draft, "costs")).get_data(as_text=True)


def test_another_line_of_the_budget_keeps_the_lines_that_are_there(as_: As, write: Send, cast: Cast) -> None:
    draft, client = drafts.begun(cast["amina"]), as_("amina")
    line = {"budget-1-what": "Tablets", "budget-1-amount": "800"}
    answer = write(client, page_of(draft, "costs"), line, button=("more", "budget"))
    assert (answer.status_code, answer.location) == (303, page_of(draft, "costs", "?lines=4#budget"))
    text = client.get(page_of(draft, "costs", "?lines=4")).get_data(as_text=True)
    assert 'value="Tablets"' in text
    assert 'name="budget-4-what"' in text
    assert 'name="budget-5-what"' not in text


def test_a_form_sent_twice_counts_once(as_: As, cast: Cast) -> None:
    draft, client = drafts.begun(cast["amina"]), as_("amina")
    form = form_to(client.get(page_of(draft, "organisation")).get_data(as_text=True), page_of(draft, "organisation"))
    data = {**form.fields, **drafts.ANSWERS["organisation"]}
    answers = [client.post(form.action, data=data) for _ in range(2)]
    assert [(each.status_code, each.location) for each in answers] == [(303, page_of(draft, "contacts"))] * 2
    assert drafts.row_of(draft, "organisation").version == 1  # type: ignore[union-attr]


def test_typing_is_saved_and_said_with_the_new_version(as_: As, cast: Cast) -> None:
    draft, client = drafts.begun(cast["amina"]), as_("amina")
    form = form_to(client.get(page_of(draft, "project")).get_data(as_text=True), page_of(draft, "project"))
    for number, title in enumerate(("Tea", "Tea and"), 1):
        data = {**form.fields, "title": title, "version": number - 1}
        answer = client.post(page_of(draft, "project", "/save"), data=data, headers=HTMX)
        text = answer.get_data(as_text=True)
        assert answer.status_code == 200
        assert 'role="status">Saved at ' in text
        assert f'id="version" name="version" value="{number}"' in text
    assert kept(draft, "project")["title"] == "Tea and"


def test_a_browser_without_htmx_that_saves_there_is_led_on(as_: As, cast: Cast) -> None:
    draft, client = drafts.begun(cast["amina"]), as_("amina")
    form = form_to(client.get(page_of(draft, "documents")).get_data(as_text=True), page_of(draft, "documents"))
    answer = client.post(page_of(draft, "documents", "/save"), data={**form.fields, "documents": "rules"})
    assert (answer.status_code, answer.location) == (303, f"/applications/{draft.ref}/answers")
    assert kept(draft, "documents") == {"documents": ["rules"]}


def test_a_stale_second_tab_is_shown_both_texts(as_: As, write: Send, cast: Cast) -> None:
    draft, client = drafts.begun(cast["amina"]), as_("amina")
    form = form_to(client.get(page_of(draft, "project")).get_data(as_text=True), page_of(draft, "project"))
    write(as_("tom"), page_of(draft, "project"), {"title": "Tom’s title", "starts": "1 March 2027"})
    stale = client.post(form.action, data={**form.fields, "title": "Amina’s title", "starts": "2 March 2027"})
    text = stale.get_data(as_text=True)
    assert stale.status_code == 409
    assert [title in text for title in ("Tom’s title", "Amina’s title", "1 March 2027", "2 March 2027")] == [True] * 4
    assert "Keep the text of Tom Barker" in text
    assert kept(draft, "project")["title"] == "Tom’s title"


def test_a_stale_second_tab_hears_of_it_while_typing(as_: As, write: Send, cast: Cast) -> None:
    draft, client = drafts.begun(cast["amina"]), as_("amina")
    form = form_to(client.get(page_of(draft, "project")).get_data(as_text=True), page_of(draft, "project"))
    write(as_("tom"), page_of(draft, "project"), {"title": "Tom’s title"})
    data = {**form.fields, "title": "Amina’s title"}
    answer = client.post(page_of(draft, "project", "/save"), data=data, headers=HTMX)
    assert (answer.status_code, answer.headers["HX-Retarget"]) == (409, "#clash")
    assert "Your text is kept too." in answer.get_data(as_text=True)
    page = client.get(page_of(draft, "project")).get_data(as_text=True)
    assert f'href="{page_of(draft, "project", "/two-texts")}"' in page
    assert "Two texts wait for your choice" in client.get(f"/applications/{draft.ref}").get_data(as_text=True)


def test_two_who_answer_different_questions_are_merged_without_a_word(as_: As, write: Send, cast: Cast) -> None:
    draft, client = drafts.begun(cast["amina"]), as_("amina")
    form = form_to(client.get(page_of(draft, "project")).get_data(as_text=True), page_of(draft, "project"))
    write(as_("tom"), page_of(draft, "project"), {"title": "Tom’s title"})
    answer = client.post(form.action, data={**form.fields, "summary": "Amina’s summary"})
    assert answer.status_code != 409
    there = kept(draft, "project")
    assert (there["title"], there["summary"]) == ("Tom’s title", "Amina’s summary")
    assert drafts.earlier_of(draft, "project") == []


def test_typing_that_clashes_goes_on_beside_it(as_: As, write: Send, cast: Cast) -> None:
    draft, client = drafts.begun(cast["amina"]), as_("amina")
    page = client.get(page_of(draft, "project")).get_data(as_text=True)
    form = form_to(page, page_of(draft, "project"))
    write(as_("tom"), page_of(draft, "project"), {"title": "Tom’s title"})
    data = {**form.fields, "title": "Amina’s title", "summary": "Hers"}
    answer = client.post(page_of(draft, "project", "/save"), data=data, headers=HTMX)
    hidden = dict(re.findall(r'id="(\w+)" name="\w+" value="([^"]*)"', answer.get_data(as_text=True)))
    marks = marks_in(hidden["marks"])
    assert (hidden["version"], marks["title"], len(marks["summary"])) == ("2", "", 12)
    again = client.post(
        page_of(draft, "project", "/save"), data={**data, **hidden, "title": "Amina’s better title"}, headers=HTMX
    )
    assert again.status_code == 409
    assert kept(draft, "project")["summary"] == "Hers"
    assert [each.answers for each in drafts.earlier_of(draft, "project")] == [{"title": "Amina’s better title"}]


def test_a_page_from_before_there_were_marks_is_held_to_its_version(as_: As, write: Send, cast: Cast) -> None:
    draft, client = drafts.begun(cast["amina"]), as_("amina")
    form = form_to(client.get(page_of(draft, "project")).get_data(as_text=True), page_of(draft, "project"))
    write(as_("tom"), page_of(draft, "project"), {"title": "Tom’s title"})
    data = {name: value for name, value in form.fields.items() if name != "marks"}
    for title in ("Amina’s title", "Amina’s better title"):
        answer = client.post(page_of(draft, "project", "/save"), data={**data, "title": title}, headers=HTMX)
        assert (answer.status_code, 'name="version"' in answer.get_data(as_text=True)) == (409, False)
    assert kept(draft, "project")["title"] == "Tom’s title"


def test_what_is_too_long_to_keep_still_knows_what_its_page_read(as_: As, write: Send, cast: Cast) -> None:
    draft, client = drafts.begun(cast["amina"]), as_("amina")
    form = form_to(client.get(page_of(draft, "project")).get_data(as_text=True), page_of(draft, "project"))
    write(as_("tom"), page_of(draft, "project"), {"title": "Tom’s title"})
    long = client.post(form.action, data={**form.fields, "title": "Amina’s title", "plan": "x" * 100_001})
    again = form_to(long.get_data(as_text=True), form.action).fields
    assert (long.status_code, again["version"], again["marks"]) == (422, ["0"], form.fields["marks"])


def clashed(as_: As, write: Send, cast: Cast) -> tuple[Any, Reader]:
    """A draft with a text of Amina's set aside beside Tom's."""
    draft, client = drafts.begun(cast["amina"]), as_("amina")
    form = form_to(client.get(page_of(draft, "project")).get_data(as_text=True), page_of(draft, "project"))
    write(as_("tom"), page_of(draft, "project"), {"title": "Tom’s title", "starts": "1 March 2027"})
    client.post(form.action, data={**form.fields, "title": "Amina’s title", "starts": "2 March 2027"})
    return draft, client


def test_each_question_is_chosen_by_itself_and_the_own_text_can_be_changed(as_: As, write: Send, cast: Cast) -> None:
    draft, client = clashed(as_, write, cast)
    choice = {"title-keep": "mine", "title": "Amina’s better title", "starts-keep": "theirs"}
    answer = write(client, page_of(draft, "project", "/two-texts"), choice)
    assert (answer.status_code, answer.location) == (303, page_of(draft, "project"))
    there = kept(draft, "project")
    assert (there["title"], there["starts"]) == ("Amina’s better title", "1 March 2027")
    earlier = client.get(page_of(draft, "project", "/earlier")).get_data(as_text=True)
    assert [text in earlier for text in ("Amina’s title", "Tom’s title", "2 March 2027")] == [True] * 3


def test_a_choice_left_open_is_asked_for_and_nothing_typed_is_lost(as_: As, write: Send, cast: Cast) -> None:
    draft, client = clashed(as_, write, cast)
    answer = write(client, page_of(draft, "project", "/two-texts"), {"title-keep": "mine", "title": "Edited"})
    text = unescape(answer.get_data(as_text=True))
    assert answer.status_code == 422
    assert "Choose which text to go on with for “When do you want to start?”" in text
    assert ">\nEdited</textarea>" in text
    assert 'name="title-keep" value="mine" checked' in text
    assert kept(draft, "project")["title"] == "Tom’s title"


def test_what_was_saved_on_another_day_says_on_which(as_: As, write: Send, cast: Cast, clock: Clock) -> None:
    clock.move_to(dt.datetime(2026, 11, 12, 14, 2, tzinfo=dt.UTC))
    draft, _ = clashed(as_, write, cast)
    clock.shift(dt.timedelta(days=1))
    saved = "Thursday 12 November 2026 at 2:02pm"
    mine, theirs = as_("amina").get(page_of(draft, "project")), as_("tom").get(page_of(draft, "project"))
    assert f"Saved on {saved} by Tom Barker" in mine.get_data(as_text=True)
    assert f">Saved on {saved}</p>" in theirs.get_data(as_text=True)
    choice = as_("amina").get(page_of(draft, "project", "/two-texts")).get_data(as_text=True)
    assert f"This was changed on {saved} by Tom Barker" in choice


def test_where_nothing_waits_there_is_nothing_to_choose(as_: As, cast: Cast) -> None:
    draft = drafts.begun(cast["amina"])
    answer = as_("amina").get(page_of(draft, "project", "/two-texts"))
    assert (answer.status_code, answer.location) == (303, page_of(draft, "project"))


def test_one_waits_for_the_choice_of_its_author_alone(as_: As, write: Send, cast: Cast) -> None:
    draft, _ = clashed(as_, write, cast)
    assert as_("tom").get(page_of(draft, "project", "/two-texts")).status_code == 303


def test_more_than_anybody_types_stays_on_the_page(as_: As, write: Send, cast: Cast) -> None:
    draft = drafts.begun(cast["amina"])
    answer = write(as_("amina"), page_of(draft, "project"), {"plan": "long " * 25_000, "title": "Tea"})
    text = answer.get_data(as_text=True)
    assert answer.status_code == 422
    assert "Use 100,000 characters or fewer." in text
    assert "long " * 24_999 in text
    assert 'value="Tea"' in text
    assert "Nothing on this page is saved yet." in text
    assert [words in text for words in ("All you typed is saved.", "Leave it for now")] == [False, False]
    assert kept(draft, "project") == {}


def test_five_thousand_words_in_a_short_box_are_kept_and_so_is_all_beside_them(
    as_: As, write: Send, cast: Cast
) -> None:
    draft = drafts.begun(cast["amina"])
    pasted = " ".join(["communities"] * 5_000)
    answer = write(as_("amina"), page_of(draft, "project"), {"summary": pasted, "title": "Tea"})
    text = answer.get_data(as_text=True)
    assert answer.status_code == 422
    assert "Use 150 words or fewer. There are 5000 now." in text
    assert "All you typed is saved." in text
    there = kept(draft, "project")
    assert (there["summary"], there["title"]) == (pasted, "Tea")


def test_a_choice_that_grew_too_long_stays_on_the_page(as_: As, write: Send, cast: Cast) -> None:
    draft, client = clashed(as_, write, cast)
    choice = {"title-keep": "mine", "title": "long " * 25_000, "starts-keep": "theirs"}
    answer = write(client, page_of(draft, "project", "/two-texts"), choice)
    text = answer.get_data(as_text=True)
    assert answer.status_code == 422
    assert "Use 100,000 characters or fewer." in text
    assert "long " * 24_999 in text
    assert kept(draft, "project")["title"] == "Tom’s title"


def test_what_comes_too_late_is_given_back_to_copy(as_: As, cast: Cast) -> None:
    draft, client = drafts.filled(cast["amina"]), as_("amina")
    form = form_to(client.get(page_of(draft, "project")).get_data(as_text=True), page_of(draft, "project"))
    actions.submit(draft, "Amina Yusuf", by=cast["amina"])
    answer = client.post(form.action, data={**form.fields, "title": "A better title"})
    text = answer.get_data(as_text=True)
    assert answer.status_code == 409
    assert "This application was sent. It cannot be changed any more." in text
    assert "A better title" in text
    assert kept(draft, "project")["title"] == "Tea, cake and tablets"


def test_a_choice_that_comes_too_late_gives_the_edited_text_back(
    as_: As, write: Send, cast: Cast, clock: Clock
) -> None:
    (draft, _), window = clashed(as_, write, cast), drafts.open_round()
    clock.move_to(window.closes_at + dt.timedelta(minutes=window.grace_minutes - 1))
    client, path = as_("amina"), page_of(draft, "project", "/two-texts")
    form = form_to(client.get(path).get_data(as_text=True), path)
    clock.shift(dt.timedelta(minutes=2))
    answer = client.post(form.action, data={**form.fields, "title-keep": "mine", "title": "Edited at the very end"})
    text = answer.get_data(as_text=True)
    assert answer.status_code == 409
    for words in ("Edited at the very end", "This round has closed.", "All that you had saved before is kept."):
        assert words in text


def test_after_the_grace_a_section_is_closed(as_: As, cast: Cast, clock: Clock) -> None:
    draft = drafts.begun(cast["amina"])
    clock.move_to(drafts.open_round().closes_at + dt.timedelta(minutes=30, seconds=1))
    answer = as_("amina").get(page_of(draft, "project"))
    assert (answer.status_code, answer.location) == (303, f"/applications/{draft.ref}")


@pytest.mark.parametrize("end", ["", "/two-texts", "/earlier"])
def test_a_section_is_there_for_the_team_alone(as_: As, client: Reader, cast: Cast, end: str) -> None:
    draft = drafts.begun(cast["amina"])
    path = page_of(draft, "project", end)
    assert [as_(key).get(path).status_code for key in ("grace", "ben", "daniel", "joyce", "wei")] == [404] * 5
    assert client.get(path).status_code == 303
    assert as_("amina").get(page_of(draft, "nothing", end)).status_code == 404


def test_nobody_else_can_send_anything_into_it(as_: As, cast: Cast) -> None:
    draft = drafts.begun(cast["amina"])
    form = form_to(as_("amina").get(page_of(draft, "project")).get_data(as_text=True), page_of(draft, "project"))
    for key in ("grace", "daniel"):
        for end in ("", "/save"):
            client = as_(key)
            own = form_to(client.get("/grants").get_data(as_text=True), None).fields
            answer = client.post(page_of(draft, "project", end), data={**form.fields, **own, "title": "Mine"})
            assert answer.status_code == 404
    assert kept(draft, "project") == {}


def test_every_section_takes_few_statements(as_: As, cast: Cast, statements: Statements) -> None:
    draft, client = drafts.filled(cast["tom"]), as_("amina")
    assert max(statements(client, page_of(draft, section)) for section in drafts.ANSWERS) <= 8


def test_earlier_texts_take_as_many_statements_for_thirty_as_for_one(
    as_: As, cast: Cast, statements: Statements
) -> None:
    draft, client = drafts.begun(cast["amina"]), as_("amina")
    path = page_of(draft, "project", "/earlier")
    for number in range(2):
        drafts.save(draft, "project", cast["tom"], title=f"Title {number}")
    with_one = statements(client, path)
    for number in range(30):
        drafts.save(draft, "project", cast["tom"], title=f"Title {number}")
    assert with_one == statements(client, path) <= 8


def test_a_word_no_longer_offered_stays_for_whoever_chose_it(as_: As, cast: Cast) -> None:
    hers, others = drafts.begun(cast["amina"]), drafts.begun(cast["grace"])
    drafts.save(hers, "people", cast["amina"], communities=["older"])

    wording.retire(LISTS["communities"], "older", by=cast["wei"])

    assert 'value="older" checked' in as_("amina").get(page_of(hers, "people")).text
    assert 'value="older"' not in as_("grace").get(page_of(others, "people")).text
    assert "Older people" in as_("amina").get(f"/applications/{hers.ref}/answers").text
    assert "Older people" not in as_("grace").get("/grants/autumn-2026").text
