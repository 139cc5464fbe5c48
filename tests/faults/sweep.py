"""``python -m tests.faults.sweep [OPERATION ...]``: every call to the disk fails once.

The first call of an operation fails, then in a new home the second, and so on to the last. After each, on a sound disk:
what stood there before stands there whole, or what was to be written does; what went wrong was said by a typed error;
and the process that met it works on, at most after opening the file again.
"""

import argparse
import gc
import json
import os
import shutil
import signal
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from tempfile import TemporaryDirectory
from time import perf_counter
from typing import NamedTuple

from rutbreaker.context import Context
from rutbreaker.errors import Lost, RutbreakerError
from rutbreaker.journal.daily import log_win
from tests.faults.agreement import disagreements
from tests.faults.disk import FAULTS, Disk, Fault, build_shim
from tests.faults.opening import open_here
from tests.faults.operations import OPERATIONS, Operation, texts_in

_AGAIN = "It works again"
_NEVER = 1_000_000
"""A call that doesn't come."""

_PATIENCE = 60
"""Seconds after which a process that doesn't end is a problem."""


_TO_A_PROCESS = 15
"""Calls that one process meets, one after the other: to fork takes as long as to meet one."""


class Met(NamedTuple):
    """What a process tells after the fault: how the operation ended, how it went on, and how many calls failed.

    ``calls`` is how many could have failed.
    """

    end: str
    again: str
    failed: int
    calls: int


def meet(operation: Operation, fault: Fault, call: int, home: str) -> Met:
    """Run an operation in this process, with one call failing, and go on when the disk is sound again."""
    disk = Disk()
    ready = operation.ready()
    disk.fail(fault, call, home)
    try:
        ready.run()
        end = "done"
    except RutbreakerError:
        end = "refused"
    finally:
        failed = disk.heal()
    return Met(end, _go_on(operation, ready.context), failed, disk.met())


def _go_on(operation: Operation, context: Context | None) -> str:
    how = "after opening again"
    if context is not None:
        try:
            log_win(context, _AGAIN)
            context.connection.close()
        except RutbreakerError:
            context.connection.close()
        else:
            return "at once"
    try:
        context = open_here()
    except Lost:
        if operation.bring_back is None:
            raise
        operation.bring_back()
        context = open_here()
        how = "after bringing the file back"
    log_win(context, _AGAIN)
    context.connection.close()
    return how


def in_other_processes(operation: Operation, fault: Fault, homes: dict[int, str]) -> Iterator[Met | str]:
    """The same for calls, each in its own home, in a process forked from this one; in words what is wrong with its end.

    The process goes on with the next call, as a program does whose disk has failed. One that ends by itself is followed
    by another, for the calls that are left.
    """
    left = list(homes)
    while left:
        pipe, end = os.pipe()
        child = os.fork()
        if child == 0:
            try:
                for call in left:
                    os.write(end, f"{json.dumps(_what_is_met(operation, fault, call, homes[call]))}\n".encode())
            finally:
                # Whatever it is: without the endings that belong to the parent.
                os._exit(0)
        os.close(end)
        with os.fdopen(pipe, encoding="utf-8") as file:
            told = [json.loads(line) for line in file]
        _, status = os.waitpid(child, 0)
        for met in told:
            yield met if isinstance(met, str) else Met(*met)
        del left[: len(told)]
        if left:
            yield f"ended with {os.waitstatus_to_exitcode(status)}"
            del left[0]


def _what_is_met(operation: Operation, fault: Fault, call: int, home: str) -> Met | str:
    signal.alarm(_PATIENCE)
    os.environ["RUTBREAKER_HOME"] = home
    try:
        return meet(operation, fault, call, home)
    except BaseException as error:  # noqa: BLE001 - told to the parent, whatever it is
        return f"{type(error).__name__}: {error}"


def problems_after(operation: Operation, home: str, met: Met | str) -> Iterator[str]:
    """What isn't as promised in a home after a fault."""
    if isinstance(met, str):
        yield met
        return
    if not met.failed and met.end != "done":
        yield "refused, and nothing had failed"
    context = open_here()
    there = list(texts_in(context))
    if _AGAIN not in there:
        yield "what was written afterwards is not there"
        return
    there.remove(_AGAIN)
    allowed = operation.states[-1:] if met.end == "done" else operation.states
    if tuple(there) not in allowed:
        yield f"{met.end}, and there are {len(there)} texts that should not stand together"
    yield from disagreements(context.connection)
    context.connection.close()
    yield from operation.look(home, met.end == "done")


def sweep(operation: Operation, fault: Fault, folder: str, most: int | None) -> tuple[Counter[str], list[str]]:
    """Let one call after the other fail; how often it ended how, and the problems."""
    sound = os.path.join(folder, f"sound-{operation.name}")
    if not os.path.exists(sound):
        os.environ["RUTBREAKER_HOME"] = sound
        os.mkdir(sound, 0o700)
        operation.prepare()
    ends, problems = Counter[str](), list[str]()

    def fail_at(calls: Sequence[int]) -> list[Met | str]:
        homes = {call: os.path.join(folder, f"home-{call:07}") for call in calls}
        for home in homes.values():
            shutil.copytree(sound, home)
        found = list(in_other_processes(operation, fault, homes))
        for (call, home), met in zip(homes.items(), found, strict=True):
            os.environ["RUTBREAKER_HOME"] = home
            where = f"{operation.name}, {fault.name} at call {call}"
            problems.extend(f"{where}: {problem}" for problem in problems_after(operation, home, met))
            if isinstance(met, Met) and not met.failed and call != _NEVER:
                problems.append(f"{where}: there was no such call")
            shutil.rmtree(home)
        return found

    (untouched,) = fail_at([_NEVER])
    to_fail = chosen(untouched.calls if isinstance(untouched, Met) else 0, most)
    for begin in range(0, len(to_fail), _TO_A_PROCESS):
        for met in fail_at(to_fail[begin : begin + _TO_A_PROCESS]):
            if isinstance(met, Met):
                ends[f"{met.end}, went on {met.again}"] += 1
    return ends, problems


def chosen(calls: int, most: int | None) -> list[int]:
    """Which calls are to fail: all, or the first, the last and some between, a third of ``most`` of each."""
    everything = range(1, calls + 1)
    if most is None or calls <= most:
        return list(everything)
    part = most // 3
    between = everything[part:-part]
    return [*everything[:part], *between[:: len(between) // part], *everything[-part:]]


def _with_the_shim() -> int:
    """The same once more, in a process that the shim is loaded into."""
    with TemporaryDirectory() as folder:
        environment = os.environ | {"LD_PRELOAD": build_shim(folder)}
        command = [sys.executable, "-m", "tests.faults.sweep", *sys.argv[1:]]
        return subprocess.run(command, env=environment, check=False).returncode


def main() -> int:
    """Sweep the operations asked for, all unless some are named; exit code 1 when anything isn't as promised."""
    parser = argparse.ArgumentParser(prog="python -m tests.faults.sweep", description=__doc__)
    parser.add_argument("names", nargs="*", metavar="OPERATION", help=", ".join(each.name for each in OPERATIONS))
    parser.add_argument("--most", type=int, help="of more calls than this, some in the middle are left out")
    asked = parser.parse_args()
    if not Disk.stands_here():
        return _with_the_shim()
    # What is here now stays, so that a forked process need not look through it.
    gc.freeze()
    begun, faults, problems = perf_counter(), 0, list[str]()
    with TemporaryDirectory() as folder:
        for operation in OPERATIONS:
            if asked.names and operation.name not in asked.names:
                continue
            for fault in FAULTS:
                ends, found = sweep(operation, fault, folder, asked.most)
                faults += ends.total()
                problems += found
                told = "; ".join(f"{number} {end}" for end, number in ends.items())
                sys.stdout.write(f"{operation.name}, {fault.name}: {ends.total()} faults ({told or 'none met'})\n")
                sys.stdout.flush()
    for problem in problems:
        sys.stderr.write(f"{problem}\n")
    sys.stdout.write(f"{faults} faults, {len(problems)} problems ({perf_counter() - begun:.0f} s)\n")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
