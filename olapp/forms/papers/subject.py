"""What every paper is about: the patent, and the terms of the offer in a line each."""

from olapp.domain.declaration import Declaration
from olapp.domain.fee import FeeMethod, FeeTerms
from olapp.forms.choices import label_of
from olapp.forms.circumstances import is_free
from olapp.forms.paper import Row
from olapp.forms.papers.amounts import amount_text
from olapp.forms.papers.periods import period_field, period_text
from olapp.forms.papers.royalty import base_name
from olapp.forms.papers.writing import brief, number_text, rows, written

FREE = "免费（0元）"
"""A fee of nothing as papers state it."""
_NUMBER_LENGTH, _TITLE_LENGTH = 20, 40


def patent_rows(document: Declaration) -> tuple[Row, ...]:
    """Name the patent, as every paper has to (Implementing Regulations, Rule 147)."""
    return rows(document, "patent.number", "patent.title")


def running(document: Declaration) -> str:
    """Name the patent in the one line that each further page of a paper bears (Rule 147)."""
    number = brief(number_text(document.patent.number), _NUMBER_LENGTH)
    title = brief(written(document.patent.title), _TITLE_LENGTH)
    named = {"专利号": number, "发明创造名称": title}
    return "　".join(f"{label}：{text}" for label, text in named.items() if text)


def term_rows(document: Declaration) -> tuple[Row, ...]:
    """State fee and period in short; the declaration has the whole."""
    return (
        Row("许可使用费", gist(document.fee), "fee"),
        Row("许可期限", period_text(document), period_field(document)),
    )


def gist(fee: FeeTerms) -> str:
    """State the fee in one line; nothing while no method is chosen."""
    if is_free(fee):
        return FREE
    match fee.method:
        case None | FeeMethod.FREE:
            return ""
        case FeeMethod.LUMP_SUM:
            stated = amount_text(fee.amount, fee)
        case FeeMethod.INSTALMENTS:
            stated = _after_word("总额", amount_text(fee.amount, fee))
        case FeeMethod.YEARLY:
            stated = _after_word("每一许可年度", amount_text(fee.yearly_amount, fee))
        case FeeMethod.ROYALTY:
            stated = _royalty(fee)
        case FeeMethod.ENTRY_AND_ROYALTY:
            stated = _joined(_after_word("入门费", amount_text(fee.entry_fee, fee)), _royalty(fee))
    return _joined(label_of(fee.method).zh, stated)


def _royalty(fee: FeeTerms) -> str:
    if fee.steps:
        return f"按照{base_name(fee)}分段提成，各段比例见专利开放许可声明第7栏"
    return "" if fee.rate is None else f"按照{base_name(fee)}的{fee.rate}提成"


def _after_word(word: str, text: str) -> str:
    return word + text if text else ""


def _joined(*texts: str) -> str:
    return "，".join(text for text in texts if text)
