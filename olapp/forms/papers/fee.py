"""Box 7 on paper: every method as clauses from which anybody can work out what to pay."""

from collections.abc import Callable, Mapping
from itertools import chain

from olapp.domain.dates import chinese_date
from olapp.domain.declaration import Declaration
from olapp.domain.fee import FeeMethod, FeeTerms, Instalment
from olapp.forms.circumstances import is_free
from olapp.forms.paper import Cell, Part, Prose, Row, Table
from olapp.forms.papers.amounts import amount_text, currency_text
from olapp.forms.papers.royalty import royalty
from olapp.forms.papers.subject import FREE
from olapp.forms.papers.writing import answer, choice, label_at, row, rows_given

NOTICE = "被许可方的书面通知送达专利权人"
_DUE = "付款期限"


def fee_parts(document: Declaration) -> tuple[Part, ...]:
    """Give what stands in box 7: the method, its clauses, and what holds for all methods."""
    clauses = chain.from_iterable(make(document) for make in _clauses(document.fee))
    return (choice(document, "fee.method", FeeMethod), *clauses, *_for_all(document))


def _after(event: str, days: int | None) -> str:
    """State a time to pay, ``应当自…之日起30日内付清``; nothing when none is set."""
    if days is None or days < 0:
        return ""
    if days == 0:
        return f"应当于{event}之日付清"
    return f"应当自{event}之日起{days}日内付清"


def _row(path: str, text: str, label: str = "") -> Row:
    return Row(label or label_at(path), text, path)


def _sentence(text: str) -> str:
    return f"{text}。" if text else ""


def _for_all(document: Declaration) -> tuple[Part, ...]:
    return (answer(document, "fee.same_for_all"), *rows_given(document, "fee.remarks"))


def _currency(document: Declaration) -> tuple[Part, ...]:
    return (_row("fee.currency", currency_text(document.fee.currency)),)


def _payee(document: Declaration) -> tuple[Part, ...]:
    return (row(document, "fee.payee"),)


def _nothing_chosen(_: Declaration) -> tuple[Part, ...]:
    return (Row("许可使用费标准", "", "fee.method"),)


def _free(_: Declaration) -> tuple[Part, ...]:
    grant = (
        "本专利实行免费开放许可。被许可方以书面方式通知专利权人后，即获得本专利的实施许可，"
        "无须支付许可使用费。"
    )
    return (Row("许可使用费标准", FREE, "fee.method"), Prose(grant))


def _lump_sum(document: Declaration) -> tuple[Part, ...]:
    fee = document.fee
    amount = amount_text(fee.amount, fee)
    return (
        _row("fee.amount", f"一次性支付{amount}。" if amount else ""),
        _row("fee.payment_days", _sentence(_after(NOTICE, fee.payment_days)), _DUE),
    )


def _instalments(document: Declaration) -> tuple[Part, ...]:
    fee = document.fee
    amount = amount_text(fee.amount, fee)
    parts = fee.instalments
    count = f"，分{len(parts)}期支付" if parts else ""
    body = tuple(_instalment(index, part, fee) for index, part in enumerate(parts))
    head = ("期次", label_at("fee.instalments.0.amount"), _DUE)
    return (
        _row("fee.amount", f"总额{amount}{count}。" if amount else ""),
        Table(head, body or ((Cell("1"), Cell(""), Cell("")),), (4, 16, 15)),
    )


def _instalment(index: int, part: Instalment, fee: FeeTerms) -> tuple[Cell, ...]:
    place = f"fee.instalments.{index}"
    due = [f"应当于{chinese_date(part.due_on)}前（含当日）付清"] if part.due_on else []
    due += [text] if (text := _after(NOTICE, part.due_days)) else []
    due_field = f"{place}.due_days" if part.due_on is None else f"{place}.due_on"
    return (
        Cell(str(index + 1)),
        Cell(amount_text(part.amount, fee), f"{place}.amount"),
        Cell("，并且".join(due), due_field),
    )


def _yearly(document: Declaration) -> tuple[Part, ...]:
    fee = document.fee
    amount = amount_text(fee.yearly_amount, fee)
    year = "许可年度自许可生效之日起算，每满一年为一个许可年度。"
    first, later = _after(NOTICE, fee.payment_days), _after("该年度开始", fee.payment_days)
    due = f"首个许可年度的使用费，{first}；以后各许可年度的使用费，{later}。"
    return (
        _row("fee.yearly_amount", f"每一许可年度支付{amount}。{year}" if amount else ""),
        _row("fee.payment_days", due if first else "", _DUE),
    )


def _entry_fee(document: Declaration) -> tuple[Part, ...]:
    fee = document.fee
    amount = amount_text(fee.entry_fee, fee)
    credit = {True: "入门费抵扣以后应付的提成费。", False: "入门费不抵扣提成费。", None: ""}
    return (
        _row("fee.entry_fee", f"一次性支付{amount}。" if amount else ""),
        _row("fee.entry_fee_creditable", credit[fee.entry_fee_creditable]),
    )


def _royalty_due(document: Declaration) -> tuple[Part, ...]:
    days = document.fee.payment_days
    due = _after("每一结算周期届满", days)
    text = f"每一结算周期的提成费，{due}。" if due else ""
    if due and document.fee.method is FeeMethod.ENTRY_AND_ROYALTY:
        text = f"入门费，{_after(NOTICE, days)}；{text}"
    return (_row("fee.payment_days", text, _DUE),)


_Clause = Callable[[Declaration], tuple[Part, ...]]
_CLAUSES: Mapping[FeeMethod, tuple[_Clause, ...]] = {
    FeeMethod.FREE: (_free,),
    FeeMethod.LUMP_SUM: (_currency, _lump_sum, _payee),
    FeeMethod.INSTALMENTS: (_currency, _instalments, _payee),
    FeeMethod.YEARLY: (_currency, _yearly, _payee),
    FeeMethod.ROYALTY: (_currency, royalty, _royalty_due, _payee),
    FeeMethod.ENTRY_AND_ROYALTY: (_currency, _entry_fee, royalty, _royalty_due, _payee),
}


def _clauses(fee: FeeTerms) -> tuple[_Clause, ...]:
    """Give the clauses of a method; a fixed fee of 0 is free, whatever its method says."""
    if fee.method is None:
        return (_nothing_chosen,)
    return _CLAUSES[FeeMethod.FREE if is_free(fee) else fee.method]
