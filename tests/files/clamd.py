"""ClamAV's own daemon on a socket of this machine, with one signature of ours, since none can be fetched here."""

import shutil
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from portal.files.scanner import is_there
from portal.filing import Scanner

MARKER = b"JOIN-THE-DOTS-TEST-VIRUS-7f3a"
SIGNATURE = f"JoinTheDots.Test:0:*:{MARKER.hex()}\n"
CONF = """\
Foreground yes
LocalSocket {folder}/clamd.ctl
DatabaseDirectory {folder}/db
TemporaryDirectory {folder}
PidFile {folder}/clamd.pid
MaxThreads 2
"""


@contextmanager
def running() -> Iterator[Scanner]:
    """A daemon that has started; the folder's name is short, because a socket's has to be."""
    with tempfile.TemporaryDirectory(prefix="clamd") as name:
        folder = Path(name)
        (folder / "db").mkdir()
        (folder / "db" / "own.ndb").write_text(SIGNATURE)
        (folder / "clamd.conf").write_text(CONF.format(folder=folder))
        program = shutil.which("clamd") or "/usr/sbin/clamd"
        daemon = subprocess.Popen([program, f"--config-file={folder}/clamd.conf"], stdout=subprocess.DEVNULL)
        there = Scanner(socket=f"{folder}/clamd.ctl")
        try:
            end = time.monotonic() + 30
            while not is_there(there):
                assert daemon.poll() is None, "clamd stopped at once"
                assert time.monotonic() < end, "clamd does not start"
                time.sleep(0.1)
            yield there
        finally:
            daemon.terminate()
            daemon.wait(20)
