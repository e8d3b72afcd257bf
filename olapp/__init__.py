"""olapp: a desktop workbench for Chinese patent open licensing."""

__version__ = "0.1.0"
