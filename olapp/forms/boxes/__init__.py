"""The boxes of the declaration, one module for each stretch of work."""
