"""How a person last arranged the columns of a table, kept with the window's own place."""

from PySide6.QtCore import QSettings

from olapp.ui.tables.holding_table import HoldingTable

_COLUMNS, _WIDTHS = "portfolio/columns", "portfolio/widths"


def restore(table: HoldingTable) -> None:
    """Arrange a table as it was last arranged; as at first when nothing readable was kept."""
    columns, widths = str(QSettings().value(_COLUMNS, "")), str(QSettings().value(_WIDTHS, ""))
    if columns:
        sizes = [int(width) for width in widths.split(" ") if width.isdecimal()]
        table.arrange(columns.split(" "), sizes)


def keep(table: HoldingTable) -> None:
    """Note how a table is arranged."""
    QSettings().setValue(_COLUMNS, " ".join(table.columns))
    QSettings().setValue(_WIDTHS, " ".join(map(str, table.widths)))
