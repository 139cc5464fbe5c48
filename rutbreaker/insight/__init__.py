"""The statistics: pure functions of plain values, each with its formula, its units, and how often it is wrong."""
