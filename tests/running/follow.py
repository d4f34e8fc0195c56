"""Follow docs/running.md, command by command, on an empty machine: real nginx, real PostgreSQL, TLS, and no short cuts.

    python -m tests.running.follow

The machine is this one's own programs under a file system of their own (an overlay that is gone afterwards), with its
own processes. Only the values of step 2 are others than the page says: where the copy of the portal is, and a mail
server that keeps what it gets. Where there is no systemd, `systemctl.py` runs the lines of the units as they are
written. While the portal is renewed, people go on asking; none of them may be turned away. Needs root.
"""

import argparse
import contextlib
import http.client
import os
import re
import shutil
import socket
import ssl
import subprocess
import sys
import tempfile
import threading
import time
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from email.message import Message
from pathlib import Path
from typing import Any
from urllib.parse import urlencode, urlsplit

from aiosmtpd.controller import Controller

ROOT = Path(__file__).resolve().parents[2]
PAGE = ROOT / "docs" / "running.md"
HOST, MAIL_PORT = "partners.example.gov.uk", 11025
VERSIONS = ("v0.3.0", "v0.4.0")
ADMINISTRATOR = "first.last@example.gov.uk"
VALUES = {"MAIL_SERVER": f"smtp://127.0.0.1:{MAIL_PORT}", "SOURCE": "/srv/source.git"}
BLOCK = re.compile(r"^```sh\n(.*?)^```$", re.DOTALL | re.MULTILINE)
# What systemd itself thinks of the units, where it is there to be asked.
JUDGE = """if command -v systemd-analyze; then
  systemd-analyze verify /etc/systemd/system/join-the-dots*.service
  systemd-analyze security --offline=true --threshold=20 /etc/systemd/system/join-the-dots-worker.service
fi"""
INSIDE = "PORTAL_FOLLOW_INSIDE"
FORGED = {
    "Forwarded": "for=10.0.0.1;host=evil.example;proto=http",
    "X-Forwarded-For": "10.0.0.1",
    "X-Forwarded-Host": "evil.example",
    "X-Forwarded-Proto": "http",
    "X-Forwarded-Prefix": "/evil",
}
"""What a sender may claim about itself; every request here does, and none may be believed."""
Block = tuple[int, str]


def blocks(page: str) -> list[Block]:
    """The page's commands: each block with the line that it begins on."""
    return [(page[: found.start()].count("\n") + 2, found.group(1)) for found in BLOCK.finditer(page)]


def fitted(commands: str) -> str:
    """The same, with the values that differ here."""
    for name, value in VALUES.items():
        commands = re.sub(rf"^{name}=.*$", f"{name}={value}", commands, flags=re.MULTILINE)
    return commands


@contextlib.contextmanager
def machine() -> Iterator[Path]:
    """An empty machine's root folder. Its mounts go with the namespace that this runs in."""
    with tempfile.TemporaryDirectory(prefix="jtd-machine-") as scratch:
        run("mount", "-t", "tmpfs", "-o", "size=4g", "none", scratch)
        above, work, root = (Path(scratch, name) for name in ("above", "work", "root"))
        for path in (above, work, root):
            path.mkdir()
        run("mount", "-t", "overlay", "overlay", "-o", f"lowerdir=/,upperdir={above},workdir={work}", str(root))
        for name in ("dev", "sys"):
            run("mount", "--rbind", f"/{name}", str(root / name))
        run("mount", "-t", "proc", "proc", str(root / "proc"))
        run("mount", "-t", "tmpfs", "none", str(root / "run"))
        for name in ("opt/join-the-dots", "etc/join-the-dots", "var/lib/join-the-dots"):
            shutil.rmtree(root / name, ignore_errors=True)
        try:
            yield root
        finally:
            subprocess.run(["umount", "--recursive", "--lazy", scratch], check=False)


def run(*words: str) -> None:
    """One command that has to work."""
    subprocess.run(words, check=True)


def furnish(root: Path) -> None:
    """Put there what a council brings: a copy of the portal, with its versions; and a systemctl where there is none."""
    source = root / "srv" / "source.git"
    run("git", "clone", "--quiet", "--bare", "--no-local", f"file://{ROOT}", str(source))
    for version in VERSIONS:
        run("git", "--git-dir", str(source), "tag", "--force", version, "HEAD")
    (root / "run" / "postgresql").mkdir(mode=0o775)
    shutil.chown(root / "run" / "postgresql", "postgres", "postgres")
    stand_in = root / "usr" / "local" / "sbin" / "systemctl"
    shutil.copy(Path(__file__).with_name("systemctl.py"), stand_in)
    stand_in.chmod(0o755)


class Kept:
    """A mail server that takes everything and keeps it."""

    def __init__(self) -> None:
        self.letters: list[str] = []

    async def handle_DATA(self, _server: Any, _session: Any, envelope: Any) -> str:  # noqa: N802, its name for it
        """Take one."""
        self.letters.append(envelope.content.decode().replace("=\r\n", ""))
        return "250 OK"


@dataclass(slots=True)
class People:
    """People who go on asking through nginx, whatever is done to the portal."""

    answers: Counter[str] = field(default_factory=Counter)
    slowest: float = 0.0
    stopping: threading.Event = field(default_factory=threading.Event)

    def ask(self) -> None:
        """One of them: pages, and a form that asks for nothing, so that it counts towards no limit."""
        while not self.stopping.is_set():
            for path in ("/", "/grants", "/sign-in"):
                self.note("GET", path)
            self.note("POST", "/sign-in")

    def note(self, method: str, path: str) -> None:
        """One request, and how it was answered."""
        began = time.monotonic()
        try:
            status = str(fetch(method, path)[0])
        except (OSError, http.client.HTTPException) as error:
            status = type(error).__name__
        self.answers[f"{method} {status}"] += 1
        self.slowest = max(self.slowest, time.monotonic() - began)


def fetch(
    method: str, path: str, body: str = "", cookie: str = "", claimed: Mapping[str, str] = FORGED
) -> tuple[int, str, Message]:
    """One request through nginx, with what it claims; the status, the page and what stands above it."""
    context = ssl._create_unverified_context()
    with socket.create_connection(("127.0.0.1", 443), timeout=40) as plain:
        connection = http.client.HTTPSConnection(HOST, context=context)
        connection.sock = context.wrap_socket(plain, server_hostname=HOST)
        headers = {"Content-Type": "application/x-www-form-urlencoded", "Referer": f"https://{HOST}/", "Cookie": cookie}
        connection.request(method, path, body or None, {**headers, **claimed})
        answer = connection.getresponse()
        page = answer.read().decode()
        connection.close()
    return answer.status, page, answer.headers


@dataclass(slots=True)
class Browser:
    """Somebody's browser: it keeps cookies, sends the form of the page that it shows, and follows where it is led."""

    page: str = ""
    cookies: dict[str, str] = field(default_factory=dict)

    def open(self, path: str, body: str | None = None) -> int:
        """Show what is there; the first status that was answered."""
        cookie = "; ".join(f"{name}={value}" for name, value in self.cookies.items())
        status, self.page, headers = fetch("GET" if body is None else "POST", path, body or "", cookie)
        for line in headers.get_all("Set-Cookie") or []:
            name, _, value = line.split(";")[0].partition("=")
            self.cookies[name] = value
        if status == 303:
            self.open(urlsplit(headers["Location"])._replace(scheme="", netloc="").geturl())
        return status

    def send(self, path: str, **fields: str) -> int:
        """Send the form that is on the page; how it was answered."""
        keys = dict(re.findall(r'name="(csrf_token|_key)" value="([^"]*)"', self.page))
        return self.open(path, urlencode(keys | fields))


class Shell:
    """One shell on the machine, which stops at the first command that fails."""

    def __init__(self, root: Path, log: Path) -> None:
        environ = {name: value for name, value in os.environ.items() if not name.startswith(("PORTAL", "DATABASE"))}
        self.log = log.open("wb")
        self.process = subprocess.Popen(
            ["chroot", str(root), "/bin/bash", "-eu", "-o", "pipefail"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=self.log,
            env={**environ, "HOME": "/root", "DEBIAN_FRONTEND": "noninteractive"},
        )
        self.tell("cd /")

    def tell(self, commands: str) -> bool:
        """Carry them out; whether each of them worked."""
        assert self.process.stdin
        assert self.process.stdout
        try:
            self.process.stdin.write(f"set -v\n{commands}\nset +v; echo; echo @@done\n".encode())
            self.process.stdin.flush()
        except BrokenPipeError:
            return False
        for line in self.process.stdout:
            if line.rstrip() == b"@@done":
                return True
            self.log.write(b"    " + line)
            self.log.flush()
        return False


def follow(root: Path, log: Path) -> bool:
    """Carry out every block in turn; whether all of them worked."""
    shell = Shell(root, log)
    for line, commands in blocks(PAGE.read_text(encoding="utf-8")):
        began = time.monotonic()
        renewing = "NEW=" in commands
        people = People()
        threads = [threading.Thread(target=people.ask, daemon=True) for _ in range(4 if renewing else 0)]
        for thread in threads:
            thread.start()
        good = shell.tell(fitted(commands))
        people.stopping.set()
        for thread in threads:
            thread.join(60)
        print(f"docs/running.md:{line}: {'done' if good else 'FAILED'} in {time.monotonic() - began:.0f} s", flush=True)
        if renewing:
            good &= people_were_answered(people)
        if not good:
            return False
    return shell.tell(JUDGE)


def people_were_answered(people: People) -> bool:
    """Whether nobody was turned away while the portal was renewed."""
    bad = {what: number for what, number in people.answers.items() if what not in {"GET 200", "POST 400", "POST 422"}}
    print(f"While it was renewed: {dict(people.answers)}, the slowest {people.slowest:.1f} s", flush=True)
    return not bad and people.answers.total() > 0


def too_much_is_told() -> bool:
    """Whether who sends more than nginx lets through reads what to do, as soon as they say how much comes."""
    status, page, headers = fetch("POST", "/sign-in", claimed={"Content-Length": str(21 * 1024 * 1024)})
    good = status == 413 and "up to 10 MB" in page and "default-src 'none'" in headers["Content-Security-Policy"]
    print(f"21 MB at once: {status}, {'and what to do' if good else 'WITHOUT A WORD'}", flush=True)
    return good


def administrator_arrives(kept: Kept) -> bool:
    """Whether the first administrator gets a letter with a link, and is asked to set up an app when they follow it."""
    browser = Browser()
    browser.open("/sign-in")
    asked = browser.send("/sign-in", email=ADMINISTRATOR)
    link = re.compile(rf"https://{re.escape(HOST)}(/sign-in/link/[\w-]+)")
    until, found = time.monotonic() + 20, None
    while found is None and time.monotonic() < until:
        time.sleep(0.2)
        found = next(filter(None, map(link.search, kept.letters)), None)
    print(f"A letter to sign in with: asked {asked}, {'came' if found else 'DID NOT COME'}")
    if asked != 303 or found is None:
        return False
    browser.open(found[1])
    pressed = browser.send(found[1])
    good = pressed == 303 and "Set up your authenticator app" in browser.page
    print(f"Its button: {pressed}, {'an app is asked for' if good else 'NO APP IS ASKED FOR'}")
    return good


def main() -> int:
    """Follow the page in a namespace of its own; 1 when a command did not work."""
    words = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    words.add_argument("--log", type=Path, default=Path(tempfile.gettempdir(), "running.log"), help="what was said")
    chosen = words.parse_args()
    if os.geteuid() or sys.platform != "linux":
        print("Following docs/running.md lays out a machine of its own, which takes root on Linux.")
        return 1
    if INSIDE not in os.environ:
        again = ["unshare", "--mount", "--pid", "--fork", "--kill-child", "--mount-proc"]
        command = [*again, sys.executable, "-m", "tests.running.follow", "--log", str(chosen.log)]
        return subprocess.run(command, cwd=ROOT, env={**os.environ, INSIDE: "1"}, check=False).returncode
    kept = Kept()
    server = Controller(kept, hostname="127.0.0.1", port=MAIL_PORT)
    server.start()
    with machine() as root:
        furnish(root)
        good = follow(root, chosen.log) and too_much_is_told() and administrator_arrives(kept)
        if not good:
            print(f"What was said is in {chosen.log}:\n{chosen.log.read_text(errors='replace')[-3000:]}")
            for said in sorted((root / "var" / "log").glob("join-the-dots*.log")):
                print(f"== {said.name}\n{said.read_text(errors='replace')[-1500:]}")
    server.stop()
    print("docs/running.md works as it is written." if good else "docs/running.md does not work as it is written.")
    return 0 if good else 1


if __name__ == "__main__":
    sys.exit(main())
