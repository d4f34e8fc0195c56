"""Lists of applications and of what belongs to them, newest first, a page at a time."""

from typing import Any

from sqlalchemy import Row

from portal.db.session import db
from portal.kit.paging import Page, decode_key, encode_key, page_of


def by_key(question: Any, key: Any, after: str | None, before: str | None, size: int) -> Page[Row[Any]]:
    """One page of a question, newest key first."""
    later, earlier = decode_key(after, 1), decode_key(before, 1)
    backwards = not later and bool(earlier)
    if later and isinstance(later[0], int):
        question = question.where(key < later[0])
    elif earlier and isinstance(earlier[0], int):
        question = question.where(key > earlier[0])
    order = key.asc() if backwards else key.desc()
    found = db.session.execute(question.order_by(order).limit(size + 1)).all()
    return page_of(found, lambda row: encode_key(row.id), came_after=bool(later), came_before=backwards, size=size)
