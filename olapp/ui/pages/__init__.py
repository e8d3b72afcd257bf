"""Pages: one module each; the window knows them by their face alone."""
