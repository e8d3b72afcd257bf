"""Headers: the names columns have in files, and the facts they tell."""

from olapp.exchange.mapping import FieldChoice


def fields() -> tuple[FieldChoice, ...]:
    """Give all that a column can be mapped to, in the order a person looks for it."""
    raise NotImplementedError
