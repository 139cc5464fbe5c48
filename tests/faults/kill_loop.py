"""``python -m tests.faults.kill_loop``: ends a writer in the middle of its work, hundreds of times, and looks after it.

The writer is forked from this process, which is warm, and uses the journal like everybody else. It says what it is
about to do before each act and that it is done after the act has returned; then it is killed, between the two or
anywhere. What it had said was done must be there, and only the one act under way may be there or not.
"""

import argparse
import json
import os
import select
import signal
import sys
from collections.abc import Iterator
from random import Random
from tempfile import TemporaryDirectory
from time import perf_counter

from rutbreaker.context import Context
from rutbreaker.domain.models import Reflection, Win
from rutbreaker.journal import history
from rutbreaker.journal.daily import log_win
from rutbreaker.journal.log import Changes, delete, edit, list_log
from rutbreaker.journal.reflect import write_reflection
from rutbreaker.store import connection
from tests.faults.agreement import disagreements
from tests.faults.opening import open_here

KILLS = 400
_TO_A_FILE = 40
"""Kills after which a new file begins, the first of them while it is made: looking through a long one takes longer."""

_NEW = ""
"""Stands for the id of what is about to be made."""

Texts = dict[str, str]
"""What stands in the log: texts by their ids."""


def texts_in(context: Context) -> Texts:
    """What stands in the log now."""
    return {line.id: line.text for line in list_log(context, ("win", "reflection"))}


class Writer:
    """What the forked process does until it is killed: one act after the other, each said before and after."""

    def __init__(self, context: Context, chance: Random, pipe: int) -> None:
        self._context = context
        self._chance = chance
        self._pipe = pipe
        self._known = {line.id: (line.kind, line.text) for line in list_log(context, ("win", "reflection"))}

    def work(self) -> None:
        """Act for ever."""
        while True:
            number = self._chance.random()
            if number < 0.5 or not self._known:
                self._log()
            else:
                changed = self._change(to_delete=number > 0.8)
                if self._chance.random() < 0.3:
                    self._take_back(*changed)

    def _log(self) -> None:
        is_long = self._chance.random() < 0.4
        length = self._chance.randrange(400 if is_long else 9)
        text = f"number {self._chance.getrandbits(60)} {'so it went on ' * length}#went #on"
        self._say("about", _NEW, text)
        made: Win | Reflection
        made = write_reflection(self._context, text) if is_long else log_win(self._context, text)
        self._say("done", made.id, text)
        self._known[made.id] = ("reflection" if is_long else "win", text)

    def _change(self, *, to_delete: bool) -> tuple[str, str, str]:
        """Edit or delete something; its id and kind, and what stood there before."""
        row = self._chance.choice(sorted(self._known))
        kind, before = self._known[row]
        after = "" if to_delete else f"{before.split(' #')[0]}, or {self._chance.getrandbits(60)} #changed"
        self._say("about", row, after)
        if to_delete:
            delete(self._context, (kind, row))
            del self._known[row]
        else:
            edit(self._context, (kind, row), Changes(after))
            self._known[row] = (kind, after)
        self._say("done", row, after)
        return row, kind, before

    def _take_back(self, row: str, kind: str, before: str) -> None:
        self._say("about", row, before)
        history.undo(self._context)
        self._say("done", row, before)
        self._known[row] = (kind, before)

    def _say(self, what: str, row: str, text: str) -> None:
        os.write(self._pipe, json.dumps([what, row, text]).encode() + b"\n")


class Round:
    """One writer's life: forked, heard, killed."""

    def __init__(self, seed: int) -> None:
        self.acknowledged = 0
        self.under_way: tuple[str, str] | None = None
        self.done: list[tuple[str, str]] = []
        self._heard = b""
        self._pipe, end = os.pipe()
        self._child = os.fork()
        if self._child == 0:
            try:
                os.close(self._pipe)
                Writer(open_here(), Random(seed), end).work()
            finally:
                # Whatever it is: without the tests' own endings, which belong to the parent.
                os._exit(3)
        os.close(end)

    def live(self, acts: int, seconds: float) -> None:
        """Hear of so many acts, let some time pass, and kill."""
        while self.acknowledged < acts and self._hear():
            pass
        select.select([], [], [], seconds)
        os.kill(self._child, signal.SIGKILL)
        _, status = os.waitpid(self._child, 0)
        if os.waitstatus_to_exitcode(status) != -signal.SIGKILL:
            raise RuntimeError("the writer ended by itself")
        while self._hear():
            pass
        os.close(self._pipe)

    def _hear(self) -> bool:
        heard = os.read(self._pipe, 1 << 16)
        *lines, self._heard = (self._heard + heard).split(b"\n")
        for line in lines:
            what, row, text = json.loads(line)
            if what == "done":
                self.done.append((row, text))
                self.acknowledged += 1
                self.under_way = None
            else:
                self.under_way = (row, text)
        return bool(heard)


def problems_after(context: Context, before: Texts, lived: Round) -> Iterator[str]:
    """What was lost or torn by a kill: all that was said to be done must stand, and nothing else but what was begun."""
    expected = dict(before)
    for row, text in lived.done:
        _apply(expected, row, text)
    there = texts_in(context)
    if there != expected and lived.under_way is not None:
        row, text = lived.under_way
        row = row or next(iter(there.keys() - expected.keys()), _NEW)
        _apply(expected, row, text)
    if there != expected:
        rows = sorted(row for row in there.keys() | expected.keys() if there.get(row) != expected.get(row))
        yield f"lost: {rows}"
    yield from (f"torn: {what}" for what in disagreements(context.connection))


def _read() -> Texts:
    context = open_here()
    texts = texts_in(context)
    context.connection.close()
    return texts


def _apply(texts: Texts, row: str, text: str) -> None:
    if text:
        texts[row] = text
    else:
        texts.pop(row, None)


def run(kills: int, folder: str) -> tuple[int, list[str]]:
    """Kill so many writers; how many acts they had acknowledged, and what was wrong afterwards."""
    chance, acknowledged, found = Random(1), 0, list[str]()
    pace = 0.01
    for number in range(kills):
        home = os.path.join(folder, f"home-{number // _TO_A_FILE}")
        os.environ["RUTBREAKER_HOME"] = home
        is_new = not os.path.exists(home)
        before = {} if is_new else _read()
        lived, begun = Round(number), perf_counter()
        # The time that an act takes here, and a bit: so that any moment of one is met, however quick the machine is.
        lived.live(0 if is_new else chance.randrange(7), chance.uniform(0, 30 if is_new else 1.5) * pace)
        if not is_new:
            pace += 0.1 * ((perf_counter() - begun) / (lived.acknowledged + 1) - pace)
        acknowledged += lived.acknowledged
        context = open_here()
        found += [f"kill {number}: {problem}" for problem in problems_after(context, before, lived)]
        context.connection.close()
    return acknowledged, found


def main() -> int:
    """Run the loop and print its figures; exit code 1 when anything was lost or torn."""
    parser = argparse.ArgumentParser(prog="python -m tests.faults.kill_loop", description=__doc__)
    parser.add_argument("--kills", type=int, default=KILLS, help=f"how many, {KILLS} unless said otherwise")
    parser.add_argument("--wal", action="store_true", help="with the journal that a newer SQLite is given")
    asked = parser.parse_args()
    if asked.wal:
        connection.has_wal_fix = lambda version: True
    begun = perf_counter()
    with TemporaryDirectory() as folder:
        acknowledged, found = run(asked.kills, folder)
    for problem in found:
        sys.stderr.write(f"{problem}\n")
    lost, torn = (sum(f": {kind}: " in problem for problem in found) for kind in ("lost", "torn"))
    spent = perf_counter() - begun
    sys.stdout.write(
        f"{asked.kills} kills, {acknowledged} acknowledged writes, {lost} lost, {torn} torn "
        f"({spent:.0f} s, {'WAL' if asked.wal else 'rollback journal'})\n"
    )
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
