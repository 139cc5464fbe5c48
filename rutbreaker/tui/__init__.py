"""The dashboard. State goes down by data binding, intent goes up by messages, and the store is behind the gateway."""

from rutbreaker.tui.pace import quicken

quicken()
