"""How a server's process hears that it is to stop, however early it is told."""

import os
import signal
import threading
import time

STOPS = (signal.SIGTERM, signal.SIGINT)
"""What tells a process to stop."""
NUDGE = signal.SIGURG
"""What wakes a thread and does nothing else; processes that do not ask for it never get it."""
NUDGES, PAUSE = 5, 1.0
"""How often a process is woken once it was told, and the seconds between."""


def listen_from_the_start() -> None:
    """See to it that a process that is just being made stops when it is told to, however early that is.

    Python forgets what it was told while it was being made. So that waits, until the process has a way of its own.
    """
    os.register_at_fork(before=hear_later, after_in_parent=hear_now, after_in_child=listen_to_nobody)


def hear_later() -> None:
    """Have a word to stop wait."""
    signal.pthread_sigmask(signal.SIG_BLOCK, STOPS)


def hear_now() -> None:
    """Act on a word to stop: one that waits, and those to come."""
    signal.pthread_sigmask(signal.SIG_UNBLOCK, STOPS)


def listen_to_nobody() -> None:
    """A process that was just made stops when it is told to, before it has said itself what to do then.

    Otherwise it would have its parent's way, which is to tell its children: and having none, it would go on for ever.
    """
    for stop in STOPS:
        signal.signal(stop, signal.SIG_DFL)
    hear_now()


def hear_asleep() -> None:
    """See to it that this process acts on a word to stop that comes just as its main thread goes to sleep.

    Python acts on a signal in that thread alone, between two steps of it. One that comes after the last step wakes
    nobody. But it is written down at once where another thread reads it, which then wakes the main one.
    """
    told, writes = os.pipe()
    os.set_blocking(writes, False)
    signal.set_wakeup_fd(writes, warn_on_full_buffer=False)
    signal.signal(NUDGE, lambda *_: None)
    threading.Thread(target=wake, args=(told,), name="hears", daemon=True).start()


def wake(told: int) -> None:
    """Wait for a word to stop, then wake the main thread a few times; where it acts on it, this ends with it."""
    while os.read(told, 1)[0] not in STOPS:
        pass
    for _ in range(NUDGES):
        time.sleep(PAUSE)
        signal.pthread_kill(threading.main_thread().ident or 0, NUDGE)
