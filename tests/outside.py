"""Outside tools, which nobody here wrote, judge and attack the running demonstration: `make audit` runs this.

The portal serves a database of its own in a scratch folder, so that attacks change nothing that anybody keeps, and
every request stays on this machine.

    python -m tests.outside                                 as one person of each role
    python -m tests.outside --role lead --attack-minutes 4  as these alone, with less time for Wapiti
"""

import argparse
import json
import os
import re
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from html import unescape
from pathlib import Path
from urllib.parse import urldefrag, urljoin, urlsplit

from playwright.sync_api import BrowserContext

from tests.browser import FLAGS, ROOT, chromium, running_browser

BIN = ROOT / ".venv" / "bin"
TOOLS = ROOT / ".venv" / "audit" / "bin"
MOST_PAGES = 150
WITHOUT_ACCOUNT, ANYBODY = {"champion", "stranger"}, "anybody"
"""Who of the demonstration cannot sign in yet, and whoever has not: all three see the same."""
LEAST = {"performance": 0.95, "accessibility": 1.0, "best-practices": 0.95}

# Without those that ask a server on the internet for help, or judge TLS, which a proxy brings.
ATTACKS = "backup,crlf,csp,csrf,exec,file,methods,permanentxss,redirect,sql,timesql,xss"


@contextmanager
def portal(folder: Path) -> Iterator[str]:
    """The demonstration on an empty database in a scratch folder; yields its address."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    environ = {**os.environ, "PORTAL_DEMO": "1", "PORTAL_INSTANCE": str(folder), "PORT": str(port)}
    environ.pop("DATABASE_URL", None)
    os.environ.update(environ)
    flask("db", "upgrade")
    flask("demo", "load")
    server = subprocess.Popen([BIN / "flask", "--app", "portal.app", "serve", "--port", str(port)], cwd=ROOT)
    address = f"http://127.0.0.1:{port}"
    try:
        wait_for(address)
        yield address
    finally:
        server.terminate()
        server.wait(60)


def flask(*words: str) -> str:
    """What one of the portal's own commands prints."""
    done = subprocess.run(
        [BIN / "flask", "--app", "portal.app", *words], cwd=ROOT, check=True, stdout=subprocess.PIPE, text=True
    )
    return done.stdout.strip()


def wait_for(address: str) -> None:
    """Wait until the portal answers. Raises OSError after 90 seconds: the machine may be at work on other things."""
    until = time.monotonic() + 90
    while True:
        try:
            urllib.request.urlopen(address, timeout=5).close()
        except OSError:
            if time.monotonic() > until:
                raise
            time.sleep(0.2)
        else:
            return


def sign_in(context: BrowserContext, email: str) -> str:
    """Sign in by the link that stands for both factors; returns the Cookie header."""
    page = context.new_page()
    page.goto(flask("demo", "link", email).splitlines()[-1])
    if page.locator("main form button").count():
        page.locator("main form button").first.click()
    page.close()
    return "; ".join(f"{cookie['name']}={cookie['value']}" for cookie in context.cookies())


def crawl(address: str, cookie: str, folder: Path) -> tuple[list[str], bool]:
    """Fetch every page that links lead to and keep its HTML in the folder; the addresses, and whether each opened."""
    waiting, came_from = [address + "/"], {address + "/": ""}
    pages: list[str] = []
    good = True
    while waiting and len(pages) < MOST_PAGES:
        url = waiting.pop(0)
        try:
            html = page_at(url, cookie)
        except urllib.error.HTTPError as error:
            print(f"Crawl: {error.code} at {url}, to which {came_from[url]} leads")
            good = False
            continue
        if not html:
            continue
        (folder / f"{len(pages):03}.html").write_text(html)
        pages.append(url)
        if f"{address}/demo/mail" in url:
            continue  # the demonstration shows everybody's letters: their links are not this person's
        for link in re.findall(r'<a\s[^>]*href="([^"#][^"]*)"', html):
            found = urldefrag(urljoin(url, unescape(link))).url
            if found not in came_from and urlsplit(found).netloc == urlsplit(address).netloc:
                came_from[found] = url
                waiting.append(found)
    return pages, good


def page_at(url: str, cookie: str) -> str:
    """The HTML of a page, nothing where it is no page. Raises HTTPError where it does not open."""
    request = urllib.request.Request(url, headers={"Cookie": cookie})
    with urllib.request.urlopen(request, timeout=60) as answer:
        return answer.read().decode() if answer.headers.get_content_type() == "text/html" else ""


def valid(folder: Path) -> bool:
    """The Nu checker and html-validate on every page of the crawl."""
    nu = ("java", "-jar", "node_modules/vnu-jar/build/dist/vnu.jar", "--skip-non-html", str(folder))
    validate = ("node_modules/.bin/html-validate", "--config=.htmlvalidate.json", str(folder / "*.html"))
    results = [subprocess.run(command, cwd=ROOT, check=False).returncode for command in (nu, validate)]
    return not any(results)


def lighthouse(url: str, cookie: str, folder: Path) -> bool:
    """Lighthouse's scores for one page, held against the least that will do."""
    report = folder / "lighthouse.json"
    headers = folder / "headers.json"
    headers.write_text(json.dumps({"Cookie": cookie}))
    command = ["tests/audit/node_modules/.bin/lighthouse", url, "--quiet", "--output=json", f"--output-path={report}"]
    command += [f"--only-categories={','.join(LEAST)}", f"--extra-headers={headers}"]
    command += [f"--chrome-flags={' '.join(('--headless', *FLAGS))}", "--no-enable-error-reporting"]
    environ = {**os.environ, "CHROME_PATH": chromium()}
    if subprocess.run(command, cwd=ROOT, env=environ, check=False).returncode:
        # On a busy machine it may miss the start of a page, and asks to be run again (NO_NAVSTART).
        subprocess.run(command, cwd=ROOT, check=True, env=environ)
    scores = {name: part["score"] or 0 for name, part in json.loads(report.read_text())["categories"].items()}
    print(f"Lighthouse: {scores} {url}")
    return all(scores[name] >= least for name, least in LEAST.items())


def wapiti(address: str, cookie: str, folder: Path, minutes: int) -> bool:
    """Wapiti's attacks, so many minutes at most for its crawl and for each kind; every finding is printed."""
    report = folder / "wapiti.json"
    command = [TOOLS / "wapiti", "-u", address + "/", "-H", f"Cookie: {cookie}", "-m", ATTACKS, "--flush-session"]
    # What would end the very sign-in that the attack goes on with, and the demonstration's own doors.
    for path in ("sign-out", "account/sign-ins/*", "demo/*"):
        command += ["-x", f"{address}/{path}"]
    command += ["--max-scan-time", str(60 * minutes), "--max-attack-time", str(60 * minutes), "-v", "0"]
    command += ["-f", "json", "-o", str(report), "--store-session", str(folder), "--no-bugreport"]
    # Its author's server, which would listen for calls from a portal that was tricked, is not asked.
    command += ["--dns-endpoint", "127.0.0.1", "--external-endpoint", address, "--internal-endpoint", address]
    subprocess.run(command, check=True)
    found = json.loads(report.read_text())["vulnerabilities"]
    findings = [f"{kind}: {one['method']} {one['path']} {one['info']}" for kind in found for one in found[kind]]
    print("\n".join([f"Wapiti: {len(findings)} findings", *findings]))
    return not findings


def sqlmap(pages: list[str], cookie: str, folder: Path) -> bool:
    """Sqlmap on every address with a query."""
    targets = folder / "targets.txt"
    targets.write_text("\n".join(url for url in pages if "?" in url))
    if not targets.stat().st_size:
        print("Sqlmap: no page has a query")
        return True
    command = [
        TOOLS / "sqlmap",
        "-m",
        str(targets),
        f"--cookie={cookie}",
        "--batch",
        "--offline",
        "--level=2",
        "--smart",
        "-v",
        "1",
    ]
    done = subprocess.run(
        [*command, f"--output-dir={folder / 'sqlmap'}"], check=True, stdout=subprocess.PIPE, text=True
    )
    found = re.findall(r".*(?:is vulnerable|appears to be .*injectable).*", done.stdout)
    print("\n".join([f"Sqlmap: {len(found)} findings on {len(targets.read_text().split())} addresses", *found]))
    return not found


def is_in(address: str, cookie: str) -> bool:
    """Whether the sign-in outlived the attacks: where it did not, they knocked at closed doors."""
    with urllib.request.urlopen(urllib.request.Request(f"{address}/account", headers={"Cookie": cookie})) as answer:
        found = urlsplit(answer.url).path == "/account"
    if not found:
        print("The attacks ended their own sign-in: what came after is worth nothing")
    return found


def main() -> int:
    """Run every tool as one person of each role; 1 when any found something."""
    words = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    words.add_argument("--role", action="append", help="one role, as `flask demo people` has it; may be repeated")
    words.add_argument("--attack-minutes", type=int, default=5, help="the most for each kind of Wapiti's attacks")
    asked = words.parse_args()
    good = True
    with tempfile.TemporaryDirectory() as scratch, running_browser() as browser, portal(Path(scratch)) as address:
        known = [person for person in json.loads(flask("demo", "people")) if person["role"] not in WITHOUT_ACCOUNT]
        people = {person["role"]: person["email"] for person in reversed(known)} | {ANYBODY: ""}
        if unknown := set(asked.role or ()) - people.keys():
            words.error(f"nobody is {', '.join(sorted(unknown))}: {', '.join(people)}")
        for number, (role, email) in enumerate(people.items()):
            if asked.role and role not in asked.role:
                continue
            folder = Path(scratch) / f"as-{number}"
            folder.mkdir()
            cookie = sign_in(browser.new_context(), email) if email else ""
            pages, opened = crawl(address, cookie, folder)
            print(f"== {role}: {len(pages)} pages", flush=True)
            good &= opened & valid(folder) & sqlmap(pages, cookie, folder)
            good &= wapiti(address, cookie, folder, asked.attack_minutes)
            good &= not cookie or is_in(address, cookie)
            for url in pages[:3]:
                good &= lighthouse(url, cookie, folder)
    return 0 if good else 1


if __name__ == "__main__":
    sys.exit(main())
