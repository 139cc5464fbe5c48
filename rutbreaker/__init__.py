"""rutbreaker helps somebody out of a professional rut, one day at a time."""

__version__ = "0.1.0"
