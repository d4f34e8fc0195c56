"""Who writes while things go wrong: one person with script, one draft, a portal that can be killed."""

import contextlib
import random
import re
import time
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from flask import Flask
from playwright.sync_api import BrowserContext, Page
from sqlalchemy import func, select, update

from bench.servers import Serving, free_port, start
from portal.accounts.actions import sign_in_as
from portal.accounts.models import KeptForm, Person, SignIn
from portal.applications.models import Application, EarlierAnswers, SectionAnswers
from portal.db.session import action, db
from portal.history.models import Deed
from portal.kit.dates import utc_now
from portal.organisations.models import TeamMember

PART, QUESTION = "project", "plan"
STARTS = 4
YOUNG = 2.0  # seconds within which a word may be lost
WORD = re.compile(r"\bw\d+\b")


@dataclass
class Tally:
    """How it went: how often what happened, and which words are nowhere any more."""

    name: str
    faults: Counter[str] = field(default_factory=Counter)
    choices: Counter[str] = field(default_factory=Counter)
    typed: int = 0
    lost: set[str] = field(default_factory=set)

    @property
    def characters(self) -> int:
        """How many characters were lost."""
        return sum(map(len, self.lost))

    def __str__(self) -> str:
        kinds = ", ".join(f"{number} {kind}" for kind, number in sorted(self.faults.items()))
        return (
            f"{self.name}: {self.faults.total()} faults ({kinds}), {self.typed} words typed,"
            f" asked to choose {self.choices.total()} times{f' ({+self.choices})' if self.choices else ''},"
            f" {self.characters} characters lost{f' ({sorted(self.lost)})' if self.lost else ''}"
        )


class Desk:
    """A portal that can be killed, and one person who writes in one draft."""

    def __init__(self, app: Flask, ref: str, environ: dict[str, str]) -> None:
        self.app, self.ref, self.environ = app, ref, environ
        self.port = free_port()
        self.portal: Serving = start(environ, kind="flask", port=self.port)
        with app.app_context():
            self.email = db.session.scalars(
                select(Person.email)
                .join(TeamMember, TeamMember.person_id == Person.id)
                .join(Application, Application.organisation_id == TeamMember.organisation_id)
                .where(Application.ref == ref)
            ).one()

    @property
    def path(self) -> str:
        """The address of the part."""
        return f"{self.portal.address}/applications/{self.ref}/parts/{PART}"

    def starts_again(self) -> None:
        """Start the portal that was killed; on a busy machine that may take more than one try."""
        for _ in range(STARTS - 1):
            with contextlib.suppress(RuntimeError):
                self.portal = start(self.environ, kind="flask", port=self.port)
                return
        self.portal = start(self.environ, kind="flask", port=self.port)

    def signs_in(self, context: BrowserContext, *, own_device: bool) -> None:
        """Sign in anew in this browser."""
        with self.app.app_context():
            token = sign_in_as(self.email, own_device=own_device, client="Bench")
        context.add_cookies([{"name": "signed-in", "value": token, "url": self.portal.address}])

    def ends_sign_ins(self) -> None:
        """As if the person had been away for too long."""
        with self.app.app_context(), action() as session:
            session.execute(update(SignIn).values(expires_at=utc_now()))

    def kept_form(self) -> str:
        """The address of the form that was kept last."""
        with self.app.app_context():
            ref = db.session.scalars(select(KeptForm.ref).order_by(KeptForm.id.desc())).first()
        return f"{self.portal.address}/account/kept/{ref}"

    def choices(self) -> int:
        """How many texts were ever set aside."""
        with self.app.app_context():
            return db.session.scalar(select(func.count()).where(Deed.verb == "set_aside")) or 0

    def held(self) -> set[str]:
        """Every word that the database holds of this question, wherever it stands."""
        with self.app.app_context():
            draft = db.session.scalars(select(Application.id).where(Application.ref == self.ref)).one()
            rows = [
                *db.session.scalars(select(SectionAnswers.answers).where(SectionAnswers.application_id == draft)),
                *db.session.scalars(select(EarlierAnswers.answers).where(EarlierAnswers.application_id == draft)),
            ]
        return {word for answers in rows for word in WORD.findall(str(answers.get(QUESTION, "")))}


class Typist:
    """Somebody who types numbered words with script, while things happen to them."""

    def __init__(self, desk: Desk, context: BrowserContext, *, own_device: bool) -> None:
        self.desk, self.context, self.own_device = desk, context, own_device
        self.tally = Tally("own device" if own_device else "shared computer")
        self.times: dict[str, float] = {}
        self.forgiven: set[str] = set()
        desk.signs_in(context, own_device=own_device)
        self.page = self.comes_back()

    def comes_back(self) -> Page:
        """Open the part in a new tab, as soon as the portal answers."""
        page = self.context.new_page()
        page.goto(self.desk.path)
        return page

    def types(self, seconds: float) -> None:
        """Type at the end of what is there."""
        box, until = self.page.locator(f"#{QUESTION}"), time.monotonic() + seconds
        box.focus()
        box.press("Control+End")
        while time.monotonic() < until:
            word = f"w{len(self.times)}"
            box.press_sequentially(f" {word}")
            self.times[word] = time.monotonic()
            time.sleep(random.uniform(0.05, 0.4))
        self.tally.typed = len(self.times)

    def looks(self, fault: str, since: float) -> None:
        """Hold what was typed long enough before a moment against what is there now."""
        due, until = set(self.times) - self.forgiven - self.tally.lost, time.monotonic() + 5
        while (missing := due - self.on_page() - self.desk.held()) and time.monotonic() < until:
            time.sleep(0.2)
        young = {word for word in missing if self.times[word] > since - YOUNG}
        self.tally.faults[fault] += 1
        self.tally.choices[fault] += self.desk.choices() - self.tally.choices.total()
        self.tally.lost |= missing - young
        self.forgiven |= young

    def on_page(self) -> set[str]:
        """The words in the box."""
        return set(WORD.findall(self.page.locator(f"#{QUESTION}").input_value()))

    def offline(self) -> float:
        """The line is gone while the typing goes on."""
        self.context.set_offline(True)
        self.types(random.uniform(1, 4))
        self.context.set_offline(False)
        return time.monotonic()

    def killed(self) -> float:
        """The portal is killed, and comes back while the typing has gone on."""
        self.desk.portal.kill()
        self.types(random.uniform(0.5, 3))
        self.desk.starts_again()
        return time.monotonic()

    def reload(self) -> float:
        """The page is loaded anew."""
        since = time.monotonic()
        self.page.reload()
        return since

    def expiry(self) -> float:
        """The sign-in ends; some is typed before it is noticed; then they sign in again and open the part."""
        self.desk.ends_sign_ins()
        self.types(random.uniform(0.5, 3))
        since = time.monotonic()
        self.desk.signs_in(self.context, own_device=self.own_device)
        self.page.goto(self.desk.path)
        return since

    def second_tab(self) -> float:
        """A second tab saves another text of the same question; they are shown both, and keep their own."""
        until = time.monotonic() + 10
        while set(self.times) - self.forgiven - self.tally.lost - self.desk.held() and time.monotonic() < until:
            time.sleep(0.1)
        second = self.comes_back()
        second.locator(f"#{QUESTION}").press("Control+End")
        second.locator(f"#{QUESTION}").press_sequentially(f" w{len(self.times)}")
        self.times[f"w{len(self.times)}"] = time.monotonic()
        second.get_by_role("button", name="Save and come back later").click()
        second.wait_for_url(f"**/{self.desk.ref}")
        second.close()
        self.types(random.uniform(0.5, 2))
        self.page.get_by_role("button", name="See both texts and choose").click()
        self.page.get_by_label("Keep your text").check()
        since = time.monotonic()
        self.page.get_by_role("button", name="Save and go on").click()
        self.page.wait_for_selector(f"#{QUESTION}-count")
        return since

    def closed(self) -> float:
        """The page is closed, and opened again; with the line gone as well where the device is their own."""
        dark = self.own_device and random.random() < 0.5
        if dark:
            self.context.set_offline(True)
            self.types(random.uniform(0.5, 3))
        since = time.monotonic()
        self.page.close()
        self.context.set_offline(False)
        self.page = self.comes_back()
        return since

    def goes_through(self, faults: int) -> Tally:
        """Suffer so many faults of all kinds, and make sure in the end that all of it is on the server."""
        for kind in dealt(("offline", "killed", "reload", "expiry", "second_tab", "closed"), faults):
            self.types(random.uniform(0.5, 4))
            self.looks(kind.replace("_", " "), getattr(self, kind)())
        self.page.get_by_role("button", name="Save and come back later").click()
        self.page.wait_for_url(f"**/{self.desk.ref}")
        self.tally.lost |= set(self.times) - self.forgiven - self.desk.held()
        return self.tally


def dealt(kinds: Sequence[str], number: int) -> list[str]:
    """So many of these in random order, each about as often as the others."""
    found = [kinds[place % len(kinds)] for place in range(number)]
    random.shuffle(found)
    return found
