"""``rut help-lines``: whom to call when it is more than a rut. It reads and changes nothing of yours."""

from argparse import Namespace

from rutbreaker.cli import output
from rutbreaker.cli.exits import ExitCode
from rutbreaker.cli.output import quiet, strong
from rutbreaker.cli.parser import Parser
from rutbreaker.cli.shell import Shell
from rutbreaker.domain.help_lines import HOW_TO_EDIT, REGIONS, HelpLine, help_lines
from rutbreaker.domain.safety import ASKED
from rutbreaker.domain.safety_card import SafetyCard


def configure(parser: Parser) -> None:
    """Say what the command takes."""
    parser.explain(
        "The program is offline: it tells nobody, and it cannot alert anybody.",
        "rut help-lines",
        "rut help-lines --region UK",
    )
    parser.mean({"XX": REGIONS})
    parser.option("--region", metavar="XX", help=f"only the numbers of {', '.join(REGIONS)}; yours always")
    parser.option_json()


def run(shell: Shell, args: Namespace) -> ExitCode:
    """Show the lines; not even the data file is opened."""
    card = SafetyCard(ASKED, help_lines(shell.settings.help_lines, args.region or ""))
    if args.json:
        output.as_json([_shape(line) for line in card.lines])
        return ExitCode.DONE
    import textwrap

    for line in card.lines:
        region = f"{line.region}  " if line.noted else ""
        output.line(strong(line.number), f"  {region}{line.name}", quiet(f"   ({line.standing})"))
    for paragraph in card.paragraphs:
        output.block("\n" + textwrap.fill(paragraph, 80))
    output.block(f"\n{HOW_TO_EDIT}")
    return ExitCode.DONE


def _shape(line: HelpLine) -> dict[str, object]:
    return {
        "number": line.number,
        "name": line.name,
        "region": line.region,
        "source": line.source,
        "noted": line.noted and line.noted.isoformat(),
        "to_be_checked": line.noted is not None,
    }
