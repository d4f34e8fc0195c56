"""A disk that can be full: a small file system for root, and otherwise a limit on how long files may become."""

import contextlib
import os
import resource
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from bench.servers import tree

MEGABYTES = 48
NO_LIMIT = resource.RLIM_INFINITY


class Disk:
    """A small file system, filled by a file that takes all the room there is."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.filling = folder, folder / "filling"

    def watch(self, pid: int) -> None:
        """Whose files would grow; a file system needs nobody to say so."""

    def fill(self) -> None:
        """Leave no room."""
        with self.filling.open("wb", buffering=0) as file, contextlib.suppress(OSError):
            for size in (65536, 512, 1):
                with contextlib.suppress(OSError):
                    while True:
                        file.write(b"\0" * size)

    def empty(self) -> None:
        """Give the room back."""
        self.filling.unlink()


class Limit(Disk):
    """The same for who may mount nothing: the kernel lets no file of the portal be written beyond its first page."""

    pid = 0

    def watch(self, pid: int) -> None:
        """Whose files are held back."""
        self.pid = pid

    def fill(self) -> None:
        """Hold them back."""
        self.allow(4096)

    def empty(self) -> None:
        """They may grow again."""
        self.allow(NO_LIMIT)

    def allow(self, size: int) -> None:
        """Set how long a file may become."""
        for one in tree(self.pid):
            resource.prlimit(one, resource.RLIMIT_FSIZE, (size, NO_LIMIT))


@contextmanager
def small_disk(folder: Path) -> Iterator[Disk]:
    """A disk for as long as the block lasts."""
    if os.geteuid():
        yield Limit(folder)
        return
    place = folder / "disk"
    place.mkdir()
    subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={MEGABYTES}m", "none", place], check=True)
    try:
        yield Disk(place)
    finally:
        subprocess.run(["umount", "--lazy", place], check=True)
