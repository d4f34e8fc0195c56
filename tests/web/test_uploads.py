"""What was sent of a file whose line broke midway is let go of, and who sends too much reads that it was too much."""

import gc
import http.client
import io
import warnings
from collections.abc import Iterator

import pytest
from flask_migrate import upgrade

from bench.servers import serving
from portal.web.uploads import HEARD_MOST
from tests.houses import unfurnished
from tests.reader import Reader

HEAD = b'--cut\r\nContent-Disposition: form-data; name="file"; filename="page.jpg"\r\n\r\n'


@pytest.mark.parametrize("end", [b"", b"\r\n--cut--\r\n"], ids=["broken", "whole"])
def test_no_file_stays_open_after_its_request(probe: Reader, end: bytes) -> None:
    body = HEAD + b"x" * 600_000
    with warnings.catch_warnings(record=True) as left:
        warnings.simplefilter("always")
        probe.post(
            "/sign-in",
            input_stream=io.BytesIO(body + end),
            content_type="multipart/form-data; boundary=cut",
            content_length=len(body) + 20,
        )
        gc.collect()
    assert [str(each.message) for each in left if each.category is ResourceWarning] == []


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The portal under its own server: one that is made for trying things out reads on by itself."""
    folder = tmp_path_factory.mktemp("served")
    url = f"sqlite:///{folder / 'portal.sqlite3'}"
    with unfurnished(url, folder).app_context():
        upgrade()
    with serving({"DATABASE_URL": url, "PORTAL_INSTANCE": str(folder), "PORTAL_DEMO": "1"}, kind="flask") as server:
        yield server.address.removeprefix("http://")


@pytest.mark.slow
@pytest.mark.parametrize("size", [2 * 1024**2 + 1, 5_000_000, HEARD_MOST - 1024])
def test_whoever_sends_too_much_is_heard_out_and_reads_the_answer(address: str, size: int) -> None:
    """Cut off while they still send, they would read that the line broke, and nginx that the portal is not there."""
    line = http.client.HTTPConnection(address, timeout=20)
    line.request("POST", "/sign-in", b"x" * size, {"Content-Type": "application/x-www-form-urlencoded"})
    answer = line.getresponse()
    assert (answer.status, "That is too large to send" in answer.read().decode()) == (413, True)
    line.close()


@pytest.mark.slow
def test_whoever_sends_without_end_is_not_waited_for(address: str) -> None:
    line = http.client.HTTPConnection(address, timeout=20)
    line.putrequest("POST", "/sign-in")
    line.putheader("Content-Length", str(HEARD_MOST + 1))
    line.endheaders()
    assert line.getresponse().status == 413
    line.close()
