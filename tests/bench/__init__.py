"""What the program promises of its statistics and its speed, measured: ``python -m tests.bench``."""
