"""A language: it says sentences, citations and values. Chinese first, English complete."""

import gettext
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from olapp.domain.dates import chinese_date
from olapp.domain.finding import Finding, Source
from olapp.domain.sentence import N_, Sentence
from olapp.i18n.articles import chinese_articles

LANGUAGES: Mapping[str, str] = {"zh": "中文", "en": "English"}
"""Language codes with the name each gives itself."""

_LIST_MARK = N_(", ")
_CITATION = N_("{title} {place}")


@dataclass(frozen=True, slots=True)
class Language:
    """One language of the interface; call it with an English msgid and named values."""

    code: str
    catalogue: gettext.NullTranslations

    @property
    def is_chinese(self) -> bool:
        """Whether official Chinese labels are shown as they are."""
        return self.code == "zh"

    def __call__(self, text: str, /, **values: object) -> str:
        """Say a msgid; ``{named}`` places are filled with values as this language writes them."""
        said = self.catalogue.gettext(text) if text else ""
        return (
            said.format(**{name: self.value(v) for name, v in values.items()}) if values else said
        )

    def sentence(self, sentence: Sentence) -> str:
        """Say a sentence with its values."""
        return self(sentence.text, **sentence.values)

    def finding(self, finding: Finding) -> str:
        """Say what a finding found."""
        return self(finding.sentence, **finding.values)

    def remedy(self, finding: Finding) -> str:
        """Say what to do about a finding."""
        return self(finding.remedy, **finding.values)

    def citation(self, source: Source) -> str:
        """Cite a source in one line."""
        if not source.place:
            return self(source.title)
        article = chinese_articles(source.at) if self.is_chinese else source.at
        place = self(source.place, at=source.at, article=article)
        return self(_CITATION, title=self(source.title), place=place)

    def value(self, value: object) -> str:
        """Write a value: dates, sentences and lists as this language does, the rest as they are."""
        if isinstance(value, Sentence):
            return self.sentence(value)
        if isinstance(value, date):
            return chinese_date(value) if self.is_chinese else value.isoformat()
        if isinstance(value, tuple | list | frozenset):
            return self(_LIST_MARK).join(self.value(item) for item in value)
        return str(value)


def load_language(code: str, folder: Path) -> Language:
    """Load a language from the compiled catalogues (``<code>/LC_MESSAGES/*.mo``) in a folder.

    English needs none; a Chinese without its catalogues is a broken installation and raises
    FileNotFoundError.
    """
    if code == "en":
        return Language(code, gettext.NullTranslations())
    paths = sorted((folder / code / "LC_MESSAGES").glob("*.mo"))
    if not paths:
        raise FileNotFoundError(folder / code)
    whole = gettext.NullTranslations()
    for path in paths:
        with path.open("rb") as stream:
            whole.add_fallback(gettext.GNUTranslations(stream))
    return Language(code, whole)
