"""The e-mails of a journey, as the people to whom they went read them."""

import re

from sqlalchemy import select

from portal.db.session import db
from portal.mail.models import Letter


def letters_to(email: str) -> list[Letter]:
    """Everything that was written to an address, oldest first."""
    db.session.rollback()
    return list(db.session.scalars(select(Letter).where(Letter.to_address == email).order_by(Letter.id)))


def newest_to(email: str) -> Letter:
    """The last e-mail to an address."""
    return letters_to(email)[-1]


def subjects_to(email: str) -> list[str]:
    """What stands above each e-mail to an address, oldest first."""
    return [letter.subject for letter in letters_to(email)]


def code_in(letter: Letter) -> str:
    """The six digits in an e-mail."""
    found = re.search(r"\b\d{6}\b", letter.text)
    assert found is not None
    return found.group()


def link_in(letter: Letter) -> str:
    """The first link in an e-mail."""
    found = re.search(r"https?://\S+", letter.text)
    assert found is not None
    return found.group()
