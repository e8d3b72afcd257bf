"""The command line: the second front end, over the same services."""

from olapp.cli.command import main, parser

__all__ = ["main", "parser"]
