"""The ground floor's own jobs: forget which forms were sent, and which workers there were."""

import datetime as dt

from portal.db.session import forget_old_forms
from portal.jobs.registry import job
from portal.jobs.worker import forget_workers
from portal.kit.text import N_

forget_forms = job("forget_forms", dt.timedelta(hours=6), N_("Forget which forms were sent"))(forget_old_forms)
forget_dead_workers = job("forget_workers", dt.timedelta(days=1), N_("Forget workers that are gone"))(forget_workers)
