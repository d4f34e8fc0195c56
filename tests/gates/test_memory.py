"""The processes of one server share what they have imported, so that two of them weigh little more than one."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from bench.servers import ROOT

pytestmark = [pytest.mark.slow, pytest.mark.timeout(60)]

COPIED_MOST = 4
"""Megabytes that a process copies for itself when the collector looks at everything; 42 where all is left to it."""
PROBE = """
import gc, os
from pathlib import Path
from portal import app, config
from portal.cli import commands

def shared():
    lines = Path("/proc/self/smaps_rollup").read_text().splitlines()
    return sum(int(line.split()[1]) for line in lines if line.startswith("Shared_Dirty:")) / 1024

class OneProcess:
    def __init__(self, *_, **__):
        pass

    def serve(self):
        if os.fork():
            os.wait()
            return
        gc.disable()
        before = shared()
        gc.collect()
        print(before, before - shared(), flush=True)
        os._exit(0)

commands.Granian = OneProcess
commands.listen(0, config.from_environment())
"""


def test_what_is_imported_stays_shared_however_often_the_collector_looks(tmp_path: Path) -> None:
    environ = {**os.environ, "PORTAL_INSTANCE": str(tmp_path)}
    said = subprocess.run(
        [sys.executable, "-c", PROBE], cwd=ROOT, env=environ, check=True, capture_output=True, text=True
    )
    shared, copied = map(float, said.stdout.split())
    assert shared > 30
    assert copied < COPIED_MOST
