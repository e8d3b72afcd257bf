"""A holding seen as the declaration that could be made of it."""

from olapp.domain.declaration import Declaration
from olapp.domain.holding import Holding


def as_declaration(holding: Holding) -> Declaration:
    """Give a declaration with the facts the portfolio knows: patent, patentees, licences."""
    return Declaration(patent=holding.patent)
