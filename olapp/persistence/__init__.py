"""The store: drafts with their history, parties and patents to pick from, exports with hashes.

Nothing is imported here, so that naming the package costs nothing: take `Store` from `database`,
the frozen values from `kept`, the troubles from `troubles`.
"""
