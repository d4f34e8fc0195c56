"""Unpacks the Chromium that tests/chromium holds as an npm package to .venv/chromium."""

import io
import tarfile
from pathlib import Path

import brotli

ROOT = Path(__file__).resolve().parent.parent
PACKED = ROOT / "tests" / "chromium" / "node_modules" / "@sparticuz" / "chromium" / "bin"
UNPACKED = ROOT / ".venv" / "chromium"

# The package's own list of folders is made for another place.
FONTS = f"""<?xml version="1.0"?>
<fontconfig>
  <dir>{UNPACKED}/fonts</dir>
  <dir>/usr/share/fonts</dir>
  <cachedir>{UNPACKED}/fonts-cache</cachedir>
</fontconfig>
"""


def main() -> None:
    """Write the browser, the libraries that a bare machine lacks, and one font."""
    UNPACKED.mkdir(parents=True, exist_ok=True)
    for name in ("al2023", "fonts", "swiftshader"):
        content = brotli.decompress((PACKED / f"{name}.tar.br").read_bytes())
        with tarfile.open(fileobj=io.BytesIO(content)) as archive:
            archive.extractall(UNPACKED)  # npm has checked the hash of what is in here
    (UNPACKED / "fonts.conf").write_text(FONTS)
    program = UNPACKED / "chromium.new"
    program.write_bytes(brotli.decompress((PACKED / "chromium.br").read_bytes()))
    program.chmod(0o755)
    # Only a whole browser gets the name that tests look for.
    program.rename(UNPACKED / "chromium")


if __name__ == "__main__":
    main()
