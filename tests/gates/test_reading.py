"""Everybody can read it: the reading age and the length of sentences of every page and letter, on the English source.

What partners read: at most 12 years, and 17 words in a sentence on average. What the council's own people read: at most
14 years and 20 words. No sentence by itself is harder than 17 (19) or longer than 30 words. A page with few words only
says too little to be measured by itself, so those are measured together.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import pytest
from sqlalchemy import select

from portal.assessments import decisions
from portal.db.session import db
from portal.demo.build import build
from portal.mail.models import Letter
from tests import reading, states
from tests.gates import towns
from tests.gates.conftest import IN_THE_FULL_TOWN, Town
from tests.gates.walk import Seen

FEW_WORDS = 60
FEW_IN_A_LETTER = 20
LONGEST = 30
ENOUGH_TO_MEASURE = 8
FOR_THE_COUNCIL = ("assessments.", "desk.inbox", "desk.find", "demo.")
PARTNERS_TOO = ("assessments.decision ",)
FOR_REVIEWERS = {"assessments/mail/shared"}


@dataclass(frozen=True, slots=True)
class Limit:
    """The highest reading age of a text and of any one sentence, and the most words in a sentence on average."""

    age: float
    hardest: float
    mean: float


PARTNERS, COUNCIL = Limit(12, 17, 17), Limit(14, 19, 20)
Texts = dict[str, list[str]]


@pytest.fixture(scope="module")
def plain(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Town]:
    """The town in English, with all that people and the council wrote in other letters."""
    app = towns.hidden_town(tmp_path_factory.mktemp("plain"), build)
    yield from towns.hidden_walk(app, IN_THE_FULL_TOWN)


def is_for_partners(name: str) -> bool:
    """Whether a page is one that partners read."""
    return name.startswith(PARTNERS_TOO) or not name.startswith(FOR_THE_COUNCIL)


def texts_of(seen: dict[str, Seen], which: Callable[[str], bool]) -> Texts:
    """The sentences of each of these pages, the small ones together."""
    found: Texts = {"all small pages": []}
    for name, one in seen.items():
        sentences = reading.sentences_of(reading.blocks_of(one.html))
        few = sum(len(each.split()) for each in sentences) < FEW_WORDS
        if which(name):
            found["all small pages" if few else name] = found.get("all small pages" if few else name, []) + sentences
    return {name: sorted(set(sentences)) for name, sentences in found.items() if sentences}


def letters_of(town: Town) -> Texts:
    """The sentences of each letter, with its subject."""
    with town.app.test_request_context():
        decisions.release(states.round_of("summer"), by=states.someone("martin"))
        new = select(Letter).where(Letter.id > town.app.extensions["letters_before"])
        found = {letter.template: letter for letter in db.session.scalars(new)}
        texts = {name: reading.sentences_of([f"{one.subject}.", *one.text.splitlines()]) for name, one in found.items()}
        db.session.remove()
    return texts


def why_hard(sentence: str, limit: Limit) -> str:
    """What is wrong with one sentence by itself; nothing where all is well."""
    one = reading.measured([sentence])
    if one.words > LONGEST:
        return f"{one.words} words"
    return f"reading age {one.age}" if one.words >= ENOUGH_TO_MEASURE and one.age > limit.hardest else ""


def faults(texts: Texts, limit: Limit) -> str:
    """What is too hard to read, a line each."""
    found = []
    for name, sentences in texts.items():
        one = reading.measured(sentences)
        if one.age > limit.age or one.mean > limit.mean:
            found.append(f"{name}: reading age {one.age}, {one.mean} words a sentence ({one.words} words)")
        found += [f"{name}: {why}: {each}" for each in sentences if (why := why_hard(each, limit))]
    return "\n".join(found)


def test_partners_can_read_every_page(plain: Town) -> None:
    texts = texts_of(plain.seen, is_for_partners)
    assert len(texts) > 20
    assert not (found := faults(texts, PARTNERS)), found


def test_the_council_can_read_every_page(plain: Town) -> None:
    texts = texts_of(plain.seen, lambda name: not is_for_partners(name))
    assert len(texts) > 20
    assert not (found := faults(texts, COUNCIL)), found


def test_everybody_can_read_every_letter(plain: Town) -> None:
    texts = letters_of(plain)
    there = {str(path.relative_to(towns.TEMPLATES))[:-4] for path in towns.TEMPLATES.glob("*/mail/*.txt")}
    assert set(texts) == there
    assert min(sum(len(each.split()) for each in sentences) for sentences in texts.values()) >= FEW_IN_A_LETTER
    ours = {name: texts[name] for name in there - FOR_REVIEWERS}
    assert not (found := faults(ours, PARTNERS)), found
    assert not (found := faults({name: texts[name] for name in FOR_REVIEWERS}, COUNCIL)), found
