"""The panel's row of a round: whoever shares out, declares, settles scores or decides holds it meanwhile."""

from sqlalchemy import select

from portal.assessments.models import Panel
from portal.db.session import db
from portal.funds.models import Round


def held(round_id: int) -> Panel:
    """The round's panel, held until the deed ends, and made with the round's budget where there is none yet.

    It is the first row that a deed on a round locks, so that two of them never wait for each other. Call it inside
    `action()`.
    """
    return read(round_id) or made(round_id)


def read(round_id: int) -> Panel | None:
    """The row as it stands now, locked."""
    return db.session.get(Panel, round_id, with_for_update=True, populate_existing=True)


def made(round_id: int) -> Panel:
    """A new row; the round's own row is held, so that of two who make it one finds the other's.

    A key-share lock lets applicants go on starting applications in this round.
    """
    budget = db.session.scalars(
        select(Round.budget_pence).where(Round.id == round_id).with_for_update(key_share=True)
    ).one()
    panel = read(round_id)
    if panel is None:
        panel = Panel(round_id=round_id, budget_pence=budget, committed_pence=0)
        db.session.add(panel)
        db.session.flush()
    return panel
