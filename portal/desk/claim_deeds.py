"""How deeds about the inbox itself are told: who took what waits, and who saved a view.

Of which thing, it is not told: only in which queue it waited. So it cannot tell more than the thing's own page.
"""

from collections.abc import Mapping
from typing import Any

from portal.desk.queues import BY_CODE
from portal.history.telling import Kind, sayings
from portal.kit.text import N_
from portal.web.words import translated


def queue(facts: Mapping[str, Any]) -> dict[str, str]:
    """What the queue is called."""
    work = BY_CODE.get(str(facts.get("queue")))
    return {"queue": translated(work.title) if work else ""}


KINDS = (
    Kind(
        "waiting",
        N_("Who does what"),
        sayings(
            {
                "take": N_("{who} took something that waited: {queue}"),
                "take_over": N_("{who} took something over from a colleague: {queue}"),
                "hand_over": N_("{who} handed something to a colleague: {queue}"),
                "give_back": N_("{who} gave something back: {queue}"),
                "lapse": N_("{who} gave something back that no longer waited for who had it: {queue}"),
            }
        ),
        fill=queue,
    ),
    Kind(
        "saved_view",
        N_("View of the inbox"),
        sayings(
            {
                "keep": N_("{who} saved a view of their inbox"),
                "rename": N_("{who} changed a view of their inbox"),
                "remove": N_("{who} removed a view of their inbox"),
            }
        ),
    ),
)
