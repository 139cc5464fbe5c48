"""Widgets that know nothing of the domain: plain values in, messages out."""
