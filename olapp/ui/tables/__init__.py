"""Tables over any number of rows: the keys of all, the rows of what is in sight."""
