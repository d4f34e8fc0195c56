"""What the worker does with files: look at those that wait, and once an hour remove what nobody uses."""

import datetime as dt

from portal.files.actions import remove_unused
from portal.files.holding import forget_held_up
from portal.files.preparing import prepare_next
from portal.jobs.registry import job, pump
from portal.kit.text import N_

look_at_files = pump("files")(prepare_next)
forget_after_backups = pump("held_up")(forget_held_up)
remove_files = job("remove_files", dt.timedelta(hours=1), N_("Remove files that nothing uses"))(remove_unused)
