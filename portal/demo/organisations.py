"""The organisations of the demonstration: sixty that live in it, and as many small applicants more as are wanted."""

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from random import Random
from typing import Any

from portal.demo.cast import CAST
from portal.demo.words import Teller, flavour, here, read_rows, read_toml

WITHOUT_NUMBER = 11 / 26
"""The share of recipients without a charity or company number in Trafford's published digital grants, 2020 to 2022."""
NEVER_GIVEN_OUT = {"charity": "199", "company": "9900"}
"""How our invented numbers begin: of the right form, and in a range from which no number has been given out."""
NUMBERED = {"charity": "charity", "cio": "charity", "cic": "company", "company": "company"}
CITYWIDE = "all"


@dataclass(frozen=True, slots=True)
class DemoOrganisation:
    """One invented organisation. `ward` and `wards` are GSS codes, `story` is something only it could tell."""

    key: str
    name: str
    legal_form: str
    charity_number: str
    company_number: str
    address: str
    postcode: str
    ward: str
    place: str
    venue: str
    does: str
    communities: tuple[str, ...]
    wards: tuple[str, ...]
    citywide: bool
    languages: tuple[str, ...]
    income_band: str
    started: int
    contact: str
    email: str
    phone: str
    ideas: tuple[str, ...]
    voice: str
    story: str

    @property
    def has_number(self) -> bool:
        """Whether a register knows this organisation."""
        return bool(self.charity_number or self.company_number)


@dataclass(frozen=True)
class Registers:
    """Numbers, postcodes and telephones to hand out, each of them once."""

    rng: Random
    numbers: Iterator[int]
    phones: Iterator[int]

    def number(self, legal_form: str, register: str) -> str:
        """The next number for that legal form in that register; empty where it has none there."""
        if NUMBERED.get(legal_form) != register:
            return ""
        return f"{NEVER_GIVEN_OUT[register]}{next(self.numbers):04d}"

    def phone(self) -> str:
        """A telephone number that Ofcom keeps free for drama in this place."""
        return f"{flavour(here())['phones']}{next(self.phones):04d}"

    def postcode(self, ward: str) -> str:
        """A postcode in the ward."""
        return self.rng.choice([row["postcode"] for row in read_rows("places/postcodes") if row["ward24_code"] == ward])

    def address(self, place: str) -> str:
        """A street that is on no map, and the place."""
        return f"{self.rng.randint(1, 60)} {self.rng.choice(read_toml('town/common')['streets'])}, {place}"


def registers(rng: Random, numbers: range, phones: range) -> Registers:
    """Registers that hand out of these ranges in a mixed order."""
    return Registers(rng, iter(rng.sample(numbers, len(numbers))), iter(rng.sample(phones, len(phones))))


def email_of(name: str) -> str:
    """A person's address at example.org, in plain letters; titles before the name are left out."""
    plain = unicodedata.normalize("NFD", name).encode("ascii", "ignore").decode()
    words = [word for word in plain.lower().split() if word not in {"revd", "major", "(retd)"}]
    return ".".join(words) + "@example.org"


def organisations(rng: Random) -> list[DemoOrganisation]:
    """The sixty, the cast's three first."""
    book = registers(rng, range(5000), range(200, 300))
    homes = read_toml("town/homes")
    return [lived_in(key, {**row, **homes[key]}, book) for key, row in read_toml("town/organisations").items()]


def lived_in(key: str, row: dict[str, Any], book: Registers) -> DemoOrganisation:
    """One of the sixty from its row in the file, and from what it is called and where it is in this place."""
    wards = tuple(ward for ward in row["wards"] if ward != CITYWIDE)
    return DemoOrganisation(
        key=key,
        name=row["name"],
        legal_form=row["form"],
        charity_number=book.number(row["form"], "charity"),
        company_number=book.number(row["form"], "company"),
        address=row.get("address") or book.address(row["place"]),
        postcode=book.postcode(wards[0]),
        ward=wards[0],
        place=row["place"],
        venue=row["venue"],
        does=row["does"],
        communities=tuple(row["communities"]),
        wards=wards,
        citywide=CITYWIDE in row["wards"],
        languages=tuple(row["languages"]),
        income_band=row["income"],
        started=row["started"],
        contact=row["contact"],
        email=email_of(row["contact"]),
        phone=book.phone(),
        ideas=tuple(row["ideas"]),
        voice=row["voice"],
        story=row["story"],
    )


def more_applicants(rng: Random, number: int) -> list[DemoOrganisation]:
    """So many smaller groups, each with a name, a place and a person of its own. Raises ValueError above 400."""
    if number > 400:
        raise ValueError(number)
    book = registers(rng, range(5000, 10_000), range(300, 1000))
    kinds = sorted(read_toml("town/kinds"))
    spots = rng.sample([(kind, area) for kind in kinds for area in range(len(read_rows("town/areas")))], number)
    forms = legal_forms(rng, number)
    contacts = people(rng, number, taken={row["contact"] for row in read_toml("town/organisations").values()})
    return [
        smaller(f"{kind}_{area}", kind, read_rows("town/areas")[area], form, contact, book)
        for (kind, area), form, contact in zip(spots, forms, contacts, strict=True)
    ]


def legal_forms(rng: Random, number: int) -> list[str]:
    """Legal forms for so many groups, in a mixed order, eleven in twenty-six of them without a number."""
    plain = round(number * WITHOUT_NUMBER)
    forms = ["group"] * plain + rng.choices(["charity", "cio", "cic", "company"], (6, 5, 3, 1), k=number - plain)
    rng.shuffle(forms)
    return forms


def people(rng: Random, number: int, taken: set[str]) -> list[str]:
    """So many different names, given name and family name of one background, none taken and none of the cast's."""
    rows = read_rows("town/names")
    avoid = taken | {member.name for member in CAST}
    drawn: dict[str, None] = {}
    while len(drawn) < number:
        first = rng.choice(rows)
        last = rng.choice([row for row in rows if row["background"] == first["background"]])
        name = f"{first['given']} {last['family']}"
        if name not in avoid:
            drawn[name] = None
    return list(drawn)


def smaller(key: str, kind: str, area: dict[str, str], form: str, contact: str, book: Registers) -> DemoOrganisation:
    """One of the smaller groups, from its kind and its place."""
    rng, row, common = book.rng, read_toml("town/kinds")[kind], read_toml("town/common")
    place, ward = area["area"], area["ward24_code"]
    teller = Teller(rng, {"place": place})
    started = rng.randint(1988, 2023)
    return DemoOrganisation(
        key=key,
        name=teller.one(row["names"]),
        legal_form=form,
        charity_number=book.number(form, "charity"),
        company_number=book.number(form, "company"),
        address=book.address(place),
        postcode=book.postcode(ward),
        ward=ward,
        place=place,
        venue=rng.choice(common["venues"]),
        does=teller.one(row["does"]),
        communities=tuple(row["communities"]),
        wards=(ward, *neighbours(rng, ward)),
        citywide=False,
        languages=("en",),
        income_band=rng.choice(("under_5k", "5k_25k") if form == "group" else ("5k_25k", "25k_75k", "75k_150k")),
        started=started,
        contact=contact,
        email=email_of(contact),
        phone=book.phone(),
        ideas=tuple(row["ideas"]),
        voice=rng.choice(("warm", "dry", "careful", "proud") if started < 2012 else ("warm", "dry", "careful")),
        story="",
    )


def neighbours(rng: Random, ward: str) -> Sequence[str]:
    """None to two other wards whose people also come: those that share the postcode district."""
    rows = read_rows("places/postcodes")
    districts = {row["postcode"].split()[0] for row in rows if row["ward24_code"] == ward}
    near = sorted({row["ward24_code"] for row in rows if row["postcode"].split()[0] in districts} - {ward})
    return rng.sample(near, min(rng.randint(0, 2), len(near)))
