"""How each language writes what a finding carries."""

from datetime import date

import pytest

from olapp.app import language
from olapp.domain.finding import Source
from olapp.domain.sentence import Sentence
from olapp.i18n.articles import chinese_articles
from olapp.law.acts import guidelines, patent_law, questions, regulations, tool
from olapp.law.rules import all_rules


@pytest.mark.parametrize(
    ("source", "english", "chinese"),
    [
        (
            regulations("85.2(4)"),
            "Implementing Regulations Rule 85.2(4)",
            "《专利法实施细则》第85条第2款第(4)项",
        ),
        (
            regulations("4, 5"),
            "Implementing Regulations Rule 4, 5",
            "《专利法实施细则》第4条、第5条",
        ),
        (patent_law("42"), "Patent Law Art. 42", "《专利法》第42条"),
        (patent_law("50.1"), "Patent Law Art. 50.1", "《专利法》第50条第1款"),
        (
            guidelines("3.3(5)"),
            "Examination Guidelines Part V Ch. 11, 3.3(5)",
            "《专利审查指南》第五部分第十一章第3.3(5)节",
        ),
    ],
)
def test_a_place_in_an_act_is_cited_as_each_language_does(
    source: Source, english: str, chinese: str
) -> None:
    assert language("en").citation(source) == str(source) == english
    assert language("zh").citation(source) == chinese


def test_every_article_that_rules_cite_is_written_out_in_chinese() -> None:
    sources = [source for rule in all_rules() for source in rule.sources]
    articles = {source.at for source in sources if "{article}" in source.place}
    assert articles
    assert [at for at in articles if "." in chinese_articles(at)] == []


def test_dates_lists_and_sentences_are_written_as_each_language_does() -> None:
    values = (date(2026, 1, 5), Sentence("Patent Law"))
    assert language("zh").value(values) == "2026年1月5日、《专利法》"
    assert language("en").value(values) == "2026-01-05, Patent Law"


def test_a_source_without_a_place_is_cited_by_its_title() -> None:
    assert language("zh").citation(tool()) == "本程序规则"
    assert "{" not in language("zh").citation(questions("3"))
