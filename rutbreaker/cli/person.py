"""``rut person``: add people, see who is due, look at one, change one, and bring an address book along."""

from argparse import Namespace

from rutbreaker.cli import output
from rutbreaker.cli.acts import Act
from rutbreaker.cli.exits import ExitCode
from rutbreaker.cli.parser import Parser
from rutbreaker.cli.person_words import list_shape, page_shape, show_list, show_page
from rutbreaker.cli.shell import Shell
from rutbreaker.domain.models import Person
from rutbreaker.domain.people import SHOWN_NAME, parse_rhythm, read_role, rhythm_words
from rutbreaker.domain.text import one_line
from rutbreaker.domain.words import ROLES
from rutbreaker.errors import BadInput
from rutbreaker.journal.people import (
    add_person,
    change_person,
    due_people,
    find_person,
    list_people,
    person_view,
)

_PARTS = ("name", "role", "every", "nick", "note", "ask", "offer")
_LONGEST_FILE = 64_000_001

_SAID = "role every nick note ask offer"

_ACTS = (
    Act(
        "add",
        "NAME",
        "add somebody, with a role and a rhythm of contact",
        (
            'rut person add "Dana Weiss" --role mentor --every "3 weeks"',
            'rut person add "Noor Haddad" --nick noor --note "met at the meet-up"',
        ),
        _SAID,
    ),
    Act(
        "list",
        "",
        "everybody, those to reconnect with first",
        ("rut person list", "rut person list --due"),
        "due json",
    ),
    Act(
        "show",
        "PERSON",
        "one with every contact",
        ("rut person show dana", "rut person show dana --json"),
        "json",
    ),
    Act(
        "edit",
        "PERSON",
        "change what is said of them",
        (
            'rut person edit dana --ask "how she chose her team" --offer "a lunch"',
            "rut person edit dana --every none",
        ),
        f"name {_SAID}",
    ),
    Act(
        "import",
        "FILE",
        "add the people of a vCard file",
        ("rut person import contacts.vcf --dry-run", "rut person import contacts.vcf"),
        "dry_run",
    ),
)


def configure(parser: Parser) -> None:
    """Say what the command takes."""
    parser.explain(
        f"Roles are {', '.join(ROLES)}.\n"
        "PERSON is a name, a nickname, how one begins or a part of it, or the beginning of an id.",
        words="ACT [words]",
    )
    parser.has_acts(*_ACTS)
    parser.mean({"ROLE": ROLES})
    parser.option("--role", metavar="ROLE", help="what they are to you; peer unless said otherwise")
    parser.option("--every", metavar="RHYTHM", help='how often to be in touch: "3 weeks", monthly, 10 days, none')
    parser.option("--nick", metavar="NICK", help="a short name that finds them too")
    parser.option("--note", metavar="TEXT", help="what is good to know")
    parser.option("--ask", metavar="TEXT", help="the one thing you want to know when you talk")
    parser.option("--offer", metavar="TEXT", help="what you can offer them")
    parser.option("--name", metavar="NAME", help="another name")
    parser.option("--due", help="only those to reconnect with")
    parser.option("--dry-run", help="say what would be added, and add nothing")
    parser.option_json()


def run(shell: Shell, args: Namespace) -> ExitCode:
    """Do what the first word says."""
    match args.words:
        case ["add", *name] if name:
            return _add(shell, args, " ".join(name))
        case ["list"]:
            return _list(shell, args)
        case ["show", *name] if name:
            return _show(shell, args, " ".join(name))
        case ["edit", *name] if name:
            return _edit(shell, args, " ".join(name))
        case ["import", path]:
            return _import(shell, args, path)
    takes = "add and a name, list, show or edit and a person, or import and a file"
    raise BadInput(f"rut person takes {takes}.\n{args.usage}")


def _add(shell: Shell, args: Namespace, name: str) -> ExitCode:
    parse_rhythm(args.every or "")  # refused before a data file is made for it
    role = read_role(args.role or "peer")
    with shell.open(make=True) as context:
        person = add_person(
            context,
            name,
            role=role,
            rhythm=args.every or "",
            nick=args.nick or "",
            note=args.note or "",
            ask=args.ask or "",
            offer=args.offer or "",
        )
    output.narrate(f"Added: {_told(person)}")
    return ExitCode.DONE


def _list(shell: Shell, args: Namespace) -> ExitCode:
    with shell.open() as context:
        people = due_people(context) if args.due else list_people(context)
    if args.json:
        output.as_json([list_shape(view) for view in people])
    else:
        show_list(people, shell.today(), is_all=not args.due)
    return ExitCode.DONE


def _show(shell: Shell, args: Namespace, name: str) -> ExitCode:
    with shell.open() as context:
        page = person_view(context, find_person(context, name, by_part=True).id)
    if args.json:
        output.as_json(page_shape(page))
    else:
        show_page(page, shell.today())
    return ExitCode.DONE


def _edit(shell: Shell, args: Namespace, name: str) -> ExitCode:
    given = {part: value for part in _PARTS if (value := getattr(args, part)) is not None}
    if not given:
        options = ", ".join(f"--{part}" for part in _PARTS)
        raise BadInput(f"There is nothing to change: give {options}.\n{args.usage}")
    if "every" in given:
        given["rhythm"] = given.pop("every")
    with shell.open() as context:
        person = change_person(context, find_person(context, name, by_part=True).id, **given)
    output.narrate(f"Changed: {_told(person)}")
    return ExitCode.DONE


def _import(shell: Shell, args: Namespace, path: str) -> ExitCode:
    from rutbreaker.journal.cards import import_people, read_address_book

    try:
        with open(path, "rb") as file:
            cards = file.read(_LONGEST_FILE)
    except OSError as error:
        raise BadInput(f"{one_line(path, 60)} can't be read: {error.strerror or 'no reason given'}.") from error
    people = read_address_book(cards)
    with shell.open(make=not args.dry_run) as context:
        found = import_people(context, people, dry_run=args.dry_run)
    for name in found.added:
        output.line(name)
    would = "Would add" if args.dry_run else "Added"
    skipped = f"; {_people(len(found.known))} skipped, here already" if found.known else ""
    output.narrate(f"{would} {_people(len(found.added))}{skipped}.")
    return ExitCode.DONE


def _people(count: int) -> str:
    return "1 person" if count == 1 else f"{count} people"


def _told(person: Person) -> str:
    parts = (person.role, rhythm_words(person.rhythm), f"called {one_line(person.nick, 40)}" if person.nick else "")
    return f"{one_line(person.name, SHOWN_NAME)} ({', '.join(part for part in parts if part)})"
