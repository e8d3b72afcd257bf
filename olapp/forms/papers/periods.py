"""The licence period in one clause."""

from datetime import date

from olapp.domain.dates import chinese_date
from olapp.domain.declaration import Declaration

_ANNOUNCEMENT = "专利开放许可声明公告之日"


def period_field(document: Declaration) -> str:
    """Give the place the period is stated at."""
    return "period.years" if document.period.is_relative else "period.end"


def period_text(document: Declaration) -> str:
    """State the licence period; nothing while its end is open."""
    period = document.period
    begin = chinese_date(period.start) if period.start else _ANNOUNCEMENT
    if period.is_relative:
        return "" if period.years is None else f"自{begin}起{period.years}年"
    return "" if period.end is None else f"自{begin}起至{chinese_date(period.end)}止"


def last_day_if_announced(document: Declaration, today: date) -> date | None:
    """Give the day a period in years would end on, were it announced today; None for others."""
    return document.period.last_day(today) if document.period.is_relative else None
