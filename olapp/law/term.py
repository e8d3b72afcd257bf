"""How long a patent lasts (Patent Law Art. 42, Guidelines Part V Ch. 9, 2 to 4)."""

from datetime import date, timedelta
from functools import lru_cache

from olapp.domain.dates import add_years, day_before
from olapp.domain.patent import Patent, PatentKind
from olapp.law.statute import Law

_FIRST_LAW = date(1985, 4, 1)
_LAST_BUT_ONE = day_before(date.max)


def term_in_years(law: Law, kind: PatentKind, filed_on: date) -> int:
    """Give the term in whole years from the filing date; designs depend on that date.

    A filing date before the first Patent Law is a slip; it is given the first term there was.
    """
    return int(law.parameter(f"term.{kind.value}", max(filed_on, _FIRST_LAW)).value)


def expiry(law: Law, patent: Patent) -> date | None:
    """Give the expiry date (期满终止日), not moved for holidays; None without kind or filing date.

    It is the day after the last protected day: filed 6 September 1999, a utility model expires on
    6 September 2009. Compensation lengthens the term of an invention, and of nothing else.
    """
    plain = _plain_expiry(law, patent)
    if patent.compensated_until is None or patent.kind not in {PatentKind.INVENTION, None}:
        return plain
    compensated = min(patent.compensated_until, _LAST_BUT_ONE) + timedelta(days=1)
    return compensated if plain is None else max(plain, compensated)


def _plain_expiry(law: Law, patent: Patent) -> date | None:
    if patent.kind is None or patent.filed_on is None:
        return None
    return _end_of_term(law, patent.kind, patent.filed_on)


@lru_cache(maxsize=1 << 15)
def _end_of_term(law: Law, kind: PatentKind, filed_on: date) -> date:
    """Give the expiry date without compensation; a portfolio asks for few days many times."""
    return add_years(filed_on, term_in_years(law, kind, filed_on))


def has_expired(law: Law, patent: Patent, day: date) -> bool:
    """Whether the term is known to be over: on the expiry date it is."""
    end = expiry(law, patent)
    return end is not None and end <= day


def last_protected_day(law: Law, patent: Patent) -> date | None:
    """Give the last day of protection, the day before the expiry date."""
    end = expiry(law, patent)
    return None if end is None else day_before(end)
