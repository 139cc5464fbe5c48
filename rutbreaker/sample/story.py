"""What happens in the invented months, and when: each chapter once, so many days before the end.

Somebody who has built warehouse software for nine years slides into a rut after a reorganisation, finds out that it is
too little challenge, takes moves on, some of which help, and thinks soberly about a change.
"""

from datetime import timedelta

from rutbreaker.domain.options import STAYING
from rutbreaker.domain.progress import Measure
from rutbreaker.domain.statements import STATEMENTS
from rutbreaker.journal import change, events, goals, people, readiness, reflect, source, steps
from rutbreaker.journal.pauses import declare_pause
from rutbreaker.sample.arc import rating
from rutbreaker.sample.life import Chapter, Life

_PERSONS = (
    ("Ana Ruiz", "peer", "every 2 weeks", "Sits opposite. Reads everything I write."),
    ("Kofi Mensah", "peer", "", "Knows the old sync code."),
    ("Tomasz Nowak", "manager", "every 2 weeks", "Decides who does what."),
    ("Lena Brandt", "community", "every 8 weeks", "Runs the local meet-up."),
    ("Priya Nair", "sponsor", "every 3 months", "Platform lead; sits in the board meeting."),
    ("Leni Okoye", "peer", "", "Started last spring."),
)

_BORED = {"A": 3, "B": 5, "C": 3, "D": 3, "E": 2, "F": 4}
_TURNING = {"A": 3, "B": 3, "C": 2, "D": 2, "E": 3, "F": 3}
_BETTER = {"A": 2, "B": 2, "C": 1, "D": 2, "E": 2, "F": 3}


def _arrive(life: Life) -> None:
    for name, role, rhythm, note in _PERSONS:
        life.done[name] = people.add_person(life.context, name, role=role, rhythm=rhythm, note=note).id


def _sit(strain: dict[str, int]) -> Chapter:
    """A sitting of the source finder in which each source weighs so much, 1 to 5."""

    def sit(life: Life) -> None:
        for key, statement in STATEMENTS.items():
            weight = rating(strain.get(key[0], 2) + life.chance.choice((-1, 0, 0, 0, 1)))
            source.answer_statement(life.context, key, statement.strain(weight), seed=life.ago)
        source.finish_sitting(life.context)

    return sit


def _write(prompt: str, text: str) -> Chapter:
    return lambda life: reflect.write_reflection(life.context, text, prompt=prompt)


def _call_dana(life: Life) -> None:
    dana = people.add_person(
        life.context,
        "Dana Weiss",
        role="mentor",
        rhythm="every 3 weeks",
        note="My first lead. Left for teaching and came back.",
        ask="How did you notice that it was time?",
    )
    life.done["Dana Weiss"] = dana.id


def _talk(name: str, text: str, following: str = "", *, asked_out: bool = False) -> Chapter:
    return lambda life: people.log_contact(life.context, life.done[name], text, next=following, asked_out=asked_out)


def _lead_offline(life: Life) -> None:
    goal = goals.add_goal(
        life.context,
        "Lead the offline mode",
        avenue="challenge",
        source="challenge",
        why="The first thing in two years that I don't know how to do",
        obstacle="The old sync code is nobody's",
        plan="If the old sync code blocks me, then I ask Kofi before lunch",
        due=life.day + timedelta(days=100),
        size=4,
    )
    life.done["offline"] = goal.id
    for text in ("Ask Tomasz for it", "Read the old sync code", "Two pages of design", "Two scanners agree", "A pilot"):
        life.done[text] = steps.add_step(life.context, goal.id, text).id


def _tick(step: str, *, as_win: bool = False) -> Chapter:
    return lambda life: steps.tick_step(life.context, life.done[step], as_win=as_win)


def _close(goal: str, verdict: str, learnt: str, *, let_go: bool = False, as_win: bool = False) -> Chapter:
    return lambda life: goals.close_goal(life.context, life.done[goal], verdict, learnt, let_go=let_go, as_win=as_win)


def _learn_rust(life: Life) -> None:
    goal = goals.add_goal(
        life.context,
        "Learn Rust by building a parser",
        avenue="learning",
        source="challenge",
        why="I miss not knowing how something works",
        obstacle="Evenings",
        plan="If I sit down on the train, then I open the book first",
    )
    life.done["rust"] = goal.id
    life.done["chapter"] = steps.add_routine(life.context, goal.id, "Read a chapter", "3 a week").id


def _leave_by_six(life: Life) -> None:
    goal = goals.add_goal(
        life.context,
        "Leave by six",
        avenue="balance",
        source="life",
        why="Dinner with everybody at the table",
        plan="If it is half past five, then I write tomorrow's first line",
    )
    life.done["shutdown"] = steps.add_routine(life.context, goal.id, "Shutdown note", "every weekday").id


def _ask_for_feedback(life: Life) -> None:
    goal = goals.add_goal(
        life.context,
        "Ask one person for feedback each sprint",
        avenue="recognition",
        source="recognition",
        why="I only ever hear what is missing",
    )
    life.done["feedback"] = goal.id
    steps.add_step(life.context, goal.id, "Write three questions")


def _take_a_break(life: Life) -> None:
    declare_pause(life.context, life.day, life.day + timedelta(days=11), "holiday")


def _be_ill(life: Life) -> None:
    declare_pause(life.context, life.day, life.day + timedelta(days=2), "ill")


def _park_guide(life: Life) -> None:
    goal = goals.add_goal(life.context, "Write a short guide to our build", avenue="recognition")
    steps.add_step(life.context, goal.id, "Collect what people ask")
    goals.park(life.context, goal.id, life.day + timedelta(days=70))


def _give_a_talk(life: Life) -> None:
    goal = goals.add_goal(
        life.context,
        "Talk about sync at the local meet-up",
        avenue="network",
        source="alone",
        why="To know people outside these four walls",
        obstacle="I think that everybody knows it already",
        plan="If I want to cancel, then I show the slides to Ana first",
        due=life.last + timedelta(days=16),
        size=5,
    )
    life.done["talk"] = goal.id
    dues = {"Write the outline": None, "Ask Lena for a slot": None, "Build the demo": 0, "Rehearse with Ana": 6}
    for text, days in dues.items():
        due = None if days is None else life.last + timedelta(days=days)
        life.done[text] = steps.add_step(life.context, goal.id, text, due).id


def _try_platform(life: Life) -> None:
    goal = goals.add_goal(
        life.context,
        "Find out whether platform work suits me",
        avenue="aim",
        source="challenge",
        why="Better to know by doing than by dreaming",
        measure=Measure("number", 10, "reviews for them", 0),
    )
    life.done["platform"] = goal.id
    steps.add_step(life.context, goal.id, "Ask Priya for a day a week", life.last + timedelta(days=2))


def _weigh_options(life: Life) -> None:
    context = life.context
    platform = change.add_option(context, "Platform team, same house")
    elsewhere = change.add_option(context, "A small company, remote")
    options = change.options_view(context).options
    stay = next(view.option for view in options if view.option.title == STAYING)
    change.change_option(
        context,
        platform.id,
        change.Sheet(
            first_test="Ten reviews and one day a week with them, until the end of the quarter",
            cost="I would be the new one again",
            fear="That I am bored there too, in a year",
            staying_cost="Another year in which the interesting part is a side job",
            ten_weeks="Tired, and learning",
            ten_years="I would be sorry not to have asked",
        ),
    )
    change.change_option(context, stay.id, change.Sheet(title="Stay, and lead sync for good"))
    scored = {
        "Learning": (3, {stay.id: 3, platform.id: 5, elsewhere.id: 4}),
        "Time at home": (3, {stay.id: 4, platform.id: 4, elsewhere.id: 3}),
        "Pay": (2, {stay.id: 3, platform.id: 3, elsewhere.id: 4}),
        "People": (2, {stay.id: 4, platform.id: 4, elsewhere.id: 2}),
    }
    for title, (weight, scores) in scored.items():
        criterion = change.add_criterion(context, title, weight)
        for option, value in scores.items():
            change.score(context, option, criterion.id, value)


def _read_rulers(importance: int, confidence: int) -> Chapter:
    return lambda life: readiness.read_rulers(life.context, {"importance": importance, "confidence": confidence})


def _count_money(life: Life) -> None:
    readiness.set_runway(life.context, months="5")
    readiness.answer_item(life.context, "A2", True, "notice is three months; the rest is checked")


def _answer(item: str, because: str) -> Chapter:
    return lambda life: readiness.answer_item(life.context, item, True, because)


def _meet_up(title: str, names: str) -> Chapter:
    return lambda life: events.log_event(life.context, title, names, add_unknown=True)


STORY: tuple[tuple[int, Chapter], ...] = (
    (425, _arrive),
    (414, _talk("Ana Ruiz", "Lunch. She wants to lead something too")),
    (398, _talk("Lena Brandt", "At the meet-up; did not dare to say anything", "Whether they look for speakers")),
    (352, _write("", "The week was fine. I write *fine* a lot.\n\nNothing is wrong. Nothing pulls either.")),
    (308, _write("", "The reorganisation is out. Billing is ours now, and the people who built it are gone.")),
    (
        258,
        _write(
            "The last time work absorbed you",
            "The stock run, a year ago. I forgot lunch.\n\nSince then: tickets. I could do them asleep.",
        ),
    ),
    (241, _sit(_BORED)),
    (239, _call_dana),
    (238, _talk("Dana Weiss", "She laughed: it isn't you, it is the work", "What she would try first", asked_out=True)),
    (236, _lead_offline),
    (231, _talk("Tomasz Nowak", "Told him that I am bored. He was quiet, then asked what I want", "The offline mode")),
    (231, _answer("T2", "told Tomasz what bores me, and what I want")),
    (229, _tick("Ask Tomasz for it", as_win=True)),
    (226, _learn_rust),
    (210, _tick("Read the old sync code")),
    (203, _talk("Ana Ruiz", "She got out by changing teams, not houses", "Her first month there", asked_out=True)),
    (198, _leave_by_six),
    (191, _tick("Two pages of design", as_win=True)),
    (190, _talk("Tomasz Nowak", "Billing goes to the rota, from May on")),
    (186, _write("What would you miss?", "Kofi. The warehouse in the morning. Being asked.\n\nNot the billing.")),
    (180, _meet_up("Local meet-up: databases", "Lena Brandt, Ines Duarte")),
    (171, _take_a_break),
    (156, _tick("Two scanners agree", as_win=True)),
    (150, _ask_for_feedback),
    (147, _sit(_TURNING)),
    (140, _tick("A pilot")),
    (141, _talk("Kofi Mensah", "Walked round the block after the pilot. He wants to teach it", "The drawing on paper")),
    (139, _close("offline", "helped", "Being a beginner again was the point", as_win=True)),
    (124, _write("", "A bad fortnight, and it did *not* mean that everything was for nothing.")),
    (118, _read_rulers(7, 4)),
    (113, _meet_up("Rust evening", "Ines Duarte, Jonas Vik")),
    (110, _talk("Priya Nair", "How she came to platform work", "Whether a day a week is possible", asked_out=True)),
    (104, _weigh_options),
    (102, _read_rulers(7, 5)),
    (98, _close("rust", "helped", "Slow is fine when it is mine", as_win=True)),
    (90, _park_guide),
    (84, _sit(_BETTER)),
    (78, _count_money),
    (72, _close("feedback", "little", "Asking once was enough to hear it", let_go=True)),
    (70, _read_rulers(8, 6)),
    (64, _give_a_talk),
    (63, _answer("A4", "Ana knows all of it")),
    (58, _be_ill),
    (52, _tick("Write the outline", as_win=True)),
    (47, _try_platform),
    (44, _talk("Dana Weiss", "Went through the options. Her question: which one would I defend?", "How teaching pays")),
    (38, _read_rulers(8, 7)),
    (30, _tick("Ask Lena for a slot")),
    (30, _talk("Lena Brandt", "The slot is mine, third of the evening", "Who else speaks")),
    (24, _talk("Dana Weiss", "Short call. She comes to the talk", "What she heard about platform work")),
    (20, _write("What are you proud of that nobody saw?", "I stopped answering at night. Nobody noticed. *I* did.")),
    (16, _read_rulers(8, 7)),
    (14, _talk("Leni Okoye", "Paired until lunch; she leads the next one", "How the next one went")),
    (12, _talk("Tomasz Nowak", "He would rather keep me, and would not stand in the way")),
    (9, _talk("Ana Ruiz", "Cut a third of the slides with me", "When to rehearse")),
)  # fmt: skip
"""What happens, by the days before the end."""
