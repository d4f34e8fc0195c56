"""Every page is valid HTML: one run of the Nu checker over all of them."""

import json
import re
import subprocess
from pathlib import Path

from tests.gates.walk import Seen

VNU = Path(__file__).resolve().parents[2] / "node_modules" / "vnu-jar" / "build" / "dist" / "vnu.jar"
FITS = re.compile(r"[^a-z0-9]+")


def test_every_page_is_valid(seen: dict[str, Seen], tmp_path: Path) -> None:
    pages = [one for one in seen.values() if one.visit.is_page]
    for one in pages:
        (tmp_path / f"{FITS.sub('-', one.page.name.lower())}.html").write_text(one.html, encoding="utf-8")
    assert len(list(tmp_path.iterdir())) == len(pages)
    done = subprocess.run(
        ["java", "-Xshare:auto", "-jar", VNU, "--format", "json", "--skip-non-html", tmp_path],
        capture_output=True,
        text=True,
        check=False,
        timeout=100,
    )
    found = json.loads(done.stderr)["messages"]
    assert [f"{Path(one.get('url', '')).name}:{one.get('lastLine')} {one['message']}" for one in found] == []
