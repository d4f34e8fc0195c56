"""The portal comes back by itself, and what it said stays true: a small part of `bench/faults.py`."""

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from bench import faults
from bench.servers import BIN, ROOT, free_port, tree
from bench.sync import count

pytestmark = [pytest.mark.slow, pytest.mark.timeout(300)]


def test_postgres_may_be_restarted(tmp_path: Path) -> None:
    assert faults.restarts(1, tmp_path)


def test_the_disk_may_be_full(tmp_path: Path) -> None:
    assert faults.disk(1, tmp_path)


def test_a_server_told_to_stop_while_it_starts_stops(tmp_path: Path) -> None:
    environ = {**os.environ, "PORTAL_INSTANCE": str(tmp_path), "DATABASE_URL": f"sqlite:///{tmp_path / 'none.sqlite3'}"}
    serve = [BIN / "flask", "--app", "portal.app", "serve", "--alone", "--port", str(free_port())]
    process = subprocess.Popen(serve, cwd=ROOT, env=environ, stdout=subprocess.DEVNULL)
    while len(tree(process.pid)) < 3:
        time.sleep(0.002)
    process.terminate()
    began = time.monotonic()
    assert process.wait(60) == 0
    assert time.monotonic() - began < 20


def test_a_process_told_to_stop_while_it_is_being_made_stops() -> None:
    """Told by what runs in it before anything else of ours does: so no luck is needed to be early enough."""
    told_early = """
import multiprocessing, os, signal, time
from portal.cli.stopping import listen_from_the_start
signal.signal(signal.SIGTERM, lambda *_: None)
os.register_at_fork(after_in_child=lambda: os.kill(os.getpid(), signal.SIGTERM))
listen_from_the_start()
child = multiprocessing.get_context("fork").Process(target=time.sleep, args=(20,))
child.start()
child.join()
assert child.exitcode == -signal.SIGTERM, child.exitcode
assert not signal.pthread_sigmask(signal.SIG_BLOCK, ())
"""
    subprocess.run([sys.executable, "-c", told_early], cwd=ROOT, check=True, timeout=60)


def test_a_word_to_stop_that_wakes_nobody_is_heard() -> None:
    """Given to another thread, it wakes the main one as little as where that was just going to sleep."""
    asleep = """
import signal, threading, time
from portal.cli.stopping import hear_asleep
told = threading.Event()
signal.signal(signal.SIGTERM, lambda *_: told.set())
hear_asleep()
other = threading.Thread(target=time.sleep, args=(30,), daemon=True)
other.start()
threading.Timer(0.2, signal.pthread_kill, (other.ident, signal.SIGTERM)).start()
told.wait()
"""
    subprocess.run([sys.executable, "-c", asleep], cwd=ROOT, check=True, timeout=30)


def test_a_sync_that_comes_too_late_would_be_seen() -> None:
    asked, synced = '1 1.0 recvfrom(3, "POST /applications/1", 24) = 9', "2 2.0 fdatasync(7) = 0"
    answer, begun = '3 3.0 writev(3, "HTTP/1.1 303 See", 1) = 9', "2 2.0 fdatasync(7 <unfinished ...>"
    resumed = "2 4.0 <... fdatasync resumed>) = 0"
    assert count([asked, synced, answer]) == (1, 1)
    assert count([asked, answer, synced]) == (1, 0)
    assert count([synced.replace("2.0", "0.5"), asked, answer]) == (1, 0)
    assert count([asked, begun, answer, resumed]) == (1, 0)
    assert count([asked, synced, answer, answer]) == (1, 1)
