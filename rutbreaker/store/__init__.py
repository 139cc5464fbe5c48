"""The data file: the only room that knows SQL. Takes and returns models, never dictionaries or cursors."""
