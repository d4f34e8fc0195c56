"""Applications as invented groups would send them: every answer in the words and the shape in which a form sends it."""

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from random import Random
from typing import Any, TypeAlias

from portal.demo import costs, prose
from portal.demo.contacts import address_of, contacts_of
from portal.demo.organisations import DemoOrganisation, people
from portal.demo.prose import Sitting, share_deprived
from portal.demo.words import Teller, in_words, read_rows, read_toml
from portal.kit.money import pence

Value: TypeAlias = str | list[str] | dict[str, str] | list[dict[str, str]]
Answers: TypeAlias = dict[str, dict[str, Value]]
Question: TypeAlias = Mapping[str, Any]


LARGE = {"75k_150k", "150k_500k", "over_500k"}
"""Income bands in which a group without a safeguarding policy would be hard to believe."""


@dataclass(frozen=True, slots=True)
class DemoApplication:
    """One application: the answers by section and question, and how good it is from 0 to 1, which nobody sees."""

    answers: Answers
    quality: float


@dataclass(frozen=True, slots=True)
class Desk:
    """What lies on the table while one application is written."""

    sitting: Sitting
    budget: Sequence[costs.Cost]
    helped: int
    second: str
    has_policy: bool
    starts: dt.date
    ends: dt.date

    @property
    def organisation(self) -> DemoOrganisation:
        """Who applies."""
        return self.sitting.organisation

    @property
    def rng(self) -> Random:
        """The one source of chance."""
        return self.sitting.rng

    @property
    def quality(self) -> float:
        """How good the application is, from 0 to 1."""
        return self.sitting.quality


def application_for(organisation: DemoOrganisation, round_: Mapping[str, Any], rng: Random) -> DemoApplication:
    """An application of this organisation to a round, whose TOML is handed in as `timetable.round_for` reads it.

    Raises KeyError for a question that nobody here knows how to answer.
    """
    quality = round(rng.betavariate(3.2, 2.2), 2)
    desk = sit_down(organisation, round_["round"], quality, rng)
    answers: Answers = {}
    given: dict[str, Value] = {}
    for section in round_["sections"]:
        for question in section["questions"]:
            if is_asked(question, given) and (value := ANSWERED_BY[question["code"]](desk, question)):
                given[question["code"]] = answers.setdefault(section["code"], {})[question["code"]] = value
    return DemoApplication(answers, quality)


def is_asked(question: Question, given: Mapping[str, Value]) -> bool:
    """Whether the answers so far lead to this question."""
    condition = question.get("show_if")
    return condition is None or given.get(condition["question"]) == condition["is"]


def sit_down(organisation: DemoOrganisation, dates: Mapping[str, Any], quality: float, rng: Random) -> Desk:
    """Choose what to ask for, and settle the facts that all answers share."""
    idea = read_toml("town/ideas")[rng.choice(organisation.ideas)]
    smallest, largest = (pence(dates[limit]) // 100 for limit in ("smallest", "largest"))
    careful = quality >= prose.CARELESS
    planned = costs.costs_of(idea, largest, rng)
    budget = planned if careful else costs.careless_costs(smallest, largest, rng)
    helped = rng.randint(*idea["people"])
    starts = dates["told_by"] + dt.timedelta(days=rng.randint(14, 70))
    ends = starts + dt.timedelta(days=rng.randint(120, 350))
    # Somebody else than whoever the reviewers might know: the names of helpers are drawn afresh each time.
    drawn, *helpers = people(rng, 3, taken={organisation.contact})
    second = contacts_of(organisation).get("second_contact_name") or drawn
    facts = facts_of(organisation, planned, rng) | {
        "n": f"{helped}",
        "name": helpers[0].split()[0],
        "name2": helpers[1].split()[0],
        "month": f"{starts:%B}",
        "month2": f"{starts + (ends - starts) / 2:%B}",
        "years": in_words(max(2, starts.year - organisation.started)),
    }
    sitting = Sitting(organisation, idea, Teller(rng, facts), quality)
    has_policy = organisation.income_band in LARGE or rng.random() < 0.5 + 0.4 * quality
    return Desk(sitting, budget, helped, second, has_policy, starts, ends)


def facts_of(organisation: DemoOrganisation, planned: Sequence[costs.Cost], rng: Random) -> dict[str, str]:
    """The facts that lines may name: who, where, when and how many."""
    common, words = read_toml("town/common"), read_toml("vocabulary")
    day, day2 = sorted(rng.sample(common["days"], 2), key=common["days"].index)
    named = {row["code"]: row["name"] for row in words["languages"]}
    spoken = [named[code] for code in organisation.languages if code != "en"]
    phrase = {row["code"]: row["phrase"] for row in words["communities"]}
    share = share_deprived(organisation.ward)
    ward = next(row for row in read_rows("places/wards") if row["ward24_code"] == organisation.ward)
    return {
        "org": organisation.name,
        "place": organisation.place,
        "ward": ward["ward24_name"],
        "share": "nearly all" if share > 95 else f"{share} in every hundred",
        "venue": organisation.venue,
        "who": phrase[organisation.communities[0]],
        "languages": " and ".join(spoken[:2]) if len(spoken) > 1 else "at least nine languages",
        "day": day,
        "day2": day2,
        "time": rng.choice(common["times"]),
        "v": in_words(rng.randint(3, 11)),
        "count": in_words(planned[0].count),
        "count2": in_words(planned[1].count),
        "count3": in_words(planned[2].count),
        "total": f"£{sum(cost.pounds for cost in planned):,}",
        "most_for": costs.largest_part(planned),
    }


def written(write: Callable[[Sitting, int], str]) -> Callable[[Desk, Question], str]:
    """The answer to a question with a word limit."""
    return lambda desk, question: write(desk.sitting, question["words"])


def org_type(desk: Desk, question: Question) -> str:
    """The legal form where the question offers it."""
    offered = {choice["code"] for choice in question["choices"]}
    return desk.organisation.legal_form if desk.organisation.legal_form in offered else "other"


def communities(desk: Desk, question: Question) -> list[str]:
    """The organisation's communities; somebody careless ticks half of the list."""
    if desk.quality < prose.CARELESS:
        every = [row["code"] for row in read_toml("vocabulary")["communities"]]
        return sorted(desk.rng.sample(every, 8), key=every.index)
    return list(desk.organisation.communities[: desk.rng.randint(1, 3)])


def wards(desk: Desk, question: Question) -> dict[str, str]:
    """How many people live in which ward. Those who shelter people from violence do not say."""
    if "survivors" in desk.organisation.communities:
        return {}
    known = round(desk.helped * (0.7 if desk.organisation.citywide else 1))
    weights = [1 / (place + 1) for place in range(len(desk.organisation.wards))]
    shares = {
        ward: int(known * weight / sum(weights)) for ward, weight in zip(desk.organisation.wards, weights, strict=True)
    }
    shares[desk.organisation.ward] += known - sum(shares.values())
    return {ward: f"{people}" for ward, people in shares.items() if people}


def groups(desk: Desk, question: Question) -> dict[str, str]:
    """How many people are in which group: most in the one that the organisation is for, some in others as well."""
    shares = zip(desk.organisation.communities, (0.8, 0.4, 0.2), strict=False)
    return {community: f"{round(desk.helped * share)}" for community, share in shares if round(desk.helped * share)}


def barriers(desk: Desk, question: Question) -> list[str]:
    """The barriers that the idea is about."""
    codes = list(desk.sitting.idea["barriers"])
    return codes if desk.quality >= 0.5 else codes[:2]


def outcomes(desk: Desk, question: Question) -> list[str]:
    """The changes that the idea is about; somebody careless ticks them all."""
    if desk.quality < prose.CARELESS:
        return [choice["code"] for choice in question["choices"]]
    return list(desk.sitting.idea["outcomes"])


def budget(desk: Desk, question: Question) -> list[dict[str, str]]:
    """The costs, line by line."""
    return costs.as_typed(desk.budget, desk.organisation.venue, desk.quality, desk.rng)


def other_money_who(desk: Desk, question: Question) -> str:
    """Who else pays."""
    return desk.sitting.common("other_funders")[0].capitalize()


def other_money_amount(desk: Desk, question: Question) -> str:
    """A sum that such a giver might give."""
    return f"£{desk.rng.choice([50, 75, 100, 120, 150, 200, 250, 300, 400, 500, 750])}"


def safe_lead(desk: Desk, question: Question) -> str:
    """Whom the profile names, or else one of the two contacts."""
    either = desk.rng.choice([desk.second, desk.organisation.contact])
    return contacts_of(desk.organisation).get("safeguarding_lead_name") or either


def documents(desk: Desk, question: Question) -> list[str]:
    """The papers at hand: the better prepared, the more of them."""
    codes = [choice["code"] for choice in question["choices"] if desk.has_policy or choice["code"] != "safeguarding"]
    return [code for code in codes if desk.rng.random() < 0.4 + 0.6 * desk.quality]


ANSWERED_BY: dict[str, Callable[[Desk, Question], Value]] = {
    "org_type": org_type,
    "org_income": lambda desk, question: desk.organisation.income_band,
    "org_started": lambda desk, question: f"{desk.organisation.started}",
    "contact_name": lambda desk, question: desk.organisation.contact,
    "contact_phone": lambda desk, question: desk.organisation.phone,
    "second_name": lambda desk, question: desk.second,
    "second_email": lambda desk, question: address_of(desk.organisation, desk.second),
    "title": lambda desk, question: prose.title(desk.sitting),
    "summary": written(prose.summary),
    "plan": written(prose.plan),
    "starts": lambda desk, question: f"{desk.starts.day} {desk.starts:%B %Y}",
    "ends": lambda desk, question: f"{desk.ends.day} {desk.ends:%B %Y}",
    "communities": communities,
    "people_helped": lambda desk, question: f"{desk.helped}",
    "wards": wards,
    "groups": groups,
    "furthest": written(prose.furthest),
    "barriers": barriers,
    "barriers_how": written(prose.barriers_how),
    "budget": budget,
    "other_money": lambda desk, question: "yes" if desk.rng.random() < 0.35 else "no",
    "other_money_who": other_money_who,
    "other_money_amount": other_money_amount,
    "outcomes": outcomes,
    "difference": written(prose.difference),
    "safe_lead": safe_lead,
    "safe_policy": lambda desk, question: "yes" if desk.has_policy else "no",
    "safe_policy_plan": written(prose.policy_plan),
    "safe_online": written(prose.safe_online),
    "documents": documents,
    "rules": lambda _desk, _question: "",
}
"""Who answers which question of the demonstration's rounds."""
