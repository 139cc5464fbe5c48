"""Sample data: fourteen invented months of one person, to look around in before there is anything of one's own.

``story`` says what happens when, ``arc`` how the days feel, ``words`` what is written down and
``habits`` what comes again and again; ``life`` lives it, through the same use-cases as the dashboard, and ``opening``
makes the file.
"""
