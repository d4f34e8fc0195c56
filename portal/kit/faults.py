"""What can be written down of a fault: the way to it, and nothing that anybody typed."""

import traceback
from collections.abc import Iterator


def way_to(error: BaseException) -> Iterator[str]:
    """The places in the code that led to a fault, and to what caused it.

    Messages are left out, because they quote what people typed, and the log holds nothing of that.
    """
    for frame in traceback.extract_tb(error.__traceback__):
        yield f"{frame.filename}:{frame.lineno} {frame.name}"
    if before := error.__cause__ or error.__context__:
        yield f"from {type(before).__name__}"
        yield from way_to(before)
