"""What a person does with rutbreaker, in their words: plain functions that take the Context.

The shell and the dashboard call these and nothing below them. One file per part; none imports another.
"""
