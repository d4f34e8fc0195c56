"""The headers that each answer carries, whatever it says and to whomever."""

from werkzeug.test import TestResponse

from portal.files.serving import CSP
from portal.web.headers import FIXED
from tests.house.roles import Walker

FILES = {"organisations.council_document", "organisations.document_file"}
FILES |= {"applications.file", "assessments.file", "assessments.read_file"}
"""What answers with a file from outside, which has a policy of its own: nothing in it may run or load anything."""


def uncovered(endpoint: str, who: Walker, answer: TestResponse) -> str:
    """What is wrong with the headers of an answer to somebody; empty where nothing is."""
    is_outsiders = endpoint in FILES and answer.status_code == 200 and answer.request.method != "POST"
    expected = FIXED | ({"Content-Security-Policy": CSP} if is_outsiders else {})
    faults = [f"{name} is missing" for name, value in expected.items() if answer.headers.get(name) != value]
    faults += ["others may read it"] if "Access-Control-Allow-Origin" in answer.headers else []
    kept = answer.headers.get("Cache-Control", "")
    is_style = endpoint == "programme.painted" and answer.status_code == 200
    is_private = (who.is_signed_in and not is_style) or answer.status_code >= 400
    faults += [f"kept as {kept!r}"] if (is_private and kept != "no-store") or ("public" in kept) is not is_style else []
    return ", ".join(faults)
