"""The revisions of the schema, in order."""

REVISIONS = ("0001", "0002")
"""The last one is what `tables` describes."""
HEAD = REVISIONS[-1]
