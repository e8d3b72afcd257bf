"""Parties that later drafts can pick: patentees, agencies and contacts, the last used first."""

from dataclasses import replace
from datetime import datetime
from typing import Any, TypeVar, cast

from sqlalchemy import Connection, delete, insert, select, update

from olapp import codec
from olapp.domain.party import Agency, Contact, Party
from olapp.persistence.kept import Known
from olapp.persistence.picked import offered, read
from olapp.persistence.searched import folded, shown, sought
from olapp.persistence.tables import parties

P = TypeVar("P", Party, Agency, Contact)

_KINDS: dict[type, str] = {Party: "party", Agency: "agency", Contact: "contact"}


class Parties:
    """The parties of one unit of work."""

    def __init__(self, connection: Connection) -> None:
        """Work on a connection; the unit of work makes and ends it."""
        self._connection = connection

    def remember(self, party: P, *, at: datetime) -> Known[P] | None:
        """Keep a party for later drafts, in the place of the same one; None when it has no name.

        The same are those of one kind and name whose codes do not differ. What belongs to one
        filing, a consent or a proof of identity, is left out.
        """
        name = shown(party.name or "")
        if not name:
            return None
        value = _reusable(party)
        content = {
            "kind": _KINDS[type(party)],
            "name": name,
            "sought": sought(name, _code(party)),
            "code": folded(_code(party)),
            "used_at": at,
            "body": codec.encode(value).decode(),
        }
        return Known(id=self._put(content), value=value, used_at=at)

    def pick(self, kind: type[P], text: str = "", *, limit: int = 20) -> tuple[Known[P], ...]:
        """Give parties whose name or code has the text: at its beginning first, then last used."""
        wanted = select(parties.c.id, parties.c.used_at, parties.c.body)
        wanted = wanted.where(parties.c.kind == _KINDS[kind])
        latest = (parties.c.used_at.desc(), parties.c.id.desc())
        wanted = offered(wanted, parties.c.sought, text).order_by(*latest).limit(limit)
        return read(kind, self._connection.execute(wanted).mappings())

    def forget(self, party_id: int) -> None:
        """Offer a party no longer; drafts that name it keep it."""
        self._connection.execute(delete(parties).where(parties.c.id == party_id))

    def _put(self, content: dict[str, Any]) -> int:
        same = self._same(content)
        if same is not None:
            self._connection.execute(update(parties).where(parties.c.id == same).values(content))
            return same
        key = self._connection.execute(insert(parties).values(content)).inserted_primary_key
        return cast("int", key[0]) if key else 0

    def _same(self, content: dict[str, Any]) -> int | None:
        """Give the key of the party this one replaces: of equal code, else where one has none."""
        alike = select(parties.c.id, parties.c.code).where(
            parties.c.kind == content["kind"], parties.c.name == content["name"]
        )
        code = content["code"]
        found = [(row.code, row.id) for row in self._connection.execute(alike.order_by("id"))]
        equal = [key for other, key in found if other == code]
        open_ = [key for other, key in found if not (other and code)]
        return next(iter(equal + open_), None)


def _code(party: Party | Agency | Contact) -> str:
    """Give what tells two of one name apart."""
    match party:
        case Party():
            return party.credit_code or party.identity_number or ""
        case Agency():
            return party.code or ""
        case Contact():
            return party.phone or ""


def _reusable(party: P) -> P:
    if isinstance(party, Party):
        return replace(party, consented_on=None, has_identity_proof=None)
    return party
