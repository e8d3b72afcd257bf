"""The documents that forms are filled in for."""

from typing import TypeAlias, TypeVar

from olapp.domain.declaration import Declaration
from olapp.forms.holding_sheet import HoldingSheet

Document: TypeAlias = Declaration | HoldingSheet
"""What a form on the screen may show; both keep what could not be read."""
D = TypeVar("D", bound=Document)
D_contra = TypeVar("D_contra", bound=Document, contravariant=True)
