"""The score sheet: saved as typed, finished with a press, and never overwritten by another window."""

import datetime as dt
import re

import pytest
from sqlalchemy import select

from portal.assessments import actions
from portal.assessments.models import Assessment, Score
from portal.db.session import action, db
from tests import reader
from tests.assessments import steps

PART = {"HX-Request": "true", "HX-Request-Type": "partial"}
CRITERIA = ("need", "change", "plan", "costs", "safe")


@pytest.fixture
def given(app, cast):
    """Three applications shared out, and what Daniel was given of them."""
    round_ = steps.closed_round()
    steps.sent(round_, 3, "assessing")
    steps.declared(round_, cast, "daniel", "ruth")
    actions.share_out(round_, by=cast["joyce"])
    steps.declared(round_, cast, "hannah")
    mine = [each for each in steps.readings() if each.reviewer_id == cast["daniel"].person_id]
    return [(each.id, f"/review/assessments/{each.ref}") for each in mine]


def whole(points: int = 3, reason: str = "Because of the tea.") -> dict[str, str]:
    """Every field of the sheet filled in."""
    return {f"points-{code}": str(points) for code in CRITERIA} | {f"reason-{code}": reason for code in CRITERIA}


def sheet(client, path: str) -> dict:
    """The sheet's fields as a window holds them when it has just been opened."""
    return dict(reader.form_to(client.get(path).get_data(as_text=True), path).fields)


def save(client, path: str, window: dict, **typed: str):
    """Save as the window's script does, and take over what the answer renews."""
    window.update({name.replace("_", "-", 1): value for name, value in typed.items()})
    answer = client.post(f"{path}/save", data=window, headers=PART)
    body = answer.get_data(as_text=True)
    window.update(re.findall(r'<input type="hidden" id="(seen-\w+)" name="[^"]+" value="([^"]+)"', body))
    return answer


def kept(reading_id: int) -> dict[str, tuple[int | None, str]]:
    """What the database has of a reading."""
    db.session.rollback()
    rows = db.session.scalars(select(Score).where(Score.assessment_id == reading_id))
    return {row.criterion: (row.points, row.reason) for row in rows}


def test_the_sheet_stands_beside_the_application_with_its_anchors_and_its_way(given, as_) -> None:
    daniel = as_("daniel")
    (_, first), (_, second), (_, third) = given
    page = daniel.get(second).get_data(as_text=True)
    assert "People whom few others reach. The group knows them well, and shows it." in page
    assert "Need and furthest first (30%)" in page
    assert "2 of 3 to score" in page
    assert re.findall(r'<a rel="(\w+)" href="([^"]+)"', page) == [("prev", first), ("next", third)]
    assert daniel.get("/review/next").location == first


def test_every_circle_is_a_labelled_radio_and_every_reason_a_labelled_box(given, as_) -> None:
    tree = reader.parse(as_("daniel").get(given[0][1]).get_data(as_text=True))
    radios = [(each.get("name"), each.get("value")) for each in tree.iter("input") if each.get("type") == "radio"]
    assert radios == [(f"points-{code}", str(points)) for code in CRITERIA for points in range(6)]
    assert [each.get("name") for each in tree.iter("textarea")] == [f"reason-{code}" for code in CRITERIA]


def test_saving_as_they_type_keeps_it_and_renews_only_the_line_and_the_stamp(given, as_, clock) -> None:
    daniel, (id, path) = as_("daniel"), given[0]
    window = sheet(daniel, path)
    answer = save(daniel, path, window, points_need="4", reason_need="Strong need")
    body = answer.get_data(as_text=True)
    assert (answer.status_code, kept(id)) == (200, {"need": (4, "Strong need")})
    assert re.search(r'<p class="saved" id="saved" role="status">Saved at \d\d:\d\d</p>', body)
    assert re.findall(r'id="(seen-\w+)"', body) == ["seen-need"]
    save(daniel, path, window, reason_need="Strong need, in their own figures")
    save(daniel, path, window, points_plan="2")
    assert kept(id) == {"need": (4, "Strong need, in their own figures"), "plan": (2, "")}
    page = daniel.get(path).get_data(as_text=True)
    assert "Strong need, in their own figures</textarea>" in page
    assert re.search(r'name="points-need" value="4" checked', page)
    assert "Saved at" in page


def test_scores_that_were_saved_on_another_day_say_on_which(given, as_, clock) -> None:
    clock.move_to(dt.datetime(2026, 11, 12, 14, 2, tzinfo=dt.UTC))
    daniel, (_, path) = as_("daniel"), given[0]
    save(daniel, path, sheet(daniel, path), reason_need="Strong need")
    clock.shift(dt.timedelta(days=1))
    page = as_("daniel").get(path).get_data(as_text=True)
    assert ">Saved on Thursday 12 November 2026 at 2:02pm</p>" in page


def test_a_save_whose_answer_was_lost_is_no_clash(given, as_) -> None:
    daniel, (id, path) = as_("daniel"), given[0]
    window = sheet(daniel, path)
    daniel.post(f"{path}/save", data=window | {"reason-need": "First"}, headers=PART)
    answer = daniel.post(f"{path}/save", data=window | {"reason-need": "First and second"}, headers=PART)
    assert (answer.status_code, kept(id)["need"]) == (200, (None, "First and second"))


def test_without_script_the_button_saves_and_the_page_says_so(given, as_, send) -> None:
    daniel, (id, path) = as_("daniel"), given[0]
    answer = send(daniel, path, {"points-need": "0", "reason-need": "No case"}, action=path)
    assert (answer.status_code, answer.location, kept(id)) == (303, path, {"need": (0, "No case")})
    assert "Saved. You can go on whenever you like." in daniel.get(path).get_data(as_text=True)


def test_a_second_window_is_shown_both_marks_and_only_where_it_wrote(given, as_) -> None:
    daniel, (id, path) = as_("daniel"), given[0]
    one, two = sheet(daniel, path), sheet(daniel, path)
    save(daniel, path, one, points_need="4", reason_need="From one", reason_plan="Plan from one")
    answer = save(daniel, path, two, points_need="1", reason_need="From <two>")
    body = answer.get_data(as_text=True)
    assert (answer.status_code, "Not all of it is saved" in body) == (409, True)
    assert re.findall(r'<div id="(clash-\w+)" data-hx-swap-oob="true">', body) == ["clash-need"]
    assert ("From one" in body, "The other window: 4 points" in body, "From &lt;two&gt;" in body) == (True, True, False)
    assert kept(id) == {"need": (4, "From one"), "plan": (None, "Plan from one")}
    # What stands in the window goes on being typed; nothing is swapped under the fingers, and nothing is saved.
    two["keep-need"] = "open"
    answer = save(daniel, path, two, reason_need="From two, longer")
    assert (answer.status_code, "clash-need" in answer.get_data(as_text=True)) == (409, False)
    two["keep-need"] = "mine"
    answer = save(daniel, path, two)
    assert (answer.status_code, kept(id)["need"]) == (200, (1, "From two, longer"))
    assert re.search(r'<div id="clash-need" data-hx-swap-oob="true">\s*</div>', answer.get_data(as_text=True))


def test_the_other_windows_mark_can_be_kept_and_takes_its_place_on_the_page(given, as_) -> None:
    daniel, (id, path) = as_("daniel"), given[0]
    one, two = sheet(daniel, path), sheet(daniel, path)
    save(daniel, path, one, points_need="4", reason_need="From one")
    save(daniel, path, two, reason_need="From two")
    two["keep-need"] = "theirs"
    answer = save(daniel, path, two)
    body = answer.get_data(as_text=True)
    assert (answer.status_code, kept(id)) == (200, {"need": (4, "From one")})
    assert '<div id="criterion-need" data-hx-swap-oob="true">' in body
    assert "From one</textarea>" in body


def test_without_script_a_stale_window_gets_the_page_with_both(given, as_) -> None:
    daniel, (id, path) = as_("daniel"), given[0]
    one, two = sheet(daniel, path), sheet(daniel, path)
    save(daniel, path, one, points_need="4", reason_need="From one")
    answer = daniel.post(path, data=two | {"reason-need": "From two", "reason-plan": "Also typed"})
    page = answer.get_data(as_text=True)
    assert answer.status_code == 409
    assert ("From one" in page, "From two</textarea>" in page, "Also typed</textarea>" in page) == (True, True, True)
    assert kept(id) == {"need": (4, "From one"), "plan": (None, "Also typed")}
    fields = dict(reader.form_to(page, path).fields)
    assert fields["keep-need"] == ["open"]
    asked_again = daniel.post(path, data=fields)
    assert (asked_again.status_code, kept(id)["need"]) == (409, (4, "From one"))
    fields = dict(reader.form_to(asked_again.get_data(as_text=True), path).fields)
    settled = daniel.post(path, data=fields | {"keep-need": ["open", "mine"]})
    assert (settled.status_code, kept(id)["need"]) == (303, (None, "From two"))


def test_finishing_lists_what_is_missing_beside_each_field_and_keeps_the_rest(given, as_, send) -> None:
    daniel, (id, path) = as_("daniel"), given[0]
    typed = whole() | {"points-plan": None, "reason-safe": ""}
    answer = send(daniel, path, typed, action=path, button=("finish", "yes"))
    page = answer.get_data(as_text=True)
    assert answer.status_code == 422
    assert re.findall(r'<li><a href="#([\w-]+)">([^<]+)</a>', page) == [
        ("points-plan", "Plan and people: choose 0 to 5 points"),
        ("reason-safe", "Safe and lasting: say why in a few words"),
    ]
    assert kept(id) == dict.fromkeys(CRITERIA, (3, "Because of the tea.")) | {
        "plan": (None, "Because of the tea."),
        "safe": (3, ""),
    }
    answer = daniel.post(
        path,
        data=dict(reader.form_to(page, path).fields) | {"points-plan": "5", "reason-safe": "Safe", "finish": "yes"},
    )
    assert (answer.status_code, answer.location) == (303, "/review/next")
    assert db.session.get_one(Assessment, id).state == "finished"


def test_after_one_comes_the_next_and_in_the_end_the_rounds(given, as_, send) -> None:
    daniel = as_("daniel")
    for number, (_, path) in enumerate(given):
        assert daniel.get("/review/next").location == path
        send(daniel, path, whole(), action=path, button=("finish", "yes"))
        assert f"{len(given) - number - 1} of" in daniel.get(given[-1][1]).get_data(as_text=True) or number > 0
    answer = daniel.get("/review/next")
    assert answer.location == "/review"
    assert "You have scored everything" in daniel.get("/review").get_data(as_text=True)


def test_a_reason_that_is_too_long_is_refused_with_every_word_kept(given, as_, send) -> None:
    daniel, (id, path) = as_("daniel"), given[0]
    long = "word " * 1200
    answer = send(daniel, path, whole() | {"reason-need": long}, action=path)
    page = answer.get_data(as_text=True)
    assert (answer.status_code, kept(id)) == (422, {})
    assert (long.strip() in page, "Use 5000 characters or fewer" in page) == (True, True)


@pytest.mark.parametrize("points", ["6", "-1", "x", "3.5", "٣"])
def test_points_that_are_no_circle_are_refused(given, as_, send, points: str) -> None:
    daniel, (id, path) = as_("daniel"), given[0]
    answer = send(daniel, path, whole() | {"points-need": points}, action=path)
    assert (answer.status_code, kept(id)) == (422, {})


def test_finished_scores_are_read_only_and_a_late_save_says_so(given, as_, send) -> None:
    daniel, (id, path) = as_("daniel"), given[0]
    late = sheet(daniel, path)
    send(daniel, path, whole(4, "A heron"), action=path, button=("finish", "yes"))
    page = daniel.get(path).get_data(as_text=True)
    assert ("A heron" in page, "<textarea" in page, "Finish scoring" in page) == (True, False, False)
    assert "You see the other scores here when all are in." in page
    answer = daniel.post(f"{path}/save", data=late | {"points-need": "0"})
    assert (answer.status_code, kept(id)["need"]) == (409, (4, "A heron"))
    assert "You have finished scoring this application" in answer.get_data(as_text=True)


def test_a_withdrawn_application_says_so(given, as_) -> None:
    daniel, (id, path) = as_("daniel"), given[0]
    with action():
        db.session.get_one(steps.Application, db.session.get_one(Assessment, id).application_id).state = "withdrawn"
    assert "The partner has withdrawn this application" in daniel.get(path).get_data(as_text=True)
    assert daniel.get("/review/next").location == given[1][1]


def test_standing_down_is_asked_twice_done_once_and_closes_everything(given, as_, send, cast) -> None:
    daniel, (id, path) = as_("daniel"), given[0]
    answer = send(daniel, f"{path}/conflict", action=f"{path}/conflict")
    assert (answer.status_code, answer.location) == (303, "/review/next")
    assert db.session.get_one(Assessment, id).state == "stood_down"
    assert [daniel.get(each).status_code for each in (path, f"{path}/conflict")] == [404, 404]
    keys = steps.keys(daniel)
    assert [
        daniel.post(each, data=keys | whole()).status_code for each in (path, f"{path}/save", f"{path}/conflict")
    ] == [404] * 3


@pytest.mark.parametrize(
    ("key", "status"), [("ruth", 404), ("hannah", 404), ("joyce", 403), ("helen", 403), ("amina", 403)]
)
def test_a_sheet_is_its_reviewers_alone(given, as_, key: str, status: int) -> None:
    client, (id, path) = as_(key), given[0]
    keys = steps.keys(client)
    gets = [client.get(each).status_code for each in (path, f"{path}/conflict")]
    posts = [client.post(each, data=keys | whole()).status_code for each in (path, f"{path}/save", f"{path}/conflict")]
    assert (gets, posts, kept(id)) == ([status] * 2, [status] * 3, {})
