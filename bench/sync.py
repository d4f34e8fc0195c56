"""A look from outside the processes, by strace: what is synced to the disk when, and when answers leave."""

import contextlib
import io
import re
import shutil
import subprocess
import threading
import time
from collections import Counter
from pathlib import Path

from bench.seed import seed_drafts
from bench.servers import serving, tree
from bench.writers import Writer

DONE = re.compile(r"^\d+ +([\d.]+) (?:f(?:data)?sync\(.*= 0|<\.\.\. f(?:data)?sync resumed>.*= 0)")
ANSWER = re.compile(r"^\d+ +([\d.]+) (?:write|writev|sendto|sendmsg)\(.*HTTP/1\.1 303")
ASKED = re.compile(r"^\d+ +([\d.]+) (?:read|readv|recvfrom|recvmsg|<\.\.\. (?:read|recvfrom) resumed>).*POST /")
CALLS = "trace=fsync,fdatasync,read,recvfrom,write,writev,sendto,sendmsg"


def watch(url: str, folder: Path, times: int, postgres: int | None) -> tuple[int, int]:
    """How many forms were answered, and before how many of the answers something was synced since the form came.

    One person alone saves, so that no sync can be anybody else's. Needs strace, and the right to look.
    """
    if not shutil.which("strace"):
        raise SystemExit("strace is missing. On Debian: apt-get install strace")
    with contextlib.redirect_stdout(io.StringIO()):
        _, drafts = seed_drafts(url, folder, 1 + times // 5)
    log = folder / "strace"
    up = threading.Event()
    up.set()
    environ = {"DATABASE_URL": url, "PORTAL_INSTANCE": str(folder), "PORTAL_PROCESSES": "1"}
    with serving(environ, kind="flask") as portal:
        pids = [portal.process.pid, *([postgres] if postgres else [])]
        looked = [f"--attach={pid}" for one in pids for pid in tree(one)]
        command = ["strace", "-f", "-ttt", "-s", "24", "-e", CALLS, "-o", log, *looked]
        looking = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        time.sleep(2)
        writer = Writer(portal.address, drafts, up)
        writer.thread.start()
        while writer.told() < times * 2 and writer.thread.is_alive():
            time.sleep(0.1)
        writer.finish()
        writer.thread.join(60)
        looking.terminate()
        looking.wait(20)
    return count(log.read_text(errors="replace").splitlines())


def count(lines: list[str]) -> tuple[int, int]:
    """Of the forms that came and were answered by leading on, how many had a finished sync between."""
    found: Counter[str] = Counter()
    came = synced = 0.0
    for line in lines:
        if asked := ASKED.match(line):
            came = float(asked[1])
        elif done := DONE.match(line):
            synced = float(done[1])
        elif (answer := ANSWER.match(line)) and came:
            found["answers"] += 1
            found["synced"] += came <= synced <= float(answer[1])
            came = 0.0
    return found["answers"], found["synced"]
