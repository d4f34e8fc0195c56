"""The ground floor's own job: forget which forms were sent, once nobody can send them again."""

import datetime as dt

from portal.db.session import forget_old_forms
from portal.jobs.registry import job

forget_forms = job("forget_forms", every=dt.timedelta(hours=6))(forget_old_forms)
