"""Between foreign files and what rutbreaker keeps: one file per format, pure functions of bytes."""
