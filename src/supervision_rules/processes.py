"""Sharing work out to as many processes as the machine has cores."""

from __future__ import annotations

import os
import pickle
import threading
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from typing import BinaryIO, NoReturn, TypeVar

T = TypeVar("T")
R = TypeVar("R")


def shared_out(work: Callable[[T], R], items: Sequence[T], size: Callable[[T], int]) -> list[R]:
    """What ``work`` makes of each item, in their order; only what it returns counts, what it changes may be lost.

    The processes are copies of this one, in which nothing has to be imported or read again. Where a system knows no
    such copies, or other threads run (whose locks a copy would hold for ever), all is done here. ``size`` says how much
    there is to do about an item, so that none is waited for alone.
    """
    shares = _shares([size(item) for item in items], _cores() if _can_copy() else 1)
    begun = [_begin(work, [items[place] for place in share]) for share in shares[1:]]
    made = dict(_done(work, items, shares[0])) if shares else {}
    for share, each in zip(shares[1:], begun, strict=True):
        made |= zip(share, [] if each is None else _heard(*each), strict=False)
    # what a process did not come to the end of is done again here, so that the reason is told
    missing = [place for place in range(len(items)) if place not in made]
    made |= _done(work, items, missing)
    return [made[place] for place in range(len(items))]


def _can_copy() -> bool:
    return hasattr(os, "fork") and threading.active_count() == 1


def _cores() -> int:
    """Those that this process may use."""
    allowed = getattr(os, "sched_getaffinity", None)
    return len(allowed(0)) if allowed is not None else os.cpu_count() or 1


def _shares(sizes: Sequence[int], many: int) -> list[list[int]]:
    """The places of the items, dealt out so that the shares are alike: the largest first, each to who has least."""
    shares: list[list[int]] = [[] for _ in range(min(many, len(sizes)))]
    for place in sorted(range(len(sizes)), key=lambda place: -sizes[place]):
        min(shares, key=lambda share: sum(sizes[each] for each in share)).append(place)
    return shares


def _done(work: Callable[[T], R], items: Sequence[T], places: Iterable[int]) -> Iterable[tuple[int, R]]:
    return ((place, work(items[place])) for place in places)


def _begin(work: Callable[[T], R], share: Sequence[T]) -> tuple[int, BinaryIO] | None:
    """A process that does a share, and where to hear of it; None where the system allows no more of them."""
    here, there = os.pipe()
    try:
        process = os.fork()
    except OSError:
        os.close(here)
        os.close(there)
        return None
    if process == 0:
        os.close(here)  # where the first process has ended, what is written has no reader, and does not wait for one
        _do(work, share, there)
    os.close(there)
    return process, os.fdopen(here, "rb")


def _do(work: Callable[[T], R], share: Sequence[T], there: int) -> NoReturn:
    """Do a share and end, without a word of one's own and without what the first process does at its end."""
    try:
        with os.fdopen(there, "wb") as pipe:
            pipe.write(pickle.dumps([work(item) for item in share]))
    finally:
        os._exit(0)


def _heard(process: int, pipe: BinaryIO) -> list[R]:
    """What a process made of its share; nothing, if it did not come to its end."""
    with pipe:
        told = pipe.read()
    with suppress(ChildProcessError):  # where nobody is told that processes end, it is gone already
        os.waitpid(process, 0)
    try:
        return list(pickle.loads(told))
    except (EOFError, pickle.UnpicklingError):
        return []
