"""Which version of the layout a data file has: cheap to ask at every start, unlike the schema that makes it."""

from rutbreaker.errors import Unusable
from rutbreaker.store.connection import APPLICATION_ID, Connection

VERSION = 3
"""The layout this program reads and writes: the number of migrations in ``schema.py``, kept as ``user_version``."""


def version_of(connection: Connection) -> int:
    """The version of the file's layout, 0 for a new one.

    Ask inside a transaction: another program may be making the file between one of these questions and the next.

    Raises:
        Unusable: the file belongs to another program, or to a newer rutbreaker. It was only read.
    """
    application = connection.rows("PRAGMA application_id")[0][0]
    version = int(connection.rows("PRAGMA user_version")[0][0])
    if application != APPLICATION_ID and (application or version or connection.rows("SELECT 1 FROM sqlite_schema")):
        raise Unusable(f"{connection.path} is not a rutbreaker data file. It was left as it is.")
    if version > VERSION:
        raise Unusable(
            f"{connection.path} was written by a newer rutbreaker (layout {version}, this one knows {VERSION}). "
            "It was left as it is; update rutbreaker to open it."
        )
    return version
