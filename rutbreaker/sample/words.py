"""What the invented person writes down: wins, gratitude and notes, by how things are at the time."""

from typing import NamedTuple


class Thanks(NamedTuple):
    """Something to be grateful for: what, perhaps to whom, and why it counted."""

    text: str
    person: str = ""
    why: str = ""


WINS = {
    "steady": (
        "Closed the label printer ticket that nobody wanted",
        "Release 4.2 went out without a hotfix #release",
        "Wrote the test that would have caught last month's outage",
        "Cut the nightly stock run from 40 minutes to 6 #deepwork",
        "Explained the returns flow to the new support team",
        "Said in planning that the date was not real, and it was moved",
        "Paired with Kofi and we both learnt something #pairing",
        "Removed 1,100 lines and nothing broke #deepwork",
        "Answered the auditors in one go",
        "The importer takes broken files now, and says what is wrong with them",
    ),
    "low": (
        "Answered the whole inbox",
        "Went for a walk instead of a fourth coffee",
        "Finished the billing migration checklist, finally",
        "Did not volunteer for another release rota",
        "Wrote down what I don't like about this, instead of scrolling",
        "Left before seven",
        "Fixed the invoice rounding, third time #billing",
        "Told Ana that I am bored. It helped to say it",
    ),
    "rising": (
        "First offline sync between two real scanners #offline",
        "Asked a beginner's question in front of everybody, and lived",
        "Two hours on the sync conflict without looking up #deepwork",
        "The parser reads its first number #rust",
        "Showed the ugly prototype before it was ready #offline",
        "Kofi and I found the clock bug with a drawing on paper #pairing #offline",
        "Wrote the offline design on two pages, and people read it",
        "Chapter 6 done, and the exercises without peeking #rust",
        "Moved the late call to the morning, nobody minded",
        "Got the old sync code under test #offline #deepwork",
        "Said no to the third status meeting #meetings",
        "Dana's question turned the whole plan round, for the better",
    ),
    "good": (
        "The offline mode is live in two warehouses #offline #release",
        "Somebody I don't know thanked me for the design notes",
        "Rewrote the conflict page so that it fits on one screen #deepwork",
        "The parser handles its own source #rust",
        "Gave the lunch talk on sync, and the room stayed #talk",
        "First commit to the platform team's repository got merged",
        "Ran the retro, and nobody left early #pairing",
        "Leni fixed her first bug; I only asked questions #pairing",
        "Slept on the argument, and it was gone",
        "Had the outline of the meet-up talk done by nine #talk",
        "Turned a vague worry about money into a number",
        "Four mornings without a meeting #deepwork",
        "Asked what the platform team needs, instead of guessing",
    ),
}
"""Wins that stand for a time of their own."""

WIN_PARTS = (
    (
        ("Fixed", "Tracked down", "Put a test around"),
        (
            "the double invoice #billing", "the slow stock list", "the crash on empty labels", "the flaky upload test",
            "the wrong time zone in the reports", "the lost pallet count", "the login that hung on Mondays",
            "the memory leak in the scanner app", "the price that rounded the wrong way #billing",
        ),
    ),
    (
        ("Shipped", "Wrote up", "Finished", "Got a yes for"),
        (
            "the returns page", "the new label layout", "the stock alert", "the backup drill", "the search by shelf",
            "the onboarding guide", "the small print of the export", "the release checklist #release",
        ),
    ),
    (
        ("Helped Kofi with", "Showed Leni", "Talked the team through"),
        (
            "the query planner", "the release steps #release", "reading a flame graph #pairing",
            "how the printer really works", "the queue that backs up on Fridays", "naming things in the stock module",
        ),
    ),
)  # fmt: skip
"""Beginnings and ends that make the wins of any time."""

GRATITUDE = {
    "steady": (
        Thanks("Kofi took the pager so that I could see the school play", "Kofi Mensah", "he had plans himself"),
        Thanks("A bug report with steps, a log and a kind sentence"),
        Thanks("Ana kept the meeting to twenty minutes", "Ana Ruiz"),
        Thanks("The canteen had the good soup"),
        Thanks("Tomasz defended our estimate upstairs", "Tomasz Nowak", "it was easier to give in"),
    ),
    "low": (
        Thanks("Ana noticed that I was quiet, and asked", "Ana Ruiz", "nobody else did"),
        Thanks("An hour with nobody wanting anything"),
        Thanks("Sun on the way home"),
        Thanks("Leni laughed at my awful diagram", "Leni Okoye"),
        Thanks("Dana answered within an hour", "Dana Weiss", "we had not talked for two years"),
    ),
    "rising": (
        Thanks("Dana asked what I would do if nobody graded it", "Dana Weiss", "I had no answer, and now I do"),
        Thanks("Kofi stayed until the two scanners agreed", "Kofi Mensah", "it was past six"),
        Thanks("Tomasz gave me the offline mode without a speech", "Tomasz Nowak"),
        Thanks("A whole morning with the door closed"),
        Thanks("Lena wrote that the meet-up wants beginners' talks too", "Lena Brandt"),
        Thanks("The book explains ownership with a library card"),
    ),
    "good": (
        Thanks("Priya named me when the board asked who did it", "Priya Nair", "she need not have"),
        Thanks("Leni said she stays because of the pairing", "Leni Okoye", "I had no idea"),
        Thanks("Ana read the talk, and cut a third of it", "Ana Ruiz", "it is twice as good"),
        Thanks("Lena kept a slot for me without asking twice", "Lena Brandt"),
        Thanks("Dinner with everybody at the table, on a Tuesday"),
        Thanks("Ines told me plainly what she would do again and what not", "Ines Duarte", "and what it cost her"),
        Thanks("The warehouse sent a photo of the offline scanners in the rain"),
    ),
}
"""Gratitude that stands for a time of its own."""

GRATITUDE_PARTS = (
    ("Ana Ruiz", "Kofi Mensah", "Leni Okoye", "Tomasz Nowak", "Dana Weiss", "Priya Nair", "Lena Brandt"),
    (
        "explained it twice without a sigh", "brought me a tea", "asked how it really is going",
        "said thank you, and for what", "took the dull half of the work", "sent the link I was looking for",
        "told me what I had missed", "waited for me", "admitted not knowing it either", "made the call I was avoiding",
        "laughed about it with me", "gave me the good desk",
    ),
)  # fmt: skip
"""People, and what they did, for the gratitude of any time."""

NOTES = {
    "steady": (
        "Ordinary day, in the good sense.", "Release week. #release", "Long review, but it shipped. #meetings",
        "Two hours on the stock run, gone in a blink. #deepwork", "Planning all afternoon. #meetings",
        "Showed Leni round. #pairing",
    ),
    "low": (
        "Billing again. #billing", "Could have done it asleep. #billing", "Five calls, no work. #meetings",
        "Nobody would notice if I stayed away.", "Another reorganisation, another slide. #meetings",
        "Counted the hours.", "Copied yesterday into today.",
    ),
    "rising": (
        "Tired, but the good kind. #offline", "Did not understand it at nine, did at four. #deepwork #offline",
        "Back to billing for a day. #billing", "Calls until three. #meetings",
        "Stuck with Kofi, unstuck with Kofi. #pairing",
        "Read on the train. #rust", "Quiet morning. #deepwork",
    ),
    "good": (
        "Forgot to look at the clock. #deepwork", "The demo worked in front of people. #offline",
        "Meetings, but short ones. #meetings", "Wrote on the talk before breakfast. #talk",
        "Paired all day, home by six. #pairing", "A dull day, and that was all it was.", "Three clear hours. #deepwork",
    ),
}  # fmt: skip
"""The optional lines of check-ins."""

TRIED = (
    ("Saying out loud what is stuck", "Three evenings with the laptop open", "One morning a week without calls"),
    ("The walk before the first call", "Answering at once, all day", "Inbox twice a day, not more"),
    ("Pairing on the part I feared", "Friday was all meetings", "Move one of the Friday calls"),
    ("Asking Dana before, not after", "Skipped the reading", "Read on the train, not in bed"),
    ("Leaving when I said I would", "Took billing back because it was easier", "Let the rota do billing"),
    ("Two deep mornings", "Said yes to a demo I can't prepare", "Ask for the date before saying yes"),
)
"""Answers to the weekly review: what worked, what didn't, what to try."""
