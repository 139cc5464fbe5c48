"""The seven panes: each draws its part of the state and says what the person wants."""
