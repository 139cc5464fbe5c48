"""Which of several things somebody means: by an id, the beginning of one, or a part of a name that only one has."""

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from rutbreaker.domain.text import one_line

_SHORTEST_ID = 8
_LEAST_OF_ID = 4
_MOST = 8
_WIDTH = 60


class Named(NamedTuple):
    """A thing by its id and name; ``note`` tells it from others of that name, ``is_likely`` puts it before others."""

    id: str
    name: str
    note: str = ""
    is_likely: bool = True


def meant(text: str, among: Sequence[Named]) -> list[Named]:
    """What is meant by a text: one thing, several where it could be several, none where nothing fits.

    The whole id or name goes before its beginning, a beginning of either before a part of the name. Among several the
    likely ones are meant. Letters may be large or small.
    """
    wanted = _plain(text)
    if not wanted:
        return []
    # A few letters may well begin an id by chance; a name is meant by them.
    is_id = len(wanted) >= _LEAST_OF_ID and set(wanted) <= set("0123456789abcdef-")
    whole = [one for one in among if wanted in (one.id, _plain(one.name))]
    begun = [one for one in among if (is_id and one.id.startswith(wanted)) or _plain(one.name).startswith(wanted)]
    found = whole or begun or [one for one in among if wanted in _plain(one.name)]
    return [one for one in found if one.is_likely] or found


def listed(named: Sequence[Named], among: Iterable[Named]) -> str:
    """Things on a line each, with a beginning of their ids that nothing else has; no more than a few of them."""
    few = named[:_MOST]
    shorts = short_ids([one.id for one in few], [one.id for one in among])
    lines = [f"  {short}  {_said(one)}" for short, one in zip(shorts, few, strict=True)]
    if len(named) > _MOST:
        lines.append(f"  and {len(named) - _MOST} more")
    return "\n".join(lines)


def short_ids(rows: Sequence[str], ids: Sequence[str]) -> list[str]:
    """Beginnings of these ids, as long as each other and eight characters at least, that none of ``ids`` shares."""
    longest = max(map(len, rows), default=0)
    for size in range(_SHORTEST_ID, longest):
        counts = Counter(each[:size] for each in ids)
        if all(counts[row[:size]] <= 1 for row in rows):
            return [row[:size] for row in rows]
    return list(rows)


def _said(one: Named) -> str:
    name = one_line(one.name, _WIDTH)
    return f"{name}  ({one_line(one.note, _WIDTH)})" if one.note else name


def _plain(text: str) -> str:
    return " ".join(text.casefold().split())
