#!/usr/bin/python3
"""What `systemctl` would do, for a machine without systemd: it runs the lines of the units just as they are written.

It knows the words that docs/running.md uses, and of a unit: User, WorkingDirectory, EnvironmentFile, StateDirectory,
ExecStart, ExecStartPost, ExecReload, KillSignal, TimeoutStopSec and Type=oneshot. Anything else is for systemd itself,
which `systemd-analyze verify` asks.
"""

import contextlib
import os
import pwd
import shlex
import signal
import subprocess
import sys
import time
from pathlib import Path

UNITS = Path("/etc/systemd/system")
STATE = Path("/run/units")
OTHERS = {
    ("nginx", "start"): "nginx",
    ("nginx", "reload"): "nginx -s reload",
    ("nginx", "stop"): "nginx -s quit",
    ("postgresql", "start"): "pg_ctlcluster --skip-systemctl-redirect 15 main start",
    ("postgresql", "restart"): "pg_ctlcluster --skip-systemctl-redirect 15 main restart",
}


class Unit:
    """One service, by its name or its template's."""

    def __init__(self, name: str) -> None:
        self.name = name
        stem, at, self.instance = name.partition("@")
        self.words: dict[str, list[str]] = {}
        for line in (UNITS / f"{stem}{at}.service").read_text().splitlines():
            key, equals, value = line.partition("=")
            if equals and not line.startswith("#"):
                self.words.setdefault(key, []).append(value.replace("%i", self.instance))
        self.file = STATE / name

    def one(self, key: str, default: str = "") -> str:
        """The last that is said of something."""
        return self.words.get(key, [default])[-1]

    def environ(self) -> dict[str, str]:
        """What its files say, the later over the earlier; nothing comes from whoever asks."""
        found = {"PATH": "/usr/local/bin:/usr/bin:/bin", "LANG": "C.UTF-8"}
        for path in self.words.get("EnvironmentFile", []):
            lines = shlex.split(Path(path).read_text(), comments=True)
            found |= dict(line.split("=", 1) for line in lines)
        return found

    def run(self, line: str, *, wait: bool) -> subprocess.Popen[bytes]:
        """Carry out one line as its user, with its output in a file of its own."""
        who = pwd.getpwnam(self.one("User"))
        for folder in self.words.get("StateDirectory", []):
            path = Path("/var/lib", folder)
            path.mkdir(mode=0o700, exist_ok=True)
            os.chown(path, who.pw_uid, who.pw_gid)
        with Path(f"/var/log/{self.name}.log").open("ab") as said:
            process = subprocess.Popen(
                shlex.split(line), cwd=self.one("WorkingDirectory"), env=self.environ(), stdin=subprocess.DEVNULL,
                stdout=said, stderr=said, start_new_session=True, user=who.pw_uid, group=who.pw_gid, extra_groups=[],
                umask=int(self.one("UMask", "0022"), 8),
            )  # fmt: skip
        if wait and process.wait():
            sys.exit(f"{self.name}: {line} ended with {process.returncode}; see /var/log/{self.name}.log")
        return process

    def pid(self) -> int | None:
        """The process that runs, if one does."""
        with contextlib.suppress(FileNotFoundError, ProcessLookupError):
            pid = int(self.file.read_text())
            if Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()[0] != "Z":
                return pid
        return None

    def start(self) -> None:
        """Start what is not running."""
        if self.one("Type") == "oneshot":
            for line in self.words["ExecStart"]:
                self.run(line, wait=True)
        elif self.pid() is None:
            self.file.write_text(str(self.run(self.one("ExecStart"), wait=False).pid))
            for line in self.words.get("ExecStartPost", []):
                self.run(line, wait=True)

    def stop(self) -> None:
        """Tell it to stop, and wait until it has; by force when it takes too long."""
        pid = self.pid()
        if pid is None:
            return
        os.kill(pid, signal.Signals[self.one("KillSignal", "SIGTERM")])
        until = time.monotonic() + int(self.one("TimeoutStopSec", "90"))
        while self.pid():
            if time.monotonic() > until:
                os.killpg(pid, signal.SIGKILL)
                sys.exit(f"{self.name} did not stop in time")
            time.sleep(0.05)

    def restart(self) -> None:
        """Stop, then start."""
        self.stop()
        self.start()

    def reload(self) -> None:
        """Tell it to renew itself."""
        self.run(self.one("ExecReload").replace("$MAINPID", str(self.pid())), wait=True)

    def is_active(self) -> None:
        """Say whether it runs; end with 3 where it does not."""
        print("active" if self.pid() else "inactive")
        if not self.pid():
            sys.exit(3)


def main(verb: str, *names: str) -> None:
    """Do one thing with some units."""
    STATE.mkdir(exist_ok=True)
    if verb == "daemon-reload":
        return
    if verb == "enable":
        verb, names = "start", tuple(name for name in names if name != "--now")
    for name in names:
        if name.endswith(".timer"):  # no clock starts anything here; what it would start is started by itself
            continue
        if line := OTHERS.get((name, verb)):
            subprocess.run(shlex.split(line), check=True)
        else:
            getattr(Unit(name), verb.replace("-", "_"))()


if __name__ == "__main__":
    main(*sys.argv[1:])
