"""Saved views of the list of holdings."""

from datetime import datetime

from sqlalchemy import Connection, delete, insert, select

from olapp import codec
from olapp.persistence.kept_portfolio import View
from olapp.persistence.portfolio_tables import views

_LONGEST_NAME = 200


class Views:
    """The saved views of one unit of work."""

    def __init__(self, connection: Connection) -> None:
        """Work on a connection; the unit of work makes and ends it."""
        self._connection = connection

    def all(self) -> tuple[View, ...]:
        """Give all views by name; one whose text is damaged is left out."""
        wanted = select(views.c.body).order_by(views.c.name)
        found = self._connection.execute(wanted).scalars()
        return tuple(view for body in found if (view := _read(body)) is not None)

    def keep(self, view: View, *, at: datetime) -> None:
        """Keep a view, in the place of one of the same name."""
        self.drop(view.name)
        row = {"name": view.name[:_LONGEST_NAME], "at": at, "body": codec.pack(view)}
        self._connection.execute(insert(views).values(row))

    def drop(self, name: str) -> None:
        """Forget a view."""
        here = views.c.name == name[:_LONGEST_NAME]
        self._connection.execute(delete(views).where(here))


def _read(body: str) -> View | None:
    try:
        return codec.unpack(View, body)
    except codec.UnreadableDocument:
        return None
