"""The demonstration's people, organisations and applications: believable, within every limit, the same every time."""

import datetime as dt
import re
from collections.abc import Callable
from functools import cache
from random import Random
from typing import Any

import phonenumbers
import pytest

from portal.demo import timetable
from portal.demo.answers import DemoApplication, application_for
from portal.demo.cast import BY_KEY, CAST
from portal.demo.contacts import contacts_of
from portal.demo.organisations import DemoOrganisation, more_applicants, organisations
from portal.demo.reasons import decision_reasons, not_eligible_reasons, reasons_for, score_for
from portal.demo.words import Teller, read_rows, read_toml, within
from portal.kit.days import day_in
from portal.kit.money import pence
from portal.kit.text import count_words
from portal.organisations.contacts import CONTACTS, MAIN, SAFEGUARDING, SECOND, why_not
from portal.organisations.rules import Details
from tests.town import KITCHEN_TABLE, SIGNING_CIRCLE, TEA_AND_TECH

TODAY = dt.date(2026, 11, 22)
ROLES = {"lead", "member", "reviewer", "approver", "finance", "champions_officer", "coordinator"}
ROLES |= {"programme_lead", "administrator", "champion", "stranger", "guest"}
KINDS = {"text", "long_text", "number", "money", "date", "yes_no", "choice", "choices"}
KINDS |= {"communities", "wards", "groups", "barriers", "budget", "file"}
MARKS = ("is_title", "is_summary", "is_amount", "is_people")


@cache
def town(seed: int = 7) -> list[DemoOrganisation]:
    """The sixty and a hundred and ninety more."""
    rng = Random(seed)
    return organisations(rng) + more_applicants(rng, 190)


@cache
def applications(season: str = "spring") -> list[tuple[DemoOrganisation, DemoApplication]]:
    """An application from each of them."""
    rng, round_ = Random(8), timetable.round_for(season, TODAY)
    return [(organisation, application_for(organisation, round_, rng)) for organisation in town()]


def questions(season: str = "spring") -> dict[str, dict[str, Any]]:
    """The round's questions by code."""
    document = read_toml(f"rounds/getting-connected-{season}")
    return {question["code"]: question for section in document["sections"] for question in section["questions"]}


def answers_to(code: str) -> list[Any]:
    """Everybody's answer to one question, where they gave one."""
    return [
        section[code]
        for _, application in applications()
        for section in application.answers.values()
        if code in section
    ]


# The cast


def test_the_cast_has_every_role_and_the_promised_numbers_of_each() -> None:
    held = [role for member in CAST for role in member.roles]
    assert set(held) == ROLES
    counted = {role: held.count(role) for role in ROLES}
    assert counted == dict.fromkeys(ROLES, 1) | {
        "lead": 3, "member": 3, "reviewer": 3, "approver": 2, "finance": 2, "coordinator": 2, "guest": 2,
    }  # fmt: skip


def test_the_cast_is_told_apart_by_key_name_and_address() -> None:
    for of in ("key", "name", "email", "what"):
        assert len({getattr(member, of) for member in CAST}) == len(CAST)
    assert all(re.fullmatch(r"[a-z.]+@example\.org", member.email) for member in CAST)


def test_one_reviewer_is_in_the_team_of_an_applicant() -> None:
    ruth = BY_KEY["ruth"]
    assert ("reviewer" in ruth.roles, "member" in ruth.roles, ruth.team) == (True, True, "signing_circle")


def test_whoever_leads_or_is_a_member_has_a_team_and_nobody_else_has() -> None:
    assert {m.key for m in CAST if m.team} == {m.key for m in CAST if {"lead", "member"} & set(m.roles)}
    assert {m.key for m in CAST if not m.has_account} == {"dorothy", "sam"}


def test_the_casts_teams_are_the_first_three_organisations() -> None:
    first = organisations(Random(1))[:3]
    assert [org.name for org in first] == [TEA_AND_TECH, SIGNING_CIRCLE, KITCHEN_TABLE]
    assert [org.key for org in first] == ["tea_and_tech", "signing_circle", "kitchen_table"]
    assert [org.has_number for org in first] == [True, True, False]
    leads = {m.team: m.name for m in CAST if "lead" in m.roles}
    assert [org.contact for org in first] == [leads[org.key] for org in first]


# Organisations


def test_sixty_organisations_eleven_in_twenty_six_of_them_without_a_number() -> None:
    sixty = organisations(Random(7))
    assert len(sixty) == 60
    assert sum(not org.has_number for org in sixty) == round(60 * 11 / 26)
    more = more_applicants(Random(7), 130)
    assert sum(not org.has_number for org in more) == round(130 * 11 / 26)


def test_everything_that_names_an_organisation_is_its_own() -> None:
    for of in ("key", "name", "contact", "email", "phone"):
        assert len({getattr(org, of) for org in town()}) == len(town()), of
    numbers = [org.charity_number or org.company_number for org in town() if org.has_number]
    assert len(set(numbers)) == len(numbers)


def test_no_contact_is_one_of_the_cast_but_for_its_leads() -> None:
    cast = {member.email for member in CAST}
    assert [org.key for org in town() if org.email in cast] == ["tea_and_tech", "signing_circle", "kitchen_table"]


def test_most_organisations_name_two_contacts_and_a_safeguarding_lead() -> None:
    named = {org.key: contacts_of(org) for org in town()}
    assert [key for key, said in named.items() if why_not(said)] == []
    for who, least, most in ((MAIN, 0.8, 0.95), (SECOND, 0.6, 0.85), (SAFEGUARDING, 0.5, 0.8)):
        assert least < sum(f"{who}_name" in said for said in named.values()) / len(named) < most, who
    for org in town():
        said = named[org.key]
        assert said == contacts_of(org)
        assert said.get("main_contact_name", org.contact) == org.contact
        assert set(said) <= set(Details.__dataclass_fields__)
        assert all(re.fullmatch(r"([a-z.-]+@example\.org)?", said.get(f"{who}_email", "")) for who in CONTACTS)
        mobiles = [said.get(f"{who}_phone", "") for who in (SECOND, SAFEGUARDING)]
        assert all(re.fullmatch(r"(07700 900\d{3})?", number) for number in mobiles)
    assert named["tea_and_tech"]["second_contact_name"] == BY_KEY["tom"].name
    assert {who for who in CONTACTS if f"{who}_name" in named["kitchen_table"]} == {MAIN}


def test_an_application_names_whom_the_profile_names() -> None:
    for organisation, application in applications():
        said = contacts_of(organisation)
        second = application.answers["contacts"]["second_name"]
        assert second == said.get("second_contact_name", second)
        lead = said.get("safeguarding_lead_name", "")
        assert lead in {"", *(answers.get("safe_lead") for answers in application.answers.values())}


def test_numbers_and_addresses_have_the_right_form() -> None:
    for org in town():
        assert re.fullmatch(r"199\d{4}" if org.charity_number else "", org.charity_number)
        assert re.fullmatch(r"9900\d{4}" if org.company_number else "", org.company_number)
        assert re.fullmatch(r"[a-z.-]+@example\.org", org.email), org.email
        assert re.fullmatch(r"0113 496 0\d{3}", org.phone)
        assert phonenumbers.is_possible_number(phonenumbers.parse(org.phone, "GB"))


def test_every_word_that_an_organisation_uses_is_in_the_vocabulary() -> None:
    words = read_toml("vocabulary")
    known = {name: {row["code"] for row in words[name]} for name in words if name != "council"}
    for org in town():
        assert org.legal_form in known["legal_forms"]
        assert org.income_band in known["income_bands"]
        assert set(org.communities) <= known["communities"]
        assert set(org.languages) <= known["languages"]
    assert all(len(codes) == len(words[name]) for name, codes in known.items())
    assert set(read_toml("town/needs")) == known["communities"]


def test_more_applicants_than_there_are_names_for_are_refused() -> None:
    assert len(more_applicants(Random(3), 400)) == 400
    with pytest.raises(ValueError, match="401"):
        more_applicants(Random(3), 401)


# Places


def test_the_tables_of_places_agree_with_each_other() -> None:
    wards = {row["ward24_code"]: row for row in read_rows("places/wards")}
    hoods = {row["lsoa21_code"]: row for row in read_rows("places/neighbourhoods")}
    assert (len(wards), len(hoods)) == (33, 488)
    for code, ward in wards.items():
        own = [row for row in hoods.values() if row["ward24_code"] == code]
        deprived = [row for row in own if int(row["imd2025_decile"]) <= 2]
        people = [sum(int(row["census2021_population"]) for row in rows) for rows in (own, deprived)]
        assert len(own) == int(ward["lsoa_count"])
        assert len(deprived) == int(ward["lsoas_deciles_1_2"])
        assert people == [int(ward["census2021_population"]), int(ward["people_deciles_1_2"])]
    postcodes = read_rows("places/postcodes")
    assert {row["ward24_code"] for row in postcodes} == set(wards)
    for row in postcodes:
        assert hoods[row["lsoa21_code"]]["imd2025_decile"] == row["imd2025_decile"]
        assert hoods[row["lsoa21_code"]]["ward24_code"] == row["ward24_code"]


def test_every_organisation_lives_at_a_postcode_of_its_ward() -> None:
    ward_of = {row["postcode"]: row["ward24_code"] for row in read_rows("places/postcodes")}
    assert [ward_of[org.postcode] for org in town()] == [org.ward for org in town()]
    assert {row["ward24_code"] for row in read_rows("town/areas")} == set(ward_of.values())
    assert all(set(org.wards) <= set(ward_of.values()) for org in town())


# Rounds


@pytest.mark.parametrize("season", timetable.SEASONS)
def test_a_round_is_whole(season: str) -> None:
    document = read_toml(f"rounds/getting-connected-{season}")
    codes = [question["code"] for section in document["sections"] for question in section["questions"]]
    assert len(set(codes)) == len(codes)
    assert len(document["sections"]) == 9
    assert {question["kind"] for question in questions(season).values()} <= KINDS
    for mark in MARKS:
        assert sum(question.get(mark, False) for question in questions(season).values()) == 1
    assert [criterion["weight"] for criterion in document["criteria"]] == [30, 25, 20, 15, 10]
    assert all(gate["right_answer"] in {"yes", "no"} and gate["why_not"] for gate in document["eligibility"])
    limits = [question["words"] for question in questions(season).values() if question["kind"] == "long_text"]
    assert sorted(limits)[-2:] == [150, 250]


def test_the_three_rounds_ask_the_same_and_differ_in_dates_and_budget() -> None:
    first, second, third = (read_toml(f"rounds/getting-connected-{season}") for season in timetable.SEASONS)
    for part in ("fund", "eligibility", "sections", "criteria"):
        assert first[part] == second[part] == third[part]
    assert len({document["round"]["code"] for document in (first, second, third)}) == 3


def test_a_conditional_question_hangs_on_an_earlier_one() -> None:
    seen: set[str] = set()
    for code, question in questions().items():
        assert "show_if" not in question or question["show_if"]["question"] in seen
        seen.add(code)


@pytest.mark.parametrize("today", [TODAY, dt.date(2027, 3, 1), dt.date(2024, 2, 29), dt.date(2030, 8, 15)])
def test_whenever_it_is_loaded_one_round_is_open_one_assessed_and_one_decided(today: dt.date) -> None:
    spring, summer, autumn = (timetable.round_for(season, today)["round"] for season in timetable.SEASONS)
    assert autumn["opens"].date() < today
    assert dt.timedelta(days=16) <= autumn["closes"].date() - today <= dt.timedelta(days=22)
    assert summer["checked_by"] < today < summer["assessed_by"]
    assert spring["told_by"] < summer["opens"].date()
    assert summer["closes"] < autumn["opens"]
    for dates in (spring, summer, autumn):
        assert dates["closes"].time() == dt.time(12)
        assert dates["closes"].weekday() == 4
        order = [dates[name] for name in ("checked_by", "assessed_by", "panel_on", "told_by")]
        assert order == sorted(order)
        assert dates["closes"].date() < order[0]


# Applications


def test_the_same_seed_gives_the_same_town_and_the_same_answers() -> None:
    again = Random(7)
    assert organisations(again) + more_applicants(again, 190) == town()
    rng, round_ = Random(8), timetable.round_for("spring", TODAY)
    assert [application_for(organisation, round_, rng) for organisation in town()] == [a for _, a in applications()]


def test_another_seed_gives_another_town() -> None:
    assert town(9) != town()


def test_long_answers_hold_their_limits() -> None:
    for code, question in questions().items():
        if question["kind"] == "long_text":
            longest = max(count_words(answer) for answer in answers_to(code))
            assert 10 <= longest <= question["words"], code


def test_everybody_answers_what_is_asked_and_nothing_else() -> None:
    for _, application in applications():
        given = {code: value for section in application.answers.values() for code, value in section.items()}
        for code, question in questions().items():
            condition = question.get("show_if")
            asked = condition is None or given.get(condition["question"]) == condition["is"]
            if not asked:
                assert code not in given
            elif question.get("required", True):
                assert given[code]
        assert 0 <= application.quality <= 1


def is_well_formed(question: dict[str, Any], answer: Any) -> bool:
    """Whether an answer is what a form sends for a question of that kind."""
    words = read_toml("vocabulary")
    offered = {row["code"] for row in words.get(question["kind"], question.get("choices", ()))}
    groups = {row["code"] for row in words["communities"]}
    ward_codes = {row["ward24_code"] for row in read_rows("places/wards")}
    if question["kind"] == "budget":
        return all(
            set(line) == {"item", "category", "amount", "quote"}
            and line["category"] in offered
            and line["quote"] in {"yes", "no"}
            for line in answer
        )
    of_kind: dict[str, Callable[[], bool]] = {
        "text": lambda: answer.strip() == answer != "",
        "long_text": lambda: answer.strip() == answer != "",
        "number": lambda: question["least"] <= int(answer) <= question["most"],
        "money": lambda: pence(question["least"]) <= pence(answer) <= pence(question["most"]),
        "date": lambda: (day := day_in(answer)) is not None and f"{day.day} {day:%B %Y}" == answer,
        "yes_no": lambda: answer in {"yes", "no"},
        "choice": lambda: answer in offered,
        "groups": lambda: set(answer) <= groups and all(int(people) > 0 for people in answer.values()),
        "wards": lambda: set(answer) <= ward_codes and all(int(people) > 0 for people in answer.values()),
    }
    many: Callable[[], bool] = lambda: len(set(answer)) == len(answer) and set(answer) <= offered
    return of_kind.get(question["kind"], many)()


TYPED = [code for code, question in questions().items() if question["kind"] != "file"]
"""What a form sends; a file has a page of its own, and is put in afterwards (portal/demo/documents.py)."""


@pytest.mark.parametrize("code", TYPED)
def test_answers_have_the_shape_in_which_a_form_sends_them(code: str) -> None:
    strange = [answer for answer in answers_to(code) if not is_well_formed(questions()[code], answer)]
    assert answers_to(code)
    assert strange == []


def test_what_is_asked_for_is_between_the_smallest_and_the_largest_amount() -> None:
    totals = [sum(pence(line["amount"]) for line in lines) for lines in answers_to("budget")]
    assert len(totals) == 250
    assert all(50_000 <= total <= 500_000 for total in totals)
    assert len(set(totals)) > 200


def test_people_by_ward_are_never_more_than_people_in_all() -> None:
    for organisation, application in applications():
        people: dict[str, Any] = dict(application.answers["people"])
        in_wards = sum(int(number) for number in people.get("wards", {}).values())
        assert in_wards <= int(people["people_helped"])
        assert in_wards or "survivors" in organisation.communities


def test_work_begins_after_the_letter_and_ends_within_a_year() -> None:
    told = timetable.round_for("spring", TODAY)["round"]["told_by"]
    for _, application in applications():
        starts, ends = (day_in(str(application.answers["project"][code])) for code in ("starts", "ends"))
        assert starts
        assert ends
        assert told < starts < ends <= starts + dt.timedelta(days=365)


def test_the_second_contact_is_somebody_else() -> None:
    for organisation, application in applications():
        contacts = application.answers["contacts"]
        assert contacts["second_name"] != contacts["contact_name"]
        assert contacts["second_email"] != organisation.email


def test_no_placeholder_is_left_and_titles_fit_open_data() -> None:
    for _, application in applications():
        for section in application.answers.values():
            assert not re.search(r"[\[{|]\w|\w[\]}|]", str([v for v in section.values() if isinstance(v, str)])[1:-1])
    assert all(len(title) <= 140 for title in answers_to("title"))


def test_five_applications_do_not_read_like_one() -> None:
    plans = answers_to("plan")
    careful = [plan for plan in plans if count_words(plan) > 60]
    assert len(careful) > 150
    assert len({plan.split(".")[0] for plan in careful}) > 90
    summaries = answers_to("summary")
    assert len(set(summaries)) > 0.85 * len(summaries)


def test_some_applications_are_weak_and_some_are_strong() -> None:
    qualities = [application.quality for _, application in applications()]
    assert 10 <= sum(quality < 0.3 for quality in qualities) <= 60
    assert sum(quality > 0.75 for quality in qualities) >= 25


# Words


def test_a_teller_never_says_a_line_twice_while_there_are_others() -> None:
    teller = Teller(Random(1), {"place": "Seacroft"})
    assert sorted(teller.some(["[a] {place}", "b", "c"], 2) + teller.some(["[a] {place}", "b", "c"], 3)) == [
        "A Seacroft", "B", "C",
    ]  # fmt: skip
    assert teller.one(["b"]) == "B"


def test_within_leaves_out_the_block_that_does_not_fit() -> None:
    assert within(4, ["one two", "three four five", "six seven"]) == "one two six seven"


# Reasons


def test_there_is_a_reason_for_every_score_on_every_criterion() -> None:
    rng = Random(4)
    for criterion in read_toml("rounds/getting-connected-spring")["criteria"]:
        for score in range(6):
            said = {reasons_for(criterion["code"], score, organisation, rng) for organisation in town()[:40]}
            assert len(said) >= 6
            assert all(3 <= count_words(reason) <= 60 and "{" not in reason for reason in said)


def test_letters_have_reasons_for_each_kind_of_decision() -> None:
    rng = Random(5)
    for kind in ("fund", "part_fund", "reserve", "decline"):
        assert len({decision_reasons(kind, organisation, rng) for organisation in town()}) >= 3
    assert len({not_eligible_reasons(organisation, rng) for organisation in town()}) >= 5


def test_better_applications_score_higher_and_reviewers_sometimes_differ() -> None:
    rng = Random(6)
    scores = {quality: [score_for(quality, rng) for _ in range(200)] for quality in (0.1, 0.5, 0.9)}
    low, middle, high = (sum(each) / 200 for each in scores.values())
    assert low + 1 < middle < high - 1
    assert all(0 <= score <= 5 for each in scores.values() for score in each)
    pairs = list(zip(scores[0.5][:100], scores[0.5][100:], strict=True))
    assert 0 < sum(abs(one - other) >= 2 for one, other in pairs) < 40
