"""Files as a browser sends them: sound PDFs of whatever size, and the form that one of them comes in."""

import re
import secrets
from collections.abc import Mapping

from portal.demo.papers import with_table

FORM = re.compile(r'<form action="([^"]+)" method="post" enctype="multipart/form-data".*?</form>', re.DOTALL)
HIDDEN = re.compile(r'<input type="hidden"(?: id="\w+")? name="(\w+)" value="([^"]*)"')
MB = 1024 * 1024


def pdf(size: int) -> bytes:
    """An empty page with so many bytes in it that cannot be packed; another one each time."""
    ballast = secrets.token_hex(size // 2).encode()
    return with_table(
        (
            b"<< /Type /Catalog /Pages 2 0 R /Lang (en-GB) >>",
            b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R >>",
            b"<< /Length %d >>\nstream\n%% %s\nendstream" % (len(ballast) + 2, ballast),
            b"<< /Title (Our rules) >>",
        )
    )


def form_of(page: str) -> dict[str, str]:
    """The hidden inputs of the page's form that takes a file."""
    found = FORM.search(page)
    return dict(HIDDEN.findall(found[0])) if found else {}


def multipart(fields: Mapping[str, str], content: bytes) -> tuple[bytes, str]:
    """A form's body with a file in it, and its type (RFC 7578)."""
    border = secrets.token_hex(16)
    parts = [
        f'--{border}\r\nContent-Disposition: form-data; name="{name}"\r\n\r\n{value}\r\n'.encode()
        for name, value in fields.items()
    ]
    head = f'--{border}\r\nContent-Disposition: form-data; name="file"; filename="rules.pdf"\r\n'
    parts += [head.encode(), b"Content-Type: application/pdf\r\n\r\n", content, f"\r\n--{border}--\r\n".encode()]
    return b"".join(parts), f"multipart/form-data; boundary={border}"
