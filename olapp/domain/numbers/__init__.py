"""Numbers and codes, each a module with compact, validate, is_valid, format, as python-stdnum."""
