"""Patents that later drafts can pick, one entry a number, the last used first."""

from datetime import datetime

from sqlalchemy import Connection, delete, insert, select, update
from stdnum.exceptions import ValidationError

from olapp import codec
from olapp.domain.numbers import patent as patent_number
from olapp.domain.patent import Patent
from olapp.persistence.kept import Known
from olapp.persistence.picked import offered, read
from olapp.persistence.searched import number_key, shown, sought, stored_number
from olapp.persistence.tables import patents


class Patents:
    """The patents of one unit of work."""

    def __init__(self, connection: Connection) -> None:
        """Work on a connection; the unit of work makes and ends it."""
        self._connection = connection

    def remember(self, patent: Patent, *, at: datetime) -> Known[Patent] | None:
        """Keep a patent for later drafts; None when its number cannot be read as one."""
        number = _compact(patent)
        if number is None:
            return None
        title = shown(patent.title or "")
        content = {
            "number": number,
            "title": title,
            "sought": sought(number, number_key(patent.publication_number or ""), title),
            "used_at": at,
            "body": codec.encode(patent).decode(),
        }
        here = update(patents).where(patents.c.number == number).values(content)
        if self._connection.execute(here).rowcount < 1:
            self._connection.execute(insert(patents).values(content))
        return self.get(number)

    def get(self, number: str) -> Known[Patent] | None:
        """Give a patent by its number in any spelling; None when it is not known here."""
        wanted = select(patents).where(patents.c.number == stored_number(number))
        return next(iter(read(Patent, self._connection.execute(wanted).mappings())), None)

    def pick(self, text: str = "", *, limit: int = 20) -> tuple[Known[Patent], ...]:
        """Give patents by number or title: those that begin with the text first, then last used."""
        wanted = select(patents.c.id, patents.c.used_at, patents.c.body)
        latest = (patents.c.used_at.desc(), patents.c.id.desc())
        wanted = offered(wanted, patents.c.sought, text).order_by(*latest).limit(limit)
        return read(Patent, self._connection.execute(wanted).mappings())

    def forget(self, patent_id: int) -> None:
        """Offer a patent no longer; drafts that name it keep it."""
        self._connection.execute(delete(patents).where(patents.c.id == patent_id))


def _compact(patent: Patent) -> str | None:
    try:
        return patent_number.compact(patent.number or "")
    except ValidationError:
        return None
