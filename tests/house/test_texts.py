"""The catalogue for translators holds every text of the portal, and none that is gone."""

import subprocess
import sys
from pathlib import Path

from babel.messages.pofile import read_po

ROOT = Path(__file__).resolve().parents[2]
KEPT = ROOT / "portal" / "translations" / "messages.pot"


def msgids(path: Path) -> set[str]:
    """Every text of a catalogue."""
    with path.open("rb") as file:
        return {str(message.id) for message in read_po(file) if message.id}


def test_the_catalogue_is_what_the_code_says(tmp_path: Path) -> None:
    fresh = tmp_path / "messages.pot"
    extract = ["extract", "-F", "babel.cfg", "-k", "Say", "--omit-header", "-o", str(fresh), "."]
    subprocess.run([sys.executable, "-m", "babel.messages.frontend", "--quiet", *extract], cwd=ROOT, check=True)
    assert msgids(KEPT) == msgids(fresh), "portal/translations/messages.pot is out of date: make texts"
    assert len(msgids(KEPT)) > 500
