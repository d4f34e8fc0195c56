"""What reviewers write beside their scores, and what the council's letters say."""

from collections.abc import Iterable
from itertools import cycle
from random import Random

from portal.assessments.rules import PAYING
from portal.demo.organisations import DemoOrganisation
from portal.demo.words import Teller, read_toml

SECOND_THOUGHT = 0.25
ASKED_OF = 1 / 3
SEED = 2026


def score_for(quality: float, rng: Random) -> int:
    """A reviewer's score from 0 to 5 for an application of that quality; two reviewers seldom see it quite alike."""
    return min(5, max(0, round(5.6 * quality - 0.2 + rng.gauss(0, 0.75))))


def reasons_for(criterion: str, score: int, organisation: DemoOrganisation, rng: Random) -> str:
    """Why a reviewer gave that score, from 0 to 5, on that criterion. Raises KeyError for any other."""
    pools = read_toml("town/reasons")
    teller = teller_about(organisation, rng)
    lines = [teller.one(pools[criterion][f"{score}"])]
    if rng.random() < SECOND_THOUGHT:
        lines.append(teller.one(pools["also"]["lines"]))
    return " ".join(lines)


def decision_reasons(kind: str, organisation: DemoOrganisation, rng: Random) -> str:
    """What a letter gives as the reason to fund, part_fund, reserve or decline. Raises KeyError for anything else."""
    return teller_about(organisation, rng).one(read_toml("town/reasons")["decisions"][kind])


def conditions_for(kind: str, organisation: DemoOrganisation) -> list[str]:
    """What the panel asks of this organisation: of all that get a part, and of every third that gets it all.

    The dice are its own, so that whatever is asked of one leaves the rest of the town as it is.
    """
    dice = Random(organisation.name)
    if kind not in PAYING or (kind == "fund" and dice.random() > ASKED_OF):
        return []
    standard = [row["name"] for row in read_toml("vocabulary")["conditions"]]
    picked = sorted(dice.sample(standard, dice.randint(1, 2)), key=standard.index)
    return [*picked, dice.choice(read_toml("town/reasons")["conditions"][kind])]


def not_eligible_reasons(organisation: DemoOrganisation, rng: Random) -> str:
    """Why an application could not go on to the reviewers."""
    return teller_about(organisation, rng).one(read_toml("town/reasons")["not_eligible"]["lines"])


def moderation_notes(criteria: Iterable[str], organisation: DemoOrganisation) -> dict[str, str]:
    """Why points that lie far apart on these criteria, by code, can go to the panel."""
    teller, lines = teller_about(organisation, Random(SEED)), cycle(read_toml("town/reasons")["moderation"]["lines"])
    return {code: teller.one([line]) for code, line in zip(criteria, lines, strict=False)}


def too_quick() -> str:
    """The reason that a reviewer gave before they thought better of it."""
    return str(read_toml("town/reasons")["moderation"]["earlier"][0])


def withdrawn_reasons() -> list[str]:
    """Why partners took an application back, in turn; an empty one is nobody's business."""
    found: list[str] = read_toml("town/reasons")["withdrawn"]["lines"]
    return found


def teller_about(organisation: DemoOrganisation, rng: Random) -> Teller:
    """Somebody who writes about this organisation."""
    phrase = {row["code"]: row["phrase"] for row in read_toml("vocabulary")["communities"]}
    return Teller(
        rng,
        {"org": organisation.name, "place": organisation.place, "who": phrase[organisation.communities[0]]},
    )
