"""The acts of ``rut change``, which ``change_items`` and ``change_options`` do."""

from rutbreaker.cli.acts import Act

_SHEET = "title first_test tested cost fear staying_cost ten_weeks ten_years premortem safeguard"

ACTS = (
    Act(
        "check",
        "ITEM",
        "answer an item that only you know; --not: it isn't met",
        ("rut change check T2 --because 'Mara listened'", "rut change check A2 --not"),
        "because not",
    ),
    Act("uncheck", "ITEM", "take the answer back", ("rut change uncheck T2",)),
    Act(
        "overrule",
        "ITEM",
        "say otherwise than what is logged, with a reason",
        ("rut change overrule T1 --because 'the second was not mine'", "rut change overrule T1 --back"),
        "because back",
    ),
    Act("why", "ITEM", "what counts for an item, and what is logged of it", ("rut change why S2",)),
    Act(
        "ruler",
        "importance|confidence N",
        "how important a change is, how confident you are: 0 to 10",
        ("rut change ruler importance 7", "rut change ruler confidence 4"),
    ),
    Act(
        "runway",
        "[MONTHS]",
        "for how many months your savings last; alone: what was said last",
        ("rut change runway 4.5 --thin", "rut change runway --savings 12000 --monthly 2600"),
        "savings monthly keep thin no_thin offer no_offer",
    ),
    Act(
        "option add",
        "TITLE",
        "add one of the ways you could go",
        ("rut change option add 'Own studio'", "rut change option add 'Stay, with fewer meetings' --stay"),
        "stay",
    ),
    Act("option list", "", "all options with their totals", ("rut change option list",)),
    Act("option show", "OPTION", "its sheet", ("rut change option show 'Own studio'",)),
    Act(
        "option sheet",
        "OPTION",
        "write on its sheet: tests, costs, fears",
        (
            "rut change option sheet 'Own studio' --fear 'nobody calls back'",
            "rut change option sheet studio --first-test 'A paid day' --tested yesterday",
        ),
        _SHEET,
    ),
    Act(
        "option score",
        "OPTION CRITERION N ...",
        "score it 1 to 5 by one criterion or several; - takes a score away",
        ("rut change option score 'Own studio' pay 4 growth 5", "rut change option score studio pay -"),
    ),
    Act("option weigh", "CRITERION N", "weigh a criterion, 0 to 10", ("rut change option weigh pay 3",)),
    Act("option delete", "OPTION", "delete one; undo brings it back", ("rut change option delete studio",)),
    Act(
        "criterion add",
        "TITLE",
        "add something to compare the options by",
        ("rut change criterion add pay --weight 2", "rut change criterion add 'time for the children'"),
        "weight",
    ),
    Act("criterion list", "", "all criteria with their weights", ("rut change criterion list",)),
    Act("criterion weigh", "CRITERION N", "the same as option weigh", ("rut change criterion weigh pay 3",)),
    Act(
        "criterion delete",
        "CRITERION",
        "delete one, with its scores; undo brings it back",
        ("rut change criterion delete growth",),
    ),
)
"""What can be done about a change, by the first words."""
