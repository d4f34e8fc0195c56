"""Builds what browsers load: `python -m portal.assets` makes static/dist from static/src and npm packages.

Every file in static/dist carries a hash of its content in its name, so browsers keep it for good, and lies
there compressed already. manifest.json says which name stands for which file.
"""

import gzip
import hashlib
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import brotli

ROOT = Path(__file__).resolve().parent.parent
SOURCE = ROOT / "static" / "src"
DIST = ROOT / "static" / "dist"
PACKAGES = ROOT / "node_modules"

STYLES = ("portal",)
SCRIPTS = ("portal", "editing", "uploading", "beside")
TAKEN = {"htmx.js": PACKAGES / "htmx.org" / "dist" / "htmx.min.js"}
COPIED = (".ico", ".png", ".svg", ".webmanifest")
NAMES_OTHERS = (".css", ".webmanifest")

# What every browser understands that govuk-frontend starts in; newer syntax is rewritten to it.
LANGUAGE = "es2017"


class Trouble(Exception):
    """The assets cannot be built; the text says what to do."""


def find_node() -> str | None:
    """Where Node.js is: on the path, or beside this Python, where the set-up puts one that was missing."""
    beside = str(Path(sys.executable).parent)
    return shutil.which("node", path=os.pathsep.join((os.environ.get("PATH", ""), beside)))


def run_node(script: str, *args: str) -> None:
    """Run one script of an npm package; raise Trouble with its own words when it fails."""
    node, path = find_node(), PACKAGES / script
    if node is None or not path.is_file():
        raise Trouble(f"{script} cannot run: Node.js or the npm packages are missing. `make assets` gets both.")
    done = subprocess.run([node, str(path), *args], cwd=ROOT, capture_output=True, text=True, check=False)
    if done.returncode or done.stderr:
        # A warning stops the build too: a deprecated rule is cheapest to mend on the day it appears.
        raise Trouble(done.stderr or f"{script} failed without a word.")


def build_into(folder: Path) -> None:
    """Fill an empty folder with every finished file under its plain name."""
    for name in STYLES:
        run_node(
            "sass/sass.js",
            *("--style=compressed", "--no-source-map", "--quiet-deps", f"--load-path={PACKAGES}"),
            f"{SOURCE / name}.scss:{folder / name}.css",
        )
    run_node(
        "esbuild/bin/esbuild",
        *(str(SOURCE / f"{name}.js") for name in SCRIPTS),
        *("--bundle", "--minify", "--format=iife", f"--target={LANGUAGE}", "--log-level=warning"),
        f"--outdir={folder}",
    )
    for name, package_file in TAKEN.items():
        shutil.copyfile(package_file, folder / name)
    for path in copied_sources():
        shutil.copyfile(path, folder / path.name)


def copied_sources() -> list[Path]:
    """The pictures and the web manifest, which go out as they are."""
    return sorted(path for path in SOURCE.iterdir() if path.suffix in COPIED)


def hashed(name: str, content: bytes) -> str:
    """The name with 16 hex digits of the content's SHA-256 in it: portal.css -> portal.3f2a….css."""
    stem, dot, ending = name.rpartition(".")
    return f"{stem}.{hashlib.sha256(content).hexdigest()[:16]}{dot}{ending}"


def with_hashed_names(content: bytes, manifest: dict[str, str]) -> bytes:
    """Replace the names of other assets that a style sheet or web manifest quotes by their hashed ones."""

    def replace(found: re.Match[str]) -> str:
        return manifest.get(found[1], found[0])

    return re.sub(r"(?<=[\"'(])([\w.-]+)(?=[\"')])", replace, content.decode()).encode()


def publish(folder: Path) -> dict[str, str]:
    """Write every file of the folder to static/dist under its hashed name, and return the manifest."""
    manifest: dict[str, str] = {}
    # Files that name others come last, when the others' hashes are known.
    for path in sorted(folder.iterdir(), key=lambda path: (path.suffix in NAMES_OTHERS, path.name)):
        content = path.read_bytes()
        if path.suffix in NAMES_OTHERS:
            content = with_hashed_names(content, manifest)
        manifest[path.name] = hashed(path.name, content)
        write_with_compressed(DIST / manifest[path.name], content)
    return manifest


def write_with_compressed(path: Path, content: bytes) -> None:
    """Write a file, with .br and .gz beside it where they save at least a tenth."""
    path.write_bytes(content)
    for ending, smaller in ((".br", brotli.compress(content)), (".gz", gzip.compress(content, 9, mtime=0))):
        if len(smaller) < len(content) * 0.9:
            path.with_name(path.name + ending).write_bytes(smaller)


def fingerprint() -> str:
    """A hash of everything the build reads, so that nothing is built twice."""
    inputs = [path for path in sorted(SOURCE.rglob("*")) if path.is_file()]
    total = hashlib.sha256()
    for path in (*inputs, ROOT / "package-lock.json", Path(__file__)):
        content = path.read_bytes()
        total.update(f"{path.relative_to(ROOT)} {len(content)}\n".encode() + content)
    return total.hexdigest()


def build() -> bool:
    """Build static/dist unless it is up to date, and say whether there was anything to do."""
    stamp, now = DIST / ".built", fingerprint()
    if stamp.is_file() and stamp.read_text() == now:
        return False
    DIST.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        build_into(Path(folder))
        manifest = publish(Path(folder))
    # A server that reads the manifest meanwhile finds the old one or the new one, never half of it.
    half = DIST / "manifest.json.new"
    half.write_text(json.dumps(manifest, indent=2, sort_keys=True) + "\n")
    half.replace(DIST / "manifest.json")
    wanted = {"manifest.json"} | {name + ending for name in manifest.values() for ending in ("", ".br", ".gz")}
    for path in DIST.iterdir():
        if path.name not in wanted:
            path.unlink()
    stamp.write_text(now)
    return True


def main() -> int:
    """Build, and say in one line what was done or what went wrong."""
    try:
        built = build()
    except Trouble as trouble:
        print(f"The assets were not built.\n{trouble}", file=sys.stderr)
        return 1
    print(f"static/dist {'built' if built else 'is up to date'}.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
