"""Every queue of the house, in the order in which work flows."""

from collections.abc import Callable

from portal.assessments import decision_queues, queues
from portal.kit.queues import Queue
from portal.permissions import Permission as P
from portal.permissions import Someone
from portal.upkeep import queues as upkeep

Ask = Callable[[Someone], Queue]

QUEUES: tuple[tuple[P, Ask], ...] = (
    (P.APPLICATION_TRIAGE, queues.to_triage),
    (P.ASSESSMENT_SCORE, queues.to_declare),
    (P.ASSESSMENT_SHARE, queues.to_share),
    (P.ASSESSMENT_SCORE, queues.to_score),
    (P.ASSESSMENT_SHARE, queues.needs_third),
    (P.DECISION_PROPOSE, decision_queues.to_propose),
    (P.DECISION_CONFIRM, decision_queues.to_confirm),
    (P.DECISION_RELEASE, decision_queues.to_release),
    (P.OUTBOX_RESEND, upkeep.failed_letters),
)


def of(someone: Someone) -> list[Queue]:
    """The queues that this person's roles are asked to empty."""
    return [ask(someone) for needs, ask in QUEUES if someone.may(needs)]
