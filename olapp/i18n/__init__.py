"""Catalogues: English msgids to the language of the screen, and values as that language writes."""

from olapp.i18n.language import LANGUAGES, Language, load_language

__all__ = ["LANGUAGES", "Language", "load_language"]
