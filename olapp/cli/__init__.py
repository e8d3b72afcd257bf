"""The command line: the second front end, over the same services."""

from olapp.cli.command import main, parser
from olapp.cli.words import speak

__all__ = ["main", "parser", "speak"]
