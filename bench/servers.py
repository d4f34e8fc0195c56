"""The portal (or the bare pages beside it) under a server of its own, as a process tree whose work can be counted."""

import contextlib
import os
import signal
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
BIN = Path(sys.executable).parent
ABSENT = ROOT / "bench" / "absent"
TICK = os.sysconf("SC_CLK_TCK")
PAGE = os.sysconf("SC_PAGE_SIZE")
PATIENCE = 30.0  # seconds
SERVERS, THREADS = 2, 4
KINDS = ("flask", "granian", "gunicorn", "waitress")
PORTAL, BARE = "portal.site:create_site", "bench.bare:db"


def free_port() -> int:
    """A port of this machine that nobody uses."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port: int = free.getsockname()[1]
        return port


def command(kind: str, app: str, port: int) -> list[str]:
    """What starts a server of that kind, with as many processes and threads as `flask serve` (“flask”) has."""
    makes = app == PORTAL
    match kind:
        case "flask":
            return ["flask", "--app", "portal.app", "serve", "--alone", "--port", str(port)]
        case "granian":
            words = [
                "granian",
                "--interface",
                "wsgi",
                "--host",
                "127.0.0.1",
                "--port",
                str(port),
                "--log-level",
                "error",
            ]
            words += ["--workers", str(SERVERS), "--blocking-threads", str(THREADS)]
            return [*words, *(["--factory"] if makes else []), app]
        case "gunicorn":
            words = ["gunicorn", "--bind", f"127.0.0.1:{port}", "--workers", str(SERVERS), "--threads", str(THREADS)]
            return [*words, "--log-level", "error", "--no-control-socket", app + ("()" if makes else "")]
        case "waitress":
            words = ["waitress-serve", "--listen", f"127.0.0.1:{port}", "--threads", str(SERVERS * THREADS)]
            return [*words, *(["--call"] if makes else []), app]
    raise ValueError(kind)


@dataclass(frozen=True, slots=True)
class Serving:
    """A server that answers: its address, and the process that all its others come from."""

    address: str
    process: subprocess.Popen[bytes]

    def kill(self) -> None:
        """Pull its plug: every process of it, at once, with no chance to finish anything."""
        os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait(PATIENCE)


def start(
    environ: Mapping[str, str], app: str = PORTAL, kind: str = "granian", port: int = 0, log: Path | None = None
) -> Serving:
    """Start a server and wait until it answers; `log` keeps what it says. Raises RuntimeError when it does not."""
    port = port or free_port()
    words = command(kind, app, port)
    surroundings = {**os.environ, "PYTHONPATH": f"{ABSENT}:{ROOT}", **environ}
    with tempfile.TemporaryFile() as said, open(log or os.devnull, "ab") as kept:
        process = subprocess.Popen(
            [BIN / words[0], *words[1:]],
            cwd=ROOT,
            env=surroundings,
            stdout=kept,
            stderr=said,
            start_new_session=True,
        )
        serving = Serving(f"http://127.0.0.1:{port}", process)
        until = time.monotonic() + PATIENCE
        while not answers(serving.address):
            if process.poll() is not None or time.monotonic() > until:
                with contextlib.suppress(ProcessLookupError):
                    os.killpg(process.pid, signal.SIGKILL)
                said.seek(0)
                raise RuntimeError(f"{kind} does not serve {app}: {said.read().decode()[-2000:]}")
            time.sleep(0.05)
    return serving


def answers(address: str) -> bool:
    """Whether anything answers there, if only with an error."""
    try:
        urllib.request.urlopen(address, timeout=5).close()
    except urllib.error.HTTPError:
        return True
    except OSError:
        return False
    return True


def stop(serving: Serving) -> None:
    """End a server in order, or by force when it takes too long."""
    serving.process.terminate()
    try:
        serving.process.wait(10)
    except subprocess.TimeoutExpired:
        serving.kill()


@contextmanager
def serving(environ: Mapping[str, str], app: str = PORTAL, kind: str = "granian") -> Iterator[Serving]:
    """A server for as long as the block lasts."""
    running = start(environ, app, kind)
    try:
        yield running
    finally:
        stop(running)


@contextmanager
def working(environ: Mapping[str, str], log: Path | None = None) -> Iterator[subprocess.Popen[bytes]]:
    """The portal's worker for as long as the block lasts; `log` keeps what it says."""
    words = [BIN / "flask", "--app", "portal.app", "worker"]
    with open(log or os.devnull, "ab") as said:
        process = subprocess.Popen(words, cwd=ROOT, env={**os.environ, **environ}, stdout=said, stderr=said)
    try:
        yield process
    finally:
        process.terminate()
        process.wait(60)


def tree(pid: int) -> list[int]:
    """A process and all that come from it."""
    parents: dict[int, list[int]] = {}
    for path in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = path.read_text().rsplit(")", 1)[1].split()
        except OSError:
            continue
        parents.setdefault(int(fields[1]), []).append(int(path.parent.name))
    found = [pid]
    for one in found:
        found += parents.get(one, [])
    return found


def cpu_seconds(*pids: int) -> float:
    """What these processes, and all that come or came from them, have worked so far."""
    ticks = 0
    for one in {each for pid in pids for each in tree(pid)}:
        try:
            fields = Path(f"/proc/{one}/stat").read_text().rsplit(")", 1)[1].split()
        except OSError:
            continue
        ticks += sum(map(int, fields[11:15]))  # its own and its finished children's, in user and in system mode
    return ticks / TICK


def memory_megabytes(pid: int) -> float:
    """What a process tree holds, shared pages counted once for each process that maps them alone (PSS)."""
    kilobytes = 0
    for each in tree(pid):
        try:
            lines = Path(f"/proc/{each}/smaps_rollup").read_text().splitlines()
        except OSError:
            continue
        kilobytes += sum(int(line.split()[1]) for line in lines if line.startswith("Pss:"))
    return kilobytes / 1024


def calibration() -> float:
    """Milliseconds that a fixed piece of work takes on this machine just now."""
    began = time.perf_counter()
    sum(number * number % 7 for number in range(1_000_000))
    return (time.perf_counter() - began) * 1000
