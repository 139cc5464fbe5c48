"""The dashboard and the dialogs over it."""
