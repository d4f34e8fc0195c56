"""What an administrator does about background work."""

from portal.accounts.models import Person
from portal.db.session import action
from portal.history.actions import note
from portal.jobs import worker
from portal.kit.errors import NotAllowed
from portal.permissions import Permission, Someone


def run_now(name: str, *, by: Someone) -> bool:
    """Have the worker run a job at once; False where it runs already. Raises NotAllowed.

    The worker takes the job with a lease as ever, so pressing twice runs it once.
    """
    if not by.may(Permission.JOBS_RUN):
        raise NotAllowed()
    with action() as session:
        is_brought = worker.bring_forward(name)
        if is_brought:
            note(session.get_one(Person, by.person_id), "run_job", by=by, job=name)
    return is_brought
