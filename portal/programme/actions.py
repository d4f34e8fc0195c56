"""Keeping the council's own words."""

from sqlalchemy import delete
from sqlalchemy.orm import Session

from portal.db.session import action
from portal.history.actions import note
from portal.permissions import PORTAL, Someone
from portal.programme import queries
from portal.programme.models import Council, Term
from portal.programme.vocabulary import Vocabulary


def load(words: Vocabulary, *, by: Someone = PORTAL) -> int:
    """Put these words in the place of all that were there; how many terms there are now."""
    with action() as session:
        council = session.get(Council, 1) or Council(id=1)
        for name, value in words.council.items():
            setattr(council, name, value)
        session.add(council)
        count = replace_terms(session, words)
        note(council, "load_words", by=by, terms=count)
    queries.forget()
    return count


def replace_terms(session: Session, words: Vocabulary) -> int:
    """Write every vocabulary anew, each word at its place in the list; how many words."""
    session.execute(delete(Term))
    rows = [
        Term(kind=kind, code=code, label=label, position=position)
        for kind, pairs in words.terms.items()
        for position, (code, label) in enumerate(pairs)
    ]
    session.add_all(rows)
    return len(rows)
