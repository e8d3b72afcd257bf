"""Papers into PDF: fonts, line breaking, layout, the repairs reportlab needs, PDF/A.

Importing a module of this package is cheap: reportlab, pikepdf and Pillow are imported inside the
functions that need them, so that a window opens without waiting for a printer.
"""
