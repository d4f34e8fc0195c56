"""What was sent of a file whose line broke midway is let go of, as whole files are."""

import gc
import io
import warnings

import pytest

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
