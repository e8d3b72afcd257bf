"""The names people know the sources of facts by."""

from olapp.forms.spec import Label


def source_name(key: str) -> Label:
    """Name the source of an origin; the name of the unknown one for a key not known."""
    from olapp.exchange.sources import source  # noqa: PLC0415 - it reads a folder of tables

    return source(key).name
