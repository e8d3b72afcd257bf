"""Editors: one for each kind of value, all with the same face."""

from olapp.ui.editors.entry import Entry, ValueEdit
from olapp.ui.editors.making import editor_for, hint_at

__all__ = ["Entry", "ValueEdit", "editor_for", "hint_at"]
