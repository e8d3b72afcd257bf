"""The revisions of the schema, in order."""

REVISIONS = ("0001",)
"""The last one is what `tables` describes."""
HEAD = REVISIONS[-1]
