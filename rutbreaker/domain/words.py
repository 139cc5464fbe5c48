"""The words that stand for kinds of things, in the order in which people meet them."""

RATINGS = ("energy", "interest", "pressure", "progress", "people")
"""The five ratings of a check-in, 1 to 5, in the order they are asked. Pressure counts reversed in the index."""

WEEKLY_RATINGS = ("switch_off", "say")
"""The two ratings, 1 to 5, that are asked once a week, after the five."""

AVENUES = ("aim", "challenge", "learning", "network", "balance", "recognition")
"""The kinds of goal."""

SOURCES = ("overload", "challenge", "interest", "alone", "life", "recognition")
"""The sources of a rut, by their keys."""

SOURCE_NAMES = {
    "overload": "Overload",
    "challenge": "Too little challenge",
    "interest": "Lost interest",
    "alone": "Alone with it",
    "life": "Work swallows life",
    "recognition": "No recognition",
}
"""What a person reads for each source."""

VERDICTS = ("helped", "little", "no", "unknown")
"""What somebody says of a goal when closing it: helped, helped a little, no, can't tell."""

ROLES = ("mentor", "peer", "manager", "sponsor", "coach", "community")
"""What a person is to the user."""

PAUSE_REASONS = ("ill", "holiday", "leave", "rest")
"""Why nothing is expected for a while."""

MARKS = ("off", "sick")
"""How a whole day can be marked: a day off, or a sick day."""
