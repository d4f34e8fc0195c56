"""The built style and script, by the names that carry their hash."""

import json
from collections.abc import Callable
from pathlib import Path

from portal.kit.errors import Misconfigured


def asset_finder(manifest: Path) -> Callable[[str], str]:
    """A function from an asset's name to its address. Raises Misconfigured where nothing was built yet."""
    if not manifest.exists():
        raise Misconfigured("The style and script are not built. Run: make assets")
    names: dict[str, str] = json.loads(manifest.read_text(encoding="utf-8"))
    return lambda name: f"/static/{names[name]}"
