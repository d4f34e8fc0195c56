"""The processes of one server share what they have imported and read, so that two weigh little more than one."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from bench.servers import ROOT

pytestmark = [pytest.mark.slow, pytest.mark.timeout(120)]

COPIED_MOST = 4
"""Megabytes that a process copies for itself when the collector looks at everything; 42 where all is left to it."""
OWN_MOST = 24
"""Megabytes that a process has for itself after its first pages, in four threads; 40 where each makes its own site."""
PROBE = """
import gc, json, os, sys, threading
from pathlib import Path
from portal import server
from portal.cli import serving
from portal.db.session import db

def held(kind):
    lines = Path("/proc/self/smaps_rollup").read_text().splitlines()
    return sum(int(line.split()[1]) for line in lines if line.startswith(kind)) / 1024

def open_pages(site):
    for _ in range(10):
        for path in ("/sign-in", "/accessibility", "/contact"):
            assert site.test_client().get(path).status_code == 200

class OneProcess:
    def __init__(self, *_, **__):
        pass

    def serve(self, target_loader, wrap_loader):
        with site.app_context():
            connections = db.engine.pool.checkedin() + db.engine.pool.checkedout()
        if os.fork():
            os.wait()
            return
        heavy = "alembic flask_migrate portal.cli.commands psycopg pdb icalendar obstore cryptography segno weasyprint"
        needless = {*heavy.split()} & sys.modules.keys()
        gc.disable()
        shared = held("Shared_Dirty:")
        gc.collect()
        copied = shared - held("Shared_Dirty:")
        gc.enable()
        threads = [threading.Thread(target=open_pages, args=[target_loader()]) for _ in range(4)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        found = {"shared": shared, "copied": copied, "own": held("Private_Dirty:"), "connections": connections}
        print(json.dumps(found | {"needless": sorted(needless)}), flush=True)
        os._exit(0)

serving.Granian = OneProcess
if os.fork() == 0:
    from flask_migrate import upgrade
    from portal.app import create_app
    with create_app().app_context():
        upgrade()
    os._exit(0)
os.wait()
site = server.create_site()
with site.app_context():
    serving.listen(site, 0, site.extensions["portal_settings"])
"""


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """What a process of the server's held and shared, in megabytes, and what it came with."""
    environ = {**os.environ, "PORTAL_INSTANCE": str(tmp_path_factory.mktemp("instance")), "DATABASE_URL": ""}
    said = subprocess.run(
        [sys.executable, "-c", PROBE], cwd=ROOT, env=environ, check=True, capture_output=True, text=True
    )
    told: dict[str, Any] = json.loads(said.stdout.splitlines()[-1])
    return told


def test_what_is_imported_stays_shared_however_often_the_collector_looks(found: dict[str, Any]) -> None:
    assert found["shared"] > 60
    assert found["copied"] < COPIED_MOST


def test_a_process_needs_little_for_itself_beside_what_it_shares(found: dict[str, Any]) -> None:
    assert found["own"] < OWN_MOST


def test_no_connection_is_shared(found: dict[str, Any]) -> None:
    assert found["connections"] == 0


def test_nothing_is_loaded_that_only_commands_or_the_other_database_need(found: dict[str, Any]) -> None:
    assert found["needless"] == []


def test_a_database_that_does_not_answer_yet_stops_no_server(tmp_path: Path) -> None:
    environ = {**os.environ, "PORTAL_INSTANCE": str(tmp_path), "DATABASE_URL": "postgresql://nobody@127.0.0.1:1/none"}
    words = (
        "from portal import app\nfrom portal.cli import serving\nsite = app.create_app()\n"
        "with site.app_context():\n    serving.warm(site)\nprint('goes on')"
    )
    said = subprocess.run(
        [sys.executable, "-c", words], cwd=ROOT, env=environ, check=True, capture_output=True, text=True
    )
    assert said.stdout.splitlines()[-1] == "goes on"
