"""A stand-in for GOV.UK Notify's API of e-mails: checks the token and the request as the real one does."""

import json
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlsplit

from notifications_python_client.authentication import decode_jwt_token, get_token_issuer
from notifications_python_client.errors import TokenError

SERVICE, SECRET = "8d3f7c1e-51a5-4f4e-9d3e-2f6f0c9a1b11", "0b6d2f3a-7c1d-4a43-8f0e-5c3e1d2b4a66"
KEY, TEMPLATE = f"the_portal-{SERVICE}-{SECRET}", "f33517ff-2a88-4f6e-b855-c550268ce08a"


@dataclass
class Notify:
    """What it has taken, and how it answers: by address, or everybody under ""."""

    taken: list[dict[str, Any]] = field(default_factory=list)
    answers: dict[str, tuple[int, str]] = field(default_factory=dict)
    is_forgetful: bool = False
    """Takes the letter, and breaks off before it says so."""
    seconds: float = 0
    url: str = ""

    def answer(self, body: dict[str, Any]) -> tuple[int, dict[str, Any]]:
        """What it says to a letter."""
        told = self.answers.get(body["email_address"]) or self.answers.get("")
        if told:
            return told[0], fault(*told)
        if body["template_id"] != TEMPLATE:
            return 400, fault(400, "Template not found")
        if set(body["personalisation"]) != {"subject", "text"}:
            return 400, fault(400, "Missing personalisation: subject, text")
        self.taken.append(body)
        return 201, {"id": "740e5834-3a29-46b4-9a6f-16142fde533a", "reference": body["reference"]}


def fault(status: int, message: str) -> dict[str, Any]:
    """An error as it writes them."""
    return {"status_code": status, "errors": [{"error": "Error", "message": message}]}


class Door(BaseHTTPRequestHandler):
    """One request."""

    protocol_version = "HTTP/1.1"
    notify: Notify

    def log_message(self, *_: object) -> None:
        """Writes no log."""

    def do_GET(self) -> None:
        """Say what was taken under a reference."""
        parts = urlsplit(self.path)
        wanted = parse_qs(parts.query).get("reference", [""])[0]
        if self.is_let_in() and parts.path == "/v2/notifications":
            found = [{"reference": one["reference"]} for one in self.notify.taken if one["reference"] == wanted]
            self.say(200, {"notifications": found, "links": {"current": self.path}})

    def do_POST(self) -> None:
        """Take a letter."""
        body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        time.sleep(self.notify.seconds)
        if not self.is_let_in():
            return
        if self.path != "/v2/notifications/email":
            self.say(404, fault(404, "Not found"))
            return
        status, said = self.notify.answer(body)
        if self.notify.is_forgetful:
            self.close_connection = True
            self.connection.close()
        else:
            self.say(status, said)

    def is_let_in(self) -> bool:
        """Check the token's issuer, age and signature; answers when anything is wrong with it."""
        token = self.headers.get("Authorization", "").removeprefix("Bearer ")
        try:
            is_ours = get_token_issuer(token) == SERVICE and decode_jwt_token(token, SECRET)
        except TokenError:
            is_ours = False
        if not is_ours:
            self.say(403, fault(403, "Invalid token: signature, api token not found"))
        return bool(is_ours)

    def say(self, status: int, body: dict[str, Any]) -> None:
        """Answer in JSON."""
        said = json.dumps(body).encode()
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(said)))
        self.end_headers()
        self.wfile.write(said)


@contextmanager
def stand_in() -> Iterator[Notify]:
    """Serve one on a free port of this machine."""
    notify = Notify()
    handler = type("ItsDoor", (Door,), {"notify": notify})
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    server.daemon_threads = True
    notify.url = f"http://127.0.0.1:{server.server_port}"
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    try:
        yield notify
    finally:
        server.shutdown()
        thread.join(5)
        server.server_close()
