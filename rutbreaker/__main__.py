"""``python -m rutbreaker`` is the same program as ``rut``."""

import sys

from rutbreaker.cli.main import main

if __name__ == "__main__":
    sys.exit(main())
