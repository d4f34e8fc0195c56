"""Applications that a council person finds by words, among those that they may read and in what they may read of them.

Who reads what was shared with them has each of these read through, and no index asked: where names are hidden, in the
words without those. So neither what is found, nor its order, nor how long it takes tells whose an application is.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, case, false, literal, not_, or_, select, union_all

from portal.applications.change_queries import answers_as_sent
from portal.applications.naming import Names, known_names, without_names
from portal.applications.queries import lists
from portal.applications.reading import Reading, parts_of
from portal.applications.words import EVERYTHING, WORDS, lines_in
from portal.assessments.access import READER, Reads, readable, reads
from portal.assessments.tables import APPLICATIONS, ASSESSMENTS, ORGANISATIONS, ROUNDS
from portal.db.base import BigKey
from portal.db.fulltext import reads as reads_words
from portal.db.session import db
from portal.funds.queries import form_of, shelve
from portal.kit.finding import Asked, Piece, excerpt
from portal.kit.paging import PAGE_SIZE, Page, decode_key, encode_key, page_of
from portal.organisations.models import RECORD, STANDS
from portal.organisations.one import is_of_any
from portal.permissions import Someone

OF_ONE_CALLED_SO, HAS_WORDS = 0, 1
"""First those of an organisation that was found, then those in which the words occur; the last sent first."""
Place = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Found:
    """One application as it is listed. Where names are hidden, title and organisation are empty."""

    ref: str
    title: str
    organisation: str
    round: str
    state: str
    excerpt: tuple[Piece, ...]


def found(
    wanted: Asked, organisations: Collection[int], someone: Someone, after: str | None = None, size: int = PAGE_SIZE
) -> Page[Found]:
    """A page of the applications in which all the words occur, or of these organisations, which stand.

    The organisations have to be known to this person by what they may know of them.
    """
    way, place = reads(someone), place_in(after)
    if way is Reads.NOTHING:
        return Page([], None, None)
    question = (all_question if way is Reads.ALL else shared_question)(wanted, organisations, place, size + 1)
    rows = db.session.execute(question, {"reader": someone.person_id}).all()
    page = page_of(rows, key_of, came_after=place is not None, came_before=False, size=size)
    return Page(with_excerpts(page.rows, wanted), page.after, page.before)


def all_question(wanted: Asked, organisations: Collection[int], place: Place | None, size: int) -> Select[Any]:
    """The question for whoever reads all that was sent: two streams, each as its index has it."""
    theirs = of_any(organisations)
    words = and_(EVERYTHING.has(wanted), not_(theirs)) if organisations else EVERYTHING.has(wanted)
    # An organisation's applications are few, and come by its own index: nothing is to go through all words for them.
    few = WORDS.c.id + 0
    streams = [stream(EVERYTHING.joined(), EVERYTHING.place(), HAS_WORDS, words, place, size)]
    if organisations and (place is None or place[0] == OF_ONE_CALLED_SO):
        streams.append(stream(WORDS, few, OF_ONE_CALLED_SO, theirs, place, size))
    some = union_all(*(select(each.subquery()) for each in streams)).subquery()
    return select(some).order_by(some.c.tier, some.c.id.desc()).limit(size)


def stream(
    source: Any, key: Any, tier: int, wanted: ColumnElement[bool], place: Place | None, size: int
) -> Select[Any]:
    """The last sent of one of the two sorts."""
    columns = (literal(tier, BigKey).label("tier"), APPLICATIONS.c.title, ORGANISATIONS.c.name.label("organisation"))
    rows = listed(source, *columns, false().label("hidden")).where(wanted, readable(Reads.ALL))
    rows = rows.order_by(key.desc()).limit(size)
    return rows.where(key < place[1]) if place and place[0] == tier else rows


def shared_question(wanted: Asked, organisations: Collection[int], place: Place | None, size: int) -> Select[Any]:
    """The question for a reviewer: theirs, read through."""
    hidden, key = ROUNDS.c.names_hidden, WORDS.c.id + 0
    theirs = and_(not_(hidden), of_any(organisations))
    written = case((hidden, WORDS.c.rest), else_=WORDS.c.naming + " " + WORDS.c.rest)
    tier = case((theirs, OF_ONE_CALLED_SO), else_=HAS_WORDS)
    shown = [case((hidden, ""), else_=column) for column in (APPLICATIONS.c.title, ORGANISATIONS.c.name)]
    rows = (
        listed(WORDS, tier.label("tier"), shown[0].label("title"), shown[1].label("organisation"))
        .add_columns(hidden.label("hidden"))
        .join(ASSESSMENTS, ASSESSMENTS.c.application_id == APPLICATIONS.c.id)
        .where(ASSESSMENTS.c.reviewer_id == READER, ASSESSMENTS.c.state != "stood_down")
        .where(readable(Reads.SHARED, own_reading=True), or_(theirs, reads_words([written], wanted)))
    )
    if place is not None:
        rows = rows.where(or_(tier > place[0], and_(tier == place[0], key < place[1])))
    return rows.order_by(tier, key.desc()).limit(size)


def listed(source: Any, *columns: Any) -> Select[Any]:
    """The question for applications by their words, with what is listed of each."""
    names = ("ref", "state", "round_id", "form_number", "submitted_at", "organisation_id", "signed_name")
    return (
        select(WORDS.c.id, WORDS.c.application_id, ROUNDS.c.title.label("round"))
        .add_columns(*(APPLICATIONS.c[name] for name in names), *columns)
        .select_from(source)
        .join(APPLICATIONS, APPLICATIONS.c.id == WORDS.c.application_id)
        .join(ROUNDS, ROUNDS.c.id == APPLICATIONS.c.round_id)
        .join(RECORD, RECORD.c.id == APPLICATIONS.c.organisation_id)
        .join(ORGANISATIONS, ORGANISATIONS.c.id == STANDS)
    )


def of_any(organisations: Collection[int]) -> ColumnElement[bool]:
    """True of applications of any of these organisations, in whichever record."""
    return is_of_any(APPLICATIONS.c.organisation_id, list(organisations)) if organisations else false()


def with_excerpts(rows: Sequence[Any], wanted: Asked) -> list[Found]:
    """The rows, each with the answer in which most of the words stand, in at most three statements more."""
    known = known_names([row.organisation_id for row in rows if row.hidden])
    answers = answers_as_sent([row.application_id for row in rows])
    shelve((row.round_id, row.form_number) for row in rows)
    return [
        Found(
            row.ref,
            row.title,
            row.organisation,
            row.round,
            row.state,
            excerpt(lines_in(reading_of(row, answers[row.application_id], known)), wanted),
        )
        for row in rows
    ]


def reading_of(row: Any, answers: Mapping[str, Any], known: Mapping[int, set[str]]) -> Reading:
    """An application as this person may read it."""
    form = form_of(row.round_id, row.form_number)
    reading = Reading(row.ref, parts_of(form, answers, lists()))
    if not row.hidden:
        return reading
    return without_names(reading, form, Names(row, answers, known.get(row.organisation_id, set())))


def place_in(word: str | None) -> Place | None:
    """The place in the list that a word in an address names, or None for any other word."""
    match decode_key(word, 2):
        case [int(tier), int(id)]:
            return tier, id
    return None


def key_of(row: Any) -> str:
    """An application's place in the list, for an address."""
    return encode_key(row.tier, row.id)
