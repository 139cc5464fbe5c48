"""What the words mean: immutable models and pure functions. No clock, no file, no SQL, no screen."""
