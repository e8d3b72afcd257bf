"""A form on the screen, drawn from its description."""

from olapp.ui.binding.form_view import FormView

__all__ = ["FormView"]
